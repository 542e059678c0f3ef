#include "runtime/queries/ways/candidates.hpp"

#include <algorithm>

#include "runtime/queries/fixed_point/recognition.hpp"

namespace rung::queries {
namespace {

// Whether an agreement could recognise it when it is taken.
bool may_be_recognised(const Trial& trial, const Supply& supply, std::uint32_t credential) {
  const Table& table = trial.table();
  const auto lines = table.list(table.credentials()[credential].recognised_in);
  return std::any_of(lines.begin(), lines.end(), [&](std::uint32_t line) { return gives(table.recognitions()[line]) && serves(supply, line, credential).anew; });
}

// Whether a rule or a prerequisite in reach names it.
bool is_named(const Trial& trial, std::uint32_t credential) {
  const Table& table = trial.table();
  bool named = false;
  for (const std::uint32_t other : trial.reach().credentials) {
    each_node_of(table, trial.holdings(), other, [&](std::uint32_t at) {
      const auto members = table.list(table.nodes()[at].members);
      named = named || (table.nodes()[at].kind != table::NodeKind::gate && std::binary_search(members.begin(), members.end(), credential));
    });
    if (named) break;
  }
  return named || credential == trial.award();
}

// Whether taking again what is held could ever count for more than the holding.
bool taking_again_may_help(const Trial& trial, const Supply& supply, std::uint32_t credential) {
  const Table& table = trial.table();
  if (may_be_recognised(trial, supply, credential)) return true;   // an agreement may ask for a better grade
  const table::Range held = supply.held(credential);
  for (std::uint32_t h = held.first; h < held.first + held.count; ++h)
    if (trial.holdings().held[h].by_prior_learning || trial.holdings().held[h].achievement_stated) return true;
  const auto may_count = [&](std::uint32_t award) {
    bool counts = false;
    each_node_of(table, trial.holdings(), award, [&](std::uint32_t at) {
      const auto members = table.list(table.nodes()[at].members);
      counts = counts || (table.nodes()[at].kind != table::NodeKind::gate && std::binary_search(members.begin(), members.end(), credential));
    });
    return counts;
  };
  for (const std::uint32_t award : trial.reach().awards) {
    const std::uint32_t rule = supply.root_of(award);
    if (rule == table::none) continue;     // no version of it is in force
    const auto conditions = table.conditions(table.nodes()[rule].conditions);
    if (std::any_of(conditions.begin(), conditions.end(), depends_on_the_holding) && may_count(award)) return true;
  }
  for (const std::uint32_t other : trial.reach().credentials) {
    bool helps = false;
    each_node_of(table, trial.holdings(), other, [&](std::uint32_t at) {
      const table::Node& node = table.nodes()[at];
      if (node.after.count > 0) helps = true;
      const auto members = table.list(node.members);
      if (helps || node.kind == table::NodeKind::gate || !std::binary_search(members.begin(), members.end(), credential)) return;
      bool as_held = false;
      for (std::uint32_t h = held.first; h < held.first + held.count; ++h) as_held = as_held || supply.fits(credential, h, at);
      helps = !as_held && supply.fits(credential, from_taking, at);
    });
    if (helps) return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> candidates(const Trial& trial) {
  const Table& table = trial.table();
  const Supply supply(table, trial.holdings(), {.path = true});
  const auto barring = table.list(table.credentials()[trial.award()].withheld_from);
  std::vector<std::uint32_t> out;
  for (const std::uint32_t credential : trial.reach().credentials) {
    if (table.credentials()[credential].rule != table::none || table.credentials()[credential].block != 0) continue;
    if (std::find(barring.begin(), barring.end(), credential) != barring.end()) continue;   // whoever takes it is refused the award
    // What no rule names is in reach for the sake of an agreement.
    const bool serves_nothing = table.credentials()[credential].recognised_in.count > 0 && !may_be_recognised(trial, supply, credential) && !is_named(trial, credential);
    if (serves_nothing) continue;
    if (!supply.is_held(credential) || taking_again_may_help(trial, supply, credential)) out.push_back(credential);
  }
  return out;
}

}  // namespace rung::queries
