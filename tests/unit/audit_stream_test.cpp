// Lines in, lines out: blocks of lines from whatever reads come, and texts of several threads in order.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <thread>

#include "runtime/audit/in_order.hpp"
#include "runtime/audit/lines.hpp"
#include "runtime/audit/progress.hpp"
#include "runtime/audit/stream.hpp"

namespace {

using namespace rung::audit;

// A pipe from which can be read what was put into it; small enough not to fill it.
class Pipe {
 public:
  Pipe() { EXPECT_EQ(::pipe(ends_), 0); }
  ~Pipe() {
    close_end();
    ::close(ends_[0]);
  }
  void put(std::string_view text) { EXPECT_EQ(::write(ends_[1], text.data(), text.size()), static_cast<ssize_t>(text.size())); }
  void close_end() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }
  int handle() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }

 private:
  int ends_[2] = {-1, -1};
};

struct Read {
  std::uint64_t first_line;
  std::string text;
  std::uint64_t end;
  friend bool operator==(const Read&, const Read&) = default;
};

std::vector<Read> blocks_of(LineReader& reader) {
  std::vector<Read> out;
  Block block;
  while (reader.next(block)) {
    EXPECT_GE(block.lines.room.size(), block.text().size() + padding);
    out.push_back({block.first_line, std::string(block.text()), block.end});
  }
  EXPECT_TRUE(block.text().empty());
  return out;
}

// All blocks of a text, read so many bytes at once.
std::vector<Read> blocks_of(std::string_view text, Limits limits) {
  Pipe pipe;
  pipe.put(text);
  pipe.close_end();
  LineReader reader(pipe.handle(), limits);
  return blocks_of(reader);
}

TEST(AuditLines, BlocksAreWholeLinesWhateverIsReadAtOnce) {
  const std::string text = "one\n\ntwo and more\nthree";
  for (std::size_t at_once = 1; at_once < 30; ++at_once) {
    std::string all;
    std::uint64_t line = 1;
    for (const Read& block : blocks_of(text, {at_once, 100})) {
      EXPECT_EQ(block.first_line, line);
      EXPECT_TRUE(block.text.ends_with('\n') || block.text.ends_with("three")) << block.text;
      line += static_cast<std::uint64_t>(std::count(block.text.begin(), block.text.end(), '\n'));
      all += block.text;
      EXPECT_EQ(block.end, all.size());
    }
    EXPECT_EQ(all, text) << at_once;
  }
  EXPECT_TRUE(blocks_of("", {}).empty());
}

TEST(AuditLines, WhatIsALineIsGivenOutBeforeMoreComes) {
  Pipe pipe;
  LineReader reader(pipe.handle());
  Block block;
  pipe.put("one\ntw");
  ASSERT_TRUE(reader.next(block));
  EXPECT_EQ(block.text(), "one\n");
  pipe.put("o\n");
  ASSERT_TRUE(reader.next(block));
  EXPECT_EQ(block.text(), "two\n");
  EXPECT_EQ(block.first_line, 2u);
}

TEST(AuditLines, ALineThatIsTooLongIsCutAndTheRestPassedOver) {
  const std::string long_line(1000, 'x');
  const std::vector<Read> expected = {{1, "a\n", 2}, {2, "xxxxxxxxxxx", 1003}, {3, "b\n", 1005}};   // ten, and one more to show it
  EXPECT_EQ(blocks_of("a\n" + long_line + "\nb\n", {2, 10}), expected);
  const std::vector<Read> last = {{1, "xxxxxxxxxxx", 1000}};
  EXPECT_EQ(blocks_of(long_line, {7, 10}), last);
}

TEST(AuditLines, PassesOverLines) {
  for (std::size_t at_once = 1; at_once < 12; ++at_once) {
    Pipe pipe;
    pipe.put("one\ntwo\nthree\nfour");
    pipe.close_end();
    LineReader reader(pipe.handle(), {at_once, 100});
    EXPECT_EQ(reader.skip(2), 2u);
    std::string rest;
    std::uint64_t first = 0;
    for (const Read& block : blocks_of(reader)) {
      if (first == 0) first = block.first_line;
      rest += block.text;
    }
    EXPECT_EQ(rest, "three\nfour");
    EXPECT_EQ(first, 3u);
  }
}

TEST(AuditLines, SaysHowManyLinesThereWereToPassOver) {
  Pipe pipe;
  pipe.put("one\ntwo");
  pipe.close_end();
  LineReader reader(pipe.handle());
  EXPECT_EQ(reader.skip(9), 2u);
  Block block;
  EXPECT_FALSE(reader.next(block));
}

TEST(AuditLines, AReadThatFailsIsAProblemAndNoEnd) {
  LineReader reader(-1);
  Block block;
  EXPECT_FALSE(reader.next(block));
  EXPECT_EQ(reader.problem(), EBADF);
}

TEST(AuditInOrder, WritesByNumberAndKeepsNoMoreThanItsWidth) {
  std::string written;
  InOrder in_order(3, [&](std::uint64_t number, const std::string& text) {
    written += std::to_string(number) + text;
    return true;
  });
  std::string c = "c", b = "b", a = "a", d = "d";
  EXPECT_TRUE(in_order.give(2, c));
  EXPECT_TRUE(in_order.give(1, b));
  EXPECT_EQ(written, "");
  // The fourth has no room before the first is written.
  std::atomic<bool> given = false;
  std::thread ahead([&] {
    EXPECT_TRUE(in_order.give(3, d));
    given = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  EXPECT_FALSE(given);
  EXPECT_TRUE(in_order.give(0, a));
  ahead.join();
  EXPECT_EQ(written, "0a1b2c3d");
}

TEST(AuditInOrder, NobodyWaitsForWhatIsNotWanted) {
  InOrder in_order(1, [](std::uint64_t, const std::string&) { return false; });
  std::thread ahead([&] {
    std::string late = "late";
    EXPECT_FALSE(in_order.give(1, late));
  });
  std::string first = "first";
  EXPECT_FALSE(in_order.give(0, first));
  ahead.join();
  EXPECT_TRUE(in_order.stopped());
}

// Answers a line with its number and itself, some lines slowly; a line "bad" is bad.
class Echo final : public Answerer {
 public:
  bool answer(std::uint64_t number, std::string_view line, std::string& out) override {
    if (number % 97 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    out += std::to_string(number) + ":" + std::string(line);
    return line != "bad";
  }
};

TEST(AuditStream, TheSameForAnyNumberOfThreads) {
  std::string text, expected;
  for (int line = 1; line <= 3000; ++line) {
    const std::string one = line % 1000 == 0 ? "bad" : line % 7 == 0 ? "" : "line" + std::string(static_cast<std::size_t>(line % 13), 'x');
    text += one + "\n";
    expected += (one.empty() ? "" : std::to_string(line) + ":" + one) + "\n";
  }
  for (const unsigned jobs : {1u, 2u, 5u}) {
    Pipe pipe;
    pipe.put(text.substr(0, 60'000));
    pipe.close_end();
    LineReader reader(pipe.handle(), {100, 1000});
    std::string out;
    std::uint64_t bytes = 0;
    const Sink sink{[&](std::string_view lines) {
                      EXPECT_TRUE(lines.ends_with('\n'));
                      out += lines;
                      return true;
                    },
                    [&](std::uint64_t at, std::uint64_t) { bytes = at; }};
    const Outcome outcome = answer_all(reader, sink, [] { return std::make_unique<Echo>(); }, jobs);
    ASSERT_LT(text.size(), 60'000u);   // it fits into a pipe
    EXPECT_EQ(out, expected);
    EXPECT_EQ(outcome.lines, 3000u);
    EXPECT_EQ(outcome.bad, 3u);
    EXPECT_EQ(outcome.first_bad, 1000u);
    EXPECT_EQ(bytes, text.size());
  }
}

TEST(AuditStream, EndsWhenNothingMoreIsWanted) {
  Pipe pipe;
  for (int line = 0; line < 1000; ++line) pipe.put("a line of some length\n");
  pipe.close_end();
  LineReader reader(pipe.handle(), {100, 1000});
  int writes = 0;
  const Sink sink{[&](std::string_view) { return ++writes < 3; }, {}};
  const Outcome outcome = answer_all(reader, sink, [] { return std::make_unique<Echo>(); }, 3);
  EXPECT_EQ(writes, 3);
  EXPECT_LT(outcome.lines, 20u);
}

TEST(AuditProgress, SaysHowFarItIs) {
  EXPECT_EQ(progress_line(50, 100, 1200, 2), "[===============               ]  50 %  1200 lines, 600 a second");
  EXPECT_EQ(progress_line(200, 100, 7, 0), "[==============================] 100 %  7 lines");   // the file has grown
  EXPECT_EQ(progress_line(50, 0, 1200, 4), "1200 lines, 300 a second");
}

// What is written to a pipe while a run of ten seconds goes on.
std::string shown(const std::function<Progress(int)>& progress_at) {
  Pipe pipe;
  {
    using std::chrono::seconds;
    Progress progress = progress_at(pipe.write_end());
    const auto now = Progress::Clock::now();
    progress.at(10, 1000, now + seconds(1));   // not yet
    progress.at(50, 5000, now + seconds(3));
    progress.at(51, 5100, now + seconds(3));   // not again so soon
  }
  pipe.close_end();
  std::string out;
  char text[1000];
  for (ssize_t read = 0; (read = ::read(pipe.handle(), text, sizeof text)) > 0;) out.append(text, static_cast<std::size_t>(read));
  return out;
}

TEST(AuditProgress, IsShownOnATerminalAfterTwoSecondsAndTakenAway) {
  const std::string on_terminal = shown([](int handle) { return Progress(handle, 100, "lines", true); });
  EXPECT_TRUE(on_terminal.starts_with("\r[===============               ]  50 %  5000 lines, 166")) << on_terminal;
  EXPECT_TRUE(on_terminal.ends_with("\r\033[K"));
  EXPECT_EQ(on_terminal.find("1000 lines"), std::string::npos);
  EXPECT_EQ(on_terminal.find("5100 lines"), std::string::npos);
  EXPECT_EQ(shown([](int handle) { return Progress(handle, 100); }), "");   // a pipe is no terminal
}

}  // namespace
