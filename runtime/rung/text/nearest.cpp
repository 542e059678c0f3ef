#include <map>

#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

std::string amount(const Telling& in, Cost by, std::int64_t bound, std::uint32_t award, std::uint32_t currency) {
  const std::string_view unit = cost_unit(in.table, by, in.table.credentials()[award].credit_unit, currency);
  return by == Cost::fee ? money_of(in, bound, unit) : amount_of(in, bound, unit);
}

// The currency in which a way is compared; where it names several, that is not known here.
std::uint32_t currency_of(const PathCost& cost) { return cost.fees.size() == 1 ? cost.fees.front().first : table::none; }

std::string award_lines(const Telling& in, const Asked& asked, const NearestQuestion& question, const NearAward& one, std::size_t number) {
  const std::string cost = cost_line(in, one.path.cost, in.table.credentials()[one.award].credit_unit);
  std::string out = numbered(number) + pair_of(in, called(in, one.award), cost) + "\n" + path_lines(in, asked, one.path, one.award);
  const auto add = [&](words::Word pattern, const std::string& with) { out += "     " + filled(pattern, {with}) + "\n"; };
  if (!one.in_doubt.empty()) add(in.words.may_be_earned, joined(statements(in, one.in_doubt)));
  if (!one.proven) add(in.words.shorter_way, amount(in, question.by, one.bound, one.award, currency_of(one.path.cost)));
  return out + "\n";
}

std::string why(const Telling& in, const LeftOutAward& one) {
  switch (one.why) {
    case LeftOut::barred: return filled(in.words.barred, {titles(in, one.by)});
    case LeftOut::no_version: return std::string(in.words.no_version_for);
    case LeftOut::unattainable: return std::string(in.words.no_way_to);
    default: return std::string(in.words.no_way_in_time);
  }
}

// A line for each reason, in the order in which they come up.
std::string left_out(const Telling& in, const Nearest& answer) {
  if (answer.left_out.empty()) return {};
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> reasons;
  std::map<std::string, std::size_t> place;
  for (const LeftOutAward& one : answer.left_out) {
    const std::string reason = why(in, one);
    const auto [at, is_new] = place.emplace(reason, reasons.size());
    if (is_new) reasons.emplace_back(reason, std::vector<std::uint32_t>());
    reasons[at->second].second.push_back(one.award);
  }
  std::string out = "\n" + std::string(in.words.left_out_awards) + "\n";
  for (const auto& [reason, awards] : reasons) out += "  " + pair_of(in, titles(in, awards), reason) + "\n";
  return out;
}

}  // namespace

std::string text_nearest(const Asked& asked, const NearestQuestion& question, const Nearest& answer, std::string_view language) {
  const Telling in(asked.table, language);
  const words::Words& words = in.words;
  std::string out = head(in, asked) + "\n";
  if (!answer.nearest.empty()) out += filled(words.closest, {words.costs[static_cast<std::size_t>(question.by)]}) + "\n\n";
  for (std::size_t i = 0; i < answer.nearest.size(); ++i) out += award_lines(in, asked, question, answer.nearest[i], i + 1);
  if (!answer.complete) {
    const bool bounded = answer.bound_of != table::none && answer.bound > 0;
    out += bounded ? filled(words.closer_none_below, {amount(in, question.by, answer.bound, answer.bound_of, answer.currency)}) : std::string(words.closer_may_be);
  } else if (!answer.nearest.empty()) {
    out += answer.nearest.size() < question.k ? words.no_others : words.none_is_closer;
  } else {
    out += answer.earned.empty() && answer.left_out.empty() ? words.no_such_award : words.nothing_is_near;
  }
  out += "\n";
  if (!answer.earned.empty()) out += "\n" + filled(words.earned_heading, {titles(in, answer.earned)}) + "\n";
  return out + left_out(in, answer) + set_aside(in, asked);
}

}  // namespace rung
