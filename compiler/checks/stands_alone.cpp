// Independent value, `stands-alone`: it can be entered and awarded without holding, or being enrolled in, any larger credential that it is a part of.
//
// A question over rules, not over names, and decided as one: with every larger credential taken away, and every gate that asks enrolment in one, is there still a
// way to it? Larger is whatever can come to count it, through any rule, description and version of a rule. What an agreement exempts from is not taken away:
// whoever is exempted need not hold it. Left out is what can only rule ways out (conditions on whole rules, counting once, floors), so that nobody is blamed wrongly.
// Source: microcredentials "should be valuable to the learner on their own" (Making Sense of Microcredentials, 2021, page 7).
#include <algorithm>

#include "compiler/checks/independent_value.hpp"

namespace rung::checks {
namespace {

// The first arrow out of `from` that leads to `to`, if there is one.
const graph::EdgeOrigin* arrow(const graph::Graph& graph, std::uint32_t from, std::uint32_t to) {
  for (const graph::Edge edge : graph::arrows(graph, from))
    if (graph::to(graph, edge) == to) return &graph[edge];
  return nullptr;
}

// What gates in the stacking rules of these credentials ask enrolment in, with their places. (Gates in prerequisites are arrows of `needs`.)
std::vector<model::Reference> enrolments(const model::Model& model, std::uint32_t id, const std::vector<std::uint32_t>& needed) {
  std::vector<model::Reference> out;
  const auto of = [&](std::uint32_t credential) {
    for (const std::uint32_t root : model.credentials[credential].rules())
      for (std::uint32_t at = root; at < model.nodes[root].end; ++at) {
        if (model.nodes[at].kind != model::NodeKind::gate) continue;
        for (const std::uint32_t gate : model.nodes[at].members)
          for (const model::Reference& enrolled : model.gates[gate].enrolled_in) out.push_back({enrolled.id, model.nodes[at].span});
      }
  };
  of(id);
  for (const std::uint32_t one : needed) of(one);
  return out;
}

diagnostics::Diagnostic found(const Facts& facts, std::uint32_t id, std::uint32_t larger, const std::vector<std::uint32_t>& needed,
                              const std::vector<model::Reference>& enrolled) {
  diagnostics::Diagnostic out{Kind::not_standing_alone, {facts.name(id), facts.name(larger)}, facts.model.credentials[id].span, {}, {}};
  // The rule that asks for the larger credential: of the microcredential itself, or of something it needs.
  std::vector<std::uint32_t> askers{id};
  askers.insert(askers.end(), needed.begin(), needed.end());
  for (const std::uint32_t asker : askers) {
    if (const auto* origin = arrow(facts.needs, asker, larger)) {
      const bool enrolling = facts.model.nodes[origin->node].in_prerequisite;
      out.related.push_back({enrolling ? Phrase::needs_here : Phrase::counts_here, {facts.name(asker), facts.name(larger)}, origin->span});
      break;
    }
  }
  const auto gate = std::find_if(enrolled.begin(), enrolled.end(), [&](const model::Reference& one) { return one.id == larger; });
  if (out.related.empty() && gate != enrolled.end()) out.related.push_back({Phrase::enrolled_here, {facts.name(larger)}, gate->span});
  for (const std::uint32_t counter : reachable(facts.counted_by, id)) {
    if (const auto* origin = arrow(facts.stacking, counter, id)) {
      out.related.push_back({Phrase::counts_here, {facts.name(counter), facts.name(id)}, origin->span});
      break;
    }
  }
  out.help.push_back({Phrase::let_it_be_entered_alone, {facts.name(larger)}});
  return out;
}

// Whether there is a way to it without those that are `barred`.
bool can_be_had(const Worth& worth, std::uint32_t id, const std::vector<std::uint32_t>& needed, const std::vector<char>& barred) {
  const model::Credential& credential = worth.model.credentials[id];
  if (worth.facts.attainable[id] != 0) {
    std::vector<std::uint32_t> scope = needed;
    if (!std::binary_search(scope.begin(), scope.end(), id)) scope.insert(std::lower_bound(scope.begin(), scope.end(), id), id);
    return worth.facts.attainment.without(id, scope, barred);
  }
  // Nobody can have it at all, which has its message. It is this as well only when what it asks for itself comes to that.
  const std::vector<std::uint32_t> rules = credential.rules();
  const bool earned = rules.empty() || std::any_of(rules.begin(), rules.end(), [&](std::uint32_t root) { return worth.ways.can_hold(root, barred); });
  return earned && (credential.prerequisite == model::none || worth.ways.can_hold(credential.prerequisite, barred));
}

}  // namespace

Verdict stands_alone(const Worth& worth, std::uint32_t id) {
  const Facts& facts = worth.facts;
  const model::Credential& credential = worth.model.credentials[id];
  const std::vector<std::uint32_t> whole = reachable(facts.counted_by, id);
  if (facts.in_stacking_cycle[id] != 0) return because(Answer::cannot_tell, credential.span, Phrase::is_part_of_itself);
  if (whole.empty()) return because(Answer::holds, credential.span, Phrase::no_rule_counts_it);
  std::vector<std::string> names;
  for (const std::uint32_t one : whole) names.push_back(facts.name(one));
  const Verdict alone = because(Answer::holds, credential.span, Phrase::can_be_had_without, {listed(names)});
  if (credential.prerequisite == model::none && credential.rule == model::none) return alone;
  const std::vector<std::uint32_t> needed = reachable(facts.needs, id);
  std::vector<std::uint32_t> touched;
  std::set_intersection(needed.begin(), needed.end(), whole.begin(), whole.end(), std::back_inserter(touched));
  const std::vector<model::Reference> enrolled = enrolments(worth.model, id, needed);
  for (const model::Reference& one : enrolled)
    if (std::binary_search(whole.begin(), whole.end(), one.id)) touched.push_back(one.id);
  std::erase_if(touched, [&](std::uint32_t one) { return worth.ways.exempt(one); });
  if (touched.empty()) return alone;
  std::vector<char> barred(worth.model.credentials.size(), 0);
  for (const std::uint32_t one : touched) barred[one] = 1;
  if (can_be_had(worth, id, needed, barred)) return alone;
  // The one to name: asked for by the credential itself, if any is.
  const auto direct = std::find_if(touched.begin(), touched.end(), [&](std::uint32_t one) { return arrow(facts.needs, id, one) != nullptr; });
  const auto finding = found(facts, id, direct == touched.end() ? touched.front() : *direct, needed, enrolled);
  return {Answer::fails, finding.related, {finding}};
}

}  // namespace rung::checks
