#include "runtime/queries/ways/on_the_way.hpp"

#include <algorithm>

#include "runtime/queries/ways/indispensable.hpp"
#include "runtime/queries/ways/clock.hpp"

namespace rung::queries {
namespace {

struct Dear {                              // an award that costs something to earn
  std::uint32_t award;
  Costs price{};
  bool unstated = false;
  bool indispensable = false;
};

// Depth first: without each award that costs something in turn, then with it. What is left out so far decides whether it still works, so a branch ends as soon as it does not; and it ends when what it
// earns so far, by itself, costs as much as the best. By weeks no choice is sooner than that in which all awards may be earned, since earning one more keeps nothing waiting but where everything goes
// one after the other; then what takes weeks is left out like what costs something.
class Cheapest {
 public:
  Cheapest(const Schedules& schedules, std::span<const Prices> by, std::span<const std::uint32_t> take) : schedules_(schedules), trial_(schedules.trial()), by_(by), take_(take), weeks_(by.size()) {
    for (std::size_t i = 0; i < by.size(); ++i)
      if (by[i].by == Cost::weeks) weeks_ = i;
    if (weeks_ == by.size()) return;
    one_at_a_time_ = is_one_at_a_time(trial_);
    if (!one_at_a_time_) now_[weeks_] = weeks(nullptr);
  }

  OnTheWay find(IndexMap& left_out) {
    const auto choice_matters = [&](const Prices& one) { return one.awards_cost && (one.by != Cost::weeks || one_at_a_time_); };
    if (std::any_of(by_.begin(), by_.end(), choice_matters)) find_dear(trial_.outcome(take_));
    std::vector<char> tried = {0};         // how many of the two have been tried
    while (!tried.empty()) {
      const std::size_t depth = tried.size() - 1;
      if (tried[depth] > 0) {              // take the last decision back
        if (out_.back() == 0) earn(dear_[depth], -1);
        out_.pop_back();
      }
      if (depth == dear_.size() || tried[depth] == 2) {
        if (depth == dear_.size() && tried[depth] == 0 && !note_if_better(left_out)) return stopped();
        tried.pop_back();
        continue;
      }
      const bool leave = tried[depth]++ == 0;
      out_.push_back(leave ? 1 : 0);
      if (!leave) earn(dear_[depth], 1);
      if (!is_better(now_) || (leave && dear_[depth].indispensable)) continue;
      if (leave) {
        const IndexMap without = left_out_now();
        if (!schedules_.earns(take_, &without)) {
          if (trial_.work().stopped) return stopped();
          continue;
        }
      }
      tried.push_back(0);
    }
    return best_;
  }

 private:
  void find_dear(const Closure& outcome) {
    const IndexMap needed = indispensable(trial_, outcome);
    for (const std::uint32_t award : outcome.supply().derived_in_order()) {
      const std::uint32_t place = trial_.reach().place.find(award);
      Dear one{award, {}, false, needed.contains(award)};
      bool costs = false;
      for (std::size_t i = 0; i < by_.size(); ++i) {
        if (i == weeks_ && !one_at_a_time_) continue;
        costs = costs || by_[i].price[place] > 0;
        one.unstated = one.unstated || by_[i].unstated[place] != 0;
        if (i != weeks_) one.price[i] = by_[i].price[place];
      }
      if (costs || one.unstated) dear_.push_back(one);
    }
    std::sort(dear_.begin(), dear_.end(), [](const Dear& a, const Dear& b) { return a.award < b.award; });
  }

  void earn(const Dear& award, int sign) {
    for (std::size_t i = 0; i < by_.size(); ++i) now_[i] += sign * award.price[i];
    unstated_ += award.unstated ? sign : 0;
  }

  bool is_better(const Costs& cost) const { return !found_ || std::pair(unstated_ > 0, cost) < std::pair(best_.unstated, best_.cost); }

  // False when the work limit stopped it.
  bool note_if_better(IndexMap& left_out) {
    IndexMap without = left_out_now();
    Costs cost = now_;
    if (weeks_ < by_.size() && (one_at_a_time_ || !dear_.empty())) cost[weeks_] = weeks(&without);
    if (trial_.work().stopped) return false;
    if (!is_better(cost)) return true;
    best_ = {cost, unstated_ > 0, true};
    found_ = true;
    left_out = std::move(without);
    return true;
  }

  Wide weeks(const IndexMap* without) const { return schedules_.timeline(by_[weeks_], take_, without).weeks; }

  IndexMap left_out_now() const {
    IndexMap out;
    for (std::size_t i = 0; i < out_.size(); ++i)
      if (out_[i] != 0) out.set(dear_[i].award, 1);
    return out;
  }

  OnTheWay stopped() {
    best_.proven = false;
    return best_;
  }

  const Schedules& schedules_;
  const Trial& trial_;
  std::span<const Prices> by_;
  std::span<const std::uint32_t> take_;
  std::size_t weeks_;                      // which of `by`; their number, if none
  bool one_at_a_time_ = false;
  std::vector<Dear> dear_;
  std::vector<char> out_;                  // decisions so far: 1 left out
  Costs now_{};                            // by weeks: the least that it can be
  OnTheWay best_;
  int unstated_ = 0;
  bool found_ = false;
};

}  // namespace

OnTheWay cheapest_on_the_way(const Schedules& schedules, std::span<const Prices> by, std::span<const std::uint32_t> take, IndexMap& left_out) {
  return Cheapest(schedules, by, take).find(left_out);
}

std::vector<std::uint32_t> earned_on_the_way(const Trial& trial, std::span<const std::uint32_t> take, const IndexMap& left_out) {
  const Closure outcome = trial.outcome(take, &left_out);
  std::vector<std::uint32_t> awards;
  for (const std::uint32_t award : outcome.supply().derived_in_order())
    if (!outcome.supply().is_held(award)) awards.push_back(award);
  std::sort(awards.begin(), awards.end());
  return awards;
}

std::vector<std::uint32_t> needed_on_the_way(const Schedules& schedules, std::span<const std::uint32_t> take, std::span<const std::uint32_t> awards, const std::optional<InTime>& in_time,
                                             IndexMap& left_out) {
  const Trial& trial = schedules.trial();
  std::vector<std::uint32_t> needed;
  const IndexMap surely = awards.size() > 1 ? indispensable(trial, trial.outcome(take, &left_out)) : IndexMap{};
  const auto can_do_without = [&](const IndexMap& without) {
    if (!schedules.earns(take, &without)) return false;
    if (!in_time) return true;
    const Timeline when = schedules.timeline(in_time->weeks, take, &without);
    return when.reached && when.weeks <= in_time->most && !trial.work().stopped;
  };
  for (std::size_t i = awards.size(); i-- > 0;) {
    if (awards[i] != trial.award() && !surely.contains(awards[i])) {
      IndexMap without = left_out;
      without.set(awards[i], 1);
      if (can_do_without(without)) {
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
