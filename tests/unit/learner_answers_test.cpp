// What answers look like, as JSON and as text. The answers are made by hand: what they say is the queries' business.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

using nlohmann::json;
using rung::Verdict;

class Answers : public testing::Test {
 protected:
  static rung::Asked asked() {
    const std::string bytes = rung::table::serialize(sample::image());
    auto table = rung::Table::copy(std::as_bytes(std::span(bytes)));
    EXPECT_TRUE(table);
    rung::Learner learner;
    learner.id = "A-1029";
    learner.holdings.resize(2);
    learner.holdings[0].name = "metrology";
    learner.holdings[1].name = "pottery-and-glazing";
    auto holdings = rung::bind(*table, learner, "2026-10-01");
    EXPECT_TRUE(holdings);
    return {std::make_shared<const rung::Table>(std::move(*table)), std::move(learner), std::move(*holdings)};
  }
  void expect_text(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nin\n" << text;
  }
  rung::Asked asked_ = asked();
};

TEST_F(Answers, Earned) {
  rung::Earned answer;
  answer.earned = {{sample::inspector, false, {{sample::metrology, 1, 3'000'000, {}}, {sample::cad_1, 2, sample::unknown, {}}}}};
  answer.cannot_tell = {{sample::spc, {{sample::metrology, "grade"}}}};
  const json out = json::parse(rung::json_earned(asked_, answer));
  EXPECT_EQ(out["learner"], "A-1029");
  EXPECT_EQ(out["on"], "2026-10-01");
  EXPECT_EQ(out["earned"][0]["credential"], "northfield.inspector");
  EXPECT_EQ(out["earned"][0]["conferred"], false);
  EXPECT_EQ(out["earned"][0]["counted"][0]["credential"], "northfield.metrology");
  EXPECT_EQ(out["earned"][0]["counted"][0]["part"], "core");
  EXPECT_EQ(out["earned"][0]["counted"][0]["credits"], "3");
  EXPECT_TRUE(out["earned"][0]["counted"][1]["credits"].is_null());
  EXPECT_EQ(out["set_aside"][0]["holding"], 1);
  EXPECT_EQ(out["set_aside"][0]["reason"], "unknown-credential");
  EXPECT_EQ(out["cannot_tell"][0]["credential"], "northfield.spc");
  EXPECT_EQ(out["cannot_tell"][0]["statements"][0]["what"], "grade");
  EXPECT_EQ(out["proven"], true);

  const std::string text = rung::text_earned(asked_, answer);
  expect_text(text,
              "A-1029 on 2026-10-01\n\nEarned:\n  Quality Inspector (northfield.inspector)\n    core: Métrologie\n    methods: mohawk.cad-1\n");
  expect_text(text, "  Process Control (northfield.spc): grade of Métrologie (northfield.metrology)\n");
  expect_text(text, "Set aside from the record:\n  holding 2: ");
}

TEST_F(Answers, Missing) {
  rung::MissingAnswer answer{};
  answer.nodes = {{0, Verdict::partly, 1, 0, {}},
                  {1, Verdict::met, 1, 0, {sample::metrology}},
                  {2, Verdict::unmet, 0, 0, {}},
                  {3, Verdict::unmet, 0, 0, {}}};
  answer.conditions = {{0, Verdict::unmet, 3'000'000, 6'000'000}};
  const rung::PathsQuestion question{sample::inspector, rung::Cost::fee, 1, true, {}, {rung::Cost::weeks}};
  rung::Paths ways;
  ways.paths = {{}};
  ways.paths[0].steps = {{sample::metrology, rung::table::none}, {sample::spc, 2}};
  ways.paths[0].cost.fees = {{0, 240'000'000}};
  ways.paths[0].gates = {0};
  ways.bound = 240'000'000;
  const rung::BestWay best{question, ways};
  const json out = json::parse(rung::json_missing(asked_, sample::inspector, answer, best));
  EXPECT_EQ(out["award"], "northfield.inspector");
  EXPECT_EQ(out["earned"], false);
  const json& rule = out["rule"];
  EXPECT_EQ(rule["kind"], "all");
  EXPECT_EQ(rule["met"], false);
  EXPECT_EQ(rule["verdict"], "partly");
  ASSERT_EQ(rule["parts"].size(), 3u);
  EXPECT_EQ(rule["parts"][0]["part"], "core");
  EXPECT_EQ(rule["parts"][0]["met"], true);
  EXPECT_EQ(rule["parts"][0]["counted"], json({"northfield.metrology"}));
  EXPECT_EQ(rule["best"], json({"northfield.spc"}));
  EXPECT_EQ(rule["parts"][0]["best"], json::array());
  EXPECT_EQ(rule["parts"][1]["best"], json({"northfield.spc"}));
  EXPECT_EQ(out["best"]["by"], "fee,weeks");
  EXPECT_EQ(out["best"]["proven"], true);
  EXPECT_EQ(out["best"]["bound"], "240");
  EXPECT_EQ(out["best"]["way"]["steps"][1], json({{"credential", "northfield.spc"}, {"part", "methods"}}));
  EXPECT_EQ(rule["parts"][1]["kind"], "any");
  EXPECT_EQ(rule["parts"][1]["need"], 1);
  EXPECT_EQ(rule["parts"][2]["gate"], "northfield.hired");
  EXPECT_EQ(out["conditions"][0],
            json({{"kind", "total"}, {"met", false}, {"verdict", "unmet"}, {"have", "3"}, {"need", "6"}, {"unit", "credits"}}));
  EXPECT_TRUE(out["prerequisite"].is_null());
  EXPECT_EQ(out["missing"], json({"methods", "northfield.hired", "total"}));

  const std::string text = rung::text_missing(asked_, sample::inspector, answer, "en", &best);
  expect_text(text, "Quality Inspector (northfield.inspector): not yet earned\n");
  expect_text(text, "    [x] core: 1 credential; counted: Métrologie\n");
  expect_text(text, "    [ ] methods: any of 2 credentials, each with 70% or better, 0 so far; open: mohawk.cad-1, Process Control; best: Process Control\n");
  expect_text(text, "    [ ] gate: Hired by a licensed provider\n");
  expect_text(text, "  [ ] at least 6 credits in all, 3 so far\n");
  expect_text(text, "Still missing: methods, northfield.hired, total\n"
                    "The best way, by fee, then weeks: 240 CAD; also takes Métrologie; needs Hired by a licensed provider\n");

  // A way that may not be the best, and none at all.
  ways.proven = false;
  expect_text(rung::text_missing(asked_, sample::inspector, answer, "en", &best), "needs Hired by a licensed provider\nThe search stopped at the work limit (--steps): a better way may be there, but none for less than 240.\n");
  EXPECT_EQ(json::parse(rung::json_missing(asked_, sample::inspector, answer, best))["best"]["proven"], false);
  ways.paths.clear();
  expect_text(rung::text_missing(asked_, sample::inspector, answer, "en", &best), "\nNo way was found within the work limit (--steps).\n");
  ways.proven = true;
  expect_text(rung::text_missing(asked_, sample::inspector, answer, "en", &best), "\nThere is no way to it.\n");
  const json none = json::parse(rung::json_missing(asked_, sample::inspector, answer, best));
  EXPECT_TRUE(none["best"]["way"].is_null());
  EXPECT_TRUE(none["rule"]["parts"][1]["best"].is_null());
}

TEST_F(Answers, Paths) {
  rung::Path path;
  path.cost.credits = 6'000'000;
  path.cost.weeks = 1'000'000;
  path.cost.fees = {{0, 240'000'000}};
  path.cost.count = 2;
  path.cost.at_least = 1u << static_cast<unsigned>(rung::Cost::fee);
  path.steps = {{sample::metrology, 1}, {sample::spc, rung::table::none}};
  path.gates = {0};
  path.earns = {sample::inspector};
  rung::Paths answer;
  answer.paths = {path};
  answer.bound = 6'000'000;
  rung::PathsQuestion question{sample::inspector, rung::Cost::credits, 3, true, {}};
  const json out = json::parse(rung::json_paths(asked_, question, answer));
  EXPECT_EQ(out["by"], "credits");
  EXPECT_EQ(out["bound"], "6");
  EXPECT_EQ(out["complete"], false);
  EXPECT_EQ(out["paths"][0]["cost"]["credits"], "6");
  EXPECT_EQ(out["paths"][0]["cost"]["fee"], json::array({{{"amount", "240"}, {"currency", "CAD"}}}));
  EXPECT_EQ(out["paths"][0]["cost"]["count"], 2);
  EXPECT_EQ(out["paths"][0]["cost"]["at_least"], json({"fee"}));
  EXPECT_EQ(out["paths"][0]["steps"][0], json({{"credential", "northfield.metrology"}, {"part", "core"}}));
  EXPECT_TRUE(out["paths"][0]["steps"][1]["part"].is_null());
  EXPECT_EQ(out["paths"][0]["gates"], json({"northfield.hired"}));
  EXPECT_EQ(out["paths"][0]["earns"], json({"northfield.inspector"}));

  const std::string text = rung::text_paths(asked_, question, answer);
  expect_text(text, "1.   6 credits, at least 240 CAD, 1 week\n     Métrologie (northfield.metrology) for core\n");
  expect_text(text, "     Process Control (northfield.spc) as a prerequisite\n     needs: Hired by a licensed provider\n");
  answer.proven = false;
  expect_text(rung::text_paths(asked_, question, answer), "none for less than 6 credits.\n");
  answer.paths.clear();
  answer.proven = true;
  expect_text(rung::text_paths(asked_, question, answer), "There is no way to it.\n");
  answer.paths = {{}};
  expect_text(rung::text_paths(asked_, question, answer), "It is earned already");
}

TEST_F(Answers, LeadsTo) {
  const std::vector<std::uint32_t> from = {sample::metrology};
  const std::vector<rung::Lead> leads = {{sample::inspector, 1, 2}};
  const json out = json::parse(rung::json_leads_to(asked_.table, from, rung::table::no_date, leads));
  EXPECT_EQ(out, json({{"credentials", {"northfield.metrology"}},
                       {"on", nullptr},
                       {"awards", {{{"credential", "northfield.inspector"}, {"part", "core"}, {"steps", 2}}}}}));
  EXPECT_EQ(rung::text_leads_to(asked_.table, sample::metrology, rung::table::no_date, leads),
            "Métrologie (northfield.metrology) counts towards\n  Quality Inspector (northfield.inspector), part core, 2 steps away\n");
  EXPECT_EQ(rung::text_leads_to(asked_.table, sample::metrology, rung::table::no_date, {}), "Métrologie (northfield.metrology) counts towards no award.\n");
  const std::int32_t day = 20'727;   // 2026-10-01
  EXPECT_EQ(rung::text_leads_to(asked_.table, sample::metrology, day, {}), "On 2026-10-01, Métrologie (northfield.metrology) counts towards no award.\n");
  EXPECT_EQ(json::parse(rung::json_leads_to(asked_.table, from, day, {}))["on"], "2026-10-01");
}

TEST_F(Answers, AFailureKeepsItsPlace) {
  const json out = json::parse(rung::json_failure({"malformed-record", "on must be a string", "mend it", "on"}));
  EXPECT_EQ(out["errors"][0], json({{"code", "malformed-record"}, {"message", "on must be a string"}, {"remedy", "mend it"}, {"place", "on"}}));
}

}  // namespace
