// Syntax trees into a model: names are resolved, quantities read, set descriptions expanded. What cannot be is reported and left out.
#pragma once

#include "compiler/model/model.hpp"
#include "compiler/model/names.hpp"
#include "compiler/model/program.hpp"

namespace rung::model {

// `mentions`: where each thing is named, in no order; null when nobody asks. A name in a declaration that could not be read is not among them.
Model link(const source::Files& files, const Program& program, diagnostics::Sink& sink, std::vector<Mention>* mentions = nullptr);

// The mentions in the chosen declarations, the same as link() has there; none of them is a scenario, in which names mean what other declarations say. Of the model that comes with them only
// names and frameworks are true, and what goes to the sink is not: nothing else has been read.
Model link_mentions(const source::Files& files, const Program& program, const Chosen& chosen, diagnostics::Sink& sink, std::vector<Mention>& mentions);

}  // namespace rung::model
