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

// An agreement that has ended recognises what was awarded while it was in force. What the learner holds is too old for it, and what is taken today comes too late: then nothing is tried that
// it could only give.
TEST(PathsWork, WhatAnAgreementCannotRecogniseIsNotTried) {
  std::string text = "rung 1 en\nframework f { version 1 }\ninstitution here institution there\ncompetency k competency l\n", lines, all;
  rung::Learner learner;
  learner.on = "2026-10-01";
  for (int i = 1; i <= 12; ++i) {
    const std::string number = std::to_string(i);
    text += "course c" + number + " { issued by here develops k credits 3 } course e" + number + " { issued by there develops k credits 1 }\n";
    lines += "e" + number + " counts as c" + number + "\n";
    all += (i == 1 ? "c" : ", c") + number;
    rung::Holding holding;
    holding.name = "f.e" + number;
    holding.awarded = "2018-01-01";
    learner.holdings.push_back(holding);
  }
  text += "certificate x { issued by here develops l requires { any of { all of { " + all + " }, all of { c1, c2, c3 } } } }\n";
  const auto ways = [&](const std::string& agreement, const std::string& awarded) {
    const rung::Table table = rung::testing::compiled_table(text + "agreement a { from there to here " + agreement + " nothing older than 7 years\n" + lines + "}\n");
    for (rung::Holding& holding : learner.holdings) holding.awarded = awarded;
    rung::PathsQuestion question;
    question.award = *table.find_credential("f.x");
    question.limit.steps = 3000;
    return rung::paths(table, *rung::bind(table, learner), question);
  };
  const std::string ended = "effective 2017-09 to 2025-08 in force when awarded";
  const rung::Paths answer = ways(ended, "2018-01-01");
  EXPECT_TRUE(answer.proven);
  EXPECT_TRUE(answer.complete);
  ASSERT_EQ(answer.paths.size(), 1u);
  EXPECT_EQ(answer.bound, 9 * rung::table::millionths);
  // Held while it was in force, and lately enough, they serve; and in an agreement that is in force today they are taken again.
  EXPECT_TRUE(ways(ended, "2024-01-01").paths.at(0).steps.empty());
  const rung::Paths anew = ways("effective 2017-09 in force when awarded", "2018-01-01");
  EXPECT_EQ(anew.bound, 3 * rung::table::millionths);
}

}  // namespace
