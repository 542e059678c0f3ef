// What may be counted at the most, while nothing is decided: at each place, for each condition, and of each competency that is asked for.
#include <algorithm>

#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {
namespace {

using table::Node;
using table::NodeKind;

class Possibilities {
 public:
  Possibilities(const Supply& supply, Problem& problem, Work& work) : supply_(supply), table_(supply.table()), problem_(problem), work_(work) {}

  bool run() {
    if (!weigh_open_choices()) return false;
    count();
    return count_ground_once();
  }

 private:
  // What an award with an open choice inside weighs when it states nothing itself: nothing for sure, and at most all that could be counted inside it.
  bool weigh_open_choices() {
    for (std::uint32_t s = size_of(problem_.scopes); s-- > 1;) {
      if (!work_.spend(problem_.items.size())) return false;
      const std::uint32_t id = problem_.scopes[s].outer_item;
      Item& outer = problem_.items[id];
      std::vector<std::uint32_t> ground;
      for (const Item& item : problem_.items) gather_ground(item, s, ground);
      const auto open = [&](Weight& weight, table::Measure measure, std::uint32_t unit) {
        if (states_amount(outer.credential, measure)) return;
        weight = {{}, amount_of(table_, outer.credential, ground, measure, unit)};
        if (weight.most.unknown > 0) supply_.note_unknown();
        problem_.scopes[outer.scope].variable = true;
      };
      for (std::uint32_t o = outer.options.first; o < outer.options.first + outer.options.count; ++o) {
        const Node& node = table_.nodes()[problem_.places[problem_.options[o].place].node];
        if (node.kind == NodeKind::amount) open(problem_.options[o].weight, node.measure, node.unit);
      }
      for (std::uint32_t c = outer.contributions.first; c < outer.contributions.first + outer.contributions.count; ++c) {
        const table::Condition& condition = *problem_.bounds[problem_.contributions[c].condition].condition;
        open(problem_.contributions[c].weight, condition.measure, condition.unit);
      }
    }
    return true;
  }

  // Ground credentials that `item` can bring into scope `scope`, being counted in it or anywhere inside it.
  void gather_ground(const Item& item, std::uint32_t scope, std::vector<std::uint32_t>& out) {
    std::uint32_t at = item.scope;
    while (at > scope) at = problem_.items[problem_.scopes[at].outer_item].scope;
    if (at != scope || item.inner_scope != table::none) return;
    for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
      const Source source = problem_.options[o].source;
      if (supply_.is_ground(item.credential, source)) sorted_insert(out, item.credential);
      for (const std::uint32_t ground : supply_.stands_on(item.credential, source)) sorted_insert(out, ground);
    }
  }

  static void sorted_insert(std::vector<std::uint32_t>& out, std::uint32_t ground) {
    const auto at = std::lower_bound(out.begin(), out.end(), ground);
    if (at == out.end() || *at != ground) out.insert(at, ground);
  }

  void count() {
    for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
      Item& item = problem_.items[i];
      std::uint32_t last = table::none;
      for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
        Place& place = problem_.places[problem_.options[o].place];
        if (problem_.options[o].place == last) continue;   // another holding of the same credential at the same place
        last = problem_.options[o].place;
        if (place.kind != NodeKind::competencies) ++place.possible;
        place.possible_amount.add(problem_.options[o].weight.most);
      }
      for (std::uint32_t c = item.contributions.first; c < item.contributions.first + item.contributions.count; ++c)
        if (problem_.contributions[c].inside) problem_.bounds[problem_.contributions[c].condition].possible_inside.add(problem_.contributions[c].weight.most);
      add_evidence(item);
    }
    for (const Slot& slot : problem_.slots)
      if (slot.recognised || slot.possible > 0) ++problem_.places[slot.place].possible;
  }

  // What is counted at one place stands on different ground credentials. So where awards that state nothing are counted beside what they stand on, all of it
  // together is no more than each ground credential once; a place that asks for more is hopeless, and no search need find that out.
  bool count_ground_once() {
    if (supply_.terms().optimistic) return true;
    for (std::uint32_t p = 0; p < problem_.places.size(); ++p) {
      Place& place = problem_.places[p];
      if (place.kind != NodeKind::amount || place.possible_amount.known < place.target) continue;
      const Node& node = table_.nodes()[place.node];
      Sum most;
      std::vector<std::uint32_t> ground;
      bool stands_on_others = false;
      for (const Item& item : problem_.items) {
        if (item.scope != place.scope) continue;
        if (!work_.spend()) return false;
        for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
          const Option& option = problem_.options[o];
          if (option.place != p) continue;
          if (supply_.is_ground(item.credential, option.source)) {
            sorted_insert(ground, item.credential);
          } else if (states_amount(item.credential, node.measure)) {
            most.add(option.weight.most);
          } else {
            stands_on_others = true;
            for (const std::uint32_t one : supply_.stands_on(item.credential, option.source)) sorted_insert(ground, one);
            if (item.inner_scope == table::none) continue;
            if (!work_.spend(problem_.items.size())) return false;
            for (const Item& inner : problem_.items) gather_ground(inner, item.inner_scope, ground);
          }
        }
      }
      if (!stands_on_others) continue;
      for (const std::uint32_t one : ground) most.add(amount_of(table_, one, {}, node.measure, node.unit));
      if (most.known < place.target) place.possible_amount = most;
    }
    return true;
  }

  bool states_amount(std::uint32_t award, table::Measure measure) const {
    const table::Credential& one = table_.credentials()[award];
    return measure == table::Measure::credentials || (measure == table::Measure::hours ? one.hours : one.credits) != table::unknown;
  }

  // An item is evidence in its own scope and in every scope around it.
  void add_evidence(Item& item) {
    item.evidence.first = size_of(problem_.shows);
    for (std::uint32_t at = item.scope;; at = problem_.items[problem_.scopes[at].outer_item].scope) {
      const Scope& scope = problem_.scopes[at];
      for (std::uint32_t s = scope.slots.first; s < scope.slots.first + scope.slots.count; ++s) {
        if (problem_.slots[s].recognised || !shows(item, problem_.slots[s].asked, at != item.scope)) continue;
        problem_.shows.push_back(s);
        ++problem_.slots[s].possible;
      }
      if (scope.outer_item == table::none || !work_.spend()) break;
    }
    item.evidence.count = size_of(problem_.shows) - item.evidence.first;
  }

  bool shows(const Item& item, const table::Developed& asked, bool brought) const {
    for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o)
      if (shows_competency(supply_, item, problem_.options[o].source, asked, brought)) return true;
    return false;
  }

  const Supply& supply_;
  const Table& table_;
  Problem& problem_;
  Work& work_;
};

}  // namespace

bool count_possibilities(const Supply& supply, Problem& problem, Work& work) { return Possibilities(supply, problem, work).run(); }

}  // namespace rung::queries
