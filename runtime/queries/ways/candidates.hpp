// What may be taken on a way to an award.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

// Credentials without a rule that could be of use: what is not held, and of what is held that which could count for more when it is taken again. Sorted.
std::vector<std::uint32_t> candidates(const Trial& trial);

}  // namespace rung::queries
