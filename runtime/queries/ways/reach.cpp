#include "runtime/queries/ways/reach.hpp"

#include <algorithm>

namespace rung::queries {

bool find_reach(const Table& table, const Holdings& holdings, std::uint32_t award, Work& work, Reach& out) {
  IndexMap seen, seen_gates;
  seen.set(award, 1);
  out.credentials = {award};
  for (std::size_t next = 0; next < out.credentials.size(); ++next) {
    each_node_of(table, holdings, out.credentials[next], [&](std::uint32_t at) {
      const table::Node& node = table.nodes()[at];
      const bool is_gate = node.kind == table::NodeKind::gate;
      if (!work.spend(1 + node.members.count)) return;
      for (const std::uint32_t member : table.list(node.members)) {
        IndexMap& known = is_gate ? seen_gates : seen;
        if (known.contains(member)) continue;
        known.set(member, 1);
        (is_gate ? out.gates : out.credentials).push_back(member);
      }
    });
    // What agreements take for it.
    for (const std::uint32_t recognition : table.list(table.credentials()[out.credentials[next]].given_by)) {
      const auto sources = table.list(table.recognitions()[recognition].sources);
      if (!work.spend(1 + sources.size())) break;
      for (const std::uint32_t source : sources) {
        if (seen.contains(source)) continue;
        seen.set(source, 1);
        out.credentials.push_back(source);
      }
    }
    if (work.stopped) return false;
  }
  std::sort(out.credentials.begin(), out.credentials.end());
  std::sort(out.gates.begin(), out.gates.end());
  for (std::uint32_t i = 0; i < out.credentials.size(); ++i) {
    const std::uint32_t credential = out.credentials[i];
    out.place.set(credential, i);
    if (table.credentials()[credential].rule == table::none) continue;
    out.awards.push_back(credential);
    out.award_set.set(credential, 1);
  }
  return true;
}

}  // namespace rung::queries
