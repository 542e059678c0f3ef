// unattainable and double-counting, as far as the checks that reason about one kind of thing (compiler/checks) do not see them: parts, limits and bars that are each possible, and
// that nothing meets together.
//
// What nobody can have is asked of the table, with the runtime's own questions, so that no learner is ever told of a way that the compiler denies. What is to blame is found by
// leaving out one thing after the other. Everything is bounded in steps, never in time; where that does not suffice, nothing is said of an award, or more of it is blamed than had to be.
#pragma once

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung::attainable {

// The model must be free of errors.
void report(const model::Model& model, const source::Files& files, diagnostics::Sink& sink);

}  // namespace rung::attainable
