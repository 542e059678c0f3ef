// What stands in a cell, read as the language would write it.
#pragma once

#include <string>
#include <string_view>

namespace rung::spreadsheet {

// What a cell says, or why it cannot be told.
struct Said {
  std::string value, unit;
  std::string problem;
};

// "3", "3.50", "3,5", "1,200.00", "42 hours" → the number as the language writes it, and the word or sign beside it.
Said read_quantity(std::string_view cell);
// "240", "240 CAD", "€ 90": the currency is the cell's, else `column`'s, else `usual`.
Said read_fee(std::string_view cell, std::string_view column, std::string_view usual);
// "Micro-credential" → microcredential.
Said read_type(std::string_view cell);

// A text of the language in its quotes.
std::string quoted(std::string_view text);

}  // namespace rung::spreadsheet
