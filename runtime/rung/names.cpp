#include "runtime/rung/names.hpp"

#include <algorithm>
#include <array>

#include "runtime/rung/enum_names.hpp"
#include "runtime/table/quoted.hpp"

namespace rung {

using table::Choice;
using table::NodeKind;

namespace {

bool holds(const Holdings& holdings, std::uint32_t credential) {
  const auto among = [&](const std::vector<Held>& all) {
    const auto at = std::lower_bound(all.begin(), all.end(), credential, [](const Held& held, std::uint32_t id) { return held.credential < id; });
    return at != all.end() && at->credential == credential;
  };
  return among(holdings.held) || among(holdings.unsure);   // what may have expired bars as long as nobody says so
}

// Neither gates nor what asks for all come here.
std::string_view kind_name(const table::Node& node, const LackNames& names) {
  if (node.kind == NodeKind::competencies) return names.competencies;
  if (node.kind == NodeKind::amount) return node.measure == table::Measure::credits ? names.credits : node.measure == table::Measure::hours ? names.hours : names.credentials;
  return node.choice == Choice::at_least ? names.at_least : node.need == 1 ? names.any : names.exactly;
}

// What an unmet part without a name is called.
void name_unnamed(const Table& table, const table::Node& node, const NodeState& state, const LackNames& names, std::vector<std::string>& out) {
  if (node.kind == NodeKind::gate) {
    out.emplace_back(table.text(table.gates()[table.list(node.members)[0]].name));
  } else if (node.kind == NodeKind::members && node.choice == Choice::all) {
    for (const std::uint32_t member : table.list(node.members))
      if (!std::binary_search(state.counted.begin(), state.counted.end(), member)) out.emplace_back(name_of(table, member));
  } else {
    out.emplace_back(kind_name(node, names));
  }
}

}  // namespace

std::string_view name_of(const Table& table, std::uint32_t credential) { return table.text(table.credentials()[credential].name); }

std::string_view unit_of(const Table& table, table::Measure measure, std::uint32_t unit) {
  if (measure == table::Measure::hours) return "hours";
  if (measure == table::Measure::credentials || unit == table::none) return "credentials";
  return table.text(table.units()[unit].name);
}

std::string_view cost_unit(const Table& table, Cost cost, std::uint32_t credit_unit, std::uint32_t currency) {
  switch (cost) {
    case Cost::credits: return unit_of(table, table::Measure::credits, credit_unit);
    case Cost::fee: return currency == table::none ? std::string_view() : table.text(table.currencies()[currency]);
    case Cost::count: return "credentials";
    default: return cost_name(cost);
  }
}

namespace {

constexpr std::array<std::string_view, 5> cost_names{"credits", "fee", "hours", "weeks", "count"};   // by Cost

}  // namespace

std::string_view cost_name(Cost cost) { return cost_names[static_cast<std::size_t>(cost)]; }

Result<std::vector<Cost>> costs_named(std::string_view text) {
  std::vector<Cost> out;
  for (std::string_view rest = text;; rest.remove_prefix(rest.find(',') + 1)) {
    const auto found = std::find(cost_names.begin(), cost_names.end(), rest.substr(0, rest.find(',')));
    const auto cost = static_cast<Cost>(found - cost_names.begin());
    if (found == cost_names.end() || std::find(out.begin(), out.end(), cost) != out.end())
      return Error{"usage", table::quoted(text) + " does not name costs", "name one or more of credits, fee, hours, weeks and count, each once, with commas between them"};
    out.push_back(cost);
    if (rest.find(',') == std::string_view::npos) return out;
  }
}

std::string costs_told(const PathsQuestion& question) {
  std::string out(cost_name(question.by));
  for (const Cost cost : question.then) out += "," + std::string(cost_name(cost));
  return out;
}

std::string framework_titles(const Table& table, std::string_view language) {
  std::string out;
  for (std::uint32_t i = 0; i < table.frameworks().size(); ++i) {
    const table::Framework& one = table.frameworks()[i];
    const std::string_view translated = table.translated(table::SectionKind::frameworks, i, language);
    out += (out.empty() ? "" : ", ") + std::string(!translated.empty() ? translated : table.text(one.title.length > 0 ? one.title : one.name));
  }
  return out;
}

std::string_view node_name(const table::Node& node) {
  switch (node.kind) {
    case NodeKind::amount: return enum_name(node.measure);
    case NodeKind::competencies: return "competencies";
    case NodeKind::gate: return "gate";
    default: return node.choice == Choice::exactly && node.need == 1 ? "any" : enum_name(node.choice);
  }
}

std::string_view verdict_name(Verdict verdict) {
  static constexpr std::string_view names[] = {"unmet", "partly", "met", "cannot-tell"};
  return names[static_cast<std::size_t>(verdict)];
}

LackNames codes_of_lacks() {
  return {"any", "exactly", "at-least", "credits", "hours", "credentials", "competencies", names_of(table::ConditionKind{}), "version", "prerequisite", "withheld"};
}

std::vector<std::string> missing_parts(const Table& table, const Holdings& holdings, std::uint32_t award, const MissingAnswer& answer, const LackNames& names) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < answer.nodes.size();) {
    const NodeState& state = answer.nodes[i];
    const table::Node& node = table.nodes()[state.node];
    const std::string_view part = table.text(node.part);
    // A group that asks for all of its nodes is as good as they are. Else what is met lacks nothing, and a name stands for all under it.
    const bool met = state.verdict == Verdict::met;
    const bool look_inside = !met && part.empty() && node.kind == NodeKind::group && node.choice == Choice::all;
    if (!met && !part.empty()) out.emplace_back(part);
    else if (!met && !look_inside) name_unnamed(table, node, state, names, out);
    i += look_inside ? 1 : node.end - state.node;
  }
  if (table.credentials()[award].rule != table::none && answer.nodes.empty()) out.emplace_back(names.version);   // none is in force
  for (const ConditionState& state : answer.conditions)
    if (state.verdict != Verdict::met) out.emplace_back(names.conditions[static_cast<std::size_t>(table.conditions()[state.condition].kind)]);
  if (!answer.prerequisites.empty() && answer.prerequisites.front().verdict != Verdict::met) out.emplace_back(names.prerequisite);
  if (!bars(table, holdings, award).empty()) out.emplace_back(names.withheld);
  return out;
}

std::vector<std::uint32_t> bars(const Table& table, const Holdings& holdings, std::uint32_t award) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t barred : table.list(table.credentials()[award].withheld_from))
    if (holds(holdings, barred)) out.push_back(barred);
  return out;
}

}  // namespace rung
