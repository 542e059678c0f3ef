#include "runtime/queries/counting/assignment.hpp"

#include <algorithm>

namespace rung::queries {

using table::ConditionKind;
using table::NodeKind;

Assignment::Assignment(const Supply& supply, Problem& problem, Work& work)
    : supply_(supply), table_(supply.table()), problem_(problem), work_(work), last_use_(problem.token_count, table::none),
      rival_counted_(problem.rivalries) {
  for (const Bound& bound : problem_.bounds) {
    standing_of_.push_back(static_cast<std::uint32_t>(standings_.size()));
    if (bound.looked_over) standings_.emplace_back(supply_, *bound.condition);
  }
  for (std::uint32_t p = static_cast<std::uint32_t>(problem_.places.size()); p-- > 0;) refresh(p);
  activate(0, true);
}

Outcome Assignment::decide() { return search(Wanted::any); }
Outcome Assignment::count_most() { return search(Wanted::most_counted); }
Outcome Assignment::weigh_most(table::Measure measure, std::uint32_t unit) {
  measure_ = measure;
  unit_ = unit;
  return search(Wanted::most_weight);
}
Choice Assignment::choice() const { return best_; }

// ---- the stack of decisions ------------------------------------------------------------------------------------------------------

Outcome Assignment::search(Wanted wanted) {
  wanted_ = wanted;
  const auto depth_end = static_cast<std::uint32_t>(problem_.order.size());
  cursors_.assign(depth_end + 1, 0);
  uses_before_.assign(depth_end + 1, 0);
  // The award's own items come first in the order.
  const auto own_end = static_cast<std::uint32_t>(
      std::count_if(problem_.items.begin(), problem_.items.end(), [](const Item& item) { return item.scope == 0; }));
  std::uint32_t depth = 0;
  if (violations_ > 0 || !bounds_can_hold()) return Outcome::unmet;
  for (;;) {
    bool deeper = false;
    if (depth == depth_end) {
      if (!work_.spend(1 + problem_.places.size() + problem_.scopes.size() * problem_.items.size())) return Outcome::undecided;
      if (holds() && is_better()) {
        found_ = true;
        best_count_ = counted_;
        best_ = chosen();
        if (wanted == Wanted::any) return Outcome::met;
      }
    } else if (wanted != Wanted::most_counted || !found_ || counted_ + (own_end - std::min(depth, own_end)) > best_count_) {
      const std::uint32_t item = problem_.order[depth];
      uses_before_[depth] = static_cast<std::uint32_t>(uses_.size());
      while (!deeper && next_value(item, cursors_[depth])) {
        if (!work_.spend()) return Outcome::undecided;
        deeper = apply(item, value_at(problem_.items[item], cursors_[depth]++));
        if (!deeper) undo(depth);
      }
    }
    if (deeper) {
      cursors_[++depth] = 0;
      continue;
    }
    if (depth == 0) break;
    --depth;
    undo(depth);
  }
  if (problem_.narrowed && !found_) return Outcome::undecided;
  return found_ ? Outcome::met : Outcome::unmet;
}

bool Assignment::is_better() {
  if (wanted_ != Wanted::most_weight) return !found_ || counted_ > best_count_;
  Sum sum;
  for (const std::uint32_t ground : chosen().adding) sum.add(amount_of(table_, ground, {}, measure_, unit_));
  if (found_ && sum.known <= best_weight_.known) return false;
  best_weight_ = sum;
  return true;
}

// Moves `cursor` to the next value that is worth trying; false when there is none.
bool Assignment::next_value(std::uint32_t item_id, std::uint32_t& cursor) {
  const Item& item = problem_.items[item_id];
  if (!problem_.scopes[item.scope].active) cursor = std::max(cursor, item.values.count);   // what is likely is of the award's own rule, which is active
  const bool told_apart = wanted_ == Wanted::most_weight;   // twins may weigh differently
  if (item.twin != table::none && !told_apart) cursor = std::max(cursor, problem_.items[item.twin].chosen);
  return item.always && item.values.count > 0 ? cursor < item.values.count : cursor <= item.values.count;
}

// The likely value comes first, and the others in their order.
std::uint32_t Assignment::value_at(const Item& item, std::uint32_t cursor) {
  const bool is_always = item.always && item.values.count > 0;
  if (item.likely == table::none || (is_always && item.likely == item.values.count)) return cursor;
  return cursor == 0 ? item.likely : cursor <= item.likely ? cursor - 1 : cursor;
}

bool Assignment::apply(std::uint32_t item_id, std::uint32_t value) {
  Item& item = problem_.items[item_id];
  item.chosen = value;
  item.decided = true;
  work_.spend(problem_.looks.size() / 16);
  const bool rivalled = item.rivals != table::none && value < item.values.count && rival_counted_[item.rivals] > 0;
  const bool room = !rivalled && use_tokens(item, value);
  decided(item, value, true);
  return room && violations_ == 0 && bounds_can_hold();
}

void Assignment::undo(std::uint32_t depth) {
  Item& item = problem_.items[problem_.order[depth]];
  decided(item, item.chosen, false);
  item.decided = false;
  while (uses_.size() > uses_before_[depth]) {
    last_use_[uses_.back().token] = uses_.back().before;
    uses_.pop_back();
  }
}

// Books the decision on every counter, or takes it back.
void Assignment::decided(const Item& item, std::uint32_t value, bool forward) {
  const bool counted = value < item.values.count;
  const auto chosen = value_of(item);
  std::uint32_t last = table::none;
  for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
    const Option& option = problem_.options[o];
    if (option.place == last) continue;
    last = option.place;
    const bool here = std::any_of(chosen.begin(), chosen.end(), [&](std::uint32_t c) { return problem_.options[c].place == option.place; });
    if (here)
      count_at(option, forward);
    else
      no_longer_possible(option, forward);
  }
  if (counted && item.rivals != table::none) rival_counted_[item.rivals] += forward ? 1 : -1u;
  if (counted && item.scope == 0) counted_ += forward ? 1 : -1u;   // what is counted inside an award comes along with it

  for (std::uint32_t c = item.contributions.first; c < item.contributions.first + item.contributions.count; ++c) {
    const Contribution& contribution = problem_.contributions[c];
    Bound& bound = problem_.bounds[contribution.condition];
    if (bound.looked_over) continue;
    if (counted && limited(item, value, bound)) {
      Sum& sum = contribution.inside ? bound.sure_inside : bound.sure_outside;
      if (forward)
        sum.add(contribution.weight.sure);
      else
        sum.subtract(contribution.weight.sure);
    } else if (!counted && contribution.inside) {
      if (forward)
        bound.possible_inside.subtract(contribution.weight.most);
      else
        bound.possible_inside.add(contribution.weight.most);
    }
  }

  for (std::uint32_t e = item.evidence.first; e < item.evidence.first + item.evidence.count; ++e) {
    Slot& slot = problem_.slots[problem_.shows[e]];
    const bool brought = problem_.places[slot.place].scope != item.scope;
    const auto shows = [&](std::uint32_t option) {
      return shows_competency(supply_, item, problem_.options[option].source, slot.asked, brought);
    };
    if (counted && std::any_of(chosen.begin(), chosen.end(), shows)) continue;
    Place& place = problem_.places[slot.place];
    if (forward && --slot.possible == 0) --place.possible;
    if (!forward && slot.possible++ == 0) ++place.possible;
    refresh(slot.place);
  }
  if (counted && item.inner_scope != table::none) activate(item.inner_scope, forward);
}

// Whether what is counted so is what the bound speaks of, as far as that depends on how it is there.
bool Assignment::limited(const Item& item, std::uint32_t value, const Bound& bound) const {
  const ConditionKind kind = bound.condition->kind;
  if (!table::limits_how_it_is_had(kind)) return true;
  const table::Range range = problem_.values[item.values.first + value];
  for (std::uint32_t o = range.first; o < range.first + range.count; ++o) {
    const Source source = problem_.options[problem_.value_options[o]].source;
    if (kind == ConditionKind::at_most_prior && supply_.by_prior_learning(source)) return true;
    if (kind == ConditionKind::at_most_ungraded && supply_.is_ungraded(source)) return true;
    const std::uint32_t agreement = supply_.agreement_of(source);
    if (kind == ConditionKind::at_most_transfer && bound.agreement == table::none && supply_.by_transfer(source)) return true;
    if (kind == ConditionKind::at_most_transfer && agreement != table::none && (bound.agreement == table::none || bound.agreement == agreement)) return true;
  }
  return false;
}

void Assignment::count_at(const Option& option, bool forward) {
  problem_.places[option.place].sure += forward ? 1 : -1u;
  for (std::uint32_t p = option.place; p != table::none; p = problem_.places[p].parent) {
    Place& place = problem_.places[p];
    const bool was_loaded = place.load > 0;
    place.load += forward ? 1 : -1u;
    if (was_loaded != (place.load > 0) && place.parent != table::none)
      problem_.places[place.parent].loaded_children += forward ? 1 : -1u;
  }
  for (std::uint32_t p = option.place; p != table::none; p = problem_.places[p].parent) refresh(p);
}

void Assignment::no_longer_possible(const Option& option, bool forward) {
  Place& place = problem_.places[option.place];
  if (place.kind != NodeKind::competencies) place.possible += forward ? -1u : 1;
  if (forward)
    place.possible_amount.subtract(option.weight.most);
  else
    place.possible_amount.add(option.weight.most);
  refresh(option.place);
}

// ---- what can still hold ---------------------------------------------------------------------------------------------------------

bool Assignment::is_dead(const Place& place) const {
  if (place.waived) return false;
  switch (place.kind) {
    case NodeKind::members:
    case NodeKind::competencies: return place.possible < place.need;
    case NodeKind::amount:
      return place.possible_amount.known < place.target && !(supply_.terms().optimistic && place.possible_amount.unknown > 0);
    case NodeKind::group: return place.alive_children < place.need;
    default: return !place.gate_met;
  }
}

// Brings a place, and what depends on it, up to date with its counters.
void Assignment::refresh(std::uint32_t place_id) {
  for (std::uint32_t p = place_id; p != table::none;) {
    Place& place = problem_.places[p];
    const bool dead = is_dead(place);
    const bool died_or_rose = dead != place.dead;
    place.dead = dead;
    const bool over = (place.kind == NodeKind::members && place.sure > place.limit) ||
                      (place.kind == NodeKind::group && place.loaded_children > place.limit);
    const bool demanded = place.load > 0 || (place.parent == table::none && problem_.scopes[place.scope].active);
    const bool violating = over || (dead && demanded);
    if (violating != place.violating) violations_ += violating ? 1 : -1u;
    place.violating = violating;
    if (!died_or_rose || place.parent == table::none) return;
    problem_.places[place.parent].alive_children += dead ? -1u : 1;
    p = place.parent;
  }
}

void Assignment::activate(std::uint32_t scope, bool active) {
  problem_.scopes[scope].active = active;
  refresh(problem_.scopes[scope].first_place);
}

bool Assignment::bounds_can_hold() {
  const bool optimistic = supply_.terms().optimistic;
  for (const Bound& bound : problem_.bounds) {
    if (bound.waived || !problem_.scopes[bound.scope].active) continue;
    if (bound.looked_over) {
      if (!stands(bound, false)) return false;
      continue;
    }
    switch (bound.condition->kind) {
      case ConditionKind::total:
      case ConditionKind::amount_from:
      case ConditionKind::new_amount:
        if (bound.possible_inside.known < bound.target && !(optimistic && bound.possible_inside.unknown > 0)) return false;
        break;
      case ConditionKind::share:
      case ConditionKind::new_share: {
        if (!optimistic && bound.sure_outside.unknown > 0 && grows_with_the_whole(*bound.condition)) return false;
        if (bound.possible_inside.unknown > 0) break;
        // The share is greatest when all that may still come from inside is counted and nothing more from outside; rounding can lower the
        // threshold by less than one unit.
        const table::Condition& condition = *bound.condition;
        const Wide whole = std::max(bound.possible_inside.known + bound.sure_outside.known, bound.least_whole);
        const Wide unit = condition.rounding == table::Rounding::exact ? 0 : target_of(table_, table::millionths, condition.measure, condition.unit);
        if (bound.possible_inside.known + unit < bound_of(table_, whole, condition, table::Rounding::exact)) return false;
        break;
      }
      default:   // limits
        if (bound.sure_inside.known > bound.target || (!optimistic && bound.sure_inside.unknown > 0)) return false;
    }
  }
  return true;
}

bool Assignment::stands(const Bound& bound, bool complete) {
  Standing& standing = standings_[standing_of_[static_cast<std::size_t>(&bound - problem_.bounds.data())]];
  standing.clear();
  const bool variable = complete && problem_.scopes[bound.scope].variable;
  for (const Look& look : std::span(problem_.looks).subspan(bound.looks.first, bound.looks.count)) {
    const Item& item = problem_.items[look.item];
    ways_.clear();
    const auto add = [&](const Option& option) { ways_.push_back({problem_.places[option.place].node, option.source}); };
    if (item.decided) {
      for (const std::uint32_t o : value_of(item)) add(problem_.options[o]);
    } else {
      for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) add(problem_.options[o]);
    }
    if (ways_.empty()) continue;
    const Weight& weight = problem_.contributions[look.contribution].weight;
    const table::Condition& condition = *bound.condition;
    standing.add(item.credential, ways_, variable ? weight_now(item, weight, condition.measure, condition.unit) : weight, !item.decided);
  }
  return standing.can_hold(supply_.terms().optimistic);
}

// ---- counts once -----------------------------------------------------------------------------------------------------------------

bool Assignment::use_tokens(const Item& item, std::uint32_t value) {
  if (value >= item.values.count) return true;
  const table::Range range = problem_.values[item.values.first + value];
  for (std::uint32_t v = range.first; v < range.first + range.count; ++v) {
    const Option& option = problem_.options[problem_.value_options[v]];
    for (std::uint32_t t = option.tokens.first; t < option.tokens.first + option.tokens.count; ++t)
      if (!use_token(problem_.tokens[t], option.place)) return false;
  }
  return true;
}

// In the scope of the place, and in every scope around it, where the token comes along with the award that is counted there.
bool Assignment::use_token(const Token& token, std::uint32_t place) {
  std::uint32_t scope = problem_.places[place].scope, via = place;
  for (;;) {
    for (std::uint32_t u = last_use_[token.number]; u != table::none; u = uses_[u].before) {
      if (!work_.spend()) return false;
      if (uses_[u].scope != scope) continue;
      // It has come along from that inner scope before, and has been booked further out.
      if (uses_[u].via == via && via >= problem_.places.size()) {
        if (uses_[u].recognition == token.recognition) return true;
        continue;   // by another line: booked as well, so that neither is taken for the other
      }
      if (token.recognition != table::none && uses_[u].recognition == token.recognition) continue;
      if (!compatible(scope, uses_[u].via, via)) return false;
    }
    uses_.push_back({token.number, scope, via, last_use_[token.number], token.recognition});
    last_use_[token.number] = static_cast<std::uint32_t>(uses_.size() - 1);
    if (problem_.scopes[scope].outer_item == table::none) return true;
    via = static_cast<std::uint32_t>(problem_.places.size()) + scope;
    scope = problem_.items[problem_.scopes[scope].outer_item].scope;
  }
}

bool Assignment::compatible(std::uint32_t scope, std::uint32_t one_via, std::uint32_t other_via) const {
  if (!problem_.scopes[scope].shares) return false;
  const auto places_of = [&](std::uint32_t via) {
    std::vector<std::uint32_t> places;
    if (via < problem_.places.size()) {
      places.push_back(via);
    } else {
      const Item& award = problem_.items[problem_.scopes[via - problem_.places.size()].outer_item];
      for (const std::uint32_t option : value_of(award)) places.push_back(problem_.options[option].place);
    }
    return places;
  };
  for (const std::uint32_t one : places_of(one_via))
    for (const std::uint32_t other : places_of(other_via))
      if (!may_share(supply_, problem_, one, other)) return false;
  return true;
}

}  // namespace rung::queries
