#include <map>

#include "runtime/rung/text_support.hpp"

namespace rung {
namespace {

std::string amount(const Table& table, Cost by, std::int64_t bound, std::uint32_t award, std::uint32_t currency) {
  return amount_of(bound, cost_unit(table, by, table.credentials()[award].credit_unit, currency));
}

// The currency in which a way is compared; where it names several, that is not known here.
std::uint32_t currency_of(const PathCost& cost) { return cost.fees.size() == 1 ? cost.fees.front().first : table::none; }

std::string award_lines(const Asked& asked, const NearestQuestion& question, const NearAward& one, std::size_t number) {
  const Table& table = asked.table;
  const std::string begins = std::to_string(number) + ".";
  std::string out = begins + std::string(begins.size() < 4 ? 5 - begins.size() : 1, ' ') + called(table, one.award) + std::string(words::takes) +
                    cost_line(table, one.path.cost, table.credentials()[one.award].credit_unit) + "\n" + path_lines(asked, one.path, one.award);
  const auto add = [&](words::Word word, const std::string& rest) { out += "     " + std::string(word) + rest + "\n"; };
  if (!one.in_doubt.empty()) add(words::may_be_earned, joined(statements(table, one.in_doubt)));
  if (!one.proven) add(words::shorter_way, amount(table, question.by, one.bound, one.award, currency_of(one.path.cost)));
  return out + "\n";
}

std::string why(const Table& table, const LeftOutAward& one) {
  switch (one.why) {
    case LeftOut::barred: return std::string(words::withheld) + titles(table, one.by);
    case LeftOut::no_version: return std::string(words::no_version_for);
    case LeftOut::unattainable: return std::string(words::no_way_to);
    default: return std::string(words::no_way_in_time);
  }
}

// A line for each reason, in the order in which they come up.
std::string left_out(const Table& table, const Nearest& answer) {
  if (answer.left_out.empty()) return {};
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> reasons;
  std::map<std::string, std::size_t> place;
  for (const LeftOutAward& one : answer.left_out) {
    const std::string reason = why(table, one);
    const auto [at, is_new] = place.emplace(reason, reasons.size());
    if (is_new) reasons.emplace_back(reason, std::vector<std::uint32_t>());
    reasons[at->second].second.push_back(one.award);
  }
  std::string out = "\n" + std::string(words::left_out_awards) + "\n";
  for (const auto& [reason, awards] : reasons) out += "  " + titles(table, awards) + ": " + reason + "\n";
  return out;
}

}  // namespace

std::string text_nearest(const Asked& asked, const NearestQuestion& question, const Nearest& answer) {
  const Table& table = asked.table;
  std::string out = head(asked) + "\n";
  if (!answer.nearest.empty()) out += std::string(words::closest_awards) + std::string(words::costs[static_cast<std::size_t>(question.by)]) + ":\n\n";
  for (std::size_t i = 0; i < answer.nearest.size(); ++i) out += award_lines(asked, question, answer.nearest[i], i + 1);
  if (!answer.complete) {
    out += std::string(words::closer_may_be);
    if (answer.bound_of != table::none && answer.bound > 0) out += std::string(words::none_below) + amount(table, question.by, answer.bound, answer.bound_of, answer.currency);
    out += ".\n";
  } else if (!answer.nearest.empty()) {
    out += std::string(answer.nearest.size() < question.k ? words::no_others : words::none_is_closer) + "\n";
  } else {
    out += std::string(answer.earned.empty() && answer.left_out.empty() ? words::no_such_award : words::nothing_is_near) + "\n";
  }
  if (!answer.earned.empty()) out += "\n" + std::string(words::earned_heading) + titles(table, answer.earned) + "\n";
  return out + left_out(table, answer) + set_aside(asked.holdings);
}

}  // namespace rung
