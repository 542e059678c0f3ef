// A region of institutions each of which publishes its own table, and a build in parts with a cache.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace end_to_end {
namespace {

using json = nlohmann::json;

class Region : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("elm.rung",
          "rung 1 en\nframework elm \"Elm\" { credits 1 credit = 15 hours }\ninstitution elm-college \"Elm College\"\ncourse welding \"Welding\" { issued by elm-college credits 3 assessed by exam }\n"
          "course fitting \"Fitting\" { issued by elm-college credits 3 assessed by exam }\n"
          "certificate trades \"Trades\" { issued by elm-college entitles to \"Work\" requires all of { welding, fitting } }\n");
    write("oak.rung",
          "rung 1 en\nuse \"elm.rung\"\nframework oak \"Oak\" { credits 1 credit = 15 hours }\ninstitution oak-college \"Oak College\"\ncourse joining \"Joining of Metals\" { issued by oak-college credits 3 assessed by exam }\n"
          "course design \"Design\" { issued by oak-college credits 3 assessed by exam }\n"
          "diploma fabrication \"Fabrication\" { issued by oak-college entitles to \"Work\" requires all of { joining, design } }\n"
          "agreement transfer \"Transfer\" {\n  from elm-college to oak-college\n  elm.welding counts as joining\n}\n");
    write("ash.rung", "rung 1 en\nframework ash \"Ash\" { }\ninstitution ash-college \"Ash College\"\ncourse drawing \"Drawing\" { issued by ash-college credits 3 assessed by exam }\n");
    ASSERT_EQ(run("mkdir region && for name in elm oak ash; do rungc build $name.rung -o region/$name.pathways || exit 1; done").status, 0);
    write("ada.json", R"({"holdings": [{"credential": "elm.welding"}, {"credential": "elm.fitting"}, {"credential": "oak.design"}]})");
  }
};

// Elm's award stands in Elm's table, Oak's in Oak's; both at once only in the region's.
TEST_F(Region, AFolderOfTablesIsAskedAsOne) {
  const Answer both = run("rung earned region --learner ada.json --format json");
  ASSERT_EQ(both.status, 0) << both.err;
  std::vector<std::string> earned;
  const json answer = json::parse(both.out);
  for (const json& one : answer["earned"]) earned.push_back(one["credential"]);
  EXPECT_EQ(earned, (std::vector<std::string>{"elm.trades", "oak.fabrication"}));
  EXPECT_EQ(run("rung earned region/elm.pathways --also region/oak.pathways --also region/ash.pathways --learner ada.json --format json").out, both.out);
  EXPECT_EQ(run("rung earned region/ash.pathways --also region/elm.pathways --also region/oak.pathways --learner ada.json --format json").out, both.out);
  const json ash = json::parse(run("rung earned region/ash.pathways --learner ada.json --format json").out);
  EXPECT_EQ(ash["earned"].size(), 0u);
  EXPECT_EQ(ash["set_aside"].size(), 3u);
}

TEST_F(Region, JoinedIsWhatAllFilesAreBuiltTo) {
  ASSERT_EQ(run("rung join region -o joined.pathways").status, 0);
  ASSERT_EQ(run("rungc build elm.rung oak.rung ash.rung -o built.pathways").status, 0);
  EXPECT_EQ(read(folder_ / "joined.pathways"), read(folder_ / "built.pathways"));
  EXPECT_EQ(run("rung earned joined.pathways --learner ada.json").out, run("rung earned region --learner ada.json").out);
}

TEST_F(Region, EveryQuestionTakesSeveralTables) {
  write("people.jsonl", read(folder_ / "ada.json") + "\n");
  for (const char* const question : {"missing region oak.fabrication --learner ada.json", "why-not region oak.fabrication --learner ada.json", "paths region oak.fabrication --learner ada.json",
                                     "nearest region --learner ada.json", "leads-to region elm.welding", "transfers region oak-college --learner ada.json", "audit region --learners people.jsonl",
                                     "label region oak.fabrication", "dump region", "impact region region --learners people.jsonl"}) {
    const Answer answer = run("rung " + std::string(question));
    EXPECT_EQ(answer.status, 0) << question << ": " << answer.err;
    EXPECT_NE(answer.out, "") << question;
  }
}

TEST_F(Region, WhatCannotBeOneIsRefusedWithAReason) {
  // Oak's table holds Elm as it was; Elm has changed since.
  ASSERT_EQ(run("sed -i 's/Welding\" { issued by elm-college credits 3/Welding\" { issued by elm-college credits 4/' elm.rung && rungc build elm.rung -o region/elm.pathways").status, 0);
  const Answer stale = run("rung earned region --learner ada.json");
  EXPECT_EQ(stale.status, 1);
  EXPECT_EQ(stale.err, "rung: region/elm.pathways and region/oak.pathways do not say the same of elm.welding; build both from the same version of the framework that they share\n");
  EXPECT_EQ(json::parse(run("rung earned region --learner ada.json --format json").out)["errors"][0]["code"], "conflicting-tables");
  const Answer empty = run("mkdir empty && rung leads-to empty x");
  EXPECT_EQ(empty.status, 2);
  EXPECT_NE(empty.err.find("holds no tables"), std::string::npos) << empty.err;
  write("region/bad.pathways", "RUNGPATH and no more");
  const Answer damaged = run("rung leads-to region elm.welding");
  EXPECT_EQ(damaged.status, 1);
  EXPECT_NE(damaged.err.find("region/bad.pathways"), std::string::npos) << damaged.err;
  EXPECT_EQ(run("rung join region/elm.pathways -o -").status, 2);
}

TEST_F(Region, BuildsFromAFolderInPartsWithACache) {
  ASSERT_EQ(run("mkdir sources && cp *.rung sources").status, 0);
  ASSERT_EQ(run("rungc build elm.rung oak.rung ash.rung -o built.pathways").status, 0);
  for (int time = 0; time < 2; ++time) {
    const Answer built = run("rungc build sources -o cached.pathways --cache kept --depfile table.d");
    ASSERT_EQ(built.status, 0) << built.err;
    EXPECT_EQ(built.err, "");
    EXPECT_EQ(read(folder_ / "cached.pathways"), read(folder_ / "built.pathways"));
    for (const char* const name : {"sources/ash.rung", "sources/elm.rung", "sources/oak.rung"}) EXPECT_NE(read(folder_ / "table.d").find(name), std::string::npos) << name;
  }
  EXPECT_TRUE(fs::exists(folder_ / "kept"));
  // A mistake is found although the rest is known, and the table stays as it was.
  ASSERT_EQ(run("echo 'course again \"Again\" { issued by nobody }' >> sources/ash.rung").status, 0);
  const Answer broken = run("rungc build sources -o cached.pathways --cache kept");
  EXPECT_EQ(broken.status, 1);
  EXPECT_NE(broken.err.find("sources/ash.rung:5:"), std::string::npos) << broken.err;
  EXPECT_EQ(read(folder_ / "cached.pathways"), read(folder_ / "built.pathways"));
  EXPECT_EQ(run("rungc check sources --cache kept").err, broken.err);
  EXPECT_EQ(run("rungc check sources --cache kept").err, broken.err);
}

TEST_F(Region, ACacheThatCannotBeWrittenIsSaidAndNoHindrance) {
  write("kept", "no folder");
  const Answer built = run("rungc build elm.rung ash.rung -o t.pathways --cache kept");
  EXPECT_EQ(built.status, 0);
  EXPECT_NE(built.err.find("the cache kept cannot be written"), std::string::npos) << built.err;
  EXPECT_EQ(run("rung leads-to t.pathways elm.welding").status, 0);
}

}  // namespace
}  // namespace end_to_end
