// Framework files with the diagnostics that they cause beside the lines that cause them (expectations.hpp has the form).
//
//   good/   frameworks that cause none
//   bad/    each causes what its comments say and nothing else; every code has a file, or a folder, of its own name. What asks for evidence is told in files about it (evidence.hpp)
//
// A case that takes several files is a folder: main.rung is compiled, and what it uses with it. What has no place in any file is expected in nowhere.txt.
//
// To have the expectations written, having read what the compiler says of the file:
//
//   RUNG_REWRITE_GOLDEN=1 build/bin/golden-tests --gtest_filter='*Bad*'
//
// and read them again in the difference that git shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "evidence.hpp"
#include "expectations.hpp"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using rung::diagnostics::Diagnostic;
using rung::source::FileId;

constexpr rung::model::Day checked_on = 20'727;   // 2026-10-01

constexpr const char* how_to_rewrite = "When what was found (+) is right and what was expected (-) is not:\n  RUNG_REWRITE_GOLDEN=1 build/bin/golden-tests --gtest_filter='*Bad*'\n";

bool rewriting() { return std::getenv("RUNG_REWRITE_GOLDEN") != nullptr; }

fs::path folder() { return fs::path(RUNG_SOURCE_DIR) / "tests/golden"; }

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Names of cases: files without their ending, and folders.
std::vector<std::string> cases(const char* kind) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder() / kind)) {
    if (entry.is_directory()) out.push_back(entry.path().filename().string());
    if (entry.path().extension() == ".rung") out.push_back(entry.path().stem().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_folder(const std::string& kind, const std::string& name) { return fs::is_directory(folder() / kind / name); }

rung::Compiled compiled(const std::string& kind, const std::string& name) {
  // Paths stand in messages: they are those that somebody who works in this folder would see.
  fs::current_path(folder() / kind);
  return rung::compile({is_folder(kind, name) ? name + "/main.rung" : name + ".rung"}, checked_on);
}

std::vector<std::string> codes(const rung::Compiled& compiled) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : compiled.diagnostics.sorted()) out.emplace_back(code(diagnostic.kind));
  return out;
}

void hold_to(const fs::path& path, const std::string& found) {
  const std::string expected = fs::exists(path) ? read(path) : "";
  if (found == expected) return;
  if (!rewriting()) {
    ADD_FAILURE() << path.lexically_relative(RUNG_SOURCE_DIR).string() << ":\n" << golden::difference(expected, found) << how_to_rewrite;
    return;
  }
  std::ofstream(path, std::ios::binary) << found;
}

class Bad : public testing::TestWithParam<std::string> {};

TEST_P(Bad, CausesWhatItSaysAndNothingElse) {
  const rung::Compiled result = compiled("bad", GetParam());
  const std::vector<Diagnostic> all = golden::told_in(GetParam(), result.diagnostics.sorted());
  ASSERT_FALSE(all.empty()) << GetParam() << " causes no diagnostic: it belongs into good/";
  for (FileId file = 0; file < result.files.size(); ++file) hold_to(fs::current_path() / result.files.path(file), golden::with_expectations(result.files, file, all));
  const std::string of_no_file = golden::expectations_of_no_file(result.files, all);
  const fs::path nowhere = fs::current_path() / GetParam() / "nowhere.txt";
  if (!of_no_file.empty() || fs::exists(nowhere)) hold_to(nowhere, of_no_file);
}

TEST_P(Bad, IsToldInOrderOfPlace) {
  const rung::Compiled result = compiled("bad", GetParam());
  const auto place = [](const Diagnostic& d) { return std::tuple(d.span.file + 1u, d.span.begin); };
  const std::vector<Diagnostic> all = result.diagnostics.sorted();
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); }));
  for (const Diagnostic& diagnostic : all) EXPECT_TRUE(well_formed(diagnostic)) << code(diagnostic.kind);
}

// Every place of a diagnostic in JSON lies in a file, and begins before it ends.
void expect_place(const Json& at) {
  EXPECT_TRUE(at["file"].is_string());
  const auto position = [](const Json& p) { return std::pair(p["line"].get<int>(), p["column"].get<int>()); };
  EXPECT_GE(position(at["start"]), std::pair(1, 1));
  EXPECT_LE(position(at["start"]), position(at["end"]));
}

TEST_P(Bad, IsTheSameInJson) {
  const rung::Compiled result = compiled("bad", GetParam());
  const std::vector<Diagnostic> all = result.diagnostics.sorted();
  const Json json = Json::parse(as_json(result.files, all));
  ASSERT_EQ(json["diagnostics"].size(), all.size());
  EXPECT_EQ(json["errors"].get<std::size_t>() + json["warnings"].get<std::size_t>(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Json& one = json["diagnostics"][i];
    EXPECT_EQ(one["code"], code(all[i].kind));
    EXPECT_EQ(one["severity"], name(severity(all[i])));
    EXPECT_EQ(one["message"], message(all[i]));
    EXPECT_EQ(one["help"].is_null(), all[i].help.empty());
    ASSERT_EQ(one["related"].size(), all[i].related.size());
    if (all[i].kind == rung::diagnostics::Kind::unreadable_file) EXPECT_EQ(one["file"], all[i].arguments.front());   // and no place in it
    else if (all[i].span.file == rung::source::no_file) EXPECT_TRUE(one["file"].is_null());
    else expect_place(one);
    for (const Json& related : one["related"]) expect_place(related);
  }
}

TEST_P(Bad, IsTheSameInSarif) {
  const rung::Compiled result = compiled("bad", GetParam());
  const std::vector<Diagnostic> all = result.diagnostics.sorted();
  const Json json = Json::parse(as_sarif(result.files, all));
  EXPECT_EQ(json["version"], "2.1.0");
  const Json& run = json["runs"][0];
  const Json& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(run["results"].size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Json& one = run["results"][i];
    EXPECT_EQ(one["ruleId"], code(all[i].kind));
    EXPECT_EQ(rules.at(one["ruleIndex"].get<std::size_t>())["id"], one["ruleId"]);
    EXPECT_EQ(one["locations"].size(), all[i].span.file == rung::source::no_file ? 0u : 1u);
    for (const Json& location : one["locations"]) {
      const Json& region = location["physicalLocation"]["region"];
      EXPECT_GE(region["startLine"], 1);
      EXPECT_GE(region["startColumn"], 1);
      EXPECT_LE(std::pair(region["startLine"].get<int>(), region["startColumn"].get<int>()), std::pair(region["endLine"].get<int>(), region["endColumn"].get<int>()));
    }
  }
}

class Good : public testing::TestWithParam<std::string> {};

TEST_P(Good, CausesNoDiagnostic) {
  const rung::Compiled result = compiled("good", GetParam());
  EXPECT_EQ(as_text(result.files, golden::told_in(GetParam(), result.diagnostics.sorted()), false), "");
  EXPECT_GT(result.model.credentials.size(), 0u) << "nothing was read";
}

std::string test_name(const testing::TestParamInfo<std::string>& one) {
  std::string name = one.param;
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, Bad, testing::ValuesIn(cases("bad")), test_name);
INSTANTIATE_TEST_SUITE_P(Golden, Good, testing::ValuesIn(cases("good")), test_name);

TEST(Golden, EveryDiagnosticHasAFileOfItsNameAndAPage) {
  const std::vector<std::string> known = cases("bad");
  for (const auto kind : rung::diagnostics::all_kinds()) {
    const std::string name(code(kind));
    EXPECT_NE(rung::diagnostics::page(name), "") << "write compiler/diagnostics/pages/" << name << ".md";
    if (name == "too-large") continue;   // takes a file of many members: many_test.cpp
    if (!std::binary_search(known.begin(), known.end(), name)) {
      ADD_FAILURE() << "write tests/golden/bad/" << name << ".rung, a framework that causes " << name;
      continue;
    }
    const std::vector<std::string> found = codes(compiled("bad", name));
    EXPECT_NE(std::find(found.begin(), found.end(), name), found.end()) << "bad/" << name << " does not cause " << name;
  }
}

}  // namespace
