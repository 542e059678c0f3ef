// Syntax trees into a model: names are resolved, quantities read, set descriptions expanded. What cannot be is reported and left out.
#pragma once

#include "compiler/model/model.hpp"
#include "compiler/model/program.hpp"

namespace rung::model {

Model link(const source::Files& files, const Program& program, diagnostics::Sink& sink);

}  // namespace rung::model
