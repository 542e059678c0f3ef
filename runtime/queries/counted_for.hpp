// What a condition on the whole rule speaks of: everything that a choice counts, each distinct credential once.
#pragma once

#include <algorithm>
#include <span>

#include "runtime/queries/supply.hpp"

namespace rung::queries {

// Calls `visit(counted, inside)` for each distinct credential of `counted`; `inside` says whether it is what the condition bounds.
template <class Visit>
void each_counted_for(const Supply& supply, const table::Condition& condition, std::span<const CountedOffer> counted, Visit visit) {
  const auto members = supply.table().list(condition.members);
  IndexMap seen;
  for (const CountedOffer& one : counted) {
    if (seen.contains(one.credential)) continue;
    // One that is counted twice under shared parts is by prior learning when either holding is.
    const bool of_prior = condition.kind == table::ConditionKind::at_most_prior, of_transfer = condition.kind == table::ConditionKind::at_most_transfer;
    const auto limited = [&](const CountedOffer& other) {
      return other.credential == one.credential && (of_prior ? supply.by_prior_learning(other.source) : is_recognised(other.source));
    };
    bool inside = condition.kind == table::ConditionKind::total;
    if (of_prior || of_transfer) inside = std::any_of(counted.begin(), counted.end(), limited);
    if (!inside && !of_prior && !of_transfer)
      inside = std::binary_search(members.begin(), members.end(), one.credential);
    seen.set(one.credential, 1);
    visit(one, inside);
  }
}

}  // namespace rung::queries
