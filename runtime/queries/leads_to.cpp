// Where a credential counts: breadth first along Credential::uses, so the work is proportional to the answer.
#include <algorithm>
#include <tuple>

#include "runtime/queries/index_map.hpp"
#include "runtime/queries/queries.hpp"

namespace rung {

std::vector<Lead> leads_to(const Table& table, std::span<const std::uint32_t> from) {
  std::vector<Lead> leads;
  queries::IndexMap reached, reported;   // credentials, by the step that reaches them first; nodes
  std::vector<std::uint32_t> level;
  for (const std::uint32_t credential : from) {
    if (reached.contains(credential)) continue;
    reached.set(credential, 0);
    level.push_back(credential);
  }
  for (std::uint32_t steps = 1; !level.empty(); ++steps) {
    std::vector<std::uint32_t> next;
    const auto counts = [&](std::uint32_t credential, std::uint32_t recognition) {
      for (const std::uint32_t node : table.list(table.credentials()[credential].uses)) {
        if (reported.contains(node)) continue;
        reported.set(node, steps);
        const std::uint32_t award = table.nodes()[node].owner;
        leads.push_back({award, node, steps, recognition});
        if (reached.contains(award)) continue;
        reached.set(award, steps);
        next.push_back(award);
      }
    };
    for (const std::uint32_t credential : level) counts(credential, table::none);
    // What an agreement makes of it. Nothing is recognised onward, so this goes one step and no further.
    for (const std::uint32_t credential : level)
      for (const std::uint32_t recognition : table.list(table.credentials()[credential].recognised_in)) {
        const table::RecognitionKind kind = table.recognitions()[recognition].kind;
        if (kind != table::RecognitionKind::credit && kind != table::RecognitionKind::exemption) continue;
        for (const std::uint32_t target : table.list(table.recognitions()[recognition].targets)) counts(target, recognition);
      }
    level.swap(next);
  }
  std::sort(leads.begin(), leads.end(), [](const Lead& a, const Lead& b) {
    return std::tie(a.steps, a.credential, a.node) < std::tie(b.steps, b.credential, b.node);
  });
  return leads;
}

}  // namespace rung
