// Every check of a model. Each has a file of its own; the list of them all is in checks.cpp.
#pragma once

#include <optional>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung::checks {

// `on`: the day of the check; none when nothing is to depend on it.
void run(const model::Model& model, diagnostics::Sink& sink, std::optional<model::Day> on);

}  // namespace rung::checks
