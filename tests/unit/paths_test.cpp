// Ways to an award that can be found on paper, each of a kind that was once overlooked.
#include <gtest/gtest.h>

#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::held;
using rung::testing::SmallFramework;

TEST(Paths, ToWhatIsHadAlreadyAreEmpty) {
  // `inner` has a fee of its own, and `cheap` would do in its place: but `outer` is earned, so nobody has to take anything.
  const SmallFramework it(R"(
competency works
competency leads
course a { credits 1 }
course cheap { credits 1 fee 10 CAD }
certificate inner { fee 100 CAD develops leads requires { a } }
certificate outer { develops works requires { any of { inner, cheap } } }
)");
  for (const bool gates : {false, true}) {
    const rung::Paths answer = rung::paths(it.table(), it.holdings({held("a")}), {it.id("outer"), rung::Cost::fee, 3, gates, {}});
    ASSERT_EQ(answer.paths.size(), 1u);
    EXPECT_TRUE(answer.paths[0].steps.empty());
    EXPECT_TRUE(answer.complete);
    ASSERT_EQ(answer.paths[0].cost.fees.size(), 1u);
    EXPECT_EQ(answer.paths[0].cost.fees[0].second, 100'000'000);   // that of `inner`, which nobody has conferred yet
  }
  EXPECT_EQ(it.best_path("outer", {}, {}, rung::Cost::fee), "cheap (1 credits, 0 weeks)");
}

TEST(Paths, SayWhichAgreementsTheyRestOn) {
  const SmallFramework it(R"(
competency k
competency l
institution elm institution oak
course x { issued by elm credits 1 }
course y { issued by oak credits 3 }
course z { issued by elm credits 1 }
course w { issued by oak credits 3 prerequisite y }
certificate award { issued by oak develops k requires { core: y } }
certificate plain { issued by oak develops l requires { core: w } }
agreement ab "A" { from elm to oak x counts as y }
)");
  const rung::Paths counted = rung::paths(it.table(), it.holdings({}), {it.id("award"), rung::Cost::credits, 2, true, {}});
  ASSERT_EQ(counted.paths.size(), 2u);       // x, and y itself
  EXPECT_EQ(counted.paths[0].steps[0].credential, it.id("x"));
  EXPECT_EQ(counted.paths[0].recognised, std::vector<std::uint32_t>{0});
  EXPECT_TRUE(counted.paths[1].recognised.empty());
  const rung::Paths before = rung::paths(it.table(), it.holdings({}), {it.id("plain"), rung::Cost::credits, 1, true, {}});
  ASSERT_EQ(before.paths.size(), 1u);
  EXPECT_EQ(before.paths[0].recognised, std::vector<std::uint32_t>{0});   // as a prerequisite
  const rung::Paths had = rung::paths(it.table(), it.holdings({held("x")}), {it.id("award"), rung::Cost::credits, 1, true, {}});
  EXPECT_TRUE(had.paths.at(0).steps.empty());
  EXPECT_EQ(had.paths[0].recognised, std::vector<std::uint32_t>{0});
}

TEST(Paths, ByACostThatIsNamedAgainAreThoseByIt) {
  const SmallFramework it(R"(
competency k
course a { credits 1 fee 2 CAD }
course b { credits 2 fee 1 CAD }
certificate award { develops k requires { any of { a, b } } }
)");
  rung::PathsQuestion question{it.id("award"), rung::Cost::fee, 3, true, {}};
  question.then.assign(9, rung::Cost::fee);   // more than there are costs
  question.then.push_back(rung::Cost::credits);
  const rung::Paths answer = rung::paths(it.table(), it.holdings({}), question);
  ASSERT_EQ(answer.paths.size(), 2u);
  EXPECT_EQ(answer.paths[0].steps[0].credential, it.id("b"));
}

struct Told {
  std::int64_t fee, weeks;                 // dollars, weeks
  std::vector<std::uint32_t> earns;
};

Told best_by(const SmallFramework& it, std::vector<rung::Cost> by) {
  rung::PathsQuestion question{it.id("award"), by[0], 1, true, {}};
  question.then.assign(by.begin() + 1, by.end());
  const rung::Paths answer = rung::paths(it.table(), it.holdings({}), question);
  if (answer.paths.size() != 1) return {};
  const rung::Path& path = answer.paths[0];
  return {path.cost.fees.empty() ? 0 : path.cost.fees[0].second / 1'000'000, path.cost.weeks / 1'000'000, path.earns};
}

// `b` begins when `badge` or `slow` is had. Through the badge, which `a` alone earns: a from 0 to 2, b from 2 to 5, slow from 0 to 10. Without it b is taken from 10 to 13.
constexpr const char* a_shorter_way = R"(
competency k
course a { fee 10 CAD workload 2 weeks }
course slow { fee 10 CAD workload 10 weeks }
course b { fee 10 CAD workload 3 weeks prerequisite any of { badge, slow } }
)";

TEST(Paths, GoThroughAnAwardThatCostsNothingAndSavesTime) {
  const SmallFramework it(std::string(a_shorter_way) + "certificate badge { develops k requires { a } }\ncertificate award { develops k requires { a, b, slow } }\n");
  for (const auto& by : std::vector<std::vector<rung::Cost>>{{rung::Cost::fee, rung::Cost::weeks}, {rung::Cost::weeks, rung::Cost::fee}, {rung::Cost::weeks}}) {
    const Told best = best_by(it, by);
    EXPECT_EQ(best.fee, 30);
    EXPECT_EQ(best.weeks, 10);
    EXPECT_EQ(best.earns, (std::vector{it.id("award"), it.id("badge")}));
  }
  // Who asks for the fee alone is told of no award that is not needed for it.
  EXPECT_EQ(best_by(it, {rung::Cost::fee}).earns, (std::vector{it.id("award")}));
  EXPECT_EQ(best_by(it, {rung::Cost::fee}).weeks, 13);
}

TEST(Paths, AreTheSoonestOfTheCheapestAndTheCheapestOfTheSoonest) {
  const SmallFramework it(std::string(a_shorter_way) + "certificate badge { fee 5 CAD develops k requires { a } }\ncertificate award { develops k requires { a, b, slow } }\n");
  const Told cheapest = best_by(it, {rung::Cost::fee, rung::Cost::weeks});
  EXPECT_EQ(cheapest.fee, 30);
  EXPECT_EQ(cheapest.weeks, 13);
  const Told soonest = best_by(it, {rung::Cost::weeks, rung::Cost::fee});
  EXPECT_EQ(soonest.fee, 35);
  EXPECT_EQ(soonest.weeks, 10);
}

TEST(Paths, GoThroughTheSoonestOfAwardsThatCostTheSame) {
  // Either will do. `apt` is had after 2 weeks, `late` after 10 and 4 of its own; `slow` takes 10 in any case.
  const SmallFramework it(R"(
competency k
competency works
course a { fee 10 CAD workload 2 weeks }
course slow { fee 10 CAD workload 10 weeks }
certificate apt { fee 5 CAD develops k requires { a } }
certificate late { fee 5 CAD workload 4 weeks develops k requires { slow } }
certificate award { develops works requires { own: any of { apt, late }  core: all of { a, slow }  may share own, core } }
)");
  const Told best = best_by(it, {rung::Cost::fee, rung::Cost::weeks});
  EXPECT_EQ(best.fee, 25);
  EXPECT_EQ(best.weeks, 10);
  EXPECT_EQ(best.earns, (std::vector{it.id("apt"), it.id("award")}));
}

TEST(Paths, AreACompromiseWhenOneThingMoreSavesTime) {
  // Without `a`, b is taken from 3 to 6; with it from 1 to 4.
  const SmallFramework it(R"(
competency k
course a { fee 10 CAD workload 1 weeks }
course slow { fee 10 CAD workload 3 weeks }
course b { fee 10 CAD workload 3 weeks prerequisite any of { a, slow } }
certificate award { develops k requires { b, slow } }
)");
  rung::PathsQuestion question{it.id("award"), rung::Cost::fee, 9, true, {}};
  question.then = {rung::Cost::weeks};
  question.compromises = true;
  const rung::Paths answer = rung::paths(it.table(), it.holdings({}), question);
  ASSERT_EQ(answer.paths.size(), 2u);
  EXPECT_TRUE(answer.complete);
  EXPECT_EQ(answer.paths[0].steps.size(), 2u);
  EXPECT_EQ(answer.paths[0].cost.weeks, 6'000'000);
  EXPECT_EQ(answer.paths[1].steps.size(), 3u);
  EXPECT_EQ(answer.paths[1].cost.weeks, 4'000'000);
  EXPECT_EQ(answer.paths[1].cost.fees[0].second, 30'000'000);
}

TEST(Paths, CountOnARetakeOfOneOfSeveralSources) {
  const SmallFramework it(R"(
institution elm
institution oak
competency works
course x { issued by elm credits 1 }
course y { issued by elm credits 1 }
course whole { issued by oak credits 3 }
certificate award { issued by oak develops works requires { core: whole, nothing older than 12 months } }
agreement a { from elm to oak all of { x, y } counts as whole }
)");
  const std::vector<rung::Holding> old = {held("x", {.awarded = "2019-01-15"}), held("y", {.awarded = "2020-01-15"})};
  EXPECT_EQ(it.earned("award", old), "no");
  EXPECT_EQ(it.best_path("award", old), "x (1 credits, 0 weeks)");   // what is taken is the last of all, so the whole is new
}

TEST(Paths, SeeThroughAwardsThatAreEarnedAlready) {
  // `mid` and `inner` are earned, in this order; `more` is counted in `inner` and so within `mid`.
  const SmallFramework it(R"(
competency works
competency leads
competency joins
course a { credits 2 }
course b { credits 1 }
course more { credits 3 }
certificate inner { develops leads requires { at least 1 credits from { b, more } } }
certificate mid { develops joins requires { at least 2 credits from { a, inner } } }
certificate outer { develops works requires { at least 6 credits from { mid } } }
)");
  EXPECT_EQ(it.earned("outer", {held("a"), held("b")}), "no");
  EXPECT_EQ(it.best_path("outer", {held("a"), held("b")}), "more (3 credits, 0 weeks)");
}

TEST(Paths, MeetNoPrerequisiteByTheCredentialItself) {
  // `whole` is earned and stands on `hard`, which alone shows what `hard` asks for: that is no way to take it again.
  const SmallFramework it(R"(
competency basics
competency works
competency leads
course easy { credits 1 develops basics }
course hard { credits 1 develops works prerequisite competencies all of { basics, works } }
certificate whole { develops basics, leads requires { all of { easy, hard } } }
certificate award { develops leads requires { hard at 70% } }
)");
  EXPECT_EQ(it.best_path("award", {held("easy", {.grade = "60%"}), held("hard", {.grade = "60%"})}), "none");
}

TEST(Paths, EarnAnAwardOnceThoughItsPrerequisitesAreMetTwice) {
  // `award` waits for `second`; `inner`, which it names too, comes after it. The fee of 100 is paid once.
  const SmallFramework it(R"(
competency works
competency leads
course first { credits 2 }
course second { credits 3 fee 20 CAD }
certificate inner { develops works requires { second } }
certificate award { develops leads fee 100 CAD prerequisite any of { second, inner } requires { first } }
)");
  rung::PathsQuestion question;
  question.award = it.id("award");
  question.by = rung::Cost::fee;
  const rung::Paths answer = rung::paths(it.table(), it.holdings({held("first")}), question);
  ASSERT_EQ(answer.paths.size(), 1u);
  EXPECT_TRUE(answer.proven);
  EXPECT_EQ(answer.paths[0].cost.fees[0].second, 120'000'000);
  EXPECT_EQ(answer.paths[0].earns.size(), 1u);
}

TEST(Paths, TakeNoLongerForAnAwardThatCannotBeCounted) {
  // `mid` stands on `base`, which the other part of `whole` counts: it is no way round `last`, which comes after 2 + 2 weeks and takes 2.
  const SmallFramework it(R"(
competency works
competency leads
course base { credits 1 fee 0 CAD workload 20 hours over 2 weeks }
course aside { credits 1 fee 10 CAD workload 30 hours over 5 weeks }
course next { credits 1 fee 0 CAD workload 40 hours over 2 weeks prerequisite base }
course last { credits 1 fee 50 CAD workload 40 hours over 2 weeks prerequisite next }
certificate mid { develops works prerequisite any of { next, aside } requires { base } }
certificate whole { develops leads requires { p0: any of { last, mid } p1: base } }
)");
  rung::PathsQuestion question;
  question.award = it.id("whole");
  question.by = rung::Cost::weeks;
  const rung::Paths answer = rung::paths(it.table(), it.holdings({}), question);
  ASSERT_EQ(answer.paths.size(), 1u);
  EXPECT_EQ(answer.paths[0].steps.size(), 3u);
  EXPECT_EQ(answer.paths[0].cost.weeks, 6'000'000);
}

}  // namespace
