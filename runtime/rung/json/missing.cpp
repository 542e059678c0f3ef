#include <algorithm>
#include <optional>

#include "runtime/queries/ways/taken_for.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/support.hpp"
#include "runtime/rung/text/support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using table::NodeKind;

Json node_json(const Asked& asked, const NodeState& state) {
  const Table& table = asked.table;
  const table::Node& node = table.nodes()[state.node];
  Json out = {{"kind", node_name(node)},
              {"part", json_text(table.text(node.part))},
              {"met", state.verdict == Verdict::met},
              {"verdict", verdict_name(state.verdict)}};
  if (node.kind == NodeKind::amount) {
    out["have"] = json_amount(state.have_amount);
    out["need"] = json_amount(node.amount);
    out["unit"] = unit_of(table, node.measure, node.unit);
  } else {
    out["have"] = state.have;
    out["need"] = node.kind == NodeKind::gate ? 1 : node.need;
  }
  if (node.kind == NodeKind::gate) out["gate"] = table.text(table.gates()[table.list(node.members)[0]].name);
  if (node.kind == NodeKind::competencies) {
    out["asked"] = Json::array();
    for (const table::Developed& one : table.developed(node.asked))
      out["asked"].push_back(table.text(table.competencies()[one.competency].name));
  }
  if (node.grade_floor != table::unknown) out["grade"] = grade_text(table, node.grade_floor, node.grade_scale);
  if (node.achievement_floor != table::Achievement::unknown) out["achievement"] = enum_name(node.achievement_floor);
  if (node.asked_of != table::Asked::of_all) {
    const bool gate = node.asked_of == table::Asked::with_gate || node.asked_of == table::Asked::without_gate;
    out["asked_of"] = {{"whom", enum_name(node.asked_of)}};
    if (gate) out["asked_of"]["gate"] = table.text(table.gates()[table.list(node.whom)[0]].name);
    else out["asked_of"]["credentials"] = json_names(table, table.list(node.whom));
  }
  out["counted"] = json_names(table, state.counted);
  for (const std::uint32_t recognition : state.recognised) out["by_transfer"].push_back(json_recognition(table, recognition));
  if (state.exception != table::none) out["exception"] = json_exceptions(asked, std::span(&state.exception, 1))[0];
  return out;
}

// What the best way takes for each node; `before`: of the prerequisites. Null where no way is known.
Json best_json(const Table& table, const TakenFor* best, const NodeState& state, bool before) {
  if (best == nullptr) return {};
  if (!before) return json_names(table, best->part(state.node));
  return state.verdict == Verdict::met ? Json::array() : json_names(table, best->before_enrolling(state.node));
}

// The states of a tree, in pre-order, as objects within each other. Built from the last node to the first, so that each node is whole when it
// goes into its parent, and nothing recurses. So the parts of a node arrive last first.
Json tree_json(const Asked& asked, const std::vector<NodeState>& states, const TakenFor* best, bool before) {
  const Table& table = asked.table;
  if (states.empty()) return {};
  const std::uint32_t root = states.front().node;
  std::vector<Json> built;
  for (const NodeState& state : states) {
    built.push_back(node_json(asked, state));
    built.back()["best"] = best_json(table, best, state, before);
    built.back()["parts"] = Json::array();
  }
  for (std::size_t i = built.size(); i-- > 0;) {
    Json& parts = built[i]["parts"];
    std::reverse(parts.begin(), parts.end());
    if (i > 0) built[table.nodes()[states[i].node].parent - root]["parts"].push_back(std::move(built[i]));
  }
  return std::move(built.front());
}

// In what `have` and `need` are written.
std::string_view unit(const Table& table, const table::Condition& condition) {
  if (condition.kind == table::ConditionKind::distinct) return "different";
  if (condition.kind != table::ConditionKind::average) return unit_of(table, condition.measure, condition.unit);
  return table.scales()[condition.grade_scale].kind == table::ScaleKind::percent ? "percent" : "points";
}

Json condition_json(const Table& table, const ConditionState& state) {
  const table::Condition& condition = table.conditions()[state.condition];
  const bool counted = !table::bounds_nothing_counted(condition.kind);
  Json out = {{"kind", enum_name(condition.kind)},
              {"met", state.verdict == Verdict::met},
              {"verdict", verdict_name(state.verdict)},
              {"have", counted && state.have != table::unknown ? json_amount(state.have) : Json()},
              {"need", counted ? json_amount(state.need) : Json()},
              {"unit", counted ? Json(unit(table, condition)) : Json()}};
  if (condition.within != table::none) out["within"] = json_text(table.part_of(condition.within));
  if (condition.key != table::Key::none) out["key"] = enum_name(condition.key);
  if (condition.combined != table::Combined::alone) out["combined"] = enum_name(condition.combined);
  return out;
}

}  // namespace

std::string json_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer, const BestWay& best) {
  const Table& table = asked.table;
  std::optional<TakenFor> taken;
  if (best.way() != nullptr) taken.emplace(table, *best.way());
  const TakenFor* const taken_for = taken ? &*taken : nullptr;
  Json out = json_head(asked);
  out["award"] = name_of(table, award);
  out["earned"] = answer.earned;
  out["cannot_tell"] = answer.cannot_tell;
  out["version"] = json_version(asked, award);
  out["rule"] = tree_json(asked, answer.nodes, taken_for, false);
  out["conditions"] = Json::array();
  for (const ConditionState& state : answer.conditions) out["conditions"].push_back(condition_json(table, state));
  out["prerequisite"] = tree_json(asked, answer.prerequisites, taken_for, true);
  out["missing"] = missing_parts(table, asked.holdings, award, answer);
  out["withheld_by"] = json_names(table, bars(table, asked.holdings, award));
  out["best"] = {{"by", costs_told(best.question)},
                 {"proven", best.answer.proven},
                 {"bound", table::decimal(best.answer.bound)},
                 {"way", best.way() == nullptr ? Json() : json_path(asked, *best.way(), award)}};
  out["statements"] = json_statements(table, answer.statements);
  out["set_aside"] = json_set_aside(asked.holdings);
  out["undecided"] = answer.undecided;
  out["proven"] = answer.proven;
  return printed(out);
}

}  // namespace rung
