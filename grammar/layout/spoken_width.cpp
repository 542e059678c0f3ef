#include "grammar/layout/spoken_width.hpp"

#include "grammar/layout/lines.hpp"
#include "grammar/lexer.hpp"

namespace rung::grammar {
namespace {

std::string_view written(std::string_view text, const Token& token) { return text.substr(token.begin, token.end - token.begin); }

// Units have their plural first, their singular behind it.
bool is_unit(Word word) {
  switch (word) {
    case Word::credits:
    case Word::hours:
    case Word::days:
    case Word::weeks:
    case Word::months:
    case Word::years:
    case Word::counted_credentials: return true;
    default: return false;
  }
}

}  // namespace

std::string_view said_in(const Vocabulary& language, std::string_view text, const Tree& tree, std::uint32_t token) {
  const Spoken spoken = tree.spoken[token];
  const auto own = Vocabulary::of(tree.language)->phrases(spoken.word).size(), other = language.phrases(spoken.word).size();
  // Where a language has one spelling for what the other has two for ("mois"), the number before it decides.
  if (is_unit(spoken.word) && own == 1 && other > 1) return language.spelling(spoken.word, token > 0 && written(text, tree.tokens[token - 1]) == "1" ? 1 : 0);
  return language.spelling(spoken.word, spoken.place);
}

Widths widths_of(std::string_view text, const Tree& tree) {
  const Vocabulary& english = *Vocabulary::of("en");
  Widths out{std::vector<std::size_t>(tree.tokens.size()), std::vector<char>(tree.tokens.size())};
  for (std::uint32_t t = 0; t < tree.tokens.size(); ++t) {
    if (t >= tree.spoken.size() || tree.spoken[t].word == Word::none) {
      const std::string_view token = written(text, tree.tokens[t]);
      out.columns[t] = tree.tokens[t].kind == TokenKind::percent ? closed_up(token).size() : columns(token);
      continue;
    }
    out.columns[t] = columns(said_in(english, text, tree, t));
    for (std::uint8_t further = 1; further < tree.spoken[t].tokens; ++further) out.goes_on[t + further] = 1;
    t += tree.spoken[t].tokens - 1u;
  }
  return out;
}

}  // namespace rung::grammar
