#include "runtime/table/arrays.hpp"

#include <algorithm>

namespace rung::table {

std::pair<std::uint32_t, std::uint32_t> nodes_of(const Arrays& arrays, std::uint32_t credential) {
  const auto all = arrays.nodes;
  const auto first = std::lower_bound(all.begin(), all.end(), credential, [](const Node& node, std::uint32_t id) { return node.owner < id; });
  const auto last = std::upper_bound(first, all.end(), credential, [](std::uint32_t id, const Node& node) { return id < node.owner; });
  return {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(last - all.begin())};
}

std::span<const Statement> statements_of(const Arrays& arrays, std::uint32_t credential) {
  const auto all = arrays.statements;
  const auto first = std::lower_bound(all.begin(), all.end(), credential, [](const Statement& one, std::uint32_t of) { return one.credential < of; });
  return {first, std::upper_bound(first, all.end(), credential, [](std::uint32_t of, const Statement& one) { return of < one.credential; })};
}

std::span<const Translation> translations_of(const Arrays& arrays, SectionKind kind, std::uint32_t of) {
  const auto all = arrays.translations;
  const auto key = [](const Translation& one) { return std::pair(one.of_kind, one.of); };
  const auto first = std::lower_bound(all.begin(), all.end(), std::pair(kind, of), [&](const Translation& one, const auto& wanted) { return key(one) < wanted; });
  return {first, std::upper_bound(first, all.end(), std::pair(kind, of), [&](const auto& wanted, const Translation& one) { return wanted < key(one); })};
}

}  // namespace rung::table
