// What the columns of a catalogue are called, and how several things stand in one cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung::spreadsheet {

enum class Column : std::uint8_t {
#define COLUMN(id, name, others, french) id,
#include "compiler/spreadsheet/columns.def"
#undef COLUMN
  count_
};

std::string_view column_name(Column column, std::string_view language = "en");   // "assessed by", "évaluation"

// What stands over a column: titles and descriptions may have further columns, one a language, "title fr".
struct Heading {
  Column column;
  std::string language;                                    // empty: the framework's own
  std::string_view spoken = {};                            // the language that it is in, "en" or "fr"; empty when it is a word of both
  friend bool operator==(const Heading& one, const Heading& other) { return one.column == other.column && one.language == other.language; }
};
std::string as_heading(const Heading& heading, std::string_view language = "en");
// By its name or by another that people use for it, in English or French; capitals, accents, hyphens and underscores make no difference.
std::optional<Heading> heading_named(std::string_view text);
std::string near_column(std::string_view text);            // one that was perhaps meant, or empty

// The things of a cell: parted by semicolons, bars or line ends, and names by commas too. A backslash before one of them makes it text.
std::vector<std::string> things_in(std::string_view cell);
std::string cell_of(const std::vector<std::string>& things);

std::string trimmed(std::string_view text);

}  // namespace rung::spreadsheet
