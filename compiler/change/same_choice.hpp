// Whether what somebody counts by one rule meets the other as it stands: the same credentials, at the same parts. Conditions on the whole rule then read the same.
#pragma once

#include <functional>

#include "compiler/change/side.hpp"

namespace rung::change {

// Every choice that meets the rule or prerequisite at `root` meets the one at `other_root` of the other side too, with its conditions, as long as what is counted is worth the same there and is had in the same way (which
// Demands looks at). The rules have the same parts, perhaps in another order; each asks no more there, and allows no less. False: it is not seen.
bool takes_the_same(const Side& strict, std::uint32_t root, const Side& other, std::uint32_t other_root);

// Whether conditions of the other side hold of all that is counted by the rule at `root`, where its own conditions do.
bool are_given(const Side& strict, std::uint32_t root, const Side& other, const std::vector<table::Condition>& then);

// The names of all that the rule or prerequisite at `root` may count, sorted, each once.
std::vector<std::string> countable_by(const Side& side, std::uint32_t root);

// Whether what is good enough for the one node is so for the other.
bool floors_follow(const Side& strict, const table::Node& node, const Side& other, const table::Node& then);
// Whether all of some members are, by name, among others.
bool is_within(const Side& of, table::Range members, const Side& in, table::Range others);

// How many of the second can each be given one of the first that covers it.
std::size_t matched(std::size_t first, std::size_t second, const std::function<bool(std::size_t, std::size_t)>& covers);

inline constexpr std::size_t most_pairs = 10'000;   // of parts here and there: more are not looked through

// A group that asks for all of its parts.
inline bool is_all(const table::Node& node) { return node.kind == table::NodeKind::group && node.choice == table::Choice::all; }
// The parts of a node, in the order in which they are written.
std::vector<std::uint32_t> parts_of(const Table& table, std::uint32_t node);

}  // namespace rung::change
