// The best sets to take, found by what suits the rule: as a filling (filling/) where it has that shape, else by the search that asks the fixed point (path_search.hpp). Both list the same sets in the
// same order.
#pragma once

#include <optional>

#include "runtime/queries/filling/best_fillings.hpp"
#include "runtime/queries/filling/filling_of.hpp"
#include "runtime/queries/path_search.hpp"

namespace rung::queries {

class PathSets {
 public:
  // All outlive it. `candidates`: what may be taken, sorted.
  PathSets(const Trial& trial, const Prices& prices, std::vector<std::uint32_t> candidates);

  using Next = PathSearch::Next;
  // The next set that neither contains nor is contained in one found before.
  Next next(FoundPath& out);
  // That there are no more is proven.
  bool is_complete();
  // As of PathSearch.
  Wide bound() const;
  bool any(FoundPath& out) const;

 private:
  FoundPath path_of(const filling::Filled& filled) const;
  bool is_path(const FoundPath& path) const;

  const Trial& trial_;
  const Prices& prices_;
  std::vector<std::uint32_t> candidates_;
  Wide award_price_ = 0;
  std::optional<filling::FillingOf> layout_;
  std::optional<filling::BestFillings> fillings_;
  std::optional<PathSearch> search_;
  std::size_t found_ = 0;
};

}  // namespace rung::queries
