// The words of the text answers, and those in which a change of rules is told: that each language has all of them, and that they are written as its readers write.
#include "runtime/rung/words/words.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>

#include "compiler/minutes/words.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/words/saying.hpp"
#include "runtime/table/filled.hpp"

namespace {

using rung::words::Word;
using rung::words::Words;

std::set<char> places_of(Word pattern) {
  std::set<char> out;
  for (std::size_t at = pattern.find('{'); at != Word::npos; at = pattern.find('{', at + 1))
    if (at + 2 < pattern.size() && pattern[at + 2] == '}') out.insert(pattern[at + 1]);
  return out;
}

// Every word of a table in English and in French, in the same order.
struct InBoth {
  std::vector<Word> english, french;
};
std::vector<InBoth> tables() {
  const auto both = [](const auto& english, const auto& french) {
    const auto first = every_word(english), second = every_word(french);
    return InBoth{{first.begin(), first.end()}, {second.begin(), second.end()}};
  };
  return {both(rung::words::english, rung::words::french), both(rung::minutes::english, rung::minutes::french)};
}

TEST(Words, AreAllThereInEveryLanguage) {
  for (const InBoth& table : tables())
    for (const auto* const words : {&table.english, &table.french})
      for (std::size_t place = 0; place < words->size(); ++place) EXPECT_FALSE((*words)[place].empty()) << "after " << (place == 0 ? "nothing" : (*words)[place - 1]);
}

// A sentence that forgets what it is about is a mistake. What is told by its number alone in one language, "all of 3 parts", may need a noun for each number in another; and a day is told in digits or words.
TEST(Words, SpeakOfTheSameThings) {
  const Words& english = rung::words::english;
  const std::set<Word> counts{english.day, english.all_of, english.any_of, english.so_many_of, english.at_least_so_many_of};
  for (const InBoth& table : tables())
    for (std::size_t i = 0; i < table.english.size(); ++i)
      EXPECT_TRUE(counts.contains(table.english[i]) || places_of(table.french[i]) == places_of(table.english[i])) << table.english[i] << "\n" << table.french[i];
}

TEST(Words, AreOtherWordsInFrench) {
  const std::set<Word> alike{"{0} ({1})", "{0}.", "participation", "indicative", "Question", "points", "date", "{0} → {1}", "Type", "Code", "Version", "Description", "Source"};   // that is how both write them
  for (const InBoth& table : tables())
    for (std::size_t i = 0; i < table.english.size(); ++i) EXPECT_TRUE(alike.contains(table.english[i]) || table.french[i] != table.english[i]) << table.english[i];
}

TEST(Words, OfFrenchAreSetAsFrenchIs) {
  std::vector<Word> all;
  for (const InBoth& table : tables()) all.insert(all.end(), table.french.begin(), table.french.end());
  for (const Word word : all) {
    EXPECT_EQ(word.find('\''), Word::npos) << word;
    if (word.find("\": true") != Word::npos) continue;   // a piece of JSON
    for (std::size_t at = word.find_first_of(":;?!%"); at != Word::npos; at = word.find_first_of(":;?!%", at + 1))
      EXPECT_EQ(word.substr(at < 2 ? 0 : at - 2, 2), "\u00A0") << word;
    for (std::size_t at = word.find("«"); at != Word::npos; at = word.find("«", at + 1)) EXPECT_EQ(word.substr(at + 2, 2), "\u00A0") << word;
    for (std::size_t at = word.find("»"); at != Word::npos; at = word.find("»", at + 1)) EXPECT_EQ(word.substr(at - 2, 2), "\u00A0") << word;
    const bool number = word.find(" moins de {") != Word::npos || word.find(" plus de {") != Word::npos;
    EXPECT_TRUE(number || word.find(" de {") == Word::npos) << word << "\nwould have to be d’ before a vowel";
    EXPECT_EQ(word.find(" que {"), Word::npos) << word << "\nwould have to be qu’ before a vowel";
  }
}

TEST(Filled, PutsWhatItIsGivenInItsPlaces) {
  using rung::table::filled;
  EXPECT_EQ(filled("{1} before {0}, {0} after {1}", {"a", "b"}), "b before a, a after b");
  EXPECT_EQ(filled("{0}", {"{1} {0}"}), "{1} {0}");        // what is filled in is nobody's pattern
  EXPECT_EQ(filled("{2} {} {x} {", {"a"}), "{2} {} {x} {");
  EXPECT_EQ(filled("", {"a"}), "");
}

TEST(Locale, WritesNumbersAndDays) {
  const rung::Locale &en = rung::locale_of("en"), &fr = rung::locale_of("fr");
  EXPECT_EQ(rung::number_in(en, 4'500'000), "4.5");
  EXPECT_EQ(rung::number_in(fr, 4'500'000), "4,5");
  EXPECT_EQ(rung::percent_in(fr, 62'500'000), "62,5\u00A0%");
  EXPECT_EQ(rung::day_in_words(fr, *rung::read_date("2026-09-01")), "1er\u00A0septembre 2026");
  EXPECT_EQ(rung::day_in_words(fr, *rung::read_date("2026-08-31")), "31\u00A0août 2026");
  EXPECT_EQ(rung::day_in_words(en, *rung::read_date("2026-09-01")), "1\u00A0September 2026");
}

TEST(Locale, CountsAsItsReadersDo) {
  const rung::Locale &en = rung::locale_of("en"), &fr = rung::locale_of("fr");
  const auto one = [](const rung::Locale& locale, std::int64_t millionths) { return rung::takes_one(locale, millionths); };
  EXPECT_TRUE(one(en, 1'000'000) && one(fr, 1'000'000));
  EXPECT_TRUE(!one(en, 0) && one(fr, 0));                  // 0 credits, 0 crédit
  EXPECT_TRUE(!one(en, 1'500'000) && one(fr, 1'500'000));  // 1.5 credits, 1,5 crédit
  EXPECT_TRUE(!one(en, 2'000'000) && !one(fr, 2'000'000));
}

TEST(Locale, IsThatOfTheFirstVariableThatIsSet) {
  const auto language = [](const char* all, const char* messages, const char* lang) {
    const auto set = [](const char* name, const char* value) { value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1); };
    set("LC_ALL", all), set("LC_MESSAGES", messages), set("LANG", lang);
    const std::string out = rung::language_of_environment();
    set("LC_ALL", nullptr), set("LC_MESSAGES", nullptr), set("LANG", nullptr);
    return out;
  };
  EXPECT_EQ(language(nullptr, nullptr, nullptr), "en");
  for (const char* const french : {"fr", "fr_CA", "fr_CA.UTF-8", "fr.UTF-8", "fr_FR@euro", "fr-CA"}) EXPECT_EQ(language(nullptr, nullptr, french), "fr") << french;
  for (const char* const other : {"C", "POSIX", "en_CA.UTF-8", "de", "frr_DE", "f", ""}) EXPECT_EQ(language(nullptr, nullptr, other), "en") << other;
  EXPECT_EQ(language("en_CA.UTF-8", "fr_CA.UTF-8", "fr_CA.UTF-8"), "en");
  EXPECT_EQ(language("", "fr_CA.UTF-8", "en_CA.UTF-8"), "fr");     // set to nothing is not set
  EXPECT_EQ(language("fr", "en", "en"), "fr");
}

TEST(Sayings, AreSaidInTheLanguageThatIsAskedFor) {
  const rung::Error error = rung::remarked("bad-date", {rung::Remark::no_date, {"soon"}}, {rung::Remark::write_the_day});
  EXPECT_EQ(rung::in_a_sentence("en", error), "'soon' is no date; write the day of the question as 2026-10-01");
  EXPECT_EQ(rung::in_a_sentence("fr", error), "«\u00A0soon\u00A0» n’est pas une date\u00A0; écrivez le jour de la question sous la forme 2026-10-01");
  EXPECT_EQ(rung::in_a_sentence("fr", {"damaged-table", "the table is damaged: it is empty", "build it again with rungc build"}), "le tableau est endommagé\u00A0: il est vide\u00A0; construisez-le de nouveau avec rungc build");
  EXPECT_EQ(rung::in_a_sentence("fr", {"damaged-table", "it is damaged", "get it again"}), "it is damaged; get it again");   // what no table has stays English as a whole
  EXPECT_EQ(rung::said("fr", {rung::Remark::must_be_a_list, {"", ""}}), "le relevé doit être une liste");
}

}  // namespace
