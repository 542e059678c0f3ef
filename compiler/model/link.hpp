// Syntax trees into a model: names are resolved, quantities read, set descriptions expanded. What cannot be is reported and left out.
#pragma once

#include "compiler/model/model.hpp"
#include "compiler/model/names.hpp"
#include "compiler/model/program.hpp"

namespace rung::model {

// `mentions`: where each thing is named, in no order; null when nobody asks. A name in a declaration that could not be read is not among them.
Model link(const source::Files& files, const Program& program, diagnostics::Sink& sink, std::vector<Mention>* mentions = nullptr);

}  // namespace rung::model
