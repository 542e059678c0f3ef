// The layout of a text that is laid out again and again while somebody types. Declarations with a blank line between them are laid out each by itself, so that only those are that were changed;
// what comes out is what lay_out makes of the whole (tests/property/pieces_property_test.cpp compares them).
#pragma once

#include <functional>
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

  bool empty() const { return known_.empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Laid {
    std::string text;                        // empty when the piece is laid out already
    std::uint64_t used = 0;                  // when it was asked for last: counts calls
  };
  // By piece, with all that stands behind it before the next; the last of a text has nothing behind it.
  std::unordered_map<std::string, Laid, Hash, std::equal_to<>> known_;
  std::uint64_t calls_ = 0;
  std::string_view language_;
};

// What differs, as one edit of a text that begins at that byte: whole characters and whole ends of lines.
Pieces::Edit difference(std::string_view text, std::uint32_t begin_of_text, std::string_view after);

}  // namespace rung::grammar
