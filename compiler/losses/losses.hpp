// learning-can-lose: by what learners who hold more are entitled to less. Bars, limits between awards and surrenders are legal, and each that can take something
// away is reported with a learner who loses by it.
//
// The learners are worked out by the runtime's own questions on the table that the model makes, so what a message says of one is what an office would be answered.
// Ways of one award's shortest paths are tried; a limit that none of these learners loses by is not reported. Everything is bounded in steps, never in time.
#pragma once

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung::losses {

// The model must be free of errors.
void report(const model::Model& model, diagnostics::Sink& sink);

}  // namespace rung::losses
