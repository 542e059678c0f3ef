// Numbers beside what they count, in the words of the answers.
#pragma once

#include <string>

#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/words/words.hpp"
#include "runtime/table/filled.hpp"

namespace rung::lsp {

class Amounts {
 public:
  explicit Amounts(std::string_view language) : nouns(words::words_in(language)), locale(locale_of(language)) {}

  const words::Words& nouns;
  const Locale& locale;

  // Of millionths: "4.5 credits", "4,5 crédits".
  std::string amount(std::int64_t millionths, const words::Noun& noun) const { return amount(millionths, takes_one(locale, millionths) ? noun.one : noun.more); }
  std::string amount(std::int64_t millionths, std::string_view unit) const { return table::filled(nouns.amount, {number_in(locale, millionths), unit}); }
  std::string money(std::int64_t millionths, std::string_view currency) const { return table::filled(nouns.amount, {money_in(locale, millionths), currency}); }
  std::string many(std::size_t number, const words::Noun& noun) const {
    return table::filled(nouns.amount, {std::to_string(number), takes_one_of(locale, number) ? noun.one : noun.more});
  }
};

}  // namespace rung::lsp
