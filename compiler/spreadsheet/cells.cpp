#include "compiler/spreadsheet/cells.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/values.hpp"
#include "compiler/spreadsheet/columns.hpp"
#include "compiler/model/name_of.hpp"
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

// Not whether there is such a day.
bool looks_like_a_date(std::string_view text) {
  if (text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return false;
  return true;
}

// A name in which several are one: "Diplômés récents" → diplome-recent.
std::string singular(std::string_view text) {
  std::string out;
  const std::string name = model::name_of(text) + '-';
  for (std::size_t at = 0; at < name.size(); ++at)
    if (name[at] != 's' || name[at + 1] != '-') out += name[at];
  out.pop_back();
  return out;
}

// Each way to spell the word, in every language that there are words for.
template <class Visit>
bool any_spelling(grammar::Word word, const Visit& visit) {
  for (const std::string_view language : grammar::Vocabulary::languages()) {
    const auto* vocabulary = grammar::Vocabulary::of(language);
    for (std::size_t place = 0; place < vocabulary->phrases(word).size(); ++place)
      if (visit(vocabulary->spelling(word, place))) return true;
  }
  return false;
}

}  // namespace

bool spells(std::string_view written, grammar::Word word) {
  const std::string wanted = singular(written);
  return any_spelling(word, [&](std::string_view one) { return singular(one) == wanted; });
}

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
  if (out.value.size() > 2 && out.value[out.value.size() - 2] == '.') out.value += '0';
  std::string currency = out.unit == "€" ? "EUR" : out.unit == "£" ? "GBP" : out.unit == "$" ? "" : out.unit == "$CA" || out.unit == "CA$" ? "CAD" : out.unit;
  if (currency.empty()) currency = trimmed(column.empty() ? usual : column);
  for (char& c : currency) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (currency.empty()) out.problem = fmt::format("'{}' has no currency; write its currency behind it, as in 240 CAD, or have a column currency", trimmed(cell));
  else if (currency.size() != 3 || !std::ranges::all_of(currency, is_letter)) out.problem = fmt::format("'{}' is no currency; write three letters, such as CAD", currency);
  out.unit = currency;
  return out;
}

Said read_type(std::string_view cell) {
  const auto joined = [](std::string_view text) {            // "Micro-credentials" → microcredential
    std::string out = singular(text);
    std::erase(out, '-');
    return out;
  };
  std::string wanted = joined(cell);
  if (wanted == "license") wanted = "licence";
  std::vector<std::string_view> known;
  const auto types = names_of(table::CredentialType{});
  for (const grammar::Word word : grammar::declaring) {
    const std::string_view type = grammar::Vocabulary::of("en")->printed(word);
    if (std::ranges::find(types, type) == types.end()) continue;
    if (any_spelling(word, [&](std::string_view one) { known.push_back(one); return joined(one) == wanted; })) return {std::string(type), "", ""};
  }
  const std::string_view near = diagnostics::nearest(model::name_of(cell), known);
  return {"", "", fmt::format("'{}' is no type of credential; {}", trimmed(cell), near.empty() ? std::string("write course, microcredential, certificate, diploma, …") : fmt::format("did you mean {}?", near))};
}

Said read_pass_mark(std::string_view cell) {
  Said out = read_quantity(cell);
  if (!out.problem.empty()) return out;
  const std::size_t whole = std::min(out.value.find('.'), out.value.size());
  if (!out.unit.empty() && out.unit != "%") out.problem = fmt::format("'{}' is no pass mark; write it as 80%", trimmed(cell));
  else if (out.unit.empty() && whole == 1 && out.value.front() <= '1') out.problem = fmt::format("'{}' may be read in two ways; write it as 80%", trimmed(cell));   // spreadsheets keep 80% as 0.8
  else if (whole > 3 || (whole == 3 && out.value != "100")) out.problem = fmt::format("'{}' is more than 100 %", trimmed(cell));
  return out;
}

Said read_word(std::string_view cell, std::string_view what, std::initializer_list<grammar::Word> words) {
  std::vector<std::string_view> known, spellings;
  for (const grammar::Word word : words) {
    known.push_back(grammar::Vocabulary::of("en")->printed(word));
    if (spells(cell, word)) return {std::string(known.back()), "", ""};
    any_spelling(word, [&](std::string_view one) { spellings.push_back(one); return false; });
  }
  const std::string_view near = diagnostics::nearest(model::name_of(cell), spellings);
  return {"", "", near.empty() ? fmt::format("'{}' does not say the {}; write {}", trimmed(cell), what, fmt::join(known, ", ")) : fmt::format("'{}' does not say the {}; did you mean {}?", trimmed(cell), what, near)};
}

Said read_date(std::string_view cell) {
  const std::string text = trimmed(cell);
  const auto bad = [&](std::string_view why) { return Said{"", "", fmt::format("'{}' {}", text, why)}; };
  if (!looks_like_a_date(text)) return bad("is no date; write it as 2026-09-01, or 2026-09 for a month");
  diagnostics::Sink unheard;
  if (!model::read_date(text, model::MonthMeans::first_day, {}, unheard)) return bad("is no day of the calendar");
  return {text, "", ""};
}

Said read_validity(std::string_view cell) {
  Said out = read_quantity(cell);
  if (!out.problem.empty()) return out;
  const bool years = spells(out.unit, grammar::Word::years), months = spells(out.unit, grammar::Word::months);
  if ((!years && !months) || out.value.find('.') != std::string::npos || out.value == "0") out.problem = fmt::format("'{}' is no time of validity; write it as 5 years or 18 months", trimmed(cell));
  else if (out.value.size() > 5 || std::stoul(out.value) * (years ? 12 : 1) > 12'000) out.problem = fmt::format("'{}' is too long: at most 1000 years", trimmed(cell));
  else out.value += years ? " years" : " months";
  return out;
}

bool says_none(std::string_view thing) { return spells(thing, grammar::Word::none_); }

Consulted read_consulted(const std::string& thing) {
  for (const std::string_view when : {" on ", " le "}) {
    const std::size_t at = thing.rfind(when);
    if (at == std::string::npos || !looks_like_a_date(std::string_view(thing).substr(at + when.size()))) continue;
    const Said on = read_date(thing.substr(at + when.size()));
    return {trimmed(thing.substr(0, at)), on.value, on.problem};
  }
  return {thing, "", ""};
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
