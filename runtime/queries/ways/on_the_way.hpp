// Which awards a path is earned through, and so what it costs besides what is taken.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "runtime/queries/ways/prices.hpp"
#include "runtime/queries/ways/schedule.hpp"

namespace rung::queries {

struct OnTheWay {
  Costs cost{};                            // of earning them; by weeks, of the whole path
  bool unstated = false;                   // at least that
  bool proven = true;                      // no other awards would do for less
};

// The least that the awards on the way cost when `take` is taken, which is known to lead to the award: by the first of `by`, and where that is equal by the next. `left_out` receives those
// that can be done without.
OnTheWay cheapest_on_the_way(const Schedules& schedules, std::span<const Prices> by, std::span<const std::uint32_t> take, IndexMap& left_out);

// The awards that are earned on the way and not held, sorted.
std::vector<std::uint32_t> earned_on_the_way(const Trial& trial, std::span<const std::uint32_t> take, const IndexMap& left_out);

struct InTime {                            // no later than
  const Prices& weeks;
  Wide most;
};

// Of `awards`, sorted, which are earned on the way: leaves out, besides `left_out`, every one that is not needed, the last by name first; returns what
// remains. `in_time`: what saves time is needed as well. What the work limit leaves open stays.
std::vector<std::uint32_t> needed_on_the_way(const Schedules& schedules, std::span<const std::uint32_t> take, std::span<const std::uint32_t> awards, const std::optional<InTime>& in_time,
                                             IndexMap& left_out);

}  // namespace rung::queries
