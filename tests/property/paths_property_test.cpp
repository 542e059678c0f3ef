// The best ways to an award, against the oracle that tries every set.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tests/oracle/paths.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

// A path's cost in the oracle's hundredths.
std::pair<bool, long> cost_of(const rung::Path& path, rung::Cost by, const oracle::Credential& award) {
  const bool at_least = (path.cost.at_least >> static_cast<unsigned>(by) & 1u) != 0;
  constexpr long hundredth = 10'000;
  const long unit = award.credits && award.in_ects ? 2 : 1;   // a path's credits come in the unit in which its award states its own; 2 ECTS make 1 credit
  switch (by) {
    case rung::Cost::credits: return {at_least, path.cost.credits / hundredth / unit};
    case rung::Cost::hours: return {at_least, path.cost.hours / hundredth};
    case rung::Cost::weeks: return {at_least, path.cost.weeks / hundredth};
    case rung::Cost::count: return {at_least, path.cost.count};
    default: return {at_least, path.cost.fees.empty() ? 0 : path.cost.fees[0].second / hundredth};
  }
}

template <class PathsAnswer>
std::string told(const PathsAnswer& paths, auto line) {
  std::string out;
  for (const auto& path : paths) {
    const auto [at_least, cost, take] = line(path);
    out += std::string(at_least ? "\n  at least " : "\n  ") + std::to_string(cost) + ":";
    for (const int one : take) out += " c" + std::to_string(one);
  }
  return out;
}

void agrees(rung::Cost by, Taste taste) {
  const Case one = *cases(taste);
  const Subject it = subject(one);
  const oracle::Learner learner = oracle::left(one.framework, one.learner);
  const int k = *rc::gen::inRange(1, 5);
  const bool gates = *rc::gen::inRange(0, 2) == 0;
  for (int award = 0; award < static_cast<int>(one.framework.credentials.size()); ++award) {
    if (!one.framework.credentials[award].rule) continue;
    const oracle::Paths expected = oracle::paths(one.framework, learner, award, static_cast<oracle::Cost>(by), k, gates);
    const rung::Paths answer = rung::paths(it.table, it.holdings, {static_cast<std::uint32_t>(award), by, static_cast<std::uint32_t>(k), gates, {}});
    RC_ASSERT(answer.proven);
    const std::string theirs = told(answer.paths, [&](const rung::Path& path) {
      std::set<int> take;
      for (const rung::Step& step : path.steps) take.insert(static_cast<int>(step.credential));
      const auto [at_least, cost] = cost_of(path, by, one.framework.credentials[award]);
      return std::tuple(at_least, cost, take);
    });
    const std::string ours = told(expected.paths, [](const oracle::Path& path) { return std::tuple(path.at_least, path.cost, path.take); });
    const std::string question = "c" + std::to_string(award) + ", k " + std::to_string(k) + (gates ? "" : ", no gates");
    if (theirs != ours) RC_FAIL(question + theirs + "\nthe oracle" + ours);
    // Not always known: looking for one more gets only as much work again as finding these took.
    if (answer.complete && !expected.complete) RC_FAIL(question + ": there are more");
  }
}

// ---- by several costs ----

struct Way {
  bool at_least = false;
  std::vector<long> costs;
  std::set<int> take;

  auto key() const { return std::tuple(at_least, costs, take.size(), take); }
};

bool contains(const std::set<int>& all, const std::set<int>& some) { return std::includes(all.begin(), all.end(), some.begin(), some.end()); }

// Every set that leads to the award, in the order in which ways are listed.
std::vector<Way> every_way(const oracle::Framework& framework, const oracle::Learner& learner, int award, const std::vector<rung::Cost>& by, bool gates) {
  std::vector<int> candidates;
  for (int c = 0; c < static_cast<int>(framework.credentials.size()); ++c)
    if (!framework.credentials[c].rule) candidates.push_back(c);
  std::vector<Way> all;
  for (unsigned some = 0; some < 1u << candidates.size(); ++some) {
    Way way;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if ((some >> i & 1u) != 0) way.take.insert(candidates[i]);
    if (!oracle::feasible(framework, learner, award, way.take, gates)) continue;
    std::vector<oracle::Cost> costs;
    for (const rung::Cost one : by) costs.push_back(static_cast<oracle::Cost>(one));
    const auto least = oracle::costs_of(framework, learner, award, way.take, costs, gates);
    way.at_least = least->at_least;
    way.costs = least->each;
    all.push_back(std::move(way));
  }
  std::sort(all.begin(), all.end(), [](const Way& a, const Way& b) { return a.key() < b.key(); });
  return all;
}

std::vector<Way> in_turn(const std::vector<Way>& all) {
  std::vector<Way> out;
  for (const Way& way : all) {
    const auto is_to_no_use = [&](const Way& other) {   // nothing is taken to no use
      return contains(way.take, other.take) && other.take.size() + 1 == way.take.size() && std::tie(other.at_least, other.costs) <= std::tie(way.at_least, way.costs);
    };
    const auto is_nested = [&](const Way& other) { return contains(way.take, other.take) || contains(other.take, way.take); };
    if (std::none_of(all.begin(), all.end(), is_to_no_use) && std::none_of(out.begin(), out.end(), is_nested)) out.push_back(way);
  }
  return out;
}

std::vector<Way> compromises(const std::vector<Way>& all) {
  std::vector<Way> out;
  for (const Way& way : all) {
    const auto is_no_worse = [&](const Way& other) {
      return other.at_least <= way.at_least && std::equal(other.costs.begin(), other.costs.end(), way.costs.begin(), std::less_equal<>());
    };
    if (std::none_of(out.begin(), out.end(), is_no_worse)) out.push_back(way);
  }
  return out;
}

// How many questions had more than one way, told apart by a later cost.
void agree_by_several(const std::vector<rung::Cost>& by, bool of_compromises, Taste taste, std::uint32_t& several) {
  Case one = *cases(taste);
  for (oracle::Credential& credential : one.framework.credentials) {
    if (credential.rule) {
      credential.fee = *rc::gen::inRange(0, 3) == 0 ? std::optional<long>(1000 * *rc::gen::inRange(1, 3)) : std::nullopt;
      credential.hours = std::nullopt;
      credential.weeks = *rc::gen::inRange(0, 3) == 0 ? std::optional<long>(100 * *rc::gen::inRange(1, 4)) : std::nullopt;
    } else if (*rc::gen::inRange(0, 8) != 0) {   // what nobody states is no compromise
      credential.fee = 1000 * *rc::gen::inRange(1, 4);
      credential.weeks = 100 * *rc::gen::inRange(1, 4);
      if (!credential.credits) credential.credits = 100 * *rc::gen::inRange(1, 4);
    }
  }
  const Subject it = subject(one);
  const oracle::Learner learner = oracle::left(one.framework, one.learner);
  const auto k = static_cast<std::size_t>(*rc::gen::inRange(1, 6));
  const bool gates = *rc::gen::inRange(0, 2) == 0;
  const rung::Earned had = rung::earned(it.table, it.holdings);
  for (int award = 0; award < static_cast<int>(one.framework.credentials.size()); ++award) {
    const bool is_had = std::any_of(had.earned.begin(), had.earned.end(), [&](const auto& earned) { return earned.credential == static_cast<std::uint32_t>(award); });
    if (!one.framework.credentials[award].rule || is_had) continue;
    const auto all = every_way(one.framework, learner, award, by, gates);
    auto expected = of_compromises ? compromises(all) : in_turn(all);
    if (expected.size() > k) expected.resize(k);
    rung::PathsQuestion question{static_cast<std::uint32_t>(award), by.front(), static_cast<std::uint32_t>(k), gates, {}};
    question.then.assign(by.begin() + 1, by.end());
    question.compromises = of_compromises;
    const rung::Paths answer = rung::paths(it.table, it.holdings, question);
    RC_ASSERT(answer.proven);
    std::string theirs, ours;
    const auto tell = [](std::string& out, const std::vector<long>& costs, const std::set<int>& take) {
      for (const long cost : costs) out += " " + std::to_string(cost);
      out += ":";
      for (const int credential : take) out += " c" + std::to_string(credential);
      out += "\n";
    };
    for (const rung::Path& path : answer.paths) {
      std::vector<long> costs;
      std::set<int> take;
      for (const rung::Cost cost : by) costs.push_back(cost_of(path, cost, one.framework.credentials[award]).second);
      for (const rung::Step& step : path.steps) take.insert(static_cast<int>(step.credential));
      tell(theirs, costs, take);
    }
    for (const Way& way : expected) tell(ours, way.costs, way.take);
    if (theirs != ours) RC_FAIL("c" + std::to_string(award) + ", k " + std::to_string(k) + (gates ? "" : ", no gates") + "\n" + theirs + "the oracle\n" + ours);
    several += expected.size() > 1 ? 1 : 0;
  }
}

void agree_by_several(const char* name, int cases, const std::vector<rung::Cost>& by, bool of_compromises) {
  std::uint32_t several = 0;
  check(name, cases, [&] { agree_by_several(by, of_compromises, {.fewest_credentials = 6, .most_credentials = 8, .awards = 30, .most_taken = 7}, several); });
  if (in_full()) {
    EXPECT_GT(several, 10u);
  }
}

// The oracle tries every set of what can be taken, so there is less of it here.
constexpr Taste small = {.most_credentials = 7, .most_taken = 5};

TEST(Paths, ByCreditsAgreeWithTheOracle) { check("paths by credits", 1000, [] { agrees(rung::Cost::credits, small); }); }
TEST(Paths, ByNumberAgreeWithTheOracle) { check("paths by number", 700, [] { agrees(rung::Cost::count, small); }); }
TEST(Paths, ByFeeAgreeWithTheOracle) { check("paths by fee", 500, [] { agrees(rung::Cost::fee, small); }); }
TEST(Paths, ByHoursAgreeWithTheOracle) { check("paths by hours", 500, [] { agrees(rung::Cost::hours, small); }); }
TEST(Paths, ByWeeksAgreeWithTheOracle) {
  check("paths by weeks", 500, [] { agrees(rung::Cost::weeks, small); });
}

TEST(Paths, ByFeeThenWeeksAgreeWithTheOracle) { agree_by_several("paths by fee, then weeks", 1000, {rung::Cost::fee, rung::Cost::weeks}, false); }
TEST(Paths, ByWeeksThenFeeAgreeWithTheOracle) { agree_by_several("paths by weeks, then fee", 500, {rung::Cost::weeks, rung::Cost::fee}, false); }
TEST(Paths, ByCreditsThenFeeAgreeWithTheOracle) { agree_by_several("paths by credits, then fee", 1000, {rung::Cost::credits, rung::Cost::fee}, false); }
TEST(Paths, CompromisesOfCreditsAndFeeAgreeWithTheOracle) { agree_by_several("compromises of credits and fee", 1000, {rung::Cost::credits, rung::Cost::fee}, true); }
TEST(Paths, CompromisesOfThreeCostsAgreeWithTheOracle) {
  agree_by_several("compromises of fee, weeks and number", 1000, {rung::Cost::fee, rung::Cost::weeks, rung::Cost::count}, true);
}

// Parts after parts, bars and parts asked of holders, much oftener than elsewhere.
constexpr Taste ordered = {.fewest_credentials = 4, .most_credentials = 7, .most_taken = 4, .in_order = 60};

TEST(Paths, InOrderByNumberAgreeWithTheOracle) { check("paths in order, by number", 1000, [] { agrees(rung::Cost::count, ordered); }); }
TEST(Paths, InOrderByWeeksAgreeWithTheOracle) { check("paths in order, by weeks", 1000, [] { agrees(rung::Cost::weeks, ordered); }); }
TEST(Paths, InOrderByFeeThenWeeksAgreeWithTheOracle) {
  std::uint32_t several = 0;
  check("paths in order, by fee, then weeks", 500, [&] { agree_by_several({rung::Cost::fee, rung::Cost::weeks}, false, ordered, several); });
  if (in_full()) {
    EXPECT_GT(several, 5u);
  }
}

}  // namespace
}  // namespace property
