#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

bool at_least(const PathCost& cost, Cost one) { return (cost.at_least & 1u << static_cast<unsigned>(one)) != 0; }

}  // namespace

std::string costs_in(const Telling& in, const PathsQuestion& question, std::string_view between) {
  std::string out(in.words.costs[static_cast<std::size_t>(question.by)]);
  for (const Cost cost : question.then) (out += between) += in.words.costs[static_cast<std::size_t>(cost)];
  return out;
}

std::string cost_line(const Telling& in, const PathCost& cost, std::uint32_t unit) {
  const Table& table = in.table;
  std::vector<std::string> pieces, unstated;
  const auto add = [&](Cost one, std::int64_t amount, std::string_view unit_name) {
    if (amount == 0) {
      if (at_least(cost, one)) unstated.emplace_back(in.words.costs[static_cast<std::size_t>(one)]);
      return;
    }
    const std::string so_much = one == Cost::fee ? money_of(in, amount, unit_name) : amount_of(in, amount, unit_name);
    pieces.push_back(at_least(cost, one) ? filled(in.words.at_least, {so_much}) : so_much);
  };
  add(Cost::credits, cost.credits, unit_of(table, table::Measure::credits, unit));
  add(Cost::hours, cost.hours, words::english.hour.more);
  if (cost.fees.empty()) add(Cost::fee, 0, {});
  for (const auto& [currency, amount] : cost.fees) add(Cost::fee, amount, table.text(table.currencies()[currency]));
  add(Cost::weeks, cost.weeks, words::english.week.more);
  const std::string out = pieces.empty() ? so_many(in, cost.count, in.words.credential) : joined(pieces);
  if (unstated.empty()) return out;
  std::string costs = unstated[0];
  for (std::size_t i = 1; i < unstated.size(); ++i) costs += (i + 1 == unstated.size() ? std::string(in.words.or_) : ", ") + unstated[i];
  return filled(in.words.not_all_stated, {out, costs});
}

std::string path_lines(const Telling& in, const Asked& asked, const Path& path, std::uint32_t award) {
  const Table& table = in.table;
  std::string out;
  const auto line = [&](const std::string& said) { out += "     " + said + "\n"; };
  if (path.steps.empty()) line(std::string(in.words.nothing_to_take));
  for (const Step& step : path.steps) {
    const std::string taken = called(in, step.credential);
    const std::string_view part = table.part_of(step.node);
    if (step.node == table::none) line(step.credential == award ? taken : filled(in.words.as_prerequisite, {taken}));
    else line(part.empty() ? taken : filled(in.words.for_part, {taken, part}));
  }
  std::vector<std::string> gates;
  for (const std::uint32_t gate : path.gates) gates.push_back(gate_title(in, gate));
  if (!gates.empty()) line(filled(in.words.needs, {joined(gates)}));
  std::vector<std::uint32_t> on_the_way;
  for (const std::uint32_t earned : path.earns)
    if (earned != award) on_the_way.push_back(earned);
  if (!on_the_way.empty()) line(filled(in.words.also_earns, {titles(in, on_the_way)}));
  for (const std::uint32_t recognition : path.recognised) line(rests_on(in, recognition));
  return out + exception_lines(in, asked, path.exceptions, 5);
}

std::string numbered(std::size_t number) {
  const std::string out = std::to_string(number) + ".";
  return out + std::string(out.size() < 4 ? 5 - out.size() : 1, ' ');
}

// The unit in which a bound is given; fees are compared in the currency used most, which the best path shows.
std::string bound_of(const Telling& in, const PathsQuestion& question, const Paths& answer) {
  switch (question.by) {
    case Cost::credits: return amount_of(in, answer.bound, unit_of(in.table, table::Measure::credits, in.table.credentials()[question.award].credit_unit));
    case Cost::hours: return amount_of(in, answer.bound, words::english.hour.more);
    case Cost::weeks: return amount_of(in, answer.bound, words::english.week.more);
    case Cost::count: return amount_of(in, answer.bound, words::english.credential.more);
    default: return money_in(in.locale, answer.bound);
  }
}

std::string text_paths(const Asked& asked, const PathsQuestion& question, const Paths& answer, std::string_view language) {
  const Telling in(asked.table, language);
  const words::Words& words = in.words;
  std::string out = filled(question.compromises ? words.compromises : words.ways_by, {called(in, question.award), costs_in(in, question, question.compromises ? ", " : words.then)}) + "\n\n";
  if (const std::string version = version_line(in, asked, question.award, false); !version.empty()) out += version + "\n";
  const auto end = [&](std::string_view last) {
    out += std::string(last) + "\n";
    if (!answer.statements.empty()) out += "\n" + std::string(words.left_out_heading) + "\n";
    for (const std::string& one : statements(in, answer.statements)) out += "  " + one + "\n";
    return out + set_aside(in, asked);
  };
  if (answer.paths.empty()) return end(answer.proven ? words.no_way : words.no_way_found);
  const Path& best = answer.paths.front();
  if (best.steps.empty() && best.gates.empty()) {
    std::string last(words.earned_already);
    for (const std::uint32_t recognition : best.recognised) last += "\n     " + rests_on(in, recognition);
    return end(last + (best.exceptions.empty() ? "" : "\n") + exception_lines(in, asked, best.exceptions, 5));
  }

  const std::uint32_t unit = in.table.credentials()[question.award].credit_unit;
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    out += numbered(i + 1) + cost_line(in, answer.paths[i].cost, unit) + "\n";
    out += path_lines(in, asked, answer.paths[i], question.award) + "\n";
  }
  if (!answer.proven) return end(filled(words.not_proven, {bound_of(in, question, answer)}));
  if (question.compromises) return end(answer.complete ? words.no_other_compromises : words.these_are_first);
  return end(answer.complete ? words.these_are_all : words.these_are_best);
}

}  // namespace rung
