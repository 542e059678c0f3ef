// The records of a table by their kind: of the things that have names and titles.
#pragma once

#include <array>
#include <vector>

#include "runtime/table/table.hpp"

namespace rung::change {

// In the order in which they are told.
inline constexpr std::array thing_kinds{table::SectionKind::frameworks, table::SectionKind::institutions, table::SectionKind::competencies,
                                        table::SectionKind::gates,      table::SectionKind::credentials,  table::SectionKind::agreements};

// Calls `visit` with the table's array of that kind, and returns what it does. Frameworks, institutions, competencies, gates, agreements; anything else is credentials.
template <class Visit>
auto with_records(const Table& table, table::SectionKind kind, Visit visit) {
  switch (kind) {
    case table::SectionKind::frameworks: return visit(table.frameworks());
    case table::SectionKind::institutions: return visit(table.institutions());
    case table::SectionKind::competencies: return visit(table.competencies());
    case table::SectionKind::gates: return visit(table.gates());
    case table::SectionKind::agreements: return visit(table.agreements());
    default: return visit(table.credentials());
  }
}

// The roots of all that a credential asks for: every version of its rule, and its prerequisites.
inline std::vector<std::uint32_t> roots_of(const Table& table, std::uint32_t credential) {
  std::vector<std::uint32_t> out = table.rules_of(table.credentials()[credential]);
  if (const std::uint32_t prerequisite = table.credentials()[credential].prerequisite; prerequisite != table::none) out.push_back(prerequisite);
  return out;
}

inline std::size_t how_many(const Table& table, table::SectionKind kind) {
  return with_records(table, kind, [](const auto& records) { return records.size(); });
}
inline table::Text name_text(const Table& table, table::SectionKind kind, std::uint32_t id) {
  return with_records(table, kind, [&](const auto& records) { return records[id].name; });
}
// In the language of its framework; empty where it has none.
inline table::Text title_text(const Table& table, table::SectionKind kind, std::uint32_t id) {
  return with_records(table, kind, [&](const auto& records) { return records[id].title; });
}

}  // namespace rung::change
