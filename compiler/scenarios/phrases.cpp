#include "compiler/scenarios/phrases.hpp"

#include <algorithm>

#include "compiler/model/values.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung::scenarios {
namespace {

using model::Expected;

constexpr std::size_t most_written = 100;  // bytes of one requirement in a line

// The name of a credential or gate as its own framework's file writes it.
std::string short_in(const model::Model& model, std::uint32_t framework, const std::string& name) {
  const std::string own = model.frameworks[framework].name + '.';
  return name.starts_with(own) ? name.substr(own.size()) : name;
}

std::string listed(const model::Model& model, const std::vector<std::uint32_t>& credentials) {
  std::vector<std::string> names;
  for (const std::uint32_t id : credentials) names.emplace_back(model.credentials[id].name);
  return joined(names);
}

// Everything that keeps an award away: unmet parts and conditions, prerequisites, bars.
std::vector<std::string> in_the_way(const Compiled& compiled, const Table& table, const Holdings& holdings, std::uint32_t award,
                                    const MissingAnswer& answer) {
  const model::Model& model = compiled.model;
  const std::uint32_t framework = model.credentials[award].framework;
  std::vector<std::string> out;
  for (const std::string& part : unmet_parts(model, answer)) out.push_back(short_in(model, framework, part));
  if (model.credentials[award].rule != model::none && answer.nodes.empty()) out.emplace_back("no version of its rule is in force on that day");
  if (out.empty() && !answer.nodes.empty() && answer.nodes.front().verdict != rung::Verdict::met) {
    for (const NodeState& state : answer.nodes) {
      const model::Node& node = model.nodes[state.node];
      if (state.verdict == rung::Verdict::met || (node.kind == model::NodeKind::group && node.choice == model::Choice::all)) continue;
      out.push_back(written_node(compiled, state.node));
      break;
    }
  }
  for (const ConditionState& state : answer.conditions)
    if (state.verdict != rung::Verdict::met) out.push_back(written_condition(compiled, state.condition));
  if (!answer.prerequisites.empty() && answer.prerequisites.front().verdict != rung::Verdict::met) out.emplace_back("the prerequisite");
  for (const std::uint32_t barred : bars(table, holdings, award)) out.push_back("withheld from holders of " + model.credentials[barred].name);
  return out;
}

std::string cannot_be_told(const Table& table, const std::vector<Missing>& unstated) {
  std::vector<std::string> pieces = statements(table, unstated);
  for (std::string& piece : pieces)
    if (!piece.starts_with("the ") && !piece.starts_with("what ")) piece.insert(0, "the ");
  return "cannot be told; nobody stated " + joined(pieces);
}

std::string of_an_award(const Compiled& compiled, const Table& table, const Holdings& holdings, std::uint32_t award, const Finding& finding) {
  const MissingAnswer& answer = *finding.missing;
  std::string out;
  if (answer.earned) {
    out = finding.title ? "earned, titled \"" + *finding.title + "\"" : "earned";
  } else if (answer.cannot_tell) {
    out = cannot_be_told(table, answer.statements);
  } else if (!answer.proven) {
    out = "not decided within the work limit";
  } else {
    const std::vector<std::string> lacking = in_the_way(compiled, table, holdings, award, answer);
    out = "not earned" + (lacking.empty() ? "" : "; missing " + joined(lacking));
  }
  if (!finding.not_taken.empty()) out += "; what must come before does not hold for " + listed(compiled.model, finding.not_taken);
  return out;
}

// "12 credits", "at least 12 credits", "240 CAD and 50 USD".
std::string cost_of(const Table& table, const Path& path, const model::Expectation& expected) {
  const std::uint32_t unit = table.credentials()[expected.of].credit_unit;
  const std::string prefix = (path.cost.at_least & 1u << static_cast<unsigned>(expected.by)) != 0 ? "at least " : "";
  switch (expected.by) {
    case model::PathCost::credits: return prefix + amount_of(table, path.cost.credits, unit_of(table, table::Measure::credits, unit));
    case model::PathCost::hours: return prefix + amount_of(table, path.cost.hours, "hours");
    case model::PathCost::weeks: return prefix + amount_of(table, path.cost.weeks, "weeks");
    case model::PathCost::count: return prefix + amount_of(table, path.cost.count * table::millionths, "credentials");
    case model::PathCost::fee: break;
  }
  std::string fees;
  for (const auto& [currency, amount] : path.cost.fees)
    fees += (fees.empty() ? "" : " and ") + table::decimal(amount) + " " + std::string(table.text(table.currencies()[currency]));
  return prefix + (fees.empty() ? "no fee" : fees);
}

std::string of_a_path(const Compiled& compiled, const Table& table, const model::Expectation& expected, const Paths& answer) {
  if (answer.paths.empty()) return answer.proven ? "there is no path" : "no path was found within the work limit";
  const Path& best = answer.paths.front();
  std::vector<std::uint32_t> steps;
  for (const Step& step : best.steps) steps.push_back(step.credential);
  std::string out = cost_of(table, best, expected) + (steps.empty() ? ", nothing to take" : ", by " + listed(compiled.model, steps));
  std::vector<std::string> gates;
  for (const std::uint32_t gate : best.gates) gates.push_back(compiled.model.gates[gate].name);
  if (!gates.empty()) out += ", if " + joined(gates) + (gates.size() == 1 ? " is met" : " are met");
  return out + (answer.proven ? "" : "; the search stopped at the work limit");
}

}  // namespace

std::string version_of(const model::Model& model, std::uint32_t root) {
  std::string out;
  for (const model::Version& version : model.credentials[model.nodes[root].owner].versions) {
    if (version.root != root) continue;
    if (version.first) out += "from " + model::written_date(*version.first);
    if (version.last) out += std::string(out.empty() ? "" : " ") + "to " + model::written_date(*version.last);
  }
  return out;
}

std::string as_written(const source::Files& files, source::Span span) {
  std::string out;
  bool comment = false;
  for (const char c : files.text(span)) {
    if (c == '#') comment = true;
    if (c == '\n') comment = false;
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (comment || (space && (out.empty() || out.back() == ' '))) continue;
    out += space ? ' ' : c;
  }
  if (out.size() <= most_written) return out;
  std::size_t end = most_written;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;  // not within a character
  return out.substr(0, end) + "…";
}

std::string written_node(const Compiled& compiled, std::uint32_t node) {
  const model::Node& of = compiled.model.nodes[node];
  if (of.parent == model::none && !of.in_prerequisite) return "the whole rule";
  source::Span span = of.span;
  if (!of.part.empty()) {  // behind the label and its colon
    span.begin = of.part_span.end;
    span.begin += static_cast<std::uint32_t>(compiled.files.text(span).find(':')) + 1;
  }
  return "'" + as_written(compiled.files, span) + "'";
}

std::string written_condition(const Compiled& compiled, std::uint32_t condition) {
  const model::Condition& of = compiled.model.conditions[condition];
  // The words of an amount begin behind these; all others are written in full.
  const bool least = of.kind == model::ConditionKind::total || of.kind == model::ConditionKind::share || of.kind == model::ConditionKind::amount_from ||
                     of.kind == model::ConditionKind::new_share || of.kind == model::ConditionKind::new_amount;
  const std::string_view head = table::limits_sharing(of.kind) ? "" : table::is_limit(of.kind) ? "at most " : least ? "at least " : "";
  return "'" + std::string(head) + as_written(compiled.files, of.span) + "'";
}

std::string part_of(const model::Model& model, std::uint32_t node) {
  while (node != model::none && model.nodes[node].part.empty()) node = model.nodes[node].parent;
  return node == model::none ? std::string() : model.nodes[node].part;
}

std::string of_a_transfer(const Table& table, const std::optional<Transfer>& transfer) {
  if (!transfer) return "no agreement gives it for what the learner has";
  const table::Agreement& agreement = table.agreements()[table.recognitions()[transfer->recognition].agreement];
  const std::string name(table.text(agreement.name)), under = " under " + name;
  const std::string source = transfer->source == table::none ? std::string() : std::string(table.text(table.credentials()[transfer->source].name));
  switch (transfer->verdict) {
    case TransferVerdict::recognised: return "it is recognised" + under;
    case TransferVerdict::cannot_tell: return cannot_be_told(table, transfer->statements);
    case TransferVerdict::below_floor: return source + " is below the floor that is asked" + under;
    case TransferVerdict::too_old: return source + " is too old" + under;
    case TransferVerdict::not_in_force: return "the agreement " + name + " is not in force on that day";
    case TransferVerdict::incomplete: return source + " is not there, and is asked for" + under;
    default: return "it is refused" + under;
  }
}

std::string actual(const Compiled& compiled, const Table& table, const Holdings& holdings, const model::Expectation& expected, const Finding& finding) {
  if (finding.missing) return of_an_award(compiled, table, holdings, expected.of, finding);
  if (finding.paths) return of_a_path(compiled, table, expected, *finding.paths);
  if (expected.what == Expected::earned_by_transfer) return of_a_transfer(table, finding.transfer);
  return finding.leads_to ? "it leads there" : "it does not lead there";
}

}  // namespace rung::scenarios
