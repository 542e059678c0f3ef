// Awards that only missing statements keep away.
#pragma once

#include <utility>
#include <vector>

#include "runtime/queries/fixed_point/closure.hpp"

namespace rung::queries {

// By name, each with the statements that would be needed. `sure` is the fixed point without trust, `hopeful` the one that takes what nobody stated to
// be good enough; both have run.
std::vector<std::pair<std::uint32_t, std::vector<Missing>>> awards_in_doubt(const Closure& sure, const Closure& hopeful, Work& work);

}  // namespace rung::queries
