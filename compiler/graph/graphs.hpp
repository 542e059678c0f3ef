// The model as Boost.Graph graphs, one kind of edge each. Vertices are the model's indices; an edge knows the node of a rule that makes it and the
// place where it is written.
#pragma once

#include <cstdint>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/range/iterator_range.hpp>

#include "compiler/model/model.hpp"

namespace rung::graph {

struct EdgeOrigin {
  std::uint32_t node = model::none;   // of a requirement tree; none for broader
  source::Span span;
};

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeOrigin>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

inline std::uint32_t from(const Graph& graph, const Edge& edge) { return static_cast<std::uint32_t>(boost::source(edge, graph)); }
inline std::uint32_t to(const Graph& graph, const Edge& edge) { return static_cast<std::uint32_t>(boost::target(edge, graph)); }
inline auto arrows(const Graph& graph, std::uint32_t vertex) { return boost::make_iterator_range(boost::out_edges(Vertex{vertex}, graph)); }

struct NewEdge {
  std::uint32_t from, to;
  EdgeOrigin origin;
};
// A graph of these edges; of two between the same vertices the one that is written first stays.
Graph make_graph(std::size_t vertices, std::vector<NewEdge> edges);

// From each award to every credential that its rule may count.
std::vector<NewEdge> stacking_edges(const model::Model& model);
// From each credential to every credential that its prerequisites name, or that a gate of its asks enrolment in.
std::vector<NewEdge> prerequisite_edges(const model::Model& model);
// From each award to every credential that a gate in its rule asks enrolment in.
std::vector<NewEdge> enrolment_edges(const model::Model& model);
// From each competency to those that it says are broader.
std::vector<NewEdge> broader_edges(const model::Model& model);

}  // namespace rung::graph
