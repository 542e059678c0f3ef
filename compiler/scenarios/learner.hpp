// The learner of a scenario, as a record would say it.
#pragma once

#include "compiler/model/model.hpp"
#include "runtime/learner/learner.hpp"

namespace rung::scenarios {

Learner learner_of(const model::Model& model, const model::Scenario& scenario);

}  // namespace rung::scenarios
