// Where things are named.
#pragma once

#include "compiler/lsp/analysis.hpp"
#include "compiler/model/names.hpp"

namespace rung::lsp {

// By file, then by place.
bool before(const source::Span& a, const source::Span& b);

// Fills `occurrences` and `labels` of an analysis that is linked and whose policies are known. `mentions`: what was found out when it was linked. `chosen`: the declarations in which to
// look; null: all of them.
void note_occurrences(Analysis& analysis, const std::vector<model::Mention>& mentions, const model::Chosen* chosen);

}  // namespace rung::lsp
