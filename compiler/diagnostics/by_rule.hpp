// Findings of policies, told to people rule by rule: a framework of a thousand credentials that breaks a rule everywhere has one thing to hear, not a thousand.
#pragma once

#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {

struct ByRule {
  std::vector<const Diagnostic*> apart;                      // what is told by itself, in the order given
  // What one rule finds in several places: all of one kind and weight. Errors first, then in the order of the policies' files; each in the order given, two or more.
  std::vector<std::vector<const Diagnostic*>> together;
};
ByRule by_rule(const std::vector<Diagnostic>& diagnostics);   // which has to stay

// The place of the rule that a finding is of; null where none is told.
const Related* place_of_rule(const Diagnostic& finding);

}  // namespace rung::diagnostics
