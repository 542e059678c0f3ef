// Lines of a layout, before their columns are set.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rung::grammar {

struct Line {
  std::size_t indent = 0;
  std::string text;                        // of a verbatim line with whatever lines it goes on over; empty beside a comment that stands alone
  std::string comment;
  bool blank_before = false;
  bool verbatim = false;
  std::uint32_t item = 0, group = 0;       // which item of which pair of braces it begins or goes on with; 0: none
  std::size_t key = 0;                     // columns of the item's name at the head of the text; 0: it has none to align
  std::size_t brace = 0;                   // columns before the brace, of a declaration that is one line; else 0
};

// Unicode code points, which is what columns are counted in.
std::size_t columns(std::string_view text);

// The lines as text: values that follow names on lines below each other begin at one column, and so do comments and the braces of one-line declarations.
std::string aligned(std::vector<Line> lines);

}  // namespace rung::grammar
