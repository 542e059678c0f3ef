#include "compiler/spreadsheet/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/names.hpp"

namespace rung::spreadsheet {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Column::count_)> names = {
    "framework", "name",     "title",         "type", "issuer",   "credits",     "hours",       "weeks", "level", "fee", "currency",
    "develops",  "prerequisites", "tags", "subjects", "assessed by", "awarded for", "code",  "id",    "url", "description"};

constexpr std::pair<std::string_view, Column> others[] = {
    {"issued by", Column::issuer},           {"institution", Column::issuer},            {"credit", Column::credits},
    {"hour", Column::hours},                 {"week", Column::weeks},                    {"competencies", Column::develops},
    {"competency", Column::develops},        {"prerequisite", Column::prerequisites},    {"prerequisite names", Column::prerequisites},
    {"tag", Column::tags},                   {"subject", Column::subjects},              {"assessment", Column::assessed_by},
    {"course code", Column::code},           {"link", Column::url},                      {"credential", Column::name}};

std::string folded(std::string_view heading) {
  std::string out = trimmed(heading);
  for (char& c : out) c = c == '_' || c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// The comma that parts names also stands in titles: it parts only where there is a name on each side of each.
std::vector<std::string> names_in(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    out.push_back(trimmed(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return out.size() > 1 && std::ranges::all_of(out, [](const std::string& one) { return model::is_kebab_case(one); }) ? out : std::vector{text};
}

}  // namespace

std::string_view column_name(Column column) { return names[static_cast<std::size_t>(column)]; }

std::optional<Column> column_named(std::string_view heading) {
  const std::string wanted = folded(heading);
  if (const auto found = std::ranges::find(names, wanted); found != names.end()) return static_cast<Column>(found - names.begin());
  for (const auto& [name, column] : others)
    if (name == wanted) return column;
  return std::nullopt;
}

std::string near_column(std::string_view heading) { return std::string(diagnostics::nearest(folded(heading), {names.begin(), names.end()})); }

std::vector<std::string> things_in(std::string_view cell) {
  std::vector<std::string> out;
  std::string thing;
  bool escaped = false;
  const auto end = [&] {
    const std::string whole = trimmed(thing);
    if (whole.empty()) return;
    for (std::string& one : escaped ? std::vector{whole} : names_in(whole)) out.push_back(std::move(one));
  };
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const char c = cell[at];
    if (c == '\\' && at + 1 < cell.size() && std::string_view(";|\\,").find(cell[at + 1]) != std::string_view::npos) {
      thing += cell[++at];
      escaped = true;
    } else if (c == ';' || c == '|' || c == '\n' || c == '\r') {
      end();
      thing.clear();
      escaped = false;
    } else {
      thing += c;
    }
  }
  end();
  return out;
}

std::string cell_of(const std::vector<std::string>& things) {
  std::string out;
  for (const std::string& thing : things) {
    if (!out.empty()) out += "; ";
    const bool parted = names_in(thing).size() > 1;
    for (const char c : thing) out += c == ';' || c == '|' || c == '\\' || (c == ',' && parted) ? std::string{'\\', c} : std::string(1, c);
  }
  return out;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  while (!text.empty()) {
    if (std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    else if (std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    else if (text.starts_with(no_break_space)) text.remove_prefix(2);
    else if (text.ends_with(no_break_space)) text.remove_suffix(2);
    else break;
  }
  return std::string(text);
}

}  // namespace rung::spreadsheet
