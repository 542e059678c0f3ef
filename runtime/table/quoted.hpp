// Quoting what somebody wrote, in a message: it may be of any length.
#pragma once

#include <string>
#include <string_view>

namespace rung::table {

// What is longer than 80 bytes is cut between two characters and ends in "…".
inline std::string shortened(std::string_view written) {
  constexpr std::size_t longest = 80;
  if (written.size() <= longest) return std::string(written);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(written[end]) & 0xC0u) == 0x80u) --end;
  return std::string(written.substr(0, end)) + "…";
}

// 'like this', shortened.
inline std::string quoted(std::string_view written) { return "'" + shortened(written) + "'"; }

}  // namespace rung::table
