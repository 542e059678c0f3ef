#include "grammar/language.hpp"

#include "grammar/lexer.hpp"

namespace rung::grammar {
namespace {

constexpr std::size_t looked_at = 4000;    // bytes
constexpr std::size_t fewest = 3;          // words; fewer may be names, or slips of the pen

}  // namespace

std::string_view language_of_words(std::string_view text, std::string_view said) {
  const Vocabulary& own = *Vocabulary::of(said);
  for (const std::string_view language : Vocabulary::languages()) {
    if (language == said) continue;
    const Vocabulary& other = *Vocabulary::of(language);
    diagnostics::Sink quiet;
    std::size_t of_own = 0, of_other = 0;
    const std::string_view begins = text.substr(0, looked_at);
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
