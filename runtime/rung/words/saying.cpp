#include "runtime/rung/words/saying.hpp"

#include "runtime/command_line/words.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/words/words.hpp"

namespace rung {

std::string said(std::string_view language, const Saying& saying) {
  if (saying.remark == Remark::none) return {};
  constexpr std::size_t how_many = static_cast<std::size_t>(Remark::count_);
  const auto patterns = std::bit_cast<std::array<words::Word, how_many>>(words::words_in(language).remarks);
  const auto pattern = patterns[static_cast<std::size_t>(saying.remark)];
  const bool of_a_place = saying.remark >= Remark::must_be_an_object && saying.remark <= Remark::nested_deeper;
  if (!of_a_place || !saying.about[0].empty()) return table::filled(pattern, saying.about);
  Saying of_record = saying;
  of_record.about[0] = patterns[static_cast<std::size_t>(Remark::the_record)];
  return table::filled(pattern, of_record.about);
}

std::string in_a_sentence(std::string_view language, const Error& error) {
  // In English a message may say more than its remark ("--on: …"). What is no remark is of files, tables and the command line.
  const auto in = [&](const std::string& english, const Saying& saying) {
    return language == "en" ? english : saying.remark == Remark::none ? command_line::said(language, english) : said(language, saying);
  };
  const std::string message = in(error.message, error.said);
  if (error.remedy.empty()) return message;
  return message + std::string(locale_of(message == error.message ? "en" : language).semicolon) + " " + in(error.remedy, error.to_do);
}

}  // namespace rung
