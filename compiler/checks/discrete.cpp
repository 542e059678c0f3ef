// Independent value, `discrete`: it develops at least one competency of its own. How many are still a discrete set is for a policy to say.
// Source: the definition of a microcredential in Making Sense of Microcredentials (Higher Education Quality Council of Ontario, 2021): "a discrete set of competencies".
#include "compiler/checks/independent_value.hpp"

namespace rung::checks {

Verdict discrete(const Worth& worth, std::uint32_t id) {
  const model::Credential& credential = worth.model.credentials[id];
  Verdict out;
  for (const model::Developed& one : credential.develops) out.evidence.push_back({Phrase::it_develops, {worth.facts.competency_name(one.competency)}, one.span});
  if (!out.evidence.empty()) return out;
  if (credential.develops_incomplete) return because(Answer::cannot_tell, credential.span, Phrase::could_not_be_read);
  out = because(Answer::fails, credential.span, Phrase::develops_nothing);
  out.findings.push_back({Kind::not_discrete, {worth.facts.name(id)}, credential.span, {}, {{Phrase::say_what_it_develops, {}}}});
  return out;
}

}  // namespace rung::checks
