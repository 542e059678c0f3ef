// The programs as their users run them: command lines in, standard output, standard error and exit statuses out (docs/interfaces.md).
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

class Programs : public WorkingFolder {
 protected:
  bool exists(const std::string& name) const { return fs::exists(folder_ / name); }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{})); }
};

const std::string kitchen = R"(rung 1 en
framework elmwood "Elmwood College" { version 2026-09 }
competency handles-food "Handles food safely"
competency plans-menus  "Plans menus"
competency runs-kitchen "Runs a kitchen"
microcredential food-safety "Food Safety"   { develops handles-food  credits 2 fee 100 CAD workload 30 hours over 2 weeks assessed by test consulted "Cooks" }
microcredential menus       "Menu Planning" { develops plans-menus   credits 3 fee 150 CAD workload 45 hours over 3 weeks assessed by test consulted "Cooks" }
certificate kitchen-manager "Kitchen Manager" {
  develops runs-kitchen
  requires { basics: food-safety craft: menus after basics }
}
)";

TEST_F(Programs, FromAFileToAnAnswer) {
  write("elmwood.rung", kitchen);
  write("learner.json", R"({"learner": "A-1", "holdings": [{"credential": "elmwood.food-safety", "awarded": "2026-05-01"}]})");
  const Answer built = run("rungc build elmwood.rung -o elmwood.pathways --depfile elmwood.d");
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_EQ(built.out + built.err, "");
  EXPECT_EQ(read(folder_ / "elmwood.d"), "elmwood.pathways: \\\n  elmwood.rung\n");

  const Answer missing = run("rung missing elmwood.pathways elmwood.kitchen-manager --learner learner.json --format json");
  ASSERT_EQ(missing.status, 0) << missing.err;
  const json m = json::parse(missing.out);
  EXPECT_EQ(m["award"], "elmwood.kitchen-manager");
  EXPECT_EQ(m["earned"], false);
  EXPECT_EQ(m["missing"], json::array({"craft"}));

  const Answer paths = run("rung paths elmwood.pathways kitchen-manager --learner - --format json --by fee <learner.json");
  ASSERT_EQ(paths.status, 0) << paths.err;
  const json p = json::parse(paths.out);
  EXPECT_EQ(p["by"], "fee");
  EXPECT_EQ(p["proven"], true);
  EXPECT_EQ(p["bound"], "150");
  ASSERT_EQ(p["paths"].size(), 1u);
  EXPECT_EQ(p["paths"][0]["cost"]["credits"], "3");
  EXPECT_EQ(p["paths"][0]["cost"]["hours"], "45");
  EXPECT_EQ(p["paths"][0]["cost"]["weeks"], "3");
  EXPECT_EQ(p["paths"][0]["cost"]["count"], 1);
  EXPECT_EQ(p["paths"][0]["cost"]["fee"], json::array({{{"amount", "150"}, {"currency", "CAD"}}}));
  EXPECT_EQ(p["paths"][0]["steps"], json::array({{{"credential", "elmwood.menus"}, {"part", "craft"}}}));

  const json leads = json::parse(run("rung leads-to elmwood.pathways elmwood.menus --format json").out);
  EXPECT_EQ(leads["awards"], json::array({{{"credential", "elmwood.kitchen-manager"}, {"part", "craft"}, {"steps", 1}}}));

  // From nothing: both, one after the other.
  const json from_nothing = json::parse(run("rung paths elmwood.pathways kitchen-manager --format json").out);
  EXPECT_EQ(from_nothing["paths"][0]["cost"]["weeks"], "5");
  EXPECT_EQ(from_nothing["paths"][0]["steps"][0]["credential"], "elmwood.food-safety");
}

// Two ways to the same: one is cheap, one is quick.
TEST_F(Programs, WaysBySeveralCosts) {
  write("elmwood.rung", R"(rung 1 en
framework elmwood { version 2026-09 }
competency cooks
course by-post { credits 1 fee 100 CAD workload 40 hours over 8 weeks }
course in-class { credits 1 fee 400 CAD workload 40 hours over 2 weeks }
course evenings { credits 1 fee 400 CAD workload 40 hours over 6 weeks }
certificate cook { develops cooks requires { any of { by-post, in-class, evenings } } }
)");
  ASSERT_EQ(run("rungc build elmwood.rung -o t.pathways").status, 0);
  const auto ways = [&](const std::string& how) {
    const json answer = json::parse(run("rung paths t.pathways cook --format json " + how).out);
    std::string out = answer["by"].get<std::string>() + (answer["pareto"] == true ? ", compromises" : "") + ", bound " + answer["bound"].get<std::string>() + ":";
    for (const json& path : answer["paths"]) out += " " + path["steps"][0]["credential"].get<std::string>().substr(8);
    return out + (answer["complete"] == true ? "" : " …");
  };
  EXPECT_EQ(ways("--by fee,weeks"), "fee,weeks, bound 100: by-post in-class evenings");
  EXPECT_EQ(ways("--by fee"), "fee, bound 100: by-post evenings in-class");
  EXPECT_EQ(ways("--by weeks,fee -k 1"), "weeks,fee, bound 2: in-class …");
  EXPECT_EQ(ways("--pareto fee,weeks"), "fee,weeks, compromises, bound 100: by-post in-class");
  EXPECT_EQ(ways("--pareto weeks,fee"), "weeks,fee, compromises, bound 2: in-class by-post");
  EXPECT_EQ(ways("--pareto weeks,fee -k 1"), "weeks,fee, compromises, bound 2: in-class …");
  EXPECT_EQ(ways("--pareto fee"), "fee, compromises, bound 100: by-post");
  for (const std::string wrong : {"--by fee,", "--by fee,fee", "--pareto ,", "--pareto price", "--by fee --pareto fee"}) EXPECT_EQ(run("rung paths t.pathways cook " + wrong).status, 2) << wrong;
}

// Of what is open in each part, the best is what the best way takes: here the two parts' cheapest choices are the same one, and it counts once.
TEST_F(Programs, MissingSaysWhatIsBestInEachPart) {
  write("elmwood.rung", R"(rung 1 en
framework elmwood { version 2026-09 }
competency cooks
competency bakes
gate hired "Is hired"
course knives "Knives" { credits 1 fee 900 CAD }
course stocks "Stocks" { credits 2 fee 100 CAD prerequisite hygiene }
course sauces "Sauces" { credits 3 fee 100 CAD }
course hygiene "Hygiene" { credits 1 fee 50 CAD }
course baking "Baking" { credits 1 fee 300 CAD }
course pastry "Pastry" { credits 2 fee 200 CAD }
certificate baker "Baker" { develops bakes requires { any of { baking, pastry } } }
certificate cook "Cook" {
  develops cooks
  prerequisite hygiene
  requires {
    first:  any of { knives, stocks }
    second: any of { knives, sauces }
    oven:   baker
    work:   gate hired
  }
}
)");
  write("learner.json", R"({"holdings": []})");
  ASSERT_EQ(run("rungc build elmwood.rung -o t.pathways").status, 0);
  const auto best = [&](const std::string& by) {
    const json answer = json::parse(run("rung missing t.pathways cook --learner learner.json --format json" + by).out);
    // The same as paths says.
    json ways = json::parse(run("rung paths t.pathways cook --learner learner.json -k 1 --format json" + by).out);
    EXPECT_EQ(answer["best"]["way"], ways["paths"][0]);
    EXPECT_EQ(answer["best"]["by"], ways["by"]);
    EXPECT_EQ(answer["best"]["proven"], true);
    EXPECT_EQ(answer["best"]["bound"], ways["bound"]);
    std::string out;
    for (const json& part : answer["rule"]["parts"]) {
      out += part["part"].get<std::string>() + ":";
      for (const json& credential : part["best"]) out += " " + credential.get<std::string>().substr(8);
      out += "; ";
    }
    return out + "before: " + answer["prerequisite"]["best"].dump();
  };
  EXPECT_EQ(best(""), "first: stocks; second: knives; oven: baking; work:; before: [\"elmwood.hygiene\"]");   // 2 + 1, and not 1 + 3
  EXPECT_EQ(best(" --by fee"), "first: stocks; second: sauces; oven: pastry; work:; before: [\"elmwood.hygiene\"]");
  EXPECT_EQ(best(" --by count,fee"), "first: stocks; second: sauces; oven: pastry; work:; before: [\"elmwood.hygiene\"]");
  const Answer text = run("rung missing t.pathways cook --learner learner.json");
  EXPECT_NE(text.out.find("first: any of 2 credentials, 0 so far; open: Knives, Stocks; best: Stocks\n"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("oven: 1 credential, 0 so far; open: Baker; best: Baking\n"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("Before enrolling:\n  [ ] 1 credential, 0 so far; open: Hygiene; best: Hygiene\n"), std::string::npos) << text.out;
  EXPECT_TRUE(text.out.ends_with("The best way, by credits: 5 credits, 1350 CAD; something on the way states no hours or weeks; also takes Hygiene; needs Is hired\n")) << text.out;

  // What was not searched to the end says so, and a wrong cost is refused.
  const json stopped = json::parse(run("rung missing t.pathways cook --learner learner.json --format json --steps 1").out);
  EXPECT_EQ(stopped["best"]["proven"], false);
  EXPECT_EQ(run("rung missing t.pathways cook --learner learner.json --by luck").status, 2);
  // What the learner has had and what does not serve is taken again.
  write("expired.json", R"({"holdings": [{"credential": "baking", "expires": "2026-01-01"}], "on": "2026-10-01"})");
  EXPECT_NE(run("rung missing t.pathways baker --learner expired.json").out.find("open: Baking, Pastry; best, taken again: Baking\n"), std::string::npos);
  // When it is earned, nothing is best.
  write("baker.json", R"({"holdings": [{"credential": "baking"}]})");
  const json earned = json::parse(run("rung missing t.pathways baker --learner baker.json --format json").out);
  EXPECT_EQ(earned["rule"]["best"], json::array());
  EXPECT_EQ(earned["best"]["way"]["steps"], json::array());
}

TEST_F(Programs, EarnedSaysWhatWasCountedAndWhatWasSetAside) {
  write("elmwood.rung", kitchen);
  write("learner.json", R"({"learner": "A-2", "on": "2026-10-01", "holdings": [
    {"credential": "elmwood.food-safety", "awarded": "2026-05-01"}, {"credential": "elmwood.menus", "awarded": "2026-06-01"}, {"credential": "elsewhere.cooking"}]})");
  ASSERT_EQ(run("rungc build elmwood.rung -o t.pathways").status, 0);
  const Answer answer = run("rung earned t.pathways --learner learner.json --format json");
  ASSERT_EQ(answer.status, 0) << answer.err;
  const json e = json::parse(answer.out);
  EXPECT_EQ(e["learner"], "A-2");
  EXPECT_EQ(e["on"], "2026-10-01");
  ASSERT_EQ(e["earned"].size(), 1u);
  EXPECT_EQ(e["earned"][0]["credential"], "elmwood.kitchen-manager");
  EXPECT_EQ(e["earned"][0]["counted"][0]["credential"], "elmwood.food-safety");
  EXPECT_EQ(e["earned"][0]["counted"][0]["part"], "basics");
  EXPECT_EQ(e["earned"][0]["counted"][0]["credits"], "2");
  ASSERT_EQ(e["set_aside"].size(), 1u);
  EXPECT_EQ(e["set_aside"][0]["holding"], 2);
  EXPECT_EQ(e["set_aside"][0]["reason"], "unknown-credential");

  // The day of the question can be said: before the second was awarded, the certificate was not earned.
  const json before = json::parse(run("rung earned t.pathways --learner learner.json --on 2026-05-15 --format json").out);
  EXPECT_EQ(before["earned"], json::array());
}

TEST_F(Programs, ExitStatusesAndJsonFailures) {
  write("good.rung", kitchen);
  write("bad.rung", "rung 1 en\nframework f { version 1 }\ncourse a { credits three }\n");
  EXPECT_EQ(run("rungc check good.rung").status, 0);
  EXPECT_EQ(run("rungc check bad.rung").status, 1);
  EXPECT_EQ(run("rungc check missing.rung").status, 2);
  EXPECT_EQ(run("rungc check").status, 2);
  EXPECT_EQ(run("rungc chekc good.rung").status, 2);
  EXPECT_EQ(run("rungc build good.rung").status, 2);
  EXPECT_EQ(run("rungc check - <good.rung").status, 0);
  EXPECT_EQ(run("rungc --help").status, 0);
  EXPECT_EQ(run("rungc explain stacking-cycle").status, 0);
  EXPECT_EQ(run("rungc explain stacking-cycl").status, 2);
  EXPECT_NE(run("rungc explain stacking-cycl").err.find("did you mean 'stacking-cycle'?"), std::string::npos);

  const json diagnostics = json::parse(run("rungc check bad.rung --format json").out);
  EXPECT_EQ(diagnostics["errors"], 1);
  EXPECT_EQ(diagnostics["diagnostics"][0]["code"], "syntax");
  EXPECT_EQ(diagnostics["diagnostics"][0]["start"], (json{{"line", 3}, {"column", 20}}));
  EXPECT_EQ(diagnostics["diagnostics"][0]["end"], (json{{"line", 3}, {"column", 25}}));
  EXPECT_TRUE(json::parse(run("rungc check bad.rung --format sarif").out).contains("runs"));
  EXPECT_TRUE(json::accept(run("rungc check missing.rung --format json").out));
  EXPECT_TRUE(json::accept(run("rungc build good.rung --format json").out));

  ASSERT_EQ(run("rungc build good.rung -o t.pathways").status, 0);
  EXPECT_EQ(run("rung earned t.pathways").status, 2);
  EXPECT_EQ(run("rung earned nowhere.pathways --learner /dev/null").status, 2);
  write("broken.json", "{\"holdings\": [");
  EXPECT_EQ(run("rung earned t.pathways --learner broken.json").status, 1);
  EXPECT_EQ(run("rung missing t.pathways nothing --learner broken.json").status, 1);
  write("empty.json", R"({"holdings": []})");
  EXPECT_EQ(run("rung missing t.pathways kitchen-manger --learner empty.json").status, 1);
  EXPECT_NE(run("rung missing t.pathways kitchen-manger --learner empty.json").err.find("kitchen-manager"), std::string::npos);
  EXPECT_EQ(run("rung paths t.pathways kitchen-manager --by luck").status, 2);
  EXPECT_EQ(run("rung earned t.pathways --learner empty.json --on yesterday").status, 2);
  write("damaged.pathways", "RUNGPATH and then nothing");
  const Answer damaged = run("rung dump damaged.pathways --format json");
  EXPECT_EQ(damaged.status, 1);
  EXPECT_TRUE(json::accept(damaged.out));
}

TEST_F(Programs, AFailedBuildLeavesTheOldTableAndNothingElse) {
  write("a.rung", kitchen);
  ASSERT_EQ(run("rungc build a.rung -o t.pathways").status, 0);
  const std::string old = read(folder_ / "t.pathways");
  write("a.rung", kitchen + "course broken {");
  EXPECT_EQ(run("rungc build a.rung -o t.pathways").status, 1);
  EXPECT_EQ(read(folder_ / "t.pathways"), old);

  write("a.rung", kitchen);
  EXPECT_EQ(run("rungc build a.rung -o nowhere/t.pathways").status, 2);
  EXPECT_EQ(run("mkdir d && rungc build a.rung -o d").status, 2);
  const std::size_t before = files();
  // A file size limit stands for a full disk: the write fails in the middle. (The same table again would not be written at all.)
  write("a.rung", kitchen + "course more \"More\" { assessed by exam }\n");
  const Answer full = run("bash -c 'trap \"\" XFSZ; ulimit -f 0; rungc build a.rung -o t.pathways' 2>/dev/null || (exit 2)");
  EXPECT_EQ(full.status, 2);
  EXPECT_EQ(read(folder_ / "t.pathways"), old);
  EXPECT_EQ(files(), before);
}

TEST_F(Programs, TheSameInputGivesTheSameBytes) {
  write("a.rung", kitchen);
  ASSERT_EQ(run("rungc build a.rung -o one.pathways").status, 0);
  ASSERT_EQ(run("mkdir other && cp a.rung other/b.rung && cd other && LC_ALL=C TZ=Asia/Tokyo rungc build b.rung -o ../two.pathways").status, 0);
  EXPECT_EQ(read(folder_ / "one.pathways"), read(folder_ / "two.pathways"));
}

TEST_F(Programs, UsesAreReadOnceAndMissingOnesReportedWhereTheyStand) {
  write("a.rung", "rung 1 en\nframework a { version 1 }\nuse \"b.rung\"\nuse \"c.rung\"\ncourse x { prerequisite all of { b.y, c.z } }\n");
  write("b.rung", "rung 1 en\nframework b { version 1 }\nuse \"c.rung\"\ncourse y { prerequisite c.z }\n");
  write("c.rung", "rung 1 en\nframework c { version 1 }\ncourse z\n");
  EXPECT_EQ(run("rungc check a.rung b.rung").status, 0) << run("rungc check a.rung b.rung").err;
  write("c.rung", "rung 1 en\nframework c { version 1 }\nuse \"a.rung\"\ncourse z\n");
  EXPECT_NE(run("rungc check a.rung").err.find("[use-cycle]"), std::string::npos);
  fs::remove(folder_ / "c.rung");
  const json gone = json::parse(run("rungc check a.rung --format json").out);
  EXPECT_EQ(gone["diagnostics"][0]["code"], "unreadable-use");
  EXPECT_EQ(gone["diagnostics"][0]["start"]["line"], 4);
}

TEST_F(Programs, WhatCannotBeWrittenToStandardErrorIsNoCrash) {
  write("bad.rung", "rung 1 en\nframework f { version 1 }\ncourse a { credits three }\n");
  EXPECT_EQ(run("(rungc check bad.rung 2>/dev/full)").status, 1);
  EXPECT_EQ(run("(rungc check bad.rung 2>&-)").status, 1);
  EXPECT_EQ(run("(rungc chekc 2>/dev/full)").status, 2);
  EXPECT_EQ(run("(rung nothing 2>&-)").status, 2);
  EXPECT_EQ(run("(rung --help >/dev/full)").status, 2);
  EXPECT_EQ(run("(rungc --help >/dev/full)").status, 2);
}

TEST_F(Programs, WhatIsLeftOutIsSuggested) {
  EXPECT_EQ(run("rungc build some/elm.rung").err, "rungc: --output is required, such as -o elm.pathways (rungc --help says more)\n");
  EXPECT_EQ(run("rungc build some").err, "rungc: --output is required (rungc --help says more)\n");
  EXPECT_EQ(run("rungc explain nope").err, "rungc: there is no diagnostic 'nope' (rungc explain lists them)\n");
}

TEST_F(Programs, AWrongCommandIsNamed) {
  write("a.rung", kitchen);
  ASSERT_EQ(run("rungc build a.rung -o t.pathways").status, 0);
  EXPECT_NE(run("rung earn t.pathways").err.find("there is no verb 'earn'"), std::string::npos);
  for (const char* wrong : {"--by 3", "--by ''", "--by FEE", "--steps -1", "--steps 18446744073709551616", "--steps 1e3", "--on ''"}) {
    const Answer answer = run("rung paths t.pathways kitchen-manager --format json " + std::string(wrong));
    EXPECT_EQ(answer.status, 2) << wrong;
    ASSERT_TRUE(json::accept(answer.out)) << wrong;
    EXPECT_EQ(json::parse(answer.out)["errors"][0]["code"], "usage") << wrong;
    EXPECT_EQ(answer.err.find('\0'), std::string::npos) << wrong;
  }
  EXPECT_EQ(run("rungc build a.rung -o -").status, 2);
  EXPECT_FALSE(exists("-"));
}

TEST_F(Programs, NobodysTextRulesTheTerminal) {
  write("a.rung", "rung 1 en\nframework f { version 1 }\ncompetency skill \"Skill\"\ncourse a \"A\x1b[31m\xE2\x80\xAE\" { develops skill }\n");
  write("learner.json", R"({"learner": "B\u001b[2J\n7", "holdings": [{"credential": "x\u001b[0m"}]})");
  ASSERT_EQ(run("rungc build a.rung -o t.pathways").status, 0);
  const Answer earned = run("rung earned t.pathways --learner learner.json");
  EXPECT_EQ(earned.out.find('\x1b'), std::string::npos);
  EXPECT_TRUE(earned.out.starts_with("B␛[2J 7\n")) << earned.out;
  EXPECT_EQ(run("rung dump t.pathways").out.find('\x1b'), std::string::npos);
  EXPECT_NE(run("rung paths t.pathways a").out.find("A␛[31m<U+202E> (f.a)"), std::string::npos);
  EXPECT_EQ(run("rung leads-to t.pathways \"$(printf '\\033[31m')\"").err.find('\x1b'), std::string::npos);
  EXPECT_EQ(run("rungc explain \"$(printf '\\033[31m')\"").err.find('\x1b'), std::string::npos);
}

TEST_F(Programs, AUseNeverWaits) {
  ASSERT_EQ(run("mkfifo pipe").status, 0);
  write("a.rung", "rung 1 en\nframework a { version 1 }\nuse \"pipe\"\nuse \"/dev/zero\"\nuse \"-\"\n");
  const Answer answer = run("timeout 20 rungc check a.rung </dev/zero");
  EXPECT_EQ(answer.status, 1);
  EXPECT_NE(answer.err.find("pipe cannot be read: it is not a regular file"), std::string::npos) << answer.err;
  EXPECT_NE(answer.err.find("/dev/zero cannot be read: it is not a regular file"), std::string::npos) << answer.err;
  EXPECT_NE(answer.err.find("./- cannot be read"), std::string::npos) << answer.err;
}

// However little work the search is allowed, a way that it shows is whole.
TEST_F(Programs, AWayIsToldInFullUnderEveryWorkLimit) {
  write("a.rung", kitchen);
  ASSERT_EQ(run("rungc build a.rung -o t.pathways").status, 0);
  int shown = 0;
  for (int steps = 0; steps < 120; steps += 4) {
    const Answer answer = run("rung paths t.pathways kitchen-manager --format json --steps " + std::to_string(steps));
    ASSERT_EQ(answer.status, 0);
    const json told = json::parse(answer.out);
    for (const json& path : told["paths"]) {
      ++shown;
      EXPECT_EQ(path["steps"].size(), 2u) << "within " << steps;
      EXPECT_EQ(path["cost"]["weeks"], "5") << "within " << steps;
      EXPECT_EQ(path["earns"], json::array({"elmwood.kitchen-manager"})) << "within " << steps;
    }
  }
  EXPECT_GT(shown, 5);
}

TEST_F(Programs, WhatIsUndecidedIsNotCalledUnearned) {
  write("a.rung", kitchen);
  write("both.json", R"({"on": "2026-10-01", "holdings": [{"credential": "food-safety"}, {"credential": "menus"}]})");
  ASSERT_EQ(run("rungc build a.rung -o t.pathways").status, 0);
  const std::string question = "rung missing t.pathways kitchen-manager --learner both.json --steps 0";
  EXPECT_NE(run(question).out.find("kitchen-manager): not decided within the work limit"), std::string::npos);
  const json answer = json::parse(run(question + " --format json").out);
  EXPECT_EQ(answer["earned"], false);
  EXPECT_EQ(answer["undecided"], true);
  EXPECT_EQ(answer["proven"], false);
}

TEST_F(Programs, TheDayOfTheQuestionIsAskedForOnce) {
  write("a.rung", R"(rung 1 en
framework f { version 1 }
competency skill "Skill"
course a { develops skill }
course b { develops skill }
certificate both { entitles to "Work"  requires { all of { a, b }  nothing older than 2 years } }
)");
  write("undated.json", R"({"holdings": [{"credential": "a", "awarded": "2026-01-01"}, {"credential": "b", "awarded": "2026-01-01"}]})");
  ASSERT_EQ(run("rungc build a.rung -o t.pathways").status, 0);
  EXPECT_NE(run("rung earned t.pathways --learner undated.json").out.find("f.both: the day of the question\n"), std::string::npos);
}

TEST_F(Programs, ValueIsToldWithItsEvidence) {
  write("a.rung", kitchen);
  const Answer all = run("rungc value a.rung --format json");
  EXPECT_EQ(all.status, 0);
  const json values = json::parse(all.out)["values"];
  ASSERT_EQ(values.size(), 2u);              // the microcredentials, and not the certificate
  for (const json& one : values) {
    EXPECT_EQ(one["verdict"], "pass") << one;
    ASSERT_EQ(one["checks"].size(), 10u);
    for (const json& check : one["checks"]) {
      EXPECT_EQ(check["verdict"], "pass") << check;
      EXPECT_FALSE(check["evidence"].empty());
      EXPECT_TRUE(check["help"].is_null());
    }
    EXPECT_EQ(one["markers"].size(), 6u);
  }
  const Answer award = run("rungc value a.rung --for kitchen-manager");
  EXPECT_EQ(award.status, 0);
  EXPECT_NE(award.out.find("Kitchen Manager (elmwood.kitchen-manager): FAIL"), std::string::npos);   // nobody said how it is assessed, nor what it is for
  const Answer unknown = run("rungc value a.rung --for kitchen-manger --format json");
  EXPECT_EQ(unknown.status, 1);
  EXPECT_EQ(json::parse(unknown.out)["errors"][0]["code"], "unknown-credential");
  EXPECT_NE(unknown.err.find("did you mean"), std::string::npos);
  write("broken.rung", "rung 1 en\nframework f { version 1 }\nmicrocredential m { credits 1 }\n");
  const Answer broken = run("rungc value broken.rung --format json");
  EXPECT_EQ(broken.status, 1);               // it develops nothing, which is an error; the verdicts are told all the same
  EXPECT_EQ(json::parse(broken.out)["values"][0]["checks"][0]["verdict"], "fail");
  EXPECT_NE(broken.err.find("not-discrete"), std::string::npos);
}

TEST_F(Programs, AFolderWithoutFrameworksIsSaidToHaveNone) {
  fs::create_directories(folder_ / "empty/within");
  write("empty/notes.txt", "nothing\n");
  for (const std::string verb : {"check empty", "build empty -o t.pathways", "test empty", "docs empty -o site", "export csv empty"}) {
    const Answer answer = run("rungc " + verb);
    EXPECT_EQ(answer.status, 2) << verb;
    EXPECT_EQ(answer.err, "error: empty is a folder, and no framework (*.rung) was found in it [unreadable-file]\n  help: name a framework, or a folder that holds one; rungc new writes one to begin with\n1 error, 0 warnings\n") << verb;
  }
  // What is no folder, or cannot be seen into, is another matter; and so is a folder that a framework uses.
  EXPECT_NE(run("rungc check nowhere").err.find("nowhere cannot be read: No such file or directory"), std::string::npos);
  write("uses.rung", "rung 1 en\nframework f\nuse \"empty\"\n");
  EXPECT_NE(run("rungc check uses.rung").err.find("cannot be read: Is a directory"), std::string::npos);
}

}  // namespace
