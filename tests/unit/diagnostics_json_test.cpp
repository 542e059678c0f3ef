// Diagnostics as programs read them: the JSON form of docs/interfaces.md, and SARIF 2.1.0.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {
namespace {

using Json = nlohmann::json;

TEST(Json, HasTheFormOfTheInterface) {
  source::Files files;
  const source::FileId file = files.add("x.rung", "rung 1 en\ngate é Hired\n");  // Hired begins at byte 18, column 8
  Sink sink;
  sink.report(Kind::bad_name, {file, 18, 23}, {"Hired"})
      .also({file, 10, 14}, Phrase::in_this_declaration)
      .help(Phrase::choose_a_name, {"hired"})
      .help(Phrase::leave_one_out);
  sink.report(Kind::orphan_competency, {file, 10, 14}, {"a"});
  EXPECT_EQ(Json::parse(as_json(files, sink.sorted())), Json::parse(R"({
    "diagnostics": [
      {"code": "orphan-competency", "severity": "warning", "message": "no credential develops the competency a",
       "file": "x.rung", "start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 5},
       "related": [], "help": null, "policy": null, "rule": null, "source": null},
      {"code": "bad-name", "severity": "error",
       "message": "'Hired' cannot be a name: a name is small letters and digits, joined by single hyphens, such as reads-drawings",
       "file": "x.rung", "start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 13},
       "related": [{"message": "in this declaration", "file": "x.rung", "start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 5}}],
       "help": "choose another name, such as 'hired'; leave one of them out", "policy": null, "rule": null, "source": null}],
    "errors": 1, "warnings": 1})"));
}

TEST(Json, OfAFileThatCannotBeReadHasNoPlaceInIt) {
  Sink sink;
  sink.report(Kind::unreadable_file, {}, {"x.rung", "cannot be read"});
  const Json diagnostic = Json::parse(as_json(source::Files(), sink.sorted()))["diagnostics"][0];
  EXPECT_EQ(diagnostic["file"], "x.rung");
  EXPECT_TRUE(diagnostic["start"].is_null());
  EXPECT_TRUE(diagnostic["end"].is_null());
}

TEST(Json, OfNothingIsEmpty) {
  EXPECT_EQ(Json::parse(as_json(source::Files(), {})), Json::parse(R"({"diagnostics": [], "errors": 0, "warnings": 0})"));
}

TEST(Json, IsUtf8WhateverTheBytes) {
  source::Files files;
  const source::FileId file = files.add("\xFF.rung", "\xC3(");
  Sink sink;
  sink.report(Kind::stray_character, {file, 0, 1}, {"\xED\xA0\x80\x1b\"\\"});
  for (const std::string& out : {as_json(files, sink.sorted()), as_sarif(files, sink.sorted())}) {
    EXPECT_EQ(source::first_invalid_utf8(out), std::nullopt);
    EXPECT_FALSE(Json::parse(out).is_discarded());
  }
  EXPECT_EQ(Json::parse(as_json(files, sink.sorted()))["diagnostics"][0]["file"], "\uFFFD.rung");
}

class Sarif : public testing::Test {
 protected:
  Sarif() {
    const source::FileId file = files_.add("my frameworks/é.rung", "rung 1 en\ngate é Hired\n");
    Sink sink;
    sink.report(Kind::bad_name, {file, 18, 23}, {"Hired"}).also({file, 10, 14}, Phrase::in_this_declaration).help(Phrase::leave_one_out);
    sink.report(Kind::unreadable_file, {}, {"y.rung", "cannot be read"});
    sink.report(Kind::bad_name, {file, 10, 14}, {"gate"});
    log_ = Json::parse(as_sarif(files_, sink.sorted()));
    run_ = log_["runs"][0];
  }
  source::Files files_;
  Json log_, run_;
};

TEST_F(Sarif, SaysItsVersionAndItsColumns) {
  EXPECT_EQ(log_["version"], "2.1.0");
  EXPECT_EQ(run_["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run_["tool"]["driver"]["name"], "rungc");
}

TEST_F(Sarif, DescribesEachRuleOnce) {
  const Json& rules = run_["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(rules[0]["id"], "bad-name");
  EXPECT_EQ(rules[1]["id"], "unreadable-file");
  EXPECT_EQ(rules[0]["help"]["markdown"], page("bad-name"));
  EXPECT_EQ(rules[0]["defaultConfiguration"]["level"], "error");
  EXPECT_TRUE(rules[0]["shortDescription"]["text"].get<std::string>().starts_with("'…' cannot be a name"));
  EXPECT_TRUE(rules[0]["fullDescription"]["text"].get<std::string>().starts_with("A name is small letters and digits"));
  for (const Json& result : run_["results"]) EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
}

TEST_F(Sarif, PlacesAResult) {
  const Json& result = run_["results"][2];
  EXPECT_EQ(result["ruleId"], "bad-name");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["locations"], Json::parse(R"([{"physicalLocation": {
    "artifactLocation": {"uri": "my%20frameworks/%C3%A9.rung"},
    "region": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 13}}}])"));
  EXPECT_EQ(result["relatedLocations"].size(), 1u);
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "in this declaration");
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"], 1);
  EXPECT_TRUE(result["message"]["text"].get<std::string>().ends_with("\nhelp: leave one of them out"));
}

TEST_F(Sarif, OfNoFileHasNoLocation) {
  EXPECT_EQ(run_["results"][0]["ruleId"], "unreadable-file");
  EXPECT_EQ(run_["results"][0]["locations"], Json::array());
}

}  // namespace
}  // namespace rung::diagnostics
