#include "compiler/emit/classify.hpp"

#include <algorithm>

namespace rung::emit {
namespace {

using model::Choice;
using model::Model;
using model::Node;
using model::NodeKind;
using table::RuleClass;

bool bounds_a_sum(const model::Condition& condition) { return condition.kind != table::ConditionKind::may_share; }

// Credentials that agreements give: one source may stand for several of them, and is used once.
std::vector<bool> recognised(const Model& model) {
  std::vector<bool> out(model.credentials.size());
  for (const model::Recognition& line : model.recognitions)
    if (line.kind == table::RecognitionKind::credit || line.kind == table::RecognitionKind::exemption)
      for (const model::Reference& target : line.targets) out[target.id] = true;
  return out;
}

RuleClass class_of(const Model& model, const std::vector<bool>& recognised, std::uint32_t root) {
  const auto conditions = model.conditions_of(root);
  if (std::any_of(conditions.begin(), conditions.end(), bounds_a_sum)) return RuleClass::search;

  std::vector<std::uint32_t> counted;
  bool only_places = true;         // nothing but "so many of these", all of them demanded
  for (std::uint32_t at = root; at < model.nodes[root].end; ++at) {
    const Node& node = model.nodes[at];
    // The dates of one part bound the choice in another.
    if (!node.after.empty()) return RuleClass::search;
    if (node.kind == NodeKind::gate) continue;
    // What an award brings along, or what was recognised as a credential, may be wanted elsewhere in the rule.
    for (const std::uint32_t member : node.members)
      if (model.credentials[member].rule != model::none || model.credentials[member].most_awards || recognised[member]) return RuleClass::search;
    // Evidence is free: a credential that is counted elsewhere is evidence as well, and one that is not may be counted as evidence.
    if (node.kind == NodeKind::competencies) continue;
    if (node.kind == NodeKind::amount || (node.kind == NodeKind::group && node.choice != Choice::all)) only_places = false;
    counted.insert(counted.end(), node.members.begin(), node.members.end());
  }
  std::sort(counted.begin(), counted.end());
  if (std::adjacent_find(counted.begin(), counted.end()) == counted.end()) return RuleClass::plain;
  return only_places && conditions.empty() ? RuleClass::matching : RuleClass::search;
}

}  // namespace

std::vector<RuleClass> classify(const Model& model) {
  std::vector<RuleClass> out(model.credentials.size());
  const std::vector<bool> given = recognised(model);
  for (std::uint32_t id = 0; id < out.size(); ++id) {
    out[id] = RuleClass::taken;
    // Of several versions the hardest.
    for (const std::uint32_t root : model.credentials[id].rules()) out[id] = std::max(out[id], class_of(model, given, root));
  }
  return out;
}

}  // namespace rung::emit
