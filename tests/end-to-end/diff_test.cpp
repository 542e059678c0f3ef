// rungc diff, from outside: changes whose effect is known in advance.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

class Diff : public WorkingFolder {
 protected:
  static constexpr const char* college = R"(rung 1 en
framework f { version 2026-09 grades percent }
gate hired
competency k competency l competency m
course a { develops k credits 2 }
course b { develops k credits 3 }
course c { develops k credits 1 prerequisite a }
)";

  // The one award in both, by the rule before and the rule after.
  json change(const std::string& before, const std::string& after, int status) {
    write("old.rung", college + before + "\n");
    write("new.rung", college + after + "\n");
    const Answer answer = run("rungc diff old.rung new.rung --format json");
    EXPECT_EQ(answer.status, status) << after << answer.err;
    return json::parse(answer.out)["changes"];
  }
  json of_rule(const std::string& before, const std::string& after, int status) {
    return change("certificate x { develops l requires { " + before + " } }", "certificate x { develops l requires { " + after + " } }", status)[0];
  }
  static std::string held(const json& witness) {
    if (witness.is_null()) return "nobody";
    std::string out;
    for (const json& holding : witness["holdings"])
      out += (out.empty() ? "" : " ") + holding["credential"].get<std::string>().substr(2) + (holding.contains("grade") ? "@" + holding["grade"].get<std::string>() : "");
    for (const json& gate : witness["gates"]) out += "+" + gate.get<std::string>().substr(2);
    return out;
  }
};

TEST_F(Diff, TheSameWrittenInAnotherWayIsNoChange) {
  for (const auto& [before, after] : {std::pair{"one: all of { a, b } two: any of { b, c }", "second: any of { c, b } first: all of { b, a }"}, {"all of { a, b }", "one: all of { a, b }"},
                                      {"at least 3 credits from { a, b }", "at least 3 credits from { b, a }"}, {"a at 60%", "a at 60.0%"}}) {
    const json one = of_rule(before, after, 0);
    EXPECT_EQ(one["effect"], "none") << after;
    EXPECT_EQ(one["loss_proven"], true) << after;
    EXPECT_EQ(one["gain_proven"], true) << after;
    EXPECT_EQ(one["witness"], nullptr) << after;
  }
}

TEST_F(Diff, WhatIsHarderHasAWitnessAndWhatIsEasierTheConverse) {
  struct Edit { const char *before, *after, *who; };
  for (const Edit& edit : {Edit{"any of { a, b, c }", "2 of { a, b, c }", "a"}, {"a", "all of { a, b }", "a"}, {"at least 3 credits from { a, b, c }", "at least 3 credits from { b, c }", "a c"},
                           {"a at 60%", "a at 70%", "a@60%"}, {"a", "a at 70%", "a@0%"}, {"any of { a, b }", "a", "b"}, {"any of { a, gate hired }", "a", "+hired"}}) {
    const json harder = of_rule(edit.before, edit.after, 1);
    EXPECT_EQ(harder["effect"], "harder") << edit.after;
    EXPECT_EQ(held(harder["witness"]), edit.who) << edit.after;
    EXPECT_EQ(held(harder["gains"]), "nobody") << edit.after;
    const json easier = of_rule(edit.after, edit.before, 0);
    EXPECT_EQ(easier["effect"], "easier") << edit.after;
    EXPECT_EQ(held(easier["witness"]), edit.who) << edit.after;
  }
  const json different = of_rule("all of { a, b }", "all of { b, c }", 1);
  EXPECT_EQ(different["effect"], "different");
  EXPECT_EQ(held(different["loses"]), "a b");
  EXPECT_EQ(held(different["gains"]), "b c");
}

// The oldest day that served is the last day of a month that is shorter.
TEST_F(Diff, WhatIsTooOldIsAsOldAsItMayHaveBeen) {
  of_rule("a nothing older than 24 months", "a nothing older than 6 months", 1);
  const json one = json::parse(run("rungc diff old.rung new.rung --on 2026-08-31 --format json").out)["changes"][0];
  EXPECT_EQ(one["effect"], "harder");
  EXPECT_EQ(one["witness"]["holdings"][0]["awarded"], "2024-08-31");
  const json leap = json::parse(run("rungc diff old.rung new.rung --on 2026-02-28 --format json").out)["changes"][0];
  EXPECT_EQ(leap["witness"]["holdings"][0]["awarded"], "2024-02-28");
}

// A rule that has not been touched is harder when what it counts is.
TEST_F(Diff, AwardsWithinAwards) {
  const std::string whole = "\ndiploma y { develops m requires { first: x then: c } }";
  const json changes = change("certificate x { develops l requires { any of { a, b } } }" + whole, "certificate x { develops l requires { b } }" + whole, 1);
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[1]["award"], "f.y");
  EXPECT_EQ(changes[1]["effect"], "harder");
  EXPECT_EQ(held(changes[1]["witness"]), "a c");
  EXPECT_EQ(changes[1]["gain_proven"], true);
}

// Each part comes after the two before it, so that what comes after what can be followed in more ways than could ever be told one by one.
TEST_F(Diff, PartsInAnOrderAreToldByTheirNames) {
  std::string text = "rung 1 en\nframework f { version 2026-09 }\ncompetency k competency l\n", parts;
  for (int i = 0; i < 90; ++i) {
    const auto part = [](int number) { return "p" + std::to_string(number); };
    text += "course c" + std::to_string(i) + " { develops k credits 1 }\n";
    parts += " " + part(i) + ": c" + std::to_string(i) + (i > 1 ? " after " + part(i - 1) + " after " + part(i - 2) : "");
  }
  write("f.rung", text + "certificate x { develops l requires {" + parts + " } }\n");
  const Answer answer = run("rungc diff f.rung f.rung --format json");
  ASSERT_EQ(answer.status, 0) << answer.err;
  EXPECT_EQ(json::parse(answer.out)["changes"][0]["loss_proven"], true);
}

TEST_F(Diff, RenamesRemovalsAndNewAwards) {
  const json changes = change("certificate x { develops l requires { a } } certificate old { develops m requires { b } }",
                              "certificate y { renamed from x develops l requires { a } } certificate fresh { develops m requires { b } }", 1);
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[0]["award"], "f.fresh");
  EXPECT_EQ(changes[0]["fate"], "added");
  EXPECT_EQ(changes[0]["effect"], "easier");
  EXPECT_EQ(changes[1]["award"], "f.old");
  EXPECT_EQ(changes[1]["fate"], "removed");
  EXPECT_EQ(held(changes[1]["loses"]), "b");
  EXPECT_EQ(changes[2]["award"], "f.y");
  EXPECT_EQ(changes[2]["was"], "f.x");
  EXPECT_EQ(changes[2]["effect"], "none");
}

// A floor goes up, and all else stays: whatever else the rule asks, nobody gains by that; and nobody loses by the reverse.
TEST_F(Diff, WhatHoldsOfTheWholeRuleOnBothSidesHidesNothing) {
  for (const char* const also : {"at most 3 credits by prior learning", "nothing older than 5 years", "at most 50% of credits by transfer", "at least 50% of credits from { a }", "at most 4 credits from { a, b }",
                                 "average of at least 55%", "at least 2 credits", "at most 2 credits ungraded", "second: b after first", "may share first, second second: at least 1 of { a, b }", "first-of-all: 1 of { gate hired, b }",
                                 "more: all of { b, c } at 50% nothing older than 3 years"}) {
    const std::string rule = std::string("first: a at 60% ") + also, harder = std::string("first: a at 70% ") + also;
    const json one = of_rule(rule, harder, 1);
    EXPECT_NE(one["loses"], nullptr) << also;
    EXPECT_EQ(one["gains"], nullptr) << also;
    EXPECT_EQ(one["gain_proven"], true) << also;
    const json other = of_rule(harder, rule, 0);
    EXPECT_EQ(other["effect"], "easier") << also;
    EXPECT_EQ(other["loss_proven"], true) << also;
  }
}

// What each of these limits, shares and minimums allows or asks for follows from the other; the other way about it does not.
TEST_F(Diff, AConditionThatIsOnlyLooserTakesNothingAway) {
  struct Edit { const char *tight, *loose; };
  for (const Edit& edit : {Edit{"at most 3 credits by prior learning", "at most 4 credits by prior learning"}, {"at most 25% of credits by transfer", "at most 50% of credits by transfer"},
                           {"at most 2 credits from { a, b }", "at most 3 credits from { a, b }"}, {"at least 60% of credits from { a }", "at least 40% of credits from { a }"},
                           {"average of at least 70%", "average of at least 65%"}, {"nothing older than 3 years", "nothing older than 5 years"}, {"at most 2 credits by prior learning", ""}, {"at most 1 credit per institution", ""}}) {
    const std::string rest = "core: 2 of { a, b, c } ";
    const json loosened = of_rule(rest + edit.tight, rest + edit.loose, 0);
    EXPECT_EQ(loosened["loses"], nullptr) << edit.loose;
    EXPECT_EQ(loosened["loss_proven"], true) << edit.loose;
    write("swap.rung", "");
    ASSERT_EQ(run("cp old.rung swap.rung && cp new.rung old.rung && cp swap.rung new.rung").status, 0);
    const Answer tightened = run("rungc diff old.rung new.rung --format json");
    EXPECT_EQ(tightened.status, 1) << edit.tight;
    const json back = json::parse(tightened.out)["changes"][0];
    EXPECT_TRUE(back["loses"] != nullptr || back["loss_proven"] == false) << edit.tight;
    EXPECT_EQ(back["gain_proven"], true) << edit.tight;
  }
}

// A choice of fewer parts may be counted where a limit is an amount; a share of it is another share.
TEST_F(Diff, LimitsInAmountsAreSeenThroughWherePartsGo) {
  const json amount = of_rule("one: a two: b at most 3 credits by prior learning", "one: a at most 3 credits by prior learning", 0);
  EXPECT_EQ(amount["loss_proven"], true);
  const json share = of_rule("one: a two: b at most 50% of credits by prior learning", "one: a at most 50% of credits by prior learning", 1);
  EXPECT_EQ(share["loses"], nullptr);
  EXPECT_EQ(share["loss_proven"], false);  // who has a by prior learning and b not, loses
}

TEST_F(Diff, LossesCanBeAllowed) {
  of_rule("any of { a, b }", "a", 1);
  EXPECT_EQ(run("rungc diff old.rung new.rung --allow-loss x").status, 0);
  EXPECT_EQ(run("rungc diff old.rung new.rung --allow-loss f.x").status, 0);
  EXPECT_EQ(run("rungc diff old.rung new.rung --allow-loss z").status, 1);   // a name that is not there, as for rung impact
  EXPECT_EQ(run("rungc diff new.rung old.rung").status, 0);
}

TEST_F(Diff, TablesAndWords) {
  of_rule("any of { a, b }", "a", 1);
  ASSERT_EQ(run("rungc build old.rung -o old.pathways && rungc build new.rung -o new.pathways").status, 0);
  const Answer text = run("rungc diff old.pathways new.pathways");
  EXPECT_EQ(text.status, 1);
  EXPECT_EQ(text.out,
            "From old.pathways to new.pathways, for learners\n\n"
            "f.x: harder\n"
            "  Entitled before, and not after: who holds f.b.\n\n"
            "Labels\n\n"
            "f.b\n"
            "  Counts towards, no longer: f.x\n\n"
            "Tables do not say which policies a framework conforms to; that is compared when both are framework files.\n");
  EXPECT_EQ(run("rungc diff old.rung new.rung --format markdown").out,
            "## What changes for learners\n\nFrom `old.rung` to `new.rung`.\n\n| Award | Effect | Who |\n| --- | --- | --- |\n"
            "| f.x | harder | Entitled before, and not after: who holds f.b. |\n\n"
            "### Labels\n\n| Credential | What |\n| --- | --- |\n"
            "| f.b | Counts towards, no longer: f.x |\n");
  EXPECT_EQ(run("rungc diff old.rung none.rung").status, 2);
  EXPECT_EQ(run("rungc diff old.rung none.pathways").status, 2);
  EXPECT_EQ(run("rungc diff old.rung").status, 2);
}

TEST_F(Diff, OfADamagedTableSaysWhatToDo) {
  write("half.pathways", "RUNGPATH");
  const Answer answer = run("rungc diff half.pathways half.pathways");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.out, "");
  EXPECT_NE(answer.err.find("the table is damaged"), std::string::npos) << answer.err;
  EXPECT_NE(answer.err.find("; build it again with rungc build"), std::string::npos) << answer.err;
  EXPECT_EQ(run("rungc diff none.pathways none.pathways").status, 2);
}

}  // namespace
