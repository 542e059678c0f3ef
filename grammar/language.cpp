#include "grammar/language.hpp"

#include <algorithm>

#include "grammar/lexer.hpp"

namespace rung::grammar {
namespace {

constexpr std::size_t looked_at = 4000;    // bytes
constexpr std::size_t fewest = 3;          // words; fewer may be names, or slips of the pen

bool ends_a_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' && c != '.' && c != '+' && c != '_';
}

// Whether so many lines begin with words of the other language only, comments and texts of several lines among them: else the text need not be taken apart, and nearly none need.
bool may_be(std::string_view text, const Vocabulary& own, const Vocabulary& other) {
  std::size_t found = 0;
  for (std::size_t line = 0; line < text.size() && found < fewest;) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\v\f\r", line), text.size());
    const std::string_view word(text.begin() + static_cast<std::ptrdiff_t>(begin), std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), ends_a_word));
    // Where the lexer would end it is not clear: a full stop, or what begins like a blank or a quotation mark beyond ASCII.
    const bool unclear = word.ends_with('.') || word.find_first_of("\xC2\xE2\xEF") != std::string_view::npos;
    if (unclear || (other.atom(word) != 0 && own.atom(word) == 0)) ++found;
    line = std::min(text.find('\n', begin), text.size() - 1) + 1;
  }
  return found >= fewest;
}

}  // namespace

std::string_view language_of_words(std::string_view text, std::string_view said) {
  const Vocabulary& own = *Vocabulary::of(said);
  for (const std::string_view language : Vocabulary::languages()) {
    if (language == said) continue;
    const Vocabulary& other = *Vocabulary::of(language);
    const std::string_view begins = text.substr(0, looked_at);
    if (!may_be(begins, own, other)) continue;
    diagnostics::Sink quiet;
    std::size_t of_own = 0, of_other = 0;
    for (const Token& token : lex(begins, 0, own, quiet).tokens) {
      if (token.kind != TokenKind::word || !token.starts_line) continue;
      const bool is_other = other.atom(begins.substr(token.begin, token.end - token.begin)) != 0, is_own = token.atom != 0;
      of_own += is_own && !is_other;
      of_other += is_other && !is_own;
    }
    if (of_other >= fewest && of_other > 3 * of_own) return language;
  }
  return said;
}

}  // namespace rung::grammar
