// The closest awards, where the order can be worked out on paper.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::held;
using rung::testing::SmallFramework;

std::string name_of(const rung::Table& table, std::uint32_t credential) { return std::string(table.text(table.credentials()[credential].name)).substr(2); }

// "close 2, far 5": each award and what its best way costs.
std::string told(const SmallFramework& it, const rung::Nearest& answer, rung::Cost by = rung::Cost::credits) {
  std::string out;
  for (const rung::NearAward& one : answer.nearest) {
    const rung::PathCost& cost = one.path.cost;
    const std::int64_t amount = by == rung::Cost::credits ? cost.credits : by == rung::Cost::hours ? cost.hours : by == rung::Cost::weeks ? cost.weeks : cost.fees.empty() ? 0 : cost.fees[0].second;
    out += (out.empty() ? "" : ", ") + name_of(it.table(), one.award) + " " + (by == rung::Cost::count ? std::to_string(cost.count) : std::to_string(amount / rung::table::millionths));
  }
  return out;
}

std::string left_out(const SmallFramework& it, const rung::Nearest& answer) {
  static constexpr const char* reasons[] = {"barred", "no version", "unattainable", "undecided"};
  std::string out;
  for (const rung::LeftOutAward& one : answer.left_out) {
    out += (out.empty() ? "" : ", ") + name_of(it.table(), one.award) + " " + reasons[static_cast<int>(one.why)];
    for (const std::uint32_t by : one.by) out += " by " + name_of(it.table(), by);
  }
  return out;
}

constexpr const char* college = R"(
institution elm
institution oak
competency works
competency leads
competency joins
competency welds
course a { issued by elm credits 1 fee 10 CAD }
course b { issued by elm credits 2 fee 90 CAD }
course c { issued by oak credits 3 fee 20 CAD }
badge one      { issued by elm develops works requires { all of { a, b } } }
badge other    { issued by oak develops leads requires { c } }
certificate all-three { issued by elm, oak develops joins requires { all of { a, b, c } } }
certificate whole { issued by oak develops welds requires { all of { one, c } } }
)";

TEST(NearestAwards, OrdersByWhatIsStillToTakeAndThenByName) {
  const SmallFramework it(college);
  // From nothing: one takes 1 + 2 credits, other 3, and by name one comes first; all-three and whole take 6.
  const rung::Nearest from_nothing = rung::nearest(it.table(), it.holdings({}), {});
  EXPECT_EQ(told(it, from_nothing), "one 3, other 3, all-three 6, whole 6");
  EXPECT_TRUE(from_nothing.complete);
  EXPECT_EQ(from_nothing.left_out.size() + from_nothing.earned.size(), 0u);
  // With c held, other is earned and no longer listed; of the rest a and b are to be taken, whatever it is.
  const rung::Nearest with_c = rung::nearest(it.table(), it.holdings({held("c")}), {});
  EXPECT_EQ(told(it, with_c), "all-three 3, one 3, whole 3");
  ASSERT_EQ(with_c.earned.size(), 1u);
  EXPECT_EQ(name_of(it.table(), with_c.earned[0]), "other");
  // With b held, one needs only a.
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({held("b")}), {})), "one 1, other 3, all-three 4, whole 4");
  // By fee the dear b counts: other costs 20, one 100, the others 120.
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.by = rung::Cost::fee}), rung::Cost::fee), "other 20, one 100, all-three 120, whole 120");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.by = rung::Cost::count}), rung::Cost::count), "other 1, one 2, all-three 3, whole 3");
}

TEST(NearestAwards, StopsAtAsManyAsAreAskedForAndLooksNoFurther) {
  const SmallFramework it(college);
  const rung::Nearest answer = rung::nearest(it.table(), it.holdings({held("b")}), {.k = 1});
  EXPECT_EQ(told(it, answer), "one 1");
  EXPECT_TRUE(answer.complete);
  EXPECT_EQ(answer.looked_into, 1u);       // the bound says that the others cost more
  const rung::Nearest none = rung::nearest(it.table(), it.holdings({}), {.k = 0});
  EXPECT_TRUE(none.nearest.empty());
  EXPECT_TRUE(none.complete);
}

TEST(NearestAwards, OnlyOfAnInstitutionOrOfAType) {
  const SmallFramework it(college);
  const std::uint32_t oak = it.table().find_institution("oak").value();
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.institutions = {oak}})), "other 3, all-three 6, whole 6");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.types = {rung::table::CredentialType::badge}})), "one 3, other 3");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.institutions = {oak}, .types = {rung::table::CredentialType::badge}})), "other 3");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.types = {rung::table::CredentialType::degree}})), "");
}

TEST(NearestAwards, SaysWhyAnAwardIsLeftOut) {
  const SmallFramework it(R"(
competency works
competency leads
competency joins
gate hired
course a { credits 1 }
course b { credits 2 }
certificate old { develops works requires effective 2020-01 to 2021-12 { a } }
certificate barred { develops leads withheld from holders of { b } requires { a } }
certificate open { develops joins requires { a, gate hired } }
)", "");
  const rung::Nearest answer = rung::nearest(it.table(), it.holdings({held("b")}), {});
  EXPECT_EQ(told(it, answer), "open 1");
  ASSERT_EQ(answer.nearest[0].path.gates.size(), 1u);
  EXPECT_EQ(left_out(it, answer), "barred barred by b, old no version");
  // Without gates there is no way to `open`; who does not hold b may take a for `barred`.
  const rung::Nearest no_gates = rung::nearest(it.table(), it.holdings({}), {.gates_allowed = false});
  EXPECT_EQ(told(it, no_gates), "barred 1");
  EXPECT_EQ(left_out(it, no_gates), "old no version, open unattainable");
  // On a day on which the old rule was in force it is one like any other.
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}, {"f.hired"}, "2021-06-01"), {})), "barred 1, old 1, open 1");
}

TEST(NearestAwards, WhatStatesNoCostComesAfterWhatDoes) {
  const SmallFramework it(R"(
competency works
competency leads
course silent { credits 1 }
course dear { credits 9 fee 500 CAD }
certificate first { develops works requires { silent } }
certificate second { develops leads requires { dear } }
)");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {.by = rung::Cost::fee}), rung::Cost::fee), "second 500, first 0");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {})), "first 1, second 9");
}

TEST(NearestAwards, CreditsAreComparedByTheirHours) {
  // 2 credits are 60 hours, 3 ECTS are 45.
  const SmallFramework it(R"(
competency works
competency leads
course a { credits 2 }
course b { credits 3 ECTS }
certificate in-credits { credits 2 develops works requires { a } }
certificate in-ects    { credits 3 ECTS develops leads requires { b } }
)", "credits 1 credit = 30 hours credits 1 ECTS = 15 hours");
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {})), "in-ects 3, in-credits 2");
}

TEST(NearestAwards, CreditsThatCannotBeComparedComeAfterTheCommonOnes) {
  // Nobody says how many hours a credit is. Three awards state ECTS, two credits: so ECTS are the common ones.
  const SmallFramework it(R"(
competency works
competency leads
competency joins
competency welds
gate hired
course a { credits 1 }
course b { credits 9 ECTS }
course c { credits 8 ECTS }
certificate in-credits { credits 1 develops works requires { a } }
certificate in-ects    { credits 9 ECTS develops leads requires { b } }
certificate more-ects  { credits 8 ECTS develops joins requires { c } }
certificate waits      { credits 1 develops welds requires { at least 1 of { gate hired, a } } }
certificate x-ects     { credits 9 ECTS develops works requires { all of { b, c } } }
)", "credits 1 ECTS = 15 hours");
  // Where only a gate is to be met, nothing is to be taken in whatever unit.
  EXPECT_EQ(told(it, rung::nearest(it.table(), it.holdings({}), {})), "waits 0, more-ects 8, in-ects 9, x-ects 17, in-credits 1");
}

TEST(NearestAwards, FeesInAnotherCurrencyComeAfter) {
  const SmallFramework it(R"(
competency works
competency leads
competency joins
course a { credits 1 fee 100 CAD }
course b { credits 1 fee 200 CAD }
course c { credits 1 fee 1 USD }
certificate cheap { develops works requires { a } }
certificate dear { develops leads requires { b } }
certificate abroad { develops joins requires { c } }
)");
  const rung::Nearest answer = rung::nearest(it.table(), it.holdings({}), {.by = rung::Cost::fee});
  EXPECT_EQ(told(it, answer, rung::Cost::fee), "cheap 100, dear 200, abroad 1");
  EXPECT_EQ(it.table().text(it.table().currencies()[answer.currency]), "CAD");
}

TEST(NearestAwards, SaysWhatMightBeEarnedAlready) {
  // Whether the grade is enough nobody knows; taking a again would show it.
  const SmallFramework it(R"(
competency works
course a { credits 1 }
certificate award { develops works requires { a at 60% } }
)");
  const rung::Nearest answer = rung::nearest(it.table(), it.holdings({held("a")}), {});
  EXPECT_EQ(told(it, answer), "award 1");
  ASSERT_EQ(answer.nearest[0].in_doubt.size(), 1u);
  EXPECT_EQ(answer.nearest[0].in_doubt[0].what, "grade");
}

// One course is counted in one part and brought along by a certificate in another: it adds up twice and is paid for once, so that neither award is farther than the other.
TEST(NearestAwards, WhatPartsShareIsPaidForOnce) {
  const SmallFramework it(R"(
competency works competency leads
course a { credits 1 }
course b { credits 1 }
certificate half { develops works requires { a } }
certificate full {
  develops leads
  requires {
    first: half
    second: a
    third: b
    at least 3 credits
    may share first, second
  }
}
)");
  EXPECT_EQ(it.best_path("full", {held("b")}), "a (1 credits, 0 weeks)");
  const rung::Nearest answer = rung::nearest(it.table(), it.holdings({held("b")}), {.by = rung::Cost::count, .k = 1});
  ASSERT_EQ(answer.nearest.size(), 1u);
  EXPECT_EQ(answer.nearest[0].award, it.id("full"));   // both are one course away, and this is the first by name
}

TEST(NearestAwards, TheWorkLimitIsSaid) {
  const SmallFramework it(college);
  const rung::Nearest nothing = rung::nearest(it.table(), it.holdings({}), {.limit = {0}});
  EXPECT_FALSE(nothing.complete);
  EXPECT_TRUE(nothing.nearest.empty());
  // Whatever the limit, what is said to be complete is what is said without one.
  const std::string whole = told(it, rung::nearest(it.table(), it.holdings({}), {}));
  bool ever_cut = false;
  for (const std::uint64_t steps : {1, 5, 10, 20, 50, 100, 1000, 100'000}) {
    const rung::Nearest some = rung::nearest(it.table(), it.holdings({}), {.limit = {steps}});
    ever_cut = ever_cut || !some.complete;
    if (some.complete) {
      EXPECT_EQ(told(it, some), whole) << steps;
    }
    for (const rung::NearAward& one : some.nearest) EXPECT_TRUE(one.proven || !some.complete) << steps;
  }
  EXPECT_TRUE(ever_cut);
}

TEST(NearestAwards, ATableWithoutAwards) {
  const SmallFramework it("course a { credits 1 }\n", "");
  const rung::Nearest answer = rung::nearest(it.table(), it.holdings({}), {});
  EXPECT_TRUE(answer.complete);
  EXPECT_TRUE(answer.nearest.empty());
}

}  // namespace
