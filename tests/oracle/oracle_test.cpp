// The oracle itself, on examples small enough to be worked out on paper.
#include <gtest/gtest.h>

#include "tests/oracle/paths.hpp"

namespace oracle {
namespace {

Requirement members(Many many, int need, std::vector<int> of) {
  Requirement out;
  out.form = Form::members;
  out.many = many;
  out.need = need;
  out.of = std::move(of);
  return out;
}

Requirement named(std::string name, Requirement part) {
  part.name = std::move(name);
  return part;
}

Credential course(long credits) {
  Credential out;
  out.credits = credits;
  return out;
}

Credential award(std::vector<Requirement> parts) {
  Credential out;
  out.rule = Requirement{};
  out.rule->parts = std::move(parts);
  return out;
}

Learner holding(const std::vector<int>& all) {
  Learner out;
  for (const int one : all) out.holdings.push_back({one});
  return out;
}

// 0 and 1 are courses; 2 asks for one of them twice over, 3 for 2 and 0.
Framework nested() {
  Framework out;
  out.credentials = {course(300), course(200), award({named("p", members(Many::exactly, 1, {0, 1}))}),
                     award({named("p", members(Many::all, 1, {2})), named("q", members(Many::all, 1, {0}))})};
  return out;
}

TEST(Oracle, CountsEachGroundCredentialOnce) {
  const Framework framework = nested();
  EXPECT_EQ(earned_by_rule(framework, holding({0})), (std::set<int>{2}));        // 0 came along with 2, so it is not there for q
  EXPECT_EQ(earned_by_rule(framework, holding({0, 1})), (std::set<int>{2, 3}));  // 2 stands on 1
}

TEST(Oracle, SharesOnlyWhereARuleSaysSo) {
  Framework framework;
  framework.credentials = {course(100), award({named("p", members(Many::all, 1, {0})), named("q", members(Many::all, 1, {0}))})};
  EXPECT_EQ(earned_by_rule(framework, holding({0})), (std::set<int>{}));
  Condition share{Limit::may_share};
  share.parts = {"p", "q"};
  framework.credentials[1].conditions = {share};
  EXPECT_EQ(earned_by_rule(framework, holding({0})), (std::set<int>{1}));
}

TEST(Oracle, RoundsTheThresholdOfAShare) {
  // 3 of 5 credits are from issuer 1; half of 5 is 2.5, and 75 % is 3.75.
  Framework framework;
  framework.credentials = {course(200), course(300), award({members(Many::all, 2, {0, 1})})};
  framework.credentials[1].issuer = 1;
  const auto holds_with = [&](long percent, Rounding rounding) {
    Condition share{Limit::share, percent};
    share.issuer = 1;
    share.rounding = rounding;
    framework.credentials[2].conditions = {share};
    return !earned_by_rule(framework, holding({0, 1})).empty();
  };
  EXPECT_TRUE(holds_with(50, Rounding::up));
  EXPECT_TRUE(holds_with(60, Rounding::exact));
  EXPECT_FALSE(holds_with(61, Rounding::exact));
  EXPECT_FALSE(holds_with(75, Rounding::up));
  EXPECT_FALSE(holds_with(75, Rounding::nearest));
  EXPECT_TRUE(holds_with(75, Rounding::down));
}

TEST(Oracle, SaysHowFarTheBestChoiceGets) {
  const Framework framework = nested();
  const Learner learner = holding({0});
  World world{framework, learner};
  earn(world);
  const Best best = best_choice(world, 3);
  EXPECT_EQ(best.shortfall, (Shortfall{1, 0, 1}));
  EXPECT_EQ(best.choices, (std::set<Places>{{{2, {1}}}, {{0, {2}}}}));
}

TEST(Oracle, FindsPathsThatDoNotContainOneAnother) {
  Framework framework = nested();
  framework.credentials[0].prerequisite = members(Many::all, 1, {1});
  const Paths two = paths(framework, {}, 2, Cost::credits, 3, true);
  ASSERT_EQ(two.paths.size(), 1u);   // 0 can only be taken after 1, and 1 alone does
  EXPECT_EQ(two.paths[0].take, (std::set<int>{1}));
  EXPECT_EQ(two.paths[0].cost, 200);
  EXPECT_TRUE(two.complete);
  const Paths three = paths(framework, holding({1}), 3, Cost::count, 1, true);
  ASSERT_EQ(three.paths.size(), 1u);
  EXPECT_EQ(three.paths[0].take, (std::set<int>{0}));
}

TEST(Oracle, TakesTheLongestChainForWeeks) {
  Framework framework;
  framework.credentials = {course(100), course(100), course(100), award({members(Many::all, 3, {0, 1, 2})})};
  framework.credentials[0].weeks = 200;
  framework.credentials[1].weeks = 300;
  framework.credentials[2].weeks = 400;
  framework.credentials[3].weeks = 50;
  framework.credentials[1].prerequisite = members(Many::all, 1, {0});
  EXPECT_EQ(paths(framework, {}, 3, Cost::weeks, 1, true).paths.at(0).cost, 200 + 300 + 50);
}

}  // namespace
}  // namespace oracle
