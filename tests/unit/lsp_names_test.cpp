// The language server: what is named where, and renamed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/lsp/features.hpp"

namespace {

using namespace rung::lsp;

const std::string text = R"(rung 1 en

framework f "F" { version 2026 }

course a "A" { credits 3 fee 100 CAD tags shop }
course b "B" { credits 4 fee 50 CAD tags shop, lab }

certificate c "C" {
  entitles to "Work"
  requires {
    core:      all of { a }
    electives: at least 3 credits from { tagged shop } after core
    may share core, electives
  }
}

certificate d "D" {
  requires { core: all of { a, b } }
}

scenario "half" {
  holds a
  expect c missing electives
}
)";

// A document in no file, and what is known of it.
struct Open {
  explicit Open(std::string written) {
    document.uri = document.path = "untitled:f.rung";
    document.set(std::move(written));
    overlay = Overlay{{rung::model::identity_of(document.path), document.open_text()}};
    document.analysis = analyse(document.path, std::make_shared<Overlay>(overlay), Depth::names);
  }
  View view() const { return View(document, Encoding::utf8); }
  Place place(std::size_t at) const { return document.lines().place(*document.text, at, Encoding::utf8); }
  std::size_t named(const std::string& word, std::size_t on = 1) const { return everywhere({{document.path, document.analysis}}, *document.analysis, *view().at(place(document.text->find(word) + on))).size(); }
  // The text after a rename; or why there is none.
  std::string renamed(std::size_t at, const std::string& name, Proof proof = Proof::if_needed) const {
    try {
      const Json changes = rename(view(), place(at), name, {{document.path, document.analysis}}, overlay, proof);
      std::string out = *document.text;
      for (const Json& edit : changes["changes"].value(document.uri, Json::array())) {   // from the last to the first
        const auto byte = [&](const char* end) { return document.lines().offset(*document.text, place_in(edit["range"][end]), Encoding::utf8); };
        out.replace(byte("start"), byte("end") - byte("start"), edit["newText"]);
      }
      return out;
    } catch (const Refusal& refusal) {
      return refusal.why;
    }
  }
  std::string renamed(const std::string& word, const std::string& name, std::size_t on = 1) const { return renamed(document.text->find(word) + on, name); }

  Document document;
  Overlay overlay;
};

TEST(LspNames, TagsPartsAndCurrenciesAreFound) {
  const Open open(text);
  EXPECT_EQ(open.named("shop"), 3u);
  EXPECT_EQ(open.named("lab"), 1u);
  EXPECT_EQ(open.named("core:"), 3u);                    // of this rule; the other certificate's is another
  EXPECT_EQ(open.named("core: all of { a, b }"), 1u);
  EXPECT_EQ(open.named("electives:"), 3u);               // in the scenario as well
  EXPECT_EQ(open.named("CAD"), 2u);
}

std::string replaced(std::string in, const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (const auto& [from, to] : pairs)
    for (std::size_t at = 0; (at = in.find(from, at)) != std::string::npos; at += to.size()) in.replace(at, from.size(), to);
  return in;
}

TEST(LspNames, TagsAndPartsAreRenamed) {
  const Open open(text);
  EXPECT_EQ(open.renamed("shop", "workshop"), replaced(text, {{"shop", "workshop"}}));
  EXPECT_EQ(open.renamed("electives:", "choice"), replaced(text, {{"electives", "choice"}}));
  EXPECT_EQ(open.renamed("core: all of { a, b }", "both"), replaced(text, {{"core: all of { a, b }", "both: all of { a, b }"}}));
}

TEST(LspNames, WhatWouldMeanSomethingElseIsRefused) {
  const Open open(text);
  EXPECT_NE(open.renamed("shop", "lab").find("named 'lab' already"), std::string::npos);
  EXPECT_NE(open.renamed("core:", "electives").find("named 'electives' already"), std::string::npos);
  EXPECT_NE(open.renamed("CAD", "cad").find("ISO 4217"), std::string::npos);
  EXPECT_NE(open.renamed("shop", "Two Words").find("cannot be a name"), std::string::npos);
}

// What a framework says but for the names in it, in no order: names decide that.
std::multiset<std::string> said_without_names(const std::string& of) {
  const rung::Compiled compiled = rung::compile_text("f.rung", of);
  std::multiset<std::string> out;
  for (const auto& node : compiled.model.nodes) out.insert("node " + std::to_string(static_cast<int>(node.kind)) + " of " + std::to_string(node.members.size()) + (node.part.empty() ? "" : " named"));
  for (const auto& one : compiled.model.credentials) out.insert("credential with " + std::to_string(one.tags.size()) + " tags, " + std::to_string(one.develops.size()) + " competencies, " + std::to_string(one.issuers.size()) + " issuers");
  for (const auto& one : compiled.diagnostics.sorted()) out.insert(std::string(rung::diagnostics::code(one.kind)));
  return out;
}

// Of everything in the examples: what is taken for plain is what reading again proves, and leaves all the same but for the name.
TEST(LspNames, WhatIsPlainIsWhatReadingAgainProves) {
  std::size_t renames = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(RUNG_SOURCE_DIR "/examples")) {
    std::ostringstream bytes;
    if (file.path().extension() != ".rung") continue;
    bytes << std::ifstream(file.path()).rdbuf();
    if (bytes.str().find("\nuse ") != std::string::npos || bytes.str().size() > 12'000) continue;
    const Open open(bytes.str());
    const auto said = said_without_names(bytes.str());
    std::set<std::pair<Sort, std::uint32_t>> seen;
    for (const Occurrence& one : open.document.analysis->occurrences) {
      if (one.span.file != 0 || !seen.emplace(one.sort, one.id).second || one.sort == Sort::currency || one.sort == Sort::policy) continue;
      const std::string fresh = "q" + std::string(one.span.end - one.span.begin - 1, 'z');
      const std::string plain = open.renamed(one.span.begin, fresh, Proof::if_needed);
      EXPECT_EQ(plain, open.renamed(one.span.begin, fresh, Proof::always)) << file.path() << " " << open.document.analysis->name(one.sort, one.id);
      if (plain.size() == bytes.str().size()) {
        EXPECT_EQ(said_without_names(plain), said) << file.path() << " " << open.document.analysis->name(one.sort, one.id);
        ++renames;
      }
    }
  }
  EXPECT_GT(renames, 50u);
}

std::string hovered(const std::string& in, const std::string& word) {
  const Open open(in);
  const Json said = hover(open.view(), open.place(in.find(word) + 1));
  return said.is_null() ? "" : said["contents"]["value"].get<std::string>();
}

const std::string french = "rung 1 fr\n\ncadre f \"F\" { version 2026 }\n\nétablissement q \"Q\"\n\ncours a \"A\" { délivré par q crédits 4.5 étiquettes atelier }\n";

TEST(LspHover, SpeaksTheLanguageOfTheFile) {
  EXPECT_NE(hovered(french, "a \"A\"").find("cours"), std::string::npos) << hovered(french, "a \"A\"");
  const std::string brief = hovered(french, " a \"A\"");
  EXPECT_NE(brief.find("**A** cours `f.a`"), std::string::npos) << brief;
  EXPECT_NE(brief.find("- délivré par\u00A0: Q"), std::string::npos) << brief;
  EXPECT_NE(brief.find("4,5\u00A0crédits"), std::string::npos) << brief;
  EXPECT_NE(hovered(french, "délivré par").find("un ou plusieurs établissements"), std::string::npos);
  EXPECT_NE(hovered(french, "atelier").find("étiquette"), std::string::npos);
  EXPECT_NE(hovered(text, "shop").find("- borne by: 2 credentials"), std::string::npos) << hovered(text, "shop");
  EXPECT_NE(hovered(text, "electives:").find("part of: C"), std::string::npos) << hovered(text, "electives:");
}

}  // namespace
