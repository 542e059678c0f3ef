// French where it differs most: conditions, counts, agreement in number, and whom a part is asked of.
#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/rung/text/support.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

using rung::Telling;

// "~" stands for the blank that does not break.
std::string set(std::string text) {
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at)) text.replace(at, 1, "\u00A0");
  return text;
}

// What each node and condition of the award's rule asks for, in French.
std::vector<std::string> asked(const std::string& rule) {
  static const std::string before = R"(rung 1 en
framework f "F" { version 1 grades percent }
institution elm "Elm" institution oak "Oak"
competency works "Works" competency leads "Leads"
gate hired "Is hired" { title fr "Être à l’emploi" }
course a "A" { title fr "Allemand" issued by elm develops works credits 1 }
course b "B" { title fr "Biologie" issued by elm develops works credits 2 }
course c "C" { title fr "Chimie" issued by oak develops works credits 6 }
certificate award "Award" { develops leads requires {
)";
  const rung::Table table = rung::testing::compiled_table(before + rule + "\n} }\n");
  const Telling in(table, "fr");
  std::vector<std::string> out;
  const std::uint32_t root = table.credentials()[*table.find_credential("f.award")].rule;
  for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) out.push_back(rung::asked_of(in, rung::node_asks(in, at), table.nodes()[at]));
  for (const rung::table::Condition& condition : table.conditions(table.nodes()[root].conditions)) out.push_back(rung::said_of(in, condition, condition.amount));
  return out;
}

void asks(const std::string& rule, const std::string& expected) {
  const std::vector<std::string> all = asked(rule);
  EXPECT_NE(std::find(all.begin(), all.end(), set(expected)), all.end()) << set(expected) << "\nis none of\n" << rung::joined(all);
}

TEST(FrenchAnswers, SayWhatAPartAsksFor) {
  asks("core: all of { a, b, c }", "les 3~titres");
  asks("core: any of { a, b, c }", "1~titre au choix sur 3");
  asks("core: 2 of { a, b, c }", "2~titres sur 3");
  asks("core: at least 2 of { a, b, c }", "au moins 2~titres sur 3");
  asks("core: at least 1.5 credits from { a, b, c }", "au moins 1,5~crédit");
  asks("core: at least 2 credits from { a, b, c }", "au moins 2~crédits");
  asks("core: a work: gate hired", "condition~: Être à l’emploi");
  asks("core: a more: b only for holders of c", "1~titre, seulement pour qui détient Chimie");
  asks("core: a more: b unless gate hired", "1~titre, sauf condition~: Être à l’emploi");
}

TEST(FrenchAnswers, CallAnAgreementByItsFrenchTitle) {
  const rung::Table table = rung::testing::compiled_table(
      "rung 1 en\nframework f \"F\" { version 1 }\ncompetency k\ninstitution elm institution oak\ncourse a { issued by elm develops k }\ncourse b { issued by oak develops k }\n"
      "agreement t \"Transfer\" {\n  from elm to oak\n  title fr \"Transfert\"\n  a counts as b\n}\n");
  EXPECT_EQ(rung::agreement_of(Telling(table, "fr"), 0), "Transfert");
  EXPECT_EQ(rung::agreement_of(Telling(table, "en"), 0), "Transfer");
}

TEST(FrenchAnswers, SayWhatIsAskedOfTheWhole) {
  const std::string core = "core: at least 3 credits from { a, b, c }\n";
  asks(core + "at least 50% of credits from elm", "au moins 50~% des crédits parmi Allemand, Biologie");
  asks(core + "at most 1 credits by prior learning", "au plus 1~crédit par reconnaissance des acquis");
  asks(core + "at most 62.5% of credits by transfer", "au plus 62,5~% des crédits par transfert");
  asks(core + "from at least 2 institutions", "provenance~: au moins 2~établissements");
  asks(core + "average of at least 65.5%", "une moyenne d’au moins 65,5~%");
}

TEST(FrenchAnswers, CountsAndListsAgree) {
  const rung::Table table = rung::testing::compiled_table("rung 1 en\nframework f \"F\" { version 1 }\ncompetency k\ncourse a \"A\" { develops k credits 1 }\n");
  const Telling in(table, "fr"), en(table);
  EXPECT_EQ(rung::so_many(in, 0, in.words.step), set("0~étape"));
  EXPECT_EQ(rung::so_many(in, 1, in.words.step), set("1~étape"));
  EXPECT_EQ(rung::so_many(in, 2, in.words.step), set("2~étapes"));
  EXPECT_EQ(rung::so_many(en, 0, en.words.step), "0 steps");
  EXPECT_EQ(rung::amount_of(in, 500'000, "hours"), set("0,5~heure"));
  EXPECT_EQ(rung::amount_of(in, 12'000'000, "ECTS"), set("12~ECTS"));
  EXPECT_EQ(rung::money_of(in, 195'500'000, "CAD"), set("195,50~CAD"));
  EXPECT_EQ(rung::money_of(en, 195'500'000, "CAD"), "195.50 CAD");
  EXPECT_EQ(rung::money_of(en, 195'550'000, "CAD"), "195.55 CAD");
  EXPECT_EQ(rung::money_of(en, 240'000'000, "CAD"), "240 CAD");
  EXPECT_EQ(rung::and_more(in, "A, B", 1), set("A, B et 1~autre"));
  EXPECT_EQ(rung::and_more(in, "A, B", 4), set("A, B et 4~autres"));
  EXPECT_EQ(rung::day_of(in, "2026-03-01"), set("1er~mars 2026"));
  EXPECT_EQ(rung::day_of(in, "au printemps"), "au printemps");     // what a record writes and is no date
}

TEST(FrenchAnswers, NameWhatNobodyStated) {
  const rung::Table table = rung::testing::compiled_table("rung 1 en\nframework f \"F\" { version 1 }\ncompetency k\ncourse a \"A\" { title fr \"Allemand\" develops k credits 1 }\n");
  const std::uint32_t a = *table.find_credential("f.a");
  EXPECT_EQ(rung::joined(rung::statements({table, "fr"}, {{a, "grade"}, {a, "the day of the question"}, {a, "what it was awarded for"}, {rung::table::none, "date"}, {a, "grade"}})),
            "note pour Allemand (f.a), le jour de la question, titres qui ont compté pour Allemand (f.a), date");
}

}  // namespace
