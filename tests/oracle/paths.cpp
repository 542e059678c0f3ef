#include "tests/oracle/paths.hpp"

#include <algorithm>
#include <climits>

namespace oracle {
namespace {

const Amount& stated(const Credential& what, Cost by) {
  switch (by) {
    case Cost::fee: return what.fee;
    case Cost::hours: return what.hours;
    case Cost::weeks: return what.weeks;
    default: return what.credits;
  }
}

bool holds_already(const Framework& framework, const Learner& learner, int credential) {
  return World{framework, learner}.held(credential);
}

// The least that the awards earned on the way state for themselves: every set of awards is tried.
long least_for_awards(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed, Cost by) {
  std::vector<int> awards, free;
  for (int one = 0; one < static_cast<int>(framework.credentials.size()); ++one)
    if (framework.credentials[one].rule) (stated(framework.credentials[one], by).value_or(0) > 0 && !holds_already(framework, learner, one) ? awards : free).push_back(one);
  long least = LONG_MAX;
  for (unsigned some = 0; some < 1u << awards.size(); ++some) {
    std::set<int> only(free.begin(), free.end());
    long sum = 0;
    for (std::size_t i = 0; i < awards.size(); ++i)
      if ((some >> i & 1u) != 0) only.insert(awards[i]), sum += *stated(framework.credentials[awards[i]], by);
    if (sum < least && feasible(framework, learner, award, take, gates_allowed, &only)) least = sum;
  }
  return least;
}

bool is_ordered(const Requirement& what) {
  return !what.after.empty() || std::any_of(what.parts.begin(), what.parts.end(), is_ordered);
}

bool has_last_ones(const std::vector<Condition>& conditions) {
  return std::any_of(conditions.begin(), conditions.end(), [](const Condition& one) { return one.limit == Limit::last_from; });
}

bool asks_holders_of(const Requirement& what, const std::set<int>& take) {
  const auto is_taken = [&](int one) { return take.contains(one); };
  return (what.asked_of == Asked::of_holders && std::any_of(what.whom.begin(), what.whom.end(), is_taken)) ||
         std::any_of(what.parts.begin(), what.parts.end(), [&](const Requirement& part) { return asks_holders_of(part, take); });
}

// Whether it makes a difference in which order things are taken; when not, everything begins as soon as it may.
bool order_matters(const Framework& framework, const std::set<int>& take) {
  return std::any_of(framework.credentials.begin(), framework.credentials.end(), [&](const Credential& one) {
    const auto is_taken = [&](int bar) { return take.contains(bar); };
    if (std::any_of(one.withheld_from.begin(), one.withheld_from.end(), is_taken)) return true;
    if (one.prerequisite && asks_holders_of(*one.prerequisite, take)) return true;
    if (one.rule && (is_ordered(*one.rule) || has_last_ones(one.conditions) || asks_holders_of(*one.rule, take))) return true;
    return std::any_of(one.versions.begin(), one.versions.end(), [&](const Version& version) { return is_ordered(version.rule) || has_last_ones(version.conditions) || asks_holders_of(version.rule, take); });
  });
}

// Every way in which a set can be taken in time: whenever something has ended, any of what could begin begins, and the rest waits.
class Schedules {
 public:
  Schedules(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed, const std::set<int>* only, bool in_time)
      : framework_(framework), learner_(learner), award_(award), take_(take), only_(only), in_time_(in_time), matters_(order_matters(framework, take)), first_{{framework, learner, true, gates_allowed}} {}

  // When the award is had in the shortest of them; none when it never is, or not all is taken. Without time: 0.
  std::optional<long> shortest() {
    go_on(first_);
    return best_;
  }

 private:
  struct State {
    World world;
    std::map<int, long> running{};    // what has begun, with when it ends
    std::set<int> begun{};            // awards too
    long now = 0;
    int turn = 0;
    std::optional<long> had{};
  };

  long weeks(int one) const { return in_time_ ? framework_.credentials[one].weeks.value_or(0) : 0; }
  bool may_be_earned(int one) const { return only_ == nullptr || only_->contains(one); }

  // What is earned at once is; what takes time begins to.
  void earn_what_can_be(State& state) const {
    for (bool more = true; more;) {
      more = false;
      for (int one = 0; one < static_cast<int>(framework_.credentials.size()); ++one) {
        if (!framework_.credentials[one].rule || state.begun.contains(one) || !may_be_earned(one)) continue;
        World hoped = state.world;
        const std::set<int> itself = {one};
        earn(hoped, &itself);
        if (!hoped.earned.contains(one)) continue;
        state.begun.insert(one);
        more = true;
        if (holds_already(framework_, learner_, one) || weeks(one) == 0) state.world.earned.insert(one), state.world.earned_in[one] = state.turn;
        else state.running[one] = state.now + weeks(one);
      }
    }
  }

  void begin(State& state, int one) const {
    for (int award = 0; award < static_cast<int>(framework_.credentials.size()); ++award) {
      const auto& bars = framework_.credentials[award].withheld_from;
      if (state.world.earned.contains(award) && std::find(bars.begin(), bars.end(), one) != bars.end())
        if (state.world.earned_before.emplace(award, std::make_shared<World>(state.world)).second) state.world.refused_in[award] = state.turn;
    }
    state.begun.insert(one);
    state.world.begun.insert(one);
    state.world.turns[one] = {state.turn, INT_MAX};
    state.running[one] = state.now + weeks(one);
  }

  void end_what_ends_first(State& state) const {
    long next = LONG_MAX;
    for (const auto& [one, when] : state.running) next = std::min(next, when);
    state.now = next;
    ++state.turn;
    for (auto at = state.running.begin(); at != state.running.end();) {
      const auto [one, when] = *at;
      if (when > next) {
        ++at;
        continue;
      }
      at = state.running.erase(at);
      const auto& bars = framework_.credentials[one].withheld_from;
      if (!framework_.credentials[one].rule) {
        state.world.taken.insert(one);
        state.world.turns[one].ended = state.turn;
      } else if (std::none_of(bars.begin(), bars.end(), [&](int bar) { return state.world.begun.contains(bar); })) {
        state.world.earned.insert(one);
        state.world.earned_in[one] = state.turn;
      }
    }
  }

  void go_on(State state) {
    if (--steps_left < 0) throw TooMuch();
    earn_what_can_be(state);
    if (!state.had && (state.world.held(award_) || state.world.earned.contains(award_))) state.had = state.now;
    if (best_ && state.had.value_or(state.now) >= *best_) return;
    if (state.had && state.world.taken == take_) {
      best_ = state.had;
      return;
    }
    std::vector<int> able;
    for (const int one : take_)
      if (!state.begun.contains(one) && prerequisites_hold(state.world, one)) able.push_back(one);
    for (unsigned some = 1u << able.size(); some-- > 0;) {
      if (!matters_ && some + 1 < 1u << able.size()) break;
      State next = state;
      // What begins at once sees nothing of each other.
      for (std::size_t i = 0; i < able.size(); ++i)
        if ((some >> i & 1u) != 0) begin(next, able[i]);
      if (next.running.empty()) continue;
      end_what_ends_first(next);
      go_on(next);
    }
  }

  const Framework& framework_;
  const Learner& learner_;
  int award_;
  const std::set<int>& take_;
  const std::set<int>* only_;
  bool in_time_, matters_;
  State first_;
  std::optional<long> best_;
};

}  // namespace

bool feasible(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed,
              const std::set<int>* only) {
  for (const int barred : framework.credentials[award].withheld_from)
    if (take.contains(barred)) return false;
  return Schedules(framework, learner, award, take, gates_allowed, only, false).shortest().has_value();
}

std::optional<long> earliest(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed, const std::set<int>* only) {
  return Schedules(framework, learner, award, take, gates_allowed, only, true).shortest();
}

std::optional<Path> path_of(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, Cost by, bool gates_allowed) {
  if (!feasible(framework, learner, award, take, gates_allowed)) return std::nullopt;
  Path path;
  path.take = take;
  for (const int one : take) {
    const Amount cost = by == Cost::count ? 1 : stated(framework.credentials[one], by);
    path.at_least = path.at_least || !cost;
    path.cost += cost.value_or(0);
  }
  if (by == Cost::fee || by == Cost::hours) path.cost += least_for_awards(framework, learner, award, take, gates_allowed, by);
  if (by == Cost::weeks) path.cost = *earliest(framework, learner, award, take, gates_allowed, nullptr);
  return path;
}

std::optional<Costs> costs_of(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, const std::vector<Cost>& by, bool gates_allowed) {
  const auto is_stated_by_awards = [](Cost cost) { return cost == Cost::fee || cost == Cost::hours; };
  Costs of_what_is_taken;
  for (const Cost cost : by) {
    const auto path = path_of(framework, learner, award, take, cost, gates_allowed);
    if (!path) return std::nullopt;
    of_what_is_taken.at_least = of_what_is_taken.at_least || path->at_least;
    long sum = 0;
    for (const int one : take) sum += cost == Cost::count ? 1 : stated(framework.credentials[one], cost).value_or(0);
    of_what_is_taken.each.push_back(sum);
  }
  std::vector<int> awards;
  for (int one = 0; one < static_cast<int>(framework.credentials.size()); ++one)
    if (framework.credentials[one].rule) awards.push_back(one);
  std::optional<Costs> least;
  for (unsigned some = 0; some < 1u << awards.size(); ++some) {
    Costs costs = of_what_is_taken;
    std::set<int> only;
    for (std::size_t i = 0; i < awards.size(); ++i) {
      if ((some >> i & 1u) == 0) continue;
      only.insert(awards[i]);
      if (holds_already(framework, learner, awards[i])) continue;
      for (std::size_t c = 0; c < by.size(); ++c)
        if (is_stated_by_awards(by[c])) costs.each[c] += stated(framework.credentials[awards[i]], by[c]).value_or(0);
    }
    if (!feasible(framework, learner, award, take, gates_allowed, &only)) continue;
    for (std::size_t c = 0; c < by.size(); ++c)
      if (by[c] == Cost::weeks) costs.each[c] = *earliest(framework, learner, award, take, gates_allowed, &only);
    if (!least || costs.each < least->each) least = costs;
  }
  return least;
}

Paths paths(const Framework& framework, const Learner& learner, int award, Cost by, int k, bool gates_allowed) {
  World today{framework, learner};
  earn(today);
  if (today.has(award)) {                  // "To an award that is had already the path is the empty one."
    Paths empty{{}, true};
    if (const auto path = path_of(framework, learner, award, {}, by, false)) empty.paths.push_back(*path);
    return empty;
  }
  std::vector<int> candidates;
  for (int one = 0; one < static_cast<int>(framework.credentials.size()); ++one)
    if (!framework.credentials[one].rule) candidates.push_back(one);
  std::vector<Path> all;
  for (unsigned some = 0; some < 1u << candidates.size(); ++some) {
    std::set<int> take;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if ((some >> i & 1u) != 0) take.insert(candidates[i]);
    const std::optional<Path> path = path_of(framework, learner, award, take, by, gates_allowed);
    if (!path) continue;
    // Nothing is taken to no use.
    const auto no_use = [&](int one) {
      std::set<int> fewer = take;
      fewer.erase(one);
      const std::optional<Path> without = path_of(framework, learner, award, fewer, by, gates_allowed);
      return without && std::pair(without->at_least, without->cost) <= std::pair(path->at_least, path->cost);
    };
    if (std::none_of(take.begin(), take.end(), no_use)) all.push_back(*path);
  }
  std::sort(all.begin(), all.end(), [](const Path& a, const Path& b) {
    return std::tuple(a.at_least, a.cost, a.take.size(), a.take) < std::tuple(b.at_least, b.cost, b.take.size(), b.take);
  });
  Paths out;
  for (const Path& path : all) {
    const auto nested = [&](const Path& other) {
      const auto within = [](const auto& a, const auto& b) { return std::includes(b.take.begin(), b.take.end(), a.take.begin(), a.take.end()); };
      return within(path, other) || within(other, path);
    };
    if (std::any_of(out.paths.begin(), out.paths.end(), nested)) continue;
    if (static_cast<int>(out.paths.size()) == k) return out;
    out.paths.push_back(path);
  }
  out.complete = true;
  return out;
}

}  // namespace oracle
