// The layout of a text that is laid out again and again while somebody types. Declarations with a blank line between them are laid out each by itself, so that only those are that were changed;
// what comes out is what lay_out makes of the whole (tests/property/pieces_property_test.cpp compares them).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/reading.hpp"

namespace rung::grammar {

class Pieces {
 public:
  struct Edit {
    std::uint32_t begin, end;                // bytes of the text
    std::string text;
  };
  // What is to be changed, from the beginning to the end; none when the text has mistakes, for which all of it has to be looked at. Remembers the pieces of this text.
  std::optional<std::vector<Edit>> edits(std::string_view text, const Reading& reading);

 private:
  // By piece, with all that stands behind it before the next: as it is laid out, or nothing when it is that already.
  std::unordered_map<std::string, std::string> known_;
  std::string_view language_;
};

// What differs, as one edit of a text that begins at that byte: whole characters and whole ends of lines.
Pieces::Edit difference(std::string_view text, std::uint32_t begin_of_text, std::string_view after);

// Where pieces begin, the first at 0: at the first declaration or comment behind a blank line that is in no declaration.
std::vector<std::uint32_t> pieces_of(std::string_view text, const Tree& tree);

}  // namespace rung::grammar
