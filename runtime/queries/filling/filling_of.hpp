// The question of the best sets to take, laid out as a Filling, where the rule of the award has that shape: parts that all have to be filled, by so many of a list or so much of it, each credential
// counted once, and prerequisites that ask for some of a list. What else a rule may say (filling_of.cpp lists it) is left to the search that asks the fixed point (path_search.hpp).
#pragma once

#include <optional>

#include "runtime/queries/filling/filling.hpp"
#include "runtime/queries/prices.hpp"
#include "runtime/queries/trial.hpp"

namespace rung::queries::filling {

struct FillingOf {
  Filling filling;
  std::vector<std::uint32_t> credentials;  // by number: of the table, ascending
  std::vector<std::uint32_t> nodes;        // by part: of the table
  Wide unit = 1;                           // prices of `unit` are a cost of 1 more than all credentials together can number: so equal prices are told apart by how many are taken

  Wide price_of(std::int64_t cost) const { return static_cast<Wide>(cost / (static_cast<std::int64_t>(filling.size()) + 1)) * unit; }
};

// `candidates`: what may be taken, sorted. Without a value when the rule, what the learner holds or the prices have another shape, or are too large.
std::optional<FillingOf> filling_of(const Trial& trial, const Prices& prices, std::span<const std::uint32_t> candidates);

}  // namespace rung::queries::filling
