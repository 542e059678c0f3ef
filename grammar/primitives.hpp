// The X3 parsers that the rules are made of: a word of the language, a token of a kind, and the directive that makes a node.
//
// They read tokens, not characters, and have no attributes: what they find goes to the Builder, which every parser finds in the context.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <span>
#include <string>

#include "grammar/builder.hpp"

namespace rung::grammar {

namespace x3 = boost::spirit::x3;

struct BuilderTag;

template <class Context>
Builder& builder(const Context& context) {
  return x3::get<BuilderTag>(context).get();
}

// A word of the language, which leaves no node.
struct WordParser : x3::parser<WordParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  explicit constexpr WordParser(Word word_) : word(word_) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
    const std::ptrdiff_t length = builder(context).spoken(word, first, last);
    first += length;
    return length != 0;
  }

  Word word;
};
constexpr WordParser word(Word which) { return WordParser(which); }

// A word of the language that is a value: it leaves a leaf that says which.
struct ValueParser : x3::parser<ValueParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  explicit constexpr ValueParser(Word word_) : word(word_) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
    Builder& tree = builder(context);
    const std::ptrdiff_t length = tree.spoken(word, first, last);
    if (length == 0) return false;
    tree.add(NodeKind::value, word, first, first + length, tree.mark());
    first += length;
    return true;
  }

  Word word;
};
constexpr ValueParser value(Word which) { return ValueParser(which); }

// One of several words of the language, which leaves no node.
struct WordsParser : x3::parser<WordsParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  explicit constexpr WordsParser(std::span<const Word> words_) : words(words_) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
    for (const Word word : words) {
      const std::ptrdiff_t length = builder(context).spoken(word, first, last);
      first += length;
      if (length != 0) return true;
    }
    return false;
  }

  std::span<const Word> words;
};
constexpr WordsParser any_word_of(std::span<const Word> words) { return WordsParser(words); }

// A token that is how a phrase begins: `all`, of `all of`. It leaves no node.
struct BeginningParser : x3::parser<BeginningParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  explicit constexpr BeginningParser(Word word_) : word(word_) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
    if (first == last || first->atom == 0) return false;
    for (const Vocabulary::Phrase& phrase : builder(context).words().phrases(word))
      if (phrase[0] == first->atom) {
        ++first;
        return true;
      }
    return false;
  }

  Word word;
};
constexpr BeginningParser begins(Word which) { return BeginningParser(which); }

// Holds where the next token stands on the line of the one before it, and reads nothing. `first` never is a file's first token here.
struct SameLineParser : x3::parser<SameLineParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
    return first != last && !first->starts_line;
  }
};
constexpr SameLineParser on_the_same_line{};

// Holds where the next token is no word of the language, and reads nothing.
struct NoWordParser : x3::parser<NoWordParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, RuleContext&, Attribute&) const {
    return first != last && first->atom == 0;
  }
};
constexpr NoWordParser no_word_of_the_language{};

// One token of a kind. With a node kind it leaves a leaf, without it (`broken`) nothing.
struct TokenParser : x3::parser<TokenParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr TokenParser(TokenKind token_, NodeKind node_) : token(token_), node(node_) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Attribute&) const {
    if (first == last || first->kind != token) return false;
    if (node != NodeKind::broken) {
      builder(context).add(node, Word::none, first, first + 1, builder(context).mark());
      builder(context).not_spoken(first);
    }
    ++first;
    return true;
  }

  TokenKind token;
  NodeKind node;
};

// node(kind)[…]: a node over what the inner parser reads. node(kind, word)[…] also says by which word it was written.
template <class Subject>
struct NodeDirective : x3::unary_parser<Subject, NodeDirective<Subject>> {
  using base_type = x3::unary_parser<Subject, NodeDirective<Subject>>;
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr NodeDirective(const Subject& inner, NodeKind kind_, Word word_) : base_type(inner), kind(kind_), word(word_) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context, Attribute& attribute) const {
    Builder& tree = builder(context);
    const Builder::Mark since = tree.mark();
    const Iterator start = first;
    if (this->subject.parse(first, last, context, rule_context, attribute)) {
      tree.add(kind, word, start, first, since);
      return true;
    }
    first = start;
    tree.take_back(since);
    return false;
  }

  NodeKind kind;
  Word word;
};

struct NodeMaker {
  NodeKind kind;
  Word word;
  template <class Subject>
  constexpr auto operator[](const Subject& inner) const {
    using Inner = typename x3::extension::as_parser<Subject>::value_type;
    return NodeDirective<Inner>(x3::as_parser(inner), kind, word);
  }
};
constexpr NodeMaker node(NodeKind kind, Word which = Word::none) { return {kind, which}; }

// field(W)[…]: the word W and then what it states.
struct FieldMaker {
  Word which;
  template <class Subject>
  constexpr auto operator[](const Subject& inner) const {
    return node(NodeKind::field, which)[word(which) > inner];
  }
};
constexpr FieldMaker field(Word which) { return {which}; }

}  // namespace rung::grammar

// What X3 says it expected. A word is named by its identifier's number, since its spelling depends on the file's language
// (parser.cpp puts the spelling in).
namespace boost::spirit::x3 {
template <>
struct get_info<rung::grammar::WordParser> {
  using result_type = std::string;
  std::string operator()(const rung::grammar::WordParser& parser) const { return '\x01' + std::to_string(static_cast<int>(parser.word)); }
};
// Of a token by itself, that is not part of a rule with a name.
template <>
struct get_info<rung::grammar::TokenParser> {
  using result_type = std::string;
  std::string operator()(const rung::grammar::TokenParser& parser) const {
    using enum rung::grammar::TokenKind;
    switch (parser.token) {
      case word: return "a name";
      case number: return "a number";
      case percent: return "a percentage";
      case fraction: return "a fraction";
      case date: return "a date";
      case text: return "a text in quotes";
      case open: return "'{'";
      case close: return "'}'";
      case comma: return "','";
      case colon: return "':'";
      case equals: return "'='";
      case end: break;
    }
    return "the end of the file";
  }
};
template <>
struct get_info<rung::grammar::ValueParser> {
  using result_type = std::string;
  std::string operator()(const rung::grammar::ValueParser& parser) const { return '\x01' + std::to_string(static_cast<int>(parser.word)); }
};
}  // namespace boost::spirit::x3
