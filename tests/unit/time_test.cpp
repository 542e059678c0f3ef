// What time does to an answer: holdings that expire, the age of what parts count, and rules that have changed. Each worked out on paper.
#include <gtest/gtest.h>

#include <set>

#include "runtime/learner/calendar.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/rung/records/record.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

using rung::Holding;
using rung::Learner;
namespace table = rung::table;

constexpr const char* things = R"(rung 1 en
framework f { version 1 grades percent credits 1 credit = 15 hours }
institution i
institution j
competency rescues
competency climbs
competency works
course first-aid { issued by i develops rescues credits 1 VALIDITY }
course climbing { issued by i develops climbs credits 3 }
course rigging { issued by i credits 3 }
)";

Holding has(const std::string& name, const std::string& awarded = {}) {
  Holding out;
  out.name = "f." + name;
  out.awarded = awarded;
  return out;
}
Holding until(Holding holding, const std::string& expires) {
  holding.expires = expires;
  return holding;
}
Holding counting(Holding holding, std::vector<std::string> counted) {
  holding.counted = std::move(counted);
  return holding;
}

class Framework {
 public:
  // `validity`: of first-aid. `rest`: what is declared besides.
  Framework(const std::string& validity, const std::string& rest) : table_(compiled(validity, rest)) {}

  static Learner learner(std::vector<Holding> holdings, const std::string& on) {
    Learner out;
    out.on = on;
    out.holdings = std::move(holdings);
    return out;
  }
  rung::Holdings bound(const Learner& learner) const {
    auto holdings = rung::bind(table_, learner);
    EXPECT_TRUE(holdings);
    return std::move(*holdings);
  }
  std::uint32_t id(const std::string& name) const { return table_.find_credential("f." + name).value(); }
  std::string name(std::uint32_t credential) const { return std::string(table_.text(table_.credentials()[credential].name)).substr(2); }

  std::set<std::string> earned(const rung::Holdings& holdings) const {
    std::set<std::string> out;
    for (const rung::EarnedAward& one : rung::earned(table_, holdings).earned) out.insert(name(one.credential));
    return out;
  }
  std::set<std::string> earned(std::vector<Holding> holdings, const std::string& on) const { return earned(bound(learner(std::move(holdings), on))); }
  // "award: date of first-aid, the day of the question of award"
  std::string cannot_tell(const rung::Holdings& holdings) const {
    std::string out;
    for (const auto& [award, statements] : rung::earned(table_, holdings).cannot_tell) {
      out += (out.empty() ? "" : "; ") + name(award) + ":";
      for (const rung::Missing& one : statements) out += " " + one.what + (one.credential == table::none ? "" : " of " + name(one.credential)) + ",";
      out.pop_back();
    }
    return out;
  }
  std::string cannot_tell(std::vector<Holding> holdings, const std::string& on) const { return cannot_tell(bound(learner(std::move(holdings), on))); }

  // What the best path takes, or "none".
  std::string path(const std::string& award, const rung::Holdings& holdings) const {
    rung::PathsQuestion question{};
    question.award = id(award);
    question.k = 1;
    const rung::Paths answer = rung::paths(table_, holdings, question);
    EXPECT_TRUE(answer.proven);
    if (answer.paths.empty()) return "none";
    std::string out;
    for (const rung::Step& step : answer.paths[0].steps) out += (out.empty() ? "" : " ") + name(step.credential);
    return out;
  }
  const rung::Table& table() const { return table_; }

 private:
  static rung::Table compiled(const std::string& validity, const std::string& rest) {
    std::string text = things;
    text.replace(text.find("VALIDITY"), 8, validity);
    return rung::testing::compiled_table(text + rest);
  }
  rung::Table table_;
};

using Names = std::set<std::string>;

constexpr const char* rescuer = "certificate rescuer { develops works requires { core: all of { first-aid, climbing } } }\n";

// ---- the calendar ------------------------------------------------------------------------------------------------------------
TEST(Months, EndOnTheSameDayOrOnTheLastOfAShorterMonth) {
  const auto after = [](const char* day, std::uint32_t months) { return rung::written_date(rung::months_after(*rung::read_date(day), months)); };
  EXPECT_EQ(after("2024-05-14", 24), "2026-05-14");
  EXPECT_EQ(after("2024-01-31", 1), "2024-02-29");
  EXPECT_EQ(after("2023-01-31", 1), "2023-02-28");
  EXPECT_EQ(after("2024-02-29", 12), "2025-02-28");
}

// ---- validity ----------------------------------------------------------------------------------------------------------------
TEST(Validity, LastsSoManyMonthsFromTheAward) {
  const Framework it("valid for 2 years", rescuer);
  const auto on = [&](const char* day) { return it.earned({has("first-aid", "2024-05-14"), has("climbing")}, day); };
  EXPECT_EQ(on("2026-05-14"), Names{"rescuer"});   // the last valid day
  EXPECT_EQ(on("2026-05-15"), Names{});
}

TEST(Validity, OfAHoldingGoesBeforeThatOfItsCredential) {
  const Framework it("valid for 2 years", rescuer);
  const std::vector<Holding> longer = {until(has("first-aid", "2024-05-14"), "2028-05-01"), has("climbing")};
  EXPECT_EQ(it.earned(longer, "2028-05-01"), Names{"rescuer"});
  EXPECT_EQ(it.earned(longer, "2028-05-02"), Names{});
  EXPECT_EQ(it.earned({until(has("first-aid", "2024-05-14"), "2025-01-01"), has("climbing")}, "2025-01-02"), Names{});
  // Of a credential that states none, and without the day of the award.
  const Framework open("", rescuer);
  EXPECT_EQ(open.earned({until(has("first-aid"), "2025-01-01"), has("climbing")}, "2025-01-01"), Names{"rescuer"});
  EXPECT_EQ(open.earned({until(has("first-aid"), "2025-01-01"), has("climbing")}, "2025-01-02"), Names{});
}

TEST(Validity, OfOneOfTwoHoldingsIsEnough) {
  const Framework it("valid for 2 years", rescuer);
  EXPECT_EQ(it.earned({has("first-aid", "2020-05-14"), has("first-aid", "2025-05-14"), has("climbing")}, "2026-10-01"), Names{"rescuer"});
}

TEST(Validity, OfWhatHasExpiredIsSaid) {
  const Framework it("valid for 2 years", rescuer);
  const rung::Holdings holdings = it.bound(Framework::learner({has("climbing"), has("first-aid", "2024-05-14")}, "2026-10-01"));
  ASSERT_EQ(holdings.set_aside.size(), 1u);
  EXPECT_EQ(holdings.set_aside[0].reason, "expired");
  EXPECT_EQ(holdings.set_aside[0].holding, 1u);
  EXPECT_EQ(holdings.set_aside[0].message, "it was valid to 2026-05-14, and the day of the question is 2026-10-01");
}

TEST(Validity, CannotBeToldWithoutItsDays) {
  const Framework it("valid for 2 years", rescuer);
  EXPECT_EQ(it.earned({has("first-aid"), has("climbing")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.cannot_tell({has("first-aid"), has("climbing")}, "2026-10-01"), "rescuer: date of first-aid");
  EXPECT_EQ(it.cannot_tell({has("first-aid", "2026-05-14"), has("climbing")}, ""), "rescuer: the day of the question of first-aid");
  EXPECT_EQ(it.cannot_tell({has("first-aid"), has("climbing")}, ""), "rescuer: date of first-aid, the day of the question of first-aid");
  // Not in doubt: climbing is not there at all.
  EXPECT_EQ(it.cannot_tell({has("first-aid")}, "2026-10-01"), "");
  const rung::MissingAnswer answer = rung::missing(it.table(), it.bound(Framework::learner({has("first-aid"), has("climbing")}, "2026-10-01")), it.id("rescuer"));
  EXPECT_TRUE(answer.cannot_tell);
  EXPECT_EQ(answer.nodes[1].verdict, rung::Verdict::cannot_tell);
}

TEST(Validity, OfACourseItselfCannotBeToldEither) {
  const Framework it("valid for 2 years", rescuer);
  const rung::MissingAnswer answer = rung::missing(it.table(), it.bound(Framework::learner({has("first-aid")}, "2026-10-01")), it.id("first-aid"));
  EXPECT_FALSE(answer.earned);
  EXPECT_TRUE(answer.cannot_tell);
  ASSERT_EQ(answer.statements.size(), 1u);
  EXPECT_EQ(answer.statements[0].what, "date");
}

TEST(Validity, DecidesPrerequisites) {
  const Framework it("valid for 2 years", "certificate rigger { develops works prerequisite first-aid requires { core: rigging } }\n");
  EXPECT_EQ(it.earned({has("first-aid", "2025-05-14"), has("rigging")}, "2026-10-01"), Names{"rigger"});
  EXPECT_EQ(it.earned({has("first-aid", "2023-05-14"), has("rigging")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.cannot_tell({has("first-aid"), has("rigging")}, "2026-10-01"), "rigger: date of first-aid");
}

// An award that is held in doubt names a course as evidence of what is asked before enrolling.
TEST(Validity, DecidesWhatAConferredAwardIsEvidenceOfBeforeEnrolling) {
  const Framework it("", "certificate medic { develops works valid for 2 years requires { core: first-aid } }\n"
                         "certificate rigger { develops works prerequisite competencies all of { rescues } requires { core: rigging } }\n");
  const auto medic = [](const char* awarded) { return counting(has("medic", awarded), {"f.first-aid"}); };
  EXPECT_EQ(it.earned({medic("2025-05-14"), has("rigging")}, "2026-10-01"), (Names{"medic", "rigger"}));
  EXPECT_EQ(it.earned({medic("2020-05-14"), has("rigging")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.cannot_tell({medic(""), has("rigging")}, "2026-10-01"), "medic: date of medic; rigger: date of medic");
}

TEST(Validity, OfAConferredAward) {
  const Framework it("", "certificate card { develops works valid for 12 months requires { core: first-aid } }\n"
                         "diploma guide { develops works entitles to \"Guide\" requires { core: all of { card, climbing } } }\n");
  EXPECT_EQ(it.earned({has("card", "2026-01-15"), has("climbing")}, "2026-10-01"), (Names{"card", "guide"}));
  EXPECT_EQ(it.earned({has("card", "2025-01-15"), has("climbing")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.cannot_tell({has("card"), has("climbing")}, "2026-10-01"), "card: date of card; guide: date of card");
  // Earned by its rule it has no age, whatever became of the conferral.
  EXPECT_EQ(it.earned({has("card", "2025-01-15"), has("first-aid", "2020-01-15"), has("climbing")}, "2026-10-01"), (Names{"card", "guide"}));
}

// What a conferred award names in `counted` goes on showing what it developed, as the record tells it, though it has expired since.
TEST(Validity, LeavesWhatAConferredAwardCounted) {
  const Framework it("valid for 2 years", "certificate medic { issued by i entitles to \"Help\" requires { core: first-aid } }\n"
                                          "diploma guide { develops works requires { shown: competencies all of { rescues }, base: medic } }\n");
  const Holding medic = counting(has("medic", "2020-06-01"), {"f.first-aid"});
  EXPECT_EQ(it.earned({medic, has("first-aid", "2020-05-14")}, "2026-10-01"), (Names{"guide", "medic"}));
  Holding attended = has("first-aid", "2020-05-14");
  attended.achievement = "participation";   // and the record says that it was no more than that
  const Framework mastery("valid for 2 years", "certificate medic { issued by i entitles to \"Help\" requires { core: first-aid } }\n"
                                               "diploma guide { develops works requires { shown: competencies all of { rescues } to competence, base: medic } }\n");
  EXPECT_EQ(mastery.earned({medic, attended}, "2026-10-01"), Names{"medic"});
}

TEST(Validity, OfWhatBarsLiftsTheBar) {
  const Framework it("valid for 2 years", "certificate climber { develops works requires { core: climbing } withheld from holders of { first-aid } }\n");
  EXPECT_EQ(it.earned({has("first-aid", "2026-05-14"), has("climbing")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.earned({has("first-aid", "2020-05-14"), has("climbing")}, "2026-10-01"), Names{"climber"});
  // Whether it bars cannot be told.
  EXPECT_EQ(it.earned({has("first-aid"), has("climbing")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.cannot_tell({has("first-aid"), has("climbing")}, "2026-10-01"), "climber: date of first-aid");
}

TEST(Validity, OfASourceDecidesWhatIsRecognised) {
  const std::string agreement = "course rescue-1 { issued by j credits 1 valid for 12 months }\n"
                                "agreement a { from j to i\n rescue-1 counts as first-aid\n}\n";
  const Framework it("", std::string(rescuer) + agreement);
  EXPECT_EQ(it.earned({has("rescue-1", "2026-05-14"), has("climbing")}, "2026-10-01"), Names{"rescuer"});
  EXPECT_EQ(it.earned({has("rescue-1", "2025-05-14"), has("climbing")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.cannot_tell({has("rescue-1"), has("climbing")}, "2026-10-01"), "rescuer: date of rescue-1");
}

// First aid that was earned elsewhere is valid for as long as it would be if it had been awarded here on that day.
TEST(Validity, OfWhatIsRecognisedCountsFromTheDayOfItsSource) {
  const Framework it("valid for 2 years", std::string(rescuer) + "course rescue-1 { issued by j credits 1 }\nagreement a { from j to i\n rescue-1 counts as first-aid\n}\n");
  EXPECT_EQ(it.earned({has("rescue-1", "2024-10-01"), has("climbing")}, "2026-10-01"), Names{"rescuer"});
  EXPECT_EQ(it.earned({has("rescue-1", "2024-09-30"), has("climbing")}, "2026-10-01"), Names{});
}

TEST(Validity, LetsAPathTakeItAgain) {
  const Framework it("valid for 2 years", rescuer);
  EXPECT_EQ(it.path("rescuer", it.bound(Framework::learner({has("first-aid", "2020-05-14"), has("climbing")}, "2026-10-01"))), "first-aid");
  EXPECT_EQ(it.path("rescuer", it.bound(Framework::learner({has("first-aid", "2026-05-14"), has("climbing")}, "2026-10-01"))), "");
  // What may have expired is left out, and the answer says what would have to be known.
  const rung::Holdings unsure = it.bound(Framework::learner({has("first-aid"), has("climbing")}, "2026-10-01"));
  EXPECT_EQ(it.path("rescuer", unsure), "first-aid");
  const rung::Paths answer = rung::paths(it.table(), unsure, {it.id("rescuer"), rung::Cost::credits, 3, true, {}});
  ASSERT_EQ(answer.statements.size(), 1u);
  EXPECT_EQ(answer.statements[0].what, "date");
}

TEST(Validity, OfRecognisedLearning) {
  const Framework it("", "certificate helper { develops works requires { shown: competencies all of { rescues } } }\n");
  Holding knows;
  knows.is_competency = true;
  knows.name = "f.rescues";
  knows.by = "prior-learning";
  knows.expires = "2026-09-30";
  EXPECT_EQ(it.earned({knows}, "2026-09-30"), Names{"helper"});
  EXPECT_EQ(it.earned({knows}, "2026-10-01"), Names{});
  EXPECT_EQ(it.earned({knows}, ""), Names{});
  EXPECT_EQ(it.cannot_tell({knows}, ""), "helper: the day of the question");
}

// ---- the age of parts --------------------------------------------------------------------------------------------------------
TEST(PartAge, BindsItsPartOnly) {
  // The core no older than five years, electives no older than ten.
  const Framework it("", "diploma d { develops works requires {\n  core: all of { first-aid } nothing older than 5 years\n"
                         "  electives: any of { climbing, rigging } nothing older than 10 years\n} }\n");
  const auto earned = [&](const char* core, const char* elective) {
    return !it.earned({has("first-aid", core), has("climbing", elective)}, "2026-10-01").empty();
  };
  EXPECT_TRUE(earned("2021-10-01", "2016-10-01"));
  EXPECT_FALSE(earned("2021-09-30", "2016-10-01"));
  EXPECT_FALSE(earned("2021-10-01", "2016-09-30"));
  EXPECT_EQ(it.cannot_tell({has("first-aid", "2022-01-01"), has("climbing")}, "2026-10-01"), "d: date of climbing");
}

TEST(PartAge, OnALineOfItsOwnIsOfTheWholeRule) {
  const Framework it("", "diploma d { develops works requires {\n  core: all of { first-aid }\n  nothing older than 5 years\n  electives: climbing\n} }\n");
  EXPECT_EQ(it.earned({has("first-aid", "2025-01-01"), has("climbing", "2016-10-01")}, "2026-10-01"), Names{});
  EXPECT_EQ(it.earned({has("first-aid", "2025-01-01"), has("climbing", "2025-01-01")}, "2026-10-01"), Names{"d"});
}

TEST(PartAge, StandsBesideAFloorAndWithinAGroupAndBeforeEnrolling) {
  const Framework it("", "diploma d { develops works\n  prerequisite first-aid nothing older than 12 months\n"
                         "  requires { core: all of { climbing at 60% nothing older than 2 years, rigging } } }\n");
  const auto earned = [&](const char* aid, const char* climbing, const char* grade) {
    Holding climbed = has("climbing", climbing);
    climbed.grade = grade;
    return !it.earned({has("first-aid", aid), climbed, has("rigging", "1990-01-01")}, "2026-10-01").empty();
  };
  EXPECT_TRUE(earned("2025-10-01", "2024-10-01", "60%"));
  EXPECT_FALSE(earned("2025-09-30", "2024-10-01", "60%"));
  EXPECT_FALSE(earned("2025-10-01", "2024-09-30", "60%"));
  EXPECT_FALSE(earned("2025-10-01", "2024-10-01", "59%"));
}

// ---- versions of a rule --------------------------------------------------------------------------------------------------------
constexpr const char* two_versions = R"(certificate climber {
  develops works
  requires effective 2022-09 to 2024-08 { core: climbing }
  requires effective 2024-09 to 2026-08 { core: all of { climbing, first-aid } }
  requires effective 2026-10 { core: all of { climbing, rigging } }
}
)";

TEST(Versions, TheOneInForceOnTheDayDecides) {
  const Framework it("", two_versions);
  const auto on = [&](const char* day, std::vector<Holding> holdings) { return !it.earned(std::move(holdings), day).empty(); };
  EXPECT_FALSE(on("2022-08-31", {has("climbing"), has("first-aid"), has("rigging")}));   // before the first
  EXPECT_TRUE(on("2022-09-01", {has("climbing")}));
  EXPECT_TRUE(on("2024-08-31", {has("climbing")}));
  EXPECT_FALSE(on("2024-09-01", {has("climbing")}));
  EXPECT_TRUE(on("2024-09-01", {has("climbing"), has("first-aid")}));
  EXPECT_TRUE(on("2026-08-31", {has("climbing"), has("first-aid")}));
  EXPECT_FALSE(on("2026-09-15", {has("climbing"), has("first-aid"), has("rigging")}));   // between two
  EXPECT_TRUE(on("2026-10-01", {has("climbing"), has("rigging")}));
  EXPECT_TRUE(on("2099-10-01", {has("climbing"), has("rigging")}));
  EXPECT_FALSE(on("2026-10-01", {has("climbing"), has("first-aid")}));
}

TEST(Versions, MissingShowsTheOneThatApplies) {
  const Framework it("", two_versions);
  const auto on = [&](const char* day) { return rung::missing(it.table(), it.bound(Framework::learner({has("climbing")}, day)), it.id("climber")); };
  const rung::MissingAnswer middle = on("2025-01-01");
  ASSERT_NE(middle.rule.version, table::none);
  EXPECT_EQ(rung::written_date(it.table().versions()[middle.rule.version].first), "2024-09-01");
  EXPECT_EQ(rung::written_date(it.table().versions()[middle.rule.version].last), "2026-08-31");
  ASSERT_EQ(middle.nodes.size(), 2u);
  EXPECT_EQ(it.table().nodes()[middle.nodes[1].node].members.count, 2u);
  EXPECT_EQ(middle.nodes[1].have, 1u);
  const rung::MissingAnswer gap = on("2026-09-15");
  EXPECT_FALSE(gap.earned);
  EXPECT_FALSE(gap.cannot_tell);
  EXPECT_TRUE(gap.nodes.empty());
  EXPECT_FALSE(gap.rule.day_unknown);
}

TEST(Versions, CannotBeToldWithoutADay) {
  const Framework it("", two_versions);
  EXPECT_EQ(it.earned({has("climbing")}, ""), Names{});
  EXPECT_EQ(it.cannot_tell({has("climbing")}, ""), "climber: the day of the question of climber");   // the oldest version would do
  EXPECT_EQ(it.cannot_tell({has("rigging")}, ""), "");                                               // no version would
  const rung::MissingAnswer answer = rung::missing(it.table(), it.bound(Framework::learner({has("climbing")}, "")), it.id("climber"));
  EXPECT_TRUE(answer.cannot_tell);
  EXPECT_TRUE(answer.rule.day_unknown);
  EXPECT_EQ(answer.nodes.size(), 2u);                                                                // the newest is shown
  const rung::Holdings nothing = it.bound(Framework::learner({}, ""));
  EXPECT_EQ(it.path("climber", nothing), "none");
  const rung::Paths paths = rung::paths(it.table(), nothing, {it.id("climber"), rung::Cost::credits, 3, true, {}});
  ASSERT_EQ(paths.statements.size(), 1u);
  EXPECT_EQ(paths.statements[0].what, "the day of the question");
}

TEST(Versions, DecidePaths) {
  const Framework it("", two_versions);
  const auto path = [&](const char* day) { return it.path("climber", it.bound(Framework::learner({has("climbing")}, day))); };
  EXPECT_EQ(path("2025-01-01"), "first-aid");
  EXPECT_EQ(path("2026-10-01"), "rigging");
  EXPECT_EQ(path("2026-09-15"), "none");
}

TEST(Versions, OfTheYearOfEntry) {
  std::string rule = two_versions;
  rule.insert(rule.find("  develops"), "  in force when entered\n");
  const Framework it("", rule);
  const auto entered = [&](const char* entry, const char* on, std::vector<Holding> holdings) {
    Learner learner = Framework::learner(std::move(holdings), on);
    if (*entry != '\0') learner.entered = {{"f.climber", entry}};
    return it.bound(learner);
  };
  EXPECT_EQ(it.earned(entered("2023-09-01", "2026-10-01", {has("climbing")})), Names{"climber"});
  EXPECT_EQ(it.earned(entered("2025-09-01", "2026-10-01", {has("climbing")})), Names{});
  EXPECT_EQ(it.earned(entered("2025-09-01", "2026-10-01", {has("climbing"), has("first-aid")})), Names{"climber"});
  EXPECT_EQ(it.earned(entered("2025-09-01", "", {has("climbing"), has("first-aid")})), Names{"climber"});   // no day is needed then
  EXPECT_EQ(it.earned(entered("", "2026-10-01", {has("climbing"), has("rigging")})), Names{"climber"});       // not yet entered: as asked
  EXPECT_EQ(it.path("climber", entered("2025-09-01", "2026-10-01", {})), "climbing first-aid");
  // A day of entry after the day of the question is not there yet.
  const rung::Holdings later = entered("2026-10-02", "2026-10-01", {});
  ASSERT_EQ(later.set_aside.size(), 1u);
  EXPECT_EQ(later.set_aside[0].reason, "not-yet-entered");
  EXPECT_TRUE(later.set_aside[0].is_entry);
}

TEST(Versions, OfAnAwardThatIsCountedElsewhereAreItsOwn) {
  std::string rule = two_versions;
  rule.insert(rule.find("  develops"), "  in force when entered\n");
  const Framework it("", rule + "diploma guide { develops works entitles to \"Guide\" requires { core: climber, more: first-aid } }\n");
  Learner learner = Framework::learner({has("climbing"), has("first-aid")}, "2026-10-01");
  learner.entered = {{"f.climber", "2023-09-01"}};
  EXPECT_EQ(it.earned(it.bound(learner)), (Names{"climber", "guide"}));
  learner.entered = {{"f.climber", "2025-09-01"}};                  // then climber stands on first aid, which counts once
  EXPECT_EQ(it.earned(it.bound(learner)), Names{"climber"});
}

TEST(Versions, LeadToWhatTheyCount) {
  const Framework it("", two_versions);
  const auto leads = [&](const char* from, const char* on) {
    const std::uint32_t id = it.id(from);
    return rung::leads_to(it.table(), std::span(&id, 1), *on == '\0' ? table::no_date : *rung::read_date(on)).size();
  };
  EXPECT_EQ(leads("climbing", ""), 1u);           // all three versions call the part `core`
  EXPECT_EQ(leads("first-aid", ""), 1u);
  EXPECT_EQ(leads("first-aid", "2025-01-01"), 1u);
  EXPECT_EQ(leads("first-aid", "2026-10-01"), 0u);
  EXPECT_EQ(leads("climbing", "2026-09-15"), 0u);
}

// Conditions belong to their own version.
TEST(Versions, HaveConditionsOfTheirOwn) {
  const Framework it("", "certificate c { develops works\n  requires effective to 2025-12 { core: at least 1 credit from { climbing, rigging }, at least 6 credits }\n"
                         "  requires effective 2026-01 { core: at least 1 credit from { climbing, rigging }, at most 3 credits from { climbing, rigging } }\n}\n");
  EXPECT_EQ(it.earned({has("climbing")}, "2025-06-01"), Names{});
  EXPECT_EQ(it.earned({has("climbing"), has("rigging")}, "2025-06-01"), Names{"c"});
  EXPECT_EQ(it.earned({has("climbing")}, "2026-06-01"), Names{"c"});
}

// ---- records -----------------------------------------------------------------------------------------------------------------
TEST(TimeInARecord, IsRead) {
  const auto read = rung::read_record(R"({"holdings": [{"credential": "f.first-aid", "expires": "2028-05-01"}],
                                          "entered": {"f.climber": "2024-09-01", "f.guide": "2025-09-01", "f.none": null}})");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->holdings[0].expires, "2028-05-01");
  const std::vector<std::pair<std::string, std::string>> entered = {{"f.climber", "2024-09-01"}, {"f.guide", "2025-09-01"}};
  EXPECT_EQ(read->entered, entered);
  const auto twice = rung::read_record(R"({"holdings": [], "entered": {"f.a": "2024-09-01", "f.a": "2025-09-01"}})");
  ASSERT_FALSE(twice);
  EXPECT_NE(twice.error().message.find("said twice"), std::string::npos) << twice.error().message;
  const auto list = rung::read_record(R"({"holdings": [], "entered": ["f.a"]})");
  ASSERT_FALSE(list);
  EXPECT_NE(list.error().message.find("must be an object"), std::string::npos) << list.error().message;
}

TEST(TimeInARecord, IsSetAsideWhereItCannotBeUsed) {
  const Framework it("", two_versions);
  Learner learner = Framework::learner({until(has("first-aid"), "soon")}, "2026-10-01");
  learner.entered = {{"f.climbing", "2024-09-01"}, {"f.climber", "2024"}, {"f.nothing", "2024-09-01"}};
  std::vector<std::string> reasons;
  for (const rung::SetAside& one : it.bound(learner).set_aside) reasons.push_back((one.is_entry ? "entry " : "") + one.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{"bad-date", "entry no-award", "entry bad-date", "entry unknown-credential"}));
}

// ---- scenarios and the model ---------------------------------------------------------------------------------------------------
TEST(TimeInAFramework, IsRead) {
  const rung::Compiled compiled = rung::compile_text("f.rung", std::string(R"(rung 1 en
framework f
competency works
course effective { develops works }
certificate plain { entitles to "x" requires effective }
certificate dated {
  entitles to "x"
  in force when entered
  requires effective 2024-09 { core: effective }
  requires effective to 2024-08-31 effective
}
scenario "s" {
  on 2026-10-01
  holds effective awarded 2025-05 expires 2026-02
  entered dated 2024-09-01
  expect dated not earned
}
)"));
  EXPECT_EQ(compiled.diagnostics.errors(), 0u) << rung::diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false);
  const rung::model::Credential& plain = compiled.model.credentials[2];
  const rung::model::Credential& dated = compiled.model.credentials[0];
  ASSERT_EQ(plain.name, "f.plain");
  EXPECT_TRUE(plain.versions.empty());
  EXPECT_NE(plain.rule, rung::model::none);
  ASSERT_EQ(dated.versions.size(), 2u);
  EXPECT_TRUE(dated.in_force_when_entered);
  EXPECT_FALSE(dated.versions[0].first);                         // by day, not as written
  EXPECT_EQ(rung::written_date(*dated.versions[0].last), "2024-08-31");
  EXPECT_EQ(rung::written_date(*dated.versions[1].first), "2024-09-01");
  EXPECT_EQ(dated.rule, dated.versions[1].root);
  const rung::model::Scenario& scenario = compiled.model.scenarios.at(0);
  EXPECT_EQ(rung::written_date(*scenario.holdings.at(0).expires), "2026-02-28");
  EXPECT_EQ(scenario.entered.size(), 1u);
}

}  // namespace
