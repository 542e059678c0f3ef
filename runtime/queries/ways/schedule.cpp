#include "runtime/queries/ways/schedule.hpp"

#include <algorithm>

#include "runtime/queries/ways/clock.hpp"
#include "runtime/queries/ways/kept_order.hpp"
#include "runtime/queries/ways/order_search.hpp"

namespace rung::queries {
namespace {

// A part of the work that is left, for one thing that may turn out to be hard.
class PartOf {
 public:
  explicit PartOf(Work& work) : work_(work), rest_(work.left - work.left / 8), stopped_(work.stopped) { work_.left -= rest_; }
  ~PartOf() { work_ = {work_.left + rest_, stopped_}; }
  PartOf(const PartOf&) = delete;
  PartOf& operator=(const PartOf&) = delete;

 private:
  Work& work_;
  std::uint64_t rest_;
  bool stopped_;
};

}  // namespace

bool Schedules::needs_order(std::span<const std::uint32_t> take) const {
  if (!matter()) return false;
  const std::vector<char> late = sequencing_.late(take);
  return std::find(late.begin(), late.end(), 1) != late.end();
}

bool Schedules::earns(std::span<const std::uint32_t> take, const IndexMap* without) const { return trial_.works(take, without) && has_order(take, without); }

bool Schedules::has_order(std::span<const std::uint32_t> take, const IndexMap* without) const {
  if (!needs_order(take)) return true;
  const PartOf part(trial_.work());
  const Timeline found = OrderSearch(trial_, sequencing_, take, without).any();
  left_open_ = left_open_ || !found.proven;
  return found.reached;
}

Timeline Schedules::timeline(const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without) const {
  Timeline loosely = in_any_order(weeks, take, without);
  if (!needs_order(take) || !loosely.reached) return loosely;
  const PartOf part(trial_.work());
  OrderSearch search(trial_, sequencing_, take, without);
  const Timeline order = search.any();
  left_open_ = left_open_ || !order.proven;
  if (!order.reached) return order.proven ? order : loosely;
  Timeline found = keeping_to(order, trial_, sequencing_, weeks, take, without);
  if (!found.reached) {                    // the work limit: one after the other it can be done in any case
    found = order;
    for (const std::uint32_t credential : take) found.weeks += weeks.price[trial_.reach().place.find(credential)];
    for (const std::uint32_t award : order.outcome->supply().derived_in_order()) found.weeks += weeks.price[trial_.reach().place.find(award)];
  }
  if (found.weeks > loosely.weeks) found = search.shortest(weeks, std::move(found), loosely.weeks);
  left_open_ = left_open_ || !found.proven;
  return found;
}

Timeline Schedules::in_any_order(const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without) const {
  Clock clock(trial_, &weeks, take, without, nullptr);
  do {
    if (trial_.work().stopped) return {};
    if (clock.is_over()) break;
    clock.begin_what_may(nullptr);
  } while (clock.go_on());
  Timeline out;
  out.order = clock.order();
  out.weeks = clock.weeks();
  out.reached = clock.reached();
  return out;
}

}  // namespace rung::queries
