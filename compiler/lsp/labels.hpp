// Where tags, parts of rules and currencies are named.
#pragma once

#include "compiler/lsp/analysis.hpp"

namespace rung::lsp {

// Adds to `labels` and `occurrences`. `frameworks`: of each file, the name that its things have before their own.
void note_labels(Analysis& analysis, const std::vector<std::string>& frameworks);

}  // namespace rung::lsp
