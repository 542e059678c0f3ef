// Competencies that are each broader than the other.
#include "compiler/checks/chain.hpp"
#include "compiler/checks/list.hpp"

namespace rung::checks {

void broader_cycle(const Facts& facts, Sink& sink) {
  const graph::Graph broader = graph::make_graph(facts.model.competencies.size(), graph::broader_edges(facts.model));
  for (const graph::Cycle& cycle : graph::cycles(broader)) {
    report_cycle(sink, Kind::broader_cycle, broader, cycle, [&](std::uint32_t id) { return facts.competency_name(id); },
                 [](const graph::EdgeOrigin&) { return Phrase::broader_here; });
  }
}

}  // namespace rung::checks
