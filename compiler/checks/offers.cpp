#include "compiler/checks/offers.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rung::checks {

using model::Achievement;
using model::Choice;
using model::Model;
using model::Node;
using model::NodeKind;

namespace {

// The sum of the `count` greatest.
Wide greatest(std::vector<Wide> amounts, std::size_t count) {
  count = std::min(count, amounts.size());
  std::partial_sort(amounts.begin(), amounts.begin() + static_cast<std::ptrdiff_t>(count), amounts.end(), std::greater<>());
  Wide total = 0;
  for (std::size_t i = 0; i < count; ++i) total = sum(total, amounts[i]);
  return total;
}

}  // namespace

bool is_forced(const Model& model, std::uint32_t node) {
  if (model.nodes[node].asked_of != table::Asked::of_all) return false;
  for (std::uint32_t at = model.nodes[node].parent; at != model::none; at = model.nodes[at].parent)
    if (model.nodes[at].choice != Choice::all || model.nodes[at].asked_of != table::Asked::of_all) return false;
  return true;
}

std::vector<std::uint32_t> forced_nodes(const Model& model, std::uint32_t root) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t at = root; at < model.nodes[root].end;) {
    const Node& node = model.nodes[at];
    if (node.asked_of != table::Asked::of_all || (node.kind == NodeKind::group && node.choice != Choice::all)) {
      at = node.end;   // its members are chosen, not forced, or it is not asked of everybody
      continue;
    }
    if (node.kind == NodeKind::members || node.kind == NodeKind::amount) out.push_back(at);
    ++at;
  }
  return out;
}

Achievement achievement_asked(const Model& model, std::uint32_t node) {
  Achievement asked = Achievement::unknown;
  for (std::uint32_t at = node; at != model::none; at = model.nodes[at].parent) asked = std::max(asked, model.nodes[at].achievement_floor);
  return asked;
}

std::optional<Wide> most_counted(const Model& model, std::uint32_t root, Yardstick by, const Chosen& chosen) {
  // Children come after their parents, so going backwards each node finds theirs done.
  const std::uint32_t end = model.nodes[root].end;
  std::vector<Wide> most(end - root, 0);
  for (std::uint32_t at = end; at-- > root;) {
    const Node& node = model.nodes[at];
    std::vector<Wide> amounts;
    if (node.kind == NodeKind::group) {
      for (std::uint32_t child = at + 1; child < node.end; child = model.nodes[child].end) amounts.push_back(most[child - root]);
    } else if (node.kind != NodeKind::gate) {
      for (const std::uint32_t member : node.members) {
        if (!chosen(member)) continue;
        const auto amount = amount_of(model, member, by);
        if (!amount) return std::nullopt;
        amounts.push_back(*amount);
      }
    }
    const bool limited = node.choice == Choice::exactly && (node.kind == NodeKind::group || node.kind == NodeKind::members);
    const std::size_t all = amounts.size();
    most[at - root] = greatest(std::move(amounts), limited ? node.need : all);
  }
  return most[0];
}

std::optional<Wide> always_counted(const Model& model, std::uint32_t root, Yardstick by, const Chosen& chosen) {
  std::vector<std::uint32_t> forced;
  Wide asked = 0;   // by the part that asks for the most of them: parts may share, so the amounts of several are not added
  for (const std::uint32_t at : forced_nodes(model, root)) {
    const Node& node = model.nodes[at];
    if (node.kind == NodeKind::amount && node.measure == by.measure && node.unit == by.unit &&
        std::all_of(node.members.begin(), node.members.end(), chosen))
      asked = std::max(asked, target_of(model, node.amount, by));
    if (node.kind == NodeKind::members && node.need >= node.members.size()) forced.insert(forced.end(), node.members.begin(), node.members.end());
  }
  std::sort(forced.begin(), forced.end());
  forced.erase(std::unique(forced.begin(), forced.end()), forced.end());
  Wide all = 0;
  for (const std::uint32_t id : forced) {
    if (!chosen(id)) continue;
    const auto amount = amount_of(model, id, by);
    if (!amount) return std::nullopt;
    all = sum(all, *amount);
  }
  return std::max(all, asked);
}

std::string part_name(const Facts& facts, std::uint32_t node) {
  const std::uint32_t owner = facts.model.nodes[node].owner;
  for (std::uint32_t at = node; at != model::none; at = facts.model.nodes[at].parent)
    if (!facts.model.nodes[at].part.empty()) return fmt::format("{} ({})", facts.name(owner), facts.model.nodes[at].part);
  return facts.name(owner);
}

}  // namespace rung::checks
