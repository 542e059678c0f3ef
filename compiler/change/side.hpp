// One of two tables that are compared: the rules of before, or of after. What has been renamed goes by its new name on both sides.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung::change {

using Renamed = std::map<std::string, std::string, std::less<>>;   // qualified names, from old to new

class Side {
 public:
  // Both outlive it.
  Side(const Table& table, const Renamed& renamed);

  const Table& table() const { return table_; }
  const std::string& name(std::uint32_t credential) const { return names_[credential]; }
  std::string gate(std::uint32_t gate) const { return name_of(table_.gates()[gate].name); }
  std::string competency(std::uint32_t competency) const { return name_of(table_.competencies()[competency].name); }
  // By its new name; none: this side has no such credential.
  std::optional<std::uint32_t> find(const std::string& name) const;

  // All that an award's standing depends on, apart from the order and the places in which it was written: equal on both sides only where nobody's entitlement differs. Empty when it is no award.
  const std::string& meaning(std::uint32_t award) const;
  // What the parts of a rule say, without its conditions.
  std::string shape(std::uint32_t root) const { return tree(root, false); }
  // What a credential adds and shows when it is counted, whatever it takes to get it.
  std::string worth(std::uint32_t credential) const;

 private:
  std::string name_of(table::Text name) const;
  std::string tree(std::uint32_t node, bool with_names) const;
  std::string condition(const table::Condition& condition, std::uint32_t root) const;
  std::string given(std::uint32_t credential) const;
  std::string members(table::Range range) const;

  const Table& table_;
  const Renamed& renamed_;
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> by_name_;
  mutable std::map<std::uint32_t, std::string> meanings_;
};

// Whatever is counted at a node or under it has to be good enough for it.
inline bool has_floors(const table::Node& node) { return node.grade_floor != table::unknown || node.oldest_months != 0 || node.achievement_floor != table::Achievement::unknown; }

// What an amount in one of the table's units is told by, so that tables with the same units in another order agree.
std::string unit_of(const Table& table, table::Measure measure, std::uint32_t unit);

}  // namespace rung::change
