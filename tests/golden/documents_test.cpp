// Every framework shown in the documents compiles: those of the guides without a diagnostic, those of a diagnostic's page with that diagnostic under
// "Wrong" and with none under "Right".
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "compiler/compile.hpp"
#include "evidence.hpp"

namespace {

constexpr rung::model::Day checked_on = 20'727;   // 2026-10-01, as the golden tests

namespace fs = std::filesystem;

struct Block {
  std::string heading;   // the nearest "## …" above it
  std::size_t line;
  std::string text;
};

std::string read(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The ```rung blocks of a Markdown page.
std::vector<Block> blocks(const std::string& page) {
  std::vector<Block> out;
  std::istringstream lines(page);
  std::string line, heading;
  bool inside = false;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!inside && line.starts_with("## ")) heading = line.substr(3);
    if (!inside && line == "```rung") {
      inside = true;
      out.push_back({heading, number, ""});
    } else if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      out.back().text += line + '\n';
    }
  }
  return out;
}

// `page`: a guide, or a diagnostic's.
std::vector<std::string> codes(const std::string& text, const std::string& page) {
  const rung::Compiled compiled = rung::compile_text("example.rung", text, checked_on);
  std::vector<std::string> out;
  for (const auto& diagnostic : golden::told_in(page, compiled.diagnostics.sorted())) out.emplace_back(rung::diagnostics::code(diagnostic.kind));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string shown(const std::string& text, const std::string& page) {
  const rung::Compiled compiled = rung::compile_text("example.rung", text, checked_on);
  const auto all = compiled.diagnostics.sorted();
  // Who follows the first pages line by line has to see what they show.
  const bool followed = page == "README.md" || page == "tutorial.md";
  return rung::diagnostics::as_text(compiled.files, followed ? all : golden::told_in(page, all), false);
}

TEST(Documents, EveryFrameworkInTheGuidesCompilesWithoutADiagnostic) {
  const fs::path root = RUNG_SOURCE_DIR;
  std::vector<fs::path> pages = {root / "README.md", root / "CONTRIBUTING.md"};
  for (const auto& entry : fs::directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  std::size_t seen = 0;
  for (const fs::path& page : pages) {
    for (const Block& block : blocks(read(page))) {
      ++seen;
      EXPECT_EQ(shown(block.text, page.filename()), "") << page.filename() << ", line " << block.line;
    }
  }
  EXPECT_GT(seen, 20u);
}

class Page : public testing::TestWithParam<rung::diagnostics::Kind> {};

TEST_P(Page, ItsExamplesDoWhatItSays) {
  const std::string code(rung::diagnostics::code(GetParam()));
  for (const auto& [language, wrong_heading, right_heading] : {std::array{"en", "Wrong", "Right"}, std::array{"fr", "Faux", "Juste"}}) {
    const std::string page(rung::diagnostics::page(code, language));
    ASSERT_NE(page, "") << "no page for " << code;
    std::size_t wrong = 0, right = 0;
    for (const Block& block : blocks(page)) {
      if (block.heading == wrong_heading) {
        ++wrong;
        // What is worth nothing by itself states no outcome either, and that is told as well.
        std::vector<std::string> expected = {code};
        if (code == "slice" || code == "mutual-crutch") expected.push_back("no-outcome");
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(codes(block.text, code), expected) << shown(block.text, code);
      }
      if (block.heading == right_heading) {
        ++right;
        EXPECT_EQ(shown(block.text, code), "") << "line " << block.line;
      }
    }
    // What takes bytes, several files or a very long one to show is shown in words, and tested in bad/.
    static const std::set<std::string> in_words = {"invalid-utf8", "too-large", "unreadable-file", "unreadable-use", "use-cycle"};
    const std::size_t least = in_words.contains(code) ? 0 : 1;
    EXPECT_GE(wrong, least);
    EXPECT_GE(right, least);
  }
}

INSTANTIATE_TEST_SUITE_P(Diagnostics, Page, testing::ValuesIn(rung::diagnostics::all_kinds()), [](const auto& one) {
  std::string name(rung::diagnostics::code(one.param));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
