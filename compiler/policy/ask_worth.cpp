// Independent value, or one aspect of it: as `rungc value` tells it.
#include "compiler/policy/asks.hpp"

namespace rung::policy {

Found ask_worth(const Context& context, const Question& question, std::uint32_t id) {
  const model::Credential& credential = context.model.credentials[id];
  std::vector<Aspect> asked = question.rule.aspects;
  if (asked.empty()) asked.assign(value::aspects.begin(), value::aspects.end());
  Found out;
  std::string held;
  for (const Aspect aspect : asked) {
    const value::Verdict verdict = context.worth.verdict(id, aspect);
    out.answer = value::worse(out.answer, verdict.answer);
    if (verdict.answer == Answer::holds) {
      held += (held.empty() ? "" : ", ") + std::string(value::name(aspect));
      continue;
    }
    const Evidence& first = verdict.evidence.front();
    out.evidence.push_back({Phrase::lacks_value, {std::string(value::name(aspect)), diagnostics::words(first.phrase, first.arguments)}, first.span});
    for (const diagnostics::Diagnostic& finding : verdict.findings) out.help.insert(out.help.end(), finding.help.begin(), finding.help.end());
  }
  if (out.evidence.empty()) out.evidence.push_back({Phrase::has_value, {held}, credential.span});
  else out.help.emplace_back(Phrase::see_value, Arguments{context.name(credential.name)});
  return out;
}

}  // namespace rung::policy
