#include "runtime/queries/on_the_way.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

struct Dear {                              // an award that costs something to earn
  std::uint32_t award;
  Wide price;
  bool unstated;
};

std::vector<Dear> dear_awards(const Trial& trial, const Prices& prices, const Closure& outcome) {
  std::vector<Dear> out;
  for (const std::uint32_t award : outcome.supply().derived_in_order()) {
    const std::uint32_t place = trial.reach().place.find(award);
    if (prices.price[place] > 0 || prices.unstated[place] != 0) out.push_back({award, prices.price[place], prices.unstated[place] != 0});
  }
  std::sort(out.begin(), out.end(), [](const Dear& a, const Dear& b) { return a.award < b.award; });
  return out;
}

IndexMap as_set(std::span<const Dear> awards, std::span<const char> left_out) {
  IndexMap out;
  for (std::size_t i = 0; i < left_out.size(); ++i)
    if (left_out[i] != 0) out.set(awards[i].award, 1);
  return out;
}

}  // namespace

// Depth first: without each award in turn, then with it. What is left out so far decides whether it still works, so a branch ends as soon as it does not.
OnTheWay cheapest_on_the_way(const Trial& trial, const Prices& prices, std::span<const std::uint32_t> take, IndexMap& left_out) {
  if (!prices.awards_cost) return {};
  const std::vector<Dear> dear = dear_awards(trial, prices, trial.outcome(take));
  OnTheWay best;
  bool found = false;
  const auto better = [&](bool unstated, Wide price) { return std::pair(unstated, price) < std::pair(best.unstated, best.price); };
  std::vector<char> out;                   // decisions so far: 1 left out
  std::vector<char> tried;                 // how many of the two have been tried
  Wide price = 0;
  std::uint32_t unstated = 0;
  tried.push_back(0);
  while (!tried.empty()) {
    const std::size_t depth = tried.size() - 1;
    if (tried[depth] > 0) {                // take the last decision back
      if (out.back() == 0) price -= dear[depth].price, unstated -= dear[depth].unstated ? 1 : 0;
      out.pop_back();
    }
    if (depth == dear.size() || tried[depth] == 2) {
      if (depth == dear.size() && tried[depth] == 0 && (!found || better(unstated > 0, price))) {
        best = {price, unstated > 0, true};
        found = true;
        left_out = as_set(dear, out);
      }
      tried.pop_back();
      continue;
    }
    const bool leave = tried[depth]++ == 0;
    out.push_back(leave ? 1 : 0);
    if (!leave) price += dear[depth].price, unstated += dear[depth].unstated ? 1 : 0;
    if (found && !better(unstated > 0, price)) continue;
    if (leave) {
      const IndexMap without = as_set(dear, out);
      if (!trial.works(take, &without)) {
        if (trial.work().stopped) {
          best.proven = false;
          return best;
        }
        continue;
      }
    }
    tried.push_back(0);
  }
  return best;
}

std::vector<std::uint32_t> earned_on_the_way(const Trial& trial, std::span<const std::uint32_t> take, const IndexMap& left_out) {
  const Closure outcome = trial.outcome(take, &left_out);
  std::vector<std::uint32_t> awards;
  for (const std::uint32_t award : outcome.supply().derived_in_order())
    if (!outcome.supply().is_held(award)) awards.push_back(award);
  std::sort(awards.begin(), awards.end());
  return awards;
}

std::vector<std::uint32_t> needed_on_the_way(const Trial& trial, std::span<const std::uint32_t> take, std::span<const std::uint32_t> awards,
                                             IndexMap& left_out) {
  std::vector<std::uint32_t> needed;
  for (std::size_t i = awards.size(); i-- > 0;) {
    if (awards[i] != trial.award()) {
      IndexMap without = left_out;
      without.set(awards[i], 1);
      if (trial.works(take, &without)) {
        left_out = std::move(without);
        continue;
      }
    }
    needed.push_back(awards[i]);
  }
  std::reverse(needed.begin(), needed.end());
  return needed;
}

}  // namespace rung::queries
