// The two halves of impossible-rule.
#pragma once

#include "compiler/checks/offers.hpp"

namespace rung::checks {

// The conditions of the rule at `root`, which must be complete and possible part by part.
void impossible_conditions(const Facts& facts, Sink& sink, std::uint32_t root);

}  // namespace rung::checks
