#include "compiler/spreadsheet/columns.hpp"

#include <algorithm>
#include <array>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/names.hpp"

namespace rung::spreadsheet {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Column::count_)> names = {
#define COLUMN(id, name, others) name,
#include "compiler/spreadsheet/columns.def"
#undef COLUMN
};
constexpr std::array<std::string_view, static_cast<std::size_t>(Column::count_)> others = {   // with bars between them
#define COLUMN(id, name, others) others,
#include "compiler/spreadsheet/columns.def"
#undef COLUMN
};

bool stands_in(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (list.substr(0, end) == wanted) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

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

std::string as_heading(const Heading& heading) {
  return std::string(column_name(heading.column)) + (heading.language.empty() ? "" : " " + heading.language);
}

std::optional<Heading> heading_named(std::string_view text) {
  const std::string wanted = folded(text);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (wanted == names[i] || (!wanted.empty() && stands_in(others[i], wanted))) return Heading{static_cast<Column>(i), ""};
  for (const Column column : {Column::title, Column::description}) {
    const std::string_view name = column_name(column);
    if (!wanted.starts_with(std::string(name) + ' ')) continue;
    std::string language = trimmed(text).substr(name.size() + 1);   // folded, its hyphens would be spaces
    for (char& c : language) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::size_t primary = std::min(language.find('-'), language.size());
    if (model::is_kebab_case(language) && (primary == 2 || primary == 3)) return Heading{column, language};
  }
  return std::nullopt;
}

std::string near_column(std::string_view text) { return std::string(diagnostics::nearest(folded(text), {names.begin(), names.end()})); }

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
    if (c == '\\' && at + 1 < cell.size() && std::string_view(";|\\,\r\n").find(cell[at + 1]) != std::string_view::npos) {
      if (cell.substr(at + 1).starts_with("\r\n")) ++at;
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
    for (const char c : thing) out += c == ';' || c == '|' || c == '\\' || c == '\n' || (c == ',' && parted) ? std::string{'\\', c} : std::string(1, c);
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
