#include "compiler/lsp/transport.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace rung::lsp {
namespace {

// The field of that name, whatever its capitals.
bool is_length(std::string_view name) {
  constexpr std::string_view wanted = "content-length";
  return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

}  // namespace

void Framing::add(std::string_view bytes) {
  const std::size_t skipped = std::min(to_skip_, bytes.size());
  to_skip_ -= skipped;
  bytes.remove_prefix(skipped);
  if (at_ > 0 && at_ >= pending_.size() / 2) {
    pending_.erase(0, at_);
    at_ = 0;
  }
  pending_ += bytes;
}

// A header without a length belongs to nothing that can be read: what follows it is taken for the next header.
bool Framing::read_header() {
  for (;;) {
    const std::string_view rest = std::string_view(pending_).substr(at_);
    const std::size_t end = std::min(rest.find("\r\n\r\n"), rest.find("\n\n"));
    if (end == std::string_view::npos) {
      if (rest.size() > longest_header) at_ = pending_.size() - 3;   // the end of a header may have begun
      return false;
    }
    std::string_view header = rest.substr(0, end);
    at_ += end + (rest[end] == '\r' ? 4 : 2);
    while (!header.empty()) {
      const std::size_t line_end = std::min(header.find('\n'), header.size());
      const std::string_view line = header.substr(0, line_end);
      header.remove_prefix(std::min(line_end + 1, header.size()));
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos || !is_length(line.substr(0, colon))) continue;
      std::string_view number = line.substr(colon + 1);
      while (!number.empty() && (number[0] == ' ' || number[0] == '\t')) number.remove_prefix(1);
      std::size_t length = 0;
      if (std::from_chars(number.data(), number.data() + number.size(), length).ec != std::errc{}) continue;
      length_ = length;
      return true;
    }
  }
}

bool Framing::next(std::string& body) {
  if (to_skip_ > 0) return false;
  if (!in_body_ && !read_header()) return false;
  in_body_ = true;
  if (length_ > longest_message) {
    const std::size_t here = std::min(length_, pending_.size() - at_);
    at_ += here;
    to_skip_ = length_ - here;
    body.clear();
    in_body_ = false;
    return true;
  }
  if (pending_.size() - at_ < length_) return false;
  body.assign(pending_, at_, length_);
  at_ += length_;
  in_body_ = false;
  return true;
}

Input::Came Input::next(std::string& body, int milliseconds) {
  for (;;) {
    if (framing_.next(body)) return Came::message;
    if (ended_) return Came::end;
    pollfd waits[2] = {{from_, POLLIN, 0}, {bell_, POLLIN, 0}};
    const int ready = ::poll(waits, 2, milliseconds);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return Came::nothing;
    if (waits[0].revents != 0) {
      char bytes[1 << 16];
      const ssize_t count = ::read(from_, bytes, sizeof bytes);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) ended_ = true;
      else framing_.add({bytes, static_cast<std::size_t>(count)});
      continue;
    }
    return Came::bell;
  }
}

bool write_message(int to, const std::string& body) {
  const std::string whole = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  for (std::size_t at = 0; at < whole.size();) {
    const ssize_t count = ::write(to, whole.data() + at, whole.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace rung::lsp
