// Why not: each set of facts is enough to keep the award away, none of its facts can be left out, and together the sets are all there is. What a fact is worth is asked of `earned`, which knows
// nothing of them: a learner who is excused from a part is one for whom the fact is gone.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/property/subject.hpp"

namespace property {
namespace {

using rung::Fact;
using rung::FactKind;
using rung::Obstruction;

class Excuses {
 public:
  Excuses(const Subject& it, std::uint32_t award) : it_(it), award_(award), holdings_(it.holdings) {}

  void from(std::uint32_t node) { holdings_.excused.push_back({award_, node, 0}); }
  void from(const Fact& fact) { from(fact.kind == FactKind::prerequisite ? rung::table::none : fact.index); }

  bool earned() {
    const auto key = [](const rung::Excused& one) { return std::pair(one.award, one.node); };
    std::sort(holdings_.excused.begin(), holdings_.excused.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    holdings_.excused.erase(std::unique(holdings_.excused.begin(), holdings_.excused.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }), holdings_.excused.end());
    const rung::Earned all = rung::earned(it_.table, holdings_);
    RC_PRE(all.proven);
    return std::any_of(all.earned.begin(), all.earned.end(), [&](const rung::EarnedAward& one) { return one.credential == award_; });
  }

 private:
  const Subject& it_;
  std::uint32_t award_;
  rung::Holdings holdings_;
};

// The leaves of the rule that is asked, and of nothing else.
std::vector<std::uint32_t> leaves(const Subject& it, std::uint32_t award) {
  std::vector<std::uint32_t> out;
  const std::uint32_t root = rung::rule_of(it.table, it.holdings, award).root;
  if (root == rung::table::none) return out;
  for (std::uint32_t node = root; node < it.table.nodes()[root].end; ++node)
    if (it.table.nodes()[node].kind != rung::table::NodeKind::group) out.push_back(node);
  return out;
}

bool names(const Subject& it, const Obstruction& facts, std::uint32_t leaf, std::size_t but = SIZE_MAX) {
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (i != but && facts[i].kind == FactKind::part && facts[i].index <= leaf && leaf < it.table.nodes()[facts[i].index].end) return true;
  return false;
}

bool parts_only(const Obstruction& facts) {
  return std::all_of(facts.begin(), facts.end(), [](const Fact& one) { return one.kind == FactKind::part; });
}

// Whether nothing but parts and prerequisites can be in the way.
bool is_plain(const Subject& it, std::uint32_t award) {
  const rung::table::Credential& what = it.table.credentials()[award];
  const std::uint32_t root = rung::rule_of(it.table, it.holdings, award).root;
  return root != rung::table::none && it.table.nodes()[root].conditions.count == 0 && what.withheld_from.count == 0 && what.most_awards == 0;
}

template <class Each>
void each_award(const Each& each) {
  const Case one = *cases();
  const Subject it = subject(one);
  for (std::uint32_t award = 0; award < it.table.credentials().size(); ++award) {
    if (it.table.credentials()[award].rule == rung::table::none) continue;
    const rung::WhyNot answer = rung::why_not(it.table, it.holdings, award);
    RC_PRE(answer.proven);
    each(it, award, answer);
  }
}

TEST(WhyNot, SomethingIsInTheWayExactlyOfWhatIsNotEarned) {
  check("something is in the way of what is not earned, and of nothing else", 1000, [] {
    each_award([](const Subject& it, std::uint32_t award, const rung::WhyNot& answer) {
      RC_ASSERT(answer.earned == Excuses(it, award).earned());
      RC_ASSERT(answer.earned == answer.in_the_way.empty());
      for (const Obstruction& facts : answer.in_the_way) RC_ASSERT(!facts.empty());
    });
  });
}

TEST(WhyNot, EachSetIsEnough) {
  check("a set of facts keeps the award away although nothing else is asked", 1000, [] {
    each_award([](const Subject& it, std::uint32_t award, const rung::WhyNot& answer) {
      for (const Obstruction& facts : answer.in_the_way) {
        if (!parts_only(facts)) continue;
        Excuses rest(it, award);
        rest.from(rung::table::none);
        for (const std::uint32_t leaf : leaves(it, award))
          if (!names(it, facts, leaf)) rest.from(leaf);
        RC_ASSERT(!rest.earned());
      }
    });
  });
}

TEST(WhyNot, NoFactOfASetCanBeLeftOut) {
  check("without one fact of a set the others are not in the way", 1000, [] {
    each_award([](const Subject& it, std::uint32_t award, const rung::WhyNot& answer) {
      if (!is_plain(it, award)) return;
      for (const Obstruction& facts : answer.in_the_way) {
        if (!parts_only(facts)) continue;
        for (std::size_t without = 0; without < facts.size(); ++without) {
          Excuses rest(it, award);
          rest.from(rung::table::none);
          rest.from(facts[without]);
          for (const std::uint32_t leaf : leaves(it, award))
            if (!names(it, facts, leaf, without)) rest.from(leaf);
          RC_ASSERT(rest.earned());
        }
      }
    });
  });
}

TEST(WhyNot, TheWayIsOpenWhenTheFactsOfAllSetsAreGone) {
  check("who is excused from all facts earns the award", 1000, [] {
    each_award([](const Subject& it, std::uint32_t award, const rung::WhyNot& answer) {
      const bool all = std::all_of(answer.in_the_way.begin(), answer.in_the_way.end(), [](const Obstruction& facts) {
        return std::all_of(facts.begin(), facts.end(), [](const Fact& one) { return one.kind == FactKind::part || one.kind == FactKind::prerequisite; });
      });
      if (!all) return;
      Excuses gone(it, award);
      for (const Obstruction& facts : answer.in_the_way)
        for (const Fact& fact : facts) gone.from(fact);
      RC_ASSERT(gone.earned());
    });
  });
}

}  // namespace
}  // namespace property
