// The arrays of a table, where they lie in the file: views of its bytes, owning nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "runtime/table/format.hpp"

namespace rung::table {

struct Arrays {
  std::span<const std::byte> bytes;          // the whole file
  std::span<const Section> sections;         // the directory
  std::string_view text;
  std::span<const std::uint32_t> lists;
  std::span<const Text> currencies;
  std::span<const Unit> units;
  std::span<const Scale> scales;
  std::span<const Framework> frameworks;
  std::span<const Institution> institutions;
  std::span<const Competency> competencies;
  std::span<const Gate> gates;
  std::span<const Credential> credentials;
  std::span<const Developed> developed;
  std::span<const Version> versions;
  std::span<const Node> nodes;
  std::span<const Condition> conditions;
  std::span<const Title> titles;
  std::span<const Agreement> agreements;
  std::span<const Recognition> recognitions;
  std::span<const Statement> statements;
  std::span<const Translation> translations;
  std::span<const std::uint32_t> name_slots;

  std::string_view text_of(Text where) const { return text.substr(where.offset, where.length); }
  std::span<const std::uint32_t> list_of(Range where) const { return lists.subspan(where.first, where.count); }
};

// What belongs to one thing. The nodes of a credential's rule and prerequisites are [first, last); nodes have to lie in the order of their owners.
std::pair<std::uint32_t, std::uint32_t> nodes_of(const Arrays& arrays, std::uint32_t credential);
std::span<const Statement> statements_of(const Arrays& arrays, std::uint32_t credential);
std::span<const Translation> translations_of(const Arrays& arrays, SectionKind kind, std::uint32_t of);

// The section's name in messages and dumps, as in SectionKind.
std::span<const std::string_view> section_names();   // by SectionKind
std::string_view name_of(SectionKind kind);

}  // namespace rung::table
