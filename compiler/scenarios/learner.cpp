#include "compiler/scenarios/learner.hpp"

#include "compiler/model/values.hpp"
#include "runtime/learner/grades.hpp"

namespace rung::scenarios {

Learner learner_of(const model::Model& model, const model::Scenario& scenario) {
  Learner out;
  out.id = scenario.name;
  if (scenario.on) out.on = model::written_date(*scenario.on);
  for (const model::ScenarioHolding& from : scenario.holdings) {
    Holding to;
    to.is_competency = from.is_competency;
    to.name = from.is_competency ? model.competencies[from.id].name : model.credentials[from.id].name;
    to.grade = from.grade;
    if (from.achievement != model::Achievement::unknown) to.achievement = written_achievement(from.achievement);
    if (from.by_prior_learning) to.by = "prior-learning";
    if (from.by_transfer) to.by = "transfer";
    if (from.ungraded) to.by = "ungraded";
    to.term = from.term;
    if (from.awarded) to.awarded = model::written_date(*from.awarded);
    if (from.expires) to.expires = model::written_date(*from.expires);
    for (const std::uint32_t counted : from.counted) to.counted.push_back(model.credentials[counted].name);
    out.holdings.push_back(std::move(to));
  }
  for (const auto& [award, day] : scenario.entered) out.entered.emplace_back(model.credentials[award].name, model::written_date(day));
  for (const model::ScenarioException& from : scenario.exceptions)
    out.exceptions.push_back({model.credentials[from.award].name, from.part, from.part.empty(), from.by, from.because, from.on ? model::written_date(*from.on) : std::string()});
  for (const std::uint32_t gate : scenario.gates) out.gates.push_back(model.gates[gate].name);
  return out;
}

}  // namespace rung::scenarios
