#include "runtime/rung/json/support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

std::string_view why_name(LeftOut why) {
  switch (why) {
    case LeftOut::barred: return "barred";
    case LeftOut::no_version: return "no-version";
    case LeftOut::unattainable: return "unattainable";
    default: return "undecided";
  }
}

Json bound_json(const Table& table, const NearestQuestion& question, const Nearest& answer) {
  if (answer.complete || answer.bound_of == table::none) return {};
  return {{"amount", table::decimal(answer.bound)}, {"unit", json_text(cost_unit(table, question.by, table.credentials()[answer.bound_of].credit_unit, answer.currency))}};
}

}  // namespace

std::string json_nearest(const Asked& asked, const NearestQuestion& question, const Nearest& answer) {
  const Table& table = asked.table;
  Json out = json_head(asked);
  out["by"] = cost_name(question.by);
  out["complete"] = answer.complete;
  out["bound"] = bound_json(table, question, answer);
  out["nearest"] = Json::array();
  for (const NearAward& one : answer.nearest) {
    Json award = {{"award", name_of(table, one.award)}, {"title", json_text(table.text(table.credentials()[one.award].title))}, {"version", json_version(asked, one.award)}};
    award.update(json_path(asked, one.path, one.award));
    award["proven"] = one.proven;
    award["bound"] = table::decimal(one.bound);
    award["in_doubt"] = json_statements(table, one.in_doubt);
    award["statements"] = json_statements(table, one.statements);
    out["nearest"].push_back(std::move(award));
  }
  out["earned"] = json_names(table, answer.earned);
  out["left_out"] = Json::array();
  for (const LeftOutAward& one : answer.left_out)
    out["left_out"].push_back({{"award", name_of(table, one.award)}, {"why", why_name(one.why)}, {"by", json_names(table, one.by)}});
  out["set_aside"] = json_set_aside(asked.holdings);
  return printed(out);
}

}  // namespace rung
