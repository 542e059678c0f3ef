// Independent value, `not-consumed`: no credential takes a microcredential or a badge away from those who hold it. What takes another credential away is legal and
// is reported by learning-can-lose.
// Source: "never at the expense of a credential's independent value" (Making Sense of Microcredentials, 2021).
#include "compiler/checks/list.hpp"

namespace rung::checks {

void not_consumed(const Facts& facts, Sink& sink) {
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    for (const model::Reference& taken : facts.model.credentials[id].surrenders) {
      const model::CredentialType type = facts.model.credentials[taken.id].type;
      if (type != model::CredentialType::microcredential && type != model::CredentialType::badge) continue;
      sink.report(Kind::consumed, taken.span, {facts.name(id), facts.name(taken.id)})
          .also(facts.model.credentials[taken.id].span, Phrase::declared_here, {facts.name(taken.id)})
          .help(Phrase::let_both_be_held);
    }
  }
}

}  // namespace rung::checks
