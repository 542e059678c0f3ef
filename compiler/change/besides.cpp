#include "compiler/change/besides.hpp"

#include <algorithm>

#include "compiler/change/records.hpp"
#include "runtime/learner/awarded_for.hpp"

namespace rung::change {
namespace {

std::set<std::pair<std::string, std::string>> surrenders(const Side& side) {   // what, and by what
  std::set<std::pair<std::string, std::string>> out;
  const auto credentials = side.table().credentials();
  for (std::uint32_t id = 0; id < credentials.size(); ++id)
    for (const std::uint32_t taken : side.table().list(credentials[id].surrenders)) out.emplace(side.name(taken), side.name(id));
  return out;
}

}  // namespace

Besides::Besides(const Side& before, const Side& after) : before_(before), after_(after) {
  const auto was = surrenders(before), is = surrenders(after);
  for (const auto& [pairs, others] : {std::pair(&was, &is), std::pair(&is, &was)})
    for (const auto& pair : *pairs)
      if (!others->contains(pair)) surrendered_.insert(pair.first);
  const bool look_at_others = some_rule_looks_at_other_awards(before.table()) || some_rule_looks_at_other_awards(after.table());
  const auto credentials = before.table().credentials();
  for (std::uint32_t id = 0; id < credentials.size(); ++id) {
    const auto other = after.find(before.name(id));
    if (!other || after.table().credentials()[*other].valid_months != credentials[id].valid_months) valid_.insert(before.name(id));
    if (look_at_others && credentials[id].rule != table::none) awards_differ_ = awards_differ_ || !other || before.meaning(id) != after.meaning(*other);
  }
  const auto others = after.table().credentials();
  for (std::uint32_t id = 0; id < others.size(); ++id) {
    if (before.find(after.name(id))) continue;
    valid_.insert(after.name(id));
    awards_differ_ = awards_differ_ || (look_at_others && others[id].rule != table::none);
  }
}

bool Besides::are_the_same(std::uint32_t award, std::uint32_t other_award) const {
  if (valid_.contains(after_.name(other_award))) return false;
  if (surrendered_.empty() && valid_.empty() && !awards_differ_) return true;
  return !touches_a_difference(before_, award) && !touches_a_difference(after_, other_award);
}

// Everything that the award may come to need, and all whose holders are treated otherwise on the way.
bool Besides::touches_a_difference(const Side& side, std::uint32_t award) const {
  const Table& table = side.table();
  std::vector<std::uint32_t> open{award};
  std::vector<bool> seen(table.credentials().size());
  const auto need = [&](std::uint32_t credential) {
    if (!seen[credential]) open.push_back(credential);
    seen[credential] = true;
  };
  const auto differ = [&](table::Range holders) {
    const auto all = table.list(holders);
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t one) { return surrendered_.contains(side.name(one)) || valid_.contains(side.name(one)); });
  };
  seen[award] = true;
  while (!open.empty()) {
    const std::uint32_t id = open.back();
    open.pop_back();
    const table::Credential& credential = table.credentials()[id];
    if (surrendered_.contains(side.name(id)) || differ(credential.withheld_from)) return true;
    if (awards_differ_ && credential.most_awards > 0) return true;
    for (const std::uint32_t line : table.list(credential.given_by))
      for (const std::uint32_t source : table.list(table.recognitions()[line].sources)) need(source);
    for (const std::uint32_t root : roots_of(table, id)) {
      const auto conditions = table.conditions(table.nodes()[root].conditions);
      if (awards_differ_ && std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return table::looks_at_other_awards(one.kind); })) return true;
      for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) {
        const table::Node& node = table.nodes()[at];
        const bool of_holders = node.asked_of == table::Asked::of_holders || node.asked_of == table::Asked::unless_held;
        if (of_holders && differ(node.whom)) return true;
        if (node.kind == table::NodeKind::gate) continue;
        for (const std::uint32_t member : table.list(node.members)) need(member);
      }
    }
  }
  return false;
}

}  // namespace rung::change
