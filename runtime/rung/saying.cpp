#include "runtime/rung/saying.hpp"

#include "runtime/rung/locale.hpp"
#include "runtime/rung/words.hpp"

namespace rung {

std::string said(std::string_view language, const Saying& saying) {
  if (saying.remark == Remark::none) return {};
  constexpr std::size_t how_many = static_cast<std::size_t>(Remark::count_);
  const auto patterns = std::bit_cast<std::array<words::Word, how_many>>(words::words_in(language).remarks);
  return table::filled(patterns[static_cast<std::size_t>(saying.remark)], saying.about);
}

std::string in_a_sentence(std::string_view language, const Error& error) {
  const bool in_english = language == "en";     // where a message may say more than its remark: "--on: …"
  const std::string message = in_english || error.said.remark == Remark::none ? error.message : said(language, error.said);
  if (error.remedy.empty()) return message;
  return message + std::string(locale_of(language).semicolon) + " " + (in_english || error.to_do.remark == Remark::none ? error.remedy : said(language, error.to_do));
}

}  // namespace rung
