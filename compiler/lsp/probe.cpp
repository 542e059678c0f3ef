#include "compiler/lsp/probe.hpp"

#include <algorithm>
#include <set>

#include "compiler/model/link.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::lsp {
namespace {

using grammar::declaring;
using grammar::TokenKind;
using grammar::Word;

constexpr std::string_view probe = "zz-probe-zz";        // a name that nobody has
constexpr std::size_t longest_declaration = 64u << 10;
constexpr std::size_t most_read = 8u << 20;              // bytes, for all words of one question: a long declaration is not read hundreds of times

bool word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Of French: à â ç é è ê ë î ï ô ù û ü, and the typographic apostrophe.
std::string without_accents(std::string_view word) {
  constexpr std::string_view accented[] = {"à", "â", "ç", "é", "è", "ê", "ë", "î", "ï", "ô", "ù", "û", "ü", "’"};
  constexpr char plain[] = {'a', 'a', 'c', 'e', 'e', 'e', 'e', 'i', 'i', 'o', 'u', 'u', 'u', '\''};
  std::string out;
  while (!word.empty()) {
    std::size_t length = 0;
    for (std::size_t each = 0; each < std::size(accented) && length == 0; ++each) {
      if (!word.starts_with(accented[each])) continue;
      length = accented[each].size();
      out += plain[each];
    }
    if (length == 0) out += word[length++];
    word.remove_prefix(length);
  }
  return out;
}

bool declares(std::string_view line, const grammar::Vocabulary& words) {
  std::size_t end = 0;
  while (end < line.size() && word_character(line[end])) ++end;
  const std::string_view first = line.substr(0, end);
  if (end == 0 || end == line.size()) return false;      // the word itself is being written
  return std::any_of(std::begin(declaring), std::end(declaring), [&](Word word) {
    const auto& phrases = words.phrases(word);
    return std::any_of(phrases.begin(), phrases.end(), [&](const auto& phrase) { return phrase[1] == 0 && phrase[0] == words.atom(first); });
  });
}

// The declaration that the end of the text stands in, from its first word; empty between declarations.
std::string_view declaration(std::string_view text, const grammar::Vocabulary& words) {
  for (std::size_t end = text.size();;) {
    const std::size_t line = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
    if (declares(text.substr(begin), words)) return text.substr(begin);
    if (begin == 0 || text.size() - begin > longest_declaration) return {};
    end = begin - 1;
  }
}

struct Heard {
  bool accepted = false;         // the grammar came to the end of the text and wanted more, or nothing
  std::string wanted;            // what
};

Heard listen(const std::string& text) {
  source::Files files;
  diagnostics::Sink sink;
  grammar::parse(files, files.add("probe", text), sink);
  Heard heard{true, ""};
  for (const diagnostics::Diagnostic& one : sink.sorted()) {
    if (one.kind != diagnostics::Kind::syntax) continue;
    if (one.arguments[1] != "the end of the file") return {false, ""};
    heard.wanted += one.arguments[0] + "\n";
  }
  return heard;
}

// Which declaration has which field is not the grammar's to say; `misplaced-field` is.
bool field_fits(Word declared, Word field) {
  using enum Word;
  const auto one_of = [&](std::initializer_list<Word> list) { return std::find(list.begin(), list.end(), field) != list.end(); };
  if (one_of({title, description, code, id, url, note, renamed_from})) return true;
  switch (declared) {
    case framework: return one_of({version, publisher, conforms_to, credits, grades});
    case institution: return one_of({type, country, region});
    case competency: return one_of({kind, level, broader, aligns_with, precedes, related_to, replaced_by});
    case gate: return one_of({enrolled_in});
    case agreement:
    case policy:
    case scenario: return true;              // these have rules of their own
    default: return !one_of({version, publisher, conforms_to, grades, country, region, kind, broader, aligns_with, precedes, related_to, replaced_by, enrolled_in});
  }
}

class Prober {
 public:
  Prober(std::string_view before, std::string_view language) : words_(*grammar::Vocabulary::of(language)), head_("rung 1 " + std::string(language) + "\n"), declaration_(declaration(before, words_)) {
    source::Files files;
    diagnostics::Sink quiet;
    text_ = std::string(declaration_);
    lexed_ = grammar::lex(text_, 0, words_, quiet);
    // A declaration that is closed is behind us.
    for (const grammar::Token& token : lexed_.tokens) {
      if (token.kind == TokenKind::open) ++depth_;
      if (token.kind == TokenKind::close && depth_ > 0 && --depth_ == 0) closed_ = true;
    }
    if (closed_ && depth_ == 0) {
      text_.clear();
      lexed_.tokens.clear();
    }
  }

  bool in_text_or_comment(std::string_view before) const {
    if (!lexed_.unclosed.empty()) return true;
    const std::string_view line = before.substr(std::min(before.rfind('\n') + 1, before.size()));
    source::Files files;
    diagnostics::Sink quiet;
    const grammar::Lexed lexed = grammar::lex(line, 0, words_, quiet);
    return !lexed.comments.empty() || !lexed.unclosed.empty();
  }

  Fitting run(std::string_view typed) {
    Fitting out;
    const Heard named = listen(with(text_, probe));
    out.name = named.accepted && !text_.empty();
    const bool after_number = lexed_.tokens.size() >= 2 && lexed_.tokens[lexed_.tokens.size() - 2].kind == TokenKind::number;
    const Word kind = declared();
    std::set<std::string> begun;
    // The last words of the text may be the first of a phrase; then what goes on with it is no other word.
    for (std::size_t held = 4; held-- > 0;) {
      std::set<std::string> here;
      for (std::uint16_t w = 1; w < static_cast<std::uint16_t>(Word::count_); ++w) {
        const auto word = static_cast<Word>(w);
        const std::string_view spelling = words_.printed(word);
        const auto rest = behind(spelling, held);
        if (read_ > most_read || !rest || !begins_with(*rest, typed) || begun.contains(std::string(rest->substr(0, rest->find(' '))))) continue;
        const std::string base = text_.substr(0, text_.size() - (spelling.size() - rest->size()));
        read_ += base.size();
        const Heard heard = listen(with(base, spelling));
        if (!heard.accepted) continue;
        // Where a name fits every word does, as a name; it is a word of the language there when something else is wanted behind it.
        const std::size_t space = std::min(spelling.find(' '), spelling.size());
        const Heard plain = listen(with(base, std::string(probe) + std::string(spelling.substr(space))));
        const bool as_name = plain.accepted && plain.wanted == heard.wanted;
        if (as_name && !(after_number && unit_fits(word)) && !leads_on(base, spelling, std::string(probe) + std::string(spelling.substr(space)))) continue;
        // Or the words that are there end another phrase, and a name is what goes on.
        const std::string on = held == 0 ? "" : std::string(probe) + std::string(rest->substr(std::min(rest->find(' '), rest->size())));
        if (const Heard other = held == 0 ? Heard{} : listen(with(text_, on)); other.accepted && other.wanted == heard.wanted) continue;
        if (depth_ == 1 && held == 0 && !field_fits(kind, word) && starts_field(spelling)) continue;
        here.emplace(*rest);
      }
      for (const std::string& rest : here) {
        out.words.push_back(rest);
        if (held > 0) begun.insert(rest.substr(0, rest.find(' ')));
      }
    }
    if (out.name) out.category = category();
    return out;
  }

 private:
  std::string with(const std::string& text, std::string_view last) const {
    std::string out(head_);
    out.append(text);
    if (!text.empty() && word_character(text.back())) out += ' ';
    return out.append(last);
  }

  // What is left of a phrase when its first `held` words end the text; none when they do not.
  std::optional<std::string_view> behind(std::string_view phrase, std::size_t held) const {
    std::size_t at = 0;
    for (std::size_t i = 0; i < held; ++i) {
      at = phrase.find(' ', at);
      if (at == std::string_view::npos) return std::nullopt;
      ++at;
    }
    if (!text_.ends_with(phrase.substr(0, at))) return std::nullopt;
    if (at > 0 && text_.size() > at && word_character(text_[text_.size() - at - 1])) return std::nullopt;
    return phrase.substr(at);
  }

  // Some words are words only before a name: `gate hired`, where no two names may stand side by side.
  bool leads_on(const std::string& base, std::string_view spelling, const std::string& as_name) const {
    const std::string name = ' ' + std::string(probe);
    return listen(with(base, std::string(spelling) + name)).accepted && !listen(with(base, as_name + name)).accepted;
  }

  // Of the words for units those that the field takes, which the grammar leaves to the compiler.
  bool unit_fits(Word word) const {
    using enum Word;
    const auto any_of_these = [&](std::initializer_list<Word> list) { return std::find(list.begin(), list.end(), word) != list.end(); };
    const std::size_t line = text_.rfind('\n');
    std::string_view field = std::string_view(text_).substr(line == std::string::npos ? 0 : line);
    field.remove_prefix(std::min(field.find_first_not_of(" \t\r\n"), field.size()));
    if (field.starts_with(words_.printed(workload))) return any_of_these({hours, weeks});
    if (field.starts_with(words_.printed(valid_for))) return any_of_these({months, years});
    if (field.starts_with(words_.printed(fee))) return false;
    return any_of_these({credits, ects, hours, weeks, months, years, counted_credentials});
  }

  // Whether the grammar takes the word right behind the opening brace.
  bool starts_field(std::string_view spelling) const {
    const std::size_t open = text_.find('{');
    return open != std::string::npos && listen(with(text_.substr(0, open + 1), spelling)).accepted;
  }

  Word declared() const {
    if (lexed_.tokens.empty()) return Word::none;
    for (const Word word : declaring)
      for (const auto& phrase : words_.phrases(word))
        if (phrase[1] == 0 && phrase[0] == lexed_.tokens[0].atom && lexed_.tokens[0].atom != 0) return word;
    return Word::none;
  }

  // The compiler is shown the declaration with an unknown name in this place, closed as well as may be, and says what it looked for.
  std::string category() const {
    std::string closing;
    for (int i = 0; i < depth_; ++i) closing += " }";
    const auto word = [&](Word of) { return ' ' + std::string(words_.printed(of)); };
    const std::string endings[] = {"", word(Word::to) + " zz-other", word(Word::counts_as) + " zz-other", ": zz-other", word(Word::out_of) + " { zz-other }", word(Word::earned)};
    for (const std::string& after : endings) {
      source::Files files;
      diagnostics::Sink sink;
      const std::string text = with(text_, probe) + after + closing;
      const model::Program program = model::read_text("probe.rung", text, files, sink);
      const auto said = sink.sorted();
      const bool read = std::none_of(said.begin(), said.end(), [](const diagnostics::Diagnostic& one) { return one.kind == diagnostics::Kind::syntax; });
      if (!read) continue;
      model::link(files, program, sink);
      for (const diagnostics::Diagnostic& one : sink.sorted())
        if (one.kind == diagnostics::Kind::unknown_name && one.arguments[1] == probe) return one.arguments[0];
      for (const grammar::Node& node : program.trees[0].nodes) {
        if (node.kind != grammar::NodeKind::field) continue;
        for (std::uint32_t child = node.first_child; child != grammar::no_node; child = program.trees[0][child].next_sibling)
          if (files.text(program.trees[0].span(child)) == probe)
            return node.word == Word::conforms_to || node.word == Word::refines ? "policy" : node.word == Word::tags ? "tag" : "";
      }
      return "";
    }
    return "";
  }

  const grammar::Vocabulary& words_;
  std::string head_;
  std::string_view declaration_;
  std::string text_;
  grammar::Lexed lexed_;
  int depth_ = 0;
  std::size_t read_ = 0;
  bool closed_ = false;
};

}  // namespace

std::string_view typed_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && word_character(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool begins_with(std::string_view word, std::string_view typed) {
  if (word.starts_with(typed)) return true;
  // Of ten thousand names most have no accents to be taken away, nor has what is typed.
  const auto has_none = [](std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }); };
  if (has_none(word) && has_none(typed)) return false;
  return without_accents(word).starts_with(without_accents(typed));
}

Fitting fitting(std::string_view before, std::string_view typed, std::string_view language) {
  Prober prober(before, language);
  return prober.in_text_or_comment(before) ? Fitting{} : prober.run(typed);
}

}  // namespace rung::lsp
