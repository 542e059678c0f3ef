// Limits between awards: what other awards were conferred for.
//
// An award that the record holds as conferred was awarded for what it names in `counted`; where it names nothing, perhaps for what
// Held::may_have_counted says. All of this reads the record and nothing that is derived, so more learning changes none of it; only a conferral does.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// What one rule counts, at any depth. All pointers outlive it.
struct RuleCounted {
  std::uint32_t award;                          // whose rule it is: never an "other" award
  std::span<const GroundCounted> grounds;       // sorted
  std::span<const std::uint32_t> awards;        // counted in it, or in the rule of one that is: no "other" awards either; sorted
};
// Appends what counting `credential` so brings of ground credentials.
void add_grounds(const Supply& supply, std::uint32_t credential, Source source, std::uint32_t under, std::vector<GroundCounted>& out);
RuleCounted rule_counted(std::uint32_t award, const Choice& choice);

// Of what is counted, the ground credentials that other awards of the condition were awarded for. `perhaps`: and those that they may have been awarded for.
Sum shared_with_others(const Supply& supply, const RuleCounted& rule, const table::Condition& condition, bool perhaps);

// Of all that is counted: the new learning in it, and the rest.
struct NewShare {
  Sum fresh, old;
  void add(const NewShare& other) { fresh.add(other.fresh), old.add(other.old); }
  Wide need(const Table& table, const table::Condition& condition) const;
  bool met(const Table& table, const table::Condition& condition, bool optimistic) const;   // is_enough
};
// What counting `credential` adds in new learning: what it adds, less what of it any other award was awarded for (`perhaps`: or may have been, and where that states no amount, all of it);
// nothing for an award that is held as conferred.
NewShare new_learning(const Supply& supply, const RuleCounted& rule, std::uint32_t credential, const Sum& adds, table::Measure measure, std::uint32_t unit, bool perhaps);
NewShare new_share_of(const Supply& supply, const RuleCounted& rule, const table::Condition& condition, std::span<const CountedOffer> counted, bool perhaps);

// Whether nothing is counted in the rule itself that counts towards as many other awards as it may.
bool within_most_awards(const Supply& supply, const RuleCounted& rule, bool perhaps);

// Calls `visit(award, says)` for each conferred award that was awarded for it, or (`says` is false) whose record does not say. An award with several conferrals
// may be visited for each, one after the other.
template <class Visit>
void each_award_for(const Supply& supply, const GroundCounted& one, Visit visit) {
  const auto any_of = [&](const std::vector<std::uint32_t>& some) {
    if (some.empty()) return false;
    if (std::binary_search(some.begin(), some.end(), one.ground)) return true;
    if (one.recognition == table::none) return false;
    for (const std::uint32_t used : supply.recognised(one.recognition)->uses)
      if (std::binary_search(some.begin(), some.end(), used)) return true;
    return false;
  };
  for (const Held* const held : supply.conferred()) {
    const bool says = any_of(held->counted);
    if (says || any_of(held->may_have_counted)) visit(held->credential, says);
  }
}

// Whether an exemption, which adds nothing anywhere, is what it is counted by.
inline bool is_exempted(const Supply& supply, const GroundCounted& one) {
  return one.recognition != table::none && supply.is_exemption(first_recognised + one.recognition);
}

// Adds each award whose record would have to say what it was awarded for, so that the choice were sure to keep within the limits of its rule.
void lacking_in_other_awards(const Supply& supply, std::uint32_t award, const Choice& choice, std::vector<Missing>& out);
inline constexpr const char* what_it_was_awarded_for = "what it was awarded for";

}  // namespace rung::queries
