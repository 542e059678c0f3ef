#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

bool at_least(const PathCost& cost, Cost one) { return (cost.at_least & 1u << static_cast<unsigned>(one)) != 0; }

}  // namespace

std::string cost_line(const Table& table, const PathCost& cost, std::uint32_t unit) {
  std::vector<std::string> pieces, unstated;
  const auto add = [&](Cost one, std::int64_t amount, std::string_view unit_name) {
    if (amount == 0) {
      if (at_least(cost, one)) unstated.emplace_back(words::costs[static_cast<std::size_t>(one)]);
      return;
    }
    pieces.push_back(std::string(at_least(cost, one) ? words::at_least : "") + amount_of(amount, unit_name));
  };
  add(Cost::credits, cost.credits, unit_of(table, table::Measure::credits, unit));
  add(Cost::hours, cost.hours, words::hour.more);
  if (cost.fees.empty()) add(Cost::fee, 0, {});
  for (const auto& [currency, amount] : cost.fees) add(Cost::fee, amount, table.text(table.currencies()[currency]));
  add(Cost::weeks, cost.weeks, words::week.more);
  std::string out = pieces.empty() ? so_many(cost.count, words::credential) : joined(pieces);
  for (std::size_t i = 0; i < unstated.size(); ++i)
    out += std::string(i == 0 ? words::not_all_stated : i + 1 == unstated.size() ? words::or_ : ", ") + unstated[i];
  return out;
}

std::string path_lines(const Asked& asked, const Path& path, std::uint32_t award) {
  const Table& table = asked.table;
  std::string out;
  if (path.steps.empty()) out += "     " + std::string(words::nothing_to_take) + "\n";
  for (const Step& step : path.steps) {
    out += "     " + called(table, step.credential);
    if (step.node == table::none) out += step.credential == award ? "" : words::as_prerequisite;
    else if (const std::string_view part = table.part_of(step.node); !part.empty()) out += std::string(words::for_part) + std::string(part);
    out += "\n";
  }
  std::vector<std::string> gates;
  for (const std::uint32_t gate : path.gates) gates.push_back(gate_title(table, gate));
  if (!gates.empty()) out += "     " + std::string(words::needs_gate) + joined(gates) + "\n";
  std::vector<std::uint32_t> on_the_way;
  for (const std::uint32_t earned : path.earns)
    if (earned != award) on_the_way.push_back(earned);
  if (!on_the_way.empty()) out += "     " + std::string(words::also_earns) + titles(table, on_the_way) + "\n";
  return out + exception_lines(asked, path.exceptions, 5);
}

// The unit in which a bound is given; fees are compared in the currency used most, which the best path shows.
std::string bound_of(const Table& table, const PathsQuestion& question, const Paths& answer) {
  switch (question.by) {
    case Cost::credits: return amount_of(answer.bound, unit_of(table, table::Measure::credits, table.credentials()[question.award].credit_unit));
    case Cost::hours: return amount_of(answer.bound, words::hour.more);
    case Cost::weeks: return amount_of(answer.bound, words::week.more);
    case Cost::count: return amount_of(answer.bound, words::credential.more);
    default: return table::decimal(answer.bound);
  }
}

std::string by_costs(const PathsQuestion& question) {
  std::string out(words::costs[static_cast<std::size_t>(question.by)]);
  for (const Cost cost : question.then) out += std::string(words::then) + std::string(words::costs[static_cast<std::size_t>(cost)]);
  return out;
}

std::string text_paths(const Asked& asked, const PathsQuestion& question, const Paths& answer) {
  const Table& table = asked.table;
  std::vector<std::string> by = {std::string(words::costs[static_cast<std::size_t>(question.by)])};
  for (const Cost cost : question.then) by.emplace_back(words::costs[static_cast<std::size_t>(cost)]);
  std::string out = std::string(words::ways_to) + called(table, question.award) + std::string(question.compromises ? words::compromises : words::by);
  out += question.compromises ? joined(by) : by_costs(question);
  out += "\n\n";
  if (const std::string version = version_line(asked, question.award, false); !version.empty()) out += version + "\n";
  const auto end = [&](std::string_view last) {
    out += std::string(last) + "\n";
    if (!answer.statements.empty()) out += "\n" + std::string(words::left_out_heading) + "\n";
    for (const std::string& one : statements(table, answer.statements)) out += "  " + one + "\n";
    return out + set_aside(asked.holdings);
  };
  if (answer.paths.empty()) return end(answer.proven ? words::no_way : words::no_way_found);
  const Path& best = answer.paths.front();
  if (best.steps.empty() && best.gates.empty()) return end(std::string(words::earned_already) + (best.exceptions.empty() ? "" : "\n") + exception_lines(asked, best.exceptions, 5));

  const std::uint32_t unit = table.credentials()[question.award].credit_unit;
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    const std::string number = std::to_string(i + 1) + ".";
    out += number + std::string(number.size() < 4 ? 5 - number.size() : 1, ' ') + cost_line(table, answer.paths[i].cost, unit) + "\n";
    out += path_lines(asked, answer.paths[i], question.award) + "\n";
  }
  if (!answer.proven) return end(std::string(words::not_proven) + bound_of(table, question, answer) + ".");
  if (question.compromises) return end(answer.complete ? words::no_other_compromises : words::these_are_first);
  return end(answer.complete ? words::these_are_all : words::these_are_best);
}

}  // namespace rung
