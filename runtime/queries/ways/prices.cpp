#include "runtime/queries/ways/prices.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

constexpr std::int64_t greatest = 1'000'000'000'000'000;   // as in amounts.cpp: sums and products of it fit

// The currency in which most of what could be taken states its fee; of several the first by name.
std::uint32_t common_currency(const Table& table, const Reach& reach) {
  std::vector<std::uint32_t> count(table.currencies().size());
  for (const std::uint32_t credential : reach.credentials) {
    const std::uint32_t currency = table.credentials()[credential].currency;
    if (currency < count.size()) ++count[currency];
  }
  if (count.empty()) return table::none;
  return static_cast<std::uint32_t>(std::max_element(count.begin(), count.end()) - count.begin());
}

}  // namespace

Prices prices(const Trial& trial, Cost by) {
  const Table& table = trial.table();
  const Reach& reach = trial.reach();
  const Supply held(table, trial.holdings(), {});
  Prices out;
  out.by = by;
  if (by == Cost::credits) out.unit = table.credentials()[trial.award()].credit_unit;
  if (by == Cost::fee) out.currency = common_currency(table, reach);
  for (const std::uint32_t id : reach.credentials) {
    const table::Credential& credential = table.credentials()[id];
    const bool taken = credential.rule == table::none;
    Sum sum;
    if (taken || !held.is_held(id)) switch (by) {
      case Cost::count: sum.known = taken ? table::millionths : 0; break;
      case Cost::credits:
        if (taken) sum = amount_of(table, id, {}, table::Measure::credits, out.unit);
        break;
      default: {
        const std::int64_t stated = by == Cost::fee ? credential.fee : by == Cost::hours ? credential.hours : credential.weeks;
        if (stated == table::unknown || (by == Cost::fee && credential.currency != out.currency))
          sum.unknown = stated != table::unknown || taken ? 1 : 0;   // an award that states nothing adds nothing
        else
          sum.known = std::clamp<std::int64_t>(stated, 0, greatest);
      }
    }
    out.price.push_back(sum.known);
    out.unstated.push_back(sum.unknown > 0 ? 1 : 0);
    if (!taken && (sum.known > 0 || sum.unknown > 0)) out.awards_cost = true;
  }
  return out;
}

std::int64_t shown(const Table& table, const Prices& prices, Wide amount) {
  if (prices.by == Cost::credits) return shown(table, amount, table::Measure::credits, prices.unit);
  return static_cast<std::int64_t>(std::min<Wide>(amount, INT64_MAX));
}

}  // namespace rung::queries
