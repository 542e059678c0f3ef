// The words of the language in messages: by identifier, in the language of the file that is spoken of.
#include "compiler/diagnostics/saying.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rung::diagnostics {
namespace {


constexpr auto english = std::to_array<std::pair<std::string_view, std::string_view>>({
#define WORD(id, spelling) {#id, spelling},
#include "grammar/words/en.def"
#undef WORD
});
constexpr auto french = std::to_array<std::string_view>({
#define WORD(id, spelling) spelling,
#include "grammar/words/fr.def"
#undef WORD
});
static_assert(english.size() == french.size());

std::string_view first_of(std::string_view spellings) { return spellings.substr(0, spellings.find('|')); }

}  // namespace

std::string_view source_word(std::string_view id, std::string_view language) {
  for (std::size_t at = 0; at < english.size(); ++at)
    if (english[at].first == id) return first_of(language == "fr" ? french[at] : english[at].second);
  return {};
}

std::string_view source_spelling(std::string_view word, std::string_view language) {
  for (std::size_t at = 0; at < english.size(); ++at)
    if (first_of(english[at].second) == word) return first_of(language == "fr" ? french[at] : english[at].second);
  return word;
}

std::string_view language_of_source(std::string_view text) {
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (at < text.size() && (blank(text[at]) || text[at] == '#')) at = text[at] == '#' ? std::min(text.find('\n', at), text.size()) : at + 1;
  for (const std::string_view word : {std::string_view("rung"), std::string_view("1")}) {
    while (at < text.size() && blank(text[at])) ++at;
    if (!text.substr(at).starts_with(word)) return "en";
    at += word.size();
  }
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return text.substr(at).starts_with("fr") ? "fr" : "en";
}

}  // namespace rung::diagnostics
