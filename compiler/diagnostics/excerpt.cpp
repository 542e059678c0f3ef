#include "compiler/diagnostics/excerpt.hpp"

#include <algorithm>
#include <deque>

#include "compiler/diagnostics/show.hpp"

namespace rung::diagnostics {
namespace {

constexpr std::uint32_t widest = 100;        // columns of a line that is shown
constexpr std::uint32_t most_before = 40;    // columns before the place, when the line is cut
constexpr std::uint32_t bytes_before = 400;  // looked at: enough for those columns, whatever the characters

constexpr std::string_view cut = "…";

struct Window {
  std::deque<Cell> cells;
  std::uint32_t width = 0;
  bool cut_before = false;
  bool cut_after = false;
};

// The cells around byte `begin` of the line.
Window window_around(std::string_view line, std::uint32_t begin) {
  Window window;
  std::uint32_t at = begin > bytes_before ? character_start(line, begin - bytes_before) : 0;
  window.cut_before = at > 0;
  const auto add = [&] {
    Cell cell = cell_at(line, at);
    at = cell.end;
    window.width += cell.width;
    window.cells.push_back(std::move(cell));
  };
  while (at < line.size() && at < begin) add();
  const std::uint32_t before = window.width;
  while (at < line.size() && window.width < widest) add();
  // The place lies beyond the window, or the line goes on: keep a part of what stands before it, and fill up.
  if (!window.cut_before && at == line.size() && window.width <= widest) return window;
  for (std::uint32_t left = before; left > most_before; window.cut_before = true) {
    left -= window.cells.front().width;
    window.width -= window.cells.front().width;
    window.cells.pop_front();
  }
  while (at < line.size() && window.width < widest) add();
  window.cut_after = at < line.size();
  return window;
}

}  // namespace

bool has_file(const source::Files& files, source::Span span) { return span.file < files.size(); }

Excerpt excerpt(const source::Files& files, source::Span span) {
  const std::uint32_t line_number = files.position(span.file, span.begin).line;
  const std::uint32_t start = files.line_start(span.file, line_number);
  const std::string_view line = files.line(span.file, line_number);
  const auto in_line = [&](std::uint32_t offset) { return std::min(std::max(offset, start) - start, static_cast<std::uint32_t>(line.size())); };
  const std::uint32_t begin = in_line(span.begin), end = in_line(span.end);

  const Window window = window_around(line, begin);
  Excerpt out{line_number, {}, {}};
  std::uint32_t before = 0, under = 0;
  if (window.cut_before) {
    out.text += cut;
    before = 1;
  }
  for (const Cell& cell : window.cells) {
    out.text += cell.shown;
    if (cell.end <= begin) before += cell.width;
    else if (cell.begin < end) under += cell.width;
  }
  if (window.cut_after) out.text += cut;
  out.carets = std::string(before, ' ') + std::string(std::max(under, 1u), '^');
  return out;
}

}  // namespace rung::diagnostics
