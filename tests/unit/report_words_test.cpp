// The words of rungc's reports and of what scenarios come to: each language has all of them, about the same things, set as its readers set them.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/checks/verdict.hpp"
#include "compiler/rungc/words.hpp"
#include "compiler/scenarios/words.hpp"
#include "compiler/lsp/notes.hpp"
#include "compiler/value/markers.hpp"
#include "runtime/command_line/words.hpp"

namespace {

using namespace std::string_literals;
using Word = std::string_view;

std::string places_of(Word pattern) {
  std::string out;
  for (std::size_t at = pattern.find('{'); at != Word::npos; at = pattern.find('{', at + 1))
    if (at + 2 < pattern.size()) out += pattern[at + 1];
  std::sort(out.begin(), out.end());
  return out;
}

template <class Words>
void are_of_the_same_things(const Words& english, const Words& french) {
  using All = std::array<Word, sizeof(Words) / sizeof(Word)>;
  const All en = std::bit_cast<All>(english), fr = std::bit_cast<All>(french);
  for (std::size_t i = 0; i < en.size(); ++i) {
    EXPECT_FALSE(en[i].empty() || fr[i].empty()) << i;
    EXPECT_EQ(places_of(en[i]), places_of(fr[i])) << en[i] << "\n" << fr[i];
    if (fr[i].starts_with('?')) continue;   // a mark in a matrix, and what it means
    EXPECT_FALSE(std::regex_search(std::string(fr[i]), std::regex("(^|[^\u00A0\xA0])[:;?!]( |$)|« |[^\xA0]»|'"))) << fr[i];
  }
}

TEST(ReportWords, AreThereInEachLanguage) {
  are_of_the_same_things(rungc::words_in("en"), rungc::words_in("fr"));
  are_of_the_same_things(rung::scenarios::words_in("en"), rung::scenarios::words_in("fr"));
  are_of_the_same_things(rung::lsp::notes_in("en").fixes, rung::lsp::notes_in("fr").fixes);
  are_of_the_same_things(rung::lsp::notes_in("en").refusals, rung::lsp::notes_in("fr").refusals);
}

// In English a check and a marker are called what JSON and the policies call them.
TEST(ReportWords, OfEnglishAreTheNamesOfChecksAndMarkers) {
  const rungc::Words& words = rungc::words_in("en");
  for (std::size_t i = 0; i < words.aspects.size(); ++i) EXPECT_EQ(words.aspects[i], rung::value::name(rung::value::aspects[i]));
  for (std::size_t i = 0; i < words.markers.size(); ++i) EXPECT_EQ(words.markers[i], rung::value::name(static_cast<rung::value::Marker>(i)));
}

TEST(CommandLineWords, FindAPatternAndWhatStandsInIt) {
  using rung::command_line::said;
  EXPECT_EQ(said("fr", "FILE is required"), "il manque FICHIER");
  EXPECT_EQ(said("fr", "standard input cannot be read: Is a directory"), "l’entrée standard\u00A0: lecture impossible (c’est un dossier)");
  EXPECT_EQ(said("fr", "a and b.pathways cannot be read: out of order"), "a and b.pathways\u00A0: lecture impossible (out of order)");   // a name is left alone
  EXPECT_EQ(said("fr", "nothing like it"), "nothing like it");
  EXPECT_EQ(said("en", "FILE is required"), "FILE is required");
  EXPECT_EQ(said("fr", ""), "");
  EXPECT_EQ(said("fr", std::string(100000, ':')), std::string(100000, ':'));   // and in no time
}

TEST(CommandLineWords, AskForTheLanguageThatIsNamed) {
  const auto asked = [](std::vector<const char*> line) { return rung::command_line::asked_for(static_cast<int>(line.size()), line.data(), "otherwise"); };
  EXPECT_EQ(asked({"rungc", "check", "--locale", "fr"}), "fr");
  EXPECT_EQ(asked({"rungc", "--locale=en"}), "en");
  EXPECT_EQ(asked({"rungc", "docs", "--locale", "both"}), "otherwise");
  EXPECT_EQ(asked({"rungc", "--locale"}), "otherwise");
  EXPECT_EQ(asked({"rungc"}), "otherwise");
}

}  // namespace
