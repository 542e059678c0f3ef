#include "runtime/queries/counting/problem.hpp"

#include <algorithm>
#include <tuple>

namespace rung::queries {
namespace {

using table::Choice;
using table::ConditionKind;
using table::Node;
using table::NodeKind;
using table::Range;

class Layout {
 public:
  Layout(const Supply& supply, const OfferBook& book, bool anew, Work& work, Problem& out)
      : supply_(supply), table_(supply.table()), book_(book), anew_(anew), work_(work), out_(out) {}

  bool lay_out(std::uint32_t award, const Waived& waived, Range besides) {
    besides_ = besides;
    if (!add_scope(award, table::none)) return false;
    waive(waived);
    // Scopes found on the way are appended, so this ends when the innermost has been laid out.
    for (std::uint32_t scope = 0; scope < out_.scopes.size(); ++scope)
      if (!add_items(scope)) return false;
    if (!add_other_awards(supply_, out_, work_) || !count_possibilities(supply_, out_, work_)) return false;
    number_tokens(supply_, out_);
    gather_looks();
    find_least_wholes(supply_, waived, out_);
    put_in_order(supply_, out_);
    return !work_.stopped;
  }

 private:
  bool add_scope(std::uint32_t award, std::uint32_t outer_item) {
    const auto nodes = table_.nodes();
    const std::uint32_t root = supply_.shown_root_of(award);
    Scope scope{award, root, size_of(out_.places), nodes[root].end - root};
    if (!work_.spend(scope.places)) return false;
    scope.outer_item = outer_item;
    scope.slots.first = size_of(out_.slots);
    const std::uint32_t number = size_of(out_.scopes);
    for (std::uint32_t at = root; at < nodes[root].end; ++at) {
      out_.places.push_back(place_of(at, scope, number));
      if (nodes[at].after.count > 0) scope.ordered = true;
    }
    // Children are counted at their parents: they follow them in pre-order.
    for (std::uint32_t p = scope.first_place + 1; p < out_.places.size(); ++p) {
      Place& parent = out_.places[out_.places[p].parent];
      ++parent.alive_children;
    }
    for (std::uint32_t p = scope.first_place; p < out_.places.size(); ++p) {
      Place& place = out_.places[p];
      if (place.kind == NodeKind::group && nodes[place.node].choice == Choice::all) place.need = place.limit = place.alive_children;
    }
    scope.slots.count = size_of(out_.slots) - scope.slots.first;
    scope.bounds.first = size_of(out_.bounds);
    for (const table::Condition& condition : table_.conditions(nodes[root].conditions)) add_bound(condition, number, scope);
    if (number == 0)
      for (const table::Condition& condition : table_.conditions(besides_)) add_bound(condition, number, scope);
    scope.bounds.count = size_of(out_.bounds) - scope.bounds.first;
    out_.scopes.push_back(scope);
    return true;
  }

  void add_bound(const table::Condition& condition, std::uint32_t number, Scope& scope) {
    if (condition.kind == ConditionKind::may_share) scope.shares = true;
    if (table::bounds_nothing_counted(condition.kind)) return;
    Bound bound{number, &condition, false, table::is_share(condition.kind) ? 0 : bound_of(table_, 0, condition), {}, {}, {}};
    bound.looked_over = !kept_as_sums(condition);
    scope.looked_over = scope.looked_over || bound.looked_over;
    out_.bounds.push_back(bound);
  }

  // Sums over the whole rule grow and shrink by what an item adds. All else is gone over again.
  static bool kept_as_sums(const table::Condition& condition) {
    if (condition.within != table::none) return false;
    switch (condition.kind) {
      case ConditionKind::total:
      case ConditionKind::amount_from:
      case ConditionKind::share:
      case ConditionKind::shared_with_any:
      case ConditionKind::shared_with:
      case ConditionKind::new_share:
      case ConditionKind::new_amount: return true;
      case ConditionKind::at_most_from:
      case ConditionKind::at_most_prior:
      case ConditionKind::at_most_transfer:
      case ConditionKind::at_most_ungraded: return condition.percent == table::unknown;
      default: return false;
    }
  }

  // For each bound that is looked over, the items that it may speak of.
  void gather_looks() {
    std::vector<Way> ways;
    for (std::uint32_t b = 0; b < out_.bounds.size(); ++b) {
      Bound& bound = out_.bounds[b];
      if (!bound.looked_over) continue;
      bound.looks.first = size_of(out_.looks);
      Standing probe(supply_, *bound.condition);
      for (std::uint32_t i = 0; i < out_.items.size(); ++i) {
        const Item& item = out_.items[i];
        if (item.scope != bound.scope || !work_.spend()) continue;
        for (std::uint32_t c = item.contributions.first; c < item.contributions.first + item.contributions.count; ++c) {
          if (out_.contributions[c].condition != b) continue;
          out_.looks.push_back({i, c});
          ways.clear();
          for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o)
            ways.push_back({out_.places[out_.options[o].place].node, out_.options[o].source});
          for (const Way& way : ways) probe.add(item.credential, {&way, 1}, out_.contributions[c].weight, false);
        }
      }
      if (probe.unstated()) supply_.note_unknown();
      bound.looks.count = size_of(out_.looks) - bound.looks.first;
    }
  }

  Place place_of(std::uint32_t at, const Scope& scope, std::uint32_t number) {
    const Node& node = table_.nodes()[at];
    Place place{at, at == scope.root ? table::none : scope.first_place + (node.parent - scope.root), number, node.need, unlimited, node.kind};
    const bool exact = node.choice != Choice::at_least;
    switch (node.kind) {
      case NodeKind::members:
        if (exact) place.limit = node.need;
        break;
      case NodeKind::group:
        if (exact) place.limit = node.need;
        break;
      case NodeKind::amount:
        place.target = target_of(table_, node.amount, node.measure, node.unit);
        break;
      case NodeKind::competencies:
        for (const table::Developed& asked : table_.developed(node.asked))
          out_.slots.push_back({size_of(out_.places), asked, supply_.recognised(asked)});
        break;
      default:
        place.gate_met = node.members.count > 0 && supply_.has_gate(table_.list(node.members)[0]);
        break;
    }
    place.waived = !supply_.is_asked(at);
    return place;
  }

  void waive(const Waived& waived) {
    const Scope& scope = out_.scopes.front();
    for (const std::uint32_t node : waived.nodes)
      for (std::uint32_t at = node; at < table_.nodes()[node].end; ++at) out_.places[at - scope.root].waived = true;
    for (std::uint32_t b = scope.bounds.first; b < scope.bounds.first + scope.bounds.count; ++b) {
      const auto number = static_cast<std::uint32_t>(out_.bounds[b].condition - table_.conditions().data());
      out_.bounds[b].waived = std::find(waived.conditions.begin(), waived.conditions.end(), number) != waived.conditions.end();
    }
  }

  bool add_items(std::uint32_t number) {
    offers_.clear();
    const std::uint32_t award = out_.scopes[number].award;
    book_.offers(award, wants_every_holding(table_, out_.scopes[number].root), offers_);
    if (!work_.spend(1 + offers_.size())) return false;
    std::sort(offers_.begin(), offers_.end(), [](const Offer& a, const Offer& b) {
      return std::tie(a.credential, a.node, a.source) < std::tie(b.credential, b.node, b.source);
    });
    std::vector<Offer> offers;
    add_caps(number);
    offers.swap(offers_);   // add_scope below lays out no items, but keeps this buffer for the next scope
    for (std::size_t first = 0; first < offers.size();) {
      std::size_t last = first + 1;
      while (last < offers.size() && offers[last].credential == offers[first].credential) ++last;
      if (!add_ways(number, std::span(offers).subspan(first, last - first))) return false;
      first = last;
    }
    offers_.swap(offers);
    return true;
  }

  // The limits of the agreements under which something is offered.
  void add_caps(std::uint32_t number) {
    out_.scopes[number].caps.first = size_of(out_.bounds);
    IndexMap seen;
    for (const Offer& offer : offers_) {
      const std::uint32_t id = supply_.agreement_of(offer.source);
      if (id == table::none || seen.contains(id)) continue;
      seen.set(id, 1);
      const table::Agreement& agreement = table_.agreements()[id];
      if (agreement.at_most == table::unknown) continue;
      table::Condition limit{};
      limit.kind = ConditionKind::at_most_transfer;
      limit.percent = table::unknown;
      limit.amount = agreement.at_most;
      limit.measure = agreement.at_most_measure;
      limit.unit = agreement.at_most_unit;
      out_.limits.push_back(limit);
      Bound bound{number, &out_.limits.back(), false, target_of(table_, limit.amount, limit.measure, limit.unit), {}, {}, {}};
      bound.agreement = id;
      out_.bounds.push_back(bound);
    }
    out_.scopes[number].caps.count = size_of(out_.bounds) - out_.scopes[number].caps.first;
  }

  // All that is offered of one credential. An award that is there in ways which stand on different credentials, and what is recognised,
  // is an item for each way, and only one of these is counted.
  bool add_ways(std::uint32_t number, std::span<const Offer> offers) {
    const auto same = [&](const Offer& a, const Offer& b) {
      return a.source == b.source ||
             (is_held(a.source) && is_held(b.source) && std::ranges::equal(supply_.stands_on(a.credential, a.source), supply_.stands_on(b.credential, b.source)));
    };
    const bool recognised = std::ranges::any_of(offers, [](const Offer& one) { return is_recognised(one.source); });
    if ((!supply_.is_award(offers[0].credential) && !recognised) || std::ranges::all_of(offers, [&](const Offer& one) { return same(one, offers[0]); }))
      return add_item(number, offers);
    const auto first_item = size_of(out_.items);
    std::vector<std::vector<Offer>> ways;
    for (const Offer& offer : offers) {
      const auto known = std::ranges::find_if(ways, [&](const auto& way) { return same(way[0], offer); });
      if (!work_.spend(1 + ways.size())) return false;
      if (known != ways.end())
        known->push_back(offer);
      else
        ways.push_back({offer});
    }
    for (const auto& way : ways)
      if (!add_item(number, way)) return false;
    for (std::uint32_t i = first_item; i < out_.items.size(); ++i) out_.items[i].rivals = out_.rivalries;
    ++out_.rivalries;
    return true;
  }

  bool add_item(std::uint32_t number, std::span<const Offer> offers) {
    Item item{number, offers[0].credential, {size_of(out_.options), size_of(offers)}, {}, {}, {}};
    const std::uint32_t id = size_of(out_.items);
    const bool inner = anew_ && offers[0].source == from_rule;
    if (!work_.spend(offers.size())) return false;
    if (supply_.is_award(offers[0].credential) && stands_within(offers[0].credential, number)) return !work_.stopped;
    if (!anew_ && offers[0].source == from_rule && stands_on(offers[0].credential, out_.scopes[number].award)) return !work_.stopped;
    for (const Offer& offer : offers) {
      const Place& place = out_.places[out_.scopes[number].first_place + (offer.node - out_.scopes[number].root)];
      Option option{out_.scopes[number].first_place + (offer.node - out_.scopes[number].root), offer.source, {}, {}};
      if (place.kind == NodeKind::amount) {
        const Node& node = table_.nodes()[offer.node];
        option.weight = weigh(offer.credential, offer.source, node.measure, node.unit);
      }
      out_.options.push_back(option);
    }
    add_contributions(item, offers);
    if (!add_values(supply_, item, out_, work_)) return false;
    out_.items.push_back(item);
    if (inner) {
      out_.items[id].inner_scope = size_of(out_.scopes);
      if (!add_scope(offers[0].credential, id)) return false;
    }
    return true;
  }

  // An award that is evidence for a competency in its own rule, or in one that it stands on, does not stand on itself.
  bool stands_within(std::uint32_t award, std::uint32_t scope) {
    for (;;) {
      if (out_.scopes[scope].award == award || !work_.spend()) return true;
      if (out_.scopes[scope].outer_item == table::none) return false;
      scope = out_.items[out_.scopes[scope].outer_item].scope;
    }
  }

  // Whether an award was earned by a choice that counts `other`, or something that does. That can only be so when `other` is there besides by its own rule.
  bool stands_on(std::uint32_t award, std::uint32_t other) {
    if (!supply_.is_held(other) && table_.credentials()[other].given_by.count == 0) return false;
    IndexMap seen;
    std::vector<std::uint32_t> open = {award};
    for (std::size_t next = 0; next < open.size(); ++next) {
      const queries::Choice* const choice = supply_.derived(open[next]);
      if (choice == nullptr) continue;
      if (!work_.spend(1 + choice->counted.size() + choice->inside.size())) return true;
      const auto note = [&](const Offer& one) {
        if (one.source != from_rule || seen.contains(one.credential)) return;
        seen.set(one.credential, 1);
        open.push_back(one.credential);
      };
      for (const CountedOffer& one : choice->counted) {
        if (one.credential == other) return true;
        note(one);
      }
      for (const Offer& one : choice->inside) {
        if (one.credential == other) return true;
        note(one);
      }
    }
    return false;
  }

  Weight weigh(std::uint32_t credential, Source source, table::Measure measure, std::uint32_t unit) {
    const Sum sum = supply_.adds(credential, source, supply_.adding(credential, source), measure, unit);
    if (sum.unknown > 0) supply_.note_unknown();
    return {sum, sum};
  }

  void add_contributions(Item& item, std::span<const Offer> offers) {
    item.contributions.first = size_of(out_.contributions);
    const Scope& scope = out_.scopes[item.scope];
    const auto contribute = [&](Range bounds) {
      for (std::uint32_t b = bounds.first; b < bounds.first + bounds.count; ++b) {
        const table::Condition& condition = *out_.bounds[b].condition;
        if (table::looks_at_other_awards(condition.kind)) continue;   // when all that may be counted is known
        const auto members = table_.list(condition.members);
        const bool inside = out_.bounds[b].looked_over || condition.kind == ConditionKind::total || table::limits_how_it_is_had(condition.kind) ||
                            std::binary_search(members.begin(), members.end(), item.credential);
        if (!inside && condition.kind != ConditionKind::share) continue;
        out_.contributions.push_back({b, inside, weigh(item.credential, offers[0].source, condition.measure, condition.unit)});
      }
    };
    contribute(scope.bounds);
    contribute(scope.caps);
    item.contributions.count = size_of(out_.contributions) - item.contributions.first;
  }

  const Supply& supply_;
  const Table& table_;
  const OfferBook& book_;
  bool anew_;
  Work& work_;
  Problem& out_;
  std::vector<Offer> offers_;
  Range besides_{};
};

}  // namespace

bool depends_on_the_holding(const table::Condition& condition) {
  return table::limits_how_it_is_had(condition.kind) || condition.kind == ConditionKind::average || condition.kind == ConditionKind::last_from ||
         condition.key == table::Key::term;
}

bool wants_every_holding(const Table& table, std::uint32_t root) {
  const auto nodes = table.nodes();
  const auto depends = [&](table::Range conditions) {
    const auto all = table.conditions(conditions);
    return std::any_of(all.begin(), all.end(), depends_on_the_holding);
  };
  if (depends(nodes[root].conditions)) return true;
  for (const table::Title& title : table.titles(table.credentials()[nodes[root].owner].titles))
    if (depends(title.conditions)) return true;
  for (std::uint32_t at = root; at < nodes[root].end; ++at)
    if (nodes[at].after.count > 0 || nodes[at].kind == NodeKind::competencies) return true;
  return false;
}

bool shows_competency(const Supply& supply, const Item& item, Source source, const table::Developed& asked, bool brought) {
  if ((!brought || supply.is_ground(item.credential, source)) && supply.evidences(item.credential, source, asked)) return true;
  if (item.inner_scope != table::none) return false;   // what is inside shows it for itself
  // Where the choice by which an award was earned is not made anew, it shows what it would with any of the holdings; else the choice is made anew and looked at itself.
  const auto along = supply.stands_on(item.credential, source);
  return std::any_of(along.begin(), along.end(), [&](std::uint32_t ground) { return supply.evidences_brought_along(ground, source, asked, source == from_rule); });
}

Waived and_excused(const Supply& supply, std::uint32_t award, Waived waived) {
  for (const Excused& one : supply.excused(award))
    if (one.node != table::none) waived.nodes.push_back(one.node);
  return waived;
}

bool lay_out(const Supply& supply, const OfferBook& book, std::uint32_t award, bool anew, const Waived& waived, Work& work,
             Problem& out, table::Range besides) {
  return Layout(supply, book, anew, work, out).lay_out(award, waived, besides);
}

}  // namespace rung::queries
