// In which order a search decides the items of a problem, and what it need not try.
//
// * Items with few places come first, outer rules before the rules inside them, and else by name.
// * Twins (the same places, weights and conditions, and no competition for what they bring) are told apart by nothing that a rule
//   asks. So only choices in which they fall into places in order are tried.
// * In a rule where more is never worse, what fits into a place without a limit is always counted.
#include <algorithm>
#include <compare>
#include <tuple>

#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {
namespace {

using table::ConditionKind;
using table::NodeKind;

class Order {
 public:
  Order(const Supply& supply, Problem& problem) : supply_(supply), problem_(problem) {}

  void run() {
    auto& order = problem_.order;
    order.resize(problem_.items.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto& items = problem_.items;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(items[a].scope, items[a].values.count, items[a].credential) <
             std::tie(items[b].scope, items[b].values.count, items[b].credential);
    });
    find_twins();
    for (Item& item : problem_.items) item.always = never_hurts(item);
  }

 private:
  // What is looked over asks things of an item that are not compared here.
  bool competes(const Item& item) const {
    if (problem_.scopes[item.scope].looked_over) return true;
    return competes_for_tokens(item);
  }

  bool competes_for_tokens(const Item& item) const {
    if (item.inner_scope != table::none || item.rivals != table::none) return true;
    for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o)
      if (problem_.options[o].tokens.count > 0) return true;
    return false;
  }

  static std::strong_ordering compare(const Sum& a, const Sum& b) {
    if (a.known != b.known) return a.known < b.known ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.unknown <=> b.unknown;
  }

  std::strong_ordering compare(const Item& a, const Item& b) const {
    if (const auto by = std::tie(a.scope, a.options.count, a.values.count, a.contributions.count, a.evidence.count, a.used) <=>
                        std::tie(b.scope, b.options.count, b.values.count, b.contributions.count, b.evidence.count, b.used);
        by != 0)
      return by;
    // Inside an award that states nothing, what an item weighs decides what the award weighs.
    const auto stated = [&](const Item& item) {
      const table::Credential& credential = supply_.table().credentials()[item.credential];
      return std::tuple(credential.credits, credential.hours, credential.credit_unit);
    };
    if (const auto by = stated(a) <=> stated(b); a.scope != 0 && by != 0) return by;
    const bool ordered = problem_.scopes[a.scope].ordered;
    for (std::uint32_t i = 0; i < a.options.count; ++i) {
      const Option& x = problem_.options[a.options.first + i];
      const Option& y = problem_.options[b.options.first + i];
      if (const auto by = x.place <=> y.place; by != 0) return by;
      if (const auto by = compare(x.weight.most, y.weight.most); by != 0) return by;
      if (const auto by = supply_.by_prior_learning(x.source) <=> supply_.by_prior_learning(y.source); by != 0) return by;
      if (const auto by = supply_.agreement_of(x.source) <=> supply_.agreement_of(y.source); by != 0) return by;
      if (const auto by = supply_.is_exemption(x.source) <=> supply_.is_exemption(y.source); by != 0) return by;
      if (const auto by = is_held(x.source) <=> is_held(y.source); by != 0) return by;
      if (supply_.terms().in_order)        // what is taken in another turn may not do
        if (const auto by = std::pair(supply_.turn_begun(a.credential), supply_.turn_ended(a.credential)) <=> std::pair(supply_.turn_begun(b.credential), supply_.turn_ended(b.credential)); by != 0) return by;
      if (!ordered && !supply_.terms().in_order) continue;
      if (const auto by = is_recognised(x.source) || is_recognised(y.source) ? x.source <=> y.source : std::strong_ordering::equal; by != 0) return by;
      if (const auto by = supply_.awarded(x.source) <=> supply_.awarded(y.source); by != 0) return by;
    }
    for (std::uint32_t i = 0; i < a.contributions.count; ++i) {
      const Contribution& x = problem_.contributions[a.contributions.first + i];
      const Contribution& y = problem_.contributions[b.contributions.first + i];
      if (const auto by = std::tie(x.condition, x.inside) <=> std::tie(y.condition, y.inside); by != 0) return by;
      if (const auto by = compare(x.weight.most, y.weight.most); by != 0) return by;
    }
    for (std::uint32_t i = 0; i < a.evidence.count; ++i)
      if (const auto by = problem_.shows[a.evidence.first + i] <=> problem_.shows[b.evidence.first + i]; by != 0) return by;
    return std::strong_ordering::equal;
  }

  void find_twins() {
    std::vector<std::uint32_t> alike;
    for (std::uint32_t i = 0; i < problem_.items.size(); ++i)
      if (!competes(problem_.items[i]) && !problem_.scopes[problem_.items[i].scope].shares) alike.push_back(i);
    const auto& items = problem_.items;
    std::sort(alike.begin(), alike.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto by = compare(items[a], items[b]);
      return by != 0 ? by < 0 : items[a].credential < items[b].credential;
    });
    for (std::size_t i = 1; i < alike.size(); ++i)
      if (compare(items[alike[i - 1]], items[alike[i]]) == 0) problem_.items[alike[i]].twin = alike[i - 1];
  }

  bool never_hurts(const Item& item) const {
    const Scope& scope = problem_.scopes[item.scope];
    if (item.scope != 0 || scope.ordered || scope.caps.count > 0 || problem_.looks_at_other_awards || competes_for_tokens(item)) return false;
    for (std::uint32_t b = scope.bounds.first; b < scope.bounds.first + scope.bounds.count; ++b) {
      const ConditionKind kind = problem_.bounds[b].condition->kind;
      if (kind != ConditionKind::total && kind != ConditionKind::amount_from && kind != ConditionKind::distinct) return false;
    }
    for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o)
      if (takes_any_number(problem_.options[o].place)) return true;
    return false;
  }

  bool takes_any_number(std::uint32_t place) const {
    const Place& at = problem_.places[place];
    const table::Node& node = supply_.table().nodes()[at.node];
    const bool open = at.kind == NodeKind::amount || (at.kind == NodeKind::members && node.choice != table::Choice::exactly);
    if (!open) return false;
    for (std::uint32_t up = at.parent; up != table::none; up = problem_.places[up].parent)
      if (supply_.table().nodes()[problem_.places[up].node].choice != table::Choice::all) return false;
    return true;
  }

  const Supply& supply_;
  Problem& problem_;
};

}  // namespace

void try_first(Problem& problem, std::span<const Likely> likely) {
  for (Item& item : problem.items) {
    if (item.scope != 0) continue;
    item.twin = table::none;               // the choice may tell twins apart in another order
    const auto found = std::lower_bound(likely.begin(), likely.end(), Likely{item.credential, 0});
    if (found == likely.end() || found->credential != item.credential) {
      item.likely = item.values.count;
      continue;
    }
    for (std::uint32_t v = 0; v < item.values.count; ++v) {
      const table::Range value = problem.values[item.values.first + v];
      if (value.count == 1 && problem.places[problem.options[problem.value_options[value.first]].place].node == found->node) item.likely = v;
    }
  }
}

void put_in_order(const Supply& supply, Problem& problem) { Order(supply, problem).run(); }

}  // namespace rung::queries
