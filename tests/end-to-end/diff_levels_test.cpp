// rungc diff at its levels: what tables state, what is worded otherwise, the status of each, what is no change at any, French. Each edit changes one thing.
#include "tests/end-to-end/two_editions.hpp"

namespace {

using namespace end_to_end;

class DiffLevels : public TwoEditions {};

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

// A committee reads "could lose" as somebody's loss; what nobody knows is said to be that.
TEST_F(DiffLevels, WhatIsNotProvenIsNotSaidToBeLost) {
  const json out = diff("    at least 6 credits\n", "    at least 6 credits\n    share at most 3 credits with any other award\n", "table", 1);
  EXPECT_EQ(out["losses"], json{"elm.inspector"});
  EXPECT_EQ(out["not_proven"], json{"elm.inspector"});
  for (const char* const level : {"table", "text"}) {
    const Answer answer = run(std::string("rungc diff old.rung new.rung --level ") + level);
    EXPECT_EQ(answer.status, 1);
    EXPECT_TRUE(answer.out.ends_with("\nNobody was found who loses, but that there is nobody is not proven: elm.inspector\n")) << answer.out;
    EXPECT_EQ(answer.out.find("could lose"), std::string::npos) << answer.out;
    const std::string french = run(std::string("rungc diff old.rung new.rung --locale fr --level ") + level).out;
    EXPECT_TRUE(french.ends_with("\nOn n’a trouvé personne qui y perde, mais il n’est pas prouvé qu’il n’y en a pas\u00A0: elm.inspector\n")) << french;
  }
  EXPECT_EQ(diff("turning at 60%", "turning at 70%", "text", 1)["not_proven"], json::array());
}

TEST_F(DiffLevels, AWitnessIsToldByTitlesWithNames) {
  write("old.rung", with(college, "    draw: drawing\n", "    draw: drawing\n    gate hired\n"));
  write("new.rung", with(college, "turning at 60%", "turning at 70%"));
  const std::string text = run("rungc diff old.rung new.rung").out;
  EXPECT_NE(text.find("Entitled before, and not after: who holds Drawing (elm.cad, 100%), Turning (elm.turning, 60%); gate Is hired (elm.hired)."), std::string::npos) << text;
  EXPECT_NE(run("rungc diff old.rung new.rung --format markdown").out.find("who holds Drawing (elm.cad, 100%), Turning (elm.turning, 60%); gate Is hired (elm.hired)."), std::string::npos);
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
      "  Y avait droit avant, et non après~: qui détient Drawing (elm.cad, 100~%), Tournage (elm.turning, 60~%). Un relevé plus court peut suffire aussi.\n"
      "\n"
      "Ententes\n\n"
      "Articulation (elm.articulation)~: plus difficile\n"
      "  Reconnaissance accordée avant, et non après, le 1er~janvier 2026, à qui détient Drawing (elm.cad, 50~%)~: Drawing équivaut à Drawing at Elm, chaque fois avec 50~% ou mieux.\n"
      "  Contenu, en moins~: Drawing équivaut à Drawing at Elm, chaque fois avec 50~% ou mieux\n"
      "  Contenu, en plus~: Drawing équivaut à Drawing at Elm, chaque fois avec 62,5~% ou mieux\n\n"
      "Étiquettes\n\n"
      "Drawing (elm.cad)\n"
      "  Reconnu ailleurs, en moins~: Drawing équivaut à Drawing at Elm, chaque fois avec 50~% ou mieux\n"
      "  Reconnu ailleurs, en plus~: Drawing équivaut à Drawing at Elm, chaque fois avec 62,5~% ou mieux\n\n"
      "Droits à payer\n\n"
      "Inspector (elm.inspector)\n"
      "  Le parcours le moins cher~: 680~CAD → 720,50~CAD\n\n"
      "Tournage (elm.turning)\n"
      "  Droits~: 480~CAD → 520,50~CAD\n");
  EXPECT_EQ(run("rungc diff old.rung new.rung --locale fr").out, french);
  EXPECT_EQ(run("LANG=fr_CA.UTF-8 rungc diff old.rung new.rung").out, french);
  const std::string minutes = run("LANG=fr_CA.UTF-8 rungc diff old.rung new.rung --format markdown").out;
  EXPECT_EQ(minutes.substr(0, minutes.find("| Inspector")), "## Ce qui change pour les personnes\n\nEntre `old.rung` et `new.rung`.\n\n| Titre | Effet | Qui |\n| --- | --- | --- |\n");
  EXPECT_NE(minutes.find(set("| Tournage (elm.turning) | Droits~: 480~CAD → 520,50~CAD |")), std::string::npos) << minutes;
  EXPECT_EQ(run("rungc diff old.rung new.rung --locale fr --allow-loss nobody").err, set("rungc~: --allow-loss~: aucun titre et aucune entente ne s’appelle «~nobody~»\n"));
  for (const char* const level : {"learner", "table", "text"}) {
    const std::string line = std::string("rungc diff old.rung new.rung --format json --level ") + level;
    EXPECT_EQ(run(line).out, run(line + " --locale fr").out);
    EXPECT_EQ(run(line).out, run("LANG=fr_CA.UTF-8 " + line).out);
  }
}

TEST_F(DiffLevels, TitlesAreNoLinksInMinutes) {
  write("old.rung", college);
  write("new.rung", with(college, "\"Inspector\"", "\"![t](http://x.example/p.png) [ok](javascript:f)\""));
  const std::string minutes = run("rungc diff old.rung new.rung --format markdown --level text").out;
  EXPECT_NE(minutes.find("!\\[t\\](http://x.example/p.png) \\[ok\\](javascript:f)"), std::string::npos) << minutes;
}

}  // namespace
