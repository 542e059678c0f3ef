// A credential that is, through any chain of parts, a part of itself: always an error, one for each knot, the shortest chain shown.
#include "compiler/checks/chain.hpp"
#include "compiler/checks/list.hpp"

namespace rung::checks {

void stacking_cycle(const Facts& facts, Sink& sink) {
  for (const graph::Cycle& cycle : facts.stacking_cycles) {
    report_cycle(sink, Kind::stacking_cycle, facts.stacking, cycle, [&](std::uint32_t id) { return facts.name(id); },
                 [](const graph::EdgeOrigin&) { return Phrase::counts_here; });
  }
}

}  // namespace rung::checks
