#include "compiler/checks/facts.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rung::checks {
namespace {

std::vector<graph::NewEdge> turned_round(std::vector<graph::NewEdge> edges) {
  for (graph::NewEdge& edge : edges) std::swap(edge.from, edge.to);
  return edges;
}

std::vector<graph::NewEdge> both(std::vector<graph::NewEdge> one, const std::vector<graph::NewEdge>& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

}  // namespace

Facts::Facts(const model::Model& m)
    : model(m),
      stacking(graph::make_graph(m.credentials.size(), graph::stacking_edges(m))),
      counted_by(graph::make_graph(m.credentials.size(), turned_round(graph::stacking_edges(m)))),
      prerequisites(graph::make_graph(m.credentials.size(), graph::prerequisite_edges(m))),
      needs(graph::make_graph(m.credentials.size(), both(graph::stacking_edges(m), graph::prerequisite_edges(m)))),
      stacking_cycles(graph::cycles(stacking)),
      in_stacking_cycle(m.credentials.size(), 0),
      given(m.credentials.size(), 0),
      attainment(m),
      attainable(attainment.all()) {
  for (const graph::Cycle& cycle : stacking_cycles)
    for (const graph::Vertex v : cycle.knot) in_stacking_cycle[v] = 1;
  for (const model::Recognition& line : m.recognitions) {
    if (line.kind != table::RecognitionKind::credit && line.kind != table::RecognitionKind::exemption) continue;
    for (const model::Reference& target : line.targets) given[target.id] = 1;
  }
}

std::vector<std::uint32_t> reachable(const graph::Graph& graph, std::uint32_t start) {
  // The walk touches only what it reaches, so that asking from many starts stays cheap.
  std::unordered_set<std::uint32_t> seen{start};
  std::vector<std::uint32_t> out{start};
  for (std::size_t at = 0; at < out.size(); ++at) {
    for (const graph::Edge edge : graph::arrows(graph, out[at])) {
      const auto to = graph::to(graph, edge);
      if (seen.insert(to).second) out.push_back(to);
    }
  }
  out.erase(out.begin());
  std::sort(out.begin(), out.end());
  return out;
}

bool rule_is_incomplete(const model::Model& model, std::uint32_t award) {
  for (const std::uint32_t root : model.credentials[award].rules()) {
    for (std::uint32_t at = root; at < model.nodes[root].end; ++at)
      if (model.nodes[at].incomplete) return true;
    for (const model::Condition& condition : model.conditions_of(root))
      if (condition.incomplete) return true;
  }
  return false;
}

std::string in_a_list(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  const std::size_t shown = std::min(names.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (names.size() > shown) out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

}  // namespace rung::checks
