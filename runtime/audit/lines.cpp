#include "runtime/audit/lines.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace rung::audit {

std::size_t LineReader::read_more(std::string& bytes) {
  if (problem_ != 0) return 0;
  const std::size_t before = bytes.size();
  bytes.resize(before + limits_.at_once);
  ssize_t read = -1;
  do read = ::read(handle_, bytes.data() + before, limits_.at_once);
  while (read < 0 && errno == EINTR);
  if (read < 0) problem_ = errno;
  const std::size_t got = read > 0 ? static_cast<std::size_t>(read) : 0;
  bytes.resize(before + got);
  read_ += got;
  return got;
}

void LineReader::skip_rest_of_line() {
  for (;;) {
    rest_.clear();
    if (read_more(rest_) == 0) return;
    const std::size_t end = rest_.find('\n');
    if (end == std::string::npos) continue;
    rest_.erase(0, end + 1);
    return;
  }
}

bool LineReader::next(Block& block) {
  std::string& bytes = block.bytes;
  if (bytes.capacity() > 4 * limits_.at_once) std::string().swap(bytes);   // a very long line is not paid for ever after
  bytes.clear();
  bytes.swap(rest_);
  std::size_t end = bytes.rfind('\n');
  while (end == std::string::npos) {
    const std::size_t before = bytes.size();
    if (read_more(bytes) == 0) break;
    const std::size_t last = std::string_view(bytes).substr(before).rfind('\n');   // before that there is none
    if (last != std::string::npos) end = before + last;
    if (end != std::string::npos || bytes.size() <= limits_.longest_line) continue;
    bytes.resize(limits_.longest_line + 1);
    skip_rest_of_line();
    block.first_line = line_++;
    block.end = read_ - rest_.size();
    bytes.append(padding, ' ');
    return true;
  }
  if (problem_ != 0) {   // half a line is no line
    bytes.assign(padding, ' ');
    return false;
  }
  if (end != std::string::npos) {
    rest_.assign(bytes, end + 1);
    bytes.resize(end + 1);
  }
  block.first_line = line_;
  block.end = read_ - rest_.size();
  line_ += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + (bytes.empty() || bytes.back() == '\n' ? 0 : 1);
  const bool any = !bytes.empty();
  bytes.append(padding, ' ');
  return any;
}

std::uint64_t LineReader::skip(std::uint64_t lines) {
  std::uint64_t skipped = 0;
  std::size_t at = 0;                      // in rest_
  bool begun = false;                      // a line, of which no end has been seen
  while (skipped < lines) {
    const std::size_t end = rest_.find('\n', at);
    if (end != std::string::npos) {
      at = end + 1;
      begun = false;
      ++skipped;
      continue;
    }
    begun = begun || at < rest_.size();
    rest_.clear();
    at = 0;
    if (read_more(rest_) > 0) continue;
    if (begun) ++skipped;
    break;
  }
  rest_.erase(0, at);
  line_ += skipped;
  return skipped;
}

}  // namespace rung::audit
