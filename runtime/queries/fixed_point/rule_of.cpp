// Which version of a rule applies to a learner.
#include <algorithm>

#include "runtime/queries/queries.hpp"

namespace rung {

std::uint32_t version_on(const Table& table, std::uint32_t award, std::int32_t day) {
  const table::Range versions = table.credentials()[award].versions;
  for (std::uint32_t v = versions.first; v < versions.first + versions.count; ++v) {
    const table::Version& version = table.versions()[v];
    if (version.first <= day && (version.last == table::no_date || day <= version.last)) return v;
  }
  return table::none;
}

RuleOf rule_of(const Table& table, const Holdings& holdings, std::uint32_t award) {
  const table::Credential& credential = table.credentials()[award];
  if (credential.versions.count == 0) return {credential.rule, table::none, false};
  std::int32_t day = holdings.on;
  if (credential.when_entered != 0) {
    const auto by_award = [](const auto& one, std::uint32_t wanted) { return one.first < wanted; };
    const auto entered = std::lower_bound(holdings.entered.begin(), holdings.entered.end(), award, by_award);
    if (entered != holdings.entered.end() && entered->first == award) day = entered->second;
  }
  if (day == table::no_date) return {table::none, table::none, true};
  const std::uint32_t version = version_on(table, award, day);
  return {version == table::none ? table::none : table.versions()[version].root, version, false};
}

}  // namespace rung
