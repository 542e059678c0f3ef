// An order that was found without regard to time, gone in time.
#pragma once

#include <span>
#include <vector>

#include "runtime/queries/ways/schedule.hpp"

namespace rung::queries {

// Everything begins as soon as what `order` was found for lets it: what is counted for a part waits for what is counted for the part before, and what is refused to holders for the awards that were earned before it.
// `order`: reached, with its outcome. `take`: sorted.
Timeline keeping_to(const Timeline& order, const Trial& trial, const Sequencing& sequencing, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without);

}  // namespace rung::queries
