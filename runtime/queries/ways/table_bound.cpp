#include "runtime/queries/ways/table_bound.hpp"

#include <algorithm>
#include <numeric>

namespace rung::queries {
namespace {

// The price of what states none, where it is to be seen whether there is a way without such: above every sum of a million stated prices (amounts.cpp has the greatest), so that no sum reaches it
// without one of these.
constexpr Wide unstated_price = Wide{1} << 104;

Reach everything_in(const Table& table) {
  Reach out;
  out.credentials.resize(table.credentials().size());
  std::iota(out.credentials.begin(), out.credentials.end(), 0u);
  out.gates.resize(table.gates().size());
  std::iota(out.gates.begin(), out.gates.end(), 0u);
  for (const std::uint32_t credential : out.credentials) {
    out.place.set(credential, credential);
    if (table.credentials()[credential].rule == table::none) continue;
    out.awards.push_back(credential);
    out.award_set.set(credential, 1);
  }
  return out;
}

Holdings with_gates(Holdings holdings, const std::vector<std::uint32_t>& gates) {
  holdings.gates = gates;
  return holdings;
}

}  // namespace

TableBound::TableBound(const Table& table, const Holdings& holdings, bool gates_allowed, Work& work)
    : everything_(everything_in(table)),
      assumed_(gates_allowed ? with_gates(holdings, everything_.gates) : holdings),
      table_(table),
      work_(work),
      trial_(table, assumed_, everything_, 0, work),
      bound_(trial_) {
  // Whatever may be taken again, or may bar from one award and not from another, may be taken: that only makes the bound lower.
  for (const table::Credential& credential : table.credentials()) decisions_.push_back(credential.block != 0 ? Decision::left_out : Decision::open);
}

Prices TableBound::prices_of(std::uint32_t award, Cost by) const { return prices(Trial(table_, assumed_, everything_, award, work_), by); }

std::vector<std::optional<AtLeast>> TableBound::least(const Prices& prices) {
  std::vector<std::optional<AtLeast>> out(everything_.credentials.size());
  if (!work_.spend(2 * out.size())) return out;
  bound_.least(prices, decisions_);
  for (std::uint32_t id = 0; id < out.size(); ++id)
    if (const Wide cost = bound_.least_of(id); cost < PathBound::never) out[id] = AtLeast{false, cost};
  if (std::find(prices.unstated.begin(), prices.unstated.end(), 1) == prices.unstated.end()) return out;
  Prices dear = prices;
  for (std::size_t i = 0; i < dear.price.size(); ++i)
    if (dear.unstated[i] != 0) dear.price[i] += unstated_price;
  bound_.least(dear, decisions_);
  for (std::uint32_t id = 0; id < out.size(); ++id) {
    if (!out[id]) continue;
    const Wide cost = bound_.least_of(id);
    out[id]->unstated = cost >= unstated_price;
    if (!out[id]->unstated) out[id]->cost = std::max(out[id]->cost, cost);
  }
  return out;
}

}  // namespace rung::queries
