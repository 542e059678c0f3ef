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
  const bool french = picture.language == "fr";
  const std::string_view colon = french ? "\u00A0: " : ": ", made_of = french ? " se compose de\n" : " is made of\n", before_it = french ? "avant l’inscription" : "before it",
                         recognised = french ? "reconnu à ce titre" : "recognised for it";
  std::string out;
  for (std::uint32_t b = 0; b < picture.boxes.size(); ++b) {
    const Box& box = picture.boxes[b];
    if (box.gate != table::none) continue;
    std::string lines;
    for (std::uint32_t r = 0; r < box.rows.size(); ++r) {
      const std::string from = all_of(picture, b, r, Link::counts);
      lines += fmt::format("{}{}{}{}\n", std::string(2 * box.rows[r].depth + 2, ' '), box.rows[r].text, from.empty() ? "" : colon, from);
    }
    if (const std::string before = all_of(picture, b, table::none, Link::before); !before.empty()) lines += fmt::format("  {}{}{}\n", before_it, colon, before);
    if (const std::string from = all_of(picture, b, table::none, Link::recognised); !from.empty()) lines += fmt::format("  {}{}{}\n", recognised, colon, from);
    if (lines.empty()) continue;
    out += fmt::format("{}{}{}", box.titles.front(), box.is_award ? made_of : "\n", lines);
  }
  return !out.empty() ? out : french ? "Rien n’y mène à autre chose.\n" : "Nothing in it leads to anything else.\n";
}

}  // namespace rung::picture
