#include "compiler/checks/validity.hpp"

#include <algorithm>

#include "compiler/checks/fastest.hpp"

namespace rung::checks {

using model::Amount;

namespace {

// 52 weeks are counted as 12 months.
constexpr Amount weeks_in_a_year = 52, months_in_a_year = 12;
constexpr std::size_t most_looked_at = 2'000'000;   // credentials, for all questions of one framework together; past it less is found, never more
constexpr std::size_t most_shown = 5;

}  // namespace

Validity::Validity(const Facts& facts)
    : facts_(facts), model_(facts.model), weeks_(fastest_ways(facts)), given_(model_.credentials.size(), 0), exempt_(given_), barred_(given_), outlasting_(given_.size()) {
  for (const model::Recognition& line : model_.recognitions) {
    const bool exempts = line.kind == table::RecognitionKind::exemption;
    if (!exempts && line.kind != table::RecognitionKind::credit && line.kind != table::RecognitionKind::prerequisite) continue;
    for (const model::Reference& target : line.targets) (exempts ? exempt_ : given_)[target.id] = 1;
  }
  std::vector<graph::NewEdge> edges = graph::stacking_edges(model_);
  const std::vector<graph::NewEdge> prerequisites = graph::prerequisite_edges(model_);
  edges.insert(edges.end(), prerequisites.begin(), prerequisites.end());
  for (graph::NewEdge& edge : edges) std::swap(edge.from, edge.to);
  needed_by_ = graph::make_graph(model_.credentials.size(), std::move(edges));
  for (std::uint32_t id = 0; id < model_.credentials.size(); ++id)
    if (model_.credentials[id].valid_months != 0 && facts_.in_stacking_cycle[id] == 0) outlasting_[id] = of(id);
}

bool Validity::outlasts(std::uint32_t award, std::uint32_t months) const {
  return weeks_[award] * months_in_a_year > Amount{months} * weeks_in_a_year * table::millionths;
}

std::optional<std::vector<std::uint32_t>> Validity::of(std::uint32_t id) {
  const std::uint32_t months = model_.credentials[id].valid_months;
  const std::vector<std::uint32_t> above = reachable(needed_by_, id);
  std::vector<std::uint32_t> awards, found;
  for (const std::uint32_t award : above)
    if (model_.credentials[award].rule != model::none && award != id && outlasts(award, months) && !rule_is_incomplete(model_, award)) awards.push_back(award);
  std::stable_sort(awards.begin(), awards.end(), [&](std::uint32_t a, std::uint32_t b) { return weeks_[a] < weeks_[b]; });
  bool known = true;
  for (const std::uint32_t award : awards) {
    if (found.size() == most_shown) break;
    const std::optional<bool> needed = is_needed(id, award, above);
    if (!needed) known = false;
    else if (*needed) found.push_back(award);
  }
  if (found.empty() && !known) return std::nullopt;
  return found;
}

// Whether nobody earns the award without it; no, where an agreement may lead past it.
std::optional<bool> Validity::is_needed(std::uint32_t id, std::uint32_t award, const std::vector<std::uint32_t>& above) {
  std::vector<std::uint32_t> scope = reachable(facts_.needs, award);
  if (!std::binary_search(scope.begin(), scope.end(), award)) scope.insert(std::lower_bound(scope.begin(), scope.end(), award), award);
  looked_at_ += scope.size();
  if (looked_at_ > most_looked_at) return std::nullopt;
  if (exempt_[id] != 0) return false;
  for (const std::uint32_t one : scope)
    if (one != id && (given_[one] != 0 || exempt_[one] != 0) && std::binary_search(above.begin(), above.end(), one)) return false;
  if (!facts_.attainment.without(award, scope, barred_)) return false;   // nobody can earn it at all, which has its message
  barred_[id] = 1;
  const bool needed = !facts_.attainment.without(award, scope, barred_);
  barred_[id] = 0;
  return needed;
}

}  // namespace rung::checks
