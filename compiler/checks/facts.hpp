// What several checks look at, worked out once.
#pragma once

#include <string>
#include <vector>

#include "compiler/checks/attainment.hpp"
#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/graph/cycles.hpp"
#include "compiler/graph/graphs.hpp"

namespace rung::checks {

using diagnostics::Kind;
using diagnostics::Phrase;
using diagnostics::Sink;

struct Facts {
  explicit Facts(const model::Model& model);

  const model::Model& model;
  graph::Graph stacking;                 // award → what it counts
  graph::Graph counted_by;               // the same arrows, turned round
  graph::Graph prerequisites;
  graph::Graph needs;                    // both: credential → whatever it may come to need
  std::vector<graph::Cycle> stacking_cycles;
  std::vector<char> in_stacking_cycle;   // by credential: in a knot of stacking
  std::vector<char> given;               // by credential: some agreement gives it or exempts from it
  mutable Attainment attainment;         // scratch for questions; answers do not depend on it
  std::vector<char> attainable;          // by credential

  std::string name(std::uint32_t credential) const { return model::shown_name(model, model.credentials[credential].name); }
  std::string competency_name(std::uint32_t competency) const { return model::shown_name(model, model.competencies[competency].name); }
};

// Everything that can be reached from `start` along the arrows, `start` left out, ascending.
std::vector<std::uint32_t> reachable(const graph::Graph& graph, std::uint32_t start);

// Whether any node of an award's rule, of whichever version, or a condition of it, could not be read in full, so that nothing may be concluded from it.
bool rule_is_incomplete(const model::Model& model, std::uint32_t award);

// "a, b, c", as a list of the language: in the order of the alphabet, each once.
std::string in_a_list(std::vector<std::string> names);

// "a, b and 3 more"
std::string listed(const std::vector<std::string>& names, std::size_t most = 5);

}  // namespace rung::checks
