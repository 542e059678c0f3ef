// Rules that leave nothing to choose: each part asks for all that it can count, and nothing is wanted twice. Most small certificates are so, and they need no search.
#pragma once

#include <span>

#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// The one choice by which the rule at `root` holds, when there is no other and that is easily seen; the same that a search finds. `offers`: what may be counted in it, sorted, of which a
// tally has said that it is enough. False: it has to be searched.
bool only_choice(const Supply& supply, std::uint32_t root, std::span<const Offer> offers, Choice& choice);

}  // namespace rung::queries
