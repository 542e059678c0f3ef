// What a failure says, to people and to programs, and what it leaves: what programs outside may rely on (docs/interfaces.md).
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

class Failing : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("good.rung", framework("good"));
    write("used.rung", framework("used"));
    write("bad.rung", "rung 1 en\nframework bad { version 1 }\ncourse a { credits three }\n");
  }
  static std::string framework(const std::string& name) {
    return "rung 1 en\nframework " + name + " \"F\" { version 1 }\ninstitution u-" + name + " \"U\"\ncompetency k \"K\"\n" +
           "microcredential m \"M\" { issued by u-" + name + " develops k credits 3 workload 45 hours over 5 weeks assessed by project }\n" +
           "certificate c \"C\" { issued by u-" + name + " entitles to \"C\" requires { m } }\n";
  }
  std::string text_of(const std::string& name) const { return read(folder_ / name); }
};

TEST_F(Failing, AnswersAreWrittenOverNoTable) {
  ASSERT_EQ(run("rungc build good.rung -o t.pathways && rungc build used.rung -o u.pathways && mkdir all && cp t.pathways u.pathways all/ && ln -s t.pathways link").status, 0);
  write("l.jsonl", "{\"holdings\": []}\n");
  const std::string before = text_of("t.pathways"), other = text_of("u.pathways");
  for (const char* const line : {"rung audit t.pathways --learners l.jsonl -o t.pathways", "rung audit t.pathways --learners l.jsonl -o link", "rung audit link --learners l.jsonl -o t.pathways",
                                 "rung audit t.pathways --also u.pathways --learners l.jsonl -o u.pathways", "rung audit all --learners l.jsonl -o all/u.pathways",
                                 "rung impact t.pathways u.pathways --learners l.jsonl -o u.pathways"}) {
    const Answer answer = run(line);
    EXPECT_EQ(answer.status, 2) << line;
    EXPECT_NE(answer.err.find("cannot be written over a table"), std::string::npos) << line << answer.err;
  }
  EXPECT_EQ(text_of("t.pathways"), before);
  EXPECT_EQ(text_of("u.pathways"), other);
  EXPECT_EQ(text_of("all/u.pathways"), other);
  EXPECT_EQ(run("rung audit all --learners l.jsonl -o all/answers.jsonl").status, 0);
}

TEST_F(Failing, NothingIsWrittenOverAFramework) {
  write("uses.rung", "rung 1 en\nuse \"used.rung\"\n" + framework("uses").substr(10));
  const std::string before = text_of("uses.rung"), used = text_of("used.rung");
  for (const char* const line : {"rungc label uses.rung --for uses.m -o uses.rung", "rungc label uses.rung --for uses.m -o used.rung", "rungc graph uses.rung --format dot -o uses.rung",
                                 "rungc export csv uses.rung -o used.rung", "rungc build uses.rung -o used.rung"}) {
    const Answer answer = run(line);
    EXPECT_EQ(answer.status, 2) << line;
    EXPECT_NE(answer.err.find("which is read"), std::string::npos) << line << answer.err;
  }
  EXPECT_EQ(text_of("uses.rung"), before);
  EXPECT_EQ(text_of("used.rung"), used);
}

TEST_F(Failing, AFileThatCannotBeReadEndsWithTwoAndIsToldToPrograms) {
  for (const char* const verb : {"check", "value", "conform", "test", "docs -o d", "build -o t.pathways"}) {
    const Answer answer = run("rungc " + std::string(verb) + " nowhere.rung --format json");
    EXPECT_EQ(answer.status, 2) << verb;
    const json told = json::parse(answer.out, nullptr, false);
    ASSERT_TRUE(told.is_object()) << verb << answer.out;
    ASSERT_EQ(told["diagnostics"].size(), 1u) << verb;
    EXPECT_EQ(told["diagnostics"][0]["code"], "unreadable-file") << verb;
    EXPECT_EQ(told["diagnostics"][0]["file"], "nowhere.rung") << verb;
  }
  EXPECT_EQ(run("rungc value good.rung nowhere.rung").status, 2);
}

TEST_F(Failing, MistakesStandBesideTheAnswerForPrograms) {
  for (const char* const line : {"rungc value bad.rung --format json", "rungc conform bad.rung --policy osap --format json", "rungc fmt --check bad.rung --format json"}) {
    const Answer answer = run(line);
    EXPECT_EQ(answer.status, 1) << line;
    const json told = json::parse(answer.out, nullptr, false);
    ASSERT_TRUE(told.is_object()) << line << answer.out;
    EXPECT_EQ(told["errors"], 1) << line;
    EXPECT_EQ(told["diagnostics"][0]["code"], "syntax") << line;
  }
  const json good = json::parse(run("rungc value good.rung --format json").out);
  EXPECT_EQ(good["errors"], 0);
  EXPECT_EQ(good["values"].size(), 1u);
}

TEST_F(Failing, ABuildThatCannotWriteLeavesBothFilesAndSaysSoOnce) {
  write("t.pathways", "old table");
  ASSERT_EQ(run("mkdir d").status, 0);
  for (const char* const line : {"rungc build good.rung -o t.pathways --depfile nowhere/t.d", "rungc build good.rung -o d", "rungc build good.rung -o nowhere/t.pathways --depfile t.d"}) {
    const Answer answer = run(std::string(line) + " --format json");
    EXPECT_EQ(answer.status, 2) << line;
    const json told = json::parse(answer.out, nullptr, false);   // one document
    ASSERT_TRUE(told.is_object()) << line << answer.out;
    EXPECT_EQ(told["errors"][0]["code"], "unwritable-file") << line;
  }
  EXPECT_EQ(text_of("t.pathways"), "old table");
  EXPECT_FALSE(fs::exists(folder_ / "t.d"));
}

TEST_F(Failing, EveryVerbTakesADay) {
  ASSERT_EQ(run("rungc build good.rung -o t.pathways").status, 0);
  write("l.json", "{\"holdings\": []}");
  for (const char* const line : {"rungc check good.rung", "rungc build good.rung -o u.pathways", "rungc fmt good.rung", "rungc docs good.rung -o d", "rung nearest t.pathways --learner l.json", "rung impact t.pathways t.pathways --learners l.json", "rungc test good.rung", "rungc explain syntax", "rungc label good.rung --for m",
                                 "rungc value good.rung", "rungc policies", "rungc policies osap", "rungc graph good.rung", "rungc diff good.rung good.rung",
                                 "rung earned t.pathways --learner l.json", "rung missing t.pathways c --learner l.json", "rung paths t.pathways c", "rung leads-to t.pathways m",
                                 "rung transfers t.pathways u-good --learner l.json", "rung why-not t.pathways c --learner l.json", "rung audit t.pathways --learners l.json", "rung dump t.pathways", "rung label t.pathways m"}) {
    EXPECT_EQ(run(std::string(line) + " --on 2026-10-01").status, 0) << line << run(std::string(line) + " --on 2026-10-01").err;
    EXPECT_EQ(run(std::string(line) + " --on someday").status, 2) << line;
  }
  EXPECT_EQ(run("rungc conform good.rung --policy osap --on 2026-10-01").status, 1);   // which it does not conform to
  EXPECT_EQ(run("rungc conform good.rung --policy osap --on someday").status, 2);
  const Answer serve = run("rung serve t.pathways --port 0 --on someday --format json");
  EXPECT_EQ(serve.status, 2);
  EXPECT_EQ(json::parse(serve.out)["errors"][0]["code"], "usage");
}

TEST_F(Failing, PoliciesOfADayAreThoseInForce) {
  const auto names = [&](const std::string& line) {
    std::vector<std::string> out;
    const json told = json::parse(run(line).out);
    for (const json& one : told["policies"]) out.push_back(one["policy"]);
    return out;
  };
  const auto all = names("rungc policies --format json"), then = names("rungc policies --format json --on 1990-01-01");
  EXPECT_LT(then.size(), all.size());
  for (const std::string& name : then) EXPECT_NE(std::find(all.begin(), all.end(), name), all.end());
}

TEST_F(Failing, AFolderStandsForItsFrameworks) {
  ASSERT_EQ(run("mkdir both && cp good.rung used.rung both/").status, 0);
  const json conform = json::parse(run("rungc conform both --policy osap --format json").out);
  EXPECT_EQ(conform["matrix"].size(), 4u);   // both credentials of both
  EXPECT_EQ(run("rungc fmt both").status, 0);
  EXPECT_EQ(run("rungc fmt --check both").status, 0);
  EXPECT_NE(text_of("both/good.rung"), text_of("good.rung"));
}

TEST_F(Failing, ANameThatMayMeanTwoIsAmbiguousEverywhere) {
  ASSERT_EQ(run("rungc build good.rung used.rung -o t.pathways").status, 0);
  for (const char* const line : {"rungc value good.rung used.rung --for m", "rungc label good.rung used.rung --for m", "rungc graph good.rung used.rung --for m", "rungc conform good.rung used.rung --for m", "rung leads-to t.pathways m"})
    EXPECT_EQ(json::parse(run(std::string(line) + " --format json").out)["errors"][0]["code"], "ambiguous-credential") << line;
}

}  // namespace
