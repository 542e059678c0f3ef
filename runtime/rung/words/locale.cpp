#include "runtime/rung/words/locale.hpp"

#include <cstdlib>

#include "runtime/learner/dates.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

constexpr Locale english{
    .language = "en",
    .colon = ":",
    .semicolon = ";",
    .decimal = ".",
    .percent = "%",
    .first_day = "1",
    .one_below_two = false,
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
};

constexpr Locale french{
    .language = "fr",
    .colon = "\u00A0:",
    .semicolon = "\u00A0;",
    .decimal = ",",
    .percent = "\u00A0%",
    .first_day = "1er",
    .one_below_two = true,
    .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
};

}  // namespace

const Locale& locale_of(std::string_view language) { return language == french.language ? french : english; }

std::string language_of_environment() {
  for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view named(value);
    return std::string(locale_of(named.substr(0, named.find_first_of("_.@-"))).language);
  }
  return std::string(english.language);
}

std::string number_in(const Locale& locale, std::int64_t millionths) {
  std::string out = table::decimal(millionths);
  if (const std::size_t point = out.find('.'); point != std::string::npos) out.replace(point, 1, locale.decimal);
  return out;
}

std::string money_in(const Locale& locale, std::int64_t millionths) {
  // A tenth of a unit is written in hundredths.
  const bool tenths = millionths % table::millionths != 0 && millionths % (table::millionths / 10) == 0;
  return number_in(locale, millionths) + (tenths ? "0" : "");
}

std::string percent_in(const Locale& locale, std::int64_t millionths) { return number_in(locale, millionths) + std::string(locale.percent); }

std::string day_in_words(const Locale& locale, std::int32_t day) {
  const std::string digits = written_date(day);
  if (digits.size() != 10) return digits;
  const auto at = [&](std::size_t from) { return static_cast<std::size_t>((digits[from] - '0') * 10 + digits[from + 1] - '0'); };
  const std::string first = at(8) == 1 ? std::string(locale.first_day) : std::to_string(at(8));
  return first + "\u00A0" + std::string(locale.months[at(5) - 1]) + " " + digits.substr(0, 4);
}

bool takes_one(const Locale& locale, std::int64_t millionths) {
  if (!locale.one_below_two) return millionths == table::millionths;
  return millionths > -2 * table::millionths && millionths < 2 * table::millionths;
}

bool takes_one_of(const Locale& locale, std::uint64_t number) { return number <= 1 && takes_one(locale, static_cast<std::int64_t>(number) * table::millionths); }

}  // namespace rung
