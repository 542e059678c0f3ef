// What an award cannot be had without, as far as its rules say so by themselves: read from the award down, through every part that has no more to count than it asks for.
//
// Looking for that by leaving out one thing after the other asks the fixed point once for each, and along a chain of awards, each counted in the next, all of them are indispensable.
#pragma once

#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

// `outcome`: the fixed point of everything that may be taken. The credentials that have to be taken, and the awards that have to be earned by their rules, for the award to be had: only such
// as nothing can take the place of, perhaps not all of them. Empty when the work limit has stopped it.
IndexMap indispensable(const Trial& trial, const Closure& outcome);

}  // namespace rung::queries
