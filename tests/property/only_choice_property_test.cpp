// What leaves no choice is answered without a search, and as a search would.
#include <gtest/gtest.h>

#include "runtime/queries/fixed_point/closure.hpp"
#include "runtime/queries/counting/only_choice.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using namespace rung::queries;

bool same(const Choice& a, const Choice& b) {
  const auto same_counted = [](const CountedOffer& one, const CountedOffer& other) {
    return static_cast<const Offer&>(one) == static_cast<const Offer&>(other) && one.stands_on == other.stands_on && one.adding == other.adding;
  };
  return std::equal(a.counted.begin(), a.counted.end(), b.counted.begin(), b.counted.end(), same_counted) && a.stands_on == b.stands_on && a.adding == b.adding && a.uses == b.uses &&
         a.grounds == b.grounds && a.awards == b.awards && a.inside == b.inside;
}

TEST(OnlyChoice, IsWhatASearchFinds) {
  int compared = 0;
  check("the only choice is what a search finds", 4000, [&] {
    const Case one = *cases();
    const Subject it = subject(one);
    Work work{4'000'000};
    Closure closure(it.table, it.holdings, {}, work);
    closure.run();
    for (std::uint32_t award = 0; award < it.table.credentials().size(); ++award) {
      const std::uint32_t root = closure.supply().root_of(award);
      if (root == rung::table::none) continue;
      std::vector<Offer> offers;
      closure.offers(award, wants_every_holding(it.table, root), offers);
      std::vector<Tally> tallies;
      tally(closure.supply(), root, offers, tallies);
      Choice only;
      if (!tallies[0].holds || !only_choice(closure.supply(), root, offers, only)) continue;
      Problem problem;
      RC_ASSERT(lay_out(closure.supply(), closure, award, false, {}, work, problem));
      Assignment assignment(closure.supply(), problem, work);
      RC_ASSERT(assignment.decide() == Outcome::met);
      RC_ASSERT(same(assignment.choice(), only));
      ++compared;
    }
  });
  if (in_full()) {
    EXPECT_GT(compared, 50);
  }
}

}  // namespace
}  // namespace property
