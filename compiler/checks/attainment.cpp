#include "compiler/checks/attainment.hpp"

#include <algorithm>
#include <numeric>

namespace rung::checks {

using model::Node;
using model::NodeKind;

namespace {

// Of a node for a gate: each credential in which one has to be enrolled.
template <class Do>
void each_enrolment(const model::Model& model, std::uint32_t at, const Do& what) {
  if (model.nodes[at].kind != NodeKind::gate) return;
  for (const std::uint32_t gate : model.nodes[at].members)
    for (const model::Reference& enrolled : model.gates[gate].enrolled_in) what(enrolled.id);
}

}  // namespace

Attainment::Attainment(const model::Model& model)
    : model_(model),
      uses_first_(model.credentials.size() + 1, 0),
      nodes_(model.nodes.size()),
      pending_(model.credentials.size(), 0),
      rule_met_(model.credentials.size(), 0),
      attained_(model.credentials.size(), 0),
      in_scope_(model.credentials.size(), 0),
      enrolments_(model.credentials.size()) {
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
  for (std::uint32_t at = 0; at < model.nodes.size(); ++at)
    each_enrolment(model, at, [&](std::uint32_t credential) { enrolments_[credential].push_back(at); });
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
  enrolled_.clear();
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
    if (credential.prerequisite == model::none) enrolled_.push_back(id);
    if (pending_[id] == 0) {
      attain(id);
      continue;
    }
    if (credential.prerequisite != model::none) begin(credential.prerequisite, barred);
    for (const std::uint32_t root : credential.rules()) begin(root, barred);
  }
  for (std::size_t counted = 0, enrolled = 0; counted < queue_.size() || enrolled < enrolled_.size();) {
    if (counted < queue_.size()) count(queue_[counted++]);
    else enrol(enrolled_[enrolled++]);
  }
}

void Attainment::count(std::uint32_t credential) {
  for (std::uint32_t use = uses_first_[credential]; use < uses_first_[credential + 1]; ++use) {
    const std::uint32_t node = uses_[use];
    if (in_scope_[model_.nodes[node].owner] == 0 || nodes_[node].met) continue;
    NodeState& state = nodes_[node];
    ++state.have;
    state.sum = sum(state.sum, most_of(model_, credential, yardstick(model_.nodes[node])));
    const bool enough = model_.nodes[node].kind == NodeKind::amount ? state.sum >= state.amount_needed : state.have >= state.needed;
    if (enough) meet(node);
  }
}

void Attainment::enrol(std::uint32_t credential) {
  for (const std::uint32_t node : enrolments_[credential])
    if (in_scope_[model_.nodes[node].owner] != 0 && !nodes_[node].met && ++nodes_[node].have >= nodes_[node].needed) meet(node);
}

// Sets a tree back, then lets hold what holds with nothing. Nodes lie in pre-order, so going backwards meets children before parents.
void Attainment::begin(std::uint32_t root, const std::vector<char>& barred) {
  for (std::uint32_t at = root; at < model_.nodes[root].end; ++at) begin_node(at, barred);
  for (std::uint32_t at = model_.nodes[root].end; at-- > root;)
    if (!nodes_[at].met && holds_from_the_start(at)) meet(at);
}

void Attainment::begin_node(std::uint32_t at, const std::vector<char>& barred) {
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
    Wide offered = 0;
    for (const std::uint32_t member : node.members) offered = sum(offered, most_of(model_, member, yardstick(node)));
    state.amount_needed = std::min(target_of(model_, node.amount, yardstick(node)), offered);
  } else if (node.kind == NodeKind::gate) {
    // In what is barred nobody enrols; in what is not looked at somebody may.
    each_enrolment(model_, at, [&](std::uint32_t credential) { state.needed += barred[credential] != 0 || in_scope_[credential] != 0 ? 1 : 0; });
  }
}

bool Attainment::holds_from_the_start(std::uint32_t at) const {
  const Node& node = model_.nodes[at];
  if (node.incomplete || node.asked_of != table::Asked::of_all) return true;   // of somebody it is not asked
  switch (node.kind) {
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
      if (model_.nodes[at].in_prerequisite) {
        enrolled_.push_back(owner);
      } else {
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

}  // namespace rung::checks
