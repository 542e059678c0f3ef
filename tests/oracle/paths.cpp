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

// Takes and earns until nothing more can be. True when all of `take` was taken.
bool go(World& world, const std::set<int>& take, const std::set<int>* only) {
  for (bool more = true; more;) {
    more = false;
    earn(world, only);
    for (const int one : take)
      if (!world.taken.contains(one) && prerequisites_hold(world, one)) more = world.taken.insert(one).second;
  }
  return world.taken == take;
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

// The earliest time at which the award is had when everything begins as soon as its prerequisites hold.
long earliest(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed, const std::set<int>* only = nullptr) {
  World world{framework, learner, true, gates_allowed};
  const auto has_award = [&] { return world.held(award) || world.earned.contains(award); };
  std::map<int, long> done;           // when what has begun will be done
  for (long now = 0;;) {
    for (bool more = true; more;) {
      more = false;
      for (const auto& [one, when] : done)
        if (when <= now) more = (framework.credentials[one].rule ? world.earned : world.taken).insert(one).second || more;
      World hoped = world;            // what could be earned right now from what is done
      for (int one = 0; one < static_cast<int>(framework.credentials.size()); ++one) {
        if (done.contains(one) || (only != nullptr && framework.credentials[one].rule && !only->contains(one))) continue;
        const Credential& what = framework.credentials[one];
        if (!what.rule) {
          if (!take.contains(one) || !prerequisites_hold(world, one)) continue;
        } else {
          hoped.earned = world.earned;
          const std::set<int> itself = {one};
          earn(hoped, &itself);
          if (!hoped.earned.contains(one)) continue;
        }
        done[one] = now + (what.rule && holds_already(framework, learner, one) ? 0 : what.weeks.value_or(0));
        more = true;
      }
    }
    if (has_award()) return now;
    long next = LONG_MAX;
    for (const auto& [one, when] : done)
      if (when > now) next = std::min(next, when);
    if (next == LONG_MAX) return LONG_MAX;
    now = next;
  }
}

}  // namespace

bool feasible(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed,
              const std::set<int>* only) {
  World world{framework, learner, true, gates_allowed};
  for (const int barred : framework.credentials[award].withheld_from)
    if (take.contains(barred)) return false;
  return go(world, take, only) && world.has(award);
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
  if (by == Cost::weeks) path.cost = earliest(framework, learner, award, take, gates_allowed);
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
      if (by[c] == Cost::weeks) costs.each[c] = earliest(framework, learner, award, take, gates_allowed, &only);
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
