// Binding records to a table: what is used, and what is set aside and said.
#include <gtest/gtest.h>

#include "tests/unit/table_sample.hpp"

#include "runtime/learner/learner.hpp"

namespace {

using rung::Holding;
using rung::Learner;
namespace table = rung::table;

constexpr std::int32_t may_day = 20'209;     // 2025-05-01

Holding held(const std::string& name) {
  Holding holding;
  holding.name = name;
  return holding;
}

class Bind : public testing::Test {
 protected:
  rung::Holdings bound(const Learner& learner, const std::string& on = {}) {
    auto result = rung::bind(table_, learner, on);
    EXPECT_TRUE(result) << result.error().message;
    return std::move(*result);
  }
  // Binds one holding that must be set aside, and says why.
  std::string reason(const Holding& holding, const std::string& on = {}) {
    Learner learner;
    learner.holdings = {held("spc"), holding};
    const rung::Holdings holdings = bound(learner, on);
    EXPECT_EQ(holdings.held.size() + holdings.recognised.size(), 1u);
    EXPECT_EQ(holdings.set_aside.size(), 1u);
    if (holdings.set_aside.empty()) return "nothing";
    EXPECT_EQ(holdings.set_aside[0].holding, 1u);
    EXPECT_FALSE(holdings.set_aside[0].message.empty());
    return holdings.set_aside[0].reason;
  }
  sample::Bytes bytes_{rung::table::serialize(sample::image())};
  rung::Table table_ = std::move(*rung::Table::view(bytes_.span()));
};

TEST_F(Bind, ReadsEveryField) {
  Learner learner;
  learner.on = "2026-10-01";
  learner.holdings = {{false, "northfield.metrology", "91%", "mastery", "prior-learning", "2025-05-01", {}, {}},
                      {true, "northfield.reads-drawings", "", "mastery", "prior-learning", "2025-05-01", {}, {}}};
  learner.gates = {"northfield.hired"};
  const rung::Holdings holdings = bound(learner);
  EXPECT_TRUE(holdings.set_aside.empty());
  ASSERT_EQ(holdings.held.size(), 1u);
  const rung::Held& one = holdings.held[0];
  EXPECT_EQ(one.credential, sample::metrology);
  EXPECT_EQ(one.awarded, may_day);
  EXPECT_EQ(one.grade, 91'000'000);
  EXPECT_EQ(one.grade_scale, 0u);
  EXPECT_EQ(one.achievement, table::Achievement::mastery);
  EXPECT_TRUE(one.by_prior_learning);
  ASSERT_EQ(holdings.recognised.size(), 1u);
  EXPECT_EQ(holdings.recognised[0].to, table::Achievement::mastery);
  EXPECT_EQ(holdings.gates, std::vector<std::uint32_t>{0});
  EXPECT_EQ(holdings.on, 20'727);      // 2026-10-01: 518 days after 2025-05-01
}

TEST_F(Bind, WhatIsNotStatedIsUnknown) {
  Learner learner;
  learner.holdings = {held("spc"), held("cad-1")};
  const rung::Holdings holdings = bound(learner);
  ASSERT_EQ(holdings.held.size(), 2u);
  EXPECT_EQ(holdings.held[0].credential, sample::cad_1);       // sorted by credential
  EXPECT_EQ(holdings.held[0].holding, 1u);
  EXPECT_EQ(holdings.held[0].achievement, table::Achievement::participation);    // as cad-1 is awarded for
  EXPECT_EQ(holdings.held[1].achievement, table::Achievement::unknown);
  EXPECT_EQ(holdings.held[1].awarded, table::no_date);
  EXPECT_EQ(holdings.held[1].grade, table::unknown);
  EXPECT_EQ(holdings.on, table::no_date);
}

TEST_F(Bind, AFractionIsNoPercentage) {
  Learner learner;
  learner.holdings = {held("metrology")};
  learner.holdings[0].grade = "0.9";
  const rung::Holdings holdings = bound(learner);
  EXPECT_TRUE(holdings.held.empty());
  ASSERT_EQ(holdings.set_aside.size(), 1u);
  EXPECT_EQ(holdings.set_aside[0].reason, "bad-grade");
  EXPECT_NE(holdings.set_aside[0].message.find("write \"90%\""), std::string::npos) << holdings.set_aside[0].message;
  for (const char* const sure : {"0.9%", "0", "1", "1.5"}) {
    learner.holdings[0].grade = sure;
    EXPECT_EQ(bound(learner).held.size(), 1u) << sure;
  }
}

TEST_F(Bind, SetsAsideWhatItCannotUse) {
  EXPECT_EQ(reason(held("northfield.metrolgy")), "unknown-credential");
  Holding one = held("metrology");
  one.awarded = "2025-02-30";
  EXPECT_EQ(reason(one), "bad-date");
  one.awarded = "2026-10-02";
  EXPECT_EQ(reason(one, "2026-10-01"), "not-yet-awarded");
  one = held("metrology");
  one.grade = "B+";
  EXPECT_EQ(reason(one), "bad-grade");
  one.grade = "100.1%";                    // a scale of percentages ends at 100
  EXPECT_EQ(reason(one), "bad-grade");
  one = held("metrology");
  one.achievement = "excellence";
  EXPECT_EQ(reason(one), "bad-achievement");
  one = held("metrology");
  one.by = "hearsay";
  EXPECT_EQ(reason(one), "bad-by");
  one = held("juggling");
  one.is_competency = true;
  EXPECT_EQ(reason(one), "unknown-competency");
}

TEST_F(Bind, WhatIsAwardedOnTheDayCounts) {
  Holding one = held("metrology");
  one.awarded = "2026-10-01";
  Learner learner;
  learner.on = "2020-01-01";
  learner.holdings = {one};
  EXPECT_EQ(bound(learner, "2026-10-01").held.size(), 1u);      // the day asked for overrides the record's
  EXPECT_EQ(bound(learner).held.size(), 0u);
}

TEST_F(Bind, OffersTheNearestName) {
  Learner learner;
  learner.holdings = {held("northfield.metrolgy")};
  EXPECT_EQ(bound(learner).set_aside[0].message,
            "the table has no credential named 'northfield.metrolgy'; did you mean 'northfield.metrology'?");
}

TEST_F(Bind, SetsAsideGatesByTheirOwnIndex) {
  Learner learner;
  learner.gates = {"hired", "admitted"};
  const rung::Holdings holdings = bound(learner);
  EXPECT_EQ(holdings.gates.size(), 1u);
  ASSERT_EQ(holdings.set_aside.size(), 1u);
  EXPECT_TRUE(holdings.set_aside[0].is_gate);
  EXPECT_EQ(holdings.set_aside[0].holding, 1u);
  EXPECT_EQ(holdings.set_aside[0].reason, "unknown-gate");
}

TEST_F(Bind, AConferredAwardKeepsWhatItCanOfItsCounted) {
  Holding award = held("inspector");
  award.counted = {"spc", "metrology", "northfield.spc", "pottery-and-glazing"};
  Learner learner;
  learner.holdings = {award};
  const rung::Holdings holdings = bound(learner);
  ASSERT_EQ(holdings.held.size(), 1u);
  EXPECT_EQ(holdings.held[0].counted, (std::vector<std::uint32_t>{sample::metrology, sample::spc}));
  ASSERT_EQ(holdings.set_aside.size(), 1u);
  EXPECT_EQ(holdings.set_aside[0].reason, "unknown-credential");
}

TEST_F(Bind, KeepsTheBestOfWhatIsRecognisedTwice) {
  Holding low = held("reads-drawings"), unstated = low, high = low;
  low.is_competency = unstated.is_competency = high.is_competency = true;
  low.achievement = "participation";
  Learner learner;
  learner.holdings = {low, unstated};
  EXPECT_EQ(bound(learner).recognised[0].to, table::Achievement::competence);     // what is recognised is so to competence
  high.achievement = "mastery";
  learner.holdings = {low, high, unstated};
  ASSERT_EQ(bound(learner).recognised.size(), 1u);
  EXPECT_EQ(bound(learner).recognised[0].to, table::Achievement::mastery);
}

TEST_F(Bind, RefusesADayThatIsNone) {
  const auto result = rung::bind(table_, {}, "yesterday");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "bad-date");
}

TEST_F(Bind, ManyHoldingsTakeNoLongTime) {
  Learner learner;
  for (int i = 0; i < 100'000; ++i) learner.holdings.push_back(held(i % 2 == 0 ? "spc" : "x" + std::to_string(i)));
  const rung::Holdings holdings = bound(learner);
  EXPECT_EQ(holdings.held.size(), 50'000u);
  EXPECT_EQ(holdings.set_aside.size(), 50'000u);
}

}  // namespace
