// The bar of work that takes long.
#include "runtime/command_line/working.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

namespace {

using rung::command_line::Working;
using rung::command_line::working_line;
using std::chrono::milliseconds;

TEST(WorkingLine, SaysHowMuchIsDone) {
  EXPECT_EQ(working_line(50, 100, milliseconds(12'900)), "[===============               ]  50 %  12 s");
  EXPECT_EQ(working_line(0, 7, milliseconds(2000)), "[                              ]   0 %  2 s");
  EXPECT_EQ(working_line(9, 7, milliseconds(2000)), "[==============================] 100 %  2 s");   // there is more than was thought
}

TEST(WorkingLine, OfAnUnknownAmountMovesAndComesBack) {
  EXPECT_EQ(working_line(0, 0, milliseconds(0)), "[===                           ]  0 s");
  EXPECT_EQ(working_line(0, 0, milliseconds(2000)), "[          ===                 ]  2 s");
  EXPECT_EQ(working_line(0, 0, milliseconds(5400)), "[                           ===]  5 s");
  EXPECT_EQ(working_line(0, 0, milliseconds(5600)), "[                          === ]  5 s");
  for (int at = 0; at < 60'000; at += 100) ASSERT_EQ(working_line(0, 0, milliseconds(at)).find(']'), 31u) << at;
}

class WorkingOnAPipe : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(::pipe(ends_.data()), 0); }
  void TearDown() override {
    for (const int end : ends_) ::close(end);
  }
  // Waits until something is there.
  std::string read() const {
    std::array<char, 4096> bytes;
    const ssize_t got = ::read(ends_[0], bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
  }
  int write_end() const { return ends_[1]; }

  std::array<int, 2> ends_{-1, -1};
};

TEST_F(WorkingOnAPipe, IsDrawnAndTakenAwayForGood) {
  Working working(write_end(), milliseconds(1));
  Working::at(30, 60);
  EXPECT_TRUE(read().starts_with("\r[="));
  Working::end();
  std::string rest = "x";
  ASSERT_EQ(::write(write_end(), "end", 3), 3);
  while (!rest.ends_with("end")) rest += read();
  EXPECT_TRUE(rest.ends_with("\r\033[Kend")) << rest;   // nothing is drawn behind what follows
  Working::end();
  Working::at(31, 60);
}

TEST_F(WorkingOnAPipe, WhatIsSoonDoneShowsNothing) {
  { Working working(write_end(), std::chrono::hours(1)); }
  ASSERT_EQ(::write(write_end(), "end", 3), 3);
  EXPECT_EQ(read(), "end");
}

TEST(Working, IsNotNeeded) {
  Working::at(1, 2);
  Working::end();
}

}  // namespace
