// What agreements may give: each line judged once, source by source.
#include "runtime/queries/ways/path_bound.hpp"
#include "runtime/queries/fixed_point/recognition.hpp"

namespace rung::queries {

// A line of which some source serves neither as it is held nor when it is taken gives nothing.
table::Range PathBound::add_given(std::uint32_t credential) {
  const auto first = static_cast<std::uint32_t>(given_.size());
  for (const std::uint32_t id : table_.list(table_.credentials()[credential].given_by)) {
    const table::Recognition& line = table_.recognitions()[id];
    if (!gives(line)) continue;
    const auto start = static_cast<std::uint32_t>(sources_.size());
    bool may_apply = true;
    for (const std::uint32_t source : table_.list(line.sources)) {
      const Serves how = serves(supply_, id, source);
      may_apply = may_apply && (how.held || how.anew);
      sources_.push_back({trial_.reach().place.find(source), how.held});
    }
    if (may_apply) given_.push_back({{start, static_cast<std::uint32_t>(sources_.size()) - start}, line.targets.count});
    else sources_.resize(start);
  }
  return {first, static_cast<std::uint32_t>(given_.size()) - first};
}

// The least that an agreement takes for it. What one recognition gives out is paid for once, so each of it bears its share.
PathBound::Cost PathBound::by_agreement(std::uint32_t place, bool longest) const {
  Cost least{never, never};
  const table::Range lines = needs_[place].given;
  for (std::uint32_t line = lines.first; line < lines.first + lines.count; ++line) {
    const Given& given = given_[line];
    Cost cost;
    for (std::uint32_t source = given.sources.first; source < given.sources.first + given.sources.count; ++source) {
      if (sources_[source].free) continue;
      const Cost& one = costs_[sources_[source].place];
      cost = {plus(cost.alone, one.alone), std::max(cost.whole, one.whole)};
    }
    if (cost.alone < never) cost.alone = longest ? cost.whole : cost.alone / std::max(1u, given.targets);
    least = {std::min(least.alone, cost.alone), std::min(least.whole, cost.whole)};
  }
  return least;
}

}  // namespace rung::queries
