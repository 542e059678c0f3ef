// The best ways to an award, against the oracle that tries every set.
#include <gtest/gtest.h>

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

// The oracle tries every set of what can be taken, so there is less of it here.
constexpr Taste small = {.most_credentials = 7, .most_taken = 5};

TEST(Paths, ByCreditsAgreeWithTheOracle) { check("paths by credits", 1000, [] { agrees(rung::Cost::credits, small); }); }
TEST(Paths, ByNumberAgreeWithTheOracle) { check("paths by number", 700, [] { agrees(rung::Cost::count, small); }); }
TEST(Paths, ByFeeAgreeWithTheOracle) { check("paths by fee", 500, [] { agrees(rung::Cost::fee, small); }); }
TEST(Paths, ByHoursAgreeWithTheOracle) { check("paths by hours", 500, [] { agrees(rung::Cost::hours, small); }); }
TEST(Paths, ByWeeksAgreeWithTheOracle) {
  check("paths by weeks", 500, [] { agrees(rung::Cost::weeks, {.most_credentials = 7, .most_taken = 5, .order = false}); });
}

}  // namespace
}  // namespace property
