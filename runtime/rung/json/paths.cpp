#include "runtime/rung/json/support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

Json cost_json(const Table& table, const PathCost& cost, std::uint32_t unit) {
  Json fees = Json::array(), at_least = Json::array();
  for (const auto& [currency, amount] : cost.fees)
    fees.push_back({{"amount", table::decimal(amount)}, {"currency", table.text(table.currencies()[currency])}});
  for (const Cost one : {Cost::credits, Cost::fee, Cost::hours, Cost::weeks, Cost::count})
    if ((cost.at_least & 1u << static_cast<unsigned>(one)) != 0) at_least.push_back(cost_name(one));
  return {{"credits", table::decimal(cost.credits)},
          {"unit", unit_of(table, table::Measure::credits, unit)},
          {"fee", std::move(fees)},
          {"hours", table::decimal(cost.hours)},
          {"weeks", table::decimal(cost.weeks)},
          {"count", cost.count},
          {"at_least", std::move(at_least)}};
}

}  // namespace

Json json_path(const Asked& asked, const Path& path, std::uint32_t award) {
  const Table& table = asked.table;
  Json steps = Json::array(), gates = Json::array(), by_transfer = Json::array();
  for (const Step& step : path.steps)
    steps.push_back({{"credential", name_of(table, step.credential)}, {"part", json_text(table.part_of(step.node))}});
  for (const std::uint32_t gate : path.gates) gates.push_back(table.text(table.gates()[gate].name));
  for (const std::uint32_t recognition : path.recognised) {
    by_transfer.push_back(json_recognition(table, recognition));
    by_transfer.back()["as"] = json_names(table, table.list(table.recognitions()[recognition].targets));
  }
  return {{"cost", cost_json(table, path.cost, table.credentials()[award].credit_unit)},
          {"steps", std::move(steps)},
          {"gates", std::move(gates)},
          {"earns", json_names(table, path.earns)},
          {"exceptions", json_exceptions(asked, path.exceptions)},
          {"by_transfer", std::move(by_transfer)}};
}

std::string json_paths(const Asked& asked, const PathsQuestion& question, const Paths& answer) {
  const Table& table = asked.table;
  Json out = json_head(asked);
  out["award"] = name_of(table, question.award);
  out["version"] = json_version(asked, question.award);
  out["by"] = costs_told(question);
  out["pareto"] = question.compromises;
  out["proven"] = answer.proven;
  out["bound"] = table::decimal(answer.bound);
  out["complete"] = answer.complete;
  out["paths"] = Json::array();
  for (const Path& path : answer.paths) out["paths"].push_back(json_path(asked, path, question.award));
  out["statements"] = json_statements(table, answer.statements);
  out["set_aside"] = json_set_aside(asked.holdings);
  return printed(out);
}

}  // namespace rung
