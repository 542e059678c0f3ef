#include "runtime/queries/counting/tally.hpp"

#include <algorithm>

#include "runtime/queries/counting/standing.hpp"

namespace rung::queries {
namespace {

using table::Node;
using table::NodeKind;

std::span<const std::uint32_t> brought_along(const Supply& supply, const Offer& offer) { return supply.stands_on(offer.credential, offer.source); }
std::span<const std::uint32_t> brought_along(const Supply&, const CountedOffer& counted) { return counted.stands_on; }

// What the record names of a conferred award, of whichever conferral.
std::vector<std::uint32_t> conferred_for(const Supply& supply, std::uint32_t award) {
  std::vector<std::uint32_t> out;
  const table::Range held = supply.held(award);
  for (std::uint32_t h = held.first; h < held.first + held.count; ++h) {
    const auto& named = supply.holdings().held[h].counted;
    out.insert(out.end(), named.begin(), named.end());
  }
  return out;
}

bool might_bring(const Supply&, const CountedOffer&, const table::Developed&) { return false; }
// Whether an award that is earned by its rule could stand on something that shows it: by another choice than the one that was found first, perhaps.
bool might_bring(const Supply& supply, const Offer& offer, const table::Developed& asked) {
  if (offer.source != from_rule) return false;
  const Table& table = supply.table();
  IndexMap seen;
  std::vector<std::uint32_t> open = {offer.credential};
  for (std::size_t next = 0; next < open.size(); ++next) {
    const std::uint32_t root = supply.root_of(open[next]);
    if (root == table::none) continue;
    for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) {
      if (table.nodes()[at].kind == NodeKind::gate) continue;
      for (const std::uint32_t member : table.list(table.nodes()[at].members)) {
        if (seen.contains(member)) continue;
        seen.set(member, 1);
        const bool ground = !supply.is_award(member) || table.credentials()[member].given_by.count > 0;
        const bool there = supply.is_held(member) || supply.is_taken(member) || table.credentials()[member].given_by.count > 0;
        if (ground && there && supply.evidences_brought_along(member, from_rule, asked)) return true;
        for (const std::uint32_t named : conferred_for(supply, member))
          if (supply.evidences_brought_along(named, supply.held(member).first, asked)) return true;
        if (supply.derived(member) != nullptr) open.push_back(member);
      }
    }
  }
  return false;
}

// In prerequisites, what an award that is earned by its rule stands on is there itself, and shows what it shows for itself alone.
template <class AnOffer>
bool shown(const Supply& supply, std::span<const AnOffer> offers, const table::Developed& asked, bool prerequisite) {
  if (supply.recognised(asked)) return true;
  for (const AnOffer& offer : offers) {
    if (supply.evidences(offer.credential, offer.source, asked)) return true;
    if (prerequisite && offer.source == from_rule) continue;
    if (might_bring(supply, offer, asked)) return true;
    for (const std::uint32_t ground : brought_along(supply, offer))
      if (supply.evidences_brought_along(ground, offer.source, asked)) return true;
  }
  return false;
}

// In prerequisites: what the record of a conferred award names shows it, though it is not held by itself.
bool named_in_a_record(const Supply& supply, std::uint32_t node, const table::Developed& asked) {
  const auto& held = supply.holdings().held;
  for (std::uint32_t h = 0; h < held.size(); ++h) {
    if (held[h].credential == supply.table().nodes()[node].owner) continue;   // nothing is its own prerequisite
    const auto shows = [&](std::uint32_t ground) { return supply.evidences_brought_along(ground, h, asked); };
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
  return supply.adds(offer.credential, offer.source, supply.adding(offer.credential, offer.source), measure, unit);
}
Sum most_it_adds(const Supply& supply, const CountedOffer& counted, table::Measure measure, std::uint32_t unit, bool&) {
  return supply.adds(counted.credential, counted.source, counted.adding, measure, unit);
}

template <class AnOffer>
void tally_all(const Supply& supply, const OfferBook* book, std::uint32_t root, std::span<const AnOffer> offers, std::span<const Excused> excuses,
               std::vector<Tally>& out) {
  const Table& table = supply.table();
  const auto nodes = table.nodes();
  const std::uint32_t count = nodes[root].end - root;
  constexpr bool of_a_choice = std::is_same_v<AnOffer, CountedOffer>;
  const bool is_rule = table.is_rule(root);
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
    if (!supply.is_meant_for_learner(root + i)) {
      at.holds = true;
      continue;
    }
    switch (node.kind) {
      case NodeKind::members:
        at.holds = at.have >= node.need;
        break;
      case NodeKind::amount:
        at.holds = open || enough(supply, at.amount, target_of(table, node.amount, node.measure, node.unit));
        break;
      case NodeKind::competencies:
        for (const table::Developed& asked : table.developed(node.asked)) at.have += (is_rule ? shown(supply, offers, asked, false) : shown(supply, here, asked, true) || named_in_a_record(supply, root + i, asked)) ? 1 : 0;
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

// Whether each condition can hold when whatever is best for it is counted of all that could be.
bool enough_for_conditions(const Supply& supply, std::uint32_t root, std::span<const Offer> offers) {
  const Table& table = supply.table();
  const auto conditions = table.conditions(table.nodes()[root].conditions);
  if (std::all_of(conditions.begin(), conditions.end(), [](const auto& one) { return table::is_limit(one.kind) || table::bounds_nothing_counted(one.kind); })) return true;
  std::vector<Offer> by_credential(offers.begin(), offers.end());
  std::stable_sort(by_credential.begin(), by_credential.end(), [&](const Offer& a, const Offer& b) { return a.credential < b.credential; });
  std::vector<Way> ways;
  for (const table::Condition& condition : conditions) {
    if (table::is_limit(condition.kind) || table::bounds_nothing_counted(condition.kind)) continue;   // nothing has to be counted
    Standing standing(supply, condition);
    bool open = false;
    for (std::size_t o = 0, next = 0; o < by_credential.size(); o = next) {
      Sum most;
      ways.clear();
      for (; next < by_credential.size() && by_credential[next].credential == by_credential[o].credential; ++next) {
        const Offer& offer = by_credential[next];
        const Sum one = most_it_adds(supply, offer, condition.measure, condition.unit, open);
        most = {std::max(most.known, one.known), std::max(most.unknown, one.unknown)};
        ways.push_back({offer.node, offer.source});
      }
      if (most.unknown > 0) supply.note_unknown();
      standing.add(by_credential[o].credential, ways, {most, most}, true);
    }
    if (standing.unstated()) supply.note_unknown();
    if (!open && !standing.can_hold(supply.terms().optimistic)) return false;
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
