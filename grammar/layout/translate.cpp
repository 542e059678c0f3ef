#include "grammar/layout/translate.hpp"

#include <algorithm>
#include <vector>

#include "grammar/layout/spoken_width.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::grammar {
namespace {

std::string_view written(std::string_view text, const Token& token) { return text.substr(token.begin, token.end - token.begin); }

// `rung 1 en`: the token that says the language, if one does.
constexpr std::uint32_t no_token = 0xFFFFFFFFu;
std::uint32_t language_token(const Tree& tree) {
  constexpr std::uint32_t at = 2;
  return at < tree.tokens.size() && tree.tokens[at].kind == TokenKind::word && !tree.tokens[at].starts_line ? at : no_token;
}

std::string_view trimmed(std::string_view comment) {
  while (!comment.empty() && (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r')) comment.remove_suffix(1);
  return comment;
}

std::string in_other_words(std::string_view text, const Tree& tree, std::string_view language) {
  const Vocabulary& words = *Vocabulary::of(language);
  const std::uint32_t of_language = language_token(tree);
  std::string out;
  out.reserve(text.size() + text.size() / 4);
  std::uint32_t at = 0;
  std::size_t comment = 0;
  for (std::uint32_t t = 0; t + 1 < tree.tokens.size(); ++t) {
    const Token& token = tree.tokens[t];
    const Spoken spoken = tree.spoken[t];
    const bool head = t == 1 && of_language == no_token;
    if (spoken.word == Word::none && t != of_language && !head) continue;
    out += text.substr(at, token.begin - at);
    at = token.end;
    if (head) {
      out += written(text, token);
      out += ' ';
    }
    if (spoken.word == Word::none) {
      out += language;
      continue;
    }
    out += said_in(words, text, tree, t);
    while (comment < tree.comments.size() && tree.comments[comment].before_token <= t) ++comment;
    t += spoken.tokens - 1u;
    at = tree.tokens[t].end;
    for (; comment < tree.comments.size() && tree.comments[comment].before_token <= t; ++comment) {
      out += ' ';
      out += trimmed(text.substr(tree.comments[comment].begin, tree.comments[comment].end - tree.comments[comment].begin));
      out += '\n';
    }
  }
  return out += text.substr(at);
}

// What a file says besides the words of the language: its names, texts and numbers, and its comments.
std::vector<std::string> besides_words(std::string_view text, const Tree& tree) {
  std::vector<std::string> out;
  const std::uint32_t of_language = language_token(tree);
  for (std::uint32_t t = 0; t < tree.tokens.size(); ++t) {
    if (tree.spoken[t].word != Word::none) t += tree.spoken[t].tokens - 1u;
    else if (t != of_language) out.push_back(tree.tokens[t].kind == TokenKind::percent ? closed_up(written(text, tree.tokens[t])) : std::string(written(text, tree.tokens[t])));
  }
  for (const Comment& comment : tree.comments) out.emplace_back(trimmed(text.substr(comment.begin, comment.end - comment.begin)));
  return out;
}

bool says_the_same_in_other_words(std::string_view text, const Tree& tree, std::string_view other_text, const Tree& other) {
  const auto same_node = [](const Node& a, const Node& b) {
    return a.kind == b.kind && a.word == b.word && a.first_child == b.first_child && a.next_sibling == b.next_sibling;
  };
  return besides_words(text, tree) == besides_words(other_text, other) && tree.declarations == other.declarations &&
         std::equal(tree.nodes.begin(), tree.nodes.end(), other.nodes.begin(), other.nodes.end(), same_node);
}

}  // namespace

std::string in_other_words(const source::Files& files, const Tree& tree, source::Span span, std::string_view language) {
  const Vocabulary& words = *Vocabulary::of(language);
  const std::string_view text = files.text(span.file);
  std::string out;
  std::uint32_t end = span.begin;
  for (std::uint32_t t = 0; t < tree.tokens.size(); ++t) {
    const Token& token = tree.tokens[t];
    if (token.begin < span.begin || token.begin >= span.end) continue;
    if (!out.empty() && token.begin > end) out += ' ';
    const Spoken spoken = tree.spoken[t];
    out += spoken.word == Word::none ? std::string(written(text, token)) : std::string(said_in(words, text, tree, t));
    if (spoken.word != Word::none) t += spoken.tokens - 1u;
    end = tree.tokens[t].end;
  }
  return out;
}

LaidOut put_into(std::string_view language, const source::Files& files, source::FileId file, diagnostics::Sink& sink) {
  diagnostics::Sink own;
  const Tree tree = parse(files, file, own, Keep::words);
  LaidOut out;
  out.mistakes = own.errors();
  const bool alike = tree.language == language;
  if (out.mistakes == 0 && alike) return lay_out(files, file, sink);
  sink.take(std::move(own));
  if (out.mistakes > 0) return out;

  source::Files again;
  diagnostics::Sink quiet;
  const source::FileId copy = again.add(files.path(file), in_other_words(files.text(file), tree, language));
  LaidOut other = lay_out(again, copy, quiet);
  out.faithful = false;
  if (!other.text || other.mistakes > 0) return out;
  const source::FileId laid_out = again.add(files.path(file), std::move(*other.text));
  out.faithful = says_the_same_in_other_words(files.text(file), tree, again.text(laid_out), parse(again, laid_out, quiet, Keep::words));
  if (out.faithful) out.text = std::string(again.text(laid_out));
  return out;
}

}  // namespace rung::grammar
