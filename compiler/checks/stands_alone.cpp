// Independent value, `stands-alone`: a microcredential can be entered and awarded without holding, or being enrolled in, any larger credential that it is a part of.
// It is a question over rules, not over names: with every larger credential taken away, is there still a way to it?
// Source: microcredentials "should be valuable to the learner on their own" (Making Sense of Microcredentials, 2021).
#include <algorithm>

#include "compiler/checks/list.hpp"

namespace rung::checks {
namespace {

// The first arrow out of `from` that leads to `to`, if there is one.
const graph::EdgeOrigin* arrow(const graph::Graph& graph, std::uint32_t from, std::uint32_t to) {
  for (const graph::Edge edge : graph::arrows(graph, from))
    if (graph::to(graph, edge) == to) return &graph[edge];
  return nullptr;
}

void report(const Facts& facts, Sink& sink, std::uint32_t id, std::uint32_t larger, const std::vector<std::uint32_t>& needed) {
  auto report = sink.report(Kind::not_standing_alone, facts.model.credentials[id].span, {facts.name(id), facts.name(larger)});
  // The rule that asks for the larger credential: of the microcredential itself, or of something it needs.
  std::vector<std::uint32_t> askers{id};
  askers.insert(askers.end(), needed.begin(), needed.end());
  for (const std::uint32_t asker : askers) {
    if (const auto* origin = arrow(facts.needs, asker, larger)) {
      const bool enrolling = facts.model.nodes[origin->node].in_prerequisite;
      report.also(origin->span, enrolling ? Phrase::needs_here : Phrase::counts_here, {facts.name(asker), facts.name(larger)});
      break;
    }
  }
  for (const std::uint32_t counter : reachable(facts.counted_by, id)) {
    if (const auto* origin = arrow(facts.stacking, counter, id)) {
      report.also(origin->span, Phrase::counts_here, {facts.name(counter), facts.name(id)});
      break;
    }
  }
  report.help(Phrase::let_it_be_entered_alone, {facts.name(larger)});
}

}  // namespace

void stands_alone(const Facts& facts, Sink& sink) {
  const model::Model& model = facts.model;
  std::vector<char> larger(model.credentials.size(), 0);
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const model::Credential& credential = model.credentials[id];
    const bool asks = credential.prerequisite != model::none || credential.rule != model::none;
    if (credential.type != model::CredentialType::microcredential || !asks || facts.in_stacking_cycle[id] != 0) continue;
    const std::vector<std::uint32_t> needed = reachable(facts.needs, id), whole = reachable(facts.counted_by, id);
    std::vector<std::uint32_t> touched;
    std::set_intersection(needed.begin(), needed.end(), whole.begin(), whole.end(), std::back_inserter(touched));
    if (touched.empty()) continue;
    for (const std::uint32_t one : whole) larger[one] = 1;
    std::vector<std::uint32_t> scope = needed;
    if (!std::binary_search(scope.begin(), scope.end(), id)) scope.insert(std::lower_bound(scope.begin(), scope.end(), id), id);
    if (!facts.attainment.without(id, scope, larger)) {
      // The one to name: asked for by the microcredential itself, if any is.
      const auto direct = std::find_if(touched.begin(), touched.end(), [&](std::uint32_t one) { return arrow(facts.needs, id, one) != nullptr; });
      report(facts, sink, id, direct == touched.end() ? touched.front() : *direct, needed);
    }
    for (const std::uint32_t one : whole) larger[one] = 0;
  }
}

}  // namespace rung::checks
