// How a language writes numbers and days, and which of a table's titles are its own: what the answers and the label share. The words are elsewhere (words.hpp, label/words.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/rung/plain.hpp"
#include "runtime/table/table.hpp"

namespace rung {

struct Locale {
  std::string_view language;                   // "en"
  std::string_view colon, semicolon;           // with the blank that the language puts before them
  std::string_view decimal, percent;           // the decimal mark, and the percent sign with its blank
  std::string_view first_day;                  // of a month
  bool one_below_two;                          // 0 and 1.5 of a thing are followed by its singular
  std::array<std::string_view, 12> months;
};

// The languages there are, English first.
inline constexpr std::array<std::string_view, 2> languages{"en", "fr"};
// "fr", or else English.
const Locale& locale_of(std::string_view language);
// By LC_ALL, LC_MESSAGES and LANG: the first that is set decides (POSIX). "fr", "fr_CA.UTF-8" and the like are French, everything else is English.
std::string language_of_environment();

std::string number_in(const Locale& locale, std::int64_t millionths);    // "4.5", "4,5"
std::string money_in(const Locale& locale, std::int64_t millionths);     // "195.50", "195,50"; "240"
std::string percent_in(const Locale& locale, std::int64_t millionths);   // "75%", "75 %"
std::string day_in_words(const Locale& locale, std::int32_t day);        // "11 February 2026", "1er mars 2026"
// Whether so many of a thing are followed by its singular: so many millionths, or as many as are counted.
bool takes_one(const Locale& locale, std::int64_t millionths);
bool takes_one_of(const Locale& locale, std::uint64_t number);

// Its title in that language, else its title, else its name. Safe to show.
template <class Record>
std::string title_in(const Table& table, const Locale& locale, table::SectionKind kind, std::uint32_t id, const Record& record) {
  const std::string_view translated = table.translated(kind, id, locale.language);
  return plain(!translated.empty() ? translated : table.text(record.title.length > 0 ? record.title : record.name));
}

}  // namespace rung
