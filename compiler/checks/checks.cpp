#include "compiler/checks/checks.hpp"

#include <array>

#include "compiler/checks/list.hpp"

namespace rung::checks {

void run(const model::Model& model, diagnostics::Sink& sink, std::optional<model::Day> on) {
  constexpr std::array all = {stacking_cycle, prerequisite_cycle, broader_cycle, credit_pump, unattainable, impossible_rule, share_mismatch, unit_mismatch, dead_option, double_counting,
                              orphan_competency, independent_value, stacking_claims, other_claims};
  const Facts facts(model);
  for (const auto check : all) check(facts, sink);
  if (on) review_overdue(facts, sink, *on);
}

}  // namespace rung::checks
