// The one piece of calendar that rules need: months after a day. "Nothing older than" and validity are both counted so.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace rung {

inline constexpr std::uint32_t longest_span = 12 * 1000;   // months; older than any calendar of ours

// So many months after `day` (days since 1970-01-01): the same day of that month, or its last where it has no such day. At most longest_span.
inline std::int32_t months_after(std::int32_t day, std::uint32_t months) {
  using namespace std::chrono;
  const year_month_day from{sys_days{days{day}}};
  const year_month_day_last last = (from.year() / from.month() + std::chrono::months{static_cast<int>(std::min(months, longest_span))}) / std::chrono::last;
  const year_month_day at = last.year() / last.month() / std::min(from.day(), last.day());
  return static_cast<std::int32_t>(sys_days{at}.time_since_epoch().count());
}

// Whether what was awarded on day `awarded` is at most `months` old on day `on`.
inline bool fresh(std::int32_t awarded, std::uint32_t months, std::int32_t on) { return months > longest_span || months_after(awarded, months) >= on; }

// The first day of which that is so.
inline std::int32_t oldest_fresh(std::uint32_t months, std::int32_t on) {
  std::int32_t old = on - 31 * static_cast<std::int32_t>(std::min(months, longest_span)) - 31, young = on;   // the first is too old, or older than any calendar of ours
  while (young - old > 1) {
    const std::int32_t middle = old + (young - old) / 2;
    (fresh(middle, months, on) ? young : old) = middle;
  }
  return young;
}

}  // namespace rung
