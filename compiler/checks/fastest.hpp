// How long the fastest way to each credential takes at the least, in weeks.
//
// The longest chain of what must come one after the other, by the cheapest alternatives everywhere; whatever may run side by side does. A lower bound, so that nobody
// is warned wrongly: a length that nobody stated is no time, competencies may be recognised and gates met at once, conditions on whole rules and the order of
// parts ask for no time, what an agreement gives takes what its sources take, and in a circle what is not known yet takes none. Of several versions of a rule the
// quickest counts.
#pragma once

#include <vector>

#include "compiler/checks/facts.hpp"

namespace rung::checks {

// By credential, millionths of a week. Linear in the size of the rules, but for sorting.
std::vector<model::Amount> fastest_ways(const Facts& facts);

}  // namespace rung::checks
