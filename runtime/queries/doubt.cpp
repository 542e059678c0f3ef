#include "runtime/queries/doubt.hpp"

#include <algorithm>

#include "runtime/queries/statements.hpp"

namespace rung::queries {

std::vector<std::pair<std::uint32_t, std::vector<Missing>>> awards_in_doubt(const Closure& sure, const Closure& hopeful, Work& work) {
  std::vector<std::pair<std::uint32_t, std::vector<Missing>>> doubtful;
  const Supply& supply = hopeful.supply();
  const Table& table = supply.table();
  IndexMap at;   // award → place in `doubtful`
  for (const std::uint32_t award : supply.derived_in_order()) {
    if (sure.has(award)) continue;
    std::vector<Missing> statements;
    const Choice& choice = *supply.derived(award);
    lacking_in_choice(supply, award, choice, statements);
    lacking_in_prerequisites(supply, hopeful, award, statements);
    // An award counted, or asked for before, that is itself in doubt needs its own statements. It was earned earlier, so they are known.
    const auto inherit = [&](std::uint32_t other) {
      const std::uint32_t known = at.find(other);
      if (known == table::none) return;
      const auto& theirs = doubtful[known].second;
      if (work.spend(theirs.size())) statements.insert(statements.end(), theirs.begin(), theirs.end());
    };
    for (const CountedOffer& counted : choice.counted) inherit(counted.credential);
    const std::uint32_t prerequisite = table.credentials()[award].prerequisite;
    if (prerequisite != table::none && supply.excused_from_prerequisites(award) == nullptr)
      for (std::uint32_t node = prerequisite; node < table.nodes()[prerequisite].end; ++node)
        if (table.nodes()[node].kind != table::NodeKind::gate)
          for (const std::uint32_t member : table.list(table.nodes()[node].members)) inherit(member);
    tidy(statements);
    if (statements.empty()) continue;   // only the work limit kept it from being earned
    at.set(award, static_cast<std::uint32_t>(doubtful.size()));
    doubtful.emplace_back(award, std::move(statements));
  }
  std::sort(doubtful.begin(), doubtful.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return doubtful;
}

}  // namespace rung::queries
