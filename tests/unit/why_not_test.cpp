// What is in the way of small awards, worked out on paper.
#include <gtest/gtest.h>

#include "tests/support/small_framework.hpp"

namespace {

using rung::Fact;
using rung::FactKind;
using rung::Reason;
using rung::testing::held;
using rung::testing::SmallFramework;

constexpr const char* courses = R"(
competency works
course a { credits 3 }
course b { credits 3 }
course c { credits 3 }
course d { credits 3 }
gate hired
)";

// "core; methods + electives": the sets, each with the parts, conditions and names of its facts.
std::string in_the_way(const SmallFramework& it, const rung::WhyNot& answer) {
  std::string out;
  for (const rung::Obstruction& facts : answer.in_the_way) {
    std::string set;
    for (const Fact& one : facts) {
      std::string name = "no version";
      if (one.kind == FactKind::part || one.kind == FactKind::prerequisite) name = it.table().part_of(one.index);
      if (one.kind == FactKind::condition) name = "condition";
      if (one.kind == FactKind::bar) name = "bar";
      if (one.kind == FactKind::prerequisite) name = "before " + name;
      set += (set.empty() ? "" : " + ") + name;
    }
    out += (out.empty() ? "" : "; ") + set;
  }
  return out;
}

std::string in_the_way(const std::string& award, std::vector<rung::Holding> holdings, const std::string& on = "2026-10-01") {
  const SmallFramework it(courses + award);
  return in_the_way(it, rung::why_not(it.table(), it.holdings(std::move(holdings), {}, on), it.id("award")));
}

TEST(WhyNot, EachPartThatIsNotMetIsInTheWayByItself) {
  const std::string award = "certificate award { develops works requires { core: all of { a, b } methods: any of { c, d } } }";
  EXPECT_EQ(in_the_way(award, {}), "core; methods");
  EXPECT_EQ(in_the_way(award, {held("a"), held("c")}), "core");
  EXPECT_EQ(in_the_way(award, {held("a"), held("b"), held("c")}), "");
}

TEST(WhyNot, OfAGroupAsManyPartsAsKeepItAway) {
  // Two of three parts are needed: any two that do not hold are enough.
  const std::string award = "certificate award { develops works requires { at least 2 of { p: any of { a }, q: any of { b }, r: any of { c } } } }";
  EXPECT_EQ(in_the_way(award, {}), "p + q");
  EXPECT_EQ(in_the_way(award, {held("b")}), "p + r");
}

TEST(WhyNot, PartsThatNeedOneCredentialTwiceAreInTheWayTogether) {
  const std::string award = "certificate award { develops works requires { p: any of { a, b } q: any of { a, c } } }";
  EXPECT_EQ(in_the_way(award, {held("a")}), "p + q");
  EXPECT_EQ(in_the_way(award, {held("a"), held("c")}), "");
}

TEST(WhyNot, WhatAnAwardStandsOnIsInTheWayOfItToo) {
  // `inner` stands on `a`, which `q` asks for as well.
  const SmallFramework it(std::string(courses) + "competency leads certificate inner { develops leads requires { any of { a, b } } } certificate award { develops works requires { p: inner q: a } }");
  const rung::WhyNot answer = rung::why_not(it.table(), it.holdings({held("a")}), it.id("award"));
  ASSERT_EQ(answer.in_the_way.size(), 1u);
  ASSERT_EQ(answer.in_the_way[0].size(), 2u);
  for (const Fact& fact : answer.in_the_way[0]) {
    ASSERT_EQ(fact.blemishes.size(), 1u);
    EXPECT_EQ(fact.blemishes[0].credential, it.id("a"));
    EXPECT_EQ(fact.blemishes[0].reason, Reason::counted_elsewhere);
  }
}

TEST(Missing, NamesWhatNobodyStatedWhereOtherThingsAreMissingToo) {
  const SmallFramework it(std::string(courses) + "certificate award { develops works requires { p: all of { a, b } at 65% q: any of { c } } prerequisite any of { d } at 50% }");
  const auto lacking = [&](std::vector<rung::Holding> holdings) {
    const rung::MissingAnswer answer = rung::missing(it.table(), it.holdings(std::move(holdings)), it.id("award"));
    EXPECT_FALSE(answer.cannot_tell);
    std::string out;
    for (const rung::Missing& one : answer.statements) out += one.what + " of " + std::string(it.table().text(it.table().credentials()[one.credential].name)) + "; ";
    return out;
  };
  EXPECT_EQ(lacking({held("a")}), "grade of f.a; ");
  EXPECT_EQ(lacking({held("a"), held("d")}), "grade of f.a; grade of f.d; ");
  EXPECT_EQ(lacking({held("a", {.grade = "60%"})}), "");
  EXPECT_EQ(lacking({held("c")}), "");
}

TEST(WhyNot, AConditionOrAPartAndALimitTogether) {
  EXPECT_EQ(in_the_way("certificate award { develops works requires 6 credits { at least 1 of { a, b } } }", {held("a")}), "condition");
  // 6 credits are asked for, and no more than 3 of them may be by prior learning.
  const std::string award = "certificate award { develops works requires { p: at least 6 credits from { a, b, c } at most 3 credits by prior learning } }";
  EXPECT_EQ(in_the_way(award, {held("a", {.by = "prior-learning"}), held("b", {.by = "prior-learning"})}), "p + condition");
}

TEST(WhyNot, WhatComesBeforeAndWhatBars) {
  EXPECT_EQ(in_the_way("certificate award { develops works requires { p: any of { a } } prerequisite q: any of { d } }", {held("a")}), "before q");
  EXPECT_EQ(in_the_way("certificate award { develops works requires { p: any of { a } } withheld from holders of { b } }", {held("a"), held("b")}), "bar");
  EXPECT_EQ(in_the_way("certificate award { develops works requires effective 2027-01 { p: any of { a } } }", {held("a")}), "no version");
}

std::vector<rung::Blemish> in_vain(const std::string& award, std::vector<rung::Holding> holdings) {
  const SmallFramework it(courses + award);
  return rung::why_not(it.table(), it.holdings(std::move(holdings)), it.id("award")).in_the_way.at(0).at(0).blemishes;
}

TEST(WhyNot, WhatIsHeldInVainIsSaidWithItsReason) {
  const auto low = in_vain("certificate award { develops works requires { p: any of { a } at 60% } }", {held("a", {.grade = "55%"})});
  ASSERT_EQ(low.size(), 1u);
  EXPECT_EQ(low[0].reason, Reason::below_grade);
  EXPECT_EQ(low[0].grade, 55'000'000);
  const auto old = in_vain("certificate award { develops works requires { p: any of { a } nothing older than 5 years } }", {held("a", {.awarded = "2020-09-30"})});
  ASSERT_EQ(old.size(), 1u);
  EXPECT_EQ(old[0].reason, Reason::too_old);
  const auto unmarked = in_vain("certificate award { develops works requires { p: any of { a } at 60% } }", {held("a")});
  ASSERT_EQ(unmarked.size(), 1u);
  EXPECT_EQ(unmarked[0].reason, Reason::cannot_tell);
  EXPECT_TRUE(in_vain("certificate award { develops works requires { p: any of { a } } }", {held("b")}).empty());
}

TEST(WhyNot, TheWayThatOpensIsTheCheapest) {
  const SmallFramework it(std::string(courses) + "course dear { credits 9 }\ncertificate award { develops works requires { any of { dear, a } } }");
  const rung::WhyNot answer = rung::why_not(it.table(), it.holdings({}), it.id("award"));
  ASSERT_EQ(answer.opens.size(), 1u);
  ASSERT_EQ(answer.opens[0].steps.size(), 1u);
  EXPECT_EQ(answer.opens[0].steps[0].credential, it.id("a"));
}

}  // namespace
