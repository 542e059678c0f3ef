// Tables as spreadsheets save them: RFC 4180, and what programs make of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung::spreadsheet {

struct Row {
  std::size_t number = 0;              // from 1, as the spreadsheet shows it: a row whose cells run over lines is one
  std::vector<std::string> cells;
  bool unclosed = false;               // a quote in it is never closed; then its cells are those of its first line
};

struct Sheet {
  std::vector<Row> rows;               // without those in which nothing stands
  std::string problem;                 // why nothing could be read, or nothing
};

// UTF-8, with or without a byte-order mark; lines end in whatever way. Cells are parted by the comma, semicolon or tab of which the first row has most, or by what a line `sep=;` before it says.
Sheet read_csv(std::string_view bytes);

// A cell of a file with commas, which a spreadsheet takes for text: also when it begins as a formula would. `plain` takes back what keeps it from being one.
std::string cell(std::string_view text);
std::string plain(std::string_view cell);

// "F" for 5: how a spreadsheet names its columns.
std::string column_letters(std::size_t column);

}  // namespace rung::spreadsheet
