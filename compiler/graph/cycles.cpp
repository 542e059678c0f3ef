#include "compiler/graph/cycles.hpp"

#include <algorithm>
#include <cstdint>

#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>

namespace rung::graph {
namespace {

constexpr std::uint64_t greatest_work = 50'000'000;   // edges looked at in all
constexpr std::uint32_t unseen = UINT32_MAX;

class CycleFinder {
 public:
  explicit CycleFinder(const Graph& graph) : graph_(graph), component_(boost::num_vertices(graph)), from_(component_.size()), seen_(component_.size(), unseen) {
    const std::size_t count = boost::strong_components(
        graph, boost::make_iterator_property_map(component_.begin(), boost::get(boost::vertex_index, graph)));
    members_.resize(count);
    for (Vertex v = 0; v < component_.size(); ++v) members_[component_[v]].push_back(v);
  }

  std::vector<Cycle> run() {
    std::vector<Cycle> out;
    for (auto& knot : members_) {
      std::vector<Edge> shortest = shortest_in(knot);
      if (!shortest.empty()) out.push_back({begun_at_least(std::move(shortest)), std::move(knot)});
    }
    std::sort(out.begin(), out.end(), [&](const Cycle& a, const Cycle& b) {
      return std::pair(a.edges.size(), source(a.edges[0])) < std::pair(b.edges.size(), source(b.edges[0]));
    });
    return out;
  }

 private:
  Vertex source(const Edge& edge) const { return boost::source(edge, graph_); }
  Vertex target(const Edge& edge) const { return boost::target(edge, graph_); }

  std::vector<Edge> shortest_in(const std::vector<Vertex>& knot) {
    const bool ring = edges_inside(knot) == knot.size();
    std::vector<Edge> best;
    for (const Vertex start : knot) {
      std::vector<Edge> found = shortest_through(start, best.empty() ? SIZE_MAX : best.size());
      if (!found.empty()) best = std::move(found);
      // Nothing is shorter than two steps but a step from a vertex to itself, and a ring holds one circle.
      if (ring || best.size() == 1 || (best.size() == 2 && !has_self_step_) || work_ > greatest_work) break;
    }
    return best;
  }

  std::size_t edges_inside(const std::vector<Vertex>& knot) {
    std::size_t count = 0;
    has_self_step_ = false;
    for (const Vertex v : knot) {
      for (const Edge edge : boost::make_iterator_range(boost::out_edges(v, graph_))) {
        if (component_[target(edge)] == component_[v]) ++count;
        if (target(edge) == v) has_self_step_ = true;
      }
    }
    return count;
  }

  // A walk in breadth from `start` back to it, inside its knot, in fewer than `limit` steps.
  std::vector<Edge> shortest_through(Vertex start, std::size_t limit) {
    ++round_;
    std::vector<Vertex> level{start}, next;
    for (std::size_t depth = 1; depth < limit && !level.empty(); ++depth) {
      next.clear();
      for (const Vertex v : level) {
        for (const Edge edge : boost::make_iterator_range(boost::out_edges(v, graph_))) {
          ++work_;
          const Vertex to = target(edge);
          if (component_[to] != component_[start]) continue;
          if (to == start) return walked(start, edge);
          if (seen_[to] == round_) continue;
          seen_[to] = round_;
          from_[to] = edge;
          next.push_back(to);
        }
      }
      level.swap(next);
    }
    return {};
  }

  std::vector<Edge> walked(Vertex start, Edge last) const {
    std::vector<Edge> out{last};
    for (Vertex v = source(last); v != start; v = source(out.back())) out.push_back(from_[v]);
    std::reverse(out.begin(), out.end());
    return out;
  }

  std::vector<Edge> begun_at_least(std::vector<Edge> edges) const {
    const auto least = std::min_element(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) { return source(a) < source(b); });
    std::rotate(edges.begin(), least, edges.end());
    return edges;
  }

  const Graph& graph_;
  std::vector<std::size_t> component_;
  std::vector<std::vector<Vertex>> members_;
  std::vector<Edge> from_;               // the edge by which a vertex was reached in this round
  std::vector<std::uint32_t> seen_;      // the round in which a vertex was reached
  bool has_self_step_ = false;           // in the knot at hand
  std::uint32_t round_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace

std::vector<Cycle> cycles(const Graph& graph) { return CycleFinder(graph).run(); }

}  // namespace rung::graph
