// What nobody can have, however much they learn.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung {

// Those of `awards` that a learner does not have who takes everything that can be taken, meets every gate and has every competency by prior learning, where whatever nobody
// states is good enough. Limits bound what is counted and never what is had, so that nobody else has them either. A bar is a limit on what is had: an award is asked of somebody who
// takes all but what it is withheld from the holders of. An award that the work limit left open is none of them. Sorted.
std::vector<std::uint32_t> out_of_reach(const Table&, std::span<const std::uint32_t> awards, WorkLimit = {});

}  // namespace rung
