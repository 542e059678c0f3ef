// The same for whoever does not see the drawing: box by box, what leads to it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "compiler/picture/picture.hpp"

namespace rung::picture {
namespace {

std::string all_of(const Picture& picture, std::uint32_t to, std::uint32_t row, Link link) {
  std::vector<std::string> from;
  for (const Line& line : picture.lines) {
    if (line.to != to || line.row != row || line.link != link) continue;
    if (link == Link::counts && picture.boxes[line.from].gate != table::none) continue;   // its row names it
    for (const std::string& title : picture.boxes[line.from].titles) from.push_back(line.text.empty() ? title : fmt::format("{} ({})", title, line.text));
  }
  return fmt::format("{}", fmt::join(from, ", "));
}

}  // namespace

std::string in_words(const Picture& picture) {
  std::string out;
  for (std::uint32_t b = 0; b < picture.boxes.size(); ++b) {
    const Box& box = picture.boxes[b];
    if (box.gate != table::none) continue;
    std::string lines;
    for (std::uint32_t r = 0; r < box.rows.size(); ++r) {
      const std::string from = all_of(picture, b, r, Link::counts);
      lines += fmt::format("{}{}{}{}\n", std::string(2 * box.rows[r].depth + 2, ' '), box.rows[r].text, from.empty() ? "" : ": ", from);
    }
    if (const std::string before = all_of(picture, b, table::none, Link::before); !before.empty()) lines += "  before it: " + before + "\n";
    if (const std::string from = all_of(picture, b, table::none, Link::recognised); !from.empty()) lines += "  recognised for it: " + from + "\n";
    if (lines.empty()) continue;
    out += box.titles.front() + (box.is_award ? " is made of\n" : "\n") + lines;
  }
  return out.empty() ? "Nothing in it leads to anything else.\n" : out;
}

}  // namespace rung::picture
