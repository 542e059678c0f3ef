// What the columns of a catalogue are called, and how several things stand in one cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung::spreadsheet {

// In the order in which they are exported.
enum class Column : std::uint8_t {
  framework, name, title, type, issuer, credits, hours, weeks, level, fee, currency, develops, prerequisites, tags, subjects, assessed_by, awarded_for, code, id, url, description, count_
};

std::string_view column_name(Column column);               // "assessed by"
// By its name or by another that people use for it; capitals, hyphens and underscores make no difference.
std::optional<Column> column_named(std::string_view heading);
std::string near_column(std::string_view heading);         // one that was perhaps meant, or empty

// The things of a cell: parted by semicolons, bars or line ends, and names by commas too. A backslash before one of them makes it text.
std::vector<std::string> things_in(std::string_view cell);
std::string cell_of(const std::vector<std::string>& things);

std::string trimmed(std::string_view text);

}  // namespace rung::spreadsheet
