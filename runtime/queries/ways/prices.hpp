// What a path costs: what each credential adds, by each way of counting costs (docs/meaning.md, "What a path is").
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "runtime/queries/counting/amounts.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/queries/ways/reach.hpp"
#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

// One way of counting, over the credentials of a Reach. Amounts are millionths of the cost's unit; credits are on the footing of amounts.hpp, so that those of
// different frameworks add up exactly.
struct Prices {
  Cost by;
  std::uint32_t unit = table::none;        // credits: the unit of the award
  std::uint32_t currency = table::none;    // fee: the one that paths are compared in
  std::vector<Wide> price;                 // by place in Reach::credentials: of taking it, or, for an award that is not held, of earning it
  std::vector<char> unstated;              // taking it costs at least `price`
  bool awards_cost = false;                // some award costs something to earn
};

Prices prices(const Trial& trial, Cost by);

// By the costs that are asked for, in their order; the rest is 0.
using Costs = std::array<Wide, 5>;

// An amount of `prices` in millionths of the unit that is shown.
std::int64_t shown(const Table& table, const Prices& prices, Wide amount);

}  // namespace rung::queries
