// Shares of what is counted, as amounts.
#pragma once

#include <string>

#include "compiler/checks/amounts.hpp"

namespace rung::checks {

// The part of `total` that the share of a condition comes to, rounded as it says; on the footing of amounts.hpp, as is `total`.
Wide share_of(const model::Model& model, Wide total, const model::Condition& condition);
// What the condition asks for or allows of `total`: its share, its amount, or the larger or the smaller of both.
Wide bound_of(const model::Model& model, Wide total, const model::Condition& condition);
std::string written_share(const model::Condition& condition);   // "25 %", "1/3"

}  // namespace rung::checks
