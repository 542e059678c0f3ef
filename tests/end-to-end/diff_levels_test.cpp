// rungc diff beyond awards: agreements, policies, labels and prices, the levels table and text, French. Each edit changes one thing, whose effect is known before it is made.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

constexpr const char* college = R"(rung 1 en
framework elm "Elm College" { version 2026-09 grades percent credits 1 credit = 15 hours }
institution elm "Elm College" { title fr "Collège Elm" type college region CA-ON }
institution oak "Oak University" { title fr "Université Oak" }
competency turns "Turns parts" { kind skill level 3 }
competency inspects "Inspects parts"
competency draws "Draws parts"
gate hired "Is hired"
course cad "Drawing" { issued by oak develops draws credits 3 fee 300 CAD valid for 5 years }
course shop "Open Workshop" { issued by oak develops draws credits 3 fee 300 CAD }
course drawing "Drawing at Elm" { issued by elm develops draws credits 3 fee 200 CAD }
microcredential turning "Turning" {
  title fr "Tournage"
  description "Turning on a lathe."
  note "Since 2019."
  url "https://elm.example/turning"
  code "T-1"
  issued by elm
  develops turns
  credits 3
  workload 42 hours over 6 weeks
  fee 480 CAD
  level 4
  assessed by test, project, pass mark 60%
  delivery online
  pace self-paced
  consulted "Machinists" on 2026-02-11
  tags metal
  valid for 3 years
  offered from 2026-09-01 to 2028-08-31
  review by 2027-06
  prerequisite drawing
}
certificate inspector "Inspector" {
  issued by elm
  develops inspects
  entitles to "Sign off parts"
  requires {
    core: turning at 60%
    draw: drawing
    at least 6 credits
  }
}
agreement articulation "Articulation" {
  from oak to elm
  effective 2024-09 to 2028-08
  nothing older than 60 months
  at most 6 credits
  cad at 50% counts as drawing
  all of { cad, shop } counts as 3 credits unassigned at level 2
  shop not recognised because "content under 50 %"
}
)";

std::string with(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return at == std::string::npos ? text : text.replace(at, part.size(), other);
}

class DiffLevels : public WorkingFolder {
 protected:
  json diff(const std::string& part, const std::string& other, const std::string& level, int status) {
    write("old.rung", college);
    write("new.rung", with(college, part, other));
    const Answer answer = run("rungc diff old.rung new.rung --format json --level " + level);
    EXPECT_EQ(answer.status, status) << part << " → " << other << "\n" << answer.err << answer.out;
    const json out = json::parse(answer.out, nullptr, false);
    EXPECT_FALSE(out.is_discarded()) << answer.out;
    return out;
  }
  json agreement(const std::string& part, const std::string& other, int status) {
    const json all = diff(part, other, "learner", status)["agreements"];
    EXPECT_EQ(all.size(), 1u) << part;
    return all.empty() ? json::object() : all[0];
  }
  // "cad@50% 2021-01-01": what a witness holds, with the days that are not the day of the question.
  static std::string held(const json& witness) {
    if (witness.is_null()) return "nobody";
    std::string out;
    for (const json& one : witness["holdings"]) {
      out += (out.empty() ? "" : ", ") + one["credential"].get<std::string>().substr(4);
      if (one.contains("grade")) out += "@" + one["grade"].get<std::string>();
      if (one["awarded"] != witness["on"]) out += " " + one["awarded"].get<std::string>();
    }
    return out;
  }
};

struct Edit { const char *part, *other, *effect, *loses, *gains; };

TEST_F(DiffLevels, AnAgreementIsHarderOrEasierForWhoJustMeetsIt) {
  for (const Edit& edit : {Edit{"cad at 50%", "cad at 60%", "harder", "cad@50%", "nobody"}, Edit{"cad at 50%", "cad at 40%", "easier", "nobody", "cad@40%"},
                           Edit{"cad at 50%", "cad", "easier", "nobody", "cad@0%"},
                           Edit{"  cad at 50% counts as drawing\n", "", "harder", "cad@100%", "nobody"},
                           Edit{"cad at 50% counts", "shop at 50% counts", "different", "cad@100%", "shop@100%"},
                           Edit{"counts as drawing", "counts as drawing for prerequisites only", "harder", "cad@100%", "nobody"},
                           Edit{"older than 60 months", "older than 48 months", "harder", "cad@100% 2021-12-31", "nobody"},
                           Edit{"all of { cad, shop } counts", "cad counts", "easier", "nobody", "cad"},
                           Edit{"3 credits unassigned at level 2", "2 credits unassigned at level 2", "harder", "cad, shop", "nobody"},
                           Edit{"3 credits unassigned at level 2", "4 credits unassigned at level 2", "easier", "nobody", "cad, shop"}}) {
    const std::string effect = edit.effect;
    const json one = agreement(edit.part, edit.other, effect == "easier" ? 0 : 1);
    EXPECT_EQ(one["effect"], effect) << edit.part << " → " << edit.other;
    EXPECT_EQ(held(one["loses"]), edit.loses) << edit.part << " → " << edit.other;
    EXPECT_EQ(held(one["gains"]), edit.gains) << edit.part << " → " << edit.other;
    EXPECT_EQ(one["loss_proven"], true) << edit.part;
    EXPECT_EQ(one["gain_proven"], true) << edit.part;
  }
}

// Each end is tried on the day on which it decides.
TEST_F(DiffLevels, AnAgreementsDaysCount) {
  const json shorter = agreement("2024-09 to 2028-08", "2024-09 to 2027-08", 1);
  EXPECT_EQ(shorter["effect"], "harder");
  EXPECT_EQ(shorter["loses"]["on"], "2027-09-01");
  EXPECT_EQ(shorter["fields"][0], (json{{"field", "effective"}, {"before", "from 2024-09-01 to 2028-08-31"}, {"after", "from 2024-09-01 to 2027-08-31"}}));
  EXPECT_EQ(json::parse(run("rungc diff old.rung new.rung --on 2026-10-01 --format json").out)["agreements"][0]["effect"], "none");   // on a day that is asked for, only that day matters
  EXPECT_EQ(agreement("effective 2024-09", "effective 2023-09", 0)["gains"]["on"], "2023-09-01");
  EXPECT_EQ(agreement("2024-09 to 2028-08", "2024-09 to 2027-08 in force when awarded", 1)["effect"], "different");   // who was awarded it in time is recognised for ever
}

TEST_F(DiffLevels, WhatALimitTakesIsSaidWithoutALearner) {
  const json less = agreement("at most 6 credits\n  cad", "at most 3 credits\n  cad", 1);
  EXPECT_EQ(less["effect"], "harder");
  EXPECT_EQ(less["limits_more"], true);
  EXPECT_EQ(held(less["loses"]), "nobody");
  EXPECT_EQ(less["fields"][0]["before"], (json{{"amount", "6"}, {"unit", "credits"}}));
  EXPECT_EQ(agreement("  at most 6 credits\n  cad", "  cad", 0)["limits_less"], true);
  EXPECT_EQ(agreement("  at most 6 credits\n  cad", "  at most 6 credits\n  for one award only\n  cad", 1)["limits_more"], true);
}

TEST_F(DiffLevels, AnAgreementThatGoesAndOneThatComes) {
  const std::string text = college;
  write("with.rung", text);
  write("without.rung", text.substr(0, text.find("agreement articulation")));
  const Answer gone = run("rungc diff with.rung without.rung --format json");
  EXPECT_EQ(gone.status, 1);
  const json one = json::parse(gone.out)["agreements"][0];
  EXPECT_EQ(one["fate"], "removed");
  EXPECT_EQ(one["agreement"], "elm.articulation");
  EXPECT_EQ(held(one["witness"]), "cad@100%");
  EXPECT_EQ(one["lost"], "elm.cad counts as elm.drawing, each with 50% or better");
  EXPECT_EQ(json::parse(gone.out)["losses"], (json{"elm.inspector", "elm.articulation"}));
  EXPECT_EQ(run("rungc diff with.rung without.rung --allow-loss articulation").status, 1);
  EXPECT_EQ(run("rungc diff with.rung without.rung --allow-loss articulation,inspector").status, 0);
  const json come = json::parse(run("rungc diff without.rung with.rung --format json").out)["agreements"][0];
  EXPECT_EQ(come["fate"], "added");
  EXPECT_EQ(come["was"], nullptr);
  EXPECT_EQ(come["effect"], "easier");
}

// What an institution recognises under one agreement as well as under another is not lost.
TEST_F(DiffLevels, WhatMovesToAnotherAgreementIsNotLost) {
  const std::string apart = "agreement articulation \"Articulation\" {\n  from oak to elm\n  cad counts as drawing\n}\n", both = "agreement general \"General\" {\n  from oak to elm\n  cad counts as drawing\n}\n";
  const std::string text = college, head = text.substr(0, text.find("agreement articulation"));
  write("old.rung", head + apart);
  write("new.rung", head + both);
  const json all = json::parse(run("rungc diff old.rung new.rung --format json").out)["agreements"];
  ASSERT_EQ(all.size(), 2u);
  for (const json& one : all) {
    EXPECT_EQ(one["effect"], "none") << one;
    EXPECT_EQ(one["loss_proven"], true) << one;
  }
}

TEST_F(DiffLevels, PricesOfCredentialsAndOfTheCheapestWay) {
  const json dearer = diff("fee 480 CAD", "fee 520.50 CAD", "learner", 0)["prices"];
  EXPECT_EQ(dearer["fees"], (json{{{"credential", "elm.turning"}, {"was", "elm.turning"}, {"before", {{"amount", "480"}, {"currency", "CAD"}}}, {"after", {{"amount", "520.5"}, {"currency", "CAD"}}}}}));
  ASSERT_EQ(dearer["totals"].size(), 1u);   // turning and drawing
  EXPECT_EQ(dearer["totals"][0]["award"], "elm.inspector");
  EXPECT_EQ(dearer["totals"][0]["before"], (json{{"fees", {{{"amount", "680"}, {"currency", "CAD"}}}}, {"at_least", false}, {"proven", true}}));
  EXPECT_EQ(dearer["totals"][0]["after"]["fees"][0]["amount"], "720.5");
  const json unknown = diff("  fee 480 CAD\n", "", "learner", 0)["prices"];
  EXPECT_EQ(unknown["fees"][0]["after"], nullptr);
  EXPECT_EQ(unknown["totals"][0]["after"]["at_least"], true);
  // A rule that asks for more costs more, though no fee has changed.
  const json rule = diff("    draw: drawing\n", "    draw: drawing shop: shop\n", "learner", 1)["prices"];
  EXPECT_TRUE(rule["fees"].empty());
  EXPECT_EQ(rule["totals"][0]["after"]["fees"][0]["amount"], "980");
  EXPECT_TRUE(diff("fee 480 CAD", "fee 480.00 CAD", "learner", 0)["prices"]["fees"].empty());
}

TEST_F(DiffLevels, LabelsFieldByField) {
  struct Field { const char *part, *other, *name; json before, after; };
  for (const Field& field : {Field{"workload 42 hours", "workload 40 hours", "hours", {{"amount", "42"}, {"unit", "hours"}}, {{"amount", "40"}, {"unit", "hours"}}},
                             Field{"test, project", "project", "assessed_by", {"test", "project"}, {"project"}},
                             Field{"pass mark 60%", "pass mark 65%", "pass_mark", "60%", "65%"},
                             Field{"delivery online", "delivery hybrid", "delivery", "online", "hybrid"},
                             Field{"  level 4\n", "", "level", "4", nullptr},
                             Field{"valid for 3 years", "valid for 18 months", "valid", "3 years", "18 months"},
                             Field{"review by 2027-06", "review by 2027-07-15", "review_by", "2027-06-30", "2027-07-15"},
                             Field{"offered from 2026-09-01 to 2028-08-31", "offered from 2026-09-01", "offered", "from 2026-09-01 to 2028-08-31", "from 2026-09-01"}}) {
    const json all = diff(field.part, field.other, "learner", field.name == std::string("valid") ? 1 : 0)["labels"];
    ASSERT_EQ(all.size(), 1u) << field.name << all;
    EXPECT_EQ(all[0]["credential"], "elm.turning");
    ASSERT_EQ(all[0]["fields"].size(), 1u) << all[0];
    EXPECT_EQ(all[0]["fields"][0], (json{{"field", field.name}, {"before", field.before}, {"after", field.after}})) << field.name;
  }
}

TEST_F(DiffLevels, PoliciesThatAreNamedAndWhatTheyComeTo) {
  const std::string policy = "policy short \"Short courses\" {\n  every microcredential {\n    length: must have workload at most 45 hours\n  }\n}\n";
  const std::string text = std::string(college) + policy, said = with(text, "version 2026-09", "version 2026-09 conforms to short");
  const auto policies = [&](const std::string& before, const std::string& after) {
    write("old.rung", before);
    write("new.rung", after);
    const Answer answer = run("rungc diff old.rung new.rung --format json");
    EXPECT_EQ(answer.status, 0) << answer.err;
    return json::parse(answer.out)["policies"];
  };
  EXPECT_EQ(policies(text, said), (json{{{"framework", "elm"}, {"policy", "short"}, {"said_before", false}, {"said_after", true}, {"before", "pass"}, {"after", "pass"}, {"differ", json::array()}}}));
  EXPECT_EQ(policies(said, text)[0]["said_after"], false);
  EXPECT_EQ(policies(said, with(said, "workload 42 hours", "workload 50 hours")),
            (json{{{"framework", "elm"}, {"policy", "short"}, {"said_before", true}, {"said_after", true}, {"before", "pass"}, {"after", "fail"},
                   {"differ", {{{"credential", "elm.turning"}, {"before", "pass"}, {"after", "fail"}}}}}}));
  EXPECT_TRUE(policies(said, with(said, "workload 42 hours", "workload 43 hours")).empty());
  ASSERT_EQ(run("rungc build old.rung -o old.pathways").status, 0);
  EXPECT_EQ(json::parse(run("rungc diff old.pathways new.rung --format json").out)["policies"], nullptr);
}

TEST_F(DiffLevels, TheTableLevelNamesEveryFactThatDiffers) {
  struct Fact { const char *part, *other, *kind, *name, *field; };
  for (const Fact& fact : {Fact{"version 2026-09", "version 2027-09", "framework", "elm", "version"},
                           Fact{"type college", "type university", "institution", "elm", "type"}, Fact{"region CA-ON", "region CA-QC", "institution", "elm", "region"},
                           Fact{"region CA-ON", "region CA-ON country CA", "institution", "elm", "country"}, Fact{"\"Inspects parts\"", "\"Inspects parts\" { broader turns }", "competency", "elm.inspects", "broader"},
                           Fact{"microcredential turning", "course turning", "credential", "elm.turning", "type"}, Fact{"\"T-1\"\n  issued by elm", "\"T-1\"\n  issued by elm, oak", "credential", "elm.turning", "issued_by"},
                           Fact{"develops turns", "develops turns to mastery", "credential", "elm.turning", "certifies"}, Fact{"over 6 weeks", "over 5 weeks", "credential", "elm.turning", "weeks"},
                           Fact{"develops turns\n  credits 3", "develops turns\n  credits 4", "credential", "elm.turning", "credits"}, Fact{"  tags metal", "  awarded for competence\n  tags metal", "credential", "elm.turning", "awarded_for"},
                           Fact{"on 2026-02-11", "on 2026-02-12", "credential", "elm.turning", "consulted"}, Fact{"  tags metal", "  accredited by \"A board\"\n  tags metal", "credential", "elm.turning", "accredited_by"},
                           Fact{"  tags metal", "  meets standard \"ISO 1\"\n  tags metal", "credential", "elm.turning", "meets_standard"}, Fact{"pace self-paced", "pace fixed", "credential", "elm.turning", "pace"},
                           Fact{"  tags metal", "  learning cohort\n  tags metal", "credential", "elm.turning", "learning"}, Fact{"  tags metal", "  form digital\n  tags metal", "credential", "elm.turning", "form"},
                           Fact{"  tags metal", "  purpose update\n  tags metal", "credential", "elm.turning", "purpose"}, Fact{"  tags metal", "  for employed-adult\n  tags metal", "credential", "elm.turning", "for"},
                           Fact{"Sign off parts", "Sign off all parts", "credential", "elm.inspector", "entitles_to"}, Fact{"  tags metal", "  subject machining\n  tags metal", "credential", "elm.turning", "subjects"},
                           Fact{"  entitles to", "  withheld from holders of { shop }\n  entitles to", "credential", "elm.inspector", "withheld_from"}, Fact{"  entitles to", "  surrenders { cad }\n  entitles to", "credential", "elm.inspector", "surrenders"},
                           Fact{"    at least 6 credits\n", "    at least 6 credits\n    titled \"Chief Inspector\" when at least 3 credits from elm\n", "credential", "elm.inspector", "titles"},
                           Fact{"2024-09 to 2028-08", "2024-09 to 2029-08", "agreement", "elm.articulation", "effective"}, Fact{"2024-09 to 2028-08", "2024-09 to 2028-08 in force when awarded", "agreement", "elm.articulation", "in_force"},
                           Fact{"at most 6 credits\n  cad", "at most 7 credits\n  cad", "agreement", "elm.articulation", "at_most"}, Fact{"  at most 6 credits\n  cad", "  at most 6 credits\n  for one award only\n  cad", "agreement", "elm.articulation", "one_award_only"},
                           Fact{"cad at 50%", "cad at 55%", "agreement", "elm.articulation", "lines"},
                           Fact{"kind skill", "kind knowledge", "competency", "elm.turns", "kind"}, Fact{"level 3", "level 3.5", "competency", "elm.turns", "level"},
                           Fact{"code \"T-1\"", "code \"T-2\"", "credential", "elm.turning", "code"}, Fact{"tags metal", "tags metal, lathe", "credential", "elm.turning", "tags"},
                           Fact{"fee 480 CAD", "fee 480 USD", "credential", "elm.turning", "fee"}, Fact{"prerequisite drawing", "prerequisite any of { drawing, cad }", "credential", "elm.turning", "before"},
                           Fact{"draw: drawing\n", "draw: any of { drawing, cad }\n", "credential", "elm.inspector", "rule"},
                           Fact{"at least 6 credits\n  }", "at least 5 credits\n  }", "credential", "elm.inspector", "rule"},
                           Fact{"  tags metal", "  counts towards at most 2 awards\n  tags metal", "credential", "elm.turning", "most_awards"},
                           Fact{"nothing older than 60", "nothing older than 61", "agreement", "elm.articulation", "nothing_older_than"},
                           Fact{"agreement articulation \"Articulation\" {", "agreement articulation \"Articulation\" {\n status pending", "agreement", "elm.articulation", "status"}}) {
    write("old.rung", college);
    write("new.rung", with(college, fact.part, fact.other));
    const Answer answer = run("rungc diff old.rung new.rung --format json --level table");
    ASSERT_LT(answer.status, 2) << fact.other << answer.err;
    const json all = json::parse(answer.out)["facts"];
    ASSERT_EQ(all.size(), 1u) << fact.other << all;
    EXPECT_EQ(all[0]["kind"], fact.kind) << fact.other;
    EXPECT_EQ(all[0]["name"], fact.name);
    EXPECT_EQ(all[0]["fate"], "kept");
    ASSERT_EQ(all[0]["fields"].size(), 1u) << all[0];
    EXPECT_EQ(all[0]["fields"][0]["field"], fact.field);
    EXPECT_NE(all[0]["fields"][0]["before"], all[0]["fields"][0]["after"]);
  }
  // What a credit is worth, every rule that counts credits asks for: each of them is another rule.
  const json basis = diff("1 credit = 15 hours", "1 credit = 14 hours", "table", 1)["facts"];
  ASSERT_EQ(basis.size(), 2u) << basis;
  EXPECT_EQ(basis[0]["fields"], (json{{{"field", "credit_basis"}, {"before", "1 credit = 15 hours"}, {"after", "1 credit = 14 hours"}}}));
  EXPECT_EQ(basis[1]["name"], "elm.inspector");
  const json things = diff("gate hired \"Is hired\"", "gate admitted \"Is admitted\"", "table", 0)["facts"];
  ASSERT_EQ(things.size(), 2u);
  EXPECT_EQ(things[0]["name"], "elm.admitted");
  EXPECT_EQ(things[0]["fate"], "added");
  EXPECT_EQ(things[1]["fate"], "removed");
  const json renamed = diff("gate hired \"Is hired\"", "gate admitted \"Is hired\" { renamed from hired }", "table", 0)["facts"];
  ASSERT_EQ(renamed.size(), 1u);
  EXPECT_EQ(renamed[0]["fate"], "renamed");
}

TEST_F(DiffLevels, TheTextLevelNamesWordsAndNothingElse) {
  struct Text { const char *part, *other, *kind, *what; json before, after; };
  for (const Text& text : {Text{"\"Turning\"", "\"Turning I\"", "credential", "title", {"Turning"}, {"Turning I"}}, Text{"\"Tournage\"", "\"Tournage I\"", "credential", "title", {"Tournage"}, {"Tournage I"}},
                           Text{"on a lathe", "on lathes", "credential", "description", {"Turning on a lathe."}, {"Turning on lathes."}},
                           Text{"note \"Since 2019.\"", "note \"Since 2019.\" note \"Popular.\"", "credential", "note", json::array(), {"Popular."}},
                           Text{"/turning", "/turn", "credential", "source", {"https://elm.example/turning"}, {"https://elm.example/turn"}},
                           Text{"core: turning", "turning: turning", "credential", "part_names", {"core"}, {"turning"}},
                           Text{"\"Articulation\"", "\"Transfer\"", "agreement", "title", {"Articulation"}, {"Transfer"}},
                           Text{"under 50 %", "under a half", "agreement", "reasons", {"content under 50 %"}, {"content under a half"}}}) {
    const json all = diff(text.part, text.other, "text", 0)["wording"];
    ASSERT_EQ(all.size(), 1u) << text.other << all;
    EXPECT_EQ(all[0]["kind"], text.kind);
    EXPECT_EQ(all[0]["what"], text.what);
    EXPECT_EQ(all[0]["before"], text.before);
    EXPECT_EQ(all[0]["after"], text.after);
    EXPECT_EQ(run("rungc diff old.rung new.rung --level table").out, "From old.rung to new.rung, in what their tables state\n\nNothing differs.\n") << text.other;
    EXPECT_EQ(run("rungc diff old.rung new.rung").out, "From old.rung to new.rung, for learners\n\nThe same for everybody: elm.inspector\n") << text.other;
  }
  EXPECT_TRUE(diff("competency draws", "# a comment\ncompetency draws", "text", 0)["wording"].empty());
  EXPECT_TRUE(diff("fee 480 CAD", "fee 520 CAD", "text", 0)["wording"].empty());
}

// The gate of a build does not open because somebody asked for another view.
TEST_F(DiffLevels, TheStatusIsTheSameAtEveryLevel) {
  for (const char* const level : {"learner", "table", "text"}) {
    const json out = diff("turning at 60%", "turning at 70%", level, 1);
    EXPECT_EQ(out["level"], level);
    EXPECT_EQ(out["losses"], json{"elm.inspector"}) << level;
    EXPECT_EQ(run(std::string("rungc diff old.rung new.rung --allow-loss inspector --level ") + level).status, 0);
  }
  EXPECT_EQ(run("rungc diff old.rung new.rung --level text").out,
            "From old.rung to new.rung, in words only\n\nNothing differs.\n\nSomebody could lose: elm.inspector. With --level learner it is said who.\n");
  EXPECT_EQ(run("rungc diff old.rung new.rung --level people").status, 2);
}

TEST_F(DiffLevels, OrderRewritingAndDeclaredRenamesAreNoChange) {
  std::string text = college;
  for (const auto& [part, other] : {std::pair{"    core: turning at 60%\n    draw: drawing\n", "    draw: all of { drawing }\n    core: any of { turned } at 60.0%\n"},
                                    {"microcredential turning \"Turning\" {", "microcredential turned \"Turning\" {\n  renamed from turning"}, {"certificate inspector \"Inspector\" {", "certificate checker \"Inspector\" {\n  renamed from inspector"},
                                    {"competency draws \"Draws parts\"", "competency sketches \"Draws parts\" { renamed from draws }"}, {"gate hired \"Is hired\"", "gate employed \"Is hired\" { renamed from hired }"},
                                    {"agreement articulation \"Articulation\" {", "agreement transfer \"Articulation\" {\n  renamed from articulation"}, {"institution oak \"Oak University\" {", "institution oaks \"Oak University\" { renamed from oak"},
                                    {"from oak to", "from oaks to"}, {"  cad at 50% counts as drawing\n  all of { cad, shop }", "  cad at 50% counts as drawing\n  all of { shop, cad }"}})
    text = with(text, part, other);
  for (std::size_t at; (at = text.find("issued by oak ")) != std::string::npos;) text.replace(at, 14, "issued by oaks ");
  for (std::size_t at; (at = text.find("develops draws ")) != std::string::npos;) text.replace(at, 15, "develops sketches ");
  write("old.rung", college);
  write("new.rung", text);
  const Answer answer = run("rungc diff old.rung new.rung --format json");
  ASSERT_EQ(answer.status, 0) << answer.err << answer.out;
  const json out = json::parse(answer.out);
  ASSERT_EQ(out["changes"].size(), 1u);
  EXPECT_EQ(out["changes"][0]["fate"], "renamed");
  EXPECT_EQ(out["changes"][0]["effect"], "none");
  EXPECT_EQ(out["changes"][0]["loss_proven"], true);
  ASSERT_EQ(out["agreements"].size(), 1u);
  EXPECT_EQ(out["agreements"][0]["fate"], "renamed");
  EXPECT_TRUE(out["agreements"][0]["fields"].empty()) << out["agreements"];
  EXPECT_TRUE(out["labels"].empty()) << out["labels"];
  EXPECT_TRUE(out["prices"]["fees"].empty());
  for (const json& fact : json::parse(run("rungc diff old.rung new.rung --format json --level table").out)["facts"]) {
    EXPECT_EQ(fact["fate"], "renamed") << fact;
    EXPECT_TRUE(fact["fields"].empty()) << fact;
  }
}

TEST_F(DiffLevels, AFileAndItsFrenchTwinDifferInTheirLanguageAlone) {
  write("old.rung", college);
  write("new.rung", college);
  ASSERT_EQ(run("rungc fmt --to fr new.rung").status, 0);
  EXPECT_EQ(run("rungc diff old.rung new.rung").out, "From old.rung to new.rung, for learners\n\nThe same for everybody: elm.inspector\n");
  EXPECT_EQ(run("rungc diff old.rung new.rung --level table").out, "From old.rung to new.rung, in what their tables state\n\nNothing differs.\n");
  EXPECT_EQ(run("rungc diff old.rung new.rung --level text").out, "From old.rung to new.rung, in words only\n\nFrameworks\n\nElm College (elm)\n  Language: en → fr\n");
}

// "~" stands for the blank that does not break, so that it is seen.
std::string set(std::string text) {
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at)) text.replace(at, 1, "\u00A0");
  return text;
}

TEST_F(DiffLevels, InFrench) {
  write("old.rung", college);
  write("new.rung", with(with(with(college, "fee 480 CAD", "fee 520.50 CAD"), "cad at 50%", "cad at 62.5%"), "turning at 60%", "turning at 70%"));
  const std::string french = set(
      "Entre old.rung et new.rung, pour les personnes\n\n"
      "Inspector (elm.inspector)~: plus difficile\n"
      "  Y avait droit avant, et non après~: qui détient elm.cad (100~%), elm.turning (60~%). Un relevé plus court peut suffire aussi.\n"
      "  On n’a trouvé personne qui y gagne~; il n’est pas prouvé qu’il n’y en a pas.\n\n"
      "Ententes\n\n"
      "Articulation (elm.articulation)~: plus difficile\n"
      "  Reconnaissance accordée avant, et non après, le 1er~janvier 2026, à qui détient elm.cad (50~%)~: Drawing équivaut à Drawing at Elm, chaque fois avec 50~% ou mieux.\n"
      "  Contenu, en moins~: Drawing équivaut à Drawing at Elm, chaque fois avec 50~% ou mieux\n"
      "  Contenu, en plus~: Drawing équivaut à Drawing at Elm, chaque fois avec 62,5~% ou mieux\n\n"
      "Étiquettes\n\n"
      "Drawing (elm.cad)\n"
      "  Reconnu ailleurs, en moins~: Drawing équivaut à Drawing at Elm, chaque fois avec 50~% ou mieux\n"
      "  Reconnu ailleurs, en plus~: Drawing équivaut à Drawing at Elm, chaque fois avec 62,5~% ou mieux\n\n"
      "Droits à payer\n\n"
      "Inspector (elm.inspector)\n"
      "  Le parcours le moins cher~: 680~CAD → 720,5~CAD\n\n"
      "Tournage (elm.turning)\n"
      "  Droits~: 480~CAD → 520,5~CAD\n");
  EXPECT_EQ(run("rungc diff old.rung new.rung --locale fr").out, french);
  EXPECT_EQ(run("LANG=fr_CA.UTF-8 rungc diff old.rung new.rung").out, french);
  const std::string minutes = run("LANG=fr_CA.UTF-8 rungc diff old.rung new.rung --format markdown").out;
  EXPECT_EQ(minutes.substr(0, minutes.find("| Inspector")), "## Ce qui change pour les personnes\n\nEntre `old.rung` et `new.rung`.\n\n| Cumul | Effet | Qui |\n| --- | --- | --- |\n");
  EXPECT_NE(minutes.find(set("| Tournage (elm.turning) | Droits~: 480~CAD → 520,5~CAD |")), std::string::npos) << minutes;
  for (const char* const level : {"learner", "table", "text"}) {
    const std::string line = std::string("rungc diff old.rung new.rung --format json --level ") + level;
    EXPECT_EQ(run(line).out, run(line + " --locale fr").out);
    EXPECT_EQ(run(line).out, run("LANG=fr_CA.UTF-8 " + line).out);
  }
}

}  // namespace
