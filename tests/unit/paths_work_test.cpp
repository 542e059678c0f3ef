// Rules of real frameworks that a search can lose itself in: their paths are proven within few steps.
#include <gtest/gtest.h>

#include "runtime/queries/queries.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

// Twelve courses of 3 credits, `c1` to `c12`, and the awards that count them.
rung::Paths paths(const std::string& awards, const std::string& award, std::uint64_t steps) {
  std::string text = "rung 1 en\nframework f { version 2026-09 }\n";
  for (int i = 1; i <= 12; ++i) {
    const std::string number = std::to_string(i);
    text += "competency s" + number + "\ncourse c" + number + " { develops s" + number + " credits 3 level " + (i <= 3 ? "3" : "4") + " tags all" +
            (i <= 9 ? ", core" : "") + " }\n";
  }
  const rung::Table table = rung::testing::compiled_table(text + awards);
  rung::PathsQuestion question;
  question.award = *table.find_credential("f." + award);
  question.limit.steps = steps;
  return rung::paths(table, {}, question);
}

// Each certificate may be counted in place of what it stands on, and states no credits: there are a great many ways to count the same courses.
TEST(PathsWork, AwardsThatStateNothingAreCountedBesideWhatTheyStandOn) {
  const rung::Paths answer = paths(R"(
competency a competency b competency d
certificate first  { develops a requires { units: at least 9 credits from { tagged all } } }
certificate second { develops b requires { units: at least 15 credits from { tagged all } or { first } } }
diploma     third  { develops d requires { units: at least 33 credits from { tagged all } or { first, second } } }
)", "third", 50'000);
  EXPECT_TRUE(answer.proven);
  EXPECT_EQ(answer.paths.size(), 3u);
  EXPECT_EQ(answer.bound, 33 * rung::table::millionths);
}

// Of 33 credits 24.75 have to be at level 4, so that each of the nine courses at that level is needed, and two of the other three.
TEST(PathsWork, AShareIsOfNoLessThanThePartsAskFor) {
  const rung::Paths answer = paths(R"(
competency d
diploma third {
  develops d
  requires {
    units: at least 33 credits from { tagged all }
    core:  at least 18 credits from { tagged core }
    may share units, core
    at least 75% of credits from { level 4 }
  }
}
)", "third", 5'000);
  EXPECT_TRUE(answer.proven);
  EXPECT_TRUE(answer.complete);
  EXPECT_EQ(answer.paths.size(), 3u);
  EXPECT_EQ(answer.bound, 33 * rung::table::millionths);
}

}  // namespace
