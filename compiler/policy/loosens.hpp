// A policy that refines another may tighten it and never loosen it: what is broken there would be hidden here.
#pragma once

#include "compiler/policy/policy.hpp"

namespace rung::policy {

// Whether `rule` of `policy` asks less than `base_rule` of `base`, of those that both speak of: a wider bound, a value that is not allowed there, a permission for what is
// forbidden or asked for there, or the same with a weaker verb. What cannot be compared loosens nothing: both hold.
bool loosens(const Policy& policy, const Rule& rule, const Policy& base, const Rule& base_rule);

// Whether `rule` asks all that `base_rule` asks, of everything that that one speaks of, and as strongly: then whoever breaks both has one thing to mend, and is told of it once.
bool covers(const Policy& policy, const Rule& rule, const Policy& base, const Rule& base_rule);

}  // namespace rung::policy
