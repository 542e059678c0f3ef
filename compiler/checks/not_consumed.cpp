// Independent value, `not-consumed`: no larger credential takes it away from those who hold it. (The language has no way to say that one shortens another's validity.)
// What takes away something else than a microcredential or a badge is legal, and is reported by learning-can-lose.
// Source: "never at the expense of a credential's independent value" (Making Sense of Microcredentials, 2021).
#include "compiler/checks/independent_value.hpp"

namespace rung::checks {

Verdict not_consumed(const Worth& worth, std::uint32_t id) {
  const model::Credential& credential = worth.model.credentials[id];
  Verdict out;
  for (const model::Reference& taker : worth.takers(id)) {
    out.evidence.push_back({Phrase::takes_it_away, {worth.facts.name(taker.id)}, taker.span});
    out.findings.push_back({Kind::consumed, {worth.facts.name(taker.id), worth.facts.name(id)}, taker.span,
                            {{Phrase::declared_here, {worth.facts.name(id)}, credential.span}}, {{Phrase::let_both_be_held, {}}}});
  }
  if (out.findings.empty()) return because(Answer::holds, credential.span, Phrase::nothing_takes_it_away);
  out.answer = Answer::fails;
  return out;
}

}  // namespace rung::checks
