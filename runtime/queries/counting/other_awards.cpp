#include "runtime/queries/counting/other_awards.hpp"

#include <algorithm>

#include "runtime/queries/counting/counted_for.hpp"

namespace rung::queries {
namespace {

bool is_other(const RuleCounted& rule, std::uint32_t award) {
  return award != rule.award && !std::binary_search(rule.awards.begin(), rule.awards.end(), award);
}

bool is_meant(const Table& table, const table::Condition& condition, std::uint32_t award) {
  if (condition.kind == table::ConditionKind::shared_with_any) return true;
  const auto members = table.list(condition.members);
  return std::binary_search(members.begin(), members.end(), award);
}

// New learning is what no award but this one was awarded for, also one that is counted beside it.
bool is_old(const Supply& supply, const RuleCounted& rule, const GroundCounted& one, bool perhaps) {
  bool old = false;
  each_award_for(supply, one, [&](std::uint32_t award, bool says) { old = old || (award != rule.award && (says || perhaps)); });
  return old;
}

std::uint32_t awards_it_counts_towards(const Supply& supply, const RuleCounted& rule, const GroundCounted& one, bool perhaps) {
  std::uint32_t count = 0, last = table::none;
  each_award_for(supply, one, [&](std::uint32_t award, bool says) {
    if (award == last || !(says || perhaps) || !is_other(rule, award)) return;
    last = award;
    ++count;
  });
  return count;
}

}  // namespace

void add_grounds(const Supply& supply, std::uint32_t credential, Source source, std::uint32_t under, std::vector<GroundCounted>& out) {
  if (is_recognised(source)) return out.push_back({credential, recognition_of(source), under});
  if (!supply.is_award(credential)) return out.push_back({credential, table::none, under});
  if (is_held(source)) {
    for (const std::uint32_t named : supply.stands_on(credential, source)) out.push_back({named, table::none, under});
  } else if (const Choice* const choice = supply.derived(credential); choice != nullptr) {
    for (const GroundCounted& one : choice->grounds) out.push_back({one.ground, one.recognition, under});
  }
}

RuleCounted rule_counted(std::uint32_t award, const Choice& choice) { return {award, choice.grounds, choice.awards}; }

Sum shared_with_others(const Supply& supply, const RuleCounted& rule, const table::Condition& condition, bool perhaps) {
  const Table& table = supply.table();
  Sum sum;
  std::uint32_t last = table::none;        // each ground credential once, though it comes along with several
  for (const GroundCounted& one : rule.grounds) {
    if (one.ground == last || is_exempted(supply, one)) continue;
    bool shared = false;
    each_award_for(supply, one, [&](std::uint32_t award, bool says) {
      shared = shared || ((says || perhaps) && is_other(rule, award) && is_meant(table, condition, award));
    });
    if (!shared) continue;
    last = one.ground;
    sum.add(amount_of(table, one.ground, {}, condition.measure, condition.unit));
  }
  return sum;
}

NewShare new_learning(const Supply& supply, const RuleCounted& rule, std::uint32_t credential, const Sum& adds, table::Measure measure, std::uint32_t unit, bool perhaps) {
  if (supply.is_award(credential) && supply.is_held(credential)) return {{}, adds};
  Sum old;
  std::uint32_t last = table::none;
  for (const GroundCounted& one : rule.grounds) {
    if (one.under != credential || one.ground == last || is_exempted(supply, one) || !is_old(supply, rule, one, perhaps)) continue;
    last = one.ground;
    old.add(amount_of(supply.table(), one.ground, {}, measure, unit));
  }
  Sum fresh{std::max<Wide>(0, adds.known - old.known), 0};
  if (old.unknown <= adds.unknown) {
    fresh.unknown = adds.unknown - old.unknown;
  } else {                                 // an award that states an amount, and stands on something that states none
    supply.note_unknown();
    old.unknown = 0;
    if (perhaps) fresh.known = 0;
  }
  return {fresh, {adds.known - fresh.known, old.unknown}};
}

bool within_most_awards(const Supply& supply, const RuleCounted& rule, bool perhaps) {
  for (const GroundCounted& one : rule.grounds) {
    const std::uint32_t most = supply.table().credentials()[one.ground].most_awards;
    if (most > 0 && one.under == one.ground && awards_it_counts_towards(supply, rule, one, perhaps) >= most) return false;
  }
  return true;
}

void lacking_in_other_awards(const Supply& supply, std::uint32_t award, const Choice& choice, std::vector<Missing>& out) {
  const Table& table = supply.table();
  const RuleCounted rule = rule_counted(award, choice);
  const auto report = [&](auto matters) {
    for (const GroundCounted& one : rule.grounds)
      each_award_for(supply, one, [&](std::uint32_t other, bool says) {
        if (!says && other != award && matters(one, other)) out.push_back({other, what_it_was_awarded_for});
      });
  };
  // What of it states no amount, where an amount is asked.
  const auto report_amounts = [&](const table::Condition& condition) {
    for (const GroundCounted& one : rule.grounds)
      if (amount_of(table, one.ground, {}, condition.measure, condition.unit).unknown > 0)
        each_award_for(supply, one, [&](std::uint32_t, bool) { out.push_back({one.ground, condition.measure == table::Measure::hours ? "hours" : "credits"}); });
  };
  for (const table::Condition& condition : table.conditions(table.nodes()[table.credentials()[award].rule].conditions)) {
    if (table::limits_sharing(condition.kind)) {
      const Sum most = shared_with_others(supply, rule, condition, true);
      if (most.unknown == 0 && most.known <= target_of(table, condition.amount, condition.measure, condition.unit)) continue;
      report([&](const GroundCounted&, std::uint32_t other) { return is_other(rule, other) && is_meant(table, condition, other); });
      report_amounts(condition);
    } else if (table::asks_for_new(condition.kind)) {
      const NewShare sure = new_share_of(supply, rule, condition, choice.counted, true);
      if (sure.met(table, condition, false)) continue;
      report([](const GroundCounted&, std::uint32_t) { return true; });
      report_amounts(condition);
    }
  }
  for (const GroundCounted& one : rule.grounds) {
    const std::uint32_t most = table.credentials()[one.ground].most_awards;
    if (most == 0 || one.under != one.ground || awards_it_counts_towards(supply, rule, one, true) < most) continue;
    report([&](const GroundCounted& other_ground, std::uint32_t other) { return other_ground.ground == one.ground && is_other(rule, other); });
  }
}

NewShare new_share_of(const Supply& supply, const RuleCounted& rule, const table::Condition& condition, std::span<const CountedOffer> counted, bool perhaps) {
  NewShare out;
  each_counted(counted, [&](const CountedOffer& one, std::span<const Way>) {
    const Sum adds = supply.adds(one.credential, one.source, one.adding, condition.measure, condition.unit);
    out.add(new_learning(supply, rule, one.credential, adds, condition.measure, condition.unit, perhaps));
  });
  return out;
}

Wide NewShare::need(const Table& table, const table::Condition& condition) const {
  return bound_of(table, fresh.known + old.known, condition);
}

bool NewShare::met(const Table& table, const table::Condition& condition, bool optimistic) const { return is_enough(table, condition, fresh, old, optimistic); }

}  // namespace rung::queries
