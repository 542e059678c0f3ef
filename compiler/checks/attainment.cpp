#include "compiler/checks/attainment.hpp"

#include <algorithm>
#include <numeric>

namespace rung::checks {

using model::Amount;
using model::Node;
using model::NodeKind;

namespace {

constexpr Amount plenty = INT64_MAX / 4;   // an amount that nobody stated may be any

Amount sum(Amount a, Amount b) { return std::min(a + b, plenty); }

}  // namespace

Attainment::Attainment(const model::Model& model)
    : model_(model),
      uses_first_(model.credentials.size() + 1, 0),
      nodes_(model.nodes.size()),
      pending_(model.credentials.size(), 0),
      rule_met_(model.credentials.size(), 0),
      attained_(model.credentials.size(), 0),
      in_scope_(model.credentials.size(), 0) {
  const auto names_credentials = [](const Node& node) { return node.kind == NodeKind::members || node.kind == NodeKind::amount; };
  for (const Node& node : model.nodes)
    if (names_credentials(node))
      for (const std::uint32_t member : node.members) ++uses_first_[member + 1];
  std::partial_sum(uses_first_.begin(), uses_first_.end(), uses_first_.begin());
  uses_.resize(uses_first_.back());
  std::vector<std::uint32_t> next(uses_first_.begin(), uses_first_.end() - 1);
  for (std::uint32_t at = 0; at < model.nodes.size(); ++at)
    if (names_credentials(model.nodes[at]))
      for (const std::uint32_t member : model.nodes[at].members) uses_[next[member]++] = at;
}

std::vector<char> Attainment::all() {
  std::vector<std::uint32_t> scope(model_.credentials.size());
  std::iota(scope.begin(), scope.end(), 0u);
  run(scope, std::vector<char>(model_.credentials.size(), 0));
  for (const std::uint32_t credential : scope) in_scope_[credential] = 0;
  return attained_;
}

bool Attainment::without(std::uint32_t target, std::span<const std::uint32_t> scope, const std::vector<char>& barred) {
  run(scope, barred);
  for (const std::uint32_t credential : scope) in_scope_[credential] = 0;
  return attained_[target] != 0;
}

void Attainment::run(std::span<const std::uint32_t> scope, const std::vector<char>& barred) {
  queue_.clear();
  for (const std::uint32_t credential : scope) {
    in_scope_[credential] = barred[credential] == 0;
    attained_[credential] = 0;
    pending_[credential] = 0;
    rule_met_[credential] = 0;
  }
  for (const std::uint32_t id : scope) {
    if (in_scope_[id] == 0) continue;
    const model::Credential& credential = model_.credentials[id];
    pending_[id] = (credential.rule != model::none) + (credential.prerequisite != model::none);
    if (pending_[id] == 0) {
      attain(id);
      continue;
    }
    if (credential.prerequisite != model::none) begin(credential.prerequisite, barred);
    for (const std::uint32_t root : credential.rules()) begin(root, barred);
  }
  for (std::size_t at = 0; at < queue_.size(); ++at) {
    const std::uint32_t credential = queue_[at];
    for (std::uint32_t use = uses_first_[credential]; use < uses_first_[credential + 1]; ++use) {
      const std::uint32_t node = uses_[use];
      if (in_scope_[model_.nodes[node].owner] == 0 || nodes_[node].met) continue;
      NodeState& state = nodes_[node];
      ++state.have;
      state.sum = sum(state.sum, amount_of(model_.nodes[node], credential));
      const bool enough = model_.nodes[node].kind == NodeKind::amount ? state.sum >= state.amount_needed : state.have >= state.needed;
      if (enough) meet(node);
    }
  }
}

// Sets a tree back, then lets hold what holds with nothing. Nodes lie in pre-order, so going backwards meets children before parents.
void Attainment::begin(std::uint32_t root, const std::vector<char>& barred) {
  for (std::uint32_t at = root; at < model_.nodes[root].end; ++at) begin_node(at);
  for (std::uint32_t at = model_.nodes[root].end; at-- > root;)
    if (!nodes_[at].met && holds_from_the_start(at, barred)) meet(at);
}

void Attainment::begin_node(std::uint32_t at) {
  const Node& node = model_.nodes[at];
  NodeState& state = nodes_[at];
  state = {};
  if (node.kind == NodeKind::group) {
    std::uint32_t children = 0;
    for (std::uint32_t child = at + 1; child < node.end; child = model_.nodes[child].end) ++children;
    state.needed = std::min(node.need, children);
  } else if (node.kind == NodeKind::members) {
    state.needed = std::min(node.need, static_cast<std::uint32_t>(node.members.size()));
  } else if (node.kind == NodeKind::amount) {
    Amount offered = 0;
    for (const std::uint32_t member : node.members) offered = sum(offered, amount_of(node, member));
    state.amount_needed = std::min(node.amount, offered);
  }
}

bool Attainment::holds_from_the_start(std::uint32_t at, const std::vector<char>& barred) const {
  const Node& node = model_.nodes[at];
  if (node.incomplete || node.asked_of != table::Asked::of_all) return true;   // of somebody it is not asked
  switch (node.kind) {
    case NodeKind::gate:
      return std::none_of(node.members.begin(), node.members.end(), [&](std::uint32_t gate) {
        const auto& enrolled = model_.gates[gate].enrolled_in;
        return std::any_of(enrolled.begin(), enrolled.end(), [&](const model::Reference& r) { return barred[r.id] != 0; });
      });
    case NodeKind::competencies: return true;
    case NodeKind::amount: return nodes_[at].amount_needed == 0;
    default: return nodes_[at].needed == 0;
  }
}

void Attainment::meet(std::uint32_t at) {
  while (true) {
    nodes_[at].met = true;
    const std::uint32_t parent = model_.nodes[at].parent;
    if (parent == model::none) {
      const std::uint32_t owner = model_.nodes[at].owner;
      if (!model_.nodes[at].in_prerequisite) {
        if (rule_met_[owner] != 0) return;
        rule_met_[owner] = 1;
      }
      if (--pending_[owner] == 0) attain(owner);
      return;
    }
    if (++nodes_[parent].have < nodes_[parent].needed || nodes_[parent].met) return;
    at = parent;
  }
}

void Attainment::attain(std::uint32_t credential) {
  attained_[credential] = 1;
  queue_.push_back(credential);
}

Amount Attainment::amount_of(const Node& node, std::uint32_t id) const {
  const model::Credential& credential = model_.credentials[id];
  switch (node.measure) {
    case model::Measure::credits: return credential.credits ? credential.credits->value : plenty;
    case model::Measure::hours: return credential.hours ? credential.hours->value : plenty;
    default: return table::millionths;
  }
}

}  // namespace rung::checks
