// Who gains and who loses by a change of rules, where it can be worked out on paper.
#include <gtest/gtest.h>

#include "runtime/rung/records/impact_tally.hpp"
#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::held;
using rung::testing::SmallFramework;

// "loses x, gains y, unclear z (earned, cannot tell)".
std::string told(const SmallFramework& before, const SmallFramework& after, const std::vector<rung::Holding>& holdings) {
  rung::Learner learner;
  learner.on = "2026-10-01";
  learner.holdings = holdings;
  static constexpr const char* states[] = {"no award", "not earned", "cannot tell", "undecided", "earned"};
  std::string out;
  for (const rung::Change& change : rung::impact(before.table(), *rung::bind(before.table(), learner), after.table(), *rung::bind(after.table(), learner))) {
    out += (out.empty() ? "" : ", ") + std::string(change.loses() ? "loses " : change.gains() ? "gains " : "unclear ") + change.award.substr(2);
    out += " (" + std::string(states[static_cast<int>(change.was)]) + ", " + states[static_cast<int>(change.is)] + ")";
  }
  return out;
}

constexpr const char* courses = "competency works\ncompetency leads\ncourse a { credits 1 }\ncourse b { credits 2 }\n";

SmallFramework with(const std::string& rules) { return SmallFramework(courses + rules); }

TEST(Impact, ARuleThatAsksForMoreIsLostByThoseWhoHaveLess) {
  const SmallFramework before = with("certificate x { develops works requires { a } }"), after = with("certificate x { develops works requires { all of { a, b } } }");
  EXPECT_EQ(told(before, after, {held("a")}), "loses x (earned, not earned)");
  EXPECT_EQ(told(after, before, {held("a")}), "gains x (not earned, earned)");
  EXPECT_EQ(told(before, after, {held("a"), held("b")}), "");   // earned by both
  EXPECT_EQ(told(before, after, {held("b")}), "");              // by neither
  EXPECT_EQ(told(before, after, {}), "");
}

TEST(Impact, AnAwardThatIsGoneIsALossOfItsOwnKind) {
  const SmallFramework before = with("certificate x { develops works requires { a } }"), after = with("certificate y { develops works requires { a } }");
  // By name: who renames an award takes one away and gives another.
  EXPECT_EQ(told(before, after, {held("a")}), "loses x (earned, no award), gains y (no award, earned)");
  EXPECT_EQ(told(before, after, {held("b")}), "");
  // What was conferred under a name that nobody knows any more is gone as well.
  EXPECT_EQ(told(before, after, {held("x")}), "loses x (earned, no award)");
}

TEST(Impact, WhatWasConferredStaysWhateverTheRule) {
  const SmallFramework before = with("certificate x { develops works requires { a } }"), after = with("certificate x { develops works requires { b } }");
  EXPECT_EQ(told(before, after, {held("x")}), "");
  // Also when it is made of nothing any more and simply taken; who earned it by its rule has it no longer.
  const SmallFramework taken = with("certificate x { credits 3 develops works }");
  EXPECT_EQ(told(before, taken, {held("x")}), "");
  EXPECT_EQ(told(before, taken, {held("a")}), "loses x (earned, no award)");
}

TEST(Impact, WhatCannotBeToldIsNeitherGainedNorLost) {
  const SmallFramework lenient = with("certificate x { develops works requires { a } }"), strict = with("certificate x { develops works requires { a at 60% } }"),
                       other = with("certificate x { develops works requires { b } }");
  EXPECT_EQ(told(lenient, strict, {held("a")}), "unclear x (earned, cannot tell)");
  EXPECT_EQ(told(strict, lenient, {held("a")}), "unclear x (cannot tell, earned)");
  EXPECT_EQ(told(strict, other, {held("a")}), "unclear x (cannot tell, not earned)");
  EXPECT_EQ(told(strict, strict, {held("a")}), "");             // no less clear than before
  EXPECT_EQ(told(lenient, strict, {held("a", {.grade = "55%"})}), "loses x (earned, not earned)");
  EXPECT_EQ(told(lenient, strict, {held("a", {.grade = "65%"})}), "");
}

TEST(Impact, OneChangeMayReachWhatStandsOnIt) {
  const std::string outer = "certificate outer { develops leads requires { inner } }";
  const SmallFramework before = with("certificate inner { develops works requires { a } }" + outer), after = with("certificate inner { develops works requires { b } }" + outer);
  EXPECT_EQ(told(before, after, {held("a")}), "loses inner (earned, not earned), loses outer (earned, not earned)");
  EXPECT_EQ(told(before, after, {held("b")}), "gains inner (not earned, earned), gains outer (not earned, earned)");
}

TEST(Impact, TalliesArePutTogetherInTheOrderOfLines) {
  rung::Change lost;
  lost.award = "f.x";
  lost.was = rung::Entitlement::earned, lost.is = rung::Entitlement::not_earned;
  rung::Change unclear = lost;
  unclear.award = "f.y", unclear.is = rung::Entitlement::cannot_tell;
  rung::ImpactTally odd, even, all;
  for (std::uint64_t line = 1; line <= 20; ++line) (line % 2 == 1 ? odd : even).add(line, "L" + std::to_string(line), line <= 14 ? std::vector{lost} : line == 20 ? std::vector{lost, unclear} : std::vector<rung::Change>{});
  all.add(even);
  all.add(odd);
  EXPECT_EQ(all.learners, 20u);
  EXPECT_EQ(all.unaffected, 5u);           // 15 to 19
  EXPECT_EQ(all.with[0], 15u);
  EXPECT_EQ(all.with[2], 1u);
  const rung::Affected& losers = all.awards.at("f.x").of(rung::Effect::loses);
  EXPECT_EQ(losers.count, 15u);
  ASSERT_EQ(losers.first.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(losers.first[i].id, "L" + std::to_string(i + 1));
  EXPECT_EQ(all.awards.at("f.y").of(rung::Effect::unclear).first.at(0).line, 20u);
}

}  // namespace
