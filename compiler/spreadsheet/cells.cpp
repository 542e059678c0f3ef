#include "compiler/spreadsheet/cells.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/spreadsheet/columns.hpp"
#include "compiler/spreadsheet/name_of.hpp"
#include "runtime/rung/enum_names.hpp"

namespace rung::spreadsheet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Digits with a point or a comma, as people group them.
Said number(std::string digits, std::string_view cell) {
  const auto bad = [&](std::string_view why) { return Said{"", "", fmt::format("'{}' {}", cell, why)}; };
  const std::size_t commas = static_cast<std::size_t>(std::ranges::count(digits, ',')), points = static_cast<std::size_t>(std::ranges::count(digits, '.'));
  const std::size_t comma = digits.rfind(','), point = digits.rfind('.');
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return bad("is no number; write it as 4.5");
  if (commas == 1 && points == 0 && digits.size() - comma == 4) return bad("may be read in two ways; write it without a comma");
  if (commas > 0 && points > 0) {
    if ((commas > 1 && points > 1) || (comma > point ? points > 1 && commas > 1 : points > 1)) return bad("is no number; write it as 1200.50");
    std::erase(digits, comma > point ? '.' : ',');
  } else if (commas > 1 || points > 1) {
    return bad("may be read in two ways; write it without separators");
  }
  std::ranges::replace(digits, ',', '.');
  if (digits.find('.') != std::string::npos) {
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
  }
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  digits.erase(0, std::min(digits.find_first_not_of('0'), whole - 1));
  const std::size_t end = std::min(digits.find('.'), digits.size());
  if (end > 9) return bad("is too great: less than 1,000,000,000");
  if (digits.size() > end + 7) return bad("has more than six decimal places");
  return {digits, "", ""};
}

}  // namespace

Said read_quantity(std::string_view cell) {
  const std::string text = trimmed(cell);
  std::string digits, beside;
  bool ended = false;                          // the digits have, since something else came
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (std::string_view(text).substr(at).starts_with("\xC2\xA0")) {
      ++at;                                    // a space between digits, or before the unit
    } else if (is_digit(c) || ((c == '.' || c == ',') && !digits.empty())) {
      if (ended) return {"", "", fmt::format("'{}' is no number; write it as 4.5", text)};
      digits += c;
    } else if (c != ' ') {
      if (!digits.empty() && digits.back() == '.') digits.pop_back();
      ended = !digits.empty();
      beside += c;
    }
  }
  Said out = number(digits, text);
  out.unit = beside;
  return out;
}

Said read_fee(std::string_view cell, std::string_view column, std::string_view usual) {
  Said out = read_quantity(cell);
  if (!out.problem.empty()) return out;
  std::string currency = out.unit == "€" ? "EUR" : out.unit == "£" ? "GBP" : out.unit == "$" ? "" : out.unit;
  if (currency.empty()) currency = trimmed(column.empty() ? usual : column);
  for (char& c : currency) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (currency.empty()) out.problem = fmt::format("'{}' has no currency; write 240 CAD, or have a column currency", trimmed(cell));
  else if (currency.size() != 3 || !std::ranges::all_of(currency, is_letter)) out.problem = fmt::format("'{}' is no currency; write three letters, such as CAD", currency);
  out.unit = currency;
  return out;
}

Said read_type(std::string_view cell) {
  std::string wanted = name_of(cell);
  std::erase(wanted, '-');
  if (wanted == "license") wanted = "licence";
  const auto types = names_of(table::CredentialType{});
  for (const std::string& one : {wanted, wanted.substr(0, wanted.size() - wanted.ends_with('s'))})   // or several of them
    if (std::ranges::find(types, one) != types.end()) return {one, "", ""};
  const std::string_view near = diagnostics::nearest(wanted, {types.begin(), types.end()});
  return {"", "", fmt::format("'{}' is no type of credential; {}", trimmed(cell), near.empty() ? std::string("write course, microcredential, certificate, diploma, …") : fmt::format("did you mean {}?", near))};
}

std::string quoted(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\r') continue;
    lines += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c == 0x7F ? ' ' : c;
  }
  const bool as_lines = lines.find('\n') != std::string::npos && lines.find("\"\"\"") == std::string::npos && !lines.ends_with('"');
  if (as_lines) return "\"\"\"" + lines + "\"\"\"";
  std::string out = "\"";
  for (const char c : lines) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + '"';
}

}  // namespace rung::spreadsheet
