// The part of a graph whose arrows begin and end at chosen credentials.
#pragma once

#include <functional>

#include "compiler/checks/facts.hpp"

namespace rung::checks {

inline graph::Graph within(const Facts& facts, const std::vector<graph::NewEdge>& edges, const std::function<bool(std::uint32_t)>& chosen) {
  std::vector<graph::NewEdge> kept;
  for (const graph::NewEdge& edge : edges)
    if (chosen(edge.from) && chosen(edge.to)) kept.push_back(edge);
  return graph::make_graph(facts.model.credentials.size(), std::move(kept));
}

}  // namespace rung::checks
