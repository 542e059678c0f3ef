// Records that differ in the learner's number alone.
#include <gtest/gtest.h>

#include "runtime/rung/records/seen_before.hpp"

namespace {

using rung::SeenBefore;

std::string answered(const SeenBefore& seen, std::string_view line) {
  std::string out = "before ";
  const auto split = SeenBefore::split(line);
  return split && seen.answer(*split, out) ? out : "";
}

TEST(SeenBefore, WhatComesTwiceIsRememberedForOthers) {
  SeenBefore seen;
  const auto line = SeenBefore::split(R"({"learner":"A-1","holdings":[]})");
  ASSERT_TRUE(line);
  seen.remember(*line, R"({"learner":"A-1","earned":[]})");
  EXPECT_EQ(answered(seen, R"({"learner":"A-1","holdings":[]})"), "");
  seen.remember(*line, R"({"learner":"A-1","earned":[]})");
  EXPECT_EQ(answered(seen, R"({"learner":"A-1","holdings":[]})"), R"(before {"learner":"A-1","earned":[]})");
  EXPECT_EQ(answered(seen, R"({"learner":"B-22","holdings":[]})"), R"(before {"learner":"B-22","earned":[]})");
  EXPECT_EQ(answered(seen, R"({"learner": "C","holdings":[]})"), R"(before {"learner":"C","earned":[]})");
  EXPECT_EQ(answered(seen, R"({"learner":"B-22","holdings":[] })"), "");   // it is compared as it is written
}

TEST(SeenBefore, OnlyWhatAnAnswerSaysAsItIsWritten) {
  for (const char* const line : {"", "{", R"({"learner":)", R"({"learner":"A)", R"({"learner":"A")", R"({"learner":"","holdings":[]})", R"({"learner":1,"holdings":[]})", R"({"learner":null,"holdings":[]})",
                                 R"({"learner":"A\"","holdings":[]})", R"({"learner":"é","holdings":[]})", "{\"learner\":\"\x01\",\"holdings\":[]}", R"({"holdings":[],"learner":"A"})"}) {
    const auto split = SeenBefore::split(line);
    EXPECT_TRUE(!split || split->rest.empty()) << line;
  }
  EXPECT_FALSE(SeenBefore::split(R"({"learner":"A","holdings":[)" + std::string(5000, ' ')));
}

}  // namespace
