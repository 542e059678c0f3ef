// What rungc reports in French: conformance, scenarios, pictures, policies, build servers' formats, and a command line that is wrong; and that what programs read stays as it is.
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

// "~" stands for the blank that does not break, so that it is seen.
std::string set(std::string text) {
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at)) text.replace(at, 1, "\u00A0");
  return text;
}

class FrenchReports : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("elm.rung", R"(rung 1 en
framework elm "Elm College" { version 2026-09 grades percent conforms to short }
competency cooks "Cooks"
competency plans "Plans menus"
competency runs-kitchen "Runs a kitchen"
microcredential safety "Food Safety" { develops cooks credits 2 workload 30 hours over 14 weeks assessed by test consulted "Restaurant Association" }
microcredential menus "Menus" { develops plans credits 3 workload 40 hours over 6 weeks assessed by project consulted "Restaurant Association" }
certificate manager "Kitchen Manager" {
  develops runs-kitchen
  requires { basics: all of { safety at 60%, menus } }
}
policy short "Short courses" {
  source "Elm, 2026" retrieved 2026-10-01
  in force from 2026-01
  every microcredential { length: must have workload at most 12 weeks  accredited: should state accredited by }
}
scenario "a weak mark" { holds safety at 55% holds menus on 2026-10-01 expect manager earned }
)");
  }
  void says(const std::string& line, const std::string& expected) const { EXPECT_EQ(run(line + " --locale fr 2>/dev/null").out, set(expected)) << line; }
};

TEST_F(FrenchReports, Conformance) {
  says("rungc conform elm.rung --for safety", "titre       short\nelm.safety  NON\n--why dit quelle règle n’est pas respectée\n");
  says("rungc conform elm.rung --for safety --why", R"(titre       short
elm.safety  NON

elm.safety et short~: ENFREINT
  length~: «~must have workload at most 12 weeks~» (enfreint)
    durée~: 14~semaines
    source~: Elm, 2026, consultée le 2026-10-01
  accredited~: «~should state accredited by~» (en deçà)
    rien n’indique «~accredited by~»
    source~: Elm, 2026, consultée le 2026-10-01
    aide~: indiquez «~accredited by~»
)");
  says("rungc conform elm.rung --on 2025-10-01", "Aucune politique n’est en vigueur.\nshort est laissée de côté~: elle est en vigueur à compter du 2026-01-01\n");
}

// The rules of a policy that is built in are told in French words; its titles and sources are quoted as they are.
TEST_F(FrenchReports, BuiltInPolicies) {
  const std::string why = run("rungc conform elm.rung --policy osap --for safety --why --locale fr 2>/dev/null").out;
  EXPECT_NE(why.find(set("  length~: «~doit avoir charge au plus 12 semaines~» (enfreint)\n    durée~: 14~semaines\n    source~: O. Reg. 768/20, ")), std::string::npos) << why;
  const std::string check = run("rungc check elm.rung --policy osap --locale fr").err;
  EXPECT_NE(check.find(set(" safety enfreint la règle length de la politique osap, «~doit avoir charge au plus 12 semaines~»~: durée~: 14~semaines [policy]\n")), std::string::npos) << check;
  EXPECT_NE(run("rungc policies --locale fr").out.find("(2021) (en vigueur à compter du 2021-01-01)\n"), std::string::npos);
  const std::string osap = run("rungc policies osap --locale fr").out;
  EXPECT_TRUE(osap.starts_with("rung 1 fr\n\npolitique osap \"OSAP: ")) << osap;
  EXPECT_EQ(osap.find(" must "), std::string::npos);
  write("osap.rung", osap);                 // to read or to change: it is a policy still
  EXPECT_EQ(run("rungc check osap.rung").err, "");
}

TEST_F(FrenchReports, Scenarios) {
  says("rungc test elm.rung", R"(ÉCHOUÉ  a weak mark (elm.rung:17)
  attendu   manager earned
  constaté  non acquis~; il manque basics

    a weak mark, le 1er~octobre 2026
    Kitchen Manager (elm.manager)~: titre pas encore acquis

      [ ] 1~partie, 0 jusqu’ici
        [ ] basics~: les 2~parties, 1 jusqu’ici
          [ ] 1~titre, chaque fois avec 60~% ou mieux, 0 jusqu’ici~; encore possible~: Food Safety
          [x] 1~titre~; pris en compte~: Menus

    Il manque encore~: basics

1~scénario, réussis~: 0
Tranchés~: 1 sur 4 (parties, possibilités, seuils et conditions)

Ce qu’aucun scénario ne tranche~:
  elm.manager, basics~: personne ne la remplit
  elm.manager, basics~: personne ne remplit ceci~: «~safety at 60%~»
  elm.manager, basics~: tout le monde remplit ceci~: «~menus~»
)");
  const std::string junit = run("rungc test elm.rung --format junit --locale fr 2>/dev/null").out;
  EXPECT_NE(junit.find(set("<failure message=\"non acquis~; il manque basics\">attendu   manager earned\nconstaté  non acquis~; il manque basics\n")), std::string::npos) << junit;
}

TEST_F(FrenchReports, Pictures) {
  says("rungc graph elm.rung --format text", "Kitchen Manager se compose de\n  basics~: les 2~parties\n    1~titre~; chaque fois avec 60~% ou mieux~: Food Safety\n    1~titre~: Menus\n");
  EXPECT_NE(run("rungc graph elm.rung --format dot --locale fr 2>/dev/null").out.find(set("basics~: les 2~parties")), std::string::npos);
}

TEST_F(FrenchReports, BuildServers) {
  write("bad.rung", "rung 1 en\nframework bad \"Bad\" { version 1 }\ncertificate c { requires all of { cadd } }\n");
  const std::string github = run("rungc check bad.rung --format github --locale fr").out, junit = run("rungc check bad.rung --format junit --locale fr").out;
  EXPECT_TRUE(github.starts_with("::error file=bad.rung,line=3,")) << github;
  EXPECT_NE(github.find(set("aucun titre ne s’appelle «~cadd~»")), std::string::npos) << github;
  EXPECT_NE(junit.find(set("aucun titre ne s’appelle «~cadd~»")), std::string::npos) << junit;
  EXPECT_NE(junit.find("<testsuites name=\"rungc check\" tests=\"1\" failures=\"1\""), std::string::npos) << junit;
  // A build's log follows its command, not its machine.
  for (const char* const format : {"github", "junit"}) EXPECT_EQ(run(std::string("LC_ALL=fr rungc check bad.rung --format ") + format).out, run(std::string("rungc check bad.rung --format ") + format).out) << format;
}

TEST_F(FrenchReports, CommandLinesThatAreWrong) {
  const auto told = [&](const std::string& line, const std::string& expected) {
    const Answer answer = run(line);
    EXPECT_EQ(answer.err, set(expected)) << line;
    EXPECT_EQ(answer.status, 2) << line;
  };
  told("rungc check --locale fr", "rungc~: il manque FICHIER (rungc --help en dit plus)\n");
  told("rungc check elm.rung --format x --locale fr", "rungc~: --format~: «~x~» n’est pas une valeur parmi {text,json,sarif,github,junit} (rungc --help en dit plus)\n");
  told("rungc check elm.rung --jobs 0 --locale fr", "rungc~: --jobs~: 0 n’est pas un nombre de 1 à 256 (rungc --help en dit plus)\n");
  told("rungc check elm.rung --colour --locale fr", "rungc~: cet argument n’est pas attendu~: --colour (rungc --help en dit plus)\n");
  told("rungc build elm.rung --locale fr -o", "rungc~: --output~: il manque une valeur (TEXTE) (rungc --help en dit plus)\n");
  told("rungc build elm.rung --locale fr", "rungc~: il manque --output, par exemple -o elm.pathways (rungc --help en dit plus)\n");
  told("rungc explain nope --locale fr", "rungc~: il n’y a pas de diagnostic «~nope~» (rungc explain les énumère)\n");
  told("rungc graph elm.rung -o elm.pdf --locale fr", "rungc~: elm.pdf~: il n’y a pas de dessin de cette extension~; il y a .svg, .dot, .txt et .json, ou dites par --format lequel c’est\n");
  told("LC_ALL=fr rungc chek", "rungc~: il n’y a pas de verbe «~chek~»~; vouliez-vous dire «~check~»~?\n");
  told("LC_ALL=fr rungc", "rungc~: il manque un verbe (rungc --help en dit plus)\n");
  told("LC_ALL=fr rung paths a b --steps -1", "rung~: --steps~: «~-1~» n’est pas un nombre d’étapes~; rung --help en dit plus\n");
  told("LC_ALL=fr rung paths a b --by fee --pareto fee", "rung~: --by exclut --pareto~; rung --help en dit plus\n");
  told("LC_ALL=fr rung paths a b --by x", "rung~: --by~: «~x~» ne nomme pas de coûts~; nommez-en un ou plusieurs parmi credits, fee, hours, weeks et count, chacun une fois, séparés par des virgules~; rung --help en dit plus\n");
  told("LC_ALL=fr rung earned nowhere --learner l.json", "rung~: nowhere~: lecture impossible (ce fichier n’existe pas)~; donnez le chemin d’un tableau que rungc build a construit\n");
  told("LC_ALL=fr rung serve", "rung~: il manque TABLEAU~; rung serve --help en dit plus\n");
  // Programs read the code, and English.
  EXPECT_NE(run("LC_ALL=fr rungc check --format json").out.find("FILE is required (rungc --help says more)"), std::string::npos);
}

// Each of these spoke English once.
TEST_F(FrenchReports, ListsAndRemarksAreFrenchToo) {
  write("aide.rung", R"(rung 1 en
framework care "Care" { conforms to ours }
competency comfort "Comforts"
competency moving "Moves"
competency whole "Cares for a person" competency leading "Leads"
gate police-check "Police check"
course a "A" { develops comfort assessed by test }
certificate aide "Aide" { develops whole requires { a: all of { a } } }
certificate lead "Lead" { develops leading requires { a: any of { a } } }
policy ours "Ours" { source "Care, 2026" retrieved 2026-10-01 every certificate { size: should state workload } }
scenario "one" { holds a on 2026-10-01 expect aide earned }
scenario "two" { holds a on 2026-10-01 expect lead not earned }
)");
  EXPECT_NE(run("rungc value aide.rung --for a --locale fr").out.find(set("sont possibles sans aide et lead")), std::string::npos);
  EXPECT_NE(run("rungc check aide.rung --locale fr").err.find(set("d’après Care, 2026 (source consultée le 2026-10-01)")), std::string::npos);
  EXPECT_NE(run("rungc test aide.rung --locale fr").out.find(set("2~scénarios, réussis~: 1\n")), std::string::npos);
  const std::string left = run("rungc export csv aide.rung --locale fr").err;
  for (const char* const one : {"laissé de côté~: les règles de 2~titres\n", "laissé de côté~: ce que le cadre dit de lui-même\n", "laissé de côté~: une compétence qu’aucun titre ne développe\n", "laissé de côté~: une condition\n", "laissé de côté~: 2~scénarios\n"})
    EXPECT_NE(left.find(set(one)), std::string::npos) << one << left;
  EXPECT_EQ(left.find("left out"), std::string::npos) << left;
}

TEST_F(FrenchReports, CellsThatCannotBeRead) {
  write("list.csv", "title,credits,pass mark,delivery,review by,valid for,offered from,offered to\n"
                    "A,\"1,234\",,,,,,\nB,,0.8,,,,,\nC,,,by post,,,,\nD,,,,soon,,,\nE,,,,2026-02-30,,,\nF,,,,,ever,,\nG,,101%,,,,,\nH,,,,,,2026-09,2026-01\nI,,x,,,,,\n");
  const std::string said = run("rungc import csv list.csv -o list.rung --locale fr").err;
  for (const char* const one : {"«~1,234~» se lit de deux façons~; écrivez-le sans virgule", "«~0.8~» se lit de deux façons~; écrivez-le comme 80%", "«~by post~» ne convient pas à la colonne delivery~; écrivez ",
                                "«~soon~» n’est pas une date~; écrivez-la comme 2026-09-01", "«~2026-02-30~» n’est pas un jour du calendrier", "«~ever~» n’est pas ", "«~101%~» dépasse 100~%", "2026-01 précède 2026-09"})
    EXPECT_NE(said.find(set(one)), std::string::npos) << one << "\n" << said;
  for (const char* const word : {" is ", " write ", " the "}) EXPECT_EQ(said.find(word), std::string::npos) << said;
}

// A rule of a built-in policy is told in French words, and so is what is found of it; what is to be written is told as the file has it.
TEST_F(FrenchReports, AFieldIsNamedAsTheRuleNamesIt) {
  write("kind.rung", "rung 1 en\nframework k \"K\"\ncompetency x \"X\"\nmicrocredential a \"A\" { develops x }\n");
  const std::string why = run("rungc conform kind.rung --policy heqco-2021 --for a --why --locale fr").out;
  EXPECT_NE(why.find(set("dans ce fichier «~kind~»")), std::string::npos) << why;
  EXPECT_NE(why.find(set("indiquez «~nature~», dans ce fichier")), std::string::npos) << why;
}

TEST_F(FrenchReports, WhatANewFrameworkSays) {
  ASSERT_EQ(run("rungc new oak --locale fr").status, 0);
  const std::string page = read(folder_ / "oak" / "README.md");
  EXPECT_NE(page.find("le tableau"), std::string::npos);
  for (std::size_t at = page.find("table"); at != std::string::npos; at = page.find("table", at + 1)) EXPECT_EQ(page.substr(at, 7), "tableau") << page.substr(at, 40);
}

// What programs read: the same bytes in either language.
TEST_F(FrenchReports, LeaveJsonAsItIs) {
  for (const char* const question : {"test elm.rung --format json", "conform elm.rung --format json", "conform elm.rung --why --format csv", "policies --format json", "policies osap --format json", "graph elm.rung --format json"}) {
    const std::string line = std::string("rungc ") + question + " --locale ";
    const Answer english = run(line + "en 2>/dev/null"), french = run(line + "fr 2>/dev/null");
    EXPECT_EQ(english.out, french.out) << question;
    EXPECT_EQ(english.status, french.status) << question;
    EXPECT_FALSE(english.out.empty()) << question;
  }
}

// Whatever verb is asked, no sentence of ours is left in English: none of these words stands in what it says.
TEST_F(FrenchReports, NoVerbSpeaksEnglish) {
  write("elme.rung", run("sed 's/ conforms to short//' elm.rung | rungc fmt --to fr -").out);
  ASSERT_EQ(run("rungc build elme.rung -o elm.pathways").status, 0);
  write("l.json", R"({"holdings": [{"credential": "elm.safety"}]})");
  for (const char* const line : {"rungc check elme.rung --policy short", "rungc test elme.rung --mutate", "rungc value elme.rung", "rungc conform elme.rung --policy short --why", "rungc graph elme.rung --format text", "rungc label elme.rung --for safety",
                                 "rung earned elm.pathways --learner l.json", "rung missing elm.pathways manager --learner l.json", "rung why-not elm.pathways manager --learner l.json", "rung paths elm.pathways manager",
                                 "rung nearest elm.pathways --learner l.json", "rung leads-to elm.pathways safety"}) {
    const Answer answer = run(std::string(line) + " --locale fr");
    std::string said = " " + answer.out + answer.err;
    for (char& c : said)
      if (c == '\n' || c == ',' || c == ':') c = ' ';
    EXPECT_GT(said.size(), 20u) << line;
    for (const char* const word : {" the ", " is ", " are ", " not ", " no ", " by ", " with ", " of ", " it ", " help", " error", " warning", " and ", " learner", " nothing "}) EXPECT_EQ(said.find(word), std::string::npos) << line << ":" << word << "\n" << said;
  }
}

}  // namespace
