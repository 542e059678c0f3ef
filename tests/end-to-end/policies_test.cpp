// `rungc policies`, `rungc conform`, and policies in `check` and `build`, as their users run them.
#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

class Policies : public WorkingFolder {};

const std::string college = R"(rung 1 en
framework elmwood "Elmwood College" { version 2026-09 publisher elmwood conforms to short }
institution elmwood "Elmwood College" { type college region CA-ON }
competency handles-food "Handles food safely" { kind skill }
competency plans-menus "Plans menus" { kind skill }
microcredential food-safety "Food Safety" { issued by elmwood develops handles-food workload 30 hours over 2 weeks assessed by test consulted "Cooks" stacks none delivery online }
microcredential seminar "Seminar, \"Menus\"" { issued by elmwood develops plans-menus workload 60 hours over 14 weeks awarded for participation consulted "Cooks" stacks none delivery online }
policy short "Short" {
  source "Our rules" retrieved 2026-01-02
  in force from 2026-01
  every microcredential { length: must have workload at most 12 weeks because "a term" should state fee }
}
)";

TEST_F(Policies, AFrameworkIsHeldToWhatItSaysItConformsTo) {
  write("a.rung", college);
  const Answer checked = run("rungc check a.rung --format json");
  EXPECT_EQ(checked.status, 1);
  const json found = json::parse(checked.out);
  EXPECT_EQ(found["errors"], 1);
  EXPECT_EQ(found["warnings"], 2);           // neither states a fee
  const json& error = found["diagnostics"][2];   // by place, then by the name of the rule: fee of both, length of seminar
  EXPECT_EQ(error["code"], "policy");
  EXPECT_EQ(error["severity"], "error");
  EXPECT_EQ(error["policy"], "short");
  EXPECT_EQ(error["rule"], "length");
  EXPECT_EQ(error["source"], "Our rules");
  EXPECT_EQ(found["diagnostics"][0]["rule"], "fee");
  EXPECT_EQ(found["diagnostics"][0]["severity"], "warning");
  // A failing must is an error like any other: no table.
  EXPECT_EQ(run("rungc build a.rung -o a.pathways").status, 1);
  EXPECT_FALSE(fs::exists(folder_ / "a.pathways"));
  // Before it is in force it is left out, and that is said.
  const Answer before = run("rungc build a.rung -o a.pathways --on 2025-12-31 --depfile a.d");
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_NE(before.err.find("[policy-not-in-force]"), std::string::npos);
  // What is built in is no file that a Makefile could wait for.
  EXPECT_EQ(run("rungc build a.rung -o a.pathways --on 2025-12-31 --depfile a.d --policy oecd-2020").status, 0);
  EXPECT_EQ(read(folder_ / "a.d"), "a.pathways: \\\n  a.rung\n");
}

TEST_F(Policies, MoreOfThemAreAskedForByName) {
  write("a.rung", college);
  const Answer both = run("rungc check a.rung --policy heqco-2021 --policy osap");
  EXPECT_EQ(both.status, 1);
  EXPECT_NE(both.err.find("seminar breaks the rule length of osap"), std::string::npos) << both.err;
  EXPECT_NE(both.err.find("policy osap:"), std::string::npos) << "the place of the rule is shown";
  const Answer unknown = run("rungc check a.rung --policy osab");
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.err.find("did you mean 'osap'"), std::string::npos);
  write("b.rung", "rung 1 en\nframework b { version 1 conforms to heqko-2021 }\n");
  const Answer misspelt = run("rungc check b.rung");
  EXPECT_EQ(misspelt.status, 1);
  EXPECT_NE(misspelt.err.find("did you mean 'heqco-2021'"), std::string::npos);
}

TEST_F(Policies, AreListedAndPrinted) {
  const Answer list = run("rungc policies");
  EXPECT_EQ(list.status, 0);
  EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 28);
  EXPECT_NE(list.out.find("ontario-omc-2023"), std::string::npos);
  EXPECT_NE(list.out.find("(a proposal)"), std::string::npos);
  const Answer one = run("rungc policies osap");
  EXPECT_EQ(one.status, 0);
  EXPECT_EQ(one.out, read(fs::path(RUNG_SOURCE_DIR) / "compiler/policy/policies/osap.rung"));
  const json whole = json::parse(run("rungc policies osap --format json").out);
  EXPECT_EQ(whole["policy"], "osap");
  EXPECT_EQ(whole["refines"], json::array({"heqco-2021"}));
  EXPECT_EQ(whole["in_force"]["from"], "2020-12-01");
  EXPECT_TRUE(std::any_of(whole["rules"].begin(), whole["rules"].end(), [](const json& rule) { return rule["rule"] == "length" && rule["of"] == "osap" && rule["severity"] == "error"; }));
  EXPECT_TRUE(std::any_of(whole["rules"].begin(), whole["rules"].end(), [](const json& rule) { return rule["of"] == "heqco-2021"; }));
  EXPECT_EQ(json::parse(run("rungc policies --format json").out)["policies"].size(), 28u);
  const Answer unknown = run("rungc policies oecd --format json");
  EXPECT_EQ(unknown.status, 2);
  EXPECT_EQ(json::parse(unknown.out)["errors"][0]["code"], "unknown-policy");
}

TEST_F(Policies, APrintedOneIsAFileToChange) {
  write("osap.rung", run("rungc policies osap").out);
  write("a.rung", college);
  const Answer same = run("rungc conform a.rung osap.rung --policy osap --format json");
  EXPECT_EQ(json::parse(same.out), json::parse(run("rungc conform a.rung --policy osap --format json").out));
  std::string ours = read(folder_ / "osap.rung");
  const std::string limit = "must have workload at most 12 weeks";
  ours.replace(ours.find(limit), limit.size(), "must have workload at most 14 weeks");
  write("osap.rung", ours);
  const json matrix = json::parse(run("rungc conform a.rung osap.rung --policy osap --format json").out)["matrix"];
  EXPECT_EQ(matrix[1]["credential"], "elmwood.seminar");
  EXPECT_EQ(matrix[1]["verdict"], "pass");
}

// A framework of many credentials has a rule to hear of once, and every credential in what programs read.
TEST_F(Policies, WhatManyBreakIsToldOnce) {
  std::string many = "rung 1 en\nframework elm \"Elm\" { publisher elm conforms to short }\ninstitution elm \"Elm\"\n";
  for (int i = 0; i < 30; ++i) {
    const std::string number = std::to_string(10 + i);
    many += "competency k" + number + "\nmicrocredential m" + number + " { issued by elm develops k" + number + " assessed by test consulted \"Cooks\" }\n";
  }
  many += "policy short \"Short\" {\n  source \"Our rules\"\n  every microcredential { price: must state fee }\n}\n";
  write("many.rung", many);
  const std::string text = run("rungc check many.rung").err;
  EXPECT_NE(text.find("error: the rule price of short, 'must state fee', is broken in 30 places [policy]\nmany.rung:66:34: note: the rule price of short is here, from Our rules\n"), std::string::npos) << text;
  EXPECT_NE(text.find("many.rung:9:17: m12: it does not state 'fee'\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  … and 25 more; --format json tells each\n  help: state 'fee'\n"), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with("30 errors, 0 warnings\n")) << text;
  const auto told = [&](const std::string& format, const std::string& what) {
    const std::string out = run("rungc check many.rung --format " + format).out;
    std::size_t times = 0;
    for (std::size_t at = out.find(what); at != std::string::npos; at = out.find(what, at + 1)) ++times;
    return times;
  };
  EXPECT_EQ(told("json", "\"rule\": \"price\""), 30u);
  EXPECT_EQ(told("sarif", "breaks the rule price of short"), 30u);
  EXPECT_EQ(told("github", "breaks the rule price of short"), 30u);
  EXPECT_EQ(told("junit", "<failure "), 30u);
}

// 'stacks' is to be stated, and what counts the credential is known.
TEST_F(Policies, WhatItStacksIntoIsThereToBeCopied) {
  write("a.rung", "rung 1 en\nframework elm \"Elm\" { publisher elm }\ninstitution elm \"Elm\"\ncompetency k\ncompetency l\n"
                  "microcredential m { issued by elm develops k }\nmicrocredential alone { issued by elm develops l }\n"
                  "certificate second { issued by elm develops l entitles to \"work\" requires all of { m } }\ncertificate first { issued by elm develops l entitles to \"work\" requires { x: m } }\n");
  const json said = json::parse(run("rungc check a.rung --policy heqco-2021 --format json").out);
  std::map<std::string, std::string> help;
  for (const json& one : said["diagnostics"])
    if (one["rule"] == "stacks") help[one["message"].get<std::string>().substr(0, one["message"].get<std::string>().find(' '))] = one["help"];
  EXPECT_EQ(help["m"], "write: stacks into first, second");
  EXPECT_EQ(help["alone"], "state 'stacks'");                               // nothing counts it, and it may be meant to
  std::string mended = read(folder_ / "a.rung");
  mended.replace(mended.find("develops k }"), 12, "develops k\n" + help["m"].substr(7) + " }");
  write("a.rung", mended);
  for (const json& one : json::parse(run("rungc check a.rung --policy heqco-2021 --format json").out)["diagnostics"])
    EXPECT_FALSE((one["rule"] == "stacks" && one["message"].get<std::string>().starts_with("m ")) || one["code"] == "contradicted-claim" || one["code"] == "undeclared-stacking" || one["code"] == "syntax") << one;
}

TEST_F(Policies, TheMatrixHasEachCredentialAndPolicy) {
  write("a.rung", college);
  const Answer own = run("rungc conform a.rung --format json");
  EXPECT_EQ(own.status, 1) << "it fails a policy that it says it conforms to";
  const json matrix = json::parse(own.out)["matrix"];
  ASSERT_EQ(matrix.size(), 2u);
  EXPECT_EQ(matrix[0]["credential"], "elmwood.food-safety");
  EXPECT_EQ(matrix[0]["policy"], "short");
  EXPECT_EQ(matrix[0]["verdict"], "pass");   // a should that is not met is a finding, not a failure
  ASSERT_EQ(matrix[0]["findings"].size(), 1u);
  EXPECT_EQ(matrix[0]["findings"][0]["rule"], "fee");
  EXPECT_EQ(matrix[0]["findings"][0]["severity"], "warning");
  EXPECT_EQ(matrix[1]["verdict"], "fail");
  EXPECT_EQ(matrix[1]["findings"][0]["rule"], "length");
  EXPECT_EQ(matrix[1]["findings"][0]["message"], "its length is 14 weeks");
  EXPECT_EQ(matrix[1]["findings"][0]["because"], "a term");

  const Answer passes = run("rungc conform a.rung --for food-safety");
  EXPECT_EQ(passes.status, 0);
  EXPECT_NE(passes.out.find("elmwood.food-safety  pass"), std::string::npos) << passes.out;
  const json all = json::parse(run("rungc conform a.rung --policy all --format json").out);
  EXPECT_EQ(all["matrix"].size(), 2u * 29u);   // what is built in, and the one of the file
  const Answer dated = run("rungc conform a.rung --policy nzqa-2018,nzqa-2022 --on 2026-10-01 --format json");
  EXPECT_EQ(json::parse(dated.out)["not_in_force"][0]["policy"], "nzqa-2018");
  EXPECT_EQ(json::parse(dated.out)["matrix"].size(), 2u);
}

TEST_F(Policies, TheMatrixForSpreadsheetsAndItsReasons) {
  write("a.rung", college);
  EXPECT_EQ(run("rungc conform a.rung --policy short,unesco-2018 --format csv").out, "credential,short,unesco-2018\r\nelmwood.food-safety,pass,pass\r\nelmwood.seminar,fail,pass\r\n");
  const std::string why = run("rungc conform a.rung --why --format csv").out;
  EXPECT_NE(why.find("elmwood.seminar,short,fail,length,error,must have workload at most 12 weeks,its length is 14 weeks,Our rules\r\n"), std::string::npos) << why;
  const std::string text = run("rungc conform a.rung --why").out;
  EXPECT_NE(text.find("\nshort\n"
                      "  length: must have workload at most 12 weeks (fails)\n    source: Our rules, retrieved 2026-01-02\n    its length is 14 weeks\n      elmwood.seminar\n"
                      "  fee: should state fee (falls short)\n    source: Our rules, retrieved 2026-01-02\n    it does not state 'fee'\n    help: state 'fee'\n      elmwood.food-safety, elmwood.seminar\n"),
            std::string::npos)
      << text;
  const std::string one = run("rungc conform a.rung --for seminar --why").out;
  EXPECT_NE(one.find("elmwood.seminar and short: FAIL\n  length: must have workload at most 12 weeks (fails)\n    its length is 14 weeks\n    source: Our rules, retrieved 2026-01-02\n"), std::string::npos) << one;
}

TEST_F(Policies, WhereTheyContradictEachOtherBothRulesAreShown) {
  write("a.rung", college);
  const Answer json_answer = run("rungc conform a.rung --policy heqco-2021,eu-2022 --for seminar --format json");
  const json told = json::parse(json_answer.out);
  bool found = false;
  for (const json& one : told["contradictions"]) {
    if (one["matter"] != "awarded for") continue;
    found = true;
    EXPECT_EQ(one["credential"], "elmwood.seminar");
    ASSERT_EQ(one["stands"].size(), 2u);
    EXPECT_EQ(one["stands"][0]["policy"], "heqco-2021");
    EXPECT_EQ(one["stands"][0]["stand"], "allows");
    EXPECT_EQ(one["stands"][1]["policy"], "eu-2022");
    EXPECT_EQ(one["stands"][1]["stand"], "refuses");
  }
  EXPECT_TRUE(found) << json_answer.out;
  const std::string text = run("rungc conform a.rung --policy heqco-2021,eu-2022 --for seminar --why").out;
  EXPECT_NE(text.find("policies contradict each other for elmwood.seminar: awarded for\n  heqco-2021 allows: may be awarded for participation"), std::string::npos) << text;
}

}  // namespace
