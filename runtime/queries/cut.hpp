// The fewest nodes of a requirement tree that keep it from holding.
#pragma once

#include <vector>

#include "runtime/queries/counting/tally.hpp"

namespace rung::queries {

// The parts that have to hold each: those of the all-of chain at the top of the tree at `root`, by node.
std::vector<std::uint32_t> units(const Table& table, std::uint32_t root);

// For each of them that does not hold, by `tallies` (one a node), a smallest set of nodes under it that is enough to keep it from holding: leaves, each of which does not hold. Empty when
// the tree holds. Time: nodes times the logarithm of the greatest number of parts.
std::vector<std::vector<std::uint32_t>> cuts(const Table& table, std::uint32_t root, const std::vector<Tally>& tallies);

}  // namespace rung::queries
