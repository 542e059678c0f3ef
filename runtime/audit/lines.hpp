// A stream of lines, read in blocks: the memory that it takes is bounded by one block, whatever the stream's length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rung::audit {

// So many bytes may be read behind a text, whatever they are, as the JSON parser wants it.
inline constexpr std::size_t padding = 64;

// A text that grows, with room behind it; the room is made once and kept.
struct Text {
  std::string room;                        // the text, and at least the padding
  std::size_t size = 0;
  std::string_view view() const { return std::string_view(room).substr(0, size); }
};

// Some whole lines.
struct Block {
  std::uint64_t first_line = 1;            // the number of its first line in the stream, from 1
  std::uint64_t end = 0;                   // bytes of the stream up to and with its last line
  Text lines;
  std::string_view text() const { return lines.view(); }
};

struct Limits {
  std::size_t at_once = 256u << 10;        // bytes that are asked for in one read
  std::size_t longest_line = 16u << 20;    // bytes, without the line end
};

// What is there is given out as soon as it is a line, so a slow stream gets its answers line by line. A line that is too long is given out cut, with some bytes more than
// the longest may have, and the rest of it is passed over. The last line need not have an end.
class LineReader {
 public:
  // `handle` is a file descriptor, and stays open.
  explicit LineReader(int handle, Limits limits = {}) : handle_(handle), limits_(limits) {}

  // False at the end, and when reading fails (`problem`).
  bool next(Block& block);
  // Passes over so many lines; how many there were.
  std::uint64_t skip(std::uint64_t lines);
  // errno of the read that failed, or 0.
  int problem() const { return problem_; }

 private:
  // Appends what one read gives, and says how much: 0 at the end.
  std::size_t read_more(Text& text);
  void skip_rest_of_line();

  int handle_;
  Limits limits_;
  Text rest_;                              // read and not given out
  std::uint64_t line_ = 1;                 // of the first byte in rest_
  std::uint64_t read_ = 0;                 // bytes
  int problem_ = 0;
};

}  // namespace rung::audit
