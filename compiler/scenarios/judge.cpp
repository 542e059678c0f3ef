#include "compiler/scenarios/judge.hpp"

#include <algorithm>
#include <set>

namespace rung::scenarios {
namespace {

using model::Expectation;
using model::Expected;

Verdict verdict_of(bool holds) { return holds ? Verdict::pass : Verdict::fail; }

bool asks_for_a_path(Expected what) { return what == Expected::shortest_path || what == Expected::no_path; }

Verdict of_an_award(const model::Model& model, const Expectation& expected, const MissingAnswer& answer) {
  const bool open = !answer.earned && !answer.proven;
  switch (expected.what) {
    case Expected::titled:   // it is not earned, then
    case Expected::earned:
    case Expected::earned_after: return open ? Verdict::unknown : verdict_of(answer.earned);
    case Expected::cannot_be_told: return open ? Verdict::unknown : verdict_of(answer.cannot_tell);
    case Expected::not_earned: return open ? Verdict::unknown : verdict_of(!answer.earned && !answer.cannot_tell);
    default: {
      if (open) return Verdict::unknown;
      std::vector<std::string> unmet = unmet_parts(model, answer);
      std::sort(unmet.begin(), unmet.end());
      return verdict_of(!answer.earned && !answer.cannot_tell && unmet == expected.parts);
    }
  }
}

bool costs(const Table& table, const Path& path, const Expectation& expected) {
  if ((path.cost.at_least & 1u << static_cast<unsigned>(expected.by)) != 0) return false;
  switch (expected.by) {
    case model::PathCost::credits: return path.cost.credits == expected.amount;
    case model::PathCost::hours: return path.cost.hours == expected.amount;
    case model::PathCost::weeks: return path.cost.weeks == expected.amount;
    case model::PathCost::count: return path.cost.count * table::millionths == expected.amount;
    case model::PathCost::fee: break;
  }
  const auto& fees = path.cost.fees;
  if (fees.empty()) return expected.amount == 0;
  return fees.size() == 1 && fees[0].second == expected.amount && table.text(table.currencies()[fees[0].first]) == expected.currency;
}

Verdict of_a_path(const Table& table, const Expectation& expected, const Paths& answer) {
  if (!answer.proven) return Verdict::unknown;
  if (expected.what == Expected::no_path) return verdict_of(answer.paths.empty());
  return verdict_of(!answer.paths.empty() && costs(table, answer.paths.front(), expected));
}

// Of the lines that give credit for it the first that applies, else one that cannot be told, else any.
std::optional<Transfer> best_transfer(const Table& table, const Holdings& holdings, std::uint32_t credential, WorkLimit limit) {
  std::optional<Transfer> best;
  const auto rank = [](TransferVerdict verdict) { return verdict == TransferVerdict::recognised ? 0 : verdict == TransferVerdict::cannot_tell ? 1 : 2; };
  const auto gives = [&](std::uint32_t line) {
    const auto lines = table.list(table.credentials()[credential].given_by);
    return table.recognitions()[line].kind == table::RecognitionKind::credit && std::binary_search(lines.begin(), lines.end(), line);
  };
  std::set<std::uint32_t> institutions;   // that recognise something as it
  for (const std::uint32_t line : table.list(table.credentials()[credential].given_by))
    institutions.insert(table.agreements()[table.recognitions()[line].agreement].to);
  for (const std::uint32_t institution : institutions)
    for (Transfer& transfer : transfers(table, holdings, institution, limit).transfers)
      if (gives(transfer.recognition) && (!best || rank(transfer.verdict) < rank(best->verdict))) best = std::move(transfer);
  return best;
}

std::string title_of(const Table& table, const Holdings& holdings, std::uint32_t award, WorkLimit limit) {
  for (const EarnedAward& one : earned(table, holdings, limit).earned)
    if (one.credential == award && one.title != table::none) return std::string(table.text(table.titles()[one.title].title));
  return std::string(table.text(table.credentials()[award].title));
}

}  // namespace

Finding find(const model::Model& model, const Table& table, const Holdings& holdings, const Expectation& expected, WorkLimit limit) {
  Finding out;
  if (expected.what == Expected::earned_by_transfer) {
    out.transfer = best_transfer(table, holdings, expected.of, limit);
    const bool unknown = out.transfer && out.transfer->verdict == TransferVerdict::cannot_tell;
    out.verdict = unknown ? Verdict::unknown : verdict_of(out.transfer && out.transfer->verdict == TransferVerdict::recognised);
  } else if (expected.what == Expected::leads_to || expected.what == Expected::leads_not_to) {
    const std::vector<Lead> leads = leads_to(table, std::span(&expected.of, 1), holdings.on);
    out.leads_to = std::any_of(leads.begin(), leads.end(), [&](const Lead& lead) { return lead.credential == expected.others[0]; });
    out.verdict = verdict_of(out.leads_to == (expected.what == Expected::leads_to));
  } else if (asks_for_a_path(expected.what)) {
    PathsQuestion question{};
    question.award = expected.of;
    question.by = static_cast<Cost>(expected.by);
    question.k = 1;
    question.limit = limit;
    out.paths = paths(table, holdings, question);
    out.verdict = of_a_path(table, expected, *out.paths);
  } else {
    if (expected.what == Expected::earned_after) {
      MissingAfter after = missing_after(table, holdings, expected.of, expected.others, limit);
      out.missing = std::move(after.answer);
      out.not_taken = std::move(after.not_taken);
    } else {
      out.missing = missing(table, holdings, expected.of, limit);
    }
    if (expected.what == Expected::titled && out.missing->earned) out.title = title_of(table, holdings, expected.of, limit);
    out.verdict = expected.what == Expected::titled && out.title ? verdict_of(*out.title == expected.title) : of_an_award(model, expected, *out.missing);
  }
  return out;
}

std::vector<std::string> unmet_parts(const model::Model& model, const MissingAnswer& answer) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < answer.nodes.size();) {
    const NodeState& state = answer.nodes[i];
    const model::Node& node = model.nodes[state.node];
    const bool met = state.verdict == rung::Verdict::met, is_all = node.choice == model::Choice::all;
    const bool look_inside = !met && node.part.empty() && node.kind == model::NodeKind::group && is_all;
    i += look_inside ? 1 : node.end - state.node;
    if (met || look_inside) continue;
    if (!node.part.empty()) {
      out.push_back(node.part);
    } else if (node.kind == model::NodeKind::gate) {
      out.push_back(model.gates[node.members[0]].name);
    } else if (node.kind == model::NodeKind::members && is_all) {
      for (const std::uint32_t member : node.members)
        if (!std::binary_search(state.counted.begin(), state.counted.end(), member)) out.push_back(model.credentials[member].name);
    }
  }
  return out;
}

}  // namespace rung::scenarios
