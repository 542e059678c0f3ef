// The one layout of a framework file, by its tokens: words, names and texts stay as they were written, comments stay with what they stand above or beside.
//
// Where lines may end is given by the tree (marks.hpp); whether they do is the author's wherever both read well: what stood on a line of its own keeps one. So a small change of a file is a small
// change of its layout, and laying out twice is laying out once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/tree.hpp"

namespace rung::grammar {

inline constexpr std::size_t greatest_width = 140;   // columns; a brace that would end beyond is broken into lines. Texts are never broken

struct LaidOut {
  std::optional<std::string> text;         // none: something outside every declaration is no part of the language, and the file is to be left alone
  std::size_t mistakes = 0;                // of the syntax, reported to the sink
  bool faithful = true;                    // false, and no text: what was laid out says something else. A mistake of ours, found by reading it again
};

// A file of `files`, which is UTF-8. A declaration with a mistake is left byte for byte as it is.
LaidOut lay_out(const source::Files& files, source::FileId file, diagnostics::Sink& sink);

// Whether two trees say the same: the same tokens and comments in the same order, and the same structure over them.
bool says_the_same(std::string_view text, const Tree& tree, std::string_view other_text, const Tree& other);

}  // namespace rung::grammar
