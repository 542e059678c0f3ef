// The two halves of impossible-rule.
#pragma once

#include "compiler/checks/offers.hpp"

namespace rung::checks {

// The conditions of one award's rule, which must be complete and possible part by part.
void impossible_conditions(const Facts& facts, Sink& sink, std::uint32_t award);

}  // namespace rung::checks
