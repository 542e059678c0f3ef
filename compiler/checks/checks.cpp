#include "compiler/checks/checks.hpp"

#include <array>

#include "compiler/checks/list.hpp"

namespace rung::checks {

void run(const model::Model& model, diagnostics::Sink& sink) {
  constexpr std::array all = {stacking_cycle, prerequisite_cycle, broader_cycle, credit_pump, unattainable, impossible_rule, dead_option,  double_counting,
                        orphan_competency, discrete, stands_alone, not_consumed,    added_benefit, stacking_claims};
  const Facts facts(model);
  for (const auto check : all) check(facts, sink);
}

}  // namespace rung::checks
