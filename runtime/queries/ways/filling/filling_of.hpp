// The question of the best sets to take, laid out as a Filling, where the rule of the award has that shape: parts that all have to be filled, by so many of a list or so much of it, each credential
// counted once, and prerequisites that ask for some of a list. What else a rule may say (filling_of.cpp lists it) is left to the search that asks the fixed point (path_search.hpp).
#pragma once

#include <optional>

#include "runtime/queries/ways/filling/filling.hpp"
#include "runtime/queries/ways/prices.hpp"
#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries::filling {

struct FillingOf {
  Filling filling;
  std::vector<std::uint32_t> credentials;  // by number: of the table, ascending
  std::vector<std::uint32_t> nodes;        // by part: of the table
  // A cost is made of the costs that are asked for, each in its own units, and of how many are taken, so that the first decides, then the second, and so on. What is left of it, divided by
  // `others`, is the first one's.
  std::int64_t others = 1;
  Wide unit = 1, besides = 0;              // of the first cost; besides: what the award itself costs

  // The first of the costs that are asked for, as Prices count.
  Wide first_of(std::int64_t cost) const { return static_cast<Wide>(cost / others) * unit + besides; }
};

// `by`: one cost or more. `candidates`: what may be taken, sorted. Without a value when the rule, what the learner holds or the prices have another shape, or are too large.
std::optional<FillingOf> filling_of(const Trial& trial, std::span<const Prices> by, std::span<const std::uint32_t> candidates);

}  // namespace rung::queries::filling
