// A change and its reverse: what one takes away the other gives.
#include <gtest/gtest.h>

#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

using rung::Change;

TEST(Impact, OfATableWithItselfIsNothing) {
  check("a table in its own place changes nothing", 1500, [] {
    const Case one = *cases();
    const Subject it = subject(one);
    RC_ASSERT(rung::impact(it.table, it.holdings, it.table, it.holdings).empty());
  });
}

TEST(Impact, LossesAreTheGainsOfTheReverse) {
  std::size_t losses = 0, unclear = 0;
  check("what a change takes away, its reverse gives", 3000, [&] {
    // Two frameworks that have nothing to do with each other, but that their credentials have the same names: as a great change would.
    const Case one = *cases({.fewest_credentials = 4}), other = *cases({.fewest_credentials = 4});
    const Subject before = subject(one), after = subject(other);
    const auto learner = rung::bind(after.table, written(one.learner));
    RC_ASSERT(static_cast<bool>(learner));
    const std::vector<Change> there = rung::impact(before.table, before.holdings, after.table, *learner), back = rung::impact(after.table, *learner, before.table, before.holdings);
    RC_ASSERT(there.size() == back.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
      RC_ASSERT(there[i].award == back[i].award);
      RC_ASSERT(there[i].was == back[i].is);
      RC_ASSERT(there[i].is == back[i].was);
      RC_ASSERT(there[i].loses() == back[i].gains());
      RC_ASSERT(there[i].gains() == back[i].loses());
      losses += there[i].loses() ? 1 : 0;
      unclear += !there[i].loses() && !there[i].gains() ? 1 : 0;
    }
    // One by one, by what `earned` says.
    const auto earned = [](const rung::Table& table, const rung::Holdings& holdings) {
      std::set<std::string> out;
      for (const rung::EarnedAward& award : rung::earned(table, holdings).earned) out.emplace(table.text(table.credentials()[award.credential].name));
      return out;
    };
    const std::set<std::string> was = earned(before.table, before.holdings), is = earned(after.table, *learner);
    for (const Change& change : there) {
      if (change.loses()) RC_ASSERT(was.contains(change.award) && !is.contains(change.award));
      if (change.gains()) RC_ASSERT(!was.contains(change.award) && is.contains(change.award));
    }
  });
  if (in_full()) {
    EXPECT_GT(losses, 100u);
    EXPECT_GT(unclear, 20u);
  }
}

}  // namespace
}  // namespace property
