// Frameworks in French and messages in French, as their users meet them.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

class FrenchLanguage : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("orme.rung",
          "rung 1 fr\n\nutilise \"oak.rung\"\n\ncadre orme \"Collège de l’Orme\" { version 1 }\n\ncours soudure \"Soudure\" { crédits 3 }\n\ncompétence assemble \"Assemble\"\n\n"
          "certificat atelier \"Atelier\" {\n  développe assemble\n  exige     tous parmi { soudure, oak.sawing }\n}\n");
    write("oak.rung", "rung 1 en\n\nframework oak \"Oak College\" { version 1 }\n\ncourse sawing \"Sawing\" { credits 2 }\n");
    write("wrong.rung", "rung 1 fr\ncadre orme { version 1 }\ncertificat b {\n  développe k\n  exige { core: { a, c } }\n}\ncompétence k\ncours a { crédits 3 }\ncours c { crédits 3 }\n");
  }
};

TEST_F(FrenchLanguage, FrameworksOfBothLanguagesUseEachOther) {
  EXPECT_EQ(run("rungc check orme.rung").err, "");
  EXPECT_EQ(run("rungc build orme.rung -o fr.pathways && rungc fmt --to en orme.rung && rungc build orme.rung -o en.pathways && cmp fr.pathways en.pathways").status, 0);
  EXPECT_EQ(read(folder_ / "orme.rung").substr(0, 30), "rung 1 en\n\nuse \"oak.rung\"\n\nfra");
}

// Learning is had to a level, and French says it in two ways.
TEST_F(FrenchLanguage, AnAchievementIsWrittenEitherWay) {
  for (const char* const word : {"au niveau", "jusqu’à", "jusqu'à", "jusqu'a"})
    write(std::string("a") + std::to_string(word[5]) + std::to_string(word[6]) + ".rung",
          std::string("rung 1 fr\ncadre a { version 1 }\ncompétence k\nmicroattestation m { développe k ") + word + " maîtrise charge 10 heures sur 2 semaines crédits 3 }\n");
  const Answer answer = run("set -e; for one in a*.rung; do rungc build $one -o $one.pathways; cmp $one.pathways $(ls a*.rung | head -n 1).pathways; done; rungc fmt --to en a*.rung; grep -c 'k to mastery' a*.rung; ls a*.rung | wc -l");
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_TRUE(answer.out.ends_with("\n4\n")) << answer.out;
}

TEST_F(FrenchLanguage, FmtPutsAFileIntoFrenchAndBack) {
  const std::string before = read(folder_ / "oak.rung");
  EXPECT_EQ(run("rungc fmt --to fr oak.rung").status, 0);
  EXPECT_EQ(read(folder_ / "oak.rung"), "rung 1 fr\n\ncadre oak \"Oak College\" { version 1 }\n\ncours sawing \"Sawing\" { crédits 2 }\n");
  EXPECT_EQ(run("rungc fmt --to en oak.rung").status, 0);
  EXPECT_EQ(read(folder_ / "oak.rung"), before);
  EXPECT_EQ(run("rungc fmt --to en --check oak.rung").status, 0);
  EXPECT_EQ(run("rungc fmt --to de oak.rung").status, 2);
}

TEST_F(FrenchLanguage, FmtLeavesAFileAloneOfWhichANameWouldBeAWord) {
  const std::string text = "rung 1 en\n\nframework elm { version 1 }\n\ncourse niveau { credits 3 }\n\ncertificate b { requires niveau }\n";
  write("a.rung", text);
  const Answer answer = run("rungc fmt --to fr a.rung");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.err, "rungc: a.rung is left as it is: one of its names would be read as a word of the other language\n");
  EXPECT_EQ(read(folder_ / "a.rung"), text);
}

TEST_F(FrenchLanguage, MessagesAreInTheLanguageThatIsAskedForElseInThatOfTheEnvironment) {
  const std::string french = "erreur\u00A0: cette règle nomme des titres sans dire combien il en faut [how-many]", english = "error: this rule names credentials";
  const auto said = [&](const std::string& line) { return run(line).err; };
  EXPECT_NE(said("rungc check wrong.rung").find(english), std::string::npos);
  EXPECT_NE(said("rungc check --locale fr wrong.rung").find(french), std::string::npos);
  EXPECT_NE(said("LANG=fr_CA.UTF-8 rungc check wrong.rung").find(french), std::string::npos);
  EXPECT_NE(said("LC_ALL=en_CA.UTF-8 LANG=fr_CA.UTF-8 rungc check wrong.rung").find(english), std::string::npos);
  EXPECT_NE(said("LANG=fr_CA.UTF-8 rungc check --locale en wrong.rung").find(english), std::string::npos);
  EXPECT_TRUE(said("rungc check --locale fr wrong.rung").ends_with("1 erreur, 0 avertissement\n"));
  EXPECT_EQ(run("rungc check --locale de wrong.rung").status, 2);
}

// What a program reads depends on nobody's environment; codes and keys never change.
TEST_F(FrenchLanguage, JsonIsInFrenchOnlyWhenItIsAskedFor) {
  const json environment = json::parse(run("LANG=fr_CA.UTF-8 rungc check --format json wrong.rung").out), asked = json::parse(run("rungc check --locale fr --format json wrong.rung").out);
  EXPECT_EQ(environment["diagnostics"][0]["message"], "this rule names credentials and does not say how many of them");
  EXPECT_EQ(asked["diagnostics"][0]["message"], "cette règle nomme des titres sans dire combien il en faut");
  for (const json& one : {environment, asked}) {
    EXPECT_EQ(one["diagnostics"][0]["code"], "how-many");
    EXPECT_EQ(one["diagnostics"][0]["severity"], "error");
  }
}

TEST_F(FrenchLanguage, PagesAndFailuresAreInFrenchToo) {
  EXPECT_TRUE(run("rungc explain --locale fr how-many").out.starts_with("# how-many\n\nLa règle nomme des titres"));
  EXPECT_TRUE(run("LC_MESSAGES=fr rungc explain how-many").out.starts_with("# how-many\n\nLa règle nomme des titres"));
  write("elm.rung", "rung 1 en\n\nframework elm { version 1 }\n\nmicrocredential a \"A\" { credits 3 }\n");
  const std::string value = run("rungc value --locale fr elm.rung").out;
  EXPECT_NE(value.find("A (elm.a)\u00A0: ENFREINT\n"), std::string::npos) << value;
  EXPECT_NE(value.find("il ne développe aucune compétence"), std::string::npos) << value;
  EXPECT_NE(value.find("aide\u00A0: écrivez ce que la personne sait faire ensuite\u00A0: develops …"), std::string::npos) << value;
  EXPECT_EQ(run("rungc explain --locale fr how-mani").err, "rungc\u00A0: il n’y a pas de diagnostic «\u00A0how-mani\u00A0»\u00A0; vouliez-vous dire «\u00A0how-many\u00A0»\u00A0?\n");
  EXPECT_EQ(run("rungc check --locale fr nowhere.rung").err.substr(0, 60), std::string("erreur\u00A0: nowhere.rung\u00A0: lecture impossible, ce fichier n’existe pas").substr(0, 60));
}

}  // namespace
