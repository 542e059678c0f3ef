// What a change does to what people pay.
#pragma once

#include "compiler/change/things.hpp"

namespace rung::change {

// What the cheapest way from nothing to an award costs.
struct Total {
  std::vector<std::pair<std::string, std::int64_t>> fees;   // currency, millionths; by currency. Empty: no fee is stated on the way
  bool at_least = false;                   // something on the way states no fee
  bool proven = true;                      // no way costs less
  friend bool operator==(const Total&, const Total&) = default;
};

struct TotalChange {
  std::string award;                       // the new name
  std::uint32_t before, after;             // credentials of each table
  std::optional<Total> was, is;            // none: no way was found
};

struct Prices {
  std::vector<Thing> fees;                 // credentials of both tables whose fee differs, by name
  std::vector<TotalChange> totals;         // awards of both tables whose cheapest way costs something else, by name
};

// `awards`: what the change of rules comes to; of these, and of those that something with another fee counts towards, the cheapest ways are compared, on the same day.
Prices prices(const Tables& tables, const std::vector<Change>& awards, std::int32_t day);

}  // namespace rung::change
