// The exceptions that an award rests on: those without which it would not be earned by what is counted for it.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/queries/fixed_point/closure.hpp"

namespace rung::queries {

// Adds, as indices into Learner::exceptions, those that `award`, earned by its rule, rests on, and those of the awards that it counts. Of several of which any would
// do, the last are kept.
void add_exceptions(const Closure& closure, std::uint32_t award, std::vector<std::uint32_t>& out);
// The one by which something with prerequisites that do not hold may be enrolled in.
void add_exception_from_prerequisites(const Closure& closure, std::uint32_t credential, std::vector<std::uint32_t>& out);

}  // namespace rung::queries
