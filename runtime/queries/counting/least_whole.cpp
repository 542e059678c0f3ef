// Of how much a share is at the least: what the rule asks for in all, or in one part of it that has to hold.
#include <algorithm>

#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {
namespace {

using table::Node;

bool has_to_hold(const Table& table, std::uint32_t node, const Waived& waived) {
  for (std::uint32_t at = node; at != table::none; at = table.nodes()[at].parent) {
    if (std::find(waived.nodes.begin(), waived.nodes.end(), at) != waived.nodes.end()) return false;
    if (at != node && table.nodes()[at].choice != table::Choice::all) return false;
    if (table.nodes()[at].asked_of != table::Asked::of_all) return false;
  }
  return true;
}

}  // namespace

Wide least_whole(const Table& table, std::uint32_t root, const table::Condition& share, const Waived& waived) {
  Wide least = 0;
  const auto ask = [&](std::int64_t amount, table::Measure measure, std::uint32_t unit) {
    if (measure == share.measure && unit == share.unit) least = std::max(least, target_of(table, amount, measure, unit));
  };
  const table::Range conditions = table.nodes()[root].conditions;
  for (std::uint32_t c = conditions.first; c < conditions.first + conditions.count; ++c) {
    const table::Condition& one = table.conditions()[c];
    const bool asked = std::find(waived.conditions.begin(), waived.conditions.end(), c) == waived.conditions.end();
    if (one.kind == table::ConditionKind::total && one.within == table::none && asked) ask(one.amount, one.measure, one.unit);
  }
  for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) {
    const Node& node = table.nodes()[at];
    if (node.kind == table::NodeKind::amount && has_to_hold(table, at, waived)) ask(node.amount, node.measure, node.unit);
  }
  return least;
}

void find_least_wholes(const Supply& supply, const Waived& waived, Problem& problem) {
  if (supply.terms().optimistic) return;   // what is unknown may be as much as that
  for (Bound& bound : problem.bounds) {
    if (!table::is_share(bound.condition->kind)) continue;
    const Scope& scope = problem.scopes[bound.scope];
    bound.least_whole = least_whole(supply.table(), scope.root, *bound.condition, and_excused(supply, scope.award, bound.scope == 0 ? waived : Waived{}));
  }
}

}  // namespace rung::queries
