// The colours for editors (grammar/rung.tmLanguage.json) know every word of the language. A word that is missing there: node grammar/vscode/write_grammar.js
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "grammar/words.hpp"

namespace {

TEST(Colours, KnowEveryWordOfTheLanguage) {
  std::ifstream file(RUNG_SOURCE_DIR "/grammar/rung.tmLanguage.json");
  const nlohmann::json grammar = nlohmann::json::parse(file);
  EXPECT_EQ(grammar["scopeName"], "source.rung");
  std::string known;
  // Each pattern is (what must not stand before)(word|word|…)(what must not stand after).
  for (const auto& rule : grammar["repository"]["words"]["patterns"]) {
    const std::string match = rule["match"];
    const std::size_t first = match.find(")("), last = match.rfind(")(?!");
    ASSERT_LT(first, last) << match;
    known += '|' + match.substr(first + 2, last - first - 2) + '|';
  }
  for (const std::string_view language : rung::grammar::Vocabulary::languages()) {
    for (const std::string_view spelling : rung::grammar::Vocabulary::of(language)->spellings()) {
      std::string pattern(spelling);
      for (std::size_t at = 0; (at = pattern.find(' ', at)) != std::string::npos; at += 3) pattern.replace(at, 1, "\\s+");
      EXPECT_NE(known.find('|' + pattern + '|'), std::string::npos) << spelling;
    }
  }
}

}  // namespace
