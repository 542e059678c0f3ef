#include "runtime/queries/ways/path_search.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "runtime/queries/ways/indispensable.hpp"
#include "runtime/queries/ways/on_the_way.hpp"

namespace rung::queries {
namespace {

using Bits = std::vector<std::uint64_t>;

constexpr std::uint64_t bit(std::uint32_t i) { return std::uint64_t{1} << (63 - i % 64); }
bool has(const Bits& bits, std::uint32_t i) { return (bits[i / 64] & bit(i)) != 0; }

bool contains(const Bits& all, const Bits& some) {
  for (std::size_t w = 0; w < all.size(); ++w)
    if ((some[w] & ~all[w]) != 0) return false;
  return true;
}

// Whether `a` comes before `b` by name, as far as both are decided: it takes the first candidate in which they differ.
int by_name(const Bits& a, const Bits& b, std::uint32_t depth) {
  for (std::uint32_t w = 0; w < a.size() && w * 64 < depth; ++w) {
    const std::uint32_t rest = depth - w * 64;
    const std::uint64_t mask = rest >= 64 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> rest);
    if ((a[w] & mask) != (b[w] & mask)) return (a[w] & mask) > (b[w] & mask) ? -1 : 1;
  }
  return 0;
}

}  // namespace

bool PathSearch::Later::operator()(const State& a, const State& b) const {
  if (const auto x = std::tie(a.unstated, a.cost, a.count), y = std::tie(b.unstated, b.cost, b.count); x != y) return x > y;
  const int order = by_name(a.bits, b.bits, std::min(a.depth, b.depth));
  if (order != 0) return order > 0;
  return a.depth != b.depth ? a.depth > b.depth : a.complete < b.complete;
}

PathSearch::PathSearch(const Schedules& schedules, std::span<const Prices> by, std::span<const std::uint32_t> candidates, Of of)
    : schedules_(schedules),
      trial_(schedules.trial()),
      by_(by),
      of_(of),
      count_(queries::prices(trial_, Cost::count)),
      candidates_(candidates.begin(), candidates.end()),
      bounds_(trial_),
      decisions_(trial_.reach().credentials.size(), Decision::left_out) {
  larger_may_be_better_ = std::any_of(by.begin(), by.end(), [](const Prices& one) { return one.by == Cost::weeks || one.awards_cost; });
  for (const std::uint32_t candidate : candidates_) places_.push_back(trial_.reach().place.find(candidate));
  State start;
  start.bits.resize((candidates_.size() + 63) / 64);
  indispensable_ = start.bits;
  if (bounds_.ready()) take_what_is_indispensable(start);
  if (!bounds_.ready() || !estimate(start)) {
    stopped_ = !bounds_.ready() || trial_.work().stopped;
    return;
  }
  least_ = start.cost[0];
  start.works = leads_to_award(start);
  if (trial_.work().stopped)
    stopped_ = true;
  else
    stopped_ = !finish(std::move(start));
}

// What is taken in every way is decided from the start.
void PathSearch::take_what_is_indispensable(State& start) {
  const IndexMap needed = indispensable(trial_, trial_.outcome(candidates_));
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    if (!needed.contains(candidates_[i])) continue;
    start.bits[i / 64] |= bit(i);
    if (is_unstated(places_[i])) start.unstated = 1;
  }
  indispensable_ = start.bits;
}

PathSearch::Next PathSearch::next(FoundPath& out) {
  while (!stopped_ && !queue_.empty()) {
    State state = queue_.top();
    if (is_no_news(state)) {
      queue_.pop();
      continue;
    }
    if (state.complete) {
      bool to_no_use = false;
      if (!takes_to_no_use(state, to_no_use)) break;
      queue_.pop();
      if (to_no_use) continue;
      out = {taken(state), state.cost, state.unstated != 0, std::nullopt};
      found_.push_back({std::move(state.bits), state.cost, state.unstated});
      return Next::found;
    }
    queue_.pop();
    if (expand(state)) continue;
    queue_.push(std::move(state));         // what is not worked out yet keeps its place, for bound() and any()
    stopped_ = true;
  }
  return stopped_ ? Next::stopped : Next::none;
}

// Whether something is taken without which the set is a path at no greater cost. Where what is left out always saves its price, the smaller set has come before
// and has been listed; and of compromises, what is no worse in anything has. False when the work limit stopped it.
bool PathSearch::takes_to_no_use(const State& state, bool& to_no_use) {
  if (!larger_may_be_better_ || of_ == Of::every_compromise) return true;
  for (std::uint32_t i = 0; i < candidates_.size() && !to_no_use; ++i) {
    if (!has(state.bits, i) || has(indispensable_, i)) continue;
    State without = state;
    without.bits[i / 64] &= ~bit(i);
    Costs cost{};
    bool unstated = false;
    const bool works = leads_to_award(without) && schedules_.has_order(taken(without));
    stopped_ = trial_.work().stopped || (works && !exact_cost(without, cost, unstated));
    if (stopped_) return false;
    to_no_use = works && std::pair(unstated, cost) <= std::pair(state.unstated != 0, state.cost);
  }
  return true;
}

// Something listed is known, and costs no more in anything. Of several costs, larger sets may be another compromise.
bool PathSearch::is_no_news(const State& state) const {
  if (of_ == Of::the_best) return comparable_to_found(state);
  return std::any_of(found_.begin(), found_.end(), [&](const Found& one) {
    return one.unstated <= state.unstated && std::equal(one.cost.begin(), one.cost.end(), state.cost.begin(), std::less_equal<>());
  });
}

// A set that holds a listed one is no news; neither is one that can only become a part of a listed one.
bool PathSearch::comparable_to_found(const State& state) const {
  for (const auto& [one, cost, unstated] : found_) {
    if (contains(state.bits, one)) return true;
    bool within = contains(one, state.bits);
    for (std::uint32_t i = state.depth; i < candidates_.size() && within && !state.complete; ++i) within = has(one, i);
    if (within) return true;
  }
  return false;
}

// Decides candidates for as long as there is no choice, then puts both ways into the queue. False when the work limit stopped it; then nothing has changed.
bool PathSearch::expand(State state) {
  for (;;) {
    while (state.depth < candidates_.size() && has(indispensable_, state.depth)) ++state.depth;
    if (state.depth == candidates_.size()) return true;
    if (!state.checked) {
      const bool possible = may_lead_to_award(state);
      if (trial_.work().stopped) return false;
      if (!possible) return true;
      state.checked = true;
    }
    State with, without;
    const bool may_take = extend(state, true, with);
    const bool may_leave = extend(state, false, without);
    if (trial_.work().stopped) return false;
    if (may_take && may_leave) {
      // Both are looked at before either is queued, so that nothing is lost when the work limit comes between them.
      with.works = state.works || leads_to_award(with);
      if (trial_.work().stopped || !finish(std::move(with))) return false;
      queue_.push(std::move(without));
      return true;
    }
    if (!may_take && !may_leave) return true;
    if (may_take) {
      with.works = state.works || leads_to_award(with);
      if (trial_.work().stopped) return false;
      if (with.works && (!state.works || schedules_.matter())) return finish(std::move(with));
      state = std::move(with);
    } else {
      state = std::move(without);
    }
    if (beyond(state)) {
      queue_.push(std::move(state));
      return true;
    }
  }
}

// Something in the queue could be better.
bool PathSearch::beyond(const State& state) const { return !queue_.empty() && Later{}(state, queue_.top()); }

// The state with one more candidate decided; false when nothing can come of it (or the work limit stopped it).
bool PathSearch::extend(const State& from, bool take, State& out) {
  out.unstated = from.unstated;
  out.depth = from.depth + 1;
  out.works = from.works;
  out.checked = from.checked && take;
  out.bits = from.bits;
  if (take) out.bits[from.depth / 64] |= bit(from.depth);
  if (take && is_unstated(places_[from.depth])) out.unstated = 1;
  if (!estimate(out)) return false;
  // A bound never falls: what was known before still holds.
  for (std::size_t i = 0; i < out.cost.size(); ++i) out.cost[i] = std::max(out.cost[i], from.cost[i]);
  out.count = std::max(out.count, from.count);
  return true;
}

// Puts a set into the queue; when it leads to the award already, as the path that it is. A larger set could only be better where time counts, or where another
// award on the way costs less; then it stays in the queue as a beginning as well.
bool PathSearch::finish(State state) {
  if (!state.works) {
    queue_.push(std::move(state));
    return true;
  }
  // Taken in any order it may be refused, and a larger set be none the worse.
  if (!schedules_.has_order(taken(state))) {
    queue_.push(std::move(state));
    return true;
  }
  Costs cost{};
  bool unstated = false;
  if (!exact_cost(state, cost, unstated)) return false;
  State path = state;
  path.complete = true;
  path.depth = static_cast<std::uint32_t>(candidates_.size());
  path.cost = cost;
  path.unstated = unstated ? 1 : 0;
  path.count = static_cast<std::uint32_t>(taken(path).size());
  const bool best_of_its_kind = std::tie(path.unstated, path.cost) <= std::tie(state.unstated, state.cost);
  queue_.push(std::move(path));
  if (!best_of_its_kind) queue_.push(std::move(state));
  return true;
}

// Where even the bound sees no way, and while much is still to be taken it mostly does not, the fixed point is not asked.
bool PathSearch::leads_to_award(const State& state) {
  if (!trial_.work().spend(1 + trial_.reach().credentials.size() / 4)) return false;
  decide_as(state, Decision::left_out);
  return bounds_.least(count_, decisions_) < PathBound::never && trial_.works(taken(state));
}

bool PathSearch::may_lead_to_award(const State& state) const {
  std::vector<std::uint32_t> take;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i)
    if (has(state.bits, i) || i >= state.depth) take.push_back(candidates_[i]);
  return trial_.works(take);
}

// Writes the state's decisions down by place, `open` for what it leaves open. How many are taken.
std::uint32_t PathSearch::decide_as(const State& state, Decision open) {
  std::uint32_t taken = 0;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    const bool take = has(state.bits, i);
    decisions_[places_[i]] = take ? Decision::taken : i < state.depth ? Decision::left_out : open;
    taken += take ? 1 : 0;
  }
  return taken;
}

// Sets what the state costs, and how many it takes, at the least. False when there is no way, or the work limit stopped it.
bool PathSearch::estimate(State& state) {
  if (!trial_.work().spend(1 + trial_.reach().credentials.size() / 4)) return false;
  const std::uint32_t count = decide_as(state, Decision::open);
  bool counted = false;
  for (std::size_t i = 0; i < by_.size(); ++i) {
    const Wide more = bounds_.least(by_[i], decisions_);
    if (more >= PathBound::never) return false;
    state.cost[i] = more;
    for (std::uint32_t c = 0; c < candidates_.size() && by_[i].by != Cost::weeks; ++c)
      if (has(state.bits, c)) state.cost[i] += by_[i].price[places_[c]];
    if (by_[i].by != Cost::count) continue;
    counted = true;
    state.count = static_cast<std::uint32_t>(state.cost[i] / table::millionths);
  }
  if (!counted) {
    const Wide more_count = bounds_.least(count_, decisions_);
    if (more_count >= PathBound::never) return false;
    state.count = count + static_cast<std::uint32_t>((more_count + table::millionths - 1) / table::millionths);
  }
  return true;
}

bool PathSearch::is_unstated(std::uint32_t place) const {
  return std::any_of(by_.begin(), by_.end(), [&](const Prices& one) { return one.unstated[place] != 0; });
}

std::vector<std::uint32_t> PathSearch::taken(const State& state) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i)
    if (has(state.bits, i)) out.push_back(candidates_[i]);
  return out;
}

// What a set that works costs in all. False when the work limit stopped it.
bool PathSearch::exact_cost(const State& state, Costs& cost, bool& unstated) const {
  cost = {};
  unstated = false;
  for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
    if (!has(state.bits, c)) continue;
    for (std::size_t i = 0; i < by_.size(); ++i) cost[i] += by_[i].price[places_[c]];
    unstated = unstated || is_unstated(places_[c]);
  }
  IndexMap left_out;
  const OnTheWay awards = cheapest_on_the_way(schedules_, by_, taken(state), left_out);
  for (std::size_t i = 0; i < by_.size(); ++i) cost[i] = by_[i].by == Cost::weeks ? awards.cost[i] : cost[i] + awards.cost[i];
  unstated = unstated || awards.unstated;
  return awards.proven && !trial_.work().stopped;
}

// Everything, and then less and less of it: as many as can be left out at once, half as many, and so on; the dearest first.
bool PathSearch::any(FoundPath& out) const {
  std::vector<std::uint32_t> dearest, always;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) (has(indispensable_, i) ? always : dearest).push_back(i);
  const auto price = [&](std::uint32_t i) { return std::tuple(is_unstated(places_[i]), by_[0].price[places_[i]]); };
  std::stable_sort(dearest.begin(), dearest.end(), [&](std::uint32_t a, std::uint32_t b) { return price(a) > price(b); });
  std::vector<std::uint32_t> kept = dearest;
  const auto works = [&](const std::vector<std::uint32_t>& some) {
    std::vector<std::uint32_t> take;
    for (const std::uint32_t i : always) take.push_back(candidates_[i]);
    for (const std::uint32_t i : some) take.push_back(candidates_[i]);
    std::sort(take.begin(), take.end());
    return trial_.works(take) && !trial_.work().stopped;
  };
  if (!works(kept)) return false;
  // Half of what is left is for leaving things out, the other half for what the rest costs: a way that is not told is worth nothing.
  Work& work = trial_.work();
  const std::uint64_t for_cost = work.left / 2;
  work.left -= for_cost;
  for (std::size_t step = std::max<std::size_t>(1, kept.size() / 2); step > 0; step /= 2) {
    for (std::size_t first = 0; first < kept.size() && !trial_.work().stopped;) {
      auto fewer = kept;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(first), fewer.begin() + static_cast<std::ptrdiff_t>(std::min(first + step, fewer.size())));
      if (works(fewer))
        kept = std::move(fewer);
      else
        first += step;
    }
  }
  work = {work.left + for_cost};
  State state;
  state.bits.resize((candidates_.size() + 63) / 64);
  for (const auto* const part : {&kept, &always})
    for (const std::uint32_t i : *part) state.bits[i / 64] |= bit(i);
  out.take = taken(state);
  return schedules_.has_order(out.take) && exact_cost(state, out.cost, out.unstated);
}

}  // namespace rung::queries
