#include "compiler/checks/chain.hpp"

#include <fmt/format.h>

namespace rung::checks {
namespace {

constexpr std::size_t most_arrows = 12;

}  // namespace

std::string chain(const graph::Graph& graph, const graph::Cycle& cycle, const NameOf& name) {
  const std::size_t length = cycle.edges.size();
  std::string out = name(graph::from(graph, cycle.edges.front()));
  for (std::size_t i = 0; i < length; ++i) {
    if (length > most_arrows && i == most_arrows - 2) {
      out += fmt::format(" → … ({} more)", length - most_arrows);
      i = length - 3;
      continue;
    }
    out += " → " + name(graph::to(graph, cycle.edges[i]));
  }
  return out;
}

void report_cycle(Sink& sink, Kind kind, const graph::Graph& graph, const graph::Cycle& cycle, const NameOf& name,
                  const std::function<Phrase(const graph::EdgeOrigin&)>& phrase) {
  auto report = sink.report(kind, graph[cycle.edges.front()].span, {chain(graph, cycle, name)});
  for (const graph::Edge& edge : cycle.edges)
    report.also(graph[edge].span, phrase(graph[edge]), {name(graph::from(graph, edge)), name(graph::to(graph, edge))});
  report.help(Phrase::break_the_circle);
}

}  // namespace rung::checks
