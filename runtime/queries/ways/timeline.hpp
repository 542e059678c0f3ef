// When each credential of a path can be taken, if everything begins as soon as it may and any number of them run side by side.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "runtime/queries/ways/prices.hpp"
#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

struct Timeline {
  std::vector<std::uint32_t> order;        // what is taken, by the time it begins; what begins at once, by name
  Wide weeks = 0;                          // when the award is had
  bool reached = false;                    // false: never, or the work limit stopped it
};

// `weeks`: Prices by weeks. `without`: awards that are not to be earned. A part that comes after another one begins when what is taken for that one has ended;
// which credential is taken for which part is what the fixed point's own choice says.
Timeline timeline(const Trial& trial, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without = nullptr);

// Whether the award's rule says that periods of study may not overlap.
bool is_one_at_a_time(const Trial& trial);

}  // namespace rung::queries
