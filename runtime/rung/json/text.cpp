#include "runtime/rung/json/text.hpp"

#include <charconv>
#include <cstring>

#include "runtime/table/format.hpp"

namespace rung {

// Eight bytes at a time: in a byte of `found` the highest bit is set when it may be one of those, and then each is looked at.
bool is_plain_json(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
  const auto none_is = [](std::uint64_t word, std::uint64_t byte) { return word ^ (ones * byte); };
  const auto has_zero = [](std::uint64_t word) { return (word - ones) & ~word & high; };
  const auto is_special = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; };
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    const std::uint64_t control = (word - ones * 0x20) & ~word & high;
    if ((control | has_zero(none_is(word, '"')) | has_zero(none_is(word, '\\'))) == 0) continue;
    for (int i = 0; i < 8; ++i)
      if (is_special(at[i])) return false;
  }
  for (; left > 0; ++at, --left)
    if (is_special(*at)) return false;
  return true;
}

void append_number(std::string& out, std::uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void append_amount(std::string& out, std::int64_t amount) {
  if (amount == table::unknown) {
    out += "null";
    return;
  }
  out += '"';
  const bool negative = amount < 0;
  const std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
  if (negative) out += '-';
  append_number(out, magnitude / table::millionths);
  if (std::uint64_t places = magnitude % table::millionths; places > 0) {
    out += '.';
    for (std::uint64_t of = table::millionths / 10; places > 0; places %= of, of /= 10) out += static_cast<char>('0' + places / of);
  }
  out += '"';
}

void append_names(std::string& out, const Table& table, std::span<const std::uint32_t> credentials) {
  out += '[';
  Commas commas;
  for (const std::uint32_t credential : credentials) {
    commas.before_next(out);
    append_string(out, name_of(table, credential));
  }
  out += ']';
}

}  // namespace rung
