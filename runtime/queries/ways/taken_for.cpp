#include "runtime/queries/ways/taken_for.hpp"

#include <algorithm>
#include <iterator>

namespace rung {

TakenFor::TakenFor(const Table& table, const Path& way) : table_(table), had_(way.earns) {
  for (const Step& step : way.steps) {
    had_.push_back(step.credential);
    if (step.node == table::none) besides_.push_back(step.credential);
    else by_node_.push_back({step.node, step.credential});
  }
  std::sort(by_node_.begin(), by_node_.end());
  std::sort(besides_.begin(), besides_.end());
  std::sort(had_.begin(), had_.end());
}

std::vector<std::uint32_t> TakenFor::part(std::uint32_t node) const {
  // Nodes are numbered so that those in a part come right behind it.
  const auto first = std::lower_bound(by_node_.begin(), by_node_.end(), std::pair(node, std::uint32_t{0}));
  std::vector<std::uint32_t> out;
  for (auto at = first; at != by_node_.end() && at->first < table_.nodes()[node].end; ++at) out.push_back(at->second);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::uint32_t> TakenFor::before_enrolling(std::uint32_t node) const {
  const table::Node& at = table_.nodes()[node];
  std::vector<std::uint32_t> out;
  if (at.kind == table::NodeKind::gate) return out;
  const auto members = table_.list(at.members);
  std::set_intersection(members.begin(), members.end(), had_.begin(), had_.end(), std::back_inserter(out));
  return out;
}

}  // namespace rung
