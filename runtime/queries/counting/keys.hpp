// What credentials may have in common: the institutions that issued them, their subjects, their tags, the term in which they were taken.
#pragma once

#include <cstdint>

#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// Equal for what has the key in common; of one kind of key only.
using KeyId = std::uint64_t;

// Calls `visit(key)` for each that `credential` has when it is counted as `source`. False: it has one, and nobody stated which. What is taken in a path has a term to itself,
// since any may be chosen for it; what is recognised or earned by a rule has none.
template <class Visit>
bool each_key(const Supply& supply, table::Key key, std::uint32_t credential, Source source, Visit visit) {
  const Table& table = supply.table();
  const table::Credential& one = table.credentials()[credential];
  const auto texts = [&](table::Range range) {
    const auto pairs = table.list(range);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) visit(KeyId{pairs[i]} << 32 | pairs[i + 1]);
    return !pairs.empty();
  };
  switch (key) {
    case table::Key::institution:
      for (const std::uint32_t institution : table.list(one.issuers)) visit(KeyId{institution});
      return one.issuers.count > 0;
    case table::Key::subject: return texts(one.subjects);
    case table::Key::tag: texts(one.tags); return true;
    case table::Key::term: {
      if (source == from_taking) visit(KeyId{1} << 63 | credential);
      if (!is_held(source)) return true;
      const std::uint32_t term = supply.holdings().held[source].term;
      if (term != table::none) visit(KeyId{term});
      return term != table::none;
    }
    default: return true;
  }
}

}  // namespace rung::queries
