// What a learner has in vain: credentials that would serve at a node, but for a floor, an age, an expiry, or what an agreement says.
#pragma once

#include <vector>

#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// Of every member of the node that is not among `offers` (sorted; of the node's tree), and that the learner has in some way. By credential.
std::vector<Blemish> blemishes(const Supply& supply, std::uint32_t node, std::span<const Offer> offers);

}  // namespace rung::queries
