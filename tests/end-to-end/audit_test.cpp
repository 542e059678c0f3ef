// rung audit: a line for a line, in order, whatever is wrong with some of them (docs/audit.md).
#include <fcntl.h>
#include <sys/file.h>

#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;
using nlohmann::ordered_json;

const fs::path examples = fs::path(RUNG_SOURCE_DIR) / "examples";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

class Audit : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    ASSERT_EQ(run("rungc build '" + (examples / "lambton/lambton.rung").string() + "' -o t.pathways").status, 0);
  }
  // Of so many learners the records, a line each, and each as it differs from the one before.
  static std::string learners(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
      ordered_json one = {{"learner", "L-" + std::to_string(i)}, {"on", "2026-11-24"}, {"holdings", json::array()}};
      for (const char* const name : {"hazard-awareness", "lockout", "confined-spaces", "site-visitors", "no-such-thing"})
        if ((i >> (out.size() % 3)) % 2 == 0 || name[0] == 'h')
          one["holdings"].push_back({{"credential", std::string("lambton.") + name}, {"awarded", "2026-02-13"}, {"grade", i % 5 == 0 ? "no pass" : "pass"}});
      if (i % 3 == 0) one["gates"] = {"lambton.meets-admission"};
      out += one.dump() + "\n";
    }
    return out;
  }
  std::string audited(const std::string& text) {
    write("all.jsonl", text);
    return run("rung audit t.pathways --learners all.jsonl").out;
  }
};

TEST_F(Audit, EachLineIsWhatEarnedSays) {
  int learners = 0;
  for (const fs::directory_entry& example : fs::directory_iterator(examples)) {
    const std::string name = example.path().filename().string();
    const fs::path framework = example.path() / (name + ".rung");
    if (!fs::exists(framework) || !fs::exists(example.path() / "learners")) continue;
    if (run("rungc build '" + framework.string() + "' -o example.pathways").status != 0) continue;   // it shows what is wrong
    for (const std::string on : {"", " --on 2026-03-01"}) {
      std::string all, expected;
      for (const fs::directory_entry& learner : fs::directory_iterator(example.path() / "learners")) {
        all += ordered_json::parse(read(learner.path())).dump() + "\n";
        const Answer earned = run("rung earned example.pathways --format json --learner '" + learner.path().string() + "'" + on);
        ASSERT_EQ(earned.status, 0) << earned.err;
        expected += ordered_json::parse(earned.out).dump() + "\n";
        ++learners;
      }
      write("example.jsonl", all);
      const Answer answer = run("rung audit example.pathways --learners example.jsonl" + on);
      EXPECT_EQ(answer.status, 0) << answer.err;
      EXPECT_EQ(answer.out, expected) << name << on;
      EXPECT_EQ(answer.err, "");
    }
  }
  EXPECT_GT(learners, 30);   // of each twice
}

TEST_F(Audit, ABadLineCostsOneErrorLine) {
  write("some.jsonl", "{\"learner\": \"A\", \"holdings\": []}\n{\"learner\": \"B\", \"holdings\": [}\n\n{\"learner\": \"C\"}\n{\"on\": \"soon\", \"holdings\": []}\n{\"learner\": \"D\", \"holdings\": []}");
  const Answer answer = run("rung audit t.pathways --learners some.jsonl");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.err, "rung: 3 lines could not be answered, the first at line 2\n");
  const auto lines = lines_of(answer.out);
  ASSERT_EQ(lines.size(), 6u) << answer.out;
  EXPECT_TRUE(answer.out.ends_with("}\n"));
  EXPECT_EQ(json::parse(lines[0])["learner"], "A");
  EXPECT_EQ(json::parse(lines[1]), (json{{"line", 2}, {"errors", {{{"code", "malformed-record"}, {"message", "the learner's record is not JSON, at line 2, column 31"},
                                                                     {"remedy", "mend it there, or export it again"}, {"place", "line 2, column 31"}}}}}));
  EXPECT_EQ(lines[2], "");   // an empty line for an empty line
  EXPECT_EQ(json::parse(lines[3])["line"], 4);
  EXPECT_EQ(json::parse(lines[3])["errors"][0]["message"], "the learner's record has no holdings; an empty list of them is fine");
  EXPECT_EQ(json::parse(lines[4])["errors"][0]["code"], "bad-date");
  EXPECT_EQ(json::parse(lines[5])["learner"], "D");
  // The day of the question can stand for what is wrong with a record's own.
  EXPECT_EQ(run("rung audit t.pathways --learners some.jsonl --on 2026-11-24").err, "rung: 2 lines could not be answered, the first at line 2\n");
}

TEST_F(Audit, TheSameBytesForAnyNumberOfJobsAndFromAnywhere) {
  write("all.jsonl", learners(4000));
  const Answer one = run("rung audit t.pathways --learners all.jsonl --jobs 1");
  EXPECT_EQ(one.status, 0) << one.err;
  const auto lines = lines_of(one.out);
  ASSERT_EQ(lines.size(), 4000u);
  for (std::size_t i = 0; i < lines.size(); i += 199) EXPECT_EQ(json::parse(lines[i])["learner"], "L-" + std::to_string(i));
  EXPECT_EQ(run("rung audit t.pathways --learners all.jsonl --jobs 4").out, one.out);
  EXPECT_EQ(run("rung audit t.pathways --learners - <all.jsonl").out, one.out);
  EXPECT_EQ(run("cat all.jsonl | rung audit t.pathways --learners - -o -").out, one.out);
  const Answer to_file = run("rung audit t.pathways --learners all.jsonl -o out.jsonl --jobs 3");
  EXPECT_EQ(to_file.out + to_file.err, "");
  EXPECT_EQ(read(folder_ / "out.jsonl"), one.out);
  // A shorter answer over a longer one.
  write("all.jsonl", learners(3));
  EXPECT_EQ(run("rung audit t.pathways --learners all.jsonl -o out.jsonl").status, 0);
  EXPECT_EQ(lines_of(read(folder_ / "out.jsonl")).size(), 3u);
}

TEST_F(Audit, LineEndsOfOtherSystemsAndAMarkOfTheByteOrder) {
  const std::string one = R"({"learner": "A", "holdings": []})", two = R"({"learner": "B", "holdings": []})";
  const std::string expected = audited(one + "\n" + two + "\n\n");
  EXPECT_EQ(lines_of(expected).size(), 3u);
  EXPECT_EQ(audited(one + "\r\n" + two + "\r\n\r\n"), expected);
  EXPECT_EQ(audited("\xEF\xBB\xBF" + one + "\n" + two + "\n\n"), expected);
  EXPECT_EQ(audited(one + "\n" + two + "\n \t"), expected);
  EXPECT_EQ(audited(""), "");
  EXPECT_EQ(audited("\n"), "\n");
}

TEST_F(Audit, ALineOfAnyLengthCostsOneLineAndLittleMemory) {
  // 16 MiB are a record; more are not, and of 300 MB not all is kept. (Sanitizers want more room than that for themselves.)
#ifdef __SANITIZE_ADDRESS__
  const std::string room;
#else
  const std::string room = "ulimit -v 400000; ";
#endif
  const std::string line = R"({"learner": "A", "holdings": []})";
  const Answer answer = run("(echo '" + line + "'; head -c 300000000 /dev/zero | tr '\\0' x; echo; echo '" + line +
                            "') | (" + room + "rung audit t.pathways --learners - --jobs 2)");
  EXPECT_EQ(answer.status, 1) << answer.err;
  const auto lines = lines_of(answer.out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0], lines[2]);
  EXPECT_EQ(json::parse(lines[1])["line"], 2);
  EXPECT_EQ(json::parse(lines[1])["errors"][0]["code"], "record-too-long");
  const Answer longest = run("(head -c 16000000 /dev/zero | tr '\\0' ' '; echo '" + line + "') | rung audit t.pathways --learners -");
  EXPECT_EQ(longest.out, lines[0] + "\n");
}

TEST_F(Audit, GoesOnWhereItWasStopped) {
  write("all.jsonl", learners(500) + "{\n");
  const Answer whole = run("rung audit t.pathways --learners all.jsonl -o whole.jsonl");
  EXPECT_EQ(whole.status, 1);
  const std::string all = read(folder_ / "whole.jsonl");
  const std::size_t after_200 = [&] {
    std::size_t at = 0;
    for (int line = 0; line < 200; ++line) at = all.find('\n', at) + 1;
    return at;
  }();
  // Stopped after a whole line, in the middle of one, before the first, and after the last.
  for (const std::size_t written : {after_200, after_200 + 17, std::size_t{5}, std::size_t{0}, all.size(), all.size() - 1}) {
    write("out.jsonl", all.substr(0, written));
    const Answer rest = run("rung audit t.pathways --learners all.jsonl -o out.jsonl --resume");
    EXPECT_EQ(rest.status, 1) << rest.err;   // the bad line is there, whichever run wrote it
    EXPECT_NE(rest.err.find("1 line could not be answered"), std::string::npos) << rest.err;
    EXPECT_EQ(read(folder_ / "out.jsonl"), all) << written;
  }
  fs::remove(folder_ / "out.jsonl");
  EXPECT_EQ(run("rung audit t.pathways --learners all.jsonl -o out.jsonl --resume --jobs 2").status, 1);
  EXPECT_EQ(read(folder_ / "out.jsonl"), all);
  // By hand: as many lines are passed over as have been answered.
  write("part.jsonl", all.substr(0, after_200));
  EXPECT_EQ(run("bash -c 'rung audit t.pathways --learners all.jsonl --from-line $(wc -l <part.jsonl) >>part.jsonl'").status, 1);
  EXPECT_EQ(read(folder_ / "part.jsonl"), all);
  const Answer last = run("rung audit t.pathways --learners - --from-line 500 <all.jsonl");
  EXPECT_EQ(json::parse(last.out)["line"], 501);   // of the stream, not of what is left of it
  // What was begun with other learners is left as it is.
  write("all.jsonl", learners(100));
  const Answer other = run("rung audit t.pathways --learners all.jsonl -o out.jsonl --resume");
  EXPECT_EQ(other.status, 2);
  EXPECT_EQ(read(folder_ / "out.jsonl"), all);
}

TEST_F(Audit, WhatARunHasWrittenStaysWhenItIsKilled) {
  write("all.jsonl", learners(20000));
  const std::string all = run("rung audit t.pathways --learners all.jsonl").out;
  // It is fed slowly, so that it is killed in the middle.
  EXPECT_EQ(run("bash -c '(head -n 5000 all.jsonl; sleep 3) | { rung audit t.pathways --learners - -o out.jsonl & "
                "for i in $(seq 100); do [ \"$(wc -l <out.jsonl)\" -ge 5000 ] && break; sleep 0.1; done; kill -9 $!; }' 2>/dev/null").status, 0);
  EXPECT_EQ(lines_of(read(folder_ / "out.jsonl")).size(), 5000u);   // not one that was answered is lost
  const Answer rest = run("rung audit t.pathways --learners all.jsonl -o out.jsonl --resume");
  EXPECT_EQ(rest.status, 0) << rest.err;
  EXPECT_EQ(read(folder_ / "out.jsonl"), all);
}

TEST_F(Audit, AFullDiskLeavesWholeLines) {
  write("all.jsonl", learners(2000));
  const std::string all = run("rung audit t.pathways --learners all.jsonl").out;
  ASSERT_GT(all.size(), 200'000u);
  // A file size limit stands for a full disk.
  const Answer full = run("bash -c 'ulimit -f 100; rung audit t.pathways --learners all.jsonl -o out.jsonl'");
  EXPECT_EQ(full.status, 2);
  EXPECT_NE(full.err.find("File too large"), std::string::npos) << full.err;
  const std::string some = read(folder_ / "out.jsonl");
  EXPECT_GT(some.size(), 90'000u);
  EXPECT_TRUE(some.ends_with("}\n"));
  EXPECT_EQ(some, all.substr(0, some.size()));
  EXPECT_EQ(run("rung audit t.pathways --learners all.jsonl -o out.jsonl --resume").status, 0);
  EXPECT_EQ(read(folder_ / "out.jsonl"), all);
  const Answer device = run("bash -c 'rung audit t.pathways --learners all.jsonl >/dev/full'");
  EXPECT_EQ(device.status, 2);
  EXPECT_NE(device.err.find("No space left"), std::string::npos) << device.err;
}

TEST_F(Audit, EndsWhenNobodyReads) {
  // The input never ends; a reader that has enough ends it all.
  const Answer answer = run("bash -c 'yes \"{\\\"holdings\\\": []}\" | rung audit t.pathways --learners - 2>messages.txt | head -n 2; echo ${PIPESTATUS[1]}'");
  const auto lines = lines_of(answer.out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(json::parse(lines[1])["earned"], json::array());
  EXPECT_EQ(lines[2], "2");
  EXPECT_EQ(read(folder_ / "messages.txt"), "");
}

TEST_F(Audit, EachLineIsAnsweredWhenItComes) {
  // As a stage of an engine that waits for an answer before it asks for the next.
  const Answer answer = run(R"(bash -c 'coproc rung audit t.pathways --learners -
    for name in A B; do
      echo "{\"learner\": \"$name\", \"holdings\": []}" >&"${COPROC[1]}"
      read -r -t 20 line <&"${COPROC[0]}" && echo "$line"
    done')");
  const auto lines = lines_of(answer.out);
  ASSERT_EQ(lines.size(), 2u) << answer.err;
  EXPECT_EQ(json::parse(lines[1])["learner"], "B");
}

TEST_F(Audit, WrongUsage) {
  write("some.jsonl", "{\"holdings\": []}\n");
  for (const std::string arguments :
       {"t.pathways", "t.pathways --learners nowhere.jsonl", "t.pathways --learners .", "nowhere.pathways --learners some.jsonl", "- --learners -", "t.pathways --learners some.jsonl --on yesterday",
        "t.pathways --learners some.jsonl --resume", "t.pathways --learners some.jsonl --from-line -1", "t.pathways --learners some.jsonl --from-line 2", "t.pathways --learners some.jsonl --jobs 0",
        "t.pathways --learners some.jsonl -o some.jsonl", "t.pathways --learners - -o some.jsonl <some.jsonl", "t.pathways --learners some.jsonl -o nowhere/out.jsonl", "t.pathways --learners some.jsonl -o /dev/null --resume",
        "t.pathways --learners some.jsonl -o out.jsonl --resume --from-line 1"}) {
    const Answer answer = run("rung audit --format json " + arguments);
    EXPECT_EQ(answer.status, 2) << arguments;
    EXPECT_NE(answer.err, "") << arguments;
    EXPECT_TRUE(json::accept(answer.out)) << arguments << "\n" << answer.out;
    EXPECT_EQ(read(folder_ / "some.jsonl"), "{\"holdings\": []}\n") << arguments;
  }
  EXPECT_EQ(run("rung audit --format text t.pathways --learners some.jsonl").out, run("rung audit --format json t.pathways --learners some.jsonl").out);
}

TEST_F(Audit, TwoRunsDoNotWriteToOneFile) {
  write("some.jsonl", "{\"holdings\": []}\n");
  write("out.jsonl", "old\n");
  const int other = ::open((folder_ / "out.jsonl").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  EXPECT_EQ(run("rung audit t.pathways --learners some.jsonl -o out.jsonl").status, 2);
  EXPECT_EQ(read(folder_ / "out.jsonl"), "old\n");
  ::close(other);
  EXPECT_EQ(run("rung audit t.pathways --learners some.jsonl -o out.jsonl").status, 0);
}

}  // namespace
