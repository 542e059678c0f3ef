#include "runtime/queries/doubt.hpp"

#include <algorithm>

#include "runtime/queries/statements.hpp"
#include "runtime/queries/counting/tally.hpp"

namespace rung::queries {

namespace {

// Of a credential that bars and may have expired.
void lacking_in_bars(const Supply& supply, std::uint32_t award, std::vector<Missing>& out) {
  const auto barred = supply.table().list(supply.table().credentials()[award].withheld_from);
  for (const Held& held : supply.holdings().held)
    if (held.is_unsure() && std::find(barred.begin(), barred.end(), held.credential) != barred.end()) lacking_of(held, out);
}

// What is lacking of everything that the awards of a choice stand on.
void lacking_below(const Supply& supply, const Choice& choice, Work& work, std::vector<Missing>& out) {
  IndexMap seen;
  std::vector<const Choice*> open = {&choice};
  for (std::size_t next = 0; next < open.size(); ++next)
    for (const CountedOffer& one : open[next]->counted) {
      if (one.source != from_rule || seen.contains(one.credential) || !work.spend()) continue;
      seen.set(one.credential, 1);
      const Choice* const below = supply.derived(one.credential);
      if (below == nullptr) continue;
      for (const CountedOffer& counted : below->counted) supply.lacking(counted.credential, counted.source, counted.node, out);
      for (const Offer& counted : below->inside) supply.lacking(counted.credential, counted.source, counted.node, out);
      open.push_back(below);
    }
}

// Of a credential that decides of whom a part is asked, and may have expired.
void lacking_in_who_is_asked(const Supply& supply, std::uint32_t award, std::vector<Missing>& out) {
  const Table& table = supply.table();
  for (const std::uint32_t root : {supply.root_of(award), table.credentials()[award].prerequisite})
    for (std::uint32_t at = root; root != table::none && at < table.nodes()[root].end; ++at) {
      const table::Node& node = table.nodes()[at];
      if (node.asked_of != table::Asked::of_holders && node.asked_of != table::Asked::unless_held) continue;
      const auto whom = table.list(node.whom);
      for (const Held& held : supply.holdings().held)
        if (held.is_unsure() && std::binary_search(whom.begin(), whom.end(), held.credential)) lacking_of(held, out);
    }
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::vector<Missing>>> awards_in_doubt(const Closure& sure, const Closure& hopeful, Work& work) {
  std::vector<std::pair<std::uint32_t, std::vector<Missing>>> doubtful;
  const Supply& supply = hopeful.supply();
  const Table& table = supply.table();
  IndexMap at;   // award → place in `doubtful`
  for (const Held& held : supply.holdings().held) {
    if (!held.is_unsure() || !supply.is_award(held.credential) || sure.has(held.credential) || at.contains(held.credential)) continue;
    at.set(held.credential, static_cast<std::uint32_t>(doubtful.size()));
    doubtful.emplace_back(held.credential, std::vector<Missing>{});
    lacking_of(held, doubtful.back().second);
  }
  for (const std::uint32_t award : supply.derived_in_order()) {
    if (sure.has(award) || at.contains(award)) continue;
    std::vector<Missing> statements;
    lacking_in_bars(supply, award, statements);
    lacking_in_who_is_asked(supply, award, statements);
    const Choice& choice = *supply.derived(award);
    lacking_in_choice(supply, award, choice, statements);
    if (!prerequisites_hold(sure.supply(), sure, award)) lacking_in_prerequisites(supply, sure.supply(), hopeful, award, statements);
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
    // What an award stands on that is earned for sure may be in doubt all the same: with less of it, it would be counted for less.
    if (statements.empty()) lacking_below(supply, choice, work, statements);
    // Recognised learning that may have expired is read everywhere; when nothing else is lacking it is that.
    if (statements.empty() && !supply.holdings().recognised_unsure.empty()) statements.push_back({table::none, "the day of the question"});
    tidy(statements);
    if (statements.empty()) continue;   // only the work limit kept it from being earned
    at.set(award, static_cast<std::uint32_t>(doubtful.size()));
    doubtful.emplace_back(award, std::move(statements));
  }
  std::sort(doubtful.begin(), doubtful.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return doubtful;
}

}  // namespace rung::queries
