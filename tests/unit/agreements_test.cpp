// What agreements make of a record, on one small region whose answers can be worked out on paper.
#include <gtest/gtest.h>

#include <set>

#include "runtime/queries/queries.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

using rung::TransferVerdict;

constexpr const char* things = R"(rung 1 en
framework region { version 1 grades percent credits 1 credit = 15 hours }
institution northfield
institution mohawk
competency runs-cell
course cnc-1 { issued by northfield credits 3 level 4 fee 300 CAD }
course cnc-2 { issued by northfield credits 3 level 5 fee 300 CAD prerequisite cnc-1 }
course math-1 { issued by northfield credits 2 level 3 fee 200 CAD }
course six-sigma { issued by northfield credits 3 level 5 fee 400 CAD }
course cad-1 { issued by mohawk credits 4 fee 250 CAD }
course q-1 { issued by mohawk credits 2 fee 100 CAD }
course q-2 { issued by mohawk credits 2 fee 100 CAD }
course algebra { issued by mohawk credits 3 fee 150 CAD }
)";

class Region {
 public:
  // `rest`: what is declared besides `things`.
  explicit Region(const std::string& rest) : table_(rung::testing::compiled_table(things + rest, "region.rung")) {}

  rung::Holdings holdings(std::vector<rung::Holding> held, const std::string& on = "2026-10-01") const {
    rung::Learner learner;
    learner.on = on;
    learner.holdings = std::move(held);
    auto bound = rung::bind(table_, learner);
    EXPECT_TRUE(bound);
    EXPECT_TRUE(bound->set_aside.empty());
    return std::move(*bound);
  }
  std::uint32_t id(const std::string& name) const { return table_.find_credential("region." + name).value(); }
  bool earned(const std::string& award, const rung::Holdings& holdings) const {
    for (const rung::EarnedAward& one : rung::earned(table_, holdings).earned)
      if (one.credential == id(award)) return true;
    return false;
  }
  TransferVerdict verdict(const rung::Holdings& holdings) const {
    const rung::Transfers answer = rung::transfers(table_, holdings, northfield);
    EXPECT_EQ(answer.transfers.size(), 1u);
    return answer.transfers.at(0).verdict;
  }
  const rung::Table& table() const { return table_; }

  static constexpr std::uint32_t northfield = 1;   // institutions lie by name: mohawk, northfield

 private:
  rung::Table table_;
};

rung::Holding held(const std::string& name, const std::string& grade = {}, const std::string& awarded = "2026-01-15") {
  rung::Holding out;
  out.name = "region." + name;
  out.grade = grade;
  out.awarded = awarded;
  return out;
}

std::string award(const std::string& rule) { return "certificate award { issued by northfield develops runs-cell requires { " + rule + " } }\n"; }
std::string agreement(const std::string& lines) { return "agreement a { from mohawk to northfield\n" + lines + "\n}\n"; }

TEST(Agreements, CountOneForOne) {
  const Region region(award("core: cnc-1") + agreement("cad-1 at 63% counts as cnc-1"));
  EXPECT_TRUE(region.earned("award", region.holdings({held("cad-1", "63%")})));
  EXPECT_FALSE(region.earned("award", region.holdings({held("cad-1", "62.9%")})));
  const rung::Earned unknown = rung::earned(region.table(), region.holdings({held("cad-1")}));
  EXPECT_TRUE(unknown.earned.empty());
  ASSERT_EQ(unknown.cannot_tell.size(), 1u);   // nobody stated the grade
  EXPECT_EQ(unknown.cannot_tell[0].second.at(0).what, "grade");
  EXPECT_EQ(unknown.cannot_tell[0].second.at(0).credential, region.id("cad-1"));
}

TEST(Agreements, CountTheBetterOfTwoAttempts) {
  const Region region(award("core: cnc-1") + agreement("cad-1 at 63% counts as cnc-1"));
  EXPECT_TRUE(region.earned("award", region.holdings({held("cad-1", "40%", "2024-01-15"), held("cad-1", "70%")})));
}

TEST(Agreements, LetEachAttemptServeTheFloorThatNeedsIt) {
  const std::string line = agreement("cad-1 at 50% counts as cnc-1");
  const std::vector<rung::Holding> attempts = {held("cad-1", "90%", "2015-01-15"), held("cad-1", "60%", "2026-01-15")};
  const Region grade(award("core: cnc-1 at 80%") + line);
  EXPECT_TRUE(grade.earned("award", grade.holdings(attempts)));
  const Region fresh(award("core: cnc-1, nothing older than 5 years") + line);
  EXPECT_TRUE(fresh.earned("award", fresh.holdings(attempts)));
  const Region both(award("core: cnc-1 at 80%, nothing older than 5 years") + line);
  EXPECT_FALSE(both.earned("award", both.holdings(attempts)));
}

TEST(Agreements, CountManyForOneAndOneForMany) {
  const Region region(award("core: all of { six-sigma, cnc-1 }") + agreement("all of { q-1, q-2 } counts as six-sigma\ncad-1 counts as all of { cnc-1, cnc-2 }"));
  EXPECT_TRUE(region.earned("award", region.holdings({held("q-1"), held("q-2"), held("cad-1")})));
  EXPECT_FALSE(region.earned("award", region.holdings({held("q-1"), held("cad-1")})));
  const Region both(award("core: all of { cnc-1, cnc-2 }") + agreement("cad-1 counts as all of { cnc-1, cnc-2 }"));
  EXPECT_TRUE(both.earned("award", both.holdings({held("cad-1")})));   // what one line gives out may be counted together
}

TEST(Agreements, MakeARuleOneToSearch) {
  const auto class_of = [](const Region& region) { return region.table().credentials()[region.id("award")].rule_class; };
  EXPECT_EQ(class_of(Region(award("core: all of { cnc-1, math-1 }"))), rung::table::RuleClass::plain);
  EXPECT_EQ(class_of(Region(award("core: all of { cnc-1, math-1 }") + agreement("cad-1 counts as cnc-1"))), rung::table::RuleClass::search);
}

TEST(Agreements, UseACredentialOnce) {
  const std::string lines = agreement("cad-1 counts as cnc-1\ncad-1 counts as math-1");
  const Region two(award("core: all of { cnc-1, math-1 }") + lines);
  EXPECT_FALSE(two.earned("award", two.holdings({held("cad-1")})));
  const Region beside(award("core: cnc-1, other: cad-1") + lines);
  EXPECT_FALSE(beside.earned("award", beside.holdings({held("cad-1")})));
  EXPECT_TRUE(beside.earned("award", beside.holdings({held("cad-1"), held("cnc-1")})));
}

TEST(Agreements, AreNotChained) {
  const Region region(
      "institution elm\ncourse weld { issued by elm }\n" + award("core: cnc-1") +
      "agreement b { from elm to mohawk weld counts as cad-1 }\n" + agreement("cad-1 counts as cnc-1"));
  EXPECT_FALSE(region.earned("award", region.holdings({held("weld")})));
}

TEST(Agreements, ServePrerequisitesOnlyWhereTheySaySo) {
  const Region region(award("core: cnc-2") + "certificate other { issued by northfield develops runs-cell requires { core: cnc-1 } }\n" +
                      agreement("cad-1 counts as cnc-1 for prerequisites only"));
  const rung::Holdings learner = region.holdings({held("cad-1")});
  EXPECT_FALSE(region.earned("other", learner));
  const rung::Paths paths = rung::paths(region.table(), learner, {region.id("award"), rung::Cost::count, 1, true, {}});
  ASSERT_EQ(paths.paths.size(), 1u);
  EXPECT_EQ(paths.paths[0].cost.count, 1u);   // cnc-2 alone: its prerequisite is met
}

TEST(Agreements, ExemptWithoutCredit) {
  const std::string line = agreement("algebra exempts math-1");
  const Region member(award("maths: math-1") + line);
  EXPECT_TRUE(member.earned("award", member.holdings({held("algebra")})));
  const Region credits(award("maths: math-1, core: cnc-1, at least 5 credits") + line);
  EXPECT_FALSE(credits.earned("award", credits.holdings({held("algebra"), held("cnc-1")})));
  EXPECT_TRUE(credits.earned("award", credits.holdings({held("math-1"), held("cnc-1")})));
}

TEST(Agreements, ExemptWithoutCreditAlsoToWhatStandsOnIt) {
  // `inner` states no credits, so it has those of what it stands on: cnc-1 alone, of 3.
  const auto at_least = [](const char* credits) {
    return award(std::string("whole: at least ") + credits + " from { inner }") + "competency joins\n" +
           "certificate inner { issued by northfield develops joins requires { maths: math-1, core: cnc-1 } }\n" + agreement("algebra exempts math-1");
  };
  const Region three(at_least("3 credits")), five(at_least("5 credits"));
  EXPECT_TRUE(three.earned("award", three.holdings({held("algebra"), held("cnc-1")})));
  EXPECT_FALSE(five.earned("award", five.holdings({held("algebra"), held("cnc-1")})));
  EXPECT_TRUE(five.earned("award", five.holdings({held("math-1"), held("cnc-1")})));
}

TEST(Agreements, GiveAwardsThatCountOnce) {
  // What an agreement gives is ground: `given` cannot be counted beside `outer`, which stands on it.
  const std::string given = "competency joins\ncompetency leads\ncertificate given { issued by northfield credits 4 develops joins requires { core: all of { cnc-1, cnc-2 } } }\n"
                            "certificate outer { issued by northfield develops leads requires { base: given } }\n" +
                            agreement("cad-1 counts as given");
  const Region beside(award("all of { given, outer }") + given);
  EXPECT_FALSE(beside.earned("award", beside.holdings({held("cad-1")})));
  // Earned by its own rule it is no ground credential, but what it stands on is.
  EXPECT_FALSE(beside.earned("award", beside.holdings({held("cnc-1"), held("cnc-2")})));
  EXPECT_TRUE(beside.earned("award", beside.holdings({held("cad-1"), held("cnc-1"), held("cnc-2")})));
  // And what stands on it has its credits.
  const Region four(award("at least 4 credits from { outer }") + given), five(award("at least 5 credits from { outer }") + given);
  EXPECT_TRUE(four.earned("award", four.holdings({held("cad-1")})));
  EXPECT_FALSE(five.earned("award", five.holdings({held("cad-1")})));
}

TEST(Agreements, AreTakenLateWhereTheirSourceIs) {
  // math-1 of 2026 comes before what cad-1, still to be taken, counts as: so it has to be taken again.
  const Region region(award("base: cnc-1, last: math-1 after base") + agreement("cad-1 counts as cnc-1"));
  const rung::Paths paths = rung::paths(region.table(), region.holdings({held("math-1")}), {region.id("award"), rung::Cost::fee, 1, true, {}});
  ASSERT_EQ(paths.paths.size(), 1u);
  ASSERT_EQ(paths.paths[0].steps.size(), 2u);
  EXPECT_EQ(paths.paths[0].steps[0].credential, region.id("cad-1"));
  EXPECT_EQ(paths.paths[0].steps[1].credential, region.id("math-1"));
  EXPECT_TRUE(region.earned("award", region.holdings({held("cad-1", "", "2025-06-15"), held("math-1")})));
  EXPECT_FALSE(region.earned("award", region.holdings({held("cad-1", "", "2026-06-15"), held("math-1")})));
  // Of two attempts the first is early enough.
  EXPECT_TRUE(region.earned("award", region.holdings({held("cad-1", "", "2025-06-15"), held("cad-1", "", "2026-06-15"), held("math-1")})));
}

TEST(Agreements, GiveBlocksOfCredit) {
  const std::string line = agreement("cad-1 counts as 6 credits unassigned at level 4");
  const Region region(award("electives: at least 6 credits from { level at least 4 }") + line);
  EXPECT_TRUE(region.earned("award", region.holdings({held("cad-1")})));
  const Region higher(award("electives: at least 6 credits from { level at least 5 }") + line);
  EXPECT_FALSE(higher.earned("award", higher.holdings({held("cad-1")})));
  // Nobody can take a block: the one step is the course for which it is given.
  const rung::Paths paths = rung::paths(region.table(), region.holdings({}), {region.id("award"), rung::Cost::count, 1, true, {}});
  ASSERT_EQ(paths.paths.size(), 1u);
  ASSERT_EQ(paths.paths[0].steps.size(), 1u);
  EXPECT_EQ(paths.paths[0].steps[0].credential, region.id("cad-1"));
  EXPECT_EQ(region.table().credentials()[region.id("a-block-1")].block, 1);
}

TEST(Agreements, KeepTheirLimits) {
  const std::string lines = "cad-1 counts as cnc-1\nall of { q-1, q-2 } counts as six-sigma\n";
  const std::string rule = award("core: all of { cnc-1, six-sigma }");
  const std::vector<rung::Holding> all = {held("cad-1"), held("q-1"), held("q-2")};
  const Region six(rule + agreement(lines + "at most 6 credits"));
  EXPECT_TRUE(six.earned("award", six.holdings(all)));
  const Region five(rule + agreement(lines + "at most 5 credits"));
  EXPECT_FALSE(five.earned("award", five.holdings(all)));
  auto more = all;
  more.push_back(held("six-sigma"));
  EXPECT_TRUE(five.earned("award", five.holdings(more)));   // limits are on what is counted, not on what is held
  const Region rule_limit(award("core: all of { cnc-1, six-sigma }, at most 5 credits by transfer") + agreement(lines));
  EXPECT_FALSE(rule_limit.earned("award", rule_limit.holdings(all)));
  EXPECT_TRUE(rule_limit.earned("award", rule_limit.holdings(more)));
}

TEST(Agreements, SayWhatIsInTheWay) {
  const auto with = [](const std::string& lines) { return Region(award("core: cnc-1") + agreement(lines)); };
  const Region floor = with("cad-1 at 63% counts as cnc-1");
  EXPECT_EQ(floor.verdict(floor.holdings({held("cad-1", "70%")})), TransferVerdict::recognised);
  EXPECT_EQ(floor.verdict(floor.holdings({held("cad-1", "50%")})), TransferVerdict::below_floor);
  EXPECT_EQ(floor.verdict(floor.holdings({held("cad-1")})), TransferVerdict::cannot_tell);
  const Region old = with("cad-1 counts as cnc-1\nnothing older than 7 years");
  EXPECT_EQ(old.verdict(old.holdings({held("cad-1", "", "2019-10-01")})), TransferVerdict::recognised);
  EXPECT_EQ(old.verdict(old.holdings({held("cad-1", "", "2019-09-30")})), TransferVerdict::too_old);
  const Region refusal = with("cad-1 not recognized because \"too little in common\"");
  EXPECT_EQ(refusal.verdict(refusal.holdings({held("cad-1")})), TransferVerdict::refused);
  const Region several = with("all of { q-1, q-2 } counts as cnc-1");
  EXPECT_EQ(several.verdict(several.holdings({held("q-1")})), TransferVerdict::incomplete);
  const rung::Transfers none = rung::transfers(several.table(), several.holdings({held("algebra")}), Region::northfield);
  EXPECT_TRUE(none.transfers.empty());
  EXPECT_EQ(none.unmentioned, std::vector<std::uint32_t>{several.id("algebra")});
}

TEST(Agreements, AreInForceOnTheDayThatTheySay) {
  const auto with = [](const std::string& lines) { return Region(award("core: cnc-1") + agreement("cad-1 counts as cnc-1\n" + lines)); };
  const Region asked = with("effective 2025-09 to 2026-08");
  EXPECT_EQ(asked.verdict(asked.holdings({held("cad-1")}, "2026-08-31")), TransferVerdict::recognised);
  EXPECT_EQ(asked.verdict(asked.holdings({held("cad-1")}, "2026-09-01")), TransferVerdict::not_in_force);
  EXPECT_EQ(asked.verdict(asked.holdings({held("cad-1")}, "")), TransferVerdict::cannot_tell);
  const Region awarded = with("effective 2019-09-01 to 2025-08-31\nin force when awarded");
  EXPECT_EQ(awarded.verdict(awarded.holdings({held("cad-1", "", "2025-08-31")})), TransferVerdict::recognised);
  EXPECT_EQ(awarded.verdict(awarded.holdings({held("cad-1", "", "2025-09-01")})), TransferVerdict::not_in_force);
  const Region open = with("effective 2025-09-01");
  EXPECT_EQ(open.verdict(open.holdings({held("cad-1")}, "2199-01-01")), TransferVerdict::recognised);
}

TEST(Agreements, AreWaysOnAPath) {
  const Region region(award("core: all of { cnc-1, six-sigma }") + agreement("cad-1 counts as cnc-1\nall of { q-1, q-2 } counts as six-sigma"));
  const rung::Paths paths = rung::paths(region.table(), region.holdings({}), {region.id("award"), rung::Cost::fee, 2, true, {}});
  ASSERT_EQ(paths.paths.size(), 2u);
  EXPECT_TRUE(paths.proven);
  // 250 + 100 + 100 instead of 300 + 400, and with cnc-1 itself 300 + 200.
  EXPECT_EQ(paths.paths[0].cost.fees.at(0).second, 450'000'000);
  EXPECT_EQ(paths.paths[1].cost.fees.at(0).second, 500'000'000);
  std::set<std::uint32_t> first;
  for (const rung::Step& step : paths.paths[0].steps) first.insert(step.credential);
  EXPECT_EQ(first, (std::set<std::uint32_t>{region.id("cad-1"), region.id("q-1"), region.id("q-2")}));
}

TEST(Agreements, LeadOn) {
  const Region region(award("core: cnc-1") + agreement("cad-1 counts as cnc-1"));
  const std::uint32_t from = region.id("cad-1");
  const auto leads = rung::leads_to(region.table(), std::span(&from, 1));
  ASSERT_EQ(leads.size(), 1u);
  EXPECT_EQ(leads[0].credential, region.id("award"));
  EXPECT_EQ(leads[0].recognition, 0u);
}

}  // namespace
