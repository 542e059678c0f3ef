// Claims that what else is stated contradicts. (What a credential claims to stack into: stacking_claims.cpp.)
//
// `purpose pathway` beside `stacks none`, and `awarded for participation` beside a pass mark. What is merely not shown is no contradiction, and has other messages.
#include <algorithm>

#include "compiler/checks/list.hpp"
#include "grammar/words.hpp"

namespace rung::checks {

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
  }
}

}  // namespace rung::checks
