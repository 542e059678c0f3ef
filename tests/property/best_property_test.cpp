// The best of what is open in each part: together it is the oracle's best way, each credential in one place, and in a part that can count it.
#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/queries/ways/taken_for.hpp"
#include "tests/oracle/paths.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using rung::table::Node;
using rung::table::NodeKind;

bool counts_there(const Subject& it, const Node& node, std::uint32_t taken) {
  const auto members = it.table.list(node.members);
  if (std::binary_search(members.begin(), members.end(), taken)) return true;
  if (it.table.credentials()[taken].recognised_in.count > 0) return true;   // as something else
  return std::any_of(members.begin(), members.end(), [&](std::uint32_t member) { return it.table.credentials()[member].rule != rung::table::none; });   // which stands on it
}

// How many credentials were found best for a part, and how many are taken for none.
struct Seen {
  std::size_t for_parts = 0, besides = 0;
};

void agrees(rung::Cost by, Taste taste, Seen& seen) {
  const Case one = *cases(taste);
  const Subject it = subject(one);
  const oracle::Learner learner = oracle::left(one.framework, one.learner);
  for (int award = 0; award < static_cast<int>(one.framework.credentials.size()); ++award) {
    if (!one.framework.credentials[award].rule) continue;
    const auto id = static_cast<std::uint32_t>(award);
    const oracle::Paths expected = oracle::paths(one.framework, learner, award, static_cast<oracle::Cost>(by), 1, true);
    const rung::Paths answer = rung::paths(it.table, it.holdings, {id, by, 1, true, {}});
    RC_ASSERT(answer.paths.size() == expected.paths.size());
    if (answer.paths.empty()) continue;
    const rung::Path& way = answer.paths.front();
    const rung::TakenFor best(it.table, way);
    const std::uint32_t root = rung::rule_of(it.table, it.holdings, id).root;
    std::set<int> together = it.numbers(best.besides());
    std::size_t places = best.besides().size();
    for (std::uint32_t node = root; root != rung::table::none && node < it.table.nodes()[root].end; ++node) {
      const Node& at = it.table.nodes()[node];
      std::vector<std::uint32_t> here = best.part(node);
      if (at.kind == NodeKind::group) {
        std::vector<std::uint32_t> within;
        for (std::uint32_t child = node + 1; child < at.end; child = it.table.nodes()[child].end)
          for (const std::uint32_t credential : best.part(child)) within.push_back(credential);
        std::sort(within.begin(), within.end());
        RC_ASSERT(here == within);
        continue;
      }
      for (const std::uint32_t credential : here) RC_ASSERT(counts_there(it, at, credential));
      together.merge(it.numbers(here));
      places += here.size();
      seen.for_parts += here.size();
    }
    RC_ASSERT(together == expected.paths.front().take);
    RC_ASSERT(places == together.size());
    seen.besides += best.besides().size();
  }
}

void agree(const char* name, rung::Cost by) {
  Seen seen;
  check(name, 1500, [&] { agrees(by, {.fewest_credentials = 5, .most_credentials = 8, .most_taken = 6}, seen); });
  if (!in_full()) return;
  EXPECT_GT(seen.for_parts, 500u);
  EXPECT_GT(seen.besides, 0u);
}

TEST(Best, ByCreditsIsTheOraclesWay) { agree("the best of each part, by credits", rung::Cost::credits); }
TEST(Best, ByFeeIsTheOraclesWay) { agree("the best of each part, by fee", rung::Cost::fee); }
TEST(Best, ByNumberIsTheOraclesWay) { agree("the best of each part, by number", rung::Cost::count); }

// Who takes what is best before enrolling, and for the parts, meets both.
TEST(Best, TakenTheAwardIsEarned) {
  check("who takes the best of each part earns the award", 1000, [] {
    const Case one = *cases({.fewest_credentials = 5, .most_credentials = 8, .most_taken = 6});
    const Subject it = subject(one);
    for (std::uint32_t award = 0; award < it.table.credentials().size(); ++award) {
      const rung::table::Credential& what = it.table.credentials()[award];
      if (what.rule == rung::table::none) continue;
      const rung::Paths answer = rung::paths(it.table, it.holdings, {award, rung::Cost::credits, 1, true, {}});
      if (answer.paths.empty()) continue;
      const rung::TakenFor best(it.table, answer.paths.front());
      rung::Holdings with_gates = it.holdings;
      with_gates.gates.insert(with_gates.gates.end(), answer.paths.front().gates.begin(), answer.paths.front().gates.end());
      std::sort(with_gates.gates.begin(), with_gates.gates.end());
      const std::uint32_t root = rung::rule_of(it.table, it.holdings, award).root;
      std::vector<std::uint32_t> take = best.besides();
      if (root != rung::table::none)
        for (const std::uint32_t credential : best.part(root)) take.push_back(credential);
      std::sort(take.begin(), take.end());
      const rung::MissingAfter after = rung::missing_after(it.table, with_gates, award, take);
      RC_ASSERT(after.answer.earned);
      RC_ASSERT(after.not_taken.empty());
      if (what.prerequisite == rung::table::none || rung::missing(it.table, with_gates, award).earned) continue;
      // Of a prerequisite that names credentials and is met by taking some, these are told.
      const rung::MissingAnswer before = rung::missing(it.table, with_gates, award);
      for (std::size_t i = 0; i < before.prerequisites.size(); ++i) {
        const Node& node = it.table.nodes()[before.prerequisites[i].node];
        const bool opened = before.prerequisites[i].verdict != rung::Verdict::met && after.answer.prerequisites[i].verdict == rung::Verdict::met;
        if (!opened || node.kind != NodeKind::members) continue;
        const auto told = best.before_enrolling(before.prerequisites[i].node);
        const bool by_recognition = std::any_of(take.begin(), take.end(), [&](std::uint32_t c) { return it.table.credentials()[c].recognised_in.count > 0; });
        RC_ASSERT(!told.empty() || by_recognition);
      }
    }
  });
}

}  // namespace
}  // namespace property
