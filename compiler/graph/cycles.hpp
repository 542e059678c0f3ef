// Circles in a graph: one for each knot (strongly connected component with an edge inside), the shortest that it holds.
#pragma once

#include <vector>

#include "compiler/graph/graphs.hpp"

namespace rung::graph {

struct Cycle {
  std::vector<Edge> edges;        // in order; the last leads back to where the first begins
  std::vector<Vertex> knot;       // every vertex of the knot, ascending
};

// Shortest circles first, then by their least vertex. Each begins at the least of its vertices. In a very large knot the search for a shorter circle
// ends after a fixed number of steps, so that the answer is the same on every machine and soon; then the shortest found so far is given.
std::vector<Cycle> cycles(const Graph& graph);

}  // namespace rung::graph
