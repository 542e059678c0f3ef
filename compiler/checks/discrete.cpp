// Independent value, `discrete`: a microcredential develops at least one competency of its own.
// Source: the definition of a microcredential in Making Sense of Microcredentials (Higher Education Quality Council of Ontario, 2021): "a discrete set of competencies".
#include "compiler/checks/list.hpp"

namespace rung::checks {

void discrete(const Facts& facts, Sink& sink) {
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    const model::Credential& credential = facts.model.credentials[id];
    if (credential.type != model::CredentialType::microcredential || credential.broken) continue;
    if (credential.develops.empty() && !credential.develops_incomplete)
      sink.report(Kind::not_discrete, credential.span, {facts.name(id)}).help(Phrase::say_what_it_develops);
  }
}

}  // namespace rung::checks
