// The choice that `missing` shows: it leaves the fewest parts of a rule unmet, then the fewest conditions, and among those counts the most.
//
// Parts are the units of the all-of chain at the top of the rule. Limits ("at most …") bound every choice that is shown.
#pragma once

#include <vector>

#include "runtime/queries/fixed_point/closure.hpp"

namespace rung::queries {

struct BestChoice {
  Choice choice;
  bool proven = true;
};

BestChoice best_choice(const Closure& closure, std::uint32_t award, Work& work);

}  // namespace rung::queries
