#include "runtime/queries/exceptions.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

void add_own(const Closure& closure, std::uint32_t award, std::vector<std::uint32_t>& out) {
  const Supply& supply = closure.supply();
  const auto excused = supply.excused(award);
  if (excused.empty()) return;
  const std::uint32_t root = supply.table().credentials()[award].rule;
  std::vector<Excused> needed(excused.begin(), excused.end());
  std::erase_if(needed, [](const Excused& one) { return one.node == table::none; });
  std::vector<Tally> tallies;
  for (std::size_t i = 0; i < needed.size();) {
    std::vector<Excused> others = needed;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    tally(supply, root, std::span<const CountedOffer>(supply.derived(award)->counted), others, tallies);
    if (tallies[0].holds) needed = std::move(others);
    else ++i;
  }
  for (const Excused& one : needed) out.push_back(one.exception);
  add_exception_from_prerequisites(closure, award, out);
}

}  // namespace

void add_exceptions(const Closure& closure, std::uint32_t award, std::vector<std::uint32_t>& out) {
  const Supply& supply = closure.supply();
  if (supply.holdings().excused.empty() || supply.derived(award) == nullptr) return;
  IndexMap seen;
  seen.set(award, 1);
  std::vector<std::uint32_t> open = {award};
  for (std::size_t next = 0; next < open.size(); ++next) {
    add_own(closure, open[next], out);
    const auto follow = [&](const Offer& offer) {
      if (offer.source != from_rule || seen.contains(offer.credential)) return;
      seen.set(offer.credential, 1);
      open.push_back(offer.credential);
    };
    const Choice& choice = *supply.derived(open[next]);
    for (const CountedOffer& counted : choice.counted) follow(counted);
    for (const Offer& inside : choice.inside) follow(inside);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

void add_exception_from_prerequisites(const Closure& closure, std::uint32_t credential, std::vector<std::uint32_t>& out) {
  const Excused* const excused = closure.supply().excused_from_prerequisites(credential);
  if (excused == nullptr || prerequisites_hold_unexcused(closure.supply(), closure, credential)) return;
  if (std::find(out.begin(), out.end(), excused->exception) == out.end()) out.push_back(excused->exception);
}

}  // namespace rung::queries
