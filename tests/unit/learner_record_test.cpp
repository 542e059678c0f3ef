// Learner records as JSON.
#include <gtest/gtest.h>

#include "runtime/rung/records/record.hpp"

namespace {

using rung::read_record;

void expect_malformed(const std::string& json, const std::string& message, const std::string& place) {
  const auto record = read_record(json);
  ASSERT_FALSE(record) << json;
  EXPECT_EQ(record.error().code, "malformed-record");
  EXPECT_EQ(record.error().message, message);
  EXPECT_EQ(record.error().place, place);
}

TEST(LearnerRecord, ReadsEveryKey) {
  const auto record = read_record(R"({
    "learner": "A-1029", "on": "2026-10-01",
    "holdings": [
      {"credential": "northfield.metrology", "awarded": "2025-05-01", "grade": "91%", "achievement": "mastery", "by": "prior-learning"},
      {"competency": "northfield.writes-clearly", "to": "competence", "on": "2026-02-01"},
      {"credential": "northfield.inspector", "counted": ["northfield.metrology", "northfield.spc"]}],
    "gates": ["northfield.hired"]})");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->id, "A-1029");
  EXPECT_EQ(record->on, "2026-10-01");
  EXPECT_EQ(record->gates, std::vector<std::string>{"northfield.hired"});
  ASSERT_EQ(record->holdings.size(), 3u);
  const auto& [first, second, third] = std::tie(record->holdings[0], record->holdings[1], record->holdings[2]);
  EXPECT_FALSE(first.is_competency);
  EXPECT_EQ(first.name, "northfield.metrology");
  EXPECT_EQ(first.awarded, "2025-05-01");
  EXPECT_EQ(first.grade, "91%");
  EXPECT_EQ(first.achievement, "mastery");
  EXPECT_EQ(first.by, "prior-learning");
  EXPECT_TRUE(second.is_competency);
  EXPECT_EQ(second.achievement, "competence");
  EXPECT_EQ(second.awarded, "2026-02-01");
  EXPECT_EQ(third.counted, (std::vector<std::string>{"northfield.metrology", "northfield.spc"}));
}

TEST(LearnerRecord, PassesOverWhatItDoesNotKnow) {
  const auto record =
      read_record(R"({"holdings": [{"credential": "a", "issuer": {"credential": 3, "deep": [[1]]}}], "notes": [null, {"holdings": 1}]})");
  ASSERT_TRUE(record) << record.error().message;
  ASSERT_EQ(record->holdings.size(), 1u);
  EXPECT_EQ(record->holdings[0].name, "a");
}

TEST(LearnerRecord, NullIsNotStated) {
  const auto record = read_record(R"({"learner": null, "holdings": [{"credential": "a", "grade": null, "competency": null}], "gates": null})");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->holdings[0].grade, "");
}

TEST(LearnerRecord, ALearnerMayBeANumber) {
  const auto record = read_record(R"({"learner": 100077, "holdings": []})");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->id, "100077");
}

TEST(LearnerRecord, AGradeMayBeANumber) {
  const auto record = read_record(R"({"holdings": [{"credential": "a", "grade": 91}, {"credential": "b", "grade": 74.10}]})");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->holdings[0].grade, "91%");
  EXPECT_EQ(record->holdings[1].grade, "74.10%");
  const auto fractions = read_record(R"({"holdings": [{"credential": "a", "grade": 0.9}, {"credential": "b", "grade": 1.0}, {"credential": "c", "grade": 0}]})");
  ASSERT_TRUE(fractions) << fractions.error().message;
  EXPECT_EQ(fractions->holdings[0].grade, "0.9");      // binding says that nobody knows what it is
  EXPECT_EQ(fractions->holdings[1].grade, "1.0%");
  EXPECT_EQ(fractions->holdings[2].grade, "0%");
}

TEST(LearnerRecord, SaysWhereItsShapeIsWrong) {
  expect_malformed("[]", "the learner's record must be an object", "");
  expect_malformed("null", "the learner's record must be an object", "");
  expect_malformed("{}", "the learner's record has no holdings; an empty list of them is fine", "");
  expect_malformed(R"({"holdings": null})", "the learner's record has no holdings; an empty list of them is fine", "");
  expect_malformed(R"({"holdings": {}})", "holdings must be a list", "holdings");
  expect_malformed(R"({"holdings": ["a"]})", "holdings[0] must be an object", "holdings[0]");
  expect_malformed(R"({"holdings": [{"credential": "a"}, null]})", "holdings[1] must be an object", "holdings[1]");
  expect_malformed(R"({"holdings": [{"credential": "a", "grade": true}]})", "holdings[0].grade must be a string", "holdings[0].grade");
  expect_malformed(R"({"holdings": [{"credential": 7}]})", "holdings[0].credential must be a string", "holdings[0].credential");
  expect_malformed(R"({"holdings": [{"credential": ""}]})", "holdings[0].credential is empty", "holdings[0].credential");
  expect_malformed(R"({"holdings": [{"grade": "91%"}]})", "holdings[0] must name a credential or a competency", "holdings[0]");
  expect_malformed(R"({"holdings": [{"credential": "a", "competency": "b"}]})",
                   "holdings[0].competency names a second thing; a holding is one credential or one competency", "holdings[0].competency");
  expect_malformed(R"({"holdings": [{"credential": "a", "awarded": "x", "on": "y"}]})", "holdings[0].on is said twice", "holdings[0].on");
  expect_malformed(R"({"holdings": [{"credential": "a", "counted": ["b", 3]}]})", "holdings[0].counted[1] must be a string",
                   "holdings[0].counted[1]");
  expect_malformed(R"({"holdings": [], "gates": [[]]})", "gates[0] must be a string", "gates[0]");
  expect_malformed(R"({"holdings": [], "on": 20261001})", "on must be a string", "on");
}

TEST(LearnerRecord, SaysWhereItIsNotJson) {
  expect_malformed("", "the learner's record is not JSON, at line 1, column 1", "line 1, column 1");
  expect_malformed("{\n  \"holdings\": [,]}", "the learner's record is not JSON, at line 2, column 16", "line 2, column 16");
  expect_malformed("{\"holdings\": []} x", "the learner's record is not JSON, at line 1, column 18", "line 1, column 18");
}

// Nesting without end must not exhaust the stack, in what is known or in what is passed over.
TEST(LearnerRecord, RefusesHostileNesting) {
  for (const std::string start : {"{\"holdings\":", "{\"other\":", ""}) {
    const auto record = read_record(start + std::string(1 << 20, '['));
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, "malformed-record");
  }
}

TEST(LearnerRecord, RefusesWhatIsTooLong) {
  const auto record = read_record(std::string(rung::longest_record + 1, ' '));
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, "record-too-long");
}

}  // namespace
