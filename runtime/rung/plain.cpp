#include "runtime/rung/plain.hpp"

#include <cstdint>
#include <cstdio>

namespace rung {
namespace {

// The character of two or three bytes that begins at `at`, and 0 where there is none: longer ones are never replaced.
std::uint32_t character(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const std::uint32_t first = byte(at);
  length = 1;
  if (first < 0x80) return first;
  if ((first & 0xE0u) == 0xC0u && follows(at + 1)) {
    length = 2;
    return (first & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu);
  }
  if ((first & 0xF0u) == 0xE0u && follows(at + 1) && follows(at + 2)) {
    length = 3;
    return (first & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
  }
  return 0xFFFFu;
}

bool turns_writing_round(std::uint32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t length = 1;
  for (std::size_t at = 0; at < text.size(); at += length) {
    const std::uint32_t code = character(text, at, length);
    if (code == '\t' || code == '\n' || code == '\r') {
      out += ' ';
    } else if (code < 0x20 || code == 0x7F) {
      out += {'\xE2', '\x90', static_cast<char>(0x80 + (code == 0x7F ? 0x21 : code))};   // ␀ to ␟, and ␡
    } else if ((code >= 0x80 && code < 0xA0) || turns_writing_round(code)) {
      char name[16];
      std::snprintf(name, sizeof name, "<U+%04X>", static_cast<unsigned>(code));
      out += name;
    } else {
      out += text.substr(at, length);
    }
  }
  return out;
}

}  // namespace rung
