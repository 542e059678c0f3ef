#include "runtime/queries/counting/amounts.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

using table::Measure;

// Greater than any real amount, and small enough that sums of a million of them, multiplied by hours and percents, fit 127 bits.
constexpr std::int64_t greatest = 1'000'000'000'000'000;
constexpr std::int64_t greatest_hours = 10'000 * table::millionths;

// Hours of one unit, 1 for a unit without a basis.
std::int64_t factor(const Table& table, Measure measure, std::uint32_t unit) {
  if (measure != Measure::credits || unit >= table.units().size()) return 1;
  const std::int64_t hours = table.units()[unit].hours;
  return hours == table::unknown ? 1 : std::clamp<std::int64_t>(hours, 1, greatest_hours);
}

bool comparable(const Table& table, std::uint32_t one, std::uint32_t other) {
  if (one == other) return true;
  const auto units = table.units();
  return one < units.size() && other < units.size() && units[one].hours != table::unknown && units[other].hours != table::unknown;
}

Sum stated_amount(const Table& table, std::uint32_t credential, Measure measure, std::uint32_t unit) {
  const table::Credential& stated = table.credentials()[credential];
  const std::int64_t amount = measure == Measure::hours ? stated.hours : stated.credits;
  if (amount == table::unknown) return {0, 1};
  const Wide clamped = std::clamp<std::int64_t>(amount, 0, greatest);
  if (measure == Measure::hours) return {clamped, 0};
  if (!comparable(table, stated.credit_unit, unit)) return {0, 1};
  return {clamped * factor(table, measure, stated.credit_unit), 0};
}

Wide divided_up(Wide amount, Wide by) { return (amount + by - 1) / by; }

Wide hundred_percent(const table::Condition& condition) { return Wide{100} * table::millionths * std::max(condition.divisor, 1u); }
Wide one_unit(const Table& table, const table::Condition& condition) { return Wide{table::millionths} * factor(table, condition.measure, condition.unit); }

Wide share_of(const Table& table, Wide whole, const table::Condition& condition, table::Rounding rounding) {
  const Wide hundred = hundred_percent(condition);
  // Kept as a numerator over `hundred`, and rounded only as the rule says.
  const Wide share = whole * std::clamp<Wide>(condition.percent, 0, hundred);
  const Wide one = one_unit(table, condition);
  switch (rounding) {
    case table::Rounding::up: return divided_up(share, one * hundred) * one;
    case table::Rounding::down: return share / (one * hundred) * one;
    case table::Rounding::nearest: return (2 * share + one * hundred) / (2 * one * hundred) * one;
    // Amounts are whole on this footing: at least so much and at most so much decide the same when rounded so.
    default: return table::is_limit(condition.kind) ? share / hundred : divided_up(share, hundred);
  }
}

}  // namespace

Sum amount_of(const Table& table, std::uint32_t credential, std::span<const std::uint32_t> adding, Measure measure, std::uint32_t unit) {
  if (measure == Measure::credentials) return {table::millionths, 0};
  const table::Credential& stated = table.credentials()[credential];
  const bool states_none = (measure == Measure::hours ? stated.hours : stated.credits) == table::unknown;
  if (!states_none || stated.rule == table::none) return stated_amount(table, credential, measure, unit);
  Sum sum;
  for (const std::uint32_t ground : adding) sum.add(amount_of(table, ground, {}, measure, unit));
  return sum;
}

Wide target_of(const Table& table, std::int64_t amount, Measure measure, std::uint32_t unit) {
  return Wide{std::clamp<std::int64_t>(amount, 0, greatest)} * factor(table, measure, unit);
}

std::int64_t shown(const Table& table, Wide amount, Measure measure, std::uint32_t unit) {
  const Wide by = factor(table, measure, unit);
  return static_cast<std::int64_t>(std::min<Wide>((amount + by / 2) / by, INT64_MAX));
}

Wide bound_of(const Table& table, Wide whole, const table::Condition& condition, table::Rounding rounding) {
  const Wide amount = condition.amount == table::unknown ? 0 : target_of(table, condition.amount, condition.measure, condition.unit);
  if (condition.percent == table::unknown) return amount;
  const Wide share = share_of(table, whole, condition, rounding);
  if (condition.combined == table::Combined::larger) return std::max(share, amount);
  return condition.combined == table::Combined::smaller ? std::min(share, amount) : share;
}

bool grows_with_the_whole(const table::Condition& condition) {
  return condition.percent != table::unknown && condition.percent > 0 && condition.combined != table::Combined::smaller;
}

bool is_enough(const Table& table, const table::Condition& condition, const Sum& inside, const Sum& outside, bool optimistic) {
  const auto reaches = [&](Wide sum) { return sum >= bound_of(table, sum + outside.known, condition); };
  if (condition.percent == table::unknown) return reaches(inside.known) || (optimistic && inside.unknown > 0);
  const bool smaller = condition.combined == table::Combined::smaller;
  const Wide one = one_unit(table, condition), amount = condition.amount == table::unknown ? 0 : target_of(table, condition.amount, condition.measure, condition.unit);
  if (optimistic) {                        // what comes from elsewhere may be nothing
    if (inside.unknown == 0) return reaches(inside.known);
    return smaller || condition.percent < hundred_percent(condition) || reaches(divided_up(std::max(inside.known, amount), one) * one);
  }
  if (outside.unknown > 0 && condition.percent > 0) return smaller && inside.known >= amount;
  if (!reaches(inside.known)) return false;
  if (inside.unknown == 0 || condition.rounding == table::Rounding::exact) return true;   // more inside never lessens a share
  // Until the sum is a whole number of units the rounded bound may rise by one, and later it never rises faster than the sum. It is hardest just before that.
  const Wide hardest = (inside.known / one + 1) * one - 1;
  return reaches(smaller ? std::min(hardest, std::max(inside.known, amount - 1)) : hardest);
}

bool is_within(const Table& table, const table::Condition& condition, const Sum& inside, const Sum& outside, bool optimistic) {
  if (inside.unknown > 0 && !optimistic) return false;
  if (outside.unknown > 0 && optimistic) {
    if (grows_with_the_whole(condition)) return true;
    if (condition.combined == table::Combined::smaller && condition.percent > 0) return inside.known <= target_of(table, condition.amount, condition.measure, condition.unit);
  }
  // What is rounded up may be less than a unit more when there is a little more of it.
  const bool rises = inside.unknown > 0 && condition.percent != table::unknown && condition.rounding != table::Rounding::exact;
  return inside.known <= bound_of(table, inside.known + outside.known, condition) + (rises ? one_unit(table, condition) : 0);
}

std::int64_t own_credits(const Table& table, std::uint32_t credential, std::span<const std::uint32_t> adding) {
  const table::Credential& stated = table.credentials()[credential];
  if (stated.credits != table::unknown || stated.rule == table::none) return stated.credits;
  const Sum sum = amount_of(table, credential, adding, Measure::credits, stated.credit_unit);
  return sum.unknown > 0 ? table::unknown : shown(table, sum.known, Measure::credits, stated.credit_unit);
}

}  // namespace rung::queries
