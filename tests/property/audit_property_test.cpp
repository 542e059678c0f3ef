// A line's answer is the answer to its learner: put together by hand, against the same put together by the JSON library, field by field as docs/interfaces.md has them.
#include <gtest/gtest.h>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/json/support.hpp"
#include "runtime/rung/records/line_answer.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

using rung::Json;

Json counted(const rung::Table& table, const rung::Counted& one) {
  const rung::table::Credential& credential = table.credentials()[one.credential];
  Json out = {{"credential", rung::name_of(table, one.credential)},
              {"part", rung::json_text(table.part_of(one.node))},
              {"credits", rung::json_amount(one.credits)},
              {"unit", rung::unit_of(table, rung::table::Measure::credits, credential.credit_unit)},
              {"stands_on", rung::json_names(table, one.stands_on)}};
  if (one.recognition != rung::table::none) out["by_transfer"] = rung::json_recognition(table, one.recognition);
  return out;
}

Json expected(const rung::Table& table, const rung::Learner& learner, const rung::Holdings& holdings) {
  const rung::Earned answer = rung::earned(table, holdings);
  Json out = {{"learner", rung::json_text(learner.id)}, {"on", holdings.on == rung::table::no_date ? Json() : Json(rung::written_date(holdings.on))}, {"earned", Json::array()}};
  for (const rung::EarnedAward& award : answer.earned) {
    Json all = Json::array();
    for (const rung::Counted& one : award.counted) all.push_back(counted(table, one));
    const rung::table::Text title = award.title != rung::table::none ? table.titles()[award.title].title : table.credentials()[award.credential].title;
    out["earned"].push_back({{"credential", rung::name_of(table, award.credential)}, {"title", rung::json_text(table.text(title))}, {"conferred", award.conferred},
                             {"counted", all}, {"exceptions", rung::json_exceptions(table, learner, holdings, award.exceptions)}});
  }
  out["set_aside"] = rung::json_set_aside(holdings);
  out["cannot_tell"] = Json::array();
  for (const auto& [award, statements] : answer.cannot_tell)
    out["cannot_tell"].push_back({{"credential", rung::name_of(table, award)}, {"statements", rung::json_statements(table, statements)}});
  out["undecided"] = rung::json_names(table, answer.undecided);
  out["proven"] = answer.proven;
  return out;
}

// What a record states, as an office's system would write it.
std::string line_of(const rung::Learner& learner) {
  Json out = {{"learner", learner.id}, {"holdings", Json::array()}};
  if (!learner.on.empty()) out["on"] = learner.on;
  for (const rung::Holding& holding : learner.holdings) {
    Json one = {{holding.is_competency ? "competency" : "credential", holding.name}};
    for (const auto& [key, text] : {std::pair("grade", holding.grade), {"achievement", holding.achievement}, {"by", holding.by}, {"awarded", holding.awarded},
                                    {"expires", holding.expires}, {"term", holding.term}})
      if (!text.empty()) one[key] = text;
    if (!holding.counted.empty()) one["counted"] = holding.counted;
    out["holdings"].push_back(one);
  }
  if (!learner.gates.empty()) out["gates"] = learner.gates;
  for (const auto& [award, day] : learner.entered) out["entered"][award] = day;
  for (const rung::Exception& one : learner.exceptions) {
    Json exception = {{"award", one.award}, {"by", one.by}, {"because", one.because}, {"prerequisite", one.prerequisite}};
    if (!one.part.empty()) exception["part"] = one.part;
    if (!one.on.empty()) exception["on"] = one.on;
    out["exceptions"].push_back(exception);
  }
  return out.dump();
}

TEST(Audit, ALineIsTheAnswerToItsLearner) {
  std::size_t earned = 0, by_transfer = 0, aside = 0, doubts = 0;
  check("a line is the answer to its learner", 3000, [&] {
    const Case one = *cases();
    const Subject it = subject(one);
    rung::Learner learner = written(one.learner);
    learner.id = "A \"quoted\" number";
    learner.gates.push_back("no\tsuch gate");   // something is set aside, with what has to be escaped
    rung::EarnedLines answers(it.table, "", {});
    for (const std::string& id : {learner.id, std::string("B-1"), std::string("B-2"), std::string("B-3")}) {   // the last from memory
      learner.id = id;
      const std::string line = line_of(learner), bytes = line + std::string(rung::QuickRecord::padding, ' ');
      std::string out = "before ";
      RC_ASSERT(answers.answer(1, std::string_view(bytes).substr(0, line.size()), out));
      const auto holdings = rung::bind(it.table, learner);
      RC_ASSERT(static_cast<bool>(holdings));
      const std::string wanted = expected(it.table, learner, *holdings).dump();
      RC_ASSERT(out == "before " + wanted);
      earned += wanted.find("\"conferred\"") != std::string::npos ? 1 : 0;
      by_transfer += wanted.find("\"by_transfer\"") != std::string::npos ? 1 : 0;
      aside += holdings->set_aside.size() > 1 ? 1 : 0;
      doubts += wanted.find("\"statements\"") != std::string::npos ? 1 : 0;
    }
  });
  // Everything that an answer may have was there.
  if (in_full()) {
    EXPECT_GT(earned, 100u);
    EXPECT_GT(by_transfer, 10u);
    EXPECT_GT(aside, 10u);
    EXPECT_GT(doubts, 10u);
  }
}

}  // namespace
}  // namespace property
