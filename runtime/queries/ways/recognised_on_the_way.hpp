// Which lines of agreements a path rests on.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/queries/fixed_point/closure.hpp"
#include "runtime/queries/queries.hpp"

namespace rung::queries {

// Those by which something is counted for `award`, or for an award on the way, and those by which what `path` takes as a prerequisite serves as one; indices into Table::recognitions, sorted.
// `outcome`: of taking all of `path`, whose steps and `earns` are known.
std::vector<std::uint32_t> recognised_on_the_way(const Closure& outcome, std::uint32_t award, const Path& path);

}  // namespace rung::queries
