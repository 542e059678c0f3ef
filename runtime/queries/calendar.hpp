// The one piece of calendar that a rule needs: "nothing older than so many months".
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace rung::queries {

// Whether what was awarded on day `awarded` is at most `months` old on day `on` (days since 1970-01-01). A month later than the 31st is the
// same day of that month, or its last where it has no such day.
inline bool fresh(std::int32_t awarded, std::uint32_t months, std::int32_t on) {
  using namespace std::chrono;
  const year_month_day day{sys_days{days{awarded}}};
  if (months > 12 * 1000) return true;   // older than any calendar of ours; keeps the year in range
  const year_month_day_last last = (day.year() / day.month() + std::chrono::months{static_cast<int>(months)}) / std::chrono::last;
  const year_month_day limit = last.year() / last.month() / std::min(day.day(), last.day());
  return sys_days{limit} >= sys_days{days{on}};
}

}  // namespace rung::queries
