// The least that a reader of a text could do: a peer for readers.
#pragma once

#include <cstddef>
#include <string_view>

namespace bench {

// The least that a reader of the text could do: see where tokens begin. It looks at each byte once and keeps nothing.
inline std::size_t token_boundaries(std::string_view text) {
  const auto part_of_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || (c >= 'A' && c <= 'Z'); };
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool now = part_of_word(c);
    count += static_cast<std::size_t>(now != inside || (!now && c != ' ' && c != '\n'));
    inside = now;
  }
  return count;
}

}  // namespace bench
