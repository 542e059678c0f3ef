// Claims that what else is stated contradicts. (What a credential claims to stack into: stacking_claims.cpp.)
//
// `purpose pathway` beside `stacks none`, `awarded for participation` beside a pass mark, and `none` beside what it says there is none of. What is merely not shown is no contradiction, and has other messages.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/list.hpp"
#include "grammar/words.hpp"

namespace rung::checks {

namespace {

// `consulted none` beside `consulted "Ontario Tooling Association"`.
void none_and_some(const model::Credential& credential, std::string_view claim, bool none, const std::vector<std::string>& some, Sink& sink) {
  if (!none || some.empty()) return;
  sink.report(Kind::contradicted_claim, credential.span, {fmt::format("{} none", claim), fmt::format("it says as well '{}' with {}", claim, listed(some))}).help(Phrase::leave_one_out);
}

}  // namespace

void other_claims(const Facts& facts, Sink& sink) {
  for (const model::Credential& credential : facts.model.credentials) {
    const bool pathway = std::find(credential.purpose.begin(), credential.purpose.end(), grammar::Word::pathway) != credential.purpose.end();
    if (pathway && credential.stacks_none)
      sink.report(Kind::contradicted_claim, credential.span, {std::string("purpose pathway"), std::string("it says as well that it stacks into nothing")})
          .also(credential.stacks_span, Phrase::claimed_here)
          .help(Phrase::leave_one_out);
    if (credential.awarded_for == model::Achievement::participation && credential.pass_mark != table::unknown)
      sink.report(Kind::contradicted_claim, credential.span,
                  {std::string("awarded for participation"), "its pass mark is " + model::decimal(credential.pass_mark) + " %, which those who only take part need not reach"})
          .help(Phrase::say_for_what_it_is_awarded);
    std::vector<std::string> consulted;
    for (const model::Consultation& one : credential.consulted) consulted.push_back(one.who);
    none_and_some(credential, "consulted", credential.nobody_consulted, consulted, sink);
    none_and_some(credential, "accredited by", credential.not_accredited, credential.accredited_by, sink);
    none_and_some(credential, "meets standard", credential.no_standard, credential.meets_standard, sink);
  }
}

}  // namespace rung::checks
