// What an award does with what it counts: takes it away from its holders, or leaves it free for other awards.
#include "compiler/checks/facts.hpp"
#include "compiler/policy/asks.hpp"

namespace rung::policy {

Found ask_taking(const Context& context, const model::Credential& credential) {
  if (credential.surrenders.empty()) return told(Answer::fails, credential.span, Phrase::takes_nothing_away);
  std::vector<std::string> names;
  for (const model::Reference& taken : credential.surrenders) names.push_back(context.name(context.model.credentials[taken.id].name));
  return mended(told(Answer::holds, credential.surrenders.front().span, Phrase::takes_away_parts, {checks::listed(names)}), Phrase::let_both_be_held);
}

Found ask_sharing(const Context& context, const model::Credential& credential) {
  if (credential.rule == model::none) return told(Answer::cannot_tell, credential.span, Phrase::counts_nothing);
  for (const std::uint32_t root : credential.rules())
    for (const model::Condition& condition : context.model.conditions_of(root))
      if (table::looks_at_other_awards(condition.kind))
        return told(Answer::fails, condition.span, Phrase::limits_sharing);
  return told(Answer::holds, credential.span, Phrase::shares_freely);
}

}  // namespace rung::policy
