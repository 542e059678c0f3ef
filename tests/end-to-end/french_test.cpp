// `rung` in French: each verb, what chooses the language, and that JSON is the same in both. What is expected is what a registrar in Québec or Ontario would write, blanks that do not break included.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

// "~" stands for the blank that does not break, so that it is seen.
std::string set(std::string text) {
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at)) text.replace(at, 1, "\u00A0");
  return text;
}

class French : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("oak.rung", R"(rung 1 en
framework oak "Oak University" { version 2026-09 grades percent }
institution oak "Oak University" { title fr "Université Oak" }
competency draws "Draws parts"
course cad "Drawing" { title fr "Dessin assisté" issued by oak develops draws credits 3 }
course shop "Open Workshop" { title fr "Atelier libre" issued by oak develops draws credits 3 }
)");
    write("elm.rung", framework(""));
    ASSERT_EQ(run("rungc build elm.rung -o elm.pathways").status, 0) << run("rungc check elm.rung").err;
    write("a.json", R"({"learner": "A-1", "on": "2026-11-01",
 "holdings": [{"credential": "elm.turning", "grade": "55.5%"}, {"credential": "oak.cad", "awarded": "2026-03-01"}, {"credential": "oak.shop"},
              {"credential": "elm.gauging", "by": "prior-learning"}, {"credential": "elm.safety", "awarded": "2027-01-01"}],
 "exceptions": [{"award": "elm.inspector", "prerequisite": true, "by": "la doyenne", "because": "dix ans de métier", "on": "2026-02-01"}]})");
  }

  static std::string framework(const std::string& more) {
    return R"(rung 1 en
framework elm "Elm College" { version 2026-09 grades percent title fr "Collège Elm" }
use "oak.rung"
institution elm "Elm College" { title fr "Collège Elm" }
competency turns "Turns parts"
competency inspects "Inspects parts"
gate hired "Is hired" { title fr "Être à l’emploi" }
course safety "Shop Safety" { title fr "Sécurité en atelier" issued by elm develops turns credits 0.5 workload 7 hours fee 60 CAD }
course turning "Turning" { title fr "Tournage" issued by elm develops turns credits 1.5 workload 21 hours over 2 weeks fee 480.50 CAD }
course milling "Milling" { title fr "Fraisage" issued by elm develops turns credits 3 workload 42 hours over 6 weeks fee 960 CAD }
course gauging "Gauging" { title fr "Métrologie" issued by elm develops turns credits 1 workload 1 hours over 1 weeks fee 100 CAD }
certificate inspector "Inspector" {
  title fr "Attestation en inspection"
  issued by elm
  develops inspects
  prerequisite safety
  requires effective 2026-09-01 {
    core: all of { turning at 60%, milling )" + more + R"( }
    extra: any of { gauging, safety }
    work: gate hired
    at most 50% of credits by transfer
    at most 1 credits by prior learning
  }
}
agreement oak-elm "Oak–Elm" { from oak to elm status guaranteed oak.cad counts as milling oak.shop not recognized because "attended only" }
)";
  }

  void says(const std::string& line, const std::string& expected) const {
    const Answer answer = run(line);
    EXPECT_EQ(answer.out, set(expected)) << line << "\n" << answer.err;
  }

  const std::string aside_ = "\nMis de côté dans le relevé~:\n  acquis nº~5 (elm.safety)~: la date est le 1er~janvier 2027, après le jour de la question, le 1er~novembre 2026\n";
  const std::string way_ = "     Fraisage (elm.milling) pour la partie core\n     Tournage (elm.turning) pour la partie core\n     conditions à remplir~: Être à l’emploi\n"
                           "     dispense des préalables pour Attestation en inspection, accordée par la doyenne le 1er~février 2026~: dix ans de métier\n";
  const std::string cost_ = "4,5~crédits, 63~heures, 1440,50~CAD, 6~semaines\n";
  const std::string head_ = "A-1, le 1er~novembre 2026\n";
  const std::string award_ = "Attestation en inspection (elm.inspector)";
  const std::string version_ = "Selon la règle en vigueur à compter du 1er~septembre 2026.\n";
};

TEST_F(French, Earned) {
  says("rung earned elm.pathways --learner a.json --locale fr", head_ + "\nAucun titre n’est encore acquis.\n" + aside_);
  write("b.json", R"({"holdings": [{"credential": "elm.turning", "grade": "80%"}, {"credential": "oak.cad"}, {"credential": "elm.gauging"}, {"credential": "elm.safety"}],
 "gates": ["elm.hired"], "on": "2026-10-31"})");
  // 3 of 5.5 credits by transfer are more than half: the award is not earned; with the extra one at Elm they are not.
  write("elm.rung", framework(", gauging"));
  ASSERT_EQ(run("rungc build elm.rung -o wider.pathways").status, 0);
  says("rung earned wider.pathways --learner b.json --locale fr",
       "Une personne, le 31~octobre 2026\n\nTitres acquis~:\n  " + award_ + "\n    core~: Tournage, Métrologie, Fraisage par transfert, grâce à Dessin assisté, selon Oak–Elm (garantie)\n    extra~: Sécurité en atelier\n");
}

TEST_F(French, EarnedWhereSomethingIsNotStated) {
  write("c.json", R"({"learner": "C", "on": "2026-11-01", "gates": ["hired"], "holdings": [{"credential": "elm.turning"}, {"credential": "elm.milling"}, {"credential": "elm.safety"}]})");
  says("rung earned elm.pathways --learner c.json --locale fr",
       "C, le 1er~novembre 2026\n\nAucun titre n’est encore acquis.\n\nOn ne peut pas se prononcer, car une donnée n’est pas précisée~:\n  " + award_ + "~: note pour Tournage (elm.turning)\n");
}

TEST_F(French, Missing) {
  says("rung missing elm.pathways inspector --learner a.json --locale fr", head_ + award_ + "~: titre pas encore acquis\n" + version_ + R"(
  [ ] les 3~parties, 1 jusqu’ici
    [ ] core~: les 2~parties, 0 jusqu’ici
      [ ] 1~titre, chaque fois avec 60~% ou mieux, 0 jusqu’ici~; encore possible~: Tournage~; le mieux, à reprendre~: Tournage
      [ ] 1~titre, 0 jusqu’ici~; encore possible~: Fraisage~; le mieux~: Fraisage
    [x] extra~: 1~titre au choix sur 2~; pris en compte~: Métrologie
    [ ] work~: condition~: Être à l’emploi

Dans l’ensemble~:
  [x] au plus 0,5~crédit (50~%) par transfert, 0 jusqu’ici
  [x] au plus 1~crédit par reconnaissance des acquis, 1 jusqu’ici

Avant l’inscription~:
  [x] 1~titre~; dispense des préalables pour Attestation en inspection, accordée par la doyenne le 1er~février 2026~: dix ans de métier

Il manque encore~: core, work
Le meilleur parcours, selon les crédits~: 4,5~crédits, 63~heures, 1440,50~CAD, 6~semaines~; conditions à remplir~: Être à l’emploi
)" + aside_);
}

TEST_F(French, WhyNot) {
  says("rung why-not elm.pathways inspector --learner a.json --locale fr", head_ + award_ + "~: titre pas encore acquis\n" + version_ + R"(
Ce qui fait obstacle, chaque point à lui seul~:
  1. core~: 1~titre, chaque fois avec 60~% ou mieux, 0 jusqu’ici~; encore possible~: Tournage
     Tournage (elm.turning) figure au relevé avec la note 55,5~%~; il faut 60~%
  2. work~: condition~: Être à l’emploi
  3. Ces exigences ne peuvent pas toutes être remplies ensemble~:
     - core~: 1~titre, 1 jusqu’ici
     - dans l’ensemble, au plus 0,5~crédit (50~%) par transfert

Ce qui ouvrirait la voie, avec le moins de crédits à suivre~:
     )" + cost_ + way_ + aside_);
}

TEST_F(French, Paths) {
  says("rung paths elm.pathways inspector --learner a.json --by fee,weeks --locale fr",
       "Parcours menant à " + award_ + ", selon les droits, puis les semaines\n\n" + version_ + "\n1.   " + cost_ + way_ + "\nIl n’y a pas d’autres parcours.\n" + aside_);
  EXPECT_TRUE(run("rung paths elm.pathways inspector --pareto fee,weeks --locale fr").out.starts_with(set("Parcours menant à " + award_ + "~: tous les compromis entre les droits, les semaines\n")));
}

TEST_F(French, Nearest) {
  says("rung nearest elm.pathways --learner a.json --locale fr",
       head_ + "\nLes titres les plus proches, selon les crédits~:\n\n1.   " + award_ + "~: " + cost_ + way_ + "\nIl n’y en a pas d’autres.\n" + aside_);
}

TEST_F(French, LeadsTo) {
  says("rung leads-to elm.pathways oak.cad turning --on 2026-11-01 --locale fr",
       "Le 1er~novembre 2026, Tournage (elm.turning) compte pour~:\n  " + award_ + ", partie core\n\nLe 1er~novembre 2026, Dessin assisté (oak.cad) compte pour~:\n  " + award_ + ", partie core par transfert, selon Oak–Elm (garantie)\n");
  says("rung leads-to elm.pathways inspector --locale fr", award_ + " ne compte pour aucun titre.\n");
}

TEST_F(French, TransfersOfWhichNobodyCanTellYet) {
  write("dated.rung", "rung 1 fr\ncadre d { version 1 }\nétablissement elm \"Collège Elm\"\nétablissement oak\ncours cad \"Dessin assisté\" { délivrée par oak crédits 3 }\ncours fraisage { délivrée par elm crédits 3 }\n"
                      "entente e { de oak à elm applicable 2025-01-01 cad équivaut à fraisage }\n");
  ASSERT_EQ(run("rungc fmt --to en dated.rung && rungc build dated.rung -o dated.pathways").status, 0) << run("rungc check dated.rung").err;
  write("undated.json", R"({"holdings": [{"credential": "d.cad"}]})");
  const std::string said = run("rung transfers dated.pathways elm --learner undated.json --locale fr").out;
  EXPECT_NE(said.find("Collège Elm a des ententes qui portent sur ces titres, mais n’en reconnaîtrait à coup sûr aucun.\n"), std::string::npos) << said;
  EXPECT_NE(said.find("On ne peut pas se prononcer, car une donnée n’est pas précisée\u00A0:\n  Dessin assisté"), std::string::npos) << said;
  EXPECT_EQ(said.find("Non reconnu"), std::string::npos) << said;
}

TEST_F(French, Transfers) {
  says("rung transfers elm.pathways elm --learner a.json --locale fr", head_ + R"(
Collège Elm reconnaîtrait~:
  Dessin assisté équivaut à Fraisage (3~crédits)~; selon Oak–Elm (garantie)

Chacun de ces titres compte une seule fois~: si plusieurs lignes nomment le même, une seule s’applique.

Non reconnu~:
  Atelier libre~: attended only~; selon Oak–Elm (garantie)
)" + aside_);
}

TEST_F(French, Impact) {
  write("stricter.rung", framework(", gauging"));
  ASSERT_EQ(run("rungc build stricter.rung -o stricter.pathways").status, 0);
  const std::string all = R"("gates": ["hired"], "on": "2026-11-01", "holdings": [{"credential": "elm.turning", "grade": "80%"}, {"credential": "elm.milling"}, {"credential": "elm.safety"})";
  write("some.jsonl", "{\"learner\": \"A-1\", " + all + "]}\n{\"learner\": \"A-2\", " + all + ", {\"credential\": \"elm.gauging\"}]}\n{\"holdings\": {}}\n");
  const Answer answer = run("rung impact elm.pathways stricter.pathways --learners some.jsonl --locale fr");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.out, set("A-1 perd " + award_ + "\nligne~3~: holdings doit être une liste~; corrigez le relevé à cet endroit\n\nPar titre~:\n  " + award_ +
                            "\n    1~personne le perd~: A-1\n\n2~personnes~: 1 perd un titre ou plus, 1 n’est pas touchée~; 1~ligne n’a pas pu être traitée.\n"));
  EXPECT_EQ(answer.err, set("rung~: 1~ligne n’a pas pu être traitée, la ligne~3\n"));
}

// Numbers, codes and keys are for programs, and so is all of JSON: the same bytes.
TEST_F(French, LeavesJsonAsItIs) {
  write("some.jsonl", R"({"learner": "A", "holdings": [{"credential": "elm.turning", "grade": "80%"}, {"credential": "nothing"}]})" "\n");
  for (const char* const question : {"earned elm.pathways --learner a.json", "missing elm.pathways inspector --learner a.json", "why-not elm.pathways inspector --learner a.json",
                                     "paths elm.pathways inspector --learner a.json", "nearest elm.pathways --learner a.json", "leads-to elm.pathways turning", "transfers elm.pathways elm --learner a.json",
                                     "impact elm.pathways elm.pathways --learners some.jsonl", "audit elm.pathways --learners some.jsonl", "dump elm.pathways", "earned elm.pathways --learner nobody.json",
                                     "missing elm.pathways nothing --learner a.json"}) {
    const std::string line = std::string("rung ") + question + " --format json --locale ";
    const Answer english = run(line + "en"), french = run(line + "fr");
    EXPECT_EQ(english.out, french.out) << question;
    EXPECT_EQ(english.status, french.status) << question;
    EXPECT_FALSE(english.out.empty()) << question;
  }
  // A label has titles, which are in the language that was asked for, and nothing else is; the environment alone changes nothing.
  const std::string label = "rung label elm.pathways milling --format json";
  json english = json::parse(run(label).out)["label"], french = json::parse(run(label + " --locale fr").out)["label"];
  EXPECT_EQ(run("LC_ALL=fr_CA.UTF-8 " + label).out, run(label).out);
  EXPECT_EQ(french["title"], "Fraisage");
  for (const char* const key : {"name", "takes", "fee", "before", "valid_months", "markers", "counts_towards"}) EXPECT_EQ(english[key], french[key]) << key;
}

TEST_F(French, IsChosenByTheOptionElseByTheEnvironment) {
  const std::string line = "rung leads-to elm.pathways inspector";
  const auto french = [&](const std::string& environment, const std::string& option = "") { return run(environment + " " + line + " " + option).out == set(award_ + " ne compte pour aucun titre.\n"); };
  EXPECT_TRUE(french("LANG=fr_CA.UTF-8"));
  EXPECT_TRUE(french("LC_ALL=fr"));
  EXPECT_TRUE(french("LC_MESSAGES=fr_CA LANG=en_CA"));
  EXPECT_FALSE(french("LC_ALL=en_CA LC_MESSAGES=fr_CA LANG=fr_CA"));
  EXPECT_FALSE(french("LANG=fr_CA.UTF-8", "--locale en"));
  EXPECT_FALSE(french(""));
  EXPECT_TRUE(french("LANG=en_CA", "--locale fr"));
  EXPECT_TRUE(run("LANG=fr_CA.UTF-8 rung label elm.pathways milling").out.starts_with("Fraisage (elm.milling), cours\n"));
}

TEST_F(French, IsOneOfTheLanguagesThereAre) {
  for (const char* const verb : {"earned elm.pathways --learner a.json", "missing elm.pathways inspector --learner a.json", "why-not elm.pathways inspector --learner a.json", "paths elm.pathways inspector",
                                 "nearest elm.pathways --learner a.json", "leads-to elm.pathways turning", "transfers elm.pathways elm --learner a.json", "label elm.pathways turning", "dump elm.pathways",
                                 "audit elm.pathways --learners a.json", "impact elm.pathways elm.pathways --learners a.json", "serve elm.pathways"}) {
    const Answer answer = run(std::string("rung ") + verb + " --locale de");
    EXPECT_EQ(answer.status, 2) << verb;
    EXPECT_NE(answer.err.find("--locale"), std::string::npos) << verb << "\n" << answer.err;
    EXPECT_EQ(answer.out, "") << verb;
  }
}

TEST_F(French, SaysWhatIsWrong) {
  const Answer name = run("rung missing elm.pathways inspektor --learner a.json --locale fr");
  EXPECT_EQ(name.status, 1);
  EXPECT_EQ(name.err, set("rung~: le tableau n’a aucun titre nommé «~inspektor~»~; vouliez-vous dire «~elm.inspector~»~?\n"));
  EXPECT_EQ(run("rung transfers elm.pathways orme --learner a.json --locale fr").err, set("rung~: le tableau n’a aucun établissement nommé «~orme~»~; il connaît elm, oak\n"));
  write("bad.json", "{\"holdings\": [{\"grade\": true}]}");
  EXPECT_EQ(run("rung earned elm.pathways --learner bad.json --locale fr").err, set("rung~: holdings[0].grade doit être une chaîne~; corrigez le relevé à cet endroit\n"));
}

}  // namespace
