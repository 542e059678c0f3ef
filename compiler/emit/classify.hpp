// How hard each award's rule is to decide (table::RuleClass), so that the runtime can choose its method.
#pragma once

#include "compiler/model/model.hpp"

namespace rung::emit {

// One class a credential, in the model's order. Conservative: a rule is called harder than it is rather than easier.
std::vector<table::RuleClass> classify(const model::Model& model);

}  // namespace rung::emit
