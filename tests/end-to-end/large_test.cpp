// Far larger and far deeper than anything real: an answer, or one clear error with its place and its remedy, in little memory and on a small stack.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

// Nothing may recurse over what a user wrote, so a quarter of a megabyte of stack is enough, for every thread. (Sanitizers want more room than that for themselves.)
#ifdef __SANITIZE_ADDRESS__
const std::string small;
#else
const std::string small = "ulimit -s 256; ulimit -v 500000; ";
#endif

const std::string head = "rung 1 en\nframework f { version 1 }\ncompetency k\ncompetency l\n";
const std::string few = head + "gate g\ncourse a \"A\" { develops k credits 1 }\ncourse b \"B\" { develops k credits 1 }\ncertificate x \"X\" { develops l requires { p: a q: b r: gate g } }\n";
const std::string few_steps = " --steps 100000";   // where the answer is not what is tested
constexpr std::size_t megabyte = 1u << 20;

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// item(0), item(1), … with commas between them.
std::string listed(std::size_t count, const auto& item) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ", ") + item(i);
  return out;
}
std::string course(std::size_t i) { return "c" + std::to_string(i); }
std::string courses(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "course " + course(i) + " { develops k credits 1 fee 10 CAD }\n";
  return out;
}
std::string holdings(std::size_t count, const auto& item) { return R"({"learner": "L", "on": "2026-11-24", "holdings": [)" + listed(count, item) + "]}\n"; }

class Large : public WorkingFolder {
 protected:
  // Runs on a small stack; a program that died of something else than its own mistake has not answered.
  Answer asked(const std::string& line) const {
    const Answer answer = run(small + line);
    EXPECT_LE(answer.status, 2) << line;
    return answer;
  }
  void build(const std::string& framework) const {
    write("f.rung", framework);
    const Answer answer = asked("rungc build f.rung -o t.pathways");
    ASSERT_EQ(answer.status, 0) << answer.err.substr(0, 1000);
  }
  // One error, with a remedy, of a length that somebody reads.
  json refused(const std::string& line) const {
    const Answer answer = asked(line + " --format json");
    EXPECT_EQ(answer.status, 1) << line;
    EXPECT_LT(answer.err.size(), 1000u) << line;
    const json errors = json::parse(answer.out)["errors"];
    EXPECT_EQ(errors.size(), 1u) << line;
    EXPECT_NE(errors[0]["remedy"], "") << line;
    return errors[0];
  }
  // Every question about the award.
  std::vector<std::string> questions(const std::string& award) const {
    return {"missing t.pathways " + award, "why-not t.pathways " + award, "paths t.pathways " + award, "earned t.pathways", "nearest t.pathways"};
  }
};

// ---- frameworks --------------------------------------------------------------------------------------------------------------
constexpr std::size_t deep = 100'000;

TEST_F(Large, RulesNestedAHundredThousandDeep) {
  const std::string open = times(deep, "all of { "), close = times(deep, " }");
  const std::string flat = "requires { at least 1 of { a } except " + times(deep, "{ a } except ") + "{ a } }";   // long and not deep, and no layout's business
  const std::string rules[] = {"requires { " + open + "a" + close + " }",
                               "requires { " + open,                                                         // and never closed
                               "requires { " + close,                                                        // and never opened
                               "requires { at least 1 of " + times(deep, "{ ") + "a" + close + " }",
                               flat,
                               "prerequisite " + open + "a" + close,
                               "requires { x: a only for holders of " + times(deep, "{ ") + "a" + close + " }"};
  for (const std::string& rule : rules) {
    write("f.rung", head + "course a { develops k }\ncertificate x { develops l " + rule + " }\n");
    for (const std::string verb : {"check --format json", "build -o t.pathways --format json", "test --format json", "value --format json", "graph --format json", "conform --format json", "fmt"}) {
      const Answer answer = asked("rungc " + verb + " f.rung");
      EXPECT_TRUE(answer.status == 1 || (verb == "fmt" && rule == flat)) << verb << rule.substr(0, 60);
      EXPECT_LT(answer.err.size(), 4000u) << verb;
      if (verb == "fmt" && rule != flat) {
        EXPECT_NE(answer.err.find("f.rung:"), std::string::npos) << answer.err;
      }
      if (!verb.starts_with("check")) continue;
      const json found = json::parse(answer.out);
      EXPECT_LE(found["errors"], 3) << rule.substr(0, 60);
      EXPECT_EQ(found["diagnostics"].back()["start"]["line"], 6) << rule.substr(0, 60);
      const bool expected = found["diagnostics"].back()["message"].get<std::string>().starts_with("expected ");   // which says what to write
      EXPECT_TRUE(expected || !found["diagnostics"].back()["help"].is_null()) << rule.substr(0, 60);
    }
    EXPECT_FALSE(fs::exists(folder_ / "t.pathways"));
  }
}

// As deep as the language allows, and awards within awards, which it does not bound.
TEST_F(Large, WhatMayBeNestedIsAnswered) {
  write("nothing.json", holdings(0, course));
  std::string chain = head + "course c0 { develops k }\n";
  for (std::size_t i = 1; i <= 1000; ++i) chain += "certificate " + course(i) + " { develops l entitles to \"Work\" requires { " + times(i == 1 ? 190 : 1, "all of { ") + course(i - 1) + times(i == 1 ? 190 : 1, " }") + " } }\n";
  build(chain);
  for (const std::string& question : questions("c1000")) EXPECT_EQ(asked("rung " + question + " --learner nothing.json").status, 0) << question;
  EXPECT_EQ(json::parse(asked("rung paths t.pathways c1000 --format json").out)["paths"][0]["steps"].size(), 1u);
  EXPECT_EQ(json::parse(asked("rung leads-to t.pathways c0 --format json").out)["awards"].size(), 1000u);

  // Far deeper ones, in full: no step takes the square of the depth.
  chain = head + "course c0 { develops k credits 3 }\n";
  for (std::size_t i = 1; i <= 20'000; ++i) chain += "certificate " + course(i) + " { develops l entitles to \"Work\" requires { " + course(i - 1) + " } }\n";
  build(chain);
  write("first.json", R"({"holdings": [{"credential": "f.c0"}]})");
  for (const std::string learner : {"nothing", "first"})
    for (const std::string& question : questions("c20000")) EXPECT_EQ(asked("rung " + question + " --learner " + learner + ".json").status, 0) << question;
  const json deep_way = json::parse(asked("rung paths t.pathways c20000 --format json").out);
  EXPECT_EQ(deep_way["proven"], true);
  EXPECT_EQ(deep_way["complete"], true);
  EXPECT_EQ(deep_way["paths"][0]["steps"].size(), 1u);
  EXPECT_EQ(deep_way["paths"][0]["earns"].size(), 20'000u);
  EXPECT_EQ(json::parse(asked("rung missing t.pathways c20000 --learner first.json --format json").out)["proven"], true);

  std::string before = head + "course c0 { develops k }\n";
  for (std::size_t i = 1; i <= 20'000; ++i) before += "course " + course(i) + " { develops k prerequisite " + course(i - 1) + " }\n";
  build(before + "certificate x { develops l requires { " + course(20'000) + " } }\n");
  for (const std::string& question : questions("x")) EXPECT_EQ(asked("rung " + question + " --learner nothing.json").status, 0) << question;
  const json long_way = json::parse(asked("rung paths t.pathways x --format json").out);
  EXPECT_EQ(long_way["proven"], true);
  EXPECT_EQ(long_way["paths"][0]["steps"].size(), 20'001u);
  EXPECT_EQ(long_way["paths"][0]["steps"][20'000]["credential"], "f.c20000");
}

TEST_F(Large, AwardsOfTenThousandLeaves) {
  constexpr std::size_t leaves = 10'000;
  const auto part = [](std::size_t i) { return "p" + std::to_string(i) + ": " + course(i); };
  const auto choice = [](std::size_t i) { return "p" + std::to_string(i) + ": any of { " + course(2 * i) + ", " + course(2 * i + 1) + " }"; };
  const std::string all = listed(leaves, course), most = listed(6000, course);
  build(head + courses(leaves) + "certificate all-of { develops l requires { core: all of { " + all + " } } }\n"
        "certificate half { develops l requires { core: at least 5000 of { " + all + " } } }\n"
        "certificate sums { develops l requires { core: at least 5000 credits from { " + all + " }, at most 4000 credits from { " + most + " } } }\n"
        "certificate parts { develops l requires { " + listed(leaves, part) + " } }\n"
        "certificate choices { develops l requires { " + listed(leaves / 2, choice) + " } }\n");
  write("nothing.json", holdings(0, course));
  write("half.json", holdings(leaves / 2, [](std::size_t i) { return "{\"credential\": \"f." + course(2 * i) + "\"}"; }));
  write("all.json", holdings(10 * leaves, [](std::size_t i) { return "{\"credential\": \"f." + course(i % leaves) + "\", \"awarded\": \"2026-01-01\", \"grade\": \"80%\"}"; }));
  for (const std::string award : {"all-of", "half", "sums", "parts", "choices"}) {
    for (const std::string learner : {"nothing", "all"})
      for (const std::string& question : questions(award)) {
        const Answer answer = asked("rung " + question + " --learner " + learner + ".json --format json" + (learner == "nothing" ? few_steps : ""));
        EXPECT_EQ(answer.status, 0) << question << " " << learner;
        EXPECT_TRUE(json::accept(answer.out)) << question << " " << learner;
      }
    // Who has everything has it, and who has nothing has not.
    EXPECT_EQ(json::parse(asked("rung missing t.pathways " + award + " --learner all.json --format json").out)["earned"], true) << award;
    EXPECT_EQ(json::parse(asked("rung missing t.pathways " + award + " --learner nothing.json --format json" + few_steps).out)["earned"], false) << award;
  }
  // Some way is told, though the search for the best is too long.
  for (const auto& [award, courses] : {std::pair("all-of", leaves), {"half", leaves / 2}, {"sums", leaves / 2}, {"parts", leaves}}) {
    const json answer = json::parse(asked("rung paths t.pathways " + std::string(award) + " --format json").out);
    ASSERT_EQ(answer["paths"].size(), 1u) << award;
    EXPECT_EQ(answer["paths"][0]["steps"].size(), courses) << award;
    EXPECT_EQ(answer["bound"], std::to_string(courses)) << award;
  }
  EXPECT_EQ(json::parse(asked("rung missing t.pathways choices --learner half.json --format json").out)["earned"], true);
  EXPECT_EQ(json::parse(asked("rung missing t.pathways parts --learner half.json --format json" + few_steps).out)["rule"]["have"], leaves / 2);
  EXPECT_EQ(asked("rung dump t.pathways").status, 0);
  EXPECT_EQ(asked("rung label t.pathways all-of").status, 0);
}

TEST_F(Large, NamesTitlesAndTextsOfAMegabyte) {
  const std::string much(megabyte, 'n');
  build(head + "course " + much + " { develops k }\ncertificate x { develops l requires { " + much + " } }\n");
  write("one.json", R"({"holdings": [{"credential": ")" + much + R"("}]})");
  EXPECT_EQ(json::parse(asked("rung earned t.pathways --learner one.json --format json").out)["earned"][0]["counted"][0]["credential"], "f." + much);
  build(head + "course a \"" + much + "\" { develops k subject \"" + much + "\" code \"" + much + "\" consulted \"" + much + "\" }\ncertificate x \"" + much + "\" { develops l entitles to \"" + much + "\" requires { a } }\n");
  write("nothing.json", holdings(0, course));
  for (const std::string& question : questions("x")) EXPECT_EQ(asked("rung " + question + " --learner nothing.json").status, 0) << question;
  for (const std::string format : {"text", "json", "html", "svg"}) EXPECT_EQ(asked("rung label t.pathways a --format " + format).status, 0) << format;
  for (const std::string verb : {"graph --format dot", "graph --format text", "value", "conform --policy all", "fmt"}) EXPECT_LE(asked("rungc " + verb + " f.rung").status, 1) << verb;

  // A mistake in so much text is shown as a line that somebody can read.
  for (const std::string& wrong : {"course a { prerequisite " + much + " }\n", "course a \"" + much + "\" }\n", "course a \"" + much, much + " a\n", "course a { credits " + std::string(megabyte, '9') + " }\n",
                                   "course a { fee 1 " + std::string(megabyte, 'C') + " }\n", std::string(megabyte, '#') + "\ncourse a {{\n", "course a { valid for " + std::string(megabyte, ' ') + "}\n"}) {
    write("f.rung", head + wrong);
    const Answer answer = asked("rungc check f.rung");
    EXPECT_EQ(answer.status, 1) << wrong.substr(0, 40);
    EXPECT_LT(answer.err.size(), 4000u) << wrong.substr(0, 40) << answer.err.substr(0, 300);
    EXPECT_NE(answer.err.find("error: "), std::string::npos) << wrong.substr(0, 40);
  }
}

// ---- learners ----------------------------------------------------------------------------------------------------------------
TEST_F(Large, LearnersOfAHundredThousandHoldings) {
  build(few);
  write("same.json", holdings(100'000, [](std::size_t i) { return R"({"credential": "f.a", "awarded": "2026-01-01", "grade": ")" + std::to_string(i % 100) + R"(%"})"; }));
  write("unknown.json", holdings(100'000, [](std::size_t i) { return R"({"credential": "g.)" + course(i) + R"("})"; }));
  for (const std::string& question : questions("x")) {
    EXPECT_EQ(asked("rung " + question + " --learner same.json").status, 0) << question;
    const Answer answer = asked("rung " + question + " --learner unknown.json --format json");
    EXPECT_EQ(answer.status, 0) << question;
    EXPECT_EQ(json::parse(answer.out)["set_aside"].size(), 100'000u) << question;
  }
  EXPECT_EQ(json::parse(asked("rung missing t.pathways x --learner same.json --format json").out)["missing"], json({"q", "r"}));
  // As lines of a stream, they are answered like any other.
  write("all.jsonl", read(folder_ / "same.json") + read(folder_ / "unknown.json") + R"({"holdings": [{"credential": "a"}, {"credential": "b"}], "gates": ["g"]})" + "\n");
  const Answer answer = asked("rung audit t.pathways --learners all.jsonl --jobs 2");
  EXPECT_EQ(answer.status, 0) << answer.err;
  std::istringstream lines(answer.out);
  std::string line;
  for (const std::size_t set_aside : {std::size_t{0}, std::size_t{100'000}, std::size_t{0}}) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(json::parse(line)["set_aside"].size(), set_aside);
  }
  EXPECT_EQ(json::parse(line)["earned"][0]["credential"], "f.x");
  EXPECT_EQ(asked("rung impact t.pathways t.pathways --learners all.jsonl").status, 0);
}

TEST_F(Large, RecordsNestedAHundredThousandDeep) {
  build(few);
  const std::string open = times(deep, "["), close = times(deep, "]"), object = times(deep, "{\"x\":");
  const std::string records[] = {open, open + close, R"({"holdings": )" + open + close + "}", R"({"holdings": [], "x": )" + open + close + "}", R"({"holdings": [{"credential": "a", "counted": )" + open + close + "}]}",
                                 object + "1" + times(deep, "}"), object, R"({"holdings": [], "exceptions": )" + open + close + "}", R"({"holdings": [], "x": )" + object + "1" + times(deep, "}") + "}"};
  std::string lines;
  for (const std::string& record : records) {
    write("r.json", record);
    for (const std::string question : {"earned t.pathways", "missing t.pathways x"}) {
      const json error = refused("rung " + question + " --learner r.json");
      EXPECT_EQ(error["code"], "malformed-record");
      EXPECT_TRUE(error["place"].is_string() || record.starts_with("[")) << record.substr(0, 60);   // else it is the record as a whole
      EXPECT_NE(error["message"], "");
    }
    lines += record + "\n";
  }
  write("all.jsonl", lines + R"({"learner": "last", "holdings": []})" + "\n");
  const Answer answer = asked("rung audit t.pathways --learners all.jsonl --jobs 2");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.err, "rung: " + std::to_string(std::size(records)) + " lines could not be answered, the first at line 1\n");
  EXPECT_EQ(json::parse(answer.out.substr(answer.out.rfind('\n', answer.out.size() - 2) + 1))["learner"], "last");
}

TEST_F(Large, RecordsWithTextsOfAMegabyte) {
  build(few);
  const std::string much = '"' + std::string(megabyte, 'n') + '"';
  write("r.json", R"({"learner": )" + much + R"(, "holdings": [{"credential": )" + much + R"(, "awarded": )" + much + R"(, "grade": )" + much + R"(}, {"credential": "a", "awarded": )" + much + R"(}, {"credential": "a", "by": )" + much +
                  R"(}, {"credential": "b", "term": )" + much + R"(}], "gates": [)" + much + R"(], "entered": {)" + much + R"(: "2026-01-01"}, "exceptions": [{"award": "x", "part": )" + much + R"(, "by": "D", "because": "B"}]})");
  for (const std::string& question : questions("x")) {
    const Answer answer = asked("rung " + question + " --learner r.json --format json");
    EXPECT_EQ(answer.status, 0) << question;
    for (const json& one : json::parse(answer.out)["set_aside"]) EXPECT_LT(one["message"].get<std::string>().size(), 400u) << question;
  }
  write("day.json", R"({"on": )" + much + R"(, "holdings": []})");
  EXPECT_EQ(refused("rung earned t.pathways --learner day.json")["code"], "bad-date");
  write("key.json", "{" + much + ": [1, 2}");
  EXPECT_EQ(refused("rung earned t.pathways --learner key.json")["place"], "line 1, column " + std::to_string(megabyte + 11));
  // And what is asked for.
  write("nothing.json", holdings(0, course));
  const std::string name(100'000, 'n');   // more does not go on a command line
  EXPECT_EQ(refused("rung missing t.pathways " + name + " --learner nothing.json")["code"], "unknown-credential");
  // A record of fifty megabytes is refused before it is read to its end, alone as in a stream.
  EXPECT_EQ(run("head -c 50000000 /dev/zero | tr '\\0' ' ' >long.json; echo '{\"holdings\": []}' >>long.json").status, 0);
  EXPECT_EQ(refused("rung earned t.pathways --learner long.json")["code"], "record-too-long");
  const Answer answer = asked("rung audit t.pathways --learners long.json");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(json::parse(answer.out)["errors"][0]["code"], "record-too-long");
}

}  // namespace
