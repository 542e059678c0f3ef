// rung nearest, and rung impact: the programs from outside (docs/questions.md, docs/audit.md).
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

std::vector<json> json_lines(const std::string& text) {
  std::vector<json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
  return out;
}

std::string framework(const std::string& rules) {
  return "rung 1 en\nframework f \"F\" { version 1 grades percent }\ninstitution elm\ncompetency works\ncompetency leads\ncompetency joins\n"
         "course a \"A\" { issued by elm credits 1 }\ncourse b \"B\" { issued by elm credits 2 }\n" + rules;
}

class Impact : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    // x asks for more, gone is left out, y for less, and z for a grade that is not on every record.
    build("old", "certificate x \"X\" { develops works requires { a } }\ncertificate gone \"Gone\" { develops leads requires { a } }\n"
                 "certificate y \"Y\" { develops joins requires { all of { a, b } } }\ncertificate z \"Z\" { develops joins requires { b } }\n");
    build("new", "certificate x \"X\" { develops works requires { all of { a, b } } }\n"
                 "certificate y \"Y\" { develops joins requires { b } }\ncertificate z \"Z\" { develops joins requires { b at 60% } }\n");
    write("some.jsonl",
          "{\"learner\": \"A-1\", \"holdings\": [{\"credential\": \"f.a\"}]}\n"                                  // loses x and gone
          "{\"learner\": \"A-2\", \"holdings\": [{\"credential\": \"f.a\"}, {\"credential\": \"f.b\", \"grade\": \"80%\"}]}\n"   // loses gone
          "\n"
          "{\"learner\": \"A-3\", \"holdings\": [}\n"
          "{\"holdings\": [{\"credential\": \"f.b\"}]}\n"                                                       // gains y; of z it cannot be told
          "{\"learner\": \"A-5\", \"holdings\": []}\n");
  }
  void build(const std::string& name, const std::string& rules) {
    write(name + ".rung", framework(rules));
    const Answer built = run("rungc build " + name + ".rung -o " + name + ".pathways");
    ASSERT_EQ(built.status, 0) << built.err;
  }
};

TEST_F(Impact, ALineForEachLearnerWhoIsAffectedAndOneForAll) {
  const Answer answer = run("rung impact old.pathways new.pathways --learners some.jsonl --format json");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.err, "rung: 1 line could not be answered at line 4\n");
  const auto lines = json_lines(answer.out);
  ASSERT_EQ(lines.size(), 5u) << answer.out;
  EXPECT_EQ(lines[0], (json{{"learner", "A-1"}, {"line", 1}, {"on", nullptr}, {"gains", json::array()}, {"unclear", json::array()},
                            {"loses", {{{"award", "f.gone"}, {"title", "Gone"}, {"was", "earned"}, {"is", "no-award"}}, {{"award", "f.x"}, {"title", "X"}, {"was", "earned"}, {"is", "not-earned"}}}}}));
  EXPECT_EQ(lines[1]["learner"], "A-2");
  ASSERT_EQ(lines[1]["loses"].size(), 1u);
  EXPECT_EQ(lines[1]["loses"][0]["award"], "f.gone");
  EXPECT_EQ(lines[1]["gains"], json::array());
  EXPECT_EQ(lines[2]["line"], 4);
  EXPECT_EQ(lines[2]["errors"][0]["code"], "malformed-record");
  EXPECT_EQ(lines[3]["learner"], nullptr);
  EXPECT_EQ(lines[3]["line"], 5);
  EXPECT_EQ(lines[3]["gains"][0]["award"], "f.y");
  EXPECT_EQ(lines[3]["unclear"], (json{{{"award", "f.z"}, {"title", "Z"}, {"was", "earned"}, {"is", "cannot-tell"}, {"statements", {{{"credential", "f.b"}, {"what", "grade"}}}}}}));
  const json& summary = lines[4]["summary"];
  EXPECT_EQ(summary["learners"], 4);
  EXPECT_EQ(summary["unaffected"], 1);
  EXPECT_EQ(summary["lose"], 2);
  EXPECT_EQ(summary["gain"], 1);
  EXPECT_EQ(summary["unclear"], 1);
  EXPECT_EQ(summary["bad_lines"], 1);
  ASSERT_EQ(summary["awards"].size(), 4u);
  EXPECT_EQ(summary["awards"][0]["award"], "f.gone");
  EXPECT_EQ(summary["awards"][0]["lose"], 2);
  EXPECT_EQ(summary["awards"][0]["in_new"], false);
  EXPECT_EQ(summary["awards"][0]["losers"], (json{{{"learner", "A-1"}, {"line", 1}}, {{"learner", "A-2"}, {"line", 2}}}));
  EXPECT_EQ(summary["awards"][2]["gainers"], (json{{{"learner", nullptr}, {"line", 5}}}));
}

TEST_F(Impact, AsTextForACommittee) {
  const Answer answer = run("rung impact old.pathways new.pathways --learners some.jsonl -o answers.txt");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.out, "");
  EXPECT_EQ(read(folder_ / "answers.txt"),
            "A-1 loses Gone (f.gone): there is no such award any more\nA-1 loses X (f.x)\nA-2 loses Gone (f.gone): there is no such award any more\n"
            "line 4: the learner's record is not JSON, at line 4, column 33; mend it there, or export it again\n"
            "line 5 gains Y (f.y)\nline 5: Z (f.z): before, earned; now, cannot be told; not stated: grade of B (f.b)\n\n"
            "By award:\n  Gone (f.gone)\n    2 learners lose it: A-1, A-2\n  X (f.x)\n    1 learner loses it: A-1\n  Y (f.y)\n    1 learner gains it: line 5\n"
            "  Z (f.z)\n    1 learner of whom it cannot be told: line 5\n\n"
            "4 learners: 2 lose something, 1 gains something, of 1 something cannot be told, 1 is not affected; 1 line could not be answered.\n");
}

TEST_F(Impact, TheStatusSaysWhetherSomebodyLosesUnawares) {
  write("some.jsonl", "{\"learner\": \"A-1\", \"holdings\": [{\"credential\": \"f.a\"}]}\n");
  const std::string ask = "rung impact old.pathways new.pathways --learners some.jsonl ";
  EXPECT_EQ(run(ask).status, 1);
  EXPECT_EQ(run(ask + "--allow-loss x").status, 1);
  const Answer allowed = run(ask + "--allow-loss x --allow-loss f.gone");
  EXPECT_EQ(allowed.status, 0);
  EXPECT_NE(allowed.out.find("1 learner loses it: A-1 (allowed)"), std::string::npos) << allowed.out;
  EXPECT_EQ(run(ask + "--allow-loss nonsense").status, 1);
  EXPECT_EQ(run("rung impact old.pathways old.pathways --learners some.jsonl").out, "1 learner: nobody gains or loses anything.\n");
  EXPECT_EQ(run("rung impact old.pathways old.pathways --learners some.jsonl").status, 0);
  // Gains are no losses.
  write("some.jsonl", "{\"learner\": \"A-1\", \"holdings\": [{\"credential\": \"f.b\", \"grade\": \"80%\"}]}\n");
  EXPECT_EQ(run(ask).status, 0);
}

TEST_F(Impact, TheSameBytesForAnyNumberOfJobs) {
  std::string all;
  for (int i = 0; i < 20'000; ++i)
    all += "{\"learner\": \"L-" + std::to_string(i) + "\", \"holdings\": [" + (i % 3 == 0 ? "" : i % 3 == 1 ? "{\"credential\": \"f.a\"}" : "{\"credential\": \"f.b\"}") + "]}\n" + (i % 997 == 0 ? "{\n\n" : "");
  write("all.jsonl", all);
  const Answer one = run("rung impact old.pathways new.pathways --learners all.jsonl --format json --jobs 1");
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(run("rung impact old.pathways new.pathways --learners all.jsonl --format json --jobs 4").out, one.out);
  EXPECT_EQ(run("rung impact old.pathways new.pathways --learners - --format json <all.jsonl").out, one.out);
  const json summary = json_lines(one.out).back()["summary"];
  EXPECT_EQ(summary["learners"], 20'000);
  EXPECT_EQ(summary["bad_lines"], 21);
  EXPECT_EQ(summary["lose"], 6667);        // of 0 to 19999 those that leave 1 when divided by 3
  EXPECT_EQ(summary["awards"][0]["losers"][4], (json{{"learner", "L-13"}, {"line", 16}}));   // two more lines after L-0
}

TEST_F(Impact, NothingAndWhatCannotBeRead) {
  write("none.jsonl", "");
  EXPECT_EQ(run("rung impact old.pathways new.pathways --learners none.jsonl").out, "0 learners: nobody gains or loses anything.\n");
  build("bare", "");
  EXPECT_EQ(run("rung impact bare.pathways bare.pathways --learners some.jsonl").status, 1);   // the bad line
  for (const std::string arguments : {"nowhere new.pathways --learners some.jsonl", "old.pathways nowhere --learners some.jsonl", "old.pathways new.pathways", "old.pathways --learners some.jsonl",
                                      "old.pathways new.pathways --learners nowhere", "old.pathways new.pathways --learners .", "- - --learners some.jsonl", "old.pathways - --learners -",
                                      "old.pathways new.pathways --learners some.jsonl -o new.pathways", "old.pathways new.pathways --learners some.jsonl -o some.jsonl",
                                      "old.pathways new.pathways --learners some.jsonl --on soon", "old.pathways new.pathways --learners some.jsonl --jobs 0"}) {
    const Answer answer = run("rung impact --format json " + arguments);
    EXPECT_EQ(answer.status, 2) << arguments;
    EXPECT_NE(answer.err, "") << arguments;
    EXPECT_TRUE(json::accept(answer.out)) << arguments << "\n" << answer.out;
  }
  EXPECT_EQ(run("rung impact old.pathways some.jsonl --learners some.jsonl").status, 1);   // no table
  EXPECT_EQ(run("rung dump new.pathways").status, 0);   // the table is as it was
  const Answer full = run("bash -c 'rung impact old.pathways new.pathways --learners some.jsonl >/dev/full'");
  EXPECT_EQ(full.status, 2);
  EXPECT_NE(full.err.find("No space left"), std::string::npos) << full.err;
}

TEST_F(Impact, EndsWhenNobodyReads) {
  const Answer answer = run("bash -c 'yes \"{\\\"holdings\\\": [{\\\"credential\\\": \\\"f.a\\\"}]}\" | rung impact old.pathways new.pathways --learners - 2>messages.txt | head -n 1; echo ${PIPESTATUS[1]}'");
  EXPECT_EQ(answer.out, "line 1 loses Gone (f.gone): there is no such award any more\n2\n");
  EXPECT_EQ(read(folder_ / "messages.txt"), "");
}

TEST_F(Impact, NearestListsWhatIsCloseAndSaysWhatIsNot) {
  write("learner.json", "{\"learner\": \"A-1\", \"holdings\": [{\"credential\": \"f.a\"}]}");
  const Answer text = run("rung nearest old.pathways --learner learner.json");
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_EQ(text.out, "A-1\n\nThe closest awards, by credits:\n\n1.   Y (f.y): 2 credits; something on the way states no hours, fee or weeks\n     B (f.b)\n\n"
                      "2.   Z (f.z): 2 credits; something on the way states no hours, fee or weeks\n     B (f.b)\n\nThere are no others.\n\nEarned already: Gone, X\n");
  const json answer = json::parse(run("rung nearest old.pathways --learner learner.json --format json -k 1 --by count").out);
  EXPECT_EQ(answer["learner"], "A-1");
  EXPECT_EQ(answer["by"], "count");
  EXPECT_EQ(answer["complete"], true);
  EXPECT_EQ(answer["bound"], nullptr);
  ASSERT_EQ(answer["nearest"].size(), 1u);
  EXPECT_EQ(answer["nearest"][0]["award"], "f.y");
  EXPECT_EQ(answer["nearest"][0]["proven"], true);
  EXPECT_EQ(answer["nearest"][0]["bound"], "1");
  EXPECT_EQ(answer["nearest"][0]["cost"]["credits"], "2");
  EXPECT_EQ(answer["nearest"][0]["steps"], (json{{{"credential", "f.b"}, {"part", nullptr}}}));
  EXPECT_EQ(answer["earned"], (json{"f.gone", "f.x"}));
  EXPECT_EQ(answer["left_out"], json::array());
  EXPECT_EQ(answer["set_aside"], json::array());
  for (const std::string wrong : {"-k 0", "-k 1001", "--by weight", "--type nonsense", "--steps -1"}) EXPECT_EQ(run("rung nearest old.pathways --learner learner.json " + wrong).status, 2) << wrong;
  EXPECT_EQ(run("rung nearest old.pathways").status, 2);
  EXPECT_EQ(run("rung nearest old.pathways --learner learner.json --institution oak").status, 1);
  EXPECT_EQ(run("rung nearest old.pathways --learner learner.json --institution elm").out, "A-1\n\nThere is no award to look at.\n");   // nobody says who issues the certificates
  const json cut = json::parse(run("rung nearest old.pathways --learner learner.json --steps 0 --format json").out);
  EXPECT_EQ(cut["complete"], false);
}

}  // namespace
