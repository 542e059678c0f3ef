#include "compiler/spreadsheet/csv.hpp"

#include <algorithm>

namespace rung::spreadsheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view begins_a_formula = "=+-@\t\r";

// Of the first row, outside quotes.
char separator_of(std::string_view text) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',';
    semicolons += c == ';';
    tabs += c == '\t';
  }
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

// Reads one row and takes it off the text. Within quotes everything is text, and two quotes are one; what follows a closing quote is text as well.
Row taken(std::string_view& text, char separator) {
  Row row;
  row.cells.emplace_back();
  bool quoted = false, at_start = true;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') row.cells.back() += c;
      else if (at + 1 < text.size() && text[at + 1] == '"') row.cells.back() += text[++at];
      else quoted = false;
      continue;
    }
    if (c == '\n' || c == '\r') break;
    if (c == separator) {
      row.cells.emplace_back();
      at_start = true;
      continue;
    }
    quoted = c == '"' && at_start;
    if (!quoted) row.cells.back() += c;
    at_start = false;
  }
  row.unclosed = quoted;
  if (quoted) at = std::min(text.find_first_of("\r\n"), text.size());   // what comes after it is not to be lost for one quote
  if (text.substr(at).starts_with("\r\n")) ++at;
  text.remove_prefix(std::min(at + 1, text.size()));
  return row;
}

}  // namespace

Sheet read_csv(std::string_view bytes) {
  Sheet sheet;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    sheet.problem = "is UTF-16; save it as \"CSV UTF-8\"";
    return sheet;
  }
  if (bytes.find('\0') != std::string_view::npos) {
    sheet.problem = bytes.starts_with("PK") ? "is a spreadsheet itself; save it as \"CSV UTF-8\"" : "is no text; save it as \"CSV UTF-8\"";
    return sheet;
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  char separator = separator_of(bytes);
  std::size_t number = 0;
  if (bytes.starts_with("sep=") && bytes.size() > 5 && (bytes[5] == '\n' || bytes[5] == '\r')) {
    separator = bytes[4];                                  // a spreadsheet does not show this line
    bytes.remove_prefix(bytes.substr(5).starts_with("\r\n") ? 7 : 6);
  }
  while (!bytes.empty()) {
    Row row = taken(bytes, separator);
    row.number = ++number;
    const bool empty = std::ranges::all_of(row.cells, [](const std::string& text) { return text.find_first_not_of(" \t") == std::string::npos; });
    if (!empty || row.unclosed) sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

std::string cell(std::string_view text) {
  // A quote before it makes it a text; what has one already gets another, so that it can be told again.
  const std::size_t first = text.find_first_not_of('\'');
  const bool formula = first != std::string_view::npos && begins_a_formula.find(text[first]) != std::string_view::npos;
  std::string out = formula ? "'" : "";
  out += text;
  if (out.find_first_of(",;\"\r\n\t") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string plain(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of('\'');
  if (first != 0 && first != std::string_view::npos && begins_a_formula.find(cell[first]) != std::string_view::npos) cell.remove_prefix(1);
  return std::string(cell);
}

std::string column_letters(std::size_t column) {
  std::string out;
  for (++column; column > 0; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

}  // namespace rung::spreadsheet
