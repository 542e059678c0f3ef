// What a choice counts, each distinct credential once, with every place where it is counted: that is what conditions speak of.
#pragma once

#include <span>
#include <vector>

#include "runtime/queries/counting/standing.hpp"

namespace rung::queries {

// Calls `visit(counted, ways)` for each distinct credential of `counted`; of one that is counted in several places, with the first of them.
template <class Visit>
void each_counted(std::span<const CountedOffer> counted, Visit visit) {
  IndexMap seen;
  std::vector<Way> ways;
  for (const CountedOffer& one : counted) {
    if (seen.contains(one.credential)) continue;
    seen.set(one.credential, 1);
    ways.clear();
    for (const CountedOffer& other : counted)
      if (other.credential == one.credential) ways.push_back({other.node, other.source});
    visit(one, std::span<const Way>(ways));
  }
}

}  // namespace rung::queries
