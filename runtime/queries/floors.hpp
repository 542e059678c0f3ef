// Grades beside the floors that they have to reach.
#pragma once

#include <cstdint>

#include "runtime/table/table.hpp"

namespace rung::queries {

inline bool is_percent(const Table& table, std::uint32_t scale) {
  return scale < table.scales().size() && table.scales()[scale].kind == table::ScaleKind::percent;
}

// Whether a grade can be read on the floor's scale: one scale of percentages is as good as another, also one that no framework declared (none).
inline bool comparable(const Table& table, std::int64_t grade, std::uint32_t scale, std::uint32_t floor_scale) {
  if (grade == table::unknown || floor_scale >= table.scales().size()) return false;
  return scale == floor_scale || (is_percent(table, floor_scale) && (scale == table::none || is_percent(table, scale)));
}

// Of a comparable grade. On a scale of grades the first is the best.
inline bool below(const Table& table, std::int64_t grade, std::int64_t floor, std::uint32_t floor_scale) {
  return is_percent(table, floor_scale) ? grade < floor : grade > floor;
}

}  // namespace rung::queries
