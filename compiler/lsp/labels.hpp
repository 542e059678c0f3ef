// Where tags, parts of rules and currencies are named.
#pragma once

#include "compiler/lsp/analysis.hpp"

namespace rung::lsp {

// Adds to `labels` and `occurrences`. `frameworks`: of each file, the name that its things have before their own. `chosen`: the declarations in which to look; null: all of them.
void note_labels(Analysis& analysis, const std::vector<std::string>& frameworks, const model::Chosen* chosen);

}  // namespace rung::lsp
