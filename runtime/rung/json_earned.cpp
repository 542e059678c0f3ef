#include "runtime/rung/json_support.hpp"

namespace rung {
namespace {

Json counted(const Table& table, const Counted& counted) {
  const table::Credential& credential = table.credentials()[counted.credential];
  Json out = {{"credential", name_of(table, counted.credential)},
              {"part", json_text(table.part_of(counted.node))},
              {"credits", json_amount(counted.credits)},
              {"unit", unit_of(table, table::Measure::credits, credential.credit_unit)},
              {"stands_on", json_names(table, counted.stands_on)}};
  if (counted.recognition != table::none) out["by_transfer"] = json_recognition(table, counted.recognition);
  return out;
}

}  // namespace

std::string json_earned(const Asked& asked, const Earned& answer) {
  const Table& table = asked.table;
  Json out = json_head(asked);
  out["earned"] = Json::array();
  for (const EarnedAward& award : answer.earned) {
    Json all = Json::array();
    for (const Counted& one : award.counted) all.push_back(counted(table, one));
    const table::Text title = award.title != table::none ? table.titles()[award.title].title : table.credentials()[award.credential].title;
    out["earned"].push_back({{"credential", name_of(table, award.credential)},
                             {"title", json_text(table.text(title))},
                             {"conferred", award.conferred},
                             {"counted", std::move(all)},
                             {"exceptions", json_exceptions(asked, award.exceptions)}});
  }
  out["set_aside"] = json_set_aside(asked.holdings);
  out["cannot_tell"] = Json::array();
  for (const auto& [award, statements] : answer.cannot_tell)
    out["cannot_tell"].push_back({{"credential", name_of(table, award)}, {"statements", json_statements(table, statements)}});
  out["undecided"] = json_names(table, answer.undecided);
  out["proven"] = answer.proven;
  return printed(out);
}

}  // namespace rung
