#include "runtime/table/decimal.hpp"

#include <algorithm>

#include "runtime/table/format.hpp"

namespace rung::table {

std::string decimal(std::int64_t value) {
  // The magnitude is unsigned, because the least integer has no positive counterpart.
  const bool negative = value < 0;
  const std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::string places = std::to_string(magnitude % millionths);
  places.insert(0, 6 - places.size(), '0');
  places.erase(places.find_last_not_of('0') + 1);
  return (negative ? "-" : "") + std::to_string(magnitude / millionths) + (places.empty() ? "" : "." + places);
}

std::optional<std::int64_t> read_decimal(std::string_view written) {
  const std::size_t point = written.find('.');
  std::string_view whole = written.substr(0, point);
  const std::string_view places = point == std::string_view::npos ? std::string_view() : written.substr(point + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (whole.empty() || !std::all_of(whole.begin(), whole.end(), is_digit) || !std::all_of(places.begin(), places.end(), is_digit))
    return std::nullopt;
  if (point != std::string_view::npos && (places.empty() || places.size() > 6)) return std::nullopt;
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size() - 1));
  if (whole.size() > 9) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : whole) value = value * 10 + (digit - '0');
  for (std::size_t i = 0; i < 6; ++i) value = value * 10 + (i < places.size() ? places[i] - '0' : 0);
  return value;
}

}  // namespace rung::table
