// Judging a complete choice: what the running counters cannot say exactly (sums that depend on an open choice, rounded shares). Order in time is in verdict_order.cpp.
#include <algorithm>

#include "runtime/queries/counting/assignment.hpp"
#include "runtime/queries/counting/other_awards.hpp"

namespace rung::queries {

using table::ConditionKind;
using table::Node;
using table::NodeKind;

namespace {

// Several sorted lists as one, each number once. Along a chain of awards one long list gets a few more at each: those are merged in, where sorting all of it again would take most of the time.
class Union {
 public:
  void add(std::span<const std::uint32_t> sorted) {
    if (sorted.empty()) return;
    const auto middle = static_cast<std::ptrdiff_t>(out_.size());
    const bool behind = out_.empty() || out_.back() <= sorted.front();
    out_.insert(out_.end(), sorted.begin(), sorted.end());
    if (!behind && ++merged_ <= most_merged) std::inplace_merge(out_.begin(), out_.begin() + middle, out_.end());
  }
  std::vector<std::uint32_t> take() {
    if (merged_ > most_merged) std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  static constexpr int most_merged = 8;    // of more, all is sorted once
  std::vector<std::uint32_t> out_;
  int merged_ = 0;
};

}  // namespace

std::span<const std::uint32_t> Assignment::value_of(const Item& item) const {
  if (item.chosen >= item.values.count) return {};
  const table::Range range = problem_.values[item.values.first + item.chosen];
  return std::span(problem_.value_options).subspan(range.first, range.count);
}

bool Assignment::holds() {
  for (std::uint32_t s = static_cast<std::uint32_t>(problem_.scopes.size()); s-- > 0;) {
    const Scope& scope = problem_.scopes[s];
    if (!scope.active) continue;
    if (scope.variable && !sums_hold(scope, s)) return false;
    if (scope.bounds.count + scope.caps.count > 0 && !bounds_hold(scope, s)) return false;
    if (scope.ordered && !in_order(scope, s)) return false;
    if (problem_.looks_at_other_awards && !other_awards_hold(scope, s)) return false;
  }
  return true;
}

// The ground credentials that a counted item brings: itself, what the record or the fixed point says, or all that is counted inside it.
std::vector<std::uint32_t> Assignment::ground_of(const Item& item, Brings what) const {
  std::vector<std::uint32_t> ground;
  const auto value = value_of(item);
  if (value.empty()) return ground;
  if (item.inner_scope == table::none) {
    const Source source = problem_.options[value[0]].source;
    if (what == Brings::adding && supply_.is_exemption(source)) return ground;
    if (supply_.is_ground(item.credential, source)) return {item.credential};
    const auto brought = what == Brings::adding ? supply_.adding(item.credential, source) : supply_.stands_on(item.credential, source);
    return {brought.begin(), brought.end()};
  }
  std::vector<std::uint32_t> scopes = {item.inner_scope};
  for (std::size_t at = 0; at < scopes.size(); ++at) {
    for (const Item& inner : problem_.items) {
      if (inner.scope != scopes[at] || value_of(inner).empty()) continue;
      if (inner.inner_scope != table::none) {
        scopes.push_back(inner.inner_scope);
        continue;
      }
      const auto brought = ground_of(inner, what);
      ground.insert(ground.end(), brought.begin(), brought.end());
    }
  }
  std::sort(ground.begin(), ground.end());
  ground.erase(std::unique(ground.begin(), ground.end()), ground.end());
  return ground;
}

Weight Assignment::weight_now(const Item& item, const Weight& weight, table::Measure measure, std::uint32_t unit) const {
  if (item.inner_scope == table::none) return weight;
  const Sum sum = amount_of(table_, item.credential, ground_of(item, Brings::adding), measure, unit);
  return {sum, sum};
}

// The tree of one scope, with the sums as they are now. Everything but sums has been exact all along: `dead` says it.
bool Assignment::sums_hold(const Scope& scope, std::uint32_t number) const {
  const bool optimistic = supply_.terms().optimistic;
  std::vector<Sum> sums(scope.places);
  for (const Item& item : problem_.items) {
    if (item.scope != number) continue;
    for (const std::uint32_t o : value_of(item)) {
      const Option& option = problem_.options[o];
      const Node& node = table_.nodes()[problem_.places[option.place].node];
      if (node.kind == NodeKind::amount)
        sums[option.place - scope.first_place].add(weight_now(item, option.weight, node.measure, node.unit).sure);
    }
  }
  std::vector<std::uint32_t> holding(scope.places);
  for (std::uint32_t i = scope.places; i-- > 0;) {
    const Place& place = problem_.places[scope.first_place + i];
    bool held = !place.dead;
    if (!place.waived && place.kind == NodeKind::amount) held = sums[i].known >= place.target || (optimistic && sums[i].unknown > 0);
    if (!place.waived && place.kind == NodeKind::group) held = holding[i] >= place.need;
    if (!held && (place.load > 0 || i == 0)) return false;
    if (held && i > 0) ++holding[place.parent - scope.first_place];
  }
  return true;
}

bool Assignment::bounds_hold(const Scope& scope, std::uint32_t number) {
  const bool optimistic = supply_.terms().optimistic;
  const std::uint32_t conditions = scope.bounds.count;
  for (std::uint32_t i = 0; i < conditions + scope.caps.count; ++i) {
    const std::uint32_t b = i < conditions ? scope.bounds.first + i : scope.caps.first + (i - conditions);
    if (problem_.bounds[b].waived) continue;
    if (problem_.bounds[b].looked_over) {
      if (!stands(problem_.bounds[b], true)) return false;
      continue;
    }
    const table::Condition& condition = *problem_.bounds[b].condition;
    if (table::looks_at_other_awards(condition.kind)) continue;   // other_awards_hold
    Sum inside = problem_.bounds[b].sure_inside, outside = problem_.bounds[b].sure_outside;
    if (scope.variable) {
      inside = outside = {};
      for (const Item& item : problem_.items) {
        if (item.scope != number || value_of(item).empty()) continue;
        for (std::uint32_t c = item.contributions.first; c < item.contributions.first + item.contributions.count; ++c) {
          const Contribution& contribution = problem_.contributions[c];
          if (contribution.condition != b) continue;
          if (!limited(item, item.chosen, problem_.bounds[b])) continue;
          (contribution.inside ? inside : outside).add(weight_now(item, contribution.weight, condition.measure, condition.unit).sure);
        }
      }
    }
    bool held = false;
    switch (condition.kind) {
      case ConditionKind::total:
      case ConditionKind::amount_from:
      case ConditionKind::share: held = is_enough(table_, condition, inside, outside, optimistic); break;
      default: held = is_within(table_, condition, inside, outside, optimistic);   // limits
    }
    if (!held) return false;
  }
  return true;
}

// All that a scope counts, at any depth: the ground credentials, and the awards.
void Assignment::gather(std::uint32_t number, std::vector<GroundCounted>& grounds, std::vector<std::uint32_t>& awards) const {
  struct Inside { std::uint32_t scope, under; };
  std::vector<Inside> open = {{number, table::none}};
  for (std::size_t next = 0; next < open.size(); ++next) {
    for (const Item& item : problem_.items) {
      if (item.scope != open[next].scope) continue;
      const auto value = value_of(item);
      if (value.empty()) continue;
      const std::uint32_t under = open[next].under == table::none ? item.credential : open[next].under;
      const bool award = supply_.is_award(item.credential);
      if (award) awards.push_back(item.credential);
      if (item.inner_scope != table::none) {
        open.push_back({item.inner_scope, under});
        continue;
      }
      const Source source = problem_.options[value[0]].source;
      add_grounds(supply_, item.credential, source, under, grounds);
      const Choice* const choice = source == from_rule ? supply_.derived(item.credential) : nullptr;
      if (choice != nullptr) awards.insert(awards.end(), choice->awards.begin(), choice->awards.end());
      for (const std::uint32_t named : supply_.stands_on(item.credential, source))
        if (supply_.is_award(named)) awards.push_back(named);
    }
  }
  std::sort(grounds.begin(), grounds.end());
  grounds.erase(std::unique(grounds.begin(), grounds.end()), grounds.end());
  std::sort(awards.begin(), awards.end());
  awards.erase(std::unique(awards.begin(), awards.end()), awards.end());
}

bool Assignment::other_awards_hold(const Scope& scope, std::uint32_t number) const {
  const bool perhaps = !supply_.terms().optimistic;
  std::vector<GroundCounted> grounds;
  std::vector<std::uint32_t> awards;
  gather(number, grounds, awards);
  const RuleCounted rule{scope.award, grounds, awards};
  if (!within_most_awards(supply_, rule, perhaps)) return false;
  for (std::uint32_t b = scope.bounds.first; b < scope.bounds.first + scope.bounds.count; ++b) {
    const Bound& bound = problem_.bounds[b];
    const table::Condition& condition = *bound.condition;
    if (bound.waived || !table::looks_at_other_awards(condition.kind)) continue;
    if (table::limits_sharing(condition.kind)) {
      const Sum shared = shared_with_others(supply_, rule, condition, perhaps);
      if (shared.known > bound.target || (perhaps && shared.unknown > 0)) return false;
      continue;
    }
    NewShare sum;
    for (const Item& item : problem_.items) {
      const auto value = item.scope == number ? value_of(item) : std::span<const std::uint32_t>();
      if (value.empty()) continue;
      const Source source = problem_.options[value[0]].source;
      const Sum adds = supply_.adds(item.credential, source, ground_of(item, Brings::adding), condition.measure, condition.unit);
      sum.add(new_learning(supply_, rule, item.credential, adds, condition.measure, condition.unit, perhaps));
    }
    if (!sum.met(table_, condition, !perhaps)) return false;
  }
  return true;
}

Choice Assignment::chosen() const {
  Choice out;
  Union stands_on, all_adding, uses, taken;
  for (const Item& item : problem_.items) {
    const auto value = value_of(item);
    if (value.empty()) continue;
    const auto ground = ground_of(item, Brings::everything), adding = ground_of(item, Brings::adding);
    for (const std::uint32_t o : value) {
      const auto used = supply_.uses(item.credential, problem_.options[o].source);
      if (item.inner_scope == table::none) uses.add(used);
      const Offer offer{problem_.places[problem_.options[o].place].node, item.credential, problem_.options[o].source};
      if (item.scope != 0) {
        out.inside.push_back(offer);
        continue;
      }
      CountedOffer counted;
      static_cast<Offer&>(counted) = offer;
      if (!supply_.is_ground(item.credential, offer.source)) counted.stands_on = ground, counted.adding = adding;
      out.counted.push_back(std::move(counted));
    }
    if (item.scope != 0) continue;
    stands_on.add(ground);
    all_adding.add(adding);
    if (supply_.terms().in_order)
      for (const std::uint32_t o : value_of(item)) taken.add(taken_for(item, problem_.options[o].source));
  }
  out.taken = taken.take();
  // Only limits between awards look at these, and they grow with the depth of a chain of awards.
  if (!supply_.conferred().empty()) gather(0, out.grounds, out.awards);
  std::sort(out.counted.begin(), out.counted.end(), [](const Offer& a, const Offer& b) { return a < b; });
  std::sort(out.inside.begin(), out.inside.end());
  out.stands_on = stands_on.take();
  out.adding = all_adding.take();
  out.uses = uses.take();
  return out;
}

}  // namespace rung::queries
