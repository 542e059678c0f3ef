// Catalogues in spreadsheets: what is read of them, what is said of what cannot be, and that what was exported means the same when it is imported.
#include <gtest/gtest.h>

#include "compiler/compile.hpp"
#include "compiler/spreadsheet/catalogue.hpp"
#include "compiler/spreadsheet/cells.hpp"
#include "compiler/spreadsheet/fields.hpp"
#include "compiler/model/name_of.hpp"

namespace {

using namespace rung;
using namespace rung::spreadsheet;
using rung::model::name_of;
using rung::model::title_of;

using Strings = std::vector<std::string>;

std::vector<Strings> cells(std::string_view text) {
  std::vector<Strings> out;
  for (const Row& row : read_csv(text).rows) out.push_back(row.cells);
  return out;
}

Imported imported(const std::string& text) { return import_catalogue(text, {"", "elm", "", ""}); }

Strings messages(const Imported& found) {
  Strings out;
  for (const Message& one : found.messages) out.push_back(place(one) + ": " + one.text);
  return out;
}

Compiled sound(const std::string& text) {
  Compiled compiled = compile_text("elm.rung", text);
  EXPECT_EQ(compiled.diagnostics.errors(), 0u) << diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false) << text;
  return compiled;
}

TEST(Csv, IsReadAsSpreadsheetsWriteIt) {
  const std::vector<Strings> expected = {{"name", "title"}, {"a", "One, \"two\"\nthree"}, {"b", ""}};
  EXPECT_EQ(cells("name,title\na,\"One, \"\"two\"\"\nthree\"\nb,\n"), expected);
  EXPECT_EQ(cells("\xEF\xBB\xBFname;title\r\n\r\na;\"One, \"\"two\"\"\nthree\"\r\nb;"), expected);
  EXPECT_EQ(cells("name\ttitle\ra\t\"One, \"\"two\"\"\nthree\"\rb\t"), expected);
  EXPECT_EQ(cells("sep=;\r\nname;title\r\na;\"One, \"\"two\"\"\nthree\"\r\nb;\r\n"), expected);
  EXPECT_EQ(cells("\"a;b\",c\n1,2\n"), (std::vector<Strings>{{"a;b", "c"}, {"1", "2"}}));   // a separator in quotes is none
  EXPECT_EQ(cells(""), std::vector<Strings>{});
  EXPECT_FALSE(read_csv(std::string("\xFF\xFEn\0", 4)).problem.empty());
  EXPECT_FALSE(read_csv(std::string("PK\3\4\0", 5)).problem.empty());
}

TEST(Csv, AnUnclosedQuoteCostsItsLine) {
  const Sheet sheet = read_csv("a,b\n1,\"2\n3,4\n");
  ASSERT_EQ(sheet.rows.size(), 3u);
  EXPECT_TRUE(sheet.rows[1].unclosed);
  EXPECT_EQ(sheet.rows[2].cells, (Strings{"3", "4"}));
  EXPECT_EQ(sheet.rows[2].number, 3u);
}

TEST(Csv, NothingIsAFormula) {
  for (const std::string text : {"=SUM(A1)", "+1", "-1", "@x", "\tx", "'=x", "''-", "x", "", "'x", "'"}) {
    const std::string written = cell(text);
    EXPECT_EQ(std::string("=+-@\t\r").find(written.empty() ? 'x' : written[written[0] == '"' ? 1 : 0]), std::string::npos) << written;
    const std::vector<Strings> back = cells("h\n" + written + "\n");
    EXPECT_EQ(plain(back.size() < 2 ? "" : back[1][0]), text) << written;
  }
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
}

TEST(Cells, QuantitiesAsPeopleWriteThem) {
  const auto value = [](const char* text) { return read_quantity(text).value; };
  EXPECT_EQ(value("3"), "3");
  EXPECT_EQ(value("3.50"), "3.5");
  EXPECT_EQ(value("3,5"), "3.5");
  EXPECT_EQ(value("007"), "7");
  EXPECT_EQ(value("0.5"), "0.5");
  EXPECT_EQ(value("0"), "0");
  EXPECT_EQ(value("1,200.50"), "1200.5");
  EXPECT_EQ(value("1.200,50"), "1200.5");
  EXPECT_EQ(value("1,234,567.5"), "1234567.5");
  EXPECT_EQ(value("1\xC2\xA0""200,5"), "1200.5");
  EXPECT_EQ(read_quantity("42 hours").unit, "hours");
  for (const char* text : {"three", "", "-3", "1,200", "1.2.3", "1,2,3", "3 4 x 5", "1.", ".5x", "1234567890", "0.1234567", "1e3", "NaN"}) {
    const Said said = read_quantity(text);
    EXPECT_TRUE(!said.problem.empty() || !said.unit.empty()) << text << " " << said.value;   // a unit that is none is refused where it stands
  }
  EXPECT_EQ(read_fee("$60", "cad", "").unit, "CAD");
  EXPECT_EQ(read_fee("60 USD", "CAD", "").unit, "USD");
  EXPECT_EQ(read_fee("€ 60", "", "CAD").unit, "EUR");
  EXPECT_EQ(read_fee("195,50 $ CA", "", "USD").unit, "CAD");
  for (const auto& [written, kept] : {std::pair("195,50 $", "195.50"), {"195.5", "195.50"}, {"195,00", "195"}, {"9", "9"}, {"9.5", "9.50"}, {"9.125", "9.125"}}) EXPECT_EQ(read_fee(written, "CAD", "").value, kept);
  EXPECT_FALSE(read_fee("$60", "", "").problem.empty());
  EXPECT_FALSE(read_fee("60", "dollars", "").problem.empty());
  EXPECT_EQ(read_type("Micro-credential").value, "microcredential");
  EXPECT_EQ(read_type("Courses").value, "course");
  EXPECT_EQ(read_type("License").value, "licence");
  EXPECT_EQ(read_type("cuorse").problem, "'cuorse' is no type of credential; did you mean course?");
}

TEST(Cells, NamesFromTitles) {
  EXPECT_EQ(name_of("Métrologie de précision, 2"), "metrologie-de-precision-2");
  EXPECT_EQ(name_of("3D Printing & You"), "c3d-printing-and-you");
  EXPECT_EQ(name_of("L’œuvre"), "loeuvre");
  EXPECT_EQ(name_of("日本"), "");
  EXPECT_EQ(name_of("  --  "), "");
  EXPECT_EQ(title_of("quality-inspector-2"), "Quality Inspector 2");
}

TEST(Cells, SeveralThingsInOne) {
  EXPECT_EQ(things_in("Uses gauges; works-safely | x\ny,"), (Strings{"Uses gauges", "works-safely", "x", "y,"}));
  EXPECT_EQ(things_in("a, b-c"), (Strings{"a", "b-c"}));
  EXPECT_EQ(things_in("Cuts, sews"), (Strings{"Cuts, sews"}));
  const Strings awkward = {"a, b", "a,b", "x;y", "a|b", "\\", "a\\;", "One, two"};
  EXPECT_EQ(things_in(cell_of(awkward)), awkward);
}

TEST(Import, MakesAFramework) {
  const Imported found = imported(
      "Title;Type;Issued By;Credits;Hours;Weeks;Level;Fee;Currency;Competencies;Prerequisite;Tags;Code\r\n"
      "Shop Safety;course;Northfield College;1;8;1;2;60;CAD;Works safely;;evening;MFG-1\r\n"
      "Measuring;Micro-credential;Northfield College;2,5 ECTS;;6;;;;uses-gauges to mastery|Works safely;MFG-1;evening, hands-on;MFG-2\r\n"
      "Inspection;;;;;;;;;;MFG-1, MFG-2;;\r\n");
  EXPECT_EQ(messages(found), Strings{});
  EXPECT_TRUE(found.sound());
  EXPECT_EQ(found.text,
            "rung 1 en\n\nframework elm \"Elm\" {\n  publisher northfield-college\n}\n\ninstitution northfield-college \"Northfield College\"\n\n"
            "competency uses-gauges \"Uses Gauges\"\ncompetency works-safely \"Works safely\"\n\n"
            "course shop-safety \"Shop Safety\" {\n  issued by northfield-college\n  develops  works-safely\n  credits   1\n  workload  8 hours over 1 weeks\n  level     2\n  fee       60 CAD\n"
            "  tags      evening\n  code      \"MFG-1\"\n}\n\n"
            "microcredential measuring \"Measuring\" {\n  issued by    northfield-college\n  develops     uses-gauges to mastery, works-safely\n  credits      2.5 ECTS\n  workload     6 weeks\n"
            "  tags         evening, hands-on\n  code         \"MFG-2\"\n  prerequisite shop-safety\n}\n\n"
            "course inspection \"Inspection\" {\n  prerequisite all of { shop-safety, measuring }\n}\n");
  sound(found.text);
}

TEST(Import, ReadsWhatCatalogueColumnsSay) {
  const Imported found = imported(
      "Title,Title FR,Passing-Grade,Assessment,Delivery,Audience,Offered From,Offered Until,Validity,Consultation,Accreditation,Standard,Entitlements,Former names,Note,Subtype\n"
      "Measuring,Métrologie,80 %,test,In Person,Employed adults; student,2026-09,2028-08,5 years,The Guild on 2026-02-11 | Castings,CQI,None,Sit the exam,measures,Once,associate\n"
      "Cutting,,,,,,,2028-08-31,18 months,none,none,,,,,\n");
  EXPECT_EQ(messages(found), Strings{});
  EXPECT_NE(found.text.find("course measuring \"Measuring\" {\n  assessed by    \"test\", pass mark 80%\n  type           \"associate\"\n  delivery       in-person\n"
                            "  for            employed-adult, student\n  offered        from 2026-09 to 2028-08\n  valid for      5 years\n"
                            "  consulted      \"The Guild\" on 2026-02-11, \"Castings\"\n  accredited by  \"CQI\"\n  meets standard none\n  entitles to    \"Sit the exam\"\n"
                            "  renamed from   measures\n  note           \"Once\"\n  title          fr \"Métrologie\"\n}\n"),
            std::string::npos)
      << found.text;
  EXPECT_NE(found.text.find("  offered       to 2028-08-31\n  valid for     18 months\n  consulted     none\n  accredited by none\n"), std::string::npos) << found.text;
  sound(found.text);
}

TEST(Import, WhatIsWrongInTheirCellsIsSaid) {
  const Imported found = imported(
      "title,pass mark,delivery,pace,offered from,offered to,valid for,consulted,renamed from,develops\n"
      "A,0.8,,,,,,,,\nB,80 points,,,,,,,,\nC,120%,,,,,,,,\nD,,in the evening,,,,,,,\nE,,onlin,,,,,,,\nF,,,fixed; hybrid,,,,,,\n"
      "G,,,,9/1/2026,,,,,\nH,,,,2026-13,,,,,\nI,,,,2026-09,2026-08-31,,,,\nJ,,,,,,5,,,\nK,,,,,,1001 years,,,\nL,,,,,,,The Guild on 2026-02-30,,\nM,,,,,,,,Old Name,\n"
      "N,,,,,,,,,oak.cuts; Sews\n");
  EXPECT_EQ(messages(found), (Strings{
      "row 2, column B (pass mark): '0.8' may be read in two ways; write it as 80%",
      "row 3, column B (pass mark): '80 points' is no pass mark; write it as 80%",
      "row 4, column B (pass mark): '120%' is more than 100 %",
      "row 5, column C (delivery): 'in the evening' does not say the delivery; write in-person, online, hybrid",
      "row 6, column C (delivery): 'onlin' does not say the delivery; did you mean online?",
      "row 7, column D (pace): 'fixed; hybrid' is more than one pace",
      "row 8, column E (offered from): '9/1/2026' is no date; write it as 2026-09-01, or 2026-09 for a month",
      "row 9, column E (offered from): '2026-13' is no day of the calendar",
      "row 10, column F (offered to): 2026-08-31 is before 2026-09, from which it is offered",
      "row 11, column G (valid for): '5' is no time of validity; write it as 5 years or 18 months",
      "row 12, column G (valid for): '1001 years' is too long: at most 1000 years",
      "row 13, column H (consulted): '2026-02-30' is no day of the calendar",
      "row 14, column I (renamed from): 'Old Name' cannot have been a name: small letters and digits joined by hyphens",
      "row 15, column J (develops): 'oak.cuts' is of another framework, which a spreadsheet cannot use; left out"}));
  EXPECT_EQ(found.imported, 1u);
  EXPECT_TRUE(sound(found.text).model.credentials[0].develops.size() == 1);
}

TEST(Import, InFrenchMakesAFrameworkInFrench) {
  const Imported found = imported(
      "Sigle;Titre;Titre anglais;Type;Établissement;Crédits;Heures;Semaines;Frais;Devise;Compétences;Préalables;Évaluation;Note de passage;Consulté;Modalite;Rythme;Public;Valide pendant;Decerne pour\n"
      "SOI-1;Confort;Comfort;Microcertification;Le Collège;2,0;28 heures;4;195,50 $;CAD;Réconforte au niveau maîtrise;;test;60 %;La Guilde le 2026-01-15;En ligne;À son rythme;Diplômés récents;5 ans;Maîtrise\n"
      "SOI-2;Levage;;Micro-attestation;Le Collège;1,5;;;inconnu;;Lève;SOI-1;;;aucun;;;;18 mois;\n"
      "SOI-3;Offre;;Certificat;;;;;;;;;;;;;;;;\n");
  EXPECT_EQ(messages(found), Strings{});
  EXPECT_EQ(found.text,
            "rung 1 fr\n\ncadre elm \"Elm\" {\n  responsable le-college\n}\n\nétablissement le-college \"Le Collège\"\n\ncompétence leve \"Lève\"\ncompétence reconforte \"Réconforte\"\n\n"
            "microattestation confort \"Confort\" {\n  délivré par    le-college\n  développe      reconforte au niveau maîtrise\n  décerné pour   maîtrise\n  crédits        2\n"
            "  charge         28 heures sur 4 semaines\n  droits         195.50 CAD\n  évalué par     \"test\", note de passage 60%\n  prestation     en ligne\n  rythme         libre\n"
            "  public         diplômé récent\n  valide pendant 5 ans\n  consulté       \"La Guilde\" le 2026-01-15\n  code           \"SOI-1\"\n  intitulé       en \"Comfort\"\n}\n\n"
            "microattestation levage \"Levage\" {\n  délivré par    le-college\n  développe      leve\n  crédits        1.5\n  valide pendant 18 mois\n  consulté       aucun\n  code           \"SOI-2\"\n  préalable      confort\n}\n\n"
            "certificat offre \"Offre\" {\n  code \"SOI-3\"\n}\n");
  sound(found.text);
}

TEST(Import, AnEmptyCurrencyIsSaidToBeEmpty) {
  EXPECT_EQ(messages(imported("titre;type;frais;devise\nA;Cours;150,00 $;\nB;Coors;1 250,75 $;cad\n")), (Strings{
      "row 2, column C (frais): '150,00 $' has no currency, and the row's cell in the column currency is empty; write CAD there, or pass --currency CAD",
      "row 3, column B (type): 'Coors' is no type of credential; did you mean cours?"}));
}

TEST(Columns, AreFoundUnderWhatPeopleCallThem) {
  const auto found = [](const char* text) { return heading_named(text) ? as_heading(*heading_named(text)) : std::string(); };
  EXPECT_EQ(found("  Issued_By "), "issuer");
  EXPECT_EQ(found("Pass-mark"), "pass mark");
  EXPECT_EQ(found("TITLE FR"), "title fr");
  EXPECT_EQ(found("description fr-CA"), "description fr-ca");
  EXPECT_EQ(found("Intitulé anglais"), "title en");
  EXPECT_EQ(found("TITLE French"), "title fr");
  EXPECT_EQ(found("ÉVALUATION"), "assessed by");
  EXPECT_EQ(found("Revision avant"), "review by");
  EXPECT_EQ(heading_named("Évaluation")->spoken, "fr");
  EXPECT_EQ(heading_named("Type")->spoken, "");
  EXPECT_EQ(heading_named("Pass mark")->spoken, "en");
  EXPECT_EQ(near_column("prealabels"), "préalables");
  for (const auto& [heading, column] : {std::pair("", ""), {"|", ""}, {"title|", "title"}, {"title ", "title"}, {"title of the course", ""}, {"title a", ""}, {"title long", ""}, {"description  ", "description"}})
    EXPECT_EQ(found(heading), column) << heading;
  EXPECT_EQ(found("notes|note"), "");
}

TEST(Cells, AThingHasANameAndATitle) {
  for (const auto& [written, name, title] : {std::tuple("cuts-cloth", "cuts-cloth", "Cuts Cloth"), {"Cuts cloth", "cuts-cloth", "Cuts cloth"}, {"Cuts cloth, by hand [cuts]", "cuts", "Cuts cloth, by hand"}, {"[cuts]", "cuts", "[cuts]"}}) {
    EXPECT_EQ(read_thing(written).name, name);
    EXPECT_EQ(read_thing(written).title, title);
    EXPECT_EQ(written_thing({name, title}), written);
  }
  EXPECT_EQ(written_thing({"cuts", "Cuts to mastery"}), "Cuts to mastery [cuts]");   // else it would be how far it is developed
}

TEST(Import, ABadRowCostsOneMessageAndTheRestIsImported) {
  const Imported found = imported(
      "name,title,type,credits,fee,colour,credit,prerequisites\n"
      "a,A,course,1,,,,\n"
      "b,B,cuorse,three,9,red,,\n"                          // three mistakes, one message
      "B C,,,,,,,\n"
      ",日本,,,,,,\n"
      ",,,5,,,,\n"
      "a,Again,,,,,,\n"
      "d,D,,1,,,,,,,surplus\n"
      "e,\"E,,,,,,\n"
      "f,F,,,,,,b; a; nobody\n"
      "g,\xFF,,,,,,\n");
  EXPECT_EQ(messages(found), (Strings{
      "row 1, column F (colour): is no column of a catalogue, and left out",
      "row 1, column G (credit): stands for credits, which column D is already; left out",
      "row 3, column C (type): 'cuorse' is no type of credential; did you mean course?; and column D (credits): 'three' is no number; write it as 4.5; and column E (fee): '9' has no currency; write its currency behind it, as in 240 CAD, or have a column currency",
      "row 4, column A (name): 'B C' cannot be a name: small letters and digits joined by hyphens; write b-c",
      "row 5, column B (title): no name can be made from '日本'; write one in a column name",
      "row 6, column B (title): the row has neither a name nor a title",
      "row 7, column A (name): 'a' is the name of row 2 already",
      "row 8: it has 11 cells, and the first row names 8 columns; a cell with a separator in it stands in quotes",
      "row 9: a quote in it is never closed",
      "row 10, column H (prerequisites): no row has the name, the code or the title 'nobody'; the prerequisite is left out",
      "row 11: is not UTF-8; save the file as \"CSV UTF-8\""}));
  EXPECT_EQ(found.rows, 10u);
  EXPECT_EQ(found.imported, 2u);
  EXPECT_FALSE(found.sound());
  const Compiled compiled = sound(found.text);
  ASSERT_EQ(compiled.model.credentials.size(), 2u);
  EXPECT_EQ(compiled.model.credentials[1].name, "elm.f");
}

TEST(Import, NamesAreMadeFromTitlesAndUnique) {
  const Imported found = imported("name,title\n,Shop Safety\n,Shop safety\nshop-safety-2,X\n,SHOP SAFETY\n");
  EXPECT_EQ(messages(found), Strings{});
  const Compiled compiled = sound(found.text);
  Strings names;
  for (const auto& one : compiled.model.credentials) names.push_back(one.name);
  EXPECT_EQ(names, (Strings{"elm.shop-safety", "elm.shop-safety-2", "elm.shop-safety-3", "elm.shop-safety-4"}));
}

TEST(Import, WhatIsNoCatalogueSaysWhy) {
  for (const char* text : {"", "\n\n", "colour,size\nred,3\n", "\"title\n", "\xFF\xFEt"}) {
    const Imported found = imported(text);
    EXPECT_EQ(found.text, "") << text;
    EXPECT_EQ(found.messages.empty(), false) << text;
    EXPECT_FALSE(found.sound());
  }
}

TEST(Import, OneFrameworkOfSeveral) {
  const std::string two = "framework,name,credits\nelm,a,1\noak,b,2\noak,c,3\n";
  EXPECT_EQ(messages(imported(two)), (Strings{"row 3, column A (framework): is of oak, and a file has one framework, here elm; import the rows of oak apart, with --framework oak"}));
  const Imported oak = import_catalogue(two, {"oak", "elm", "", ""});
  EXPECT_EQ(messages(oak), Strings{});
  EXPECT_EQ(oak.imported, 2u);
  EXPECT_NE(oak.text.find("framework oak \"Oak\""), std::string::npos);
}

TEST(Export, SaysWhatColumnsCannotHold) {
  const Compiled compiled = sound(
      "rung 1 en\nframework elm \"Elm\"\ncompetency x \"X\"\ncourse a \"A\" { develops x }\ncourse b \"B\" { prerequisite any of { a, c } }\ncourse c \"C\" { prerequisite a at 60% }\n"
      "certificate d \"D\" { entitles to \"work\" stacks none requires all of { a, b } }\ngate hired \"Hired\"\ncompetency y \"Y\" { kind skill }\ncourse e \"E\" { consulted \"none\", \"Who\" counts towards at most 2 awards }\n");
  EXPECT_EQ(export_catalogue(compiled.model).left_out, (Strings{"the prerequisite of elm.b is more than a list of credentials", "the prerequisite of elm.c is more than a list of credentials",
      "something in consulted of elm.e, which a cell would not give back", "the rule of an award", "what a credential says of where it stacks", "towards how many awards a credential counts",
      "what a competency says besides its title", "a competency that no credential develops", "a gate"}));
}

}  // namespace
