// One of two tables that are compared: the rules of before, or of after. What has been renamed goes by its new name on both sides.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung::change {

using Renamed = std::map<std::string, std::string, std::less<>>;   // qualified names, from old to new

// Numbers for texts, the same for the same text on both sides; so that what is made of parts is as long as it has parts, and not as long as they are.
class Numbers {
 public:
  std::uint32_t of(const std::string& text) { return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

class Side {
 public:
  // All outlive it; `numbers` is the other side's as well.
  Side(const Table& table, const Renamed& renamed, Numbers& numbers);

  const Table& table() const { return table_; }
  const std::string& name(std::uint32_t credential) const { return names_[credential]; }
  std::string gate(std::uint32_t gate) const { return name_of(table_.gates()[gate].name); }
  std::string competency(std::uint32_t competency) const { return name_of(table_.competencies()[competency].name); }
  std::string institution(std::uint32_t institution) const { return name_of(table_.institutions()[institution].name); }
  std::string agreement(std::uint32_t agreement) const { return name_of(table_.agreements()[agreement].name); }
  // By its new name; none: this side has no such credential.
  std::optional<std::uint32_t> find(const std::string& name) const;
  std::optional<std::uint32_t> find_gate(const std::string& name) const;

  // All that an award's standing depends on, apart from the order and the places in which it was written: equal on both sides only where nobody's entitlement differs.
  std::uint32_t meaning(std::uint32_t award) const;
  // What the parts of a rule say, without its conditions. Parts are told by what they say; by their names too only where something in the rule refers to parts.
  std::uint32_t shape(std::uint32_t root) const;
  // Whether something in a rule speaks of its parts by their names.
  bool refers_to_parts(std::uint32_t root) const;
  // What a condition on a whole rule asks for.
  std::string condition(const table::Condition& condition) const;
  // A name on this side, by its new name.
  std::string name_of(table::Text name) const;
  // What a credential adds and shows when it is counted, whatever it takes to get it; what no rule of the table looks at is left out.
  std::string worth(std::uint32_t credential) const;

 private:
  void name_blocks();
  void look_at_rules();
  std::uint32_t own_meaning(std::uint32_t credential) const;
  std::string node(std::uint32_t at, bool with_names, std::vector<std::uint32_t> parts) const;
  std::string given(std::uint32_t credential) const;
  std::string members(table::Range range) const;

  const Table& table_;
  const Renamed& renamed_;
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> by_name_;
  Numbers& numbers_;
  bool counts_hours_ = false, asks_for_learning_ = false, looks_at_tags_ = false, looks_at_subjects_ = false;   // any rule or agreement of the table
  mutable std::map<std::uint32_t, std::uint32_t> meanings_, own_;   // by credential
};

// Both tables of a comparison, and what has been renamed between them.
struct Tables {
  Tables(const Table& before_table, const Table& after_table, const Renamed& renamed_names) : renamed(renamed_names), before(before_table, renamed, numbers), after(after_table, renamed, numbers) {}
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  const Renamed renamed;
  Numbers numbers;
  const Side before, after;
};

// Whatever is counted at a node or under it has to be good enough for it.
inline bool has_floors(const table::Node& node) { return node.grade_floor != table::unknown || node.oldest_months != 0 || node.achievement_floor != table::Achievement::unknown; }

// What an amount in one of the table's units is told by, so that tables with the same units in another order agree.
std::string unit_of(const Table& table, table::Measure measure, std::uint32_t unit);
// A scale of grades, told by its grades and their points.
std::string scale_of(const Table& table, std::uint32_t scale);

}  // namespace rung::change
