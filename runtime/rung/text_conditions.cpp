// A condition of a rule, and of whom a part of it is asked, in words.
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using table::ConditionKind;

std::string share_of(const table::Condition& condition) {
  if (condition.divisor == 1) return table::decimal(condition.percent) + "%";
  return table::decimal(condition.percent / 100) + "/" + std::to_string(condition.divisor);
}

std::string_view key_of(table::Key key, bool one) {
  const words::Noun& noun = words::keys[static_cast<std::size_t>(key)];
  return one ? noun.one : noun.more;
}

std::string texts(const Table& table, table::Range range) {
  const auto pairs = table.list(range);
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) pieces.emplace_back(table.text({pairs[i], pairs[i + 1]}));
  return joined(pieces);
}

std::string of_what(const Table& table, const table::Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::total: return std::string(words::in_all);
    case ConditionKind::at_most_prior: return std::string(words::by_prior_learning);
    case ConditionKind::at_most_transfer: return std::string(words::by_transfer);
    case ConditionKind::at_most_ungraded: return std::string(words::ungraded);
    case ConditionKind::shared_with_any: return std::string(words::shared_with) + std::string(words::any_other_award);
    case ConditionKind::shared_with: return std::string(words::shared_with) + titles(table, table.list(condition.members));
    case ConditionKind::new_share:
    case ConditionKind::new_amount: return std::string(words::by_new_learning);
    case ConditionKind::at_most_each: return std::string(words::per) + std::string(key_of(condition.key, true));
    default: return std::string(words::from) + titles(table, table.list(condition.members));
  }
}

std::string said_plainly(const Table& table, const table::Condition& condition, std::int64_t need) {
  const std::string_view unit = unit_of(table, condition.measure, condition.unit);
  switch (condition.kind) {
    case ConditionKind::distinct: {
      std::string out = std::string(words::from_at_least) + table::decimal(need) + " " + std::string(key_of(condition.key, need == table::millionths));
      if (condition.keys.count > 0) out += std::string(words::among) + texts(table, condition.keys);
      return out;
    }
    case ConditionKind::average: {
      const bool percent = table.scales()[condition.grade_scale].kind == table::ScaleKind::percent;
      const bool weighed = condition.measure != table::Measure::credentials;
      return std::string(weighed ? words::average : words::unweighted_average) + table::decimal(need) + (percent ? "%" : std::string(words::points));
    }
    case ConditionKind::last_from:
      return std::string(words::the_last) + amount_of(need, unit) + std::string(words::from) + titles(table, table.list(condition.members));
    default: break;
  }
  if (table::limits_sharing(condition.kind) && condition.amount == 0) return std::string(words::nothing) + of_what(table, condition);
  const std::string_view bound = table::is_limit(condition.kind) ? words::at_most : words::at_least;
  if (need == table::unknown) return std::string(bound) + share_of(condition) + of_what(table, condition);
  std::string out = std::string(bound) + amount_of(need, unit);
  if (condition.percent != table::unknown) out += " (" + share_of(condition) + ")";
  return out + of_what(table, condition);
}

}  // namespace

std::string said_of(const Table& table, const table::Condition& condition, std::int64_t need) {
  std::string out = said_plainly(table, condition, need);
  if (condition.within != table::none) out += std::string(words::within) + std::string(table.part_of(condition.within));
  return out;
}

std::string asked_of(const Table& table, const table::Node& node) {
  const auto whom = table.list(node.whom);
  switch (node.asked_of) {
    case table::Asked::of_holders: return std::string(words::only_for_holders) + titles(table, whom);
    case table::Asked::unless_held: return std::string(words::unless_held) + titles(table, whom);
    case table::Asked::with_gate: return std::string(words::only_with_gate) + gate_title(table, whom[0]);
    case table::Asked::without_gate: return std::string(words::unless_gate) + gate_title(table, whom[0]);
    default: return {};
  }
}

}  // namespace rung
