#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

Closure Trial::outcome(std::span<const std::uint32_t> take, const IndexMap* without) const { return outcome(holdings_, take, without); }

Closure Trial::outcome(const Holdings& holdings, std::span<const std::uint32_t> take, const IndexMap* without) const { return run(holdings, take, without, nullptr); }

Closure Trial::beginning(const IndexMap* without, const IndexMap* delayed, bool in_order) const { return run(holdings_, {}, without, delayed, in_order); }

Closure Trial::run(const Holdings& holdings, std::span<const std::uint32_t> take, const IndexMap* without, const IndexMap* delayed, bool in_order) const {
  Closure closure(table_, holdings, {.path = true, .in_order = in_order}, work_,
                  {.only = &reach_.award_set, .first = reach_.awards, .without = without, .take = take, .expected = expected_, .delayed = delayed});
  closure.run();
  return closure;
}

bool Trial::has_award(const Closure& outcome) const { return outcome.has(award_) || outcome.supply().is_taken(award_); }

}  // namespace rung::queries
