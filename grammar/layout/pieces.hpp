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
  // What is to be changed, from the beginning to the end; none when a mistake in the text reaches beyond its piece, so that all of it has to be looked at. Remembers the pieces of this text.
  std::optional<std::vector<Edit>> edits(std::string_view text, const Reading& reading);

  bool empty() const { return known_.empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Laid {
    std::optional<Edit> edit;                // of the piece, which begins at 0; none when it is laid out already
    bool clean = true;                       // without mistakes, when it is read by itself
    bool used = false;                       // by a text that is being looked at, while room is made
  };
  struct Piece {
    std::uint32_t begin, end;                // bytes
    Laid* laid = nullptr;
  };
  void take_over(std::string_view text, std::vector<Piece>& pieces) const;
  Laid* lay(std::string_view piece, bool first);
  bool stays_read(std::string_view text, const std::vector<Piece>& pieces, std::size_t piece, std::uint32_t reach) const;
  void make_room(const std::vector<Piece>& pieces);

  // By piece, with all that stands behind it before the next; the last of a text has nothing behind it, and is here as it would stand before another.
  std::unordered_map<std::string, Laid, Hash, std::equal_to<>> known_;
  std::string text_;                         // the one that was looked at last, and its pieces
  std::vector<Piece> pieces_;
  std::string_view language_;
  std::string head_;                         // what a piece is read behind when it is not the first
};

// What differs, as one edit of a text that begins at that byte: whole characters and whole ends of lines.
Pieces::Edit difference(std::string_view text, std::uint32_t begin_of_text, std::string_view after);

}  // namespace rung::grammar
