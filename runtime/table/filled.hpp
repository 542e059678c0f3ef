// A sentence with numbered places, {0} to {9}: what stands where is the language's business, and so the whole sentence is a pattern.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rung::table {

// A place may stand several times or not at all; what is filled in is not looked at again, so it may hold braces. A place for which nothing is given stays as it is.
template <class Texts>
std::string filled(std::string_view pattern, const Texts& with) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const std::size_t number = place ? static_cast<std::size_t>(static_cast<unsigned char>(pattern[i + 1])) - '0' : with.size();
    if (number >= with.size()) {
      out += pattern[i];
      continue;
    }
    out += *(with.begin() + static_cast<std::ptrdiff_t>(number));
    i += 2;
  }
  return out;
}

inline std::string filled(std::string_view pattern, std::initializer_list<std::string_view> with) { return filled<std::initializer_list<std::string_view>>(pattern, with); }

}  // namespace rung::table
