// What a rule can count at the most, and what it counts in any case: bounds by which a rule is seen to be impossible.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compiler/checks/amounts.hpp"
#include "compiler/checks/facts.hpp"

namespace rung::checks {

// Whether a node holds in every way to meet its tree: all groups above it ask for all their members.
bool is_forced(const model::Model& model, std::uint32_t node);

// Nodes of a tree that name credentials and are forced.
std::vector<std::uint32_t> forced_nodes(const model::Model& model, std::uint32_t root);

// The achievement that is asked at a node, by itself and all above it.
model::Achievement achievement_asked(const model::Model& model, std::uint32_t node);

// The most that a tree can count of the credentials that are `chosen`; nothing when a statement is missing. An upper bound: a credential that two parts could count
// may be in it twice.
using Chosen = std::function<bool(std::uint32_t)>;
std::optional<Wide> most_counted(const model::Model& model, std::uint32_t root, Yardstick by, const Chosen& chosen);

// The sum of the credentials that every way to meet the tree counts, of those that are `chosen`; or the amount of them that one part asks for, if that is more.
std::optional<Wide> always_counted(const model::Model& model, std::uint32_t root, Yardstick by, const Chosen& chosen);

// How a part is named in messages: by its label, or as the rule of its award.
std::string part_name(const Facts& facts, std::uint32_t node);

}  // namespace rung::checks
