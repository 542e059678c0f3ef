#include "compiler/checks/ways.hpp"

#include <algorithm>

namespace rung::checks {

using model::Choice;
using model::Node;
using model::NodeKind;

Ways::Ways(const Facts& facts)
    : facts_(facts), model_(facts.model), counting_(model_.credentials.size()), exempt_(model_.credentials.size(), 0), barred_(exempt_), missing_(exempt_) {
  for (std::uint32_t at = 0; at < model_.nodes.size(); ++at) {
    const Node& node = model_.nodes[at];
    if (node.in_prerequisite || node.kind == NodeKind::gate || node.kind == NodeKind::group) continue;
    std::uint32_t root = at;
    while (model_.nodes[root].parent != model::none) root = model_.nodes[root].parent;
    for (const std::uint32_t member : node.members)
      if (counting_[member].empty() || counting_[member].back() != root) counting_[member].push_back(root);
  }
  for (const model::Recognition& line : model_.recognitions)
    if (line.kind == table::RecognitionKind::exemption)
      for (const model::Reference& target : line.targets) exempt_[target.id] = 1;
}

std::optional<bool> Ways::counts(std::uint32_t root, std::uint32_t credential, const std::vector<std::uint32_t>& without, Work& work) {
  const std::uint32_t owner = model_.nodes[root].owner;
  const std::vector<std::uint32_t> scope = reachable(facts_.needs, owner);
  const std::size_t asked = scope.size() + without.size() + (model_.nodes[root].end - root);
  if (asked > work.left) return std::nullopt;
  work.left -= asked;
  for (const std::uint32_t one : without)
    if (one != credential && !exempt(one)) barred_[one] = 1;
  // Where nothing in reach needs anything, each can be held unless it is barred.
  const bool simple = std::none_of(scope.begin(), scope.end(), [&](std::uint32_t id) {
    return model_.credentials[id].rule != model::none || model_.credentials[id].prerequisite != model::none;
  });
  if (simple) {
    for (const std::uint32_t one : scope) missing_[one] = barred_[one];
  } else {
    facts_.attainment.without(credential, scope, barred_);
    for (const std::uint32_t one : scope) missing_[one] = facts_.attainment.had(one) ? 0 : 1;
  }
  const Held held = tree(root, credential);
  for (const std::uint32_t one : scope) missing_[one] = 0;
  for (const std::uint32_t one : without) barred_[one] = 0;
  return held.holds && held.counting;
}

bool Ways::can_hold(std::uint32_t root, const std::vector<char>& barred) {
  missing_ = barred_ = barred;
  const Held held = tree(root, model::none);
  std::fill(missing_.begin(), missing_.end(), 0);
  std::fill(barred_.begin(), barred_.end(), 0);
  return held.holds;
}

// Children come after their parents, so going backwards each node finds theirs done.
Ways::Held Ways::tree(std::uint32_t root, std::uint32_t credential) {
  const std::uint32_t end = model_.nodes[root].end;
  held_.assign(end - root, {});
  for (std::uint32_t at = end; at-- > root;) held_[at - root] = node(root, at, credential);
  return held_.front();
}

Ways::Held Ways::node(std::uint32_t root, std::uint32_t at, std::uint32_t credential) const {
  const Node& node = model_.nodes[at];
  if (node.incomplete) return {true, true};   // nothing may be concluded from what could not be read
  Held out;
  if (node.kind == NodeKind::group) {
    std::uint32_t children = 0, holding = 0;
    for (std::uint32_t child = at + 1; child < node.end; child = model_.nodes[child].end) {
      ++children;
      const Held& held = held_[child - root];
      holding += held.holds ? 1 : 0;
      out.counting = out.counting || (held.holds && held.counting);
    }
    out.holds = holding >= (node.choice == Choice::all ? children : std::min(node.need, children));
  } else if (node.kind == NodeKind::gate) {
    out.holds = std::none_of(node.members.begin(), node.members.end(), [&](std::uint32_t gate) {
      const auto& enrolled = model_.gates[gate].enrolled_in;
      return std::any_of(enrolled.begin(), enrolled.end(), [&](const model::Reference& r) { return barred_[r.id] != 0; });
    });
  } else {
    out.counting = can_have_among(node, credential);
    if (node.kind == NodeKind::competencies) {
      out.holds = true;
    } else if (node.kind == NodeKind::members) {
      const auto had = std::count_if(node.members.begin(), node.members.end(), [&](std::uint32_t member) { return can_have(member); });
      out.holds = static_cast<std::size_t>(had) >= std::min<std::size_t>(node.need, node.members.size());
    } else {
      Wide had = 0, offered = 0;
      for (const std::uint32_t member : node.members) {
        const Wide amount = most_of(model_, member, yardstick(node));
        offered = sum(offered, amount);
        if (can_have(member)) had = sum(had, amount);
      }
      out.holds = had >= std::min(target_of(model_, node.amount, yardstick(node)), offered);   // what cannot hold with everything has a message of its own
    }
  }
  // Of somebody it is not asked; it may count what it can all the same.
  if (node.asked_of != table::Asked::of_all) out.holds = true;
  return out;
}

bool Ways::can_have_among(const Node& node, std::uint32_t credential) const {
  return credential != model::none && can_have(credential) && std::binary_search(node.members.begin(), node.members.end(), credential);
}

}  // namespace rung::checks
