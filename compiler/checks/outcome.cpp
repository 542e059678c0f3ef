// Independent value, `outcome`: a use outside any stack is stated: industry or community consulted, an accreditation, a standard met, an entitlement (an
// occupation, a registration), or that it is a licence. Being stackable is none.
// Source: microcredentials "should be valuable to the learner on their own" (Making Sense of Microcredentials, 2021).
#include <algorithm>

#include "compiler/checks/independent_value.hpp"
#include "compiler/model/values.hpp"

namespace rung::checks {

std::vector<Evidence> stated_outcomes(const model::Model& model, std::uint32_t id) {
  const model::Credential& credential = model.credentials[id];
  std::vector<Evidence> out;
  for (const model::Consultation& one : credential.consulted) {
    if (one.on) out.push_back({Phrase::was_consulted_on, {one.who, model::written_date(*one.on)}, credential.span});
    else out.push_back({Phrase::was_consulted, {one.who}, credential.span});
  }
  const auto add = [&](Phrase phrase, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) out.push_back({phrase, {text}, credential.span});
  };
  add(Phrase::it_is_accredited_by, credential.accredited_by);
  add(Phrase::it_meets, credential.meets_standard);
  add(Phrase::it_entitles_to, credential.entitles_to);
  if (credential.type == model::CredentialType::licence) out.push_back({Phrase::it_is_a_licence, {}, credential.span});
  return out;
}

Verdict outcome(const Worth& worth, std::uint32_t id) {
  const model::Credential& credential = worth.model.credentials[id];
  if (std::vector<Evidence> stated = stated_outcomes(worth.model, id); !stated.empty()) return {Answer::holds, std::move(stated), {}};
  Verdict out = because(Answer::fails, credential.span, Phrase::no_outcome_stated);
  diagnostics::Diagnostic found{Kind::no_outcome, {worth.facts.name(id)}, credential.span, {}, {{Phrase::state_an_outcome, {}}}};
  const auto counted_by = graph::arrows(worth.facts.counted_by, id);
  if (!counted_by.empty()) {
    const graph::Edge edge = counted_by.front();
    found.related.push_back({Phrase::stacking_is_no_outcome, {worth.facts.name(graph::to(worth.facts.counted_by, edge))}, worth.facts.counted_by[edge].span});
  }
  out.evidence.insert(out.evidence.end(), found.related.begin(), found.related.end());
  out.findings.push_back(std::move(found));
  return out;
}

}  // namespace rung::checks
