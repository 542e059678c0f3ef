#include "runtime/queries/counting/only_choice.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

using table::Node;
using table::NodeKind;

constexpr std::size_t most = 64;           // offers; among more it is not looked for what is offered twice

// Had in one way that brings nothing along and that no other award may want.
bool is_simple(const Table& table, const Offer& offer) {
  const table::Credential& credential = table.credentials()[offer.credential];
  return (is_held(offer.source) || offer.source == from_taking) && credential.rule == table::none && credential.most_awards == 0;
}

bool is_offered_twice(std::span<const Offer> offers, std::size_t at) {
  return std::any_of(offers.begin(), offers.begin() + at, [&](const Offer& other) { return other.credential == offers[at].credential; });
}

// All groups ask for all their parts, and each part for as many as are offered there.
bool asks_for_all(const Table& table, std::uint32_t root, std::span<const Offer> offers) {
  const auto nodes = table.nodes();
  std::size_t next = 0;
  for (std::uint32_t at = root; at < nodes[root].end; ++at) {
    const Node& node = nodes[at];
    if (node.after.count > 0 || node.asked_of != table::Asked::of_all) return false;
    const std::size_t first = next;
    while (next < offers.size() && offers[next].node == at) ++next;
    switch (node.kind) {
      case NodeKind::group:
        if (node.choice != table::Choice::all) return false;
        break;
      case NodeKind::members:
        if (next - first != node.need) return false;
        break;
      case NodeKind::gate: break;
      default: return false;
    }
  }
  return next == offers.size();
}

}  // namespace

bool only_choice(const Supply& supply, std::uint32_t root, std::span<const Offer> offers, Choice& choice) {
  const Table& table = supply.table();
  if (offers.size() > most || table.nodes()[root].conditions.count > 0 || !supply.holdings().excused.empty()) return false;
  for (std::size_t i = 0; i < offers.size(); ++i)
    if (!is_simple(table, offers[i]) || is_offered_twice(offers, i)) return false;
  if (!asks_for_all(table, root, offers)) return false;

  choice = {};
  choice.counted.reserve(offers.size());
  choice.stands_on.reserve(offers.size());
  for (const Offer& offer : offers) {
    choice.counted.emplace_back();
    static_cast<Offer&>(choice.counted.back()) = offer;
    choice.stands_on.push_back(offer.credential);
  }
  std::sort(choice.stands_on.begin(), choice.stands_on.end());
  choice.adding = choice.stands_on;
  if (supply.terms().in_order)
    for (const Offer& offer : offers)
      if (offer.source == from_taking) choice.taken.push_back(offer.credential);
  std::sort(choice.taken.begin(), choice.taken.end());
  if (supply.conferred().empty()) return true;   // nothing looks at what follows
  choice.grounds.reserve(offers.size());
  for (const std::uint32_t ground : choice.stands_on) choice.grounds.push_back({ground, table::none, ground});
  return true;
}

}  // namespace rung::queries
