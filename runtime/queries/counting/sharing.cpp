// `may share A, B`: in how many places at once one credential may be counted.
#include <algorithm>

#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {

using table::Node;

bool may_share(const Supply& supply, const Problem& problem, std::uint32_t one_place, std::uint32_t other_place) {
  if (one_place == other_place) return false;
  const Table& table = supply.table();
  const Scope& scope = problem.scopes[problem.places[one_place].scope];
  if (!scope.shares) return false;
  const auto nodes = table.nodes();
  const std::uint32_t one = problem.places[one_place].node, other = problem.places[other_place].node;
  const auto under = [&](std::uint32_t part, std::uint32_t node) { return part <= node && node < nodes[part].end; };
  for (const table::Condition& condition : table.conditions(nodes[scope.root].conditions)) {
    if (condition.kind != table::ConditionKind::may_share) continue;
    const auto parts = table.list(condition.members);
    for (const std::uint32_t a : parts)
      for (const std::uint32_t b : parts)
        if (a != b && under(a, one) && under(b, other) && !under(a, other) && !under(b, one)) return true;
  }
  return false;
}

bool add_values(const Supply& supply, Item& item, Problem& problem, Work& work) {
  constexpr std::uint32_t most = 256;   // of ways for one item; more than that many parts that share one credential is no real rule
  const auto end = item.options.first + item.options.count;
  item.values = {static_cast<std::uint32_t>(problem.values.size()), 0};
  const auto add = [&](std::span<const std::uint32_t> options) {
    problem.values.push_back({static_cast<std::uint32_t>(problem.value_options.size()), static_cast<std::uint32_t>(options.size())});
    problem.value_options.insert(problem.value_options.end(), options.begin(), options.end());
    ++item.values.count;
  };
  if (problem.scopes[item.scope].shares) {
    // Every set of places that share pairwise, grown one option at a time; the greatest come first, so that all that may be shared is.
    std::vector<std::vector<std::uint32_t>> ways;
    for (std::uint32_t o = item.options.first; o < end; ++o) ways.push_back({o});
    for (std::size_t w = 0; w < ways.size(); ++w) {
      for (std::uint32_t o = ways[w].back() + 1; o < end; ++o) {
        if (!work.spend(ways[w].size())) return false;
        const std::uint32_t place = problem.options[o].place;
        const auto shares = [&](std::uint32_t with) { return may_share(supply, problem, problem.options[with].place, place); };
        if (!std::all_of(ways[w].begin(), ways[w].end(), shares)) continue;
        if (ways.size() >= most) {
          problem.narrowed = true;
          break;
        }
        auto wider = ways[w];
        wider.push_back(o);
        ways.push_back(std::move(wider));
      }
    }
    std::stable_sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const auto& way : ways) add(way);
  } else {
    for (std::uint32_t o = item.options.first; o < end; ++o) add({&o, 1});
  }
  return true;
}

}  // namespace rung::queries
