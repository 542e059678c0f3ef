// Prerequisites that lead round in a circle. When no alternative leads out of it none of its credentials can be begun: an error. When one does, a warning.
#include "compiler/checks/chain.hpp"
#include "compiler/checks/list.hpp"
#include "compiler/checks/within.hpp"

namespace rung::checks {

void prerequisite_cycle(const Facts& facts, Sink& sink) {
  const auto name = [&](std::uint32_t id) { return facts.name(id); };
  const auto phrase = [](const graph::EdgeOrigin&) { return Phrase::needs_here; };
  const auto edges = graph::prerequisite_edges(facts.model);
  for (const bool attainable : {false, true}) {
    const graph::Graph part = within(facts, edges, [&](std::uint32_t id) { return (facts.attainable[id] != 0) == attainable; });
    for (const graph::Cycle& cycle : graph::cycles(part))
      report_cycle(sink, attainable ? Kind::prerequisite_loop : Kind::prerequisite_cycle, part, cycle, name, phrase);
  }
}

}  // namespace rung::checks
