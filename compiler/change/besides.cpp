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

Besides::Besides(const Side& before, const Side& after) : after_(after) {
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
  if (surrendered_.empty() && valid_.empty() && !awards_differ_) return;
  before_touched_ = touched(before);
  after_touched_ = touched(after);
}

bool Besides::are_the_same(std::uint32_t award, std::uint32_t other_award) const {
  if (valid_.contains(after_.name(other_award))) return false;
  return before_touched_.empty() || (!before_touched_[award] && !after_touched_[other_award]);
}

// Whether a credential is taken away, or treats people otherwise, in another way on one of the sides, apart from what it is made of.
bool Besides::differs_itself(const Side& side, std::uint32_t id) const {
  const Table& table = side.table();
  const table::Credential& credential = table.credentials()[id];
  const auto differ = [&](table::Range holders) {
    const auto all = table.list(holders);
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t one) { return surrendered_.contains(side.name(one)) || valid_.contains(side.name(one)); });
  };
  if (surrendered_.contains(side.name(id)) || differ(credential.withheld_from) || (awards_differ_ && credential.most_awards > 0)) return true;
  for (const std::uint32_t root : roots_of(table, id)) {
    const auto conditions = table.conditions(table.nodes()[root].conditions);
    if (awards_differ_ && std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return table::looks_at_other_awards(one.kind); })) return true;
    for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) {
      const table::Node& node = table.nodes()[at];
      if ((node.asked_of == table::Asked::of_holders || node.asked_of == table::Asked::unless_held) && differ(node.whom)) return true;
    }
  }
  return false;
}

// What differs itself, and whatever may come to need such a thing, for a rule, a prerequisite or by an agreement: upwards from each, so that all awards together take one walk.
std::vector<bool> Besides::touched(const Side& side) const {
  const Table& table = side.table();
  std::vector<bool> out(table.credentials().size());
  std::vector<std::vector<std::uint32_t>> needed_by(out.size());
  for (std::uint32_t id = 0; id < out.size(); ++id) {
    for (const std::uint32_t root : roots_of(table, id))
      for (std::uint32_t at = root; at < table.nodes()[root].end; ++at)
        if (table.nodes()[at].kind != table::NodeKind::gate)
          for (const std::uint32_t member : table.list(table.nodes()[at].members)) needed_by[member].push_back(id);
    for (const std::uint32_t line : table.list(table.credentials()[id].given_by))
      for (const std::uint32_t source : table.list(table.recognitions()[line].sources)) needed_by[source].push_back(id);
  }
  std::vector<std::uint32_t> open;
  const auto touch = [&](std::uint32_t credential) {
    if (!out[credential]) open.push_back(credential);
    out[credential] = true;
  };
  for (std::uint32_t id = 0; id < out.size(); ++id)
    if (differs_itself(side, id)) touch(id);
  while (!open.empty()) {
    const std::uint32_t one = open.back();
    open.pop_back();
    for (const std::uint32_t other : needed_by[one]) touch(other);
  }
  return out;
}

}  // namespace rung::change
