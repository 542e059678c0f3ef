// Every check of a model. Each has a file of its own; the list of them all is in checks.cpp.
#pragma once

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung::checks {

void run(const model::Model& model, diagnostics::Sink& sink);

}  // namespace rung::checks
