// The closest awards are those that come first when the best way to each award is looked for and all are put in order.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/property/subject.hpp"

namespace property {
namespace {

// What docs/meaning.md says the order is, in the plainest words: by `by`, of awards whose costs can be compared.
struct Standing {
  bool at_least;
  std::int64_t cost;
  std::uint32_t award;
  auto operator<=>(const Standing&) const = default;
};

std::int64_t cost_of(const rung::Path& path, rung::Cost by, const rung::table::Credential& award, const rung::Table& table) {
  switch (by) {
    // In generated frameworks a credit is 10 hours or so, and every unit has a basis: hours compare them.
    case rung::Cost::credits: return path.cost.credits / rung::table::millionths * 1000 * (table.units()[award.credit_unit].hours / rung::table::millionths) +
                                     path.cost.credits % rung::table::millionths * (table.units()[award.credit_unit].hours / rung::table::millionths) / 1000;
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

void agrees(rung::Cost by, Taste taste) {
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
    RC_ASSERT(ways.proven);
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
  if (answer.nearest.size() < k) RC_ASSERT(left_out == without);
}

constexpr Taste small = {.most_credentials = 8, .most_taken = 6};

TEST(Nearest, ByCreditsIsPathsInOrder) { check("nearest by credits", 1500, [] { agrees(rung::Cost::credits, small); }); }
TEST(Nearest, ByNumberIsPathsInOrder) { check("nearest by number", 700, [] { agrees(rung::Cost::count, small); }); }
TEST(Nearest, ByFeeIsPathsInOrder) { check("nearest by fee", 1000, [] { agrees(rung::Cost::fee, small); }); }
TEST(Nearest, ByHoursIsPathsInOrder) { check("nearest by hours", 1000, [] { agrees(rung::Cost::hours, small); }); }
TEST(Nearest, ByWeeksIsPathsInOrder) { check("nearest by weeks", 700, [] { agrees(rung::Cost::weeks, small); }); }

}  // namespace
}  // namespace property
