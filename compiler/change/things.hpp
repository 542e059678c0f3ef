// Things of two tables, paired by their names, and which facts of them differ.
#pragma once

#include "compiler/change/changes.hpp"
#include "compiler/change/facts.hpp"

namespace rung::change {

struct Thing {
  table::SectionKind kind;
  std::string name, was;                   // as Change
  Fate fate = Fate::kept;
  std::uint32_t before = table::none, after = table::none;   // its number in each table; none where it has no such thing
  std::vector<Fact> differ;                // where it is in both; in the order of facts_of
};

// The things of a kind of both tables, by name, those that are alike included. Blocks of credit are no things of their own: an agreement's lines tell of them. `facts`: those compared.
std::vector<Thing> things(const Tables& tables, table::SectionKind kind, std::span<const Fact> facts);
inline std::vector<Thing> things(const Tables& tables, table::SectionKind kind) { return things(tables, kind, facts_of(kind)); }

// Which of the pieces of one side the other has none of, as often as they are there: indices into `pieces`.
std::vector<std::size_t> without_equals(const std::vector<std::string>& pieces, std::vector<std::string> others);

// The name of a thing on a side, and the name by which it is paired.
std::string own_name(const Side& side, table::SectionKind kind, std::uint32_t id);

}  // namespace rung::change
