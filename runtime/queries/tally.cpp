#include "runtime/queries/tally.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

using table::ConditionKind;
using table::Node;
using table::NodeKind;

std::span<const std::uint32_t> brought_along(const Supply& supply, const Offer& offer) { return supply.stands_on(offer.credential, offer.source); }
std::span<const std::uint32_t> brought_along(const Supply&, const CountedOffer& counted) { return counted.stands_on; }

template <class AnOffer>
bool shown(const Supply& supply, std::span<const AnOffer> offers, const table::Developed& asked) {
  if (supply.recognised(asked)) return true;
  for (const AnOffer& offer : offers) {
    if (supply.evidences(offer.credential, offer.source, asked)) return true;
    for (const std::uint32_t ground : brought_along(supply, offer))
      if (supply.evidences_brought_along(ground, asked)) return true;
  }
  return false;
}

// In prerequisites: what the record of a conferred award names shows it, though it is not held by itself.
bool named_in_a_record(const Supply& supply, std::uint32_t node, const table::Developed& asked) {
  const auto& held = supply.holdings().held;
  for (std::uint32_t h = 0; h < held.size(); ++h) {
    if (held[h].credential == supply.table().nodes()[node].owner) continue;   // nothing is its own prerequisite
    const auto shows = [&](std::uint32_t ground) { return supply.evidences_brought_along(ground, asked); };
    if (std::any_of(held[h].counted.begin(), held[h].counted.end(), shows) && supply.admits(held[h].credential, h, node)) return true;
  }
  return false;
}

bool enough(const Supply& supply, const Sum& sum, Wide target) {
  if (sum.known >= target) return true;
  if (sum.unknown == 0) return false;
  supply.note_unknown();
  return supply.terms().optimistic;
}

// An award that states nothing may stand on another choice inside another rule; so its own choice now bounds nothing.
bool depends_on_its_choice(const Supply&, const CountedOffer&, table::Measure) { return false; }
bool depends_on_its_choice(const Supply& supply, const Offer& offer, table::Measure measure) {
  if (measure == table::Measure::credentials || offer.source != from_rule) return false;
  const table::Credential& credential = supply.table().credentials()[offer.credential];
  return (measure == table::Measure::hours ? credential.hours : credential.credits) == table::unknown;
}

Sum most_it_adds(const Supply& supply, const Offer& offer, table::Measure measure, std::uint32_t unit, bool& open) {
  open = open || depends_on_its_choice(supply, offer, measure);
  return supply.adds(offer.credential, offer.source, supply.stands_on(offer.credential, offer.source), measure, unit);
}
Sum most_it_adds(const Supply& supply, const CountedOffer& counted, table::Measure measure, std::uint32_t unit, bool&) {
  return supply.adds(counted.credential, counted.source, counted.stands_on, measure, unit);
}

template <class AnOffer>
void tally_all(const Supply& supply, const OfferBook* book, std::uint32_t root, std::span<const AnOffer> offers, std::span<const Excused> excuses,
               std::vector<Tally>& out) {
  const Table& table = supply.table();
  const auto nodes = table.nodes();
  const std::uint32_t count = nodes[root].end - root;
  constexpr bool of_a_choice = std::is_same_v<AnOffer, CountedOffer>;
  const bool is_rule = table.credentials()[nodes[root].owner].rule == root;
  const auto is_excused = [&](std::uint32_t node) {
    return std::any_of(excuses.begin(), excuses.end(), [&](const Excused& one) { return one.node != table::none && one.node <= node && node < nodes[one.node].end; });
  };
  out.assign(count, {});
  std::size_t end = offers.size();
  for (std::uint32_t i = count; i-- > 0;) {
    const Node& node = nodes[root + i];
    Tally& at = out[i];
    std::size_t first = end;
    while (first > 0 && offers[first - 1].node == root + i) --first;
    bool open = false;
    for (std::size_t o = first, next = first; o < end; o = next) {
      while (next < end && offers[next].credential == offers[o].credential) ++next;   // there in several ways, counted in one
      if (node.kind == NodeKind::members) ++at.have;
      if (node.kind != NodeKind::amount) continue;
      Sum most;
      for (std::size_t way = o; way < next; ++way) {
        const Sum one = book != nullptr && depends_on_its_choice(supply, offers[way], node.measure)
                            ? book->most_it_stands_on(offers[way].credential, node.measure, node.unit)
                            : most_it_adds(supply, offers[way], node.measure, node.unit, open);
        most = {std::max(most.known, one.known), std::max(most.unknown, one.unknown)};
      }
      at.amount.add(most);
    }
    const auto here = offers.subspan(first, end - first);
    end = first;
    switch (node.kind) {
      case NodeKind::members:
        at.holds = at.have >= node.need;
        break;
      case NodeKind::amount:
        at.holds = open || enough(supply, at.amount, target_of(table, node.amount, node.measure, node.unit));
        break;
      case NodeKind::competencies:
        for (const table::Developed& asked : table.developed(node.asked)) at.have += (is_rule ? shown(supply, offers, asked) : shown(supply, here, asked) || named_in_a_record(supply, root + i, asked)) ? 1 : 0;
        at.holds = at.have >= node.need;
        break;
      case NodeKind::gate:
        at.holds = node.members.count > 0 && supply.has_gate(table.list(node.members)[0]);
        at.have = at.holds ? 1 : 0;
        break;
      default: {
        std::uint32_t children = 0;
        bool half_done = false;            // what is not chosen counts nothing
        for (std::uint32_t child = root + i + 1; child < node.end; child = nodes[child].end) {
          ++children;
          at.have += out[child - root].holds ? 1 : 0;
          const auto under = [&](const AnOffer& one) { return child <= one.node && one.node < nodes[child].end; };
          if (of_a_choice && !out[child - root].holds) half_done = half_done || std::any_of(offers.begin(), offers.end(), under);
        }
        at.holds = !half_done && at.have >= (node.choice == table::Choice::all ? children : node.need);
      }
    }
    at.holds = at.holds || is_excused(root + i);
  }
}

}  // namespace

void tally(const Supply& supply, std::uint32_t root, std::span<const Offer> offers, std::vector<Tally>& out) {
  tally_all(supply, nullptr, root, offers, supply.excused(supply.table().nodes()[root].owner), out);
}

void tally_prerequisites(const Supply& supply, const OfferBook& book, std::uint32_t root, std::span<const Offer> offers, std::vector<Tally>& out) {
  tally_all(supply, &book, root, offers, {}, out);
}

void tally(const Supply& supply, std::uint32_t root, std::span<const CountedOffer> counted, std::vector<Tally>& out) {
  tally_all(supply, nullptr, root, counted, supply.excused(supply.table().nodes()[root].owner), out);
}

void tally(const Supply& supply, std::uint32_t root, std::span<const CountedOffer> counted, std::span<const Excused> excuses, std::vector<Tally>& out) {
  tally_all(supply, nullptr, root, counted, excuses, out);
}

bool enough_for_conditions(const Supply& supply, std::uint32_t root, std::span<const Offer> offers) {
  const Table& table = supply.table();
  const auto conditions = table.conditions(table.nodes()[root].conditions);
  const auto asks_for_more = [](ConditionKind kind) { return kind == ConditionKind::total || kind == ConditionKind::amount_from; };
  if (std::none_of(conditions.begin(), conditions.end(), [&](const auto& one) { return asks_for_more(one.kind); })) return true;
  std::vector<Offer> distinct(offers.begin(), offers.end());
  const auto key = [](const Offer& one) { return std::pair(one.credential, one.source); };
  std::sort(distinct.begin(), distinct.end(), [&](const Offer& a, const Offer& b) { return key(a) < key(b); });
  distinct.erase(std::unique(distinct.begin(), distinct.end(), [&](const Offer& a, const Offer& b) { return key(a) == key(b); }), distinct.end());
  for (const table::Condition& condition : conditions) {
    if (!asks_for_more(condition.kind)) continue;
    const auto members = table.list(condition.members);
    Sum sum;
    bool open = false;
    for (std::size_t o = 0, next = 0; o < distinct.size(); o = next) {
      Sum most;
      for (; next < distinct.size() && distinct[next].credential == distinct[o].credential; ++next) {
        const Sum one = most_it_adds(supply, distinct[next], condition.measure, condition.unit, open);
        most = {std::max(most.known, one.known), std::max(most.unknown, one.unknown)};
      }
      if (condition.kind == ConditionKind::total || std::binary_search(members.begin(), members.end(), distinct[o].credential)) sum.add(most);
    }
    if (!open && !enough(supply, sum, target_of(table, condition.amount, condition.measure, condition.unit))) return false;
  }
  return true;
}

void prerequisite_offers(const Supply& supply, std::uint32_t root, std::vector<Offer>& out) {
  const Table& table = supply.table();
  const auto nodes = table.nodes();
  for (std::uint32_t at = root; at < nodes[root].end; ++at) {
    if (nodes[at].kind == NodeKind::gate) continue;
    for (const std::uint32_t member : table.list(nodes[at].members)) supply.offer(at, member, false, out);
  }
}

bool prerequisites_hold(const Supply& supply, const OfferBook& book, std::uint32_t credential) {
  return supply.excused_from_prerequisites(credential) != nullptr || prerequisites_hold_unexcused(supply, book, credential);
}

bool prerequisites_hold_unexcused(const Supply& supply, const OfferBook& book, std::uint32_t credential) {
  const std::uint32_t root = supply.table().credentials()[credential].prerequisite;
  if (root == table::none) return true;
  std::vector<Offer> offers;
  prerequisite_offers(supply, root, offers);
  std::vector<Tally> tallies;
  tally_prerequisites(supply, book, root, offers, tallies);
  return tallies[0].holds;
}

}  // namespace rung::queries
