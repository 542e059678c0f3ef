// The best sets to take, found by what suits the rule: as a filling (filling/) where it has that shape, else by the search that asks the fixed point (path_search.hpp). Both list the same sets in the
// same order.
#pragma once

#include <optional>

#include "runtime/queries/ways/filling/best_fillings.hpp"
#include "runtime/queries/ways/filling/filling_of.hpp"
#include "runtime/queries/ways/path_search.hpp"

namespace rung::queries {

class PathSets {
 public:
  // All outlive it. As of PathSearch.
  PathSets(const Schedules& schedules, std::span<const Prices> by, std::vector<std::uint32_t> candidates, PathSearch::Of of);

  using Next = PathSearch::Next;
  Next next(FoundPath& out);
  // That there are no more is proven.
  bool is_complete();
  Wide bound() const;
  Wide least() const { return search_ ? search_->least() : 0; }   // as of PathSearch; of a filling every set that is found is decided
  bool any(FoundPath& out) const;

 private:
  FoundPath path_of(const filling::Filled& filled) const;
  bool is_path(const FoundPath& path) const;

  const Schedules& schedules_;
  const Trial& trial_;
  std::span<const Prices> by_;
  PathSearch::Of of_;
  std::vector<std::uint32_t> candidates_;
  std::optional<filling::FillingOf> layout_;
  std::optional<filling::BestFillings> fillings_;
  std::optional<PathSearch> search_;
  std::size_t found_ = 0;
};

}  // namespace rung::queries
