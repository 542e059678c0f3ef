#include "compiler/spreadsheet/columns.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/names.hpp"
#include "compiler/model/name_of.hpp"

namespace rung::spreadsheet {
namespace {

struct Called { std::string_view name, others, french; };   // the last two with bars between them
constexpr std::array<Called, static_cast<std::size_t>(Column::count_)> columns = {{
#define COLUMN(id, name, others, french) {name, others, french},
#include "compiler/spreadsheet/columns.def"
#undef COLUMN
}};

// "Course-code ", "Préalables" → course code, prealables.
std::string folded(std::string_view heading) {
  std::string out = model::name_of(heading);
  std::ranges::replace(out, '-', ' ');
  return out;
}

template <class Visit>
void each_of(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    visit(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// What columns are called, folded, and in which language.
struct Meant {
  Column column;
  std::string_view spoken;
};
const std::map<std::string, Meant, std::less<>>& headings() {
  static const std::map<std::string, Meant, std::less<>> all = [] {
    std::map<std::string, Meant, std::less<>> out;
    for (std::size_t i = 0; i < columns.size(); ++i)
      for (const std::string_view list : {columns[i].name, columns[i].others}) each_of(list, [&](std::string_view one) { out.try_emplace(folded(one), Meant{static_cast<Column>(i), "en"}); });
    for (std::size_t i = 0; i < columns.size(); ++i)
      each_of(columns[i].french, [&](std::string_view one) {
        const auto [at, is_new] = out.try_emplace(folded(one), Meant{static_cast<Column>(i), "fr"});
        if (!is_new && at->second.spoken == "en") at->second.spoken = "";
      });
    return out;
  }();
  return all;
}

// "fr", "FR-ca", "français" → fr, fr-ca, fr; empty when it is no language.
std::string language_in(std::string_view written) {
  const std::string word = model::name_of(written);
  for (const auto& [name, code] : {std::pair("english", "en"), {"anglais", "en"}, {"french", "fr"}, {"francais", "fr"}})
    if (word == name) return code;
  std::string language = trimmed(written);
  for (char& c : language) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::size_t primary = std::min(language.find('-'), language.size());
  return model::is_kebab_case(language) && (primary == 2 || primary == 3) ? language : "";
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

std::string_view column_name(Column column, std::string_view language) {
  const Called& called = columns[static_cast<std::size_t>(column)];
  return language == "fr" ? called.french.substr(0, called.french.find('|')) : called.name;
}

std::string as_heading(const Heading& heading, std::string_view language) {
  return std::string(column_name(heading.column, language)) + (heading.language.empty() ? "" : " " + heading.language);
}

std::optional<Heading> heading_named(std::string_view text) {
  if (const auto found = headings().find(folded(text)); found != headings().end()) return Heading{found->second.column, "", found->second.spoken};
  const std::string written = trimmed(text);
  const std::size_t space = written.find_first_of(" _-");   // "title fr"
  if (space == std::string::npos) return std::nullopt;
  const auto before = headings().find(folded(std::string_view(written).substr(0, space)));
  if (before == headings().end() || (before->second.column != Column::title && before->second.column != Column::description)) return std::nullopt;
  const std::string language = language_in(std::string_view(written).substr(space + 1));
  return language.empty() ? std::nullopt : std::optional(Heading{before->second.column, language, before->second.spoken});
}

std::string near_column(std::string_view text) {
  std::vector<std::string_view> known;
  for (const auto& [name, _] : headings()) known.push_back(name);
  const std::string_view near = diagnostics::nearest(folded(text), known);
  if (near.empty()) return "";
  std::string accented(near);                                // as the list writes it
  for (const Called& column : columns)
    for (const std::string_view list : {column.name, column.others, column.french}) each_of(list, [&](std::string_view one) { accented = folded(one) == near ? std::string(one) : accented; });
  return accented;
}

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
