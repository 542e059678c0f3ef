// That a catalogue which was exported says the same when it is imported: generated ones, and every example.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include <fmt/format.h>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "compiler/model/values.hpp"
#include "compiler/spreadsheet/catalogue.hpp"
#include "compiler/spreadsheet/cells.hpp"
#include "grammar/layout/translate.hpp"
#include "runtime/table/image.hpp"

namespace {

using namespace rung;
namespace fs = std::filesystem;

using Strings = std::vector<std::string>;

std::string shown(const Compiled& compiled) { return diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false); }

Strings messages(const spreadsheet::Imported& found) {
  Strings out;
  for (const spreadsheet::Message& one : found.messages) out.push_back(place(one) + ": " + one.text);
  return out;
}

// A framework of which the columns hold everything.
std::string generated(std::uint32_t seed) {
  std::mt19937 dice(seed);
  const auto one_of = [&](std::size_t many) { return static_cast<std::size_t>(dice() % many); };
  const Strings texts = {"Plain", "=SUM(A1)", "'=x", "a, \"b\"; c|d\\", "-", "Métrologie", "x\\;y", "two  spaces", "@home", "'", "\"", "1", "+1 905", "Sits on 2026-02", "None of them", "a\nb"};
  const Strings amounts = {"0.5", "3", "12.25", "120", "0.000001", "999999999"};
  const Strings types = {"course", "microcredential", "badge", "licence", "apprenticeship"};
  const auto some_text = [&] { return spreadsheet::quoted(texts[one_of(texts.size())]); };
  const auto some = [&](const Strings& values) {
    std::string list;
    for (const std::string& value : values)
      if (one_of(2)) list += (list.empty() ? "" : ", ") + value;
    return list;
  };
  std::string out = "rung 1 en\nframework elm \"Elm\" { publisher oak }\ninstitution oak \"Oak\"\ncompetency uses-gauges \"Uses gauges\"\ncompetency cuts \"Cuts to mastery\"\n";
  const auto maybe = [&](std::string_view word, const std::string& value) {
    if (!value.empty() && one_of(2)) out += fmt::format("{} {}\n", word, value);
  };
  for (std::size_t i = 0; i < 6; ++i) {
    out += types[one_of(types.size())] + " c" + std::to_string(i) + " " + some_text() + " { issued by oak\n";
    const Strings developed = {"develops uses-gauges\n", "develops cuts\n", "develops uses-gauges to mastery, cuts\n", "develops cuts to participation\n", "develops cuts to competence, uses-gauges\n"};
    out += i == 0 ? "develops uses-gauges, cuts\n" : developed[one_of(developed.size())];
    maybe("credits", amounts[one_of(6)] + (one_of(3) == 0 ? " ECTS" : ""));
    maybe("workload", Strings{amounts[one_of(6)] + " hours", amounts[one_of(6)] + " weeks", amounts[one_of(6)] + " hours over 2 weeks"}[one_of(3)]);
    maybe("level", amounts[one_of(4)]);
    maybe("fee", amounts[one_of(6)] + " CAD");
    maybe("assessed by", Strings{some_text() + ", test", "pass mark 79.5%", some_text() + ", pass mark 100%"}[one_of(3)]);
    if (one_of(3) == 0) out += "awarded for mastery\n";
    maybe("tags", "evening, hands-on");
    maybe("subject", some_text() + ", " + some_text());
    maybe("type", some_text());
    maybe("delivery", Strings{"in-person", "online", "hybrid"}[one_of(3)]);
    maybe("pace", Strings{"fixed", "self-paced", "hybrid"}[one_of(3)]);
    maybe("learning", Strings{"cohort", "independent", "both"}[one_of(3)]);
    maybe("form", some({"digital", "paper"}));
    maybe("purpose", some({"pathway", "update", "technical-skills", "transferable-skills"}));
    maybe("for", some({"recent-graduate", "student", "employed-adult", "unemployed-adult"}));
    maybe("offered", Strings{"from 2026-09", "to 2028-02", "from 2026-09-02 to 2027-06-30"}[one_of(3)]);
    maybe("valid for", Strings{"18 months", "5 years", "1 year", "12000 months"}[one_of(4)]);
    maybe("review by", Strings{"2027-02", "2027-02-28"}[one_of(2)]);
    maybe("consulted", one_of(3) == 0 ? "none" : some_text() + " on " + Strings{"2026-02", "2026-02-11"}[one_of(2)] + ", \"Northfield Castings\"");
    maybe("accredited by", one_of(3) == 0 ? "none" : some_text() + ", " + some_text());
    maybe("meets standard", one_of(3) == 0 ? "none" : some_text());
    maybe("entitles to", some_text() + ", " + some_text());
    maybe("code", some_text());
    maybe("id", spreadsheet::quoted(texts[one_of(texts.size())] + std::to_string(i)));
    maybe("url", some_text());
    maybe("renamed from", fmt::format("old-{0}, older-{0}", i));
    maybe("note", some_text());
    maybe("note", some_text());
    maybe("description", spreadsheet::quoted(texts[one_of(texts.size())] + "\nand\n\"" + texts[one_of(texts.size())]));
    maybe("title fr", some_text());
    maybe("description fr-ca", some_text());
    if (i > 1) maybe("prerequisite", one_of(2) ? "c0" : "all of { c0, c1 }");
    out += "}\n";
  }
  return out;
}

// Somebody consulted whose name ends as a date would cannot be told from a date: then the export has to say that it is left out.
TEST(RoundTrip, GeneratedCataloguesAreTheSameTable) {
  std::size_t alike = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = generated(seed);
    const Compiled before = compile_text("elm.rung", text);
    ASSERT_EQ(before.diagnostics.errors(), 0u) << shown(before) << text;
    const spreadsheet::Exported out = spreadsheet::export_catalogue(before.model);
    const spreadsheet::Imported back = spreadsheet::import_catalogue(out.text, {"", "elm", "", ""});
    EXPECT_EQ(messages(back), Strings{});
    const Compiled after = compile_text("elm.rung", back.text);
    ASSERT_EQ(after.diagnostics.errors(), 0u) << shown(after) << back.text;
    if (out.left_out.empty()) {
      ASSERT_EQ(table::serialize(emit::make_image(before.model)), table::serialize(emit::make_image(after.model))) << "seed " << seed << "\n" << text << "\n" << out.text << "\n" << back.text;
      ++alike;
    }
    EXPECT_EQ(spreadsheet::export_catalogue(after.model).text, out.text) << "seed " << seed;
  }
  EXPECT_GT(alike, 150u);
}

// A framework in French is exported in French, and what comes back is the same, in French again.
TEST(RoundTrip, GeneratedCataloguesInFrenchAreTheSameTable) {
  std::size_t alike = 0;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    source::Files files;
    diagnostics::Sink quiet;
    const auto french = grammar::put_into("fr", files, files.add("elm.rung", generated(seed)), quiet).text;
    ASSERT_TRUE(french) << "seed " << seed;
    const Compiled before = compile_text("elm.rung", *french);
    ASSERT_EQ(before.diagnostics.errors(), 0u) << shown(before) << *french;
    const spreadsheet::Exported out = spreadsheet::export_catalogue(before.model);
    EXPECT_TRUE(out.text.starts_with("cadre,nom,intitulé,type,type précis,établissement,crédits,heures,semaines,niveau,droits,monnaie,compétences,préalables,")) << out.text.substr(0, 300);
    for (const std::string english : {",microcredential,", ",licence,", ",apprenticeship,", ",hybrid,", ",self-paced,", ",none,", "gauges to mastery", " years,", " months,", ",student,"}) EXPECT_EQ(out.text.find(english), std::string::npos) << english;
    const spreadsheet::Imported back = spreadsheet::import_catalogue(out.text, {"", "elm", "", ""});
    EXPECT_EQ(messages(back), Strings{});
    EXPECT_TRUE(back.text.starts_with("rung 1 fr\n")) << back.text;
    const Compiled after = compile_text("elm.rung", back.text);
    ASSERT_EQ(after.diagnostics.errors(), 0u) << shown(after) << back.text;
    if (out.left_out.empty()) {
      ASSERT_EQ(table::serialize(emit::make_image(before.model)), table::serialize(emit::make_image(after.model))) << "seed " << seed << "\n" << *french << "\n" << out.text << "\n" << back.text;
      ++alike;
    }
    EXPECT_EQ(spreadsheet::export_catalogue(after.model).text, out.text) << "seed " << seed;
    // In the other language when it is asked for.
    EXPECT_TRUE(spreadsheet::export_catalogue(before.model, "en").text.starts_with("framework,name,title,type,")) << "seed " << seed;
  }
  EXPECT_GT(alike, 50u);
}

// Every field of a credential that has a column, a line each.
Strings facts(const model::Model& model, const model::Credential& one, const std::string& framework) {
  Strings out = {"name " + one.name, "title " + one.title, "type " + one.subtype, "code " + one.code, "id " + one.id, "url " + one.url, "currency " + one.currency};
  const auto add = [&]<class... Values>(fmt::format_string<Values...> text, Values&&... values) { out.push_back(fmt::format(text, std::forward<Values>(values)...)); };
  const auto all = [&](std::string_view what, const Strings& texts) {
    for (const std::string& text : texts) add("{} {}", what, text);
  };
  add("type {}", static_cast<int>(one.type));
  for (const auto& issuer : one.issuers) add("issuer {} {}", model.institutions[issuer.id].name, model.institutions[issuer.id].title);
  for (const auto& what : one.develops)
    if (const auto& competency = model.competencies[what.competency]; competency.name.starts_with(framework + '.')) add("develops {} ({}) to {}", competency.name, competency.title, static_cast<int>(what.to));
  for (const auto& [what, amount] : {std::pair("credits", one.credits), {"hours", one.hours}, {"weeks", one.weeks}, {"fee", one.fee}, {"level", one.level}})
    if (amount) add("{} {}", what, amount->value);
  if (one.credits) add("of {}", model.units[one.credit_unit].name);
  add("awarded for {}, pass mark {}, valid {}", static_cast<int>(one.awarded_for), one.pass_mark, one.valid_months);
  add("delivery {} {} {}", static_cast<int>(one.delivery), static_cast<int>(one.pace), static_cast<int>(one.learning));
  for (const auto& words : {one.form, one.purpose, one.audience})
    for (const grammar::Word word : words) add("word {}", static_cast<int>(word));
  for (const auto& [what, day] : {std::pair("from", one.offered_from), {"to", one.offered_to}, {"review", one.review_by}})
    if (day) add("{} {}", what, day->value);
  for (const auto& who : one.consulted) add("consulted {} {}", who.who, who.on ? model::written_date(*who.on) : "");
  add("none {} {} {}", one.nobody_consulted, one.not_accredited, one.no_standard);
  all("assessed by", one.assessed_by);
  all("accredited by", one.accredited_by);
  all("meets", one.meets_standard);
  all("entitles to", one.entitles_to);
  all("tag", one.tags);
  all("subject", one.subjects);
  all("note", one.notes);
  for (const auto& name : one.renamed_from) add("renamed from {}", name.value);
  for (const auto& [language, text] : one.titles) add("title {} {}", language, text);
  for (const auto& [language, text] : one.descriptions) add("description {} {}", language, text);
  return out;
}

class RoundTripOfExamples : public testing::TestWithParam<std::string> {};

// Without its rules an award may be found to add nothing: what is compared is what is said, not whether it is sound.
TEST_P(RoundTripOfExamples, SaysTheSameOfEachCredential) {
  const Compiled before = compile({RUNG_SOURCE_DIR "/examples/" + GetParam()}, {}, Policies::left_out);
  const spreadsheet::Exported out = spreadsheet::export_catalogue(before.model);
  for (const std::string& one : out.left_out) EXPECT_EQ(one.find("which a cell would not give back"), std::string::npos) << one;
  std::size_t compared = 0;
  for (const model::Framework& framework : before.model.frameworks) {
    const spreadsheet::Imported back = spreadsheet::import_catalogue(out.text, {framework.name, framework.name, "", ""});
    EXPECT_TRUE(back.sound()) << testing::PrintToString(messages(back));
    const Compiled after = compile_text(framework.name + ".rung", back.text);
    for (const model::Credential& credential : before.model.credentials) {
      if (before.model.frameworks[credential.framework].name != framework.name || credential.block) continue;
      const auto same = std::ranges::find(after.model.credentials, credential.name, &model::Credential::name);
      ASSERT_NE(same, after.model.credentials.end()) << credential.name;
      EXPECT_EQ(facts(before.model, credential, framework.name), facts(after.model, *same, framework.name));
      ++compared;
    }
  }
  EXPECT_GT(compared, 0u);
}

Strings examples() {
  Strings out;
  for (const auto& entry : fs::recursive_directory_iterator(RUNG_SOURCE_DIR "/examples"))
    if (entry.path().extension() == ".rung") out.push_back(entry.path().lexically_relative(RUNG_SOURCE_DIR "/examples").string());
  std::ranges::sort(out);
  return out;
}
INSTANTIATE_TEST_SUITE_P(, RoundTripOfExamples, testing::ValuesIn(examples()), [](const auto& one) {
  std::string name = one.param;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
});

}  // namespace
