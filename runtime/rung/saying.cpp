#include "runtime/rung/saying.hpp"

#include "runtime/rung/locale.hpp"
#include "runtime/rung/words.hpp"

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
  // In English a message may say more than its remark ("--on: …"); and what is no remark is English throughout.
  const bool as_it_stands = language == "en" || error.said.remark == Remark::none;
  const std::string message = as_it_stands ? error.message : said(language, error.said);
  if (error.remedy.empty()) return message;
  const std::string remedy = as_it_stands || error.to_do.remark == Remark::none ? error.remedy : said(language, error.to_do);
  return message + std::string(locale_of(as_it_stands ? "en" : language).semicolon) + " " + remedy;
}

}  // namespace rung
