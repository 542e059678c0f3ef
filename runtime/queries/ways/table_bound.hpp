// What each award of a table must still cost this learner at the least: one bound (path_bound.hpp) laid over the whole table, where one for each award would lay out again and again what
// awards have in common. So much is left out of it that an award may cost more, and never less.
#pragma once

#include <optional>

#include "runtime/queries/ways/path_bound.hpp"

namespace rung::queries {

// No way costs less: those on which everything states its cost come before all others.
struct AtLeast {
  bool unstated = false;                   // on every way something states no such cost
  Wide cost = 0;
};

class TableBound {
 public:
  // The table has credentials. `work` outlives it.
  TableBound(const Table& table, const Holdings& holdings, bool gates_allowed, Work& work);
  TableBound(const TableBound&) = delete;
  TableBound& operator=(const TableBound&) = delete;

  // False when the work limit stopped it; then nothing is known.
  bool ready() const { return bound_.ready() && !work_.stopped; }
  // As paths to `award` would be priced in a table in which all of it were in reach.
  Prices prices_of(std::uint32_t award, Cost by) const;
  // By credential, in the terms of `prices`; without a value: there is no way to it. Time is linear in the table's rules.
  std::vector<std::optional<AtLeast>> least(const Prices& prices);

 private:
  Reach everything_;
  Holdings assumed_;                       // with every gate of the table, if a path may make gates its condition
  const Table& table_;
  Work& work_;
  Trial trial_;
  PathBound bound_;
  std::vector<Decision> decisions_;
};

}  // namespace rung::queries
