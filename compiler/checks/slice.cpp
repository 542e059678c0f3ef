// Independent value, `not-a-slice`: it is not a mere slice of a programme: used by exactly one larger credential of the same issuer, with no outcome of its own.
// Used is what the rules count, not what `stacks into` claims. The issuer is who is stated to issue it, else the framework's publisher, else whoever
// writes the framework.
// Source: new programs "rather than deconstructing existing curricula" (Making Sense of Microcredentials, 2021, page 16).
#include <algorithm>

#include "compiler/checks/independent_value.hpp"

namespace rung::checks {
namespace {

std::vector<std::uint32_t> issuers(const model::Model& model, const model::Credential& credential) {
  std::vector<std::uint32_t> out;
  for (const model::Reference& issuer : credential.issuers) out.push_back(issuer.id);
  if (out.empty() && credential.framework != model::none && model.frameworks[credential.framework].publisher != model::none)
    out.push_back(model.frameworks[credential.framework].publisher);
  return out;
}

bool same_issuer(const model::Model& model, const model::Credential& a, const model::Credential& b) {
  const std::vector<std::uint32_t> one = issuers(model, a), other = issuers(model, b);
  if (one.empty() || other.empty()) return a.framework == b.framework;
  return std::any_of(one.begin(), one.end(), [&](std::uint32_t id) { return std::find(other.begin(), other.end(), id) != other.end(); });
}

}  // namespace

Verdict not_a_slice(const Worth& worth, std::uint32_t id) {
  const model::Model& model = worth.model;
  const model::Credential& credential = model.credentials[id];
  const auto counted_by = graph::arrows(worth.facts.counted_by, id);
  if (counted_by.empty()) return because(Answer::holds, credential.span, Phrase::no_rule_counts_it);
  std::vector<Evidence> used;
  for (const graph::Edge edge : counted_by)
    used.push_back({Phrase::counted_by, {worth.facts.name(graph::to(worth.facts.counted_by, edge))}, worth.facts.counted_by[edge].span});
  if (used.size() > 1) return {Answer::holds, std::move(used), {}};
  if (std::vector<Evidence> stated = stated_outcomes(model, id); !stated.empty()) return {Answer::holds, std::move(stated), {}};
  const std::uint32_t larger = graph::to(worth.facts.counted_by, counted_by.front());
  if (!same_issuer(model, credential, model.credentials[larger]))
    return {Answer::holds, {{Phrase::another_issuer_counts_it, {worth.facts.name(larger)}, used.front().span}}, {}};
  Verdict out{Answer::fails, std::move(used), {}};
  out.findings.push_back({Kind::slice, {worth.facts.name(id), worth.facts.name(larger)}, credential.span, out.evidence,
                          {{Phrase::state_an_outcome, {}}, {Phrase::or_call_it_a_course, {}}}});
  out.evidence.push_back({Phrase::no_outcome_stated, {}, credential.span});
  return out;
}

}  // namespace rung::checks
