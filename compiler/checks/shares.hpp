// Shares of what is counted, as amounts.
#pragma once

#include <string>

#include "compiler/model/model.hpp"

namespace rung::checks {

// The part of `total` that the share of a condition comes to, rounded as it says; millionths.
model::Amount share_of(model::Amount total, const model::Condition& condition);
// What the condition asks for or allows of `total`: its share, its amount, or the larger or the smaller of both.
model::Amount bound_of(model::Amount total, const model::Condition& condition);
std::string written_share(const model::Condition& condition);   // "25 %", "1/3"

}  // namespace rung::checks
