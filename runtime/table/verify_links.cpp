// What holds between credentials, and between competencies: the lists of uses are right, and nothing goes in a circle.
#include "runtime/table/checking.hpp"

namespace rung::table {
namespace {

// Whether a node may count its members under a stacking rule: in a rule, and not a gate.
bool counts_members(const Arrays& arrays, std::size_t root, const Node& node) {
  return arrays.credentials[node.owner].prerequisite != root && node.kind != NodeKind::gate;
}

// Calls `visit(node index, node)` for every node that may count credentials, ascending.
template <class Visit>
void each_counting_node(const Arrays& arrays, Visit visit) {
  std::size_t root = 0;
  for (std::size_t i = 0; i < arrays.nodes.size(); ++i) {
    const Node& node = arrays.nodes[i];
    if (node.parent == none) root = i;
    if (counts_members(arrays, root, node)) visit(i, node);
  }
}

// Edges from each thing to those it is a part of (or broader to narrower), as one list and where each thing's edges begin.
struct Edges {
  std::vector<std::uint32_t> begin;      // size: things + 1
  std::vector<std::uint32_t> to;
};

// Removes what nothing points to, again and again (Kahn 1962). What is left lies on a circle or after one: the first such thing, or none.
std::uint32_t first_in_circle(const Edges& edges) {
  const std::size_t size = edges.begin.size() - 1;
  std::vector<std::uint32_t> incoming(size), ready;
  for (const std::uint32_t to : edges.to) ++incoming[to];
  for (std::uint32_t i = 0; i < size; ++i)
    if (incoming[i] == 0) ready.push_back(i);
  while (!ready.empty()) {
    const std::uint32_t from = ready.back();
    ready.pop_back();
    for (std::uint32_t at = edges.begin[from]; at < edges.begin[from + 1]; ++at)
      if (--incoming[edges.to[at]] == 0) ready.push_back(edges.to[at]);
  }
  for (std::uint32_t i = 0; i < size; ++i)
    if (incoming[i] != 0) return i;
  return none;
}

}  // namespace

// Likewise for what a rule asks for without counting it.
static void verify_uses_of_gates_and_competencies(const Arrays& arrays) {
  std::vector<std::uint32_t> gates(arrays.gates.size()), competencies(arrays.competencies.size());
  std::size_t root = 0;
  const auto next_use = [&](SectionKind section, std::size_t id, std::span<const std::uint32_t> uses, std::uint32_t& seen, std::size_t node) {
    Place{arrays, section, id}.require(seen < uses.size() && uses[seen] == node, "its uses leave out a node that asks for it");
    ++seen;
  };
  for (std::size_t i = 0; i < arrays.nodes.size(); ++i) {
    const Node& node = arrays.nodes[i];
    if (node.parent == none) root = i;
    if (arrays.credentials[node.owner].prerequisite == root) continue;
    if (node.kind == NodeKind::gate)
      for (const std::uint32_t gate : arrays.list_of(node.members))
        next_use(SectionKind::gates, gate, arrays.list_of(arrays.gates[gate].uses), gates[gate], i);
    for (const Developed& asked : arrays.developed.subspan(node.asked.first, node.asked.count))
      next_use(SectionKind::competencies, asked.competency, arrays.list_of(arrays.competencies[asked.competency].uses),
               competencies[asked.competency], i);
  }
  for (std::size_t i = 0; i < gates.size(); ++i)
    Place{arrays, SectionKind::gates, i}.require(gates[i] == arrays.gates[i].uses.count, "its uses name a node that does not ask for it");
  for (std::size_t i = 0; i < competencies.size(); ++i)
    Place{arrays, SectionKind::competencies, i}.require(competencies[i] == arrays.competencies[i].uses.count,
                                                        "its uses name a node that does not ask for it");
}

void verify_uses(const Arrays& arrays) {
  std::vector<std::uint32_t> seen(arrays.credentials.size());
  each_counting_node(arrays, [&](std::size_t index, const Node& node) {
    for (const std::uint32_t member : arrays.list_of(node.members)) {
      const auto uses = arrays.list_of(arrays.credentials[member].uses);
      const Place place{arrays, SectionKind::credentials, member};
      place.require(seen[member] < uses.size() && uses[seen[member]] == index, "its uses leave out a node that counts it");
      ++seen[member];
    }
  });
  for (std::size_t i = 0; i < seen.size(); ++i)
    Place{arrays, SectionKind::credentials, i}.require(seen[i] == arrays.credentials[i].uses.count,
                                                       "its uses name a node that does not count it");
  verify_uses_of_gates_and_competencies(arrays);
}

// Evidence is left out: an award may ask for a competency that a larger award, made of it, develops too.
void verify_no_circles(const Arrays& arrays) {
  Edges stacking;
  stacking.begin.push_back(0);
  for (const Credential& credential : arrays.credentials) {
    for (const std::uint32_t node : arrays.list_of(credential.uses))
      if (arrays.nodes[node].kind != NodeKind::competencies) stacking.to.push_back(arrays.nodes[node].owner);
    stacking.begin.push_back(static_cast<std::uint32_t>(stacking.to.size()));
  }
  if (const std::uint32_t id = first_in_circle(stacking); id != none)
    Place{arrays, SectionKind::credentials, id}.damaged("through a chain of rules, awards are parts of themselves");

  Edges broader;
  broader.begin.push_back(0);
  for (const Competency& competency : arrays.competencies) {
    const auto of = arrays.list_of(competency.broader);
    broader.to.insert(broader.to.end(), of.begin(), of.end());
    broader.begin.push_back(static_cast<std::uint32_t>(broader.to.size()));
  }
  if (const std::uint32_t id = first_in_circle(broader); id != none)
    Place{arrays, SectionKind::competencies, id}.damaged("competencies are each broader than the other");
}

}  // namespace rung::table
