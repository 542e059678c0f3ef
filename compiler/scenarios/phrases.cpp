#include "compiler/scenarios/phrases.hpp"

#include <algorithm>

#include "compiler/diagnostics/saying.hpp"
#include "compiler/model/values.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/text/support.hpp"
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
std::vector<std::string> in_the_way(const Words& words, const Compiled& compiled, const Table& table, const Holdings& holdings, std::uint32_t award,
                                    const MissingAnswer& answer) {
  const model::Model& model = compiled.model;
  const std::uint32_t framework = model.credentials[award].framework;
  std::vector<std::string> out;
  for (const std::string& part : unmet_parts(model, answer)) out.push_back(short_in(model, framework, part));
  if (model.credentials[award].rule != model::none && answer.nodes.empty()) out.emplace_back(words.no_version);
  if (out.empty() && !answer.nodes.empty() && answer.nodes.front().verdict != rung::Verdict::met) {
    for (const NodeState& state : answer.nodes) {
      const model::Node& node = model.nodes[state.node];
      if (state.verdict == rung::Verdict::met || (node.kind == model::NodeKind::group && node.choice == model::Choice::all)) continue;
      out.push_back(written_node(words, compiled, state.node));
      break;
    }
  }
  for (const ConditionState& state : answer.conditions)
    if (state.verdict != rung::Verdict::met) out.push_back(written_condition(words, compiled, state.condition));
  if (!answer.prerequisites.empty() && answer.prerequisites.front().verdict != rung::Verdict::met) out.emplace_back(words.the_prerequisite);
  for (const std::uint32_t barred : bars(table, holdings, award)) out.push_back(filled(words.withheld_from, {model.credentials[barred].name}));
  return out;
}

std::string cannot_be_told(const Words& words, const Table& table, const std::vector<Missing>& unstated) {
  std::vector<std::string> pieces = statements({table, words.language}, unstated);
  for (std::string& piece : pieces)   // French names what is missing after a colon, without an article
    if (words.language == "en" && !piece.starts_with("the ") && !piece.starts_with("what ")) piece.insert(0, "the ");
  return filled(words.not_stated, {joined(pieces)});
}

std::string of_an_award(const Words& words, const Compiled& compiled, const Table& table, const Holdings& holdings, std::uint32_t award, const Finding& finding) {
  const MissingAnswer& answer = *finding.missing;
  std::string out;
  if (answer.earned) {
    out = finding.title ? filled(words.titled, {*finding.title}) : std::string(words.earned);
  } else if (answer.cannot_tell) {
    out = cannot_be_told(words, table, answer.statements);
  } else if (!answer.proven) {
    out = words.undecided;
  } else {
    const std::vector<std::string> lacking = in_the_way(words, compiled, table, holdings, award, answer);
    out = lacking.empty() ? std::string(words.not_earned) : filled(words.not_earned_missing, {joined(lacking)});
  }
  return finding.not_taken.empty() ? out : filled(words.not_taken, {out, listed(compiled.model, finding.not_taken)});
}

// "12 credits", "at least 12 credits", "240 CAD and 50 USD".
std::string cost_of(const Words& words, const Table& table, const Path& path, const model::Expectation& expected) {
  const Telling in(table, words.language);
  const std::uint32_t unit = table.credentials()[expected.of].credit_unit;
  std::string cost;
  switch (expected.by) {
    case model::PathCost::credits: cost = amount_of(in, path.cost.credits, unit_of(table, table::Measure::credits, unit)); break;
    case model::PathCost::hours: cost = amount_of(in, path.cost.hours, "hours"); break;
    case model::PathCost::weeks: cost = amount_of(in, path.cost.weeks, "weeks"); break;
    case model::PathCost::count: cost = amount_of(in, path.cost.count * table::millionths, "credentials"); break;
    case model::PathCost::fee:
      for (const auto& [currency, amount] : path.cost.fees)
        cost += (cost.empty() ? "" : std::string(words.and_)) + filled(words.money, {money_in(in.locale, amount), table.text(table.currencies()[currency])});
      if (cost.empty()) cost = words.no_fee;
  }
  return (path.cost.at_least & 1u << static_cast<unsigned>(expected.by)) != 0 ? filled(words.at_least, {cost}) : cost;
}

std::string of_a_path(const Words& words, const Compiled& compiled, const Table& table, const model::Expectation& expected, const Paths& answer) {
  if (answer.paths.empty()) return std::string(answer.proven ? words.no_path : words.no_path_found);
  const Path& best = answer.paths.front();
  std::vector<std::uint32_t> steps;
  for (const Step& step : best.steps) steps.push_back(step.credential);
  std::string out = filled(steps.empty() ? words.nothing_to_take : words.by_taking, {cost_of(words, table, best, expected), listed(compiled.model, steps)});
  std::vector<std::string> gates;
  for (const std::uint32_t gate : best.gates) gates.push_back(compiled.model.gates[gate].name);
  if (!gates.empty()) out = filled(gates.size() == 1 ? words.if_gate : words.if_gates, {out, joined(gates)});
  return answer.proven ? out : filled(words.stopped, {out});
}

}  // namespace

std::string version_of(const Words& words, const model::Model& model, std::uint32_t root) {
  std::string out;
  for (const model::Version& version : model.credentials[model.nodes[root].owner].versions) {
    if (version.root != root) continue;
    const auto day = [](const std::optional<model::Day>& one) { return one ? model::written_date(*one) : std::string(); };
    if (version.first || version.last) out = filled(version.first && version.last ? words.from_to : version.first ? words.from : words.to, {day(version.first), day(version.last)});
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

std::string written_node(const Words& words, const Compiled& compiled, std::uint32_t node) {
  const model::Node& of = compiled.model.nodes[node];
  if (of.parent == model::none && !of.in_prerequisite) return std::string(words.whole_rule);
  source::Span span = of.span;
  if (!of.part.empty()) {  // behind the label and its colon
    span.begin = of.part_span.end;
    span.begin += static_cast<std::uint32_t>(compiled.files.text(span).find(':')) + 1;
  }
  return filled(words.quoted, {as_written(compiled.files, span)});
}

std::string written_condition(const Words& words, const Compiled& compiled, std::uint32_t condition) {
  const model::Condition& of = compiled.model.conditions[condition];
  // The words of an amount begin behind these; all others are written in full.
  const bool least = of.kind == model::ConditionKind::total || of.kind == model::ConditionKind::share || of.kind == model::ConditionKind::amount_from ||
                     of.kind == model::ConditionKind::new_share || of.kind == model::ConditionKind::new_amount;
  const std::string_view head = table::limits_sharing(of.kind) ? "" : table::is_limit(of.kind) ? "at_most" : least ? "at_least" : "";
  const std::string said(diagnostics::source_word(head, diagnostics::language_of_source(compiled.files.text(of.span.file))));   // as the author's language has it
  return filled(words.quoted, {said + (said.empty() ? "" : " ") + as_written(compiled.files, of.span)});
}

std::string part_of(const model::Model& model, std::uint32_t node) {
  while (node != model::none && model.nodes[node].part.empty()) node = model.nodes[node].parent;
  return node == model::none ? std::string() : model.nodes[node].part;
}

std::string of_a_transfer(const Words& words, const Table& table, const std::optional<Transfer>& transfer) {
  if (!transfer) return std::string(words.no_agreement);
  const table::Agreement& agreement = table.agreements()[table.recognitions()[transfer->recognition].agreement];
  const std::string name(table.text(agreement.name));
  const std::string source = transfer->source == table::none ? std::string() : std::string(table.text(table.credentials()[transfer->source].name));
  const auto told = [&](Word pattern) { return filled(pattern, {name, source}); };
  switch (transfer->verdict) {
    case TransferVerdict::recognised: return told(words.recognised);
    case TransferVerdict::cannot_tell: return cannot_be_told(words, table, transfer->statements);
    case TransferVerdict::below_floor: return told(words.below_floor);
    case TransferVerdict::too_old: return told(words.too_old);
    case TransferVerdict::not_in_force: return told(words.agreement_not_in_force);
    case TransferVerdict::incomplete: return told(words.not_there);
    default: return told(words.refused);
  }
}

std::string actual(const Words& words, const Compiled& compiled, const Table& table, const Holdings& holdings, const model::Expectation& expected, const Finding& finding) {
  if (finding.missing) return of_an_award(words, compiled, table, holdings, expected.of, finding);
  if (finding.paths) return of_a_path(words, compiled, table, expected, *finding.paths);
  if (expected.what == Expected::earned_by_transfer) return of_a_transfer(words, table, finding.transfer);
  return std::string(finding.leads_to ? words.leads_there : words.leads_not_there);
}

}  // namespace rung::scenarios
