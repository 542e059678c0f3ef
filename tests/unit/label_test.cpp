// The quality label of a small framework, in each of its forms.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "compiler/compile.hpp"
#include "compiler/emit/table_of.hpp"
#include "compiler/value/markers.hpp"
#include "runtime/label/label.hpp"

namespace {

using nlohmann::json;

constexpr const char* framework = R"(rung 1 en
framework elm "Elm College" { version 2026-09 grades percent }
institution elm "Elm College" { title fr "Collège Elm" }
institution oak "Oak <University>"
competency gauges "Uses gauges" { title fr "Utilise des jauges" }
competency works "Works"
competency cells "Runs a cell"
microcredential metrology "Precision & Measurement" {
  title fr "Métrologie de précision"
  issued by elm
  develops gauges to mastery
  workload 42.5 hours over 6 weeks
  credits 3
  fee 240 CAD
  assessed by demonstration, pass mark 80%
  awarded for mastery
  delivery hybrid
  pace self-paced
  for employed-adult, student
  consulted "Machinists" on 2026-02-11
  valid for 5 years
  prerequisite any of { safety, drawing }
}
course safety "Shop Safety" { develops works }
course drawing "Drawing" { develops works }
microcredential silent { develops works }
course short "Short" { develops works workload 1.5 hours credits 0.5 fee 195.50 CAD }
certificate inspector "Inspector" { issued by elm develops cells requires { core: metrology } }
agreement a "Articulation" { from elm to oak metrology counts as safety drawing not recognized because "content" }
)";

class LabelOf : public testing::Test {
 protected:
  std::string shown(const std::string& name, const char* format, const char* language = "en") const {
    const auto credential = table_.find_credential("elm." + name);
    EXPECT_TRUE(credential);
    return rung::label::shown(table_, credential.value(), format, language);
  }
  void has(const std::string& text, const std::string& part) const { EXPECT_NE(text.find(part), std::string::npos) << part << " is not in\n" << text; }
  void lacks(const std::string& text, const std::string& part) const { EXPECT_EQ(text.find(part), std::string::npos) << part << " is in\n" << text; }

  rung::Compiled compiled_ = rung::compile_text("elm.rung", framework);
  rung::Table table_ = rung::emit::table_of(compiled_.model);
};

TEST_F(LabelOf, SaysWhatIsStatedAndWhatIsNot) {
  const std::string text = shown("metrology", "text");
  has(text, "Precision & Measurement (elm.metrology), microcredential\nIssued by Elm College\n");
  has(text, "Learning: Uses gauges (mastery)");
  has(text, "Workload: 42.5\u00A0hours");
  has(text, "Level: not stated");
  has(text, "Pass mark: 80%");
  has(text, "Relevant: Machinists on 11\u00A0February 2026");
  has(text, "Accredited: no evidence stated");
  has(text, "Stackable: Inspector");
  has(text, "Prerequisites: 1 of these: Drawing, Shop Safety");
  has(text, "Inspector, part core");
  has(text, "Valid for: 5\u00A0years");
  has(text, "It is not valid for ever.");
  has(text, "Oak <University>: Shop Safety");
  const std::string silent = shown("silent", "text");
  has(silent, "Fee: not stated");
  has(silent, "Where else it is recognised\n  Nothing of it is recognised elsewhere by an agreement.");
  has(silent, "Nothing says how learning was shown.");
  has(silent, "It counts towards no larger credential that is stated.");
}

TEST_F(LabelOf, SaysItInFrench) {
  const std::string text = shown("metrology", "text", "fr");
  has(text, "Métrologie de précision (elm.metrology), microattestation\nTitre délivré par Collège Elm\n");
  has(text, "Utilise des jauges (maîtrise)");
  has(text, "42,5\u00A0heures");
  has(text, "Machinists le 11\u00A0février 2026");
  has(text, "Note de passage\u00A0: 80\u00A0%");
  lacks(text, "not stated");
  has(shown("short", "text", "fr"), "1,5\u00A0heure\n");       // less than two is one
  has(shown("short", "text", "fr"), "0,5\u00A0crédit\n");
  has(shown("short", "text"), "1.5\u00A0hours\n");
}

TEST_F(LabelOf, SaysWhatCountsAsItWhereNothingOfItIsRecognised) {
  const char* const heading = "Where else it is recognised\n  Nothing of it is recognised elsewhere by an agreement.\n";
  const std::string safety = shown("safety", "text");
  has(safety, std::string(heading) + "  Counts as it: Precision & Measurement (Elm College)\n");
  lacks(safety, "table");
  lacks(shown("silent", "text"), "Counts as it");
  lacks(shown("drawing", "text"), "Nothing of it is recognised");   // an agreement speaks of it: it is refused
  has(shown("safety", "text", "fr"), "Aucune entente ne le reconnaît ailleurs.\n  Ce qui y équivaut\u00A0: Métrologie de précision (Collège Elm)\n");
  const json label = json::parse(shown("safety", "json"))["label"];
  ASSERT_EQ(label["counts_as_it"].size(), 1u);
  EXPECT_EQ(label["counts_as_it"][0]["sources"], json{"elm.metrology"});
  EXPECT_EQ(label["counts_as_it"][0]["from"], "elm");
}

TEST_F(LabelOf, WritesMoneyAsItIsWritten) {
  has(shown("metrology", "text"), "Fee: 240\u00A0CAD");
  has(shown("short", "text"), "Fee: 195.50\u00A0CAD");
  has(shown("short", "text", "fr"), "Droits\u00A0: 195,50\u00A0CAD");
  EXPECT_EQ(json::parse(shown("short", "json"))["label"]["fee"]["amount"], "195.5");
}

TEST_F(LabelOf, IsOnePageAndOnePicture) {
  const std::string page = shown("metrology", "html");
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  has(page, "<h1 dir=\"auto\">Precision &amp; Measurement</h1>");
  has(page, "<dt dir=\"auto\">Oak &lt;University&gt;</dt>");
  has(page, "<dd class=\"unstated\">no evidence stated</dd>");
  lacks(page, "<script");
  lacks(page, "http");                         // nothing is fetched
  has(shown("metrology", "html", "fr"), "<html lang=\"fr\">");
  const std::string picture = shown("metrology", "svg");
  EXPECT_TRUE(picture.starts_with("<svg "));
  has(picture, "role=\"img\"");
  has(picture, "Oak &lt;University&gt;");
}

TEST_F(LabelOf, IsTheSameInJson) {
  const json label = json::parse(shown("metrology", "json"))["label"];
  EXPECT_EQ(label["credential"], "elm.metrology");
  EXPECT_EQ(label["takes"]["hours"], "42.5");
  EXPECT_EQ(label["fee"]["amount"], "240");
  EXPECT_EQ(label["assessment"]["pass_mark"], "80%");
  EXPECT_EQ(label["typology"]["pace"], "self-paced");
  EXPECT_EQ(label["for"], (json{"employed-adult", "student"}));
  EXPECT_EQ(label["valid_months"], 60);
  EXPECT_EQ(label["counts_towards"][0]["credential"], "elm.inspector");
  EXPECT_EQ(label["refused"].size() + label["recognised"].size(), 1u);
  EXPECT_TRUE(label["level"].is_null());
  EXPECT_EQ(json::parse(shown("metrology", "json", "fr"))["label"]["title"], "Métrologie de précision");
}

// The label reads the table, the compiler its model: both derive the same markers.
TEST_F(LabelOf, HasTheMarkersOfTheCompiler) {
  for (std::uint32_t id = 0; id < compiled_.model.credentials.size(); ++id) {
    const auto found = rung::value::QualityMarkers(compiled_.model).of(id);
    const rung::label::Label label = rung::label::label_of(table_, id);
    ASSERT_EQ(found.size(), label.markers.size());
    for (std::size_t m = 0; m < found.size(); ++m) EXPECT_EQ(found[m].shown, label.markers[m].shown) << compiled_.model.credentials[id].name << " " << name(found[m].marker);
  }
}

}  // namespace
