// All that an award may come to need: what its rule and its prerequisites name, what agreements take for that, what those need in
// their turn, and the gates among it.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/queries/index_map.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/queries/work.hpp"
#include "runtime/table/table.hpp"

namespace rung::queries {

struct Reach {
  std::vector<std::uint32_t> credentials;  // `award` included; ascending, as all of these are
  std::vector<std::uint32_t> awards;       // those of them with a rule
  std::vector<std::uint32_t> gates;
  IndexMap place;                          // credential → its place in `credentials`
  IndexMap award_set;                      // the awards, as a set
};

// False when the work limit stopped it.
bool find_reach(const Table& table, const Holdings& holdings, std::uint32_t award, Work& work, Reach& out);

// Calls `visit(node)` for every node of the credential's rule, as it is in force for this learner, and of its prerequisites.
template <class Visit>
void each_node_of(const Table& table, const Holdings& holdings, std::uint32_t credential, Visit visit) {
  for (const std::uint32_t root : {rule_of(table, holdings, credential).root, table.credentials()[credential].prerequisite})
    if (root != table::none)
      for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) visit(at);
}

}  // namespace rung::queries
