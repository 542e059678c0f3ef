#include "compiler/checks/offers.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rung::checks {

using model::Achievement;
using model::Amount;
using model::Choice;
using model::Measure;
using model::Model;
using model::Node;
using model::NodeKind;

namespace {

// The sum of the `count` greatest.
Amount greatest(std::vector<Amount> amounts, std::size_t count) {
  count = std::min(count, amounts.size());
  std::partial_sort(amounts.begin(), amounts.begin() + static_cast<std::ptrdiff_t>(count), amounts.end(), std::greater<>());
  Amount sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += amounts[i];
  return sum;
}

std::optional<Amount> converted(const Model& model, Amount amount, std::uint32_t from, std::uint32_t to) {
  if (from == to) return amount;
  const Amount a = model.units[from].hours, b = model.units[to].hours;
  if (a == table::unknown || b == table::unknown || b == 0) return std::nullopt;
  return static_cast<Amount>(static_cast<model::Wide>(amount) * a / b);
}

}  // namespace

std::optional<Amount> amount_of(const Model& model, std::uint32_t id, Yardstick by) {
  const model::Credential& credential = model.credentials[id];
  switch (by.measure) {
    case Measure::credits:
      if (!credential.credits || by.unit == model::none) return std::nullopt;
      return converted(model, credential.credits->value, credential.credit_unit, by.unit);
    case Measure::hours: return credential.hours ? std::optional(credential.hours->value) : std::nullopt;
    default: return table::millionths;
  }
}

std::string written(const Model& model, Amount amount, Yardstick by) {
  const std::string number = model::decimal(amount);
  const bool one = amount == table::millionths;
  if (by.measure == Measure::hours) return number + (one ? " hour" : " hours");
  if (by.measure == Measure::credentials) return number + (one ? " credential" : " credentials");
  const std::string unit = by.unit == model::none ? "credits" : model.units[by.unit].name;
  return number + ' ' + (one && unit == "credits" ? "credit" : unit);
}

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

std::optional<Amount> most_counted(const Model& model, std::uint32_t root, Yardstick by, const Chosen& chosen) {
  // Children come after their parents, so going backwards each node finds theirs done.
  const std::uint32_t end = model.nodes[root].end;
  std::vector<Amount> most(end - root, 0);
  for (std::uint32_t at = end; at-- > root;) {
    const Node& node = model.nodes[at];
    std::vector<Amount> amounts;
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

std::optional<Amount> always_counted(const Model& model, std::uint32_t root, Yardstick by, const Chosen& chosen) {
  std::vector<std::uint32_t> forced;
  Amount asked = 0;   // by the part that asks for the most of them: parts may share, so the amounts of several are not added
  for (const std::uint32_t at : forced_nodes(model, root)) {
    const Node& node = model.nodes[at];
    if (node.kind == NodeKind::amount && node.measure == by.measure && node.unit == by.unit &&
        std::all_of(node.members.begin(), node.members.end(), chosen))
      asked = std::max(asked, node.amount);
    if (node.kind == NodeKind::members && node.need >= node.members.size()) forced.insert(forced.end(), node.members.begin(), node.members.end());
  }
  std::sort(forced.begin(), forced.end());
  forced.erase(std::unique(forced.begin(), forced.end()), forced.end());
  Amount sum = 0;
  for (const std::uint32_t id : forced) {
    if (!chosen(id)) continue;
    const auto amount = amount_of(model, id, by);
    if (!amount) return std::nullopt;
    sum += *amount;
  }
  return std::max(sum, asked);
}

std::string part_name(const Facts& facts, std::uint32_t node) {
  const std::uint32_t owner = facts.model.nodes[node].owner;
  for (std::uint32_t at = node; at != model::none; at = facts.model.nodes[at].parent)
    if (!facts.model.nodes[at].part.empty()) return fmt::format("{} ({})", facts.name(owner), facts.model.nodes[at].part);
  return facts.name(owner);
}

}  // namespace rung::checks
