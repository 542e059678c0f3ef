// The closest awards are those that come first when the best way to each award is looked for and all are put in order.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/property/subject.hpp"

namespace property {
namespace {

// The order of docs/meaning.md, where all costs can be compared.
struct Standing {
  bool at_least;
  std::int64_t cost;
  std::uint32_t award;
  auto operator<=>(const Standing&) const = default;
};

std::int64_t cost_of(const rung::Path& path, rung::Cost by, const rung::table::Credential& award, const rung::Table& table) {
  switch (by) {
    // In hours, which both units of generated frameworks have.
    case rung::Cost::credits: return path.cost.credits * (table.units()[award.credit_unit].hours / rung::table::millionths);
    case rung::Cost::hours: return path.cost.hours;
    case rung::Cost::weeks: return path.cost.weeks;
    case rung::Cost::count: return path.cost.count;
    default: return path.cost.fees.empty() ? 0 : path.cost.fees[0].second;
  }
}

std::string told(const std::vector<std::pair<std::uint32_t, const rung::Path*>>& all) {
  std::string out;
  for (const auto& [award, path] : all) {
    out += "\n  c" + std::to_string(award) + ":";
    for (const rung::Step& step : path->steps) out += " c" + std::to_string(step.credential);
  }
  return out;
}

struct Seen {
  std::size_t listed = 0, second = 0, tied = 0, barred = 0, unattainable = 0, unstated = 0;
};

void agrees(rung::Cost by, Taste taste, Seen& seen) {
  const Case one = *cases(taste);
  const Subject it = subject(one);
  const auto k = static_cast<std::uint32_t>(*rc::gen::inRange(1, 5));
  const bool gates = *rc::gen::inRange(0, 2) == 0;
  for (const rung::table::Unit& unit : it.table.units()) RC_PRE(unit.hours != rung::table::unknown);
  RC_PRE(it.table.currencies().size() <= 1);

  const rung::Earned had = rung::earned(it.table, it.holdings);
  std::vector<std::pair<Standing, rung::Path>> all;
  std::set<std::uint32_t> earned, without;
  for (const rung::EarnedAward& award : had.earned) earned.insert(award.credential);
  for (std::uint32_t award = 0; award < it.table.credentials().size(); ++award) {
    if (it.table.credentials()[award].rule == rung::table::none || earned.contains(award)) continue;
    const rung::Paths ways = rung::paths(it.table, it.holdings, {award, by, 1, gates, {}});
    RC_PRE(ways.proven);
    if (ways.paths.empty()) {
      without.insert(award);
      continue;
    }
    const rung::Path& best = ways.paths[0];
    const bool at_least = (best.cost.at_least >> static_cast<unsigned>(by) & 1u) != 0;
    all.emplace_back(Standing{at_least, cost_of(best, by, it.table.credentials()[award], it.table), award}, best);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

  const rung::Nearest answer = rung::nearest(it.table, it.holdings, {.by = by, .k = k, .gates_allowed = gates});
  RC_ASSERT(answer.complete);
  std::vector<std::pair<std::uint32_t, const rung::Path*>> expected, theirs;
  for (std::size_t i = 0; i < all.size() && i < k; ++i) expected.emplace_back(all[i].first.award, &all[i].second);
  for (const rung::NearAward& award : answer.nearest) {
    RC_ASSERT(award.proven);
    theirs.emplace_back(award.award, &award.path);
  }
  if (told(theirs) != told(expected)) RC_FAIL("k " + std::to_string(k) + (gates ? "" : ", no gates") + told(theirs) + "\none by one" + told(expected));
  RC_ASSERT(std::set<std::uint32_t>(answer.earned.begin(), answer.earned.end()) == earned);
  // Whatever is left out has no way; when all were asked for, nothing else has none.
  std::set<std::uint32_t> left_out;
  for (const rung::LeftOutAward& award : answer.left_out) left_out.insert(award.award);
  RC_ASSERT(std::includes(without.begin(), without.end(), left_out.begin(), left_out.end()));
  RC_ASSERT(answer.nearest.size() == k || left_out == without);

  for (std::size_t i = 0; i < all.size() && i < k; ++i) {
    ++seen.listed;
    seen.second += i > 0 ? 1 : 0;
    seen.unstated += all[i].first.at_least ? 1 : 0;
    seen.tied += i > 0 && all[i].first.cost == all[i - 1].first.cost ? 1 : 0;
  }
  for (const rung::LeftOutAward& award : answer.left_out) (award.why == rung::LeftOut::barred ? seen.barred : seen.unattainable) += 1;
}

void agrees(const char* name, int cases, rung::Cost by) {
  Seen seen;
  check(name, cases, [&] { agrees(by, {.fewest_credentials = 6, .most_credentials = 10, .awards = 60, .most_taken = 6}, seen); });
  // Everything that an answer may have was there.
  if (in_full()) {
    EXPECT_GT(seen.second, 100u);
    EXPECT_GT(seen.tied, 10u);
    EXPECT_GT(seen.barred, 10u);
    EXPECT_GT(seen.unattainable, 10u);
  }
  EXPECT_TRUE(by == rung::Cost::count || seen.unstated > 10);
}

TEST(Nearest, ByCreditsIsPathsInOrder) { agrees("nearest by credits", 8000, rung::Cost::credits); }
TEST(Nearest, ByNumberIsPathsInOrder) { agrees("nearest by number", 4000, rung::Cost::count); }
TEST(Nearest, ByFeeIsPathsInOrder) { agrees("nearest by fee", 6000, rung::Cost::fee); }
TEST(Nearest, ByHoursIsPathsInOrder) { agrees("nearest by hours", 4000, rung::Cost::hours); }
TEST(Nearest, ByWeeksIsPathsInOrder) { agrees("nearest by weeks", 4000, rung::Cost::weeks); }

}  // namespace
}  // namespace property
