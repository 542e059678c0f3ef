#include "compiler/attainable/relaxed.hpp"

#include <algorithm>

namespace rung::attainable {

using model::Choice;
using model::Condition;
using model::ConditionKind;
using model::Model;
using model::Node;
using model::NodeKind;

namespace {

// Asked of the holders of the award itself, which is nobody who sets out for it.
void ask_nobody(Model& model, std::uint32_t at) {
  Node& node = model.nodes[at];
  node.asked_of = table::Asked::of_holders;
  node.whom = {{node.owner, node.span}};
}

bool bounds_what_is_counted(const Condition& one) { return one.kind != ConditionKind::may_share && one.kind != ConditionKind::one_at_a_time; }

}  // namespace

std::vector<Demand> demands_of(const Model& model, std::uint32_t award) {
  std::vector<Demand> out;
  const model::Credential& credential = model.credentials[award];
  for (std::uint32_t at = credential.rule; at < model.nodes[credential.rule].end;) {
    const Node& node = model.nodes[at];
    if (node.kind == NodeKind::group && node.choice == Choice::all && node.asked_of == table::Asked::of_all) {
      ++at;                                // each of its members is asked
      continue;
    }
    if (node.kind != NodeKind::gate) out.push_back({Demand::What::node, at, node.span});
    at = node.end;
  }
  const auto conditions = model.conditions_of(credential.rule);
  for (const Condition& one : conditions)
    if (bounds_what_is_counted(one)) out.push_back({Demand::What::condition, static_cast<std::uint32_t>(&one - model.conditions.data()), one.span});
  for (std::uint32_t i = 0; i < credential.withheld_from.size(); ++i) out.push_back({Demand::What::bar, i, credential.withheld_from[i].span});
  if (credential.prerequisite != model::none) out.push_back({Demand::What::prerequisites, credential.prerequisite, model.nodes[credential.prerequisite].span});
  return out;
}

void leave_out(Model& model, const std::vector<Demand>& some, std::uint32_t award) {
  std::vector<char> gone(model.conditions.size(), 0);
  std::vector<model::Reference> barred;
  const std::vector<model::Reference>& all = model.credentials[award].withheld_from;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (std::none_of(some.begin(), some.end(), [&](const Demand& one) { return one.what == Demand::What::bar && one.index == i; })) barred.push_back(all[i]);
  model.credentials[award].withheld_from = std::move(barred);
  for (const Demand& one : some) {
    if (one.what == Demand::What::condition) gone[one.index] = 1;
    else if (one.what != Demand::What::bar) ask_nobody(model, one.index);
  }
  std::vector<Condition> kept;
  for (std::size_t i = 0; i < gone.size(); ++i)
    if (gone[i] == 0) kept.push_back(std::move(model.conditions[i]));
  model.conditions = std::move(kept);
}

void give_away(Model& model, const std::vector<std::uint32_t>& awards) {
  std::vector<char> given(model.nodes.size(), 0);
  for (const std::uint32_t award : awards) {
    model::Credential& one = model.credentials[award];
    one.withheld_from.clear();
    if (one.prerequisite != model::none) ask_nobody(model, one.prerequisite);
    for (const std::uint32_t root : one.rules()) {
      ask_nobody(model, root);
      given[root] = 1;
    }
  }
  std::erase_if(model.conditions, [&](const Condition& one) { return given[one.root] != 0; });
}

void ask_only_what_all_are_asked(Model& model) {
  for (std::uint32_t at = 0; at < model.nodes.size(); ++at)
    if (model.nodes[at].asked_of == table::Asked::unless_held || model.nodes[at].asked_of == table::Asked::without_gate) ask_nobody(model, at);
}

void let_share(Model& model, std::uint32_t root, std::vector<std::uint32_t> nodes) {
  Condition share{};
  share.kind = ConditionKind::may_share;
  share.owner = model.nodes[root].owner;
  share.root = root;
  share.members = std::move(nodes);
  const auto after = std::upper_bound(model.conditions.begin(), model.conditions.end(), root, [](std::uint32_t of, const Condition& one) { return of < one.root; });
  model.conditions.insert(after, std::move(share));
}

}  // namespace rung::attainable
