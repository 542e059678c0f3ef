// Ways of which only some orders lead to the award, or none does though all that is taken together would.
#include <gtest/gtest.h>

#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::SmallFramework;

// Each way as its steps, in the order in which they are told.
std::vector<std::string> ways(const SmallFramework& it, const std::string& award, rung::Cost by = rung::Cost::count) {
  const rung::Paths answer = rung::paths(it.table(), it.holdings({}), {it.id(award), by, 9, true, {}});
  EXPECT_TRUE(answer.proven);
  EXPECT_TRUE(answer.complete);
  std::vector<std::string> out;
  for (const rung::Path& path : answer.paths) {
    out.emplace_back();
    for (const rung::Step& step : path.steps) out.back() += (out.back().empty() ? "" : " ") + it.short_name(step.credential);
    if (by == rung::Cost::weeks) out.back() += ": " + std::to_string(path.cost.weeks / 1'000'000);
  }
  return out;
}
using Ways = std::vector<std::string>;

TEST(PathsInOrder, EarnAnAwardBeforeTheyTakeWhatItsHoldersAreRefusedFor) {
  const SmallFramework it(R"(
competency k
course a { credits 1 }
course b { credits 1 }
course x { credits 1 }
course y { credits 1 prerequisite x }
certificate before { entitles to "more" requires { a } withheld from holders of { x } }
certificate never { entitles to "more" requires { b, x } withheld from holders of { x } }
certificate late { entitles to "more" requires { y } withheld from holders of { x } }
certificate first { entitles to "more" requires { x, p: any of { before, never } } }
certificate second { entitles to "more" requires { never, a } }
certificate third { entitles to "more" requires { late } }
certificate fourth { entitles to "more" requires { y, before } }
certificate fifth { entitles to "more" requires { b, p: any of { never, a } } prerequisite any of { late, b } }
)", "grades percent", rung::diagnostics::Kind::unattainable);   // as never and late are
  EXPECT_EQ(ways(it, "first"), Ways{"a x"});
  EXPECT_EQ(ways(it, "second"), Ways{});
  EXPECT_EQ(ways(it, "third"), Ways{});
  EXPECT_EQ(ways(it, "fourth"), Ways{"a x y"});
  EXPECT_EQ(ways(it, "fifth"), Ways{"a b"});
}

TEST(PathsInOrder, TellSuchAnOrderAlsoWhenTheAwardTakesTime) {
  const SmallFramework it(R"(
competency k
course a { workload 1 hours over 3 weeks }
course x { workload 1 hours over 5 weeks }
certificate before { entitles to "more" workload 1 hours over 2 weeks requires { a } withheld from holders of { x } }
certificate award { entitles to "more" requires { x, before } }
)");
  EXPECT_EQ(ways(it, "award", rung::Cost::weeks), Ways{"a x: 10"});   // three, two until it is had, and five
}

TEST(PathsInOrder, OneAtATimeFollowEachOther) {
  const SmallFramework it(R"(
competency k
course x { workload 1 hours over 4 weeks }
course y { workload 1 hours over 3 weeks }
course z { workload 1 hours over 5 weeks }
certificate award { entitles to "more" requires { first: x, second: any of { y, z } after first, other: any of { y, z }, one at a time } }
certificate beside { entitles to "more" requires { first: x, second: any of { y, z } after first, other: any of { y, z } } }
)");
  EXPECT_EQ(ways(it, "award", rung::Cost::weeks).size(), 1u);
  EXPECT_TRUE(ways(it, "award", rung::Cost::weeks).front().ends_with(": 12"));   // four, three and five, in whichever order
  EXPECT_TRUE(ways(it, "beside", rung::Cost::weeks).front().ends_with(": 7"));   // z beside x, and y after it
}

TEST(PathsInOrder, AreNotAskedForMoreThanTheirHoldersWillBe) {
  const SmallFramework it(R"(
competency k
course a { credits 1 }
course b { credits 1 }
course x { credits 1 }
course y { credits 1 prerequisite any of { x, b } }
certificate inner { entitles to "more" requires { p: a, q: b only for holders of { x } } }
certificate before { entitles to "more" requires { x, inner } }
certificate after { entitles to "more" requires { y, p: inner, q: x } prerequisite inner }
)");
  EXPECT_EQ(ways(it, "before"), Ways{"a x"});
  EXPECT_EQ(ways(it, "after"), Ways{"a x y"});
}

TEST(PathsInOrder, MeetAfterAndPrerequisitesTogether) {
  const SmallFramework it(R"(
competency k
course a { credits 1 }
course needs-a { credits 1 prerequisite a }
course b { credits 1 }
certificate inner { entitles to "more" requires { needs-a } }
certificate never { entitles to "more" requires { core: needs-a last: a after core } }
certificate other { entitles to "more" requires { core: any of { needs-a, b } last: a after core } }
certificate through { entitles to "more" requires { core: inner last: a after core } }
certificate both { entitles to "more" requires { core: all of { a, needs-a } last: all of { a, needs-a } after core may share core, last } }
certificate at-once { entitles to "more" requires { core: all of { a, b } last: all of { a, b } after core may share core, last } }
)");
  EXPECT_EQ(ways(it, "never"), Ways{});
  EXPECT_EQ(ways(it, "other"), Ways{"b a"});
  EXPECT_EQ(ways(it, "through"), Ways{});
  EXPECT_EQ(ways(it, "both"), Ways{});     // one day, and one before the other
  EXPECT_EQ(ways(it, "at-once"), Ways{"a b"});
}

TEST(PathsInOrder, TakeNoLongerThanSomeChoiceOfPartsDoes) {
  // `slow` for the first part would have `quick` wait for it; and what is needed for something else begins at once.
  const SmallFramework it(R"(
competency k
course quick { workload 1 hours over 1 weeks }
course slow { workload 1 hours over 9 weeks }
course next { workload 1 hours over 4 weeks prerequisite quick }
certificate award { entitles to "more" requires { core: any of { quick, slow } last: any of { quick, slow } after core } }
certificate longer { entitles to "more" requires { core: any of { quick, slow } last: any of { quick, slow } after core more: next } }
certificate several { entitles to "more" requires { core: any of { quick, slow, next } last: any of { slow, next } after core } }
)");
  EXPECT_EQ(ways(it, "award", rung::Cost::weeks), Ways{"quick slow: 10"});
  EXPECT_EQ(ways(it, "longer", rung::Cost::weeks), Ways{"quick next slow: 10"});
  EXPECT_EQ(ways(it, "several", rung::Cost::weeks), (Ways{"quick next: 5", "quick slow: 10"}));
}

TEST(PathsInOrder, SayThatAnOrderWasNotLookedForToTheEnd) {
  // Any of twelve first, any of twelve last, and a pair of which each has to come before the other.
  std::string text = "competency k\ncourse a { credits 1 }\ncourse needs-a { credits 1 prerequisite a }\n", all;
  for (int i = 0; i < 12; ++i) {
    text += "course c" + std::to_string(i) + " { credits 1 }\n";
    all += (i == 0 ? "c" : ", c") + std::to_string(i);
  }
  text += "certificate award { develops k requires { core: needs-a last: a after core one: 6 of { " + all + " } two: 6 of { " + all + " } after one } }\n";
  const SmallFramework it(text);
  const rung::Paths answer = rung::paths(it.table(), it.holdings({}), {it.id("award"), rung::Cost::count, 1, true, {20'000}});
  EXPECT_TRUE(answer.paths.empty());
  EXPECT_FALSE(answer.proven);
  EXPECT_LE(answer.bound, 14'000'000);
  EXPECT_FALSE(answer.complete);
}

// What nobody could tell afterwards is no way to it.
TEST(PathsInOrder, RestOnNothingThatEarnedCouldNotTell) {
  const SmallFramework it(R"(
competency k
institution elm institution oak
course a { issued by elm credits 1 }
course b { issued by elm credits 1 }
course one { issued by oak credits 1 }
course both { issued by oak credits 1 }
certificate inner { issued by oak entitles to "more" requires { a } }
certificate stated { issued by oak entitles to "more" awarded for mastery requires { a } }
certificate graded { issued by oak entitles to "more" requires { both at 70% } }
certificate graded-alone { issued by oak entitles to "more" requires { one at 70% } }
certificate ungraded { issued by oak entitles to "more" requires { both } }
certificate mastered { issued by oak entitles to "more" requires { one to mastery } }
certificate by-award { issued by oak entitles to "more" requires { inner to mastery } }
certificate by-stated { issued by oak entitles to "more" requires { stated to mastery } }
agreement ab "A" { from elm to oak all of { a, b } counts as both a counts as one }
)");
  EXPECT_EQ(ways(it, "graded"), Ways{"both"});
  EXPECT_EQ(ways(it, "graded-alone"), (Ways{"a", "one"}));
  EXPECT_EQ(ways(it, "ungraded"), (Ways{"both", "a b"}));
  EXPECT_EQ(ways(it, "mastered"), Ways{"one"});
  EXPECT_EQ(ways(it, "by-award"), Ways{"a"});   // of which no achievement is asked
  EXPECT_EQ(ways(it, "by-stated"), Ways{"a"});
}

}  // namespace
