#include <algorithm>
#include <array>

#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/support.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

std::string_view kind_name(FactKind kind) {
  constexpr std::array names = {"part", "condition", "prerequisite", "bar", "no-version"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view reason_name(Reason reason) {
  constexpr std::array names = {"below-grade", "below-achievement", "too-old", "expired", "cannot-tell", "not-recognised", "counted-elsewhere", "not-evidence"};
  return names[static_cast<std::size_t>(reason)];
}

std::string_view transfer_name(TransferVerdict verdict) {
  constexpr std::array names = {"recognised", "cannot-tell", "refused", "below-floor", "too-old", "not-in-force", "incomplete"};
  return names[static_cast<std::size_t>(verdict)];
}

Json blemish_json(const Table& table, const Blemish& one) {
  Json out = {{"credential", name_of(table, one.credential)}, {"reason", reason_name(one.reason)}};
  if (one.reason == Reason::below_grade) {
    const table::Node& floor = table.nodes()[one.floor];
    out["grade"] = grade_text(table, one.grade, floor.grade_scale);
    out["floor"] = grade_text(table, floor.grade_floor, floor.grade_scale);
  }
  if (one.reason == Reason::below_achievement) out["floor"] = enum_name(table.nodes()[one.floor].achievement_floor);
  if (one.reason == Reason::too_old) out["oldest_months"] = table.nodes()[one.floor].oldest_months;
  if (one.reason == Reason::not_recognised) {
    out["verdict"] = transfer_name(one.transfer);
    out["recognition"] = json_recognition(table, one.recognition);
  }
  if (!one.statements.empty()) out["statements"] = json_statements(table, one.statements);
  return out;
}

Json fact_json(const Table& table, const Fact& one, const MissingAnswer& missing) {
  Json out = {{"kind", kind_name(one.kind)}};
  switch (one.kind) {
    case FactKind::bar: out["credential"] = name_of(table, one.index); break;
    case FactKind::no_version: break;
    case FactKind::condition: {
      const table::Condition& condition = table.conditions()[one.index];
      out["condition"] = enum_name(condition.kind);
      const auto state = std::find_if(missing.conditions.begin(), missing.conditions.end(), [&](const ConditionState& known) { return known.condition == one.index; });
      out["have"] = state == missing.conditions.end() || state->have == table::unknown ? Json() : json_amount(state->have);
      out["need"] = state == missing.conditions.end() ? Json() : json_amount(state->need);
      out["message"] = said_of(table, condition, state == missing.conditions.end() ? condition.amount : state->need);
      break;
    }
    default: {
      const table::Node& node = table.nodes()[one.index];
      out["part"] = json_text(table.part_of(one.index));
      out["asks"] = node_name(node);
      if (node.kind == table::NodeKind::gate) out["gate"] = table.text(table.gates()[table.list(node.members)[0]].name);
      const bool amount = node.kind == table::NodeKind::amount;
      out["have"] = amount ? json_amount(one.have_amount) : Json(one.have);
      out["need"] = amount ? json_amount(node.amount) : Json(node.kind == table::NodeKind::gate ? 1 : node.need);
      out["message"] = node_asks(table, one.index);
    }
  }
  out["in_vain"] = Json::array();
  for (const Blemish& each : one.blemishes) out["in_vain"].push_back(blemish_json(table, each));
  return out;
}

}  // namespace

std::string json_why_not(const Asked& asked, std::uint32_t award, const WhyNot& answer, const MissingAnswer& missing) {
  const Table& table = asked.table;
  Json out = json_head(asked);
  out["award"] = name_of(table, award);
  out["earned"] = answer.earned;
  out["cannot_tell"] = answer.cannot_tell;
  out["version"] = json_version(asked, award);
  out["in_the_way"] = Json::array();
  for (const Obstruction& facts : answer.in_the_way) {
    Json together = Json::array();
    for (const Fact& one : facts) together.push_back(fact_json(table, one, missing));
    out["in_the_way"].push_back({{"facts", std::move(together)}});
  }
  out["opens"] = answer.opens.empty() ? Json() : json_path(asked, answer.opens.front(), award);
  out["statements"] = json_statements(table, missing.statements);
  out["set_aside"] = json_set_aside(asked.holdings);
  out["proven"] = answer.proven;
  return printed(out);
}

}  // namespace rung
