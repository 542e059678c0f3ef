// The line of a place, with carets under it.
#pragma once

#include <string>

#include "compiler/source/source.hpp"

namespace rung::diagnostics {

struct Excerpt {
  std::uint32_t line;  // from 1
  std::string text;    // the line, safe to show; "…" where it is cut
  std::string carets;  // spaces, then a caret for each column of the place, at least one
};

// Whether the span lies in a file of the run.
bool has_file(const source::Files& files, source::Span span);

// A span over several lines is shown on its first, to the end of it. A line wider than 100 columns is cut to a window around the
// place; the cost does not depend on how long the line is. The span has a file; offsets past the end mean the end.
Excerpt excerpt(const source::Files& files, source::Span span);

}  // namespace rung::diagnostics
