// For Graphviz. Every size is given, from the widths of characters, so that a drawing does not depend on the fonts of the machine that makes it.
#include <utf8proc.h>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "compiler/picture/picture.hpp"
#include "runtime/label/escaped.hpp"

namespace rung::picture {
namespace {

constexpr std::size_t widest_line = 34;    // characters
constexpr int character = 7, line_height = 16, margin = 10;   // points

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  utf8proc_int32_t code = 0;
  while (!text.empty()) {
    const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (length <= 0) break;
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return width;
}

// Broken between words; a word that is too long has a line to itself.
std::vector<std::string> broken(std::string_view text) {
  std::vector<std::string> lines{""};
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (width > 0 && width + 1 + width_of(word) > widest_line) {
      lines.emplace_back();
      width = 0;
    }
    lines.back() += (width > 0 ? " " : "") + std::string(word);
    width += (width > 0 ? 1 : 0) + width_of(word);
  }
  return lines;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

struct Cell {
  std::vector<std::string> lines;
  std::string attributes{};
  bool bold = false;
};

std::string blanks(std::size_t count) {    // that nothing takes away
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "\u00A0";
  return out;
}

// Texts begin at the left of a cell of a given size: whatever is centred is put where its width, by the machine's fonts, says.
std::string table_of(const std::vector<Cell>& cells, std::string_view color, int border) {
  std::size_t widest = 8;
  for (const Cell& cell : cells)
    for (const std::string& line : cell.lines) widest = std::max(widest, width_of(line));
  const int width = static_cast<int>(widest) * character + 2 * margin;
  std::string out = fmt::format("<<TABLE BORDER=\"{}\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" BGCOLOR=\"{}\" COLOR=\"#333333\">", border, color);
  for (const Cell& cell : cells) {
    out += fmt::format("<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\" ALIGN=\"LEFT\"{}>", width, static_cast<int>(cell.lines.size()) * line_height + margin, cell.attributes);
    for (const std::string& line : cell.lines) {
      const std::string text = blanks(1) + label::escaped(line);
      out += (cell.bold ? "<B>" + text + "</B>" : text) + "<BR ALIGN=\"LEFT\"/>";
    }
    out += "</TD></TR>";
  }
  return out + "</TABLE>>";
}

std::string label_of(const Box& box) {
  Cell title{{}, "", box.is_award};
  for (const std::string& one : box.titles)
    for (const std::string& line : broken(one)) title.lines.push_back(line);
  std::vector<Cell> cells{std::move(title)};
  for (std::size_t r = 0; r < box.rows.size(); ++r) {
    const Row& row = box.rows[r];
    Cell cell{{}, fmt::format(" PORT=\"r{}\" SIDES=\"T\" BORDER=\"1\"", r)};
    for (const std::string& line : broken(row.text)) cell.lines.push_back(blanks(2 * row.depth) + line);
    cells.push_back(std::move(cell));
  }
  const std::string_view color = box.gate != table::none ? "#F3F3F3" : box.is_award ? "#E3EEF9" : "#FFFFFF";
  return table_of(cells, color, box.is_asked_for ? 3 : 1);
}

}  // namespace

std::string as_dot(const Picture& picture) {
  std::string out = fmt::format(
      "digraph {} {{\n  rankdir=LR\n  ranksep=1.2\n  nodesep=0.15\n  node [shape=plain fontname=\"Helvetica\" fontsize=12]\n"
      "  edge [fontname=\"Helvetica\" fontsize=10 color=\"#333333\" arrowsize=0.7]\n", quoted(picture.title));
  for (std::size_t b = 0; b < picture.boxes.size(); ++b) out += fmt::format("  b{} [label={}]\n", b, label_of(picture.boxes[b]));
  for (const Line& line : picture.lines) {
    std::string attributes;
    if (line.link == Link::before) attributes += " style=dashed";
    if (line.link == Link::recognised) attributes += " style=dotted penwidth=1.5";
    if (!line.text.empty()) attributes += " label=" + table_of({{broken(line.text)}}, "transparent", 0);
    out += fmt::format("  b{}:e -> b{}{}:w [{}]\n", line.from, line.to, line.row == table::none ? "" : fmt::format(":r{}", line.row), attributes.empty() ? "" : attributes.substr(1));
  }
  return out + "}\n";
}

}  // namespace rung::picture
