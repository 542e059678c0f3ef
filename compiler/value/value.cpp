#include "compiler/value/value.hpp"

#include "compiler/checks/crutches.hpp"
#include "compiler/checks/independent_value.hpp"
#include "compiler/checks/validity.hpp"

namespace rung::value {

struct Judge::State {
  explicit State(const model::Model& model) : facts(model), worth(facts) {}
  checks::Facts facts;
  checks::Worth worth;
};

Judge::Judge(const model::Model& model) : state_(std::make_unique<State>(model)) {}
Judge::~Judge() = default;

Verdict Judge::verdict(std::uint32_t credential, Aspect aspect) const { return state_->worth.verdict(credential, aspect); }

Answer Judge::whole(std::uint32_t credential) const {
  Answer worst = Answer::holds;
  for (const Aspect aspect : aspects) worst = worse(worst, verdict(credential, aspect).answer);
  return worst;
}

}  // namespace rung::value
