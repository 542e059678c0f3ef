#include "compiler/graph/graphs.hpp"

#include <algorithm>
#include <tuple>

namespace rung::graph {
namespace {

using model::Model;


void add_members(const Model& model, std::uint32_t at, std::vector<NewEdge>& edges) {
  const model::Node& node = model.nodes[at];
  if (node.kind == model::NodeKind::gate) {
    for (const std::uint32_t gate : node.members)
      for (const model::Reference& enrolled : model.gates[gate].enrolled_in) edges.push_back({node.owner, enrolled.id, {at, node.span}});
    return;
  }
  // Long lists are looked up by index, not by a walk over what is written.
  std::vector<model::Reference> written = node.written;
  std::sort(written.begin(), written.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const std::uint32_t member : node.members) {
    const auto found = std::lower_bound(written.begin(), written.end(), member, [](const auto& r, std::uint32_t id) { return r.id < id; });
    const bool named = found != written.end() && found->id == member;
    edges.push_back({node.owner, member, {at, named ? found->span : node.span}});
  }
}

}  // namespace

Graph make_graph(std::size_t vertices, std::vector<NewEdge> edges) {
  const auto key = [](const NewEdge& edge) { return std::tuple(edge.from, edge.to, edge.origin.span.file, edge.origin.span.begin); };
  std::sort(edges.begin(), edges.end(), [&](const NewEdge& a, const NewEdge& b) { return key(a) < key(b); });
  const auto same = [](const NewEdge& a, const NewEdge& b) { return a.from == b.from && a.to == b.to; };
  edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<EdgeOrigin> origins;
  ends.reserve(edges.size());
  origins.reserve(edges.size());
  for (const NewEdge& edge : edges) {
    ends.emplace_back(edge.from, edge.to);
    origins.push_back(edge.origin);
  }
  return Graph(boost::edges_are_sorted, ends.begin(), ends.end(), origins.begin(), vertices);
}

std::vector<NewEdge> stacking_edges(const Model& model) {
  std::vector<NewEdge> edges;
  for (std::uint32_t at = 0; at < model.nodes.size(); ++at) {
    const model::Node& node = model.nodes[at];
    if (!node.in_prerequisite && node.kind != model::NodeKind::gate) add_members(model, at, edges);
  }
  return edges;
}

std::vector<NewEdge> prerequisite_edges(const Model& model) {
  std::vector<NewEdge> edges;
  for (std::uint32_t at = 0; at < model.nodes.size(); ++at)
    if (model.nodes[at].in_prerequisite) add_members(model, at, edges);
  return edges;
}

std::vector<NewEdge> enrolment_edges(const Model& model) {
  std::vector<NewEdge> edges;
  for (std::uint32_t at = 0; at < model.nodes.size(); ++at)
    if (!model.nodes[at].in_prerequisite && model.nodes[at].kind == model::NodeKind::gate) add_members(model, at, edges);
  return edges;
}

std::vector<NewEdge> broader_edges(const Model& model) {
  std::vector<NewEdge> edges;
  for (std::uint32_t id = 0; id < model.competencies.size(); ++id)
    for (const model::Reference& broader : model.competencies[id].broader) edges.push_back({id, broader.id, {model::none, broader.span}});
  return edges;
}

}  // namespace rung::graph
