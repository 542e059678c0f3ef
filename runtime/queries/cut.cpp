#include "runtime/queries/cut.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

using table::Node;
using table::NodeKind;

class Cutter {
 public:
  Cutter(const Table& table, std::uint32_t root, const std::vector<Tally>& tallies) : table_(table), root_(root), tallies_(tallies), size_(tallies.size(), 0) {
    // From the last node to the first, so that the parts of a group come before it.
    for (std::uint32_t i = static_cast<std::uint32_t>(tallies.size()); i-- > 0;) {
      if (tallies_[i].holds) continue;
      if (!is_group(i)) {
        size_[i] = 1;
        continue;
      }
      for (const std::uint32_t child : failing(i)) size_[i] += size_[child];
    }
  }

  std::vector<std::uint32_t> cut(std::uint32_t node) const {
    std::vector<std::uint32_t> open{node - root_}, out;
    while (!open.empty()) {
      const std::uint32_t i = open.back();
      open.pop_back();
      if (!is_group(i)) {
        out.push_back(root_ + i);
        continue;
      }
      for (const std::uint32_t child : failing(i)) open.push_back(child);
    }
    // A group of nothing that cannot hold is a fact by itself.
    if (out.empty()) out.push_back(node);
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  bool is_group(std::uint32_t i) const { return table_.nodes()[root_ + i].kind == NodeKind::group; }

  // As many of the group's failing parts as are needed to keep it from holding: those with the smallest cuts.
  std::vector<std::uint32_t> failing(std::uint32_t i) const {
    std::vector<std::uint32_t> out;
    std::uint32_t parts = 0;
    for (std::uint32_t child = root_ + i + 1; child < table_.nodes()[root_ + i].end; child = table_.nodes()[child].end, ++parts)
      if (!tallies_[child - root_].holds) out.push_back(child - root_);
    const std::uint32_t need = table_.nodes()[root_ + i].need;
    const std::uint32_t enough = parts >= need ? parts - need + 1 : 0;
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return size_[a] < size_[b]; });
    if (out.size() > enough) out.resize(enough);
    return out;
  }

  const Table& table_;
  std::uint32_t root_;
  const std::vector<Tally>& tallies_;
  std::vector<std::uint32_t> size_;          // by node: of its smallest cut; 0 when it holds
};

}  // namespace

std::vector<std::uint32_t> units(const Table& table, std::uint32_t root) {
  std::vector<std::uint32_t> out;
  const auto nodes = table.nodes();
  for (std::uint32_t at = root; at < nodes[root].end;) {
    const Node& node = nodes[at];
    if (node.kind == NodeKind::group && node.choice == table::Choice::all) {
      ++at;
      continue;
    }
    out.push_back(at);
    at = node.end;
  }
  return out;
}

std::vector<std::vector<std::uint32_t>> cuts(const Table& table, std::uint32_t root, const std::vector<Tally>& tallies) {
  std::vector<std::vector<std::uint32_t>> out;
  if (tallies.empty() || tallies[0].holds) return out;
  const Cutter cutter(table, root, tallies);
  for (const std::uint32_t unit : units(table, root))
    if (!tallies[unit - root].holds) out.push_back(cutter.cut(unit));
  return out;
}

}  // namespace rung::queries
