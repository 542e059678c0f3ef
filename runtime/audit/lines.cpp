#include "runtime/audit/lines.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace rung::audit {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

void drop_front(Text& text, std::size_t bytes) {
  std::memmove(text.room.data(), text.room.data() + bytes, text.size - bytes);
  text.size -= bytes;
}

std::uint64_t line_ends(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t at = text.find('\n'); at != nowhere; at = text.find('\n', at + 1)) ++count;
  return count;
}

}  // namespace

std::size_t LineReader::read_more(Text& text) {
  if (problem_ != 0) return 0;
  if (text.room.size() < text.size + limits_.at_once + padding) text.room.resize(text.size + limits_.at_once + padding);
  ssize_t read = -1;
  do read = ::read(handle_, text.room.data() + text.size, limits_.at_once);
  while (read < 0 && errno == EINTR);
  if (read < 0) problem_ = errno;
  const std::size_t got = read > 0 ? static_cast<std::size_t>(read) : 0;
  text.size += got;
  read_ += got;
  return got;
}

void LineReader::skip_rest_of_line() {
  for (;;) {
    rest_.size = 0;
    if (read_more(rest_) == 0) return;
    const std::size_t end = rest_.view().find('\n');
    if (end == nowhere) continue;
    drop_front(rest_, end + 1);
    return;
  }
}

bool LineReader::next(Block& block) {
  Text& lines = block.lines;
  if (lines.room.size() > 4 * (limits_.at_once + padding)) lines = {};   // a very long line is not paid for ever after
  std::swap(lines, rest_);
  rest_.size = 0;
  std::size_t end = lines.view().rfind('\n');
  while (end == nowhere) {
    const std::size_t before = lines.size;
    if (read_more(lines) == 0) break;
    const std::size_t last = lines.view().substr(before).rfind('\n');   // before that there is none
    if (last != nowhere) end = before + last;
    if (end != nowhere || lines.size <= limits_.longest_line) continue;
    lines.size = limits_.longest_line + 1;
    skip_rest_of_line();
    block.first_line = line_++;
    block.end = read_ - rest_.size;
    return true;
  }
  if (problem_ != 0) {                     // half a line is no line
    lines.size = 0;
    return false;
  }
  if (end != nowhere) {
    const std::string_view behind = lines.view().substr(end + 1);
    if (rest_.room.size() < behind.size() + padding) rest_.room.resize(behind.size() + padding);
    std::memcpy(rest_.room.data(), behind.data(), behind.size());
    rest_.size = behind.size();
    lines.size = end + 1;
  }
  block.first_line = line_;
  block.end = read_ - rest_.size;
  line_ += line_ends(lines.view()) + (end == nowhere && lines.size > 0 ? 1 : 0);
  return lines.size > 0;
}

std::uint64_t LineReader::skip(std::uint64_t lines) {
  std::uint64_t skipped = 0;
  std::size_t at = 0;                      // in rest_
  bool begun = false;                      // a line, of which no end has been seen
  while (skipped < lines) {
    const std::size_t end = rest_.view().find('\n', at);
    if (end != nowhere) {
      at = end + 1;
      begun = false;
      ++skipped;
      continue;
    }
    begun = begun || at < rest_.size;
    rest_.size = 0;
    at = 0;
    if (read_more(rest_) > 0) continue;
    if (begun) ++skipped;
    break;
  }
  drop_front(rest_, at);
  line_ += skipped;
  return skipped;
}

}  // namespace rung::audit
