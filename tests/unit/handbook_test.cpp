// The pages of a handbook: what each kind must have, and what none may have.
#include "compiler/handbook/handbook.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>

#include "compiler/compile.hpp"
#include "compiler/emit/table_of.hpp"
#include "compiler/handbook/markup.hpp"
#include "compiler/handbook/words.hpp"
#include "tests/support/site_links.hpp"

namespace {

using namespace rung::handbook;

constexpr const char* college = R"rung(rung 1 en
framework elm "Elm College" { title fr "Collège Elm" version 2026-09 publisher elm grades percent }
institution elm "Elm College" { title fr "Collège Elm" type college region CA-ON }
institution oak "Oak <script>alert(1)</script> & \"Sons\""
competency gauges "Uses gauges" { title fr "Utilise des jauges" kind skill }
competency works "Works" { broader gauges }
competency cells "Runs a cell"
gate hired "Is <hired>"
microcredential metrology "Precision & <b>Measurement</b>" {
  title fr "Métrologie de précision"
  description "Gauges < 1 mm."
  url "javascript:alert(1)"
  note "Checked </p><script>alert(2)</script>"
  issued by elm
  develops gauges to mastery
  workload 42.5 hours over 6 weeks
  credits 3
  level 4.5
  fee 240 CAD
  assessed by demonstration, pass mark 80%
  awarded for mastery
  renamed from gauging
  prerequisite any of { safety, gate hired }
}
course safety "Shop Safety" { issued by elm develops works credits 1 url "https://example.org/safety?a=1&b=2" }
course drawing "Drawing" { issued by oak develops works credits 1 }
course painting "Painting" { develops works credits 1 }
certificate inspector "Inspector" {
  issued by elm
  develops cells
  requires effective to 2026-08-31 { core: metrology at 70% }
  requires effective 2026-09-01 {
    core: metrology at 70%
    other: 1 of { safety, drawing } after core
    know: competencies all of { works } to competence
    at least 50% of credits from { metrology }
    nothing older than 5 years
  }
}
agreement a "Articulation" { from oak to elm effective 2026-01-01 status guaranteed drawing at 60% counts as safety painting not recognized because "too <short>" }
)rung";

class Handbook : public testing::Test {
 protected:
  static Made made(const std::string& text, const std::vector<std::string>& languages = {"en", "fr"}, unsigned jobs = 0) {
    rung::Compiled compiled = rung::compile_text("elm.rung", text);
    EXPECT_EQ(compiled.diagnostics.errors(), 0u) << rung::diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false);
    const rung::Table table = rung::emit::table_of(compiled.model);
    std::vector<const rung::policy::Policy*> policies;
    for (const char* name : {"heqco-2021", "osap"}) policies.push_back(compiled.policies.find(name, compiled.files, compiled.diagnostics));
    const auto matrix = rung::policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, policies, std::nullopt, {});
    return handbook_of({compiled.model, table, matrix, compiled.files}, languages, jobs);
  }
  static const Files& site() {             // drawn once for all
    static const Made once = made(college);
    EXPECT_EQ(once.problem, "");
    return once.files;
  }
  static const std::string& page(const std::string& path) {
    static const std::string none;
    const auto found = site().find(path);
    if (found != site().end()) return found->second;
    ADD_FAILURE() << "there is no page " << path;
    return none;
  }
  static void has(const std::string& path, const std::string& part) { EXPECT_NE(page(path).find(part), std::string::npos) << part << " is not in " << path << "\n" << page(path); }
  static void lacks(const std::string& path, const std::string& part) { EXPECT_EQ(page(path).find(part), std::string::npos) << part << " is in " << path; }

  template <class Check>
  static void each_page(Check check) {
    for (const auto& [path, bytes] : site())
      if (path.ends_with(".html")) check(path, bytes);
  }
};

TEST(HandbookMarkup, EscapesWhatSomebodyWroteAndNothingElse) {
  EXPECT_EQ(text("<a href=\"x\">'&'</a>").html(), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(text("a\u202E\nb").html(), "a&lt;U+202E&gt; b");   // nothing turns a line round
  EXPECT_EQ(element("p", {{"class", "x\"y"}, {"lang", ""}}, text("<")).html(), "<p class=\"x&quot;y\">&lt;</p>");
  EXPECT_EQ(sentence("{1} & {0}", {"<b>"_html, text("<b>")}).html(), "&lt;b&gt; &amp; <b>");
}

TEST(HandbookMarkup, NamesAreFilesThatDoNotMeet) {
  EXPECT_EQ(id_of("elm.metrology-2"), "elm.metrology-2");
  EXPECT_EQ(id_of("elm.MFG"), "elm._m_f_g");
  EXPECT_NE(id_of("elm.a+b"), id_of("elm.a-b"));
  EXPECT_EQ(id_of("elm.a+b"), "elm.a__2bb");
  const std::string longer(400, 'a');
  EXPECT_LT(id_of(longer).size(), 200u);
  EXPECT_NE(id_of(longer), id_of(longer + "a"));
  EXPECT_LT(id_of(std::string(120, '+')).size(), 250u);
}

TEST(HandbookMarkup, WaysBetweenFiles) {
  EXPECT_EQ(way("en/a.html", "style.css"), "../style.css");
  EXPECT_EQ(way("en/credentials/a.html", "en/types.html"), "../types.html");
  EXPECT_EQ(way("en/credentials/a.html", "fr/credentials/a.html"), "../../fr/credentials/a.html");
  EXPECT_EQ(way("index.html", "en/index.html"), "en/index.html");
  EXPECT_EQ(way("en/a.html", "en/a.html"), "a.html");
}

TEST_F(Handbook, HasAPageOfEveryKindInBothLanguages) {
  for (const std::string language : {"en/", "fr/"}) {
    for (const char* name : {"index", "types", "levels", "institutions", "competencies", "agreements", "structure", "value", "conformance"}) page(language + name + ".html");
    for (const char* name : {"metrology", "safety", "drawing", "painting", "inspector"}) page(language + "credentials/elm." + name + ".html");
    page(language + "drawings/__all.svg");
  }
  page("index.html");
  page("style.css");
  EXPECT_EQ(site().size(), 2u + 2 * (9 + 5 + 6));   // of each credential a drawing, and of all
}

TEST_F(Handbook, LinksLeadSomewhereAndAnchorsAreDistinct) {
  EXPECT_EQ(rung::testing::dead_links(site()), std::vector<std::string>{});
  EXPECT_EQ(rung::testing::repeated_anchors(site()), std::vector<std::string>{});
}

TEST_F(Handbook, RunsNothingAndNeedsNothingFromElsewhere) {
  each_page([](const std::string& path, const std::string& bytes) {
    EXPECT_EQ(bytes.find("<script"), std::string::npos) << path;
    EXPECT_EQ(bytes.find("javascript:alert(1)\""), std::string::npos) << path;   // as an address; as words it may stand
    EXPECT_EQ(bytes.find("<b>"), std::string::npos) << path;
    EXPECT_EQ(bytes.find("<hired>"), std::string::npos) << path;
    for (const std::string& source : rung::testing::values_of(bytes, "src")) EXPECT_EQ(source.find("//"), std::string::npos) << path;
    EXPECT_EQ(bytes.find("url("), std::string::npos) << path;
  });
  for (const auto& [path, bytes] : site())
    EXPECT_EQ(bytes.find("<script"), std::string::npos) << path;
}

TEST_F(Handbook, EachPageSaysItsLanguageItsTitleAndTheOtherLanguage) {
  each_page([](const std::string& path, const std::string& bytes) {
    if (path == "index.html") return;
    const std::string language = path.substr(0, 2), other = language == "en" ? "fr" : "en";
    EXPECT_TRUE(bytes.starts_with("<!DOCTYPE html>\n<html lang=\"" + language + "\">")) << path;
    EXPECT_NE(bytes.find("<title>"), std::string::npos) << path;
    EXPECT_NE(bytes.find("<link rel=\"alternate\" hreflang=\"" + other + "\""), std::string::npos) << path;
    EXPECT_NE(bytes.find(" hreflang=\"" + other + "\" lang=\"" + other + "\">"), std::string::npos) << path;
    EXPECT_NE(bytes.find("<a class=\"skip\" href=\"#__main\">"), std::string::npos) << path;
    EXPECT_NE(bytes.find("<main id=\"__main\""), std::string::npos) << path;
    std::size_t headings = 0;
    for (std::size_t at = bytes.find("<h1>"); at != std::string::npos; at = bytes.find("<h1>", at + 1)) ++headings;
    EXPECT_EQ(headings, 1u) << path;
  });
}

TEST_F(Handbook, HeadingsGoDownOneRankAtATime) {
  each_page([](const std::string& path, const std::string& bytes) {
    char rank = '0';
    for (std::size_t at = bytes.find("<h"); at != std::string::npos; at = bytes.find("<h", at + 1)) {
      const char next = bytes[at + 2];
      if (next < '1' || next > '6') continue;   // head, header, html
      EXPECT_LE(next, rank + 1) << path << ": " << bytes.substr(at, 60);
      rank = next;
    }
  });
}

TEST_F(Handbook, ACredentialSaysWhatItIsAndWhatBecameOfIt) {
  const std::string path = "en/credentials/elm.metrology.html";
  has(path, "<h1><bdi>Precision &amp; &lt;b&gt;Measurement&lt;/b&gt;</bdi></h1>");
  has(path, "Gauges &lt; 1 mm.");
  has(path, "href=\"../competencies.html#elm.gauges\"");
  has(path, "any of 2 parts");                                  // before enrolling
  has(path, "<a href=\"elm.safety.html\"><bdi>Shop Safety</bdi></a>");
  has(path, "gate: Is &lt;hired&gt;");
  has(path, "<a href=\"elm.inspector.html\"><bdi>Inspector</bdi></a></th><td>core</td><td>directly</td>");
  has(path, "src=\"../drawings/elm.metrology.svg\" alt=\"How Precision &amp; &lt;b&gt;Measurement&lt;/b&gt; stacks");
  has(path, "It was named <code>gauging</code> before.");
  has(path, "<dt>Pass mark</dt><dd><bdi>80%</bdi></dd>");       // of its label
  has(path, "href=\"../value.html#elm.metrology\"");
  has(path, "href=\"../conformance.html#elm.metrology\"");
  has("en/credentials/elm.safety.html", "<a href=\"https://example.org/safety?a=1&amp;b=2\">");
  has("en/credentials/elm.safety.html", "<bdi>Drawing</bdi></a> counts as ");
  has("en/credentials/elm.safety.html", "; each with 60% or better");
}

TEST_F(Handbook, ARuleIsToldInEachOfItsVersions) {
  const std::string path = "en/credentials/elm.inspector.html";
  has(path, "<h3 id=\"rule-2\">By the rule in force from 2026-09-01</h3>");
  has(path, "<h3 id=\"rule-1\">By the rule in force to 2026-08-31</h3>");
  has(path, "core: 1 credential; each with 70% or better: <a href=\"elm.metrology.html\">");
  has(path, "other: any of 2 credentials; after core\n<ul>");
  has(path, "know: 1 competency");
  has(path, "<p>On the whole:</p>\n<ul class=\"rule\">\n<li>nothing older than 5 years</li>");
  has(path, "at least 50% of credits from Precision &amp;");
  has(path, "<a href=\"#rule-1\">since ever</a></th><td>2026-08-31</td>");
}

TEST_F(Handbook, InFrenchWithFrenchTitlesWhereThereAreSome) {
  has("fr/index.html", "<h1><bdi>Collège Elm</bdi></h1>");
  has("fr/credentials/elm.metrology.html", "<h1><bdi>Métrologie de précision</bdi></h1>");
  has("fr/credentials/elm.metrology.html", "<bdi lang=\"en\">Shop Safety</bdi>");   // has no French title
  has("fr/credentials/elm.inspector.html", "Selon la règle en vigueur à compter du 1er\u00A0septembre 2026");
  has("fr/credentials/elm.inspector.html", "chaque fois avec 70\u00A0% ou mieux");
  has("fr/value.html", "<td>il développe gauges</td>");
  has("fr/drawings/elm.inspector.svg", "lang=\"fr\"");
  has("fr/drawings/elm.inspector.svg", "Métrologie de précision");
  lacks("en/credentials/elm.metrology.html", "Métrologie");
}

TEST_F(Handbook, Indexes) {
  has("en/types.html", "<section id=\"microcredential\"");
  has("en/levels.html", "<section id=\"level-4.5\"");
  has("en/levels.html", "Level not stated");
  has("en/institutions.html", "Oak &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sons&quot;");
  has("en/institutions.html", "<a href=\"agreements.html#elm.a\"><bdi>Articulation</bdi></a> (guaranteed)");
  has("en/institutions.html", "Issuer not stated");
  has("en/institutions.html", "college, CA-ON");
  has("fr/institutions.html", "collège, CA-ON");
  has("en/competencies.html", "<dt>Developed by</dt><dd><a href=\"credentials/elm.metrology.html\">");
  has("en/competencies.html", "<dt>Asked for by the rule of</dt><dd><a href=\"credentials/elm.inspector.html\">");
  has("en/competencies.html", "<dt>Part of</dt><dd><a href=\"#elm.gauges\">");
  has("en/agreements.html", ": not recognised, because “too &lt;short&gt;”");
  has("en/agreements.html", "In force from 2026-01-01");
}

TEST_F(Handbook, ValueAndConformance) {
  has("en/value.html", "<th scope=\"row\">Discrete</th><td><span class=\"pass\">pass</span></td><td>it develops gauges</td>");
  has("en/conformance.html", "<th scope=\"col\"><a href=\"#__policy-heqco-2021\">heqco-2021</a></th>");
  has("en/conformance.html", "<section id=\"elm.metrology\"");
  has("en/conformance.html", "O. Reg. 768/20");
}

TEST_F(Handbook, TheSameBytesHoweverManyWorkOnIt) {
  EXPECT_EQ(made(college, {"en", "fr"}, 1).files, site());
}

TEST_F(Handbook, InOneLanguageNamesNoOther) {
  const Files files = made(college, {"fr"}).files;
  EXPECT_TRUE(rung::testing::dead_links(files).empty());
  for (const auto& [path, bytes] : files) {
    EXPECT_FALSE(path.starts_with("en/"));
    EXPECT_EQ(bytes.find("<link rel=\"alternate\""), path == "index.html" ? bytes.find("<link rel=\"alternate\"") : std::string::npos) << path;
  }
}

TEST_F(Handbook, OfNextToNothing) {
  const Made nothing = made("rung 1 en\nframework f { version 2026-09 }\n");
  EXPECT_EQ(nothing.problem, "");
  EXPECT_TRUE(rung::testing::dead_links(nothing.files).empty());
  EXPECT_NE(nothing.files.at("en/structure.html").find("There is nothing to draw."), std::string::npos);
}

// Every word of one language stands in the other, with the same places. (That French was forgotten is seen by an empty word.)
TEST(HandbookWords, HaveTheSamePlaces) {
  const auto places = [](std::string_view word) {
    std::string out;
    for (const char place : {'0', '1', '2'})
      if (word.find(std::string("{") + place + "}") != std::string_view::npos) out += place;
    return out;
  };
  using All = std::array<Word, sizeof(Words) / sizeof(Word)>;
  const All en = std::bit_cast<All>(english), fr = std::bit_cast<All>(french);
  constexpr std::size_t may_be_empty = offsetof(Words, policies_speak_english) / sizeof(Word);   // of English nothing need be said in English
  for (std::size_t i = 0; i < en.size(); ++i) {
    EXPECT_EQ(places(en[i]), places(fr[i])) << en[i] << " / " << fr[i];
    EXPECT_FALSE(fr[i].empty()) << i << ": " << en[i];
    EXPECT_EQ(en[i].empty(), i == may_be_empty) << i;
  }
}

}  // namespace
