// Conditions on what a rule counts, each read from docs/meaning.md: which of what is counted a condition speaks of, and what it makes of that.
#include <algorithm>
#include <climits>
#include <map>
#include <optional>

#include "tests/oracle/judge.hpp"

namespace oracle {
namespace {

// One distinct credential, with every place where it is counted that the condition speaks of.
struct Thing {
  int credential;
  std::vector<Counted> ways;
  Added amount;
};

std::vector<Thing> things(const World& world, const Tree& tree, const Condition& condition, const Choice& choice) {
  const int part = condition.in.empty() ? 0 : tree.named(condition.in);
  std::map<int, Thing> out;
  for (const Counted& one : choice) {
    if (!tree.under(part, one.node)) continue;
    Thing& thing = out.try_emplace(one.credential, Thing{one.credential, {}, adds(world, one, condition.measure)}).first->second;
    thing.ways.push_back(one);
  }
  std::vector<Thing> all;
  for (auto& [credential, thing] : out) all.push_back(thing);
  return all;
}

const Holding* holding(const World& world, const Counted& one) { return one.source >= 0 ? &world.learner.holdings[one.source] : nullptr; }

bool is_inside(const World& world, const Condition& condition, const Thing& thing) {
  const auto any = [&](auto had) { return std::any_of(thing.ways.begin(), thing.ways.end(), had); };
  switch (condition.limit) {
    case Limit::total: return true;
    case Limit::share:
    case Limit::amount_from:
    case Limit::last_from: return world.framework.credentials[thing.credential].issuer == condition.issuer;
    case Limit::at_most_from: return std::find(condition.of.begin(), condition.of.end(), thing.credential) != condition.of.end();
    case Limit::at_most_prior: return any([&](const Counted& one) { return holding(world, one) != nullptr && holding(world, one)->prior_learning; });
    case Limit::at_most_ungraded: return any([&](const Counted& one) { return holding(world, one) != nullptr && holding(world, one)->ungraded; });
    case Limit::at_most_transfer:
      return any([&](const Counted& one) { return is_recognised(one.source) || (holding(world, one) != nullptr && holding(world, one)->transferred); });
    default: return true;
  }
}

// Amounts in hundredths; a bound as a fraction of `scale`, so that shares stay whole numbers.
struct Bound {
  long amount, scale;
};

// In which what nobody stated is tried: fine enough for no share of an amount to lie between.
constexpr long grain = 1000;

// A share rounds to whole units of a hundred hundredths. `whole` and the bound in grains of a hundredth.
Bound bound_of(const Condition& condition, long whole) {
  if (condition.limit != Limit::share && condition.limit != Limit::new_share && !condition.of_share) return {condition.amount * grain, 1};
  const long scale = 100L * condition.divisor, unit = 100 * grain * scale;
  long share = whole * condition.amount;
  switch (condition.rounding) {
    case Rounding::up: share = (share + unit - 1) / unit * unit; break;
    case Rounding::down: share = share / unit * unit; break;
    case Rounding::nearest: share = (share + unit / 2) / unit * unit; break;
    default: break;
  }
  if (condition.both == Both::larger) share = std::max(share, condition.other * grain * scale);
  if (condition.both == Both::smaller) share = std::min(share, condition.other * grain * scale);
  return {share, scale};
}

// Every amount that tells: for what is not stated nothing, each whole number of units in all and the least bit less, and more than anything.
std::vector<long> each_amount(const Added& sum) {
  std::vector<long> out = {sum.known * grain};
  if (!sum.unknown) return out;
  constexpr long unit = 100 * grain;
  for (long whole = out[0] / unit + 1; whole < out[0] / unit + 4; ++whole) out.insert(out.end(), {whole * unit - 1, whole * unit});
  out.push_back(100'000 * unit);
  return out;
}

bool sums_hold(const World& world, const Condition& condition, const std::vector<Thing>& all) {
  Added inside, outside;
  for (const Thing& thing : all) (is_inside(world, condition, thing) ? inside : outside).add(thing.amount);
  return kept(condition, inside, outside);
}

// The keys of one thing; none when it has one and nobody stated which.
std::optional<std::set<int>> keys_of(const World& world, const Condition& condition, const Thing& thing) {
  const Credential& what = world.framework.credentials[thing.credential];
  std::set<int> out;
  bool stated = true;
  switch (condition.key) {
    case Key::issuer: out = {what.issuer}; break;
    case Key::subject:
      out.insert(what.subjects.begin(), what.subjects.end());
      stated = !what.subjects.empty();
      break;
    case Key::tag:
      for (const int tag : what.tags)
        if (condition.tags.empty() || std::find(condition.tags.begin(), condition.tags.end(), tag) != condition.tags.end()) out.insert(tag);
      break;
    case Key::term:
      for (const Counted& one : thing.ways) {
        if (one.source == by_taking) out.insert(1000 + thing.credential);   // a term to itself
        if (holding(world, one) == nullptr) continue;
        if (holding(world, one)->term < 0) stated = false;
        else out.insert(holding(world, one)->term);
      }
  }
  if (!stated && out.empty()) return std::nullopt;
  return out;
}

bool keys_hold(const World& world, const Condition& condition, const std::vector<Thing>& all) {
  std::map<int, long> sums;
  long any = 0;   // of what has a key that nobody stated: it may be any
  for (const Thing& thing : all) {
    const auto keys = keys_of(world, condition, thing);
    if (!keys) any += thing.amount.known;
    else for (const int key : *keys) sums[key] += thing.amount.known;
    const bool has_a_key = !keys || !keys->empty();
    if (condition.limit == Limit::at_most_each && thing.amount.unknown && has_a_key) return false;
  }
  if (condition.limit == Limit::distinct) return static_cast<long>(sums.size()) >= condition.amount;
  return any <= condition.amount && std::all_of(sums.begin(), sums.end(), [&](const auto& one) { return one.second + any <= condition.amount; });
}

bool average_holds(const World& world, const Condition& condition, const std::vector<Thing>& all) {
  long above = 0;
  for (const Thing& thing : all) {
    int best = -1;
    bool not_averaged = false;
    for (const Counted& one : thing.ways) {
      const Holding* const held = holding(world, one);
      if (held != nullptr && held->grade >= 0) best = std::max(best, held->grade);
      else not_averaged = not_averaged || held == nullptr || held->prior_learning || held->transferred || held->ungraded || world.framework.credentials[thing.credential].rule;
    }
    if (best < 0 && not_averaged) continue;
    if (best < 0 || (thing.amount.unknown && best < condition.amount)) return false;
    above += (best - condition.amount) * thing.amount.known;
  }
  return above >= 0;
}

// The day on which a thing was awarded, as a month; none when nobody stated it.
std::optional<int> day_of(const World& world, const Counted& one, bool inside) {
  // What is taken comes after all that is held, each in its turn: what has to come after another thing begins when that has ended. An award that is earned on the way comes at the end.
  const auto turn_of = [&](int taken) { return inside ? world.turns.at(taken).begun : world.turns.at(taken).ended; };
  constexpr int first_turn = 1'000'000;
  if (one.source == by_taking) return world.turns.empty() ? INT_MAX : first_turn + turn_of(one.credential);
  if (one.source == by_rule && world.path) return INT_MAX;
  if (one.source == by_rule) return world.learner.today >= 0 ? world.learner.today : INT_MAX - 1;
  if (!is_recognised(one.source)) return holding(world, one)->month < 0 ? std::nullopt : std::optional(holding(world, one)->month);
  const auto ways = ways_of(world, line_of(one.source));
  const auto month = [](const Basis& way) { return way.dated ? way.month : way.anew ? INT_MAX : -1; };   // taken with its last source
  const bool same = std::all_of(ways.begin(), ways.end(), [&](const Basis& way) { return month(way) == month(ways[0]); });
  if (!same || month(ways[0]) < 0) return std::nullopt;
  if (month(ways[0]) < INT_MAX || world.turns.empty()) return month(ways[0]);
  std::set<int> surely = ways[0].taken, any;
  for (const Basis& way : ways) {
    any.insert(way.taken.begin(), way.taken.end());
    std::erase_if(surely, [&](int taken) { return !way.taken.contains(taken); });
  }
  int turn = 0;
  for (const int taken : surely.empty() ? any : surely) turn = std::max(turn, turn_of(taken));
  return first_turn + turn;
}

bool last_holds(const World& world, const Condition& condition, const std::vector<Thing>& all) {
  for (const Thing& thing : all) {
    if (is_inside(world, condition, thing) || (thing.amount.known == 0 && !thing.amount.unknown)) continue;
    std::optional<int> day;
    for (const Counted& one : thing.ways)
      if (const auto this_day = day_of(world, one, false); this_day && (!day || *this_day < *day)) day = this_day;
    if (!day) return false;
    long later = 0;
    for (const Thing& other : all) {
      if (!is_inside(world, condition, other)) continue;
      const bool in_time = std::any_of(other.ways.begin(), other.ways.end(), [&](const Counted& one) {
        const auto other_day = day_of(world, one, true);
        return other_day && *other_day >= *day;
      });
      if (in_time) later += other.amount.known;
    }
    if (later < condition.amount) return false;
  }
  return true;
}

}  // namespace

bool kept(const Condition& condition, const Added& inside, const Added& outside) {
  for (const long in : each_amount(inside))
    for (const long out : each_amount(outside)) {
      const Bound bound = bound_of(condition, in + out);
      if (is_limit(condition) ? in * bound.scale > bound.amount : in * bound.scale < bound.amount) return false;
    }
  return true;
}

bool is_limit(const Condition& condition) {
  switch (condition.limit) {
    case Limit::total:
    case Limit::share:
    case Limit::amount_from:
    case Limit::distinct:
    case Limit::average:
    case Limit::new_share:
    case Limit::new_amount:
    case Limit::last_from: return false;
    default: return true;
  }
}

bool condition_holds(const World& world, const Tree& tree, const Condition& condition, const Choice& choice) {
  if (condition.limit == Limit::may_share) return true;
  if (condition.limit == Limit::shared || condition.limit == Limit::new_share || condition.limit == Limit::new_amount)
    return between_awards_holds(world, tree.owner, condition, choice);
  const std::vector<Thing> all = things(world, tree, condition, choice);
  switch (condition.limit) {
    case Limit::at_most_each:
    case Limit::distinct: return keys_hold(world, condition, all);
    case Limit::average: return average_holds(world, condition, all);
    case Limit::last_from: return last_holds(world, condition, all);
    default: return sums_hold(world, condition, all);
  }
}

}  // namespace oracle
