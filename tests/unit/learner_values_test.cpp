// Dates, decimals and grades, as records write them.
#include <gtest/gtest.h>

#include "runtime/learner/dates.hpp"
#include "runtime/learner/grades.hpp"
#include "runtime/table/decimal.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

TEST(Dates, OfTheCalendar) {
  EXPECT_EQ(rung::read_date("1970-01-01"), 0);
  EXPECT_EQ(rung::read_date("1969-12-31"), -1);
  EXPECT_EQ(rung::read_date("1970-03-01"), 59);
  EXPECT_EQ(rung::read_date("2000-02-29"), 11'016);     // 30 years, 7 of them leap years, and 31 + 28 days
  EXPECT_EQ(rung::read_date("0001-01-01"), -719'162);   // the day 1 of Rata Die, whose 1970-01-01 is 719,163
}

TEST(Dates, ThatAreNone) {
  for (const char* written : {"", "2026", "2026-10", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-10-00",
                              "2026/10/01", "26-10-01", "2026-1-01", "2026-10-01 ", "2026-10-0x", "+026-10-01", "2026-10-011"})
    EXPECT_FALSE(rung::read_date(written)) << written;
}

TEST(Dates, AreWrittenAsTheyAreRead) {
  for (const char* written : {"0000-01-01", "0999-12-31", "1970-01-01", "2024-02-29", "9999-12-31"})
    EXPECT_EQ(rung::written_date(rung::read_date(written).value()), written);
}

TEST(Decimals, AreReadExactly) {
  using rung::table::read_decimal;
  EXPECT_EQ(read_decimal("0"), 0);
  EXPECT_EQ(read_decimal("91.5"), 91'500'000);
  EXPECT_EQ(read_decimal("0.000001"), 1);
  EXPECT_EQ(read_decimal("00000000000007"), 7'000'000);
  EXPECT_EQ(read_decimal("999999999.999999"), 999'999'999'999'999);
  for (const char* written : {"", ".", "1.", ".5", "-1", "+1", " 1", "1e3", "0.0000001", "1000000000", "1,5", "1.2.3", "٣"})
    EXPECT_FALSE(read_decimal(written)) << written;
}

TEST(Decimals, AreWrittenWithoutIdleZeros) {
  using rung::table::decimal;
  EXPECT_EQ(decimal(0), "0");
  EXPECT_EQ(decimal(12'000'000), "12");
  EXPECT_EQ(decimal(4'500'000), "4.5");
  EXPECT_EQ(decimal(1), "0.000001");
  EXPECT_EQ(decimal(-3'000'000), "-3");
  EXPECT_EQ(decimal(-1), "-0.000001");
  EXPECT_EQ(decimal(INT64_MIN), "-9223372036854.775808");
}

class Grades : public testing::Test {
 protected:
  sample::Bytes bytes_{rung::table::serialize(sample::image())};
  rung::Table table_ = std::move(*rung::Table::view(bytes_.span()));
};

TEST_F(Grades, OnAScaleOfPercentages) {
  const auto& northfield = table_.frameworks()[1];
  for (const char* written : {"91.5%", "91.5", "91.5 %", "91.5\u00A0%", "91.5\u202F%"}) {
    const auto grade = rung::read_grade(table_, northfield, written);
    ASSERT_TRUE(grade) << written;
    EXPECT_EQ(grade->value, 91'500'000);
    EXPECT_EQ(grade->scale, 0u);
  }
  for (const char* written : {"B", "%", "91%%"}) EXPECT_FALSE(rung::read_grade(table_, northfield, written)) << written;
}

TEST_F(Grades, OnAScaleOfItsOwn) {
  const auto& mohawk = table_.frameworks()[0];
  EXPECT_EQ(rung::read_grade(table_, mohawk, "A")->value, 0);       // best first
  EXPECT_EQ(rung::read_grade(table_, mohawk, "C")->value, 2);
  EXPECT_EQ(rung::read_grade(table_, mohawk, "C")->scale, 1u);
  for (const char* written : {"a", "D", "91%", "A "}) EXPECT_FALSE(rung::read_grade(table_, mohawk, written)) << written;
}

TEST_F(Grades, WhereNoScaleIsDeclared) {
  rung::table::Framework framework = table_.frameworks()[0];
  framework.scale = rung::table::none;
  EXPECT_EQ(rung::read_grade(table_, framework, "80%")->value, 80'000'000);
  EXPECT_EQ(rung::read_grade(table_, framework, "80%")->scale, rung::table::none);
  EXPECT_EQ(rung::read_grade(table_, framework, "B+")->value, rung::table::unknown);
  EXPECT_EQ(rung::read_grade(table_, framework, "80")->value, rung::table::unknown);
  EXPECT_FALSE(rung::read_grade(table_, framework, "x%"));
}

}  // namespace
