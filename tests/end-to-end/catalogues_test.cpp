// `rungc import csv` and `rungc export csv`, as their users run them.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

using Catalogues = WorkingFolder;

TEST_F(Catalogues, OfWhichNothingCanBeImportedWriteNothingAndSaySo) {
  for (const char* const rows : {"", "a,A,cuorse\n"}) {
    write("none.csv", std::string("name,title,type\n") + rows);
    const Answer answer = run("rungc import csv none.csv -o none.rung");
    EXPECT_EQ(answer.status, 1) << rows;
    EXPECT_NE(answer.err.find("none.csv: no row could be imported, so nothing is written\n"), std::string::npos) << answer.err;
    EXPECT_FALSE(fs::exists(folder_ / "none.rung")) << rows;
  }
}

TEST_F(Catalogues, GoIntoAFrameworkAndOut) {
  write("list.csv", "\xEF\xBB\xBFTitle;Competencies;Credits\r\nShop Safety;Works safely;1\r\nMeasuring;Uses gauges;three\r\n");
  const Answer in = run("rungc import csv list.csv -o elm.rung");
  EXPECT_EQ(in.status, 1);                                                  // a row was lost
  EXPECT_EQ(in.out, "1 of 2 rows imported into elm.rung\n");
  EXPECT_EQ(in.err, "rungc: list.csv: row 3, column C (Credits): 'three' is no number; write it as 4.5\n");
  EXPECT_EQ(run("rungc check elm.rung && rungc fmt --check elm.rung").status, 0);
  const Answer out = run("rungc export csv elm.rung -o out.csv && rungc import csv out.csv -o again.rung && rungc export csv again.rung");
  EXPECT_EQ(out.status, 0) << out.err;
  EXPECT_EQ(read(folder_ / "out.csv"), "\xEF\xBB\xBF" + run("rungc export csv again.rung").out);
}

TEST_F(Catalogues, NothingIsWrittenOver) {
  write("list.csv", "title\nShop Safety\n");
  write("elm.rung", "mine");
  EXPECT_EQ(run("rungc import csv list.csv -o elm.rung").status, 2);
  EXPECT_EQ(read(folder_ / "elm.rung"), "mine");
  EXPECT_EQ(run("rungc import csv list.csv -o list.csv --replace").status, 2);
  EXPECT_EQ(read(folder_ / "list.csv"), "title\nShop Safety\n");
  EXPECT_EQ(run("rungc import csv list.csv -o elm.rung --replace").status, 0);
  EXPECT_EQ(run("rungc import csv - -o other.rung --framework oak < list.csv && rungc check other.rung").status, 0);
  EXPECT_EQ(run("rungc import csv nothing.csv -o none.rung").status, 2);
  EXPECT_EQ(run("rungc import csv list.csv -o none.rung --framework 'O ak'").status, 2);
  EXPECT_EQ(run("printf 'colour\\nred\\n' | rungc import csv - -o none.rung").status, 1);
  EXPECT_FALSE(fs::exists(folder_ / "none.rung"));
}

// In its own language, whatever the environment's; in the other when it is asked for.
TEST_F(Catalogues, OfAFrenchFrameworkAreInFrench) {
  write("orme.rung", "rung 1 fr\ncadre orme\ncompétence lit-un-plan \"Lit un plan\"\nmicroattestation plans \"Plans\" { développe lit-un-plan au niveau maîtrise  prestation en ligne  consulté aucun }\n");
  const std::string french = run("rungc export csv orme.rung 2>/dev/null").out, english = run("rungc export csv orme.rung --locale en 2>/dev/null").out;
  EXPECT_TRUE(french.starts_with("cadre,nom,intitulé,")) << french;
  EXPECT_NE(french.find("\r\norme,plans,Plans,microattestation,"), std::string::npos) << french;
  EXPECT_NE(french.find(",Lit un plan au niveau maîtrise,"), std::string::npos) << french;
  EXPECT_NE(french.find(",aucun,"), std::string::npos) << french;
  EXPECT_TRUE(english.starts_with("framework,name,title,")) << english;
  EXPECT_NE(english.find("\r\norme,plans,Plans,microcredential,"), std::string::npos) << english;
  EXPECT_EQ(run("LC_ALL=en_CA.UTF-8 rungc export csv orme.rung 2>/dev/null").out, french);
  EXPECT_EQ(run("rungc export csv orme.rung -o out.csv && rungc import csv out.csv -o again.rung && rungc export csv again.rung 2>/dev/null").status, 0);
  EXPECT_TRUE(read(folder_ / "again.rung").starts_with("rung 1 fr\n"));
  EXPECT_EQ(run("rungc export csv again.rung 2>/dev/null").out, french);
}

TEST_F(Catalogues, MessagesInJson) {
  write("list.csv", "title,credits,colour\nShop Safety,x,\n");
  const auto said = nlohmann::json::parse(run("rungc import csv list.csv -o elm.rung --format json").out);
  EXPECT_EQ(said["rows"], 1);
  EXPECT_EQ(said["imported"], 0);
  EXPECT_EQ(said["messages"][1], nlohmann::json({{"row", 2}, {"column", "B"}, {"heading", "credits"}, {"message", "'x' is no number; write it as 4.5"}, {"row_lost", true}}));
}

TEST_F(Catalogues, OfAFrameworkWithErrorsThereIsNone) {
  write("elm.rung", "rung 1 en\nframework elm\ncourse a { prerequisite b }\n");
  const Answer answer = run("rungc export csv elm.rung -o out.csv");
  EXPECT_EQ(answer.status, 1);
  EXPECT_NE(answer.err.find("unknown-name"), std::string::npos);
  EXPECT_FALSE(fs::exists(folder_ / "out.csv"));
}

}  // namespace
