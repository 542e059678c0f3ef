// What nobody stated of something that is counted: met whatever it is, unmet whatever it is, or not to be told (docs/meaning.md, "Conditions on the whole rule"). Which of two
// credentials comes first by its name decides nothing: each answer is asked for under both.
#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::held;
using rung::testing::Says;
using rung::testing::SmallFramework;

struct Two {
  std::string known, silent;               // the silent one states less
};
class OfTwo : public testing::TestWithParam<Two> {
 protected:
  // Both are counted in `t`, on this condition. `silent`: what the silent one states.
  SmallFramework framework(const std::string& condition, const std::string& silent = "issued by i", const std::string& grades = "grades percent") const {
    return SmallFramework("institution i\ninstitution j\ncompetency c\ncourse " + known + " { issued by i credits 3 tags one }\ncourse " + this->silent + " { " + silent +
                              " }\ncertificate other { develops c requires { any of { " + known + ", " + this->silent + " } } }\ncertificate t { develops c requires {\n all of { " + known + ", " + this->silent + " }\n " +
                              condition + "\n} }\n",
                          grades);
  }
  std::string earned(const SmallFramework& f, const Says& of_known, const Says& of_silent) const { return f.earned("t", {held(known, of_known), held(silent, of_silent)}); }
  const std::string known = GetParam().known, silent = GetParam().silent;
  const std::string grade = "cannot tell: grade of " + silent, credits = "cannot tell: credits of " + silent;
  const Says prior{.by = "prior-learning"};
};
INSTANTIATE_TEST_SUITE_P(NamedEitherWay, OfTwo, testing::Values(Two{"a", "u"}, Two{"u", "a"}), [](const auto& of) { return of.param.known + of.param.silent; });

TEST_P(OfTwo, AGradeThatNobodyStated) {
  for (const std::string average : {"average of at least 66%", "unweighted average of at least 66%"}) {
    const SmallFramework f = framework(average, "credits 3");
    EXPECT_EQ(earned(f, {.grade = "60%"}, {}), grade) << average;            // 72 % would do
    EXPECT_EQ(earned(f, {.grade = "60%"}, {.grade = "72%"}), "yes") << average;
    EXPECT_EQ(earned(f, {.grade = "20%"}, {}), "no") << average;             // with 100 % it is 60 %
  }
  const SmallFramework points = framework("average of at least 2.5", "credits 3", "grades A = 4, B = 3, C = 2, D = 1");
  EXPECT_EQ(earned(points, {.grade = "D"}, {}), grade);                      // with an A it is 2.5
  EXPECT_EQ(earned(points, {.grade = "D"}, {.grade = "A"}), "yes");
  EXPECT_EQ(earned(points, {.grade = "D"}, {.grade = "B"}), "no");
}

TEST_P(OfTwo, AnAverageOfWeightsThatNobodyStated) {
  const SmallFramework f = framework("average of at least 66%");
  EXPECT_EQ(earned(f, {.grade = "60%"}, {.grade = "90%"}), credits);         // one credit would do
  EXPECT_EQ(earned(f, {.grade = "90%"}, {.grade = "60%"}), credits);         // a hundred credits would not
  EXPECT_EQ(earned(f, {.grade = "70%"}, {.grade = "90%"}), "yes");
  EXPECT_EQ(earned(f, {.grade = "60%"}, {.grade = "50%"}), "no");
  EXPECT_EQ(framework("unweighted average of at least 66%").earned("t", {held(known, {.grade = "60%"}), held(silent, {.grade = "72%"})}), "yes");
}

TEST_P(OfTwo, AtMostAShare) {
  const SmallFramework half = framework("at most 50% of credits by prior learning");
  EXPECT_EQ(earned(half, prior, {}), credits);                               // 3 of 6 would do, 3 of 5 would not
  EXPECT_EQ(earned(half, {}, prior), credits);
  EXPECT_EQ(earned(half, prior, prior), "no");                               // all of it is by prior learning, however much that is
  EXPECT_EQ(earned(half, {}, {}), "yes");                                    // nothing is at most half of anything
  EXPECT_EQ(half.best_path("t", {}), std::min(known, silent) + " " + std::max(known, silent) + " (3 credits, 0 weeks)");
  EXPECT_EQ(earned(framework("at most 50% of credits by transfer"), {.by = "transfer"}, {}), credits);
  EXPECT_EQ(earned(framework("at most 50% of credits ungraded"), {.by = "ungraded"}, {}), credits);
  EXPECT_EQ(earned(framework("at most 50% of credits from { " + known + " }"), {}, {}), credits);
  EXPECT_EQ(earned(framework("at most 50% of credits from { " + silent + " }"), {}, {}), credits);
  EXPECT_EQ(earned(framework("at most the larger of 50% of credits and 1 credit by prior learning"), prior, {}), credits);
  EXPECT_EQ(earned(framework("at most the larger of 50% of credits and 3 credits by prior learning"), prior, {}), "yes");
  EXPECT_EQ(earned(framework("at most the smaller of 50% of credits and 1 credit by prior learning"), prior, {}), "no");
}

TEST_P(OfTwo, AtLeastAShare) {
  EXPECT_EQ(earned(framework("at least 50% of credits from i"), {}, {}), "yes");
  EXPECT_EQ(earned(framework("at least 100% of credits from i"), {}, {}), "yes");
  EXPECT_EQ(earned(framework("at least 50% of credits from i, rounded up to whole credits"), {}, {}), "yes");
  EXPECT_EQ(earned(framework("at least 100% of credits from i, rounded up to whole credits"), {}, {}), credits);   // 3.5 of 4 would not do
  EXPECT_EQ(earned(framework("at least 50% of credits from i", "issued by j"), {}, {}), credits);
  EXPECT_EQ(earned(framework("at least 50% of credits from j", "issued by j"), {}, {}), credits);
  EXPECT_EQ(earned(framework("at least the smaller of 50% of credits and 3 credits from i", "issued by j"), {}, {}), "yes");
}

TEST_P(OfTwo, AtMostSoMuchOfWhatHasSomethingInCommon) {
  EXPECT_EQ(earned(framework("at most 3 credits per tag"), {}, {}), "yes");  // it has none
  EXPECT_EQ(earned(framework("at most 3 credits per tag", "tags one"), {}, {}), credits);
  EXPECT_EQ(earned(framework("at most 3 credits per tag", "tags two"), {}, {}), credits);
}

TEST_P(OfTwo, NewLearning) {
  rung::Holding other = held("other");
  const auto with_other = [&](const SmallFramework& f, const std::string& awarded_for) {
    other.counted = {"f." + awarded_for};
    return f.earned("t", {held(known), held(silent), other});
  };
  const SmallFramework all = framework("at least 100% of credits by new learning"), half = framework("at least 50% of credits by new learning");
  EXPECT_EQ(earned(all, {}, {}), "yes");
  EXPECT_EQ(all.best_path("t", {}), std::min(known, silent) + " " + std::max(known, silent) + " (3 credits, 0 weeks)");
  EXPECT_EQ(with_other(all, known), "no");                                   // 3 credits are not new, however many are
  EXPECT_EQ(with_other(half, known), credits);                               // 3 of 6 would do
  EXPECT_EQ(with_other(half, silent), credits);
}

// What no record can state of an award that is not conferred is not asked of it: else a way would end where nothing is left to take and nothing is earned.
TEST(Unstated, AnAchievementIsNotAskedOfAnAwardThatStatesNone) {
  const auto framework = [](const std::string& award) {
    return SmallFramework("competency c\ncourse p { credits 3 awarded for mastery }\ncertificate s { " + award + " develops c requires { p } }\ncertificate t { entitles to \"work\" requires { s\n nothing awarded for participation } }\n");
  };
  const SmallFramework silent = framework(""), mastered = framework("awarded for mastery");
  EXPECT_EQ(silent.earned("t", {held("p")}), "yes");
  EXPECT_EQ(silent.best_path("t", {held("p")}), "(0 credits, 0 weeks)");
  EXPECT_EQ(silent.best_path("t", {}), "p (3 credits, 0 weeks)");
  EXPECT_EQ(silent.earned("t", {held("s")}), "cannot tell: achievement of s");   // a conferral could say it
  EXPECT_EQ(mastered.earned("t", {held("p")}), "yes");
}

// What is from elsewhere comes before the last credits only if it has any.
TEST_P(OfTwo, TheLastCredits) {
  const SmallFramework f = framework("the last 6 credits from i", "issued by j");
  const Says day{.awarded = "2026-05-01"};
  EXPECT_EQ(earned(f, day, day), credits);
  EXPECT_EQ(earned(framework("the last 3 credits from i", "issued by j"), day, day), "yes");
  EXPECT_EQ(earned(framework("the last 3 credits from j", "issued by j"), day, day), credits);
}

// A way is known only where what is counted is known to be enough; where none is, the answer says what would have to be stated.
TEST_P(OfTwo, NoWayIsKnownWithoutTheCredits) {
  const SmallFramework f("competency c\ncourse " + known + " { credits 3 }\ncourse " + silent + " { }\ncertificate t { develops c requires { at least 6 credits from { " + known + ", " + silent + " } } }\n");
  for (const auto& held_already : {std::vector<rung::Holding>{}, {held(silent)}, {held(known), held(silent)}}) {
    rung::PathsQuestion question;
    question.award = f.id("t");
    const rung::Paths answer = rung::paths(f.table(), f.holdings(held_already), question);
    EXPECT_TRUE(answer.paths.empty());
    ASSERT_EQ(answer.statements.size(), 1u);
    EXPECT_EQ(answer.statements[0].credential, f.id(silent));
    EXPECT_EQ(answer.statements[0].what, "credits");
  }
  const SmallFramework enough("competency c\ncourse " + known + " { credits 6 }\ncourse " + silent + " { }\ncertificate t { develops c requires { at least 6 credits from { " + known + ", " + silent + " } } }\n");
  EXPECT_EQ(enough.best_path("t", {}), known + " (6 credits, 0 weeks)");
}

}  // namespace
