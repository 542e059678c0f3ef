// A condition of a rule, and of whom a part of it is asked, in words.
#include "runtime/rung/plain.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using table::ConditionKind;

std::string share_of(const Telling& in, const table::Condition& condition) {
  if (condition.divisor == 1) return percent_in(in.locale, condition.percent);
  return number_in(in.locale, condition.percent / 100) + "/" + std::to_string(condition.divisor);
}

const words::Noun& key_of(const Telling& in, table::Key key) { return in.words.keys[static_cast<std::size_t>(key) - 1]; }

std::string texts(const Table& table, table::Range range) {
  const auto pairs = table.list(range);
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) pieces.emplace_back(table.text({pairs[i], pairs[i + 1]}));
  return joined(pieces);
}

// `amount` of what a condition bounds.
std::string of_what(const Telling& in, const std::string& amount, const table::Condition& condition) {
  const words::Words& words = in.words;
  const auto members = [&] { return titles(in, in.table.list(condition.members)); };
  switch (condition.kind) {
    case ConditionKind::total: return filled(words.in_all, {amount});
    case ConditionKind::at_most_prior: return filled(words.by_prior_learning, {amount});
    case ConditionKind::at_most_transfer: return filled(words.by_transfer, {amount});
    case ConditionKind::at_most_ungraded: return filled(words.ungraded, {amount});
    case ConditionKind::shared_with_any: return filled(words.shared_with_any, {amount});
    case ConditionKind::shared_with: return filled(words.shared_with, {amount, members()});
    case ConditionKind::new_share:
    case ConditionKind::new_amount: return filled(words.by_new_learning, {amount});
    case ConditionKind::at_most_each: return filled(words.per, {amount, key_of(in, condition.key).one});
    default: return filled(words.from, {amount, members()});
  }
}

std::string said_plainly(const Telling& in, const table::Condition& condition, std::int64_t need) {
  const Table& table = in.table;
  const words::Words& words = in.words;
  const std::string_view unit = unit_of(table, condition.measure, condition.unit);
  switch (condition.kind) {
    case ConditionKind::distinct: {
      const words::Noun& key = key_of(in, condition.key);
      const std::string keys = filled(words.amount, {number_in(in.locale, need), takes_one(in.locale, need) ? key.one : key.more});
      return condition.keys.count > 0 ? filled(words.distinct_among, {keys, texts(table, condition.keys)}) : filled(words.distinct, {keys});
    }
    case ConditionKind::average: {
      const bool percent = table.scales()[condition.grade_scale].kind == table::ScaleKind::percent;
      const bool weighed = condition.measure != table::Measure::credentials;
      const words::Noun& point = words.point;
      return filled(weighed ? words.average : words.unweighted_average,
                    {percent ? percent_in(in.locale, need) : filled(words.amount, {number_in(in.locale, need), takes_one(in.locale, need) ? point.one : point.more})});
    }
    case ConditionKind::last_from: return filled(words.the_last, {amount_of(in, need, unit), titles(in, table.list(condition.members))});
    default: break;
  }
  if (table::limits_sharing(condition.kind) && condition.amount == 0) return of_what(in, std::string(words.nothing), condition);
  const words::Word bound = table::is_limit(condition.kind) ? words.at_most : words.at_least;
  if (need == table::unknown) return of_what(in, filled(bound, {filled(words.share_of, {share_of(in, condition), units_in(in, unit)})}), condition);
  std::string amount = filled(bound, {amount_of(in, need, unit)});
  if (condition.percent != table::unknown) amount = filled(words.in_brackets, {amount, share_of(in, condition)});
  return of_what(in, amount, condition);
}

// Of a node or of a line of an agreement: how good each has to be.
template <class Bounded>
std::vector<std::string> grades_of(const Telling& in, const Bounded& one) {
  std::vector<std::string> out;
  if (one.grade_floor != table::unknown) out.push_back(filled(in.words.each_with_grade, {grade_text(in, one.grade_floor, one.grade_scale)}));
  if (one.achievement_floor != table::Achievement::unknown) out.push_back(filled(in.words.each_for_achievement, {in.words.achievements[static_cast<std::size_t>(one.achievement_floor)]}));
  return out;
}

}  // namespace

std::string said_of(const Telling& in, const table::Condition& condition, std::int64_t need) {
  const std::string out = said_plainly(in, condition, need);
  return condition.within == table::none ? out : filled(in.words.in_part, {out, in.table.part_of(condition.within)});
}

std::string months_of(const Telling& in, std::uint32_t months) {
  const bool years = months % 12 == 0;
  return so_many(in, years ? months / 12 : months, years ? in.words.year : in.words.month);
}

std::vector<std::string> floors_of(const Telling& in, const table::Node& node) {
  std::vector<std::string> out = grades_of(in, node);
  if (node.oldest_months > 0) out.push_back(filled(in.words.not_older, {months_of(in, node.oldest_months)}));
  std::vector<std::string> after;
  for (const std::uint32_t before : in.table.list(node.after)) after.push_back(plain(in.table.part_of(before)));
  if (!after.empty()) out.push_back(filled(in.words.after_part, {joined(after)}));
  return out;
}

std::vector<std::string> floors_of(const Telling& in, const table::Recognition& line) { return grades_of(in, line); }

std::string asked_of(const Telling& in, std::string asks, const table::Node& node) {
  const auto whom = in.table.list(node.whom);
  switch (node.asked_of) {
    case table::Asked::of_holders: return filled(in.words.for_holders, {asks, titles(in, whom)});
    case table::Asked::unless_held: return filled(in.words.unless_held, {asks, titles(in, whom)});
    case table::Asked::with_gate: return filled(in.words.with_gate, {asks, gate_title(in, whom[0])});
    case table::Asked::without_gate: return filled(in.words.without_gate, {asks, gate_title(in, whom[0])});
    default: return asks;
  }
}

}  // namespace rung
