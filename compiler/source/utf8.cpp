// Well-formed UTF-8, as table 3-7 of the Unicode Standard has it: no overlong forms, no surrogates, nothing past U+10FFFF.
#include <cstring>

#include "compiler/source/source.hpp"

namespace rung::source {
namespace {

using Byte = unsigned char;

// What may follow a first byte: how many bytes, and between which bounds the first of them lies. Further ones are 80 to BF.
struct Following {
  std::size_t count;
  Byte least;
  Byte most;
};

// A count of 0: no character begins with this byte.
Following following(Byte first) {
  if (first >= 0xC2 && first <= 0xDF) return {1, 0x80, 0xBF};
  if (first == 0xE0) return {2, 0xA0, 0xBF};  // below: an overlong form
  if (first == 0xED) return {2, 0x80, 0x9F};  // above: a surrogate
  if (first >= 0xE1 && first <= 0xEF) return {2, 0x80, 0xBF};
  if (first == 0xF0) return {3, 0x90, 0xBF};  // below: an overlong form
  if (first >= 0xF1 && first <= 0xF3) return {3, 0x80, 0xBF};
  if (first == 0xF4) return {3, 0x80, 0x8F};  // above: past U+10FFFF
  return {0, 0, 0};
}

// Text is mostly ASCII: eight bytes at a time while no high bit is set.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  while (at + 8 <= bytes.size()) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes.data() + at, 8);
    if ((eight & high_bits) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && static_cast<Byte>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace

Character character_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<Byte>(bytes[i]); };
  const Byte first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const auto [count, least, most] = following(first);
  char32_t code = first & (0x3Fu >> count);
  std::uint32_t length = 1;
  while (length <= count && at + length < bytes.size()) {
    const Byte next = byte(at + length);
    if (next < (length == 1 ? least : 0x80) || next > (length == 1 ? most : 0xBF)) break;
    code = code << 6 | (next & 0x3Fu);
    ++length;
  }
  if (count == 0 || length <= count) return {replacement_character, length, false};
  return {code, length, true};
}

std::optional<std::uint32_t> first_invalid_utf8(std::string_view bytes) {
  std::size_t at = skip_ascii(bytes, 0);
  while (at < bytes.size()) {
    const Character character = character_at(bytes, at);
    if (!character.valid) return static_cast<std::uint32_t>(at);
    at += character.length;
    if (at < bytes.size() && static_cast<Byte>(bytes[at]) < 0x80) at = skip_ascii(bytes, at);
  }
  return std::nullopt;
}

}  // namespace rung::source
