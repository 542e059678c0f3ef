// An author's bytes, made safe to show: whatever a file holds, no terminal obeys it, no bidirectional control turns a line round,
// and what comes out is UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rung::diagnostics {

// The same text as well-formed UTF-8: what is none becomes U+FFFD.
std::string valid_utf8(std::string_view bytes);

// The same, with the middle left out when it is longer than 1,000 bytes.
std::string shortened(std::string_view bytes);

// What one place on a terminal shows: a character with the marks that combine with it, or a stand-in for what cannot be shown
// (␛ for an escape, <U+202E> for a bidirectional control, four spaces for a tab).
struct Cell {
  std::uint32_t begin;  // bytes of the text it stands for
  std::uint32_t end;
  std::uint32_t width;  // columns of a terminal, at least 1
  std::string shown;
};

// The cell that begins at a byte of the text, which is the first of a character; at < text.size().
Cell cell_at(std::string_view text, std::uint32_t at);

// The whole text in cells, as one line.
std::string printable(std::string_view text);

// The first byte of the character that `at` lies in; text.size() stays.
std::uint32_t character_start(std::string_view text, std::uint32_t at);

}  // namespace rung::diagnostics
