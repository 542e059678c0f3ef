// Policies as data, from what an author wrote.
#pragma once

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/policy/policy.hpp"
#include "grammar/tree.hpp"

namespace rung::policy {

// Every policy that is declared in one file, in the order written. A line with a mistake is reported and left out.
std::vector<Policy> read(const source::Files& files, const grammar::Tree& tree, diagnostics::Sink& sink);

}  // namespace rung::policy
