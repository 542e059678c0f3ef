// What it counts towards: by rules, directly or through others, and by agreements. A claim (stacks into) counts for nothing.
#include "compiler/checks/facts.hpp"
#include "compiler/model/linking.hpp"
#include "compiler/policy/asks.hpp"

namespace rung::policy {

Found ask_towards(const Context& context, const Question& question, std::uint32_t id) {
  const model::Credential& credential = context.model.credentials[id];
  const bool anything = question.rule.words.front() == Word::anything;
  const bool awards = anything || question.rule.words.front() == Word::awards;
  std::vector<std::string> names;
  for (const std::uint32_t other : checks::reachable(context.leads_to, id)) {
    const model::Credential& award = context.model.credentials[other];
    if (other == id || award.block) continue;
    if (awards ? award.rule != model::none : award.type == model::credential_type(question.rule.words.front())) names.push_back(context.name(award.name));
  }
  const bool holds = anything ? !names.empty() : question.rule.bound.holds(static_cast<model::Wide>(names.size()) * table::millionths, 1);
  if (!names.empty()) return told(answer_of(holds), credential.span, Phrase::counts_towards, {checks::listed(names)});
  if (awards) return mended(told(answer_of(holds), credential.span, Phrase::counts_towards_no_award), Phrase::let_it_count);
  return mended(told(answer_of(holds), credential.span, Phrase::counts_towards_how_many, {"no", question.printed(question.rule.words.front())}), Phrase::let_it_count);
}

}  // namespace rung::policy
