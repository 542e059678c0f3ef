// Reading the bound from the leaves up. path_bound_layout.cpp lays out what is read.
#include "runtime/queries/ways/path_bound.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

constexpr Wide limit = Wide{1} << 62;   // two numbers below it have a product that fits

std::uint32_t shift_for(Wide greatest) {
  std::uint32_t shift = 0;
  while (greatest >> shift >= limit) ++shift;
  return shift;
}

Wide shifted_up(Wide amount, std::uint32_t shift) { return (amount + ((Wide{1} << shift) - 1)) >> shift; }

}  // namespace

Wide PathBound::least(const Prices& prices, std::span<const Decision> decisions) {
  const bool longest = prices.by == rung::Cost::weeks;
  std::fill(costs_.begin(), costs_.end(), Cost{});   // in a circle, what is not known yet is taken to cost nothing
  Wide taken = 0;
  for (const std::uint32_t place : order_) {
    const Needs& needs = needs_[place];
    Cost& cost = costs_[place];
    if (decisions[place] == Decision::left_out && !needs.award) {
      cost = by_agreement(place, longest);
      continue;
    }
    const Wide before = cost_of(needs.prerequisite, longest).whole;
    if (needs.award) {
      Cost rule = cost_of(needs.rule, longest);
      for (std::uint32_t part = needs.covers.first; part < needs.covers.end; ++part) {
        const Cost whole = cost_of(part, longest);
        rule = {std::max(rule.alone, whole.alone), std::max(rule.whole, whole.whole)};
      }
      cost.whole = plus(std::max({rule.alone, rule.whole, before}), prices.price[place]);
      cost.alone = longest ? cost.whole : plus(rule.alone, needs.grounded ? prices.price[place] : 0);
    } else {
      const Wide price = decisions[place] == Decision::taken && !longest ? 0 : prices.price[place];
      cost.whole = plus(price, before);
      cost.alone = longest ? cost.whole : price;
      if (decisions[place] == Decision::taken && (!longest || cost.whole >= never)) taken = std::max(taken, cost.whole);
    }
    const Cost given = by_agreement(place, longest);
    cost = {std::min(cost.alone, given.alone), std::min(cost.whole, given.whole)};
  }
  if (supply_.is_held(trial_.award())) return taken;   // nothing is left to do for it
  return std::max(costs_[trial_.reach().place.find(trial_.award())].whole, taken);
}

PathBound::Cost PathBound::cost_of(Tree tree, bool longest) {
  for (std::uint32_t part = tree.end; part-- > tree.first;) part_costs_[part] = cost_of(part, longest);
  return tree.first == tree.end ? Cost{} : part_costs_[tree.first];
}

PathBound::Cost PathBound::cost_of(std::uint32_t at, bool longest) {
  const Part& part = parts_[at];
  scratch_.clear();
  scratch_whole_.clear();
  switch (part.kind) {
    case Kind::nothing: return {};
    case Kind::impossible: return {never, never};
    case Kind::cover: {
      const Wide sum = cover(part, longest);
      return {sum, sum};
    }
    case Kind::members:
    case Kind::evidence:
      for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
        const Entry& entry = entries_[e];
        scratch_.push_back(price_alone(part, entry));
        scratch_whole_.push_back(entry.free ? 0 : costs_[entry.place].whole);
      }
      break;
    case Kind::group:
      for (std::uint32_t child = at + 1; child < part.end; child = parts_[child].end) {
        scratch_.push_back(part_costs_[child].alone);
        scratch_whole_.push_back(part_costs_[child].whole);
      }
  }
  // The dearest of the `need` cheapest has to be reached in full.
  const Wide whole = cheapest(scratch_whole_, part.need, true);
  if (part.kind == Kind::evidence) return {0, whole};   // what another part counts is evidence too
  Wide alone = 0;
  if (part.kind == Kind::group && part.counts_nothing) {
    alone = cheapest(scratch_, part.need, true);
  } else if (part.kind == Kind::group && part.shared && !longest) {
    // Parts that may share are paid for once: the dearest of them; with a choice among parts, the dearest of the cheapest.
    std::uint32_t children = 0;
    Wide apart = 0, sharing = 0;
    for (std::uint32_t child = at + 1; child < part.end; child = parts_[child].end, ++children) {
      if (parts_[child].shared)
        sharing = std::max(sharing, part_costs_[child].alone);
      else
        apart = plus(apart, part_costs_[child].alone);
    }
    alone = part.need == children ? plus(apart, sharing) : cheapest(scratch_, part.need, true);
  } else {
    alone = cheapest(scratch_, part.need, longest);
  }
  return {alone, std::max(alone, whole)};
}

// Where nothing is counted, or parts share, what an award stands on is there beside it as well, and so is what was recognised as something.
Wide PathBound::price_alone(const Part& part, const Entry& entry) const {
  const Wide alone = costs_[entry.place].alone;
  return entry.free || ((part.counts_nothing || part.awards_come_along) && (needs_[entry.place].award || needs_[entry.place].given.count > 0) && alone < never) ? 0 : alone;
}

// The sum of the `need` least, or the last of them.
Wide PathBound::cheapest(std::vector<Wide>& costs, std::uint32_t need, bool last) const {
  if (need == 0) return 0;
  if (costs.size() < need) return never;
  if (need == 1) return *std::min_element(costs.begin(), costs.end());
  if (costs.size() > need) std::nth_element(costs.begin(), costs.begin() + (need - 1), costs.end());
  if (last) return *std::max_element(costs.begin(), costs.begin() + need);
  Wide sum = 0;
  for (std::uint32_t i = 0; i < need; ++i) sum = plus(sum, costs[i]);
  return sum;
}

// The least price of an amount, when the last credential may be counted in part; or the least time by which so much is there.
Wide PathBound::cover(const Part& part, bool longest) {
  Wide open = part.target, greatest_price = 0, greatest_amount = part.target;
  scratch_priced_.clear();
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
    const Entry& entry = entries_[e];
    const Wide price = price_alone(part, entry);
    if (price >= never) continue;
    if (price == 0) {
      open -= entry.amount;
      if (open <= 0) return 0;
      continue;
    }
    scratch_priced_.push_back({price, entry.amount});
    greatest_price = std::max(greatest_price, price);
    greatest_amount = std::max(greatest_amount, entry.amount);
  }
  if (open <= 0) return 0;
  if (longest) {
    std::sort(scratch_priced_.begin(), scratch_priced_.end(), [](const Priced& a, const Priced& b) { return a.price < b.price; });
    for (const Priced& one : scratch_priced_)
      if (one.amount >= open) return one.price;
      else open -= one.amount;
    return never;
  }
  // Prices rounded down and amounts up: no product is too large, and the bound stays below.
  const std::uint32_t price_shift = shift_for(greatest_price), amount_shift = shift_for(greatest_amount);
  open >>= amount_shift;
  for (Priced& one : scratch_priced_) one = {one.price >> price_shift, shifted_up(one.amount, amount_shift)};
  std::sort(scratch_priced_.begin(), scratch_priced_.end(),
            [](const Priced& a, const Priced& b) { return a.price * b.amount < b.price * a.amount; });
  Wide sum = 0;
  for (const Priced& one : scratch_priced_) {
    if (open <= 0) break;
    if (one.amount >= open) return (sum + (one.price * open + one.amount - 1) / one.amount) << price_shift;
    sum += one.price;
    open -= one.amount;
  }
  return open <= 0 ? sum << price_shift : never;
}

}  // namespace rung::queries
