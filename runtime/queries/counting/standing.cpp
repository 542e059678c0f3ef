#include "runtime/queries/counting/standing.hpp"

#include <algorithm>

#include "runtime/queries/floors.hpp"

namespace rung::queries {

using table::ConditionKind;
using table::Key;

Standing::Standing(const Supply& supply, const table::Condition& condition)
    : supply_(supply), table_(supply.table()), condition_(condition), members_(table_.list(condition.members)) {}

void Standing::clear() {
  inside_sure_ = inside_most_ = outside_sure_ = outside_most_ = nameless_amount_ = {};
  keys_.clear();
  dated_.clear();
  nameless_ = unknown_ = 0;
  above_ = hoped_above_ = graded_weight_ = graded_sum_ = 0;
  boundless_ = unsure_ = any_open_ = false;
}

// In the part of the rule of which the condition speaks.
bool Standing::relevant(const Way& way) const {
  return condition_.within == table::none || (condition_.within <= way.node && way.node < table_.nodes()[condition_.within].end);
}

// Held or recognised in the way that is limited.
bool Standing::had_so(const Way& way) const {
  switch (condition_.kind) {
    case ConditionKind::at_most_prior: return supply_.by_prior_learning(way.source);
    case ConditionKind::at_most_transfer: return is_recognised(way.source) || supply_.by_transfer(way.source);
    case ConditionKind::at_most_ungraded: return supply_.is_ungraded(way.source);
    default: return true;
  }
}

bool Standing::bounds(std::uint32_t credential, std::span<const Way> ways) const {
  const bool by_name = condition_.kind == ConditionKind::amount_from || condition_.kind == ConditionKind::share || condition_.kind == ConditionKind::at_most_from ||
                       condition_.kind == ConditionKind::last_from;
  if (by_name && !std::binary_search(members_.begin(), members_.end(), credential)) return false;
  return std::any_of(ways.begin(), ways.end(), [&](const Way& way) { return relevant(way) && had_so(way); });
}

void Standing::add(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool open) {
  if (std::none_of(ways.begin(), ways.end(), [&](const Way& way) { return relevant(way); })) return;
  any_open_ = any_open_ || open || weight.sure.known != weight.most.known || weight.sure.unknown != weight.most.unknown;   // or a choice inside it is
  switch (condition_.kind) {
    case ConditionKind::distinct:
    case ConditionKind::at_most_each: return add_keys(credential, ways, weight, open);
    case ConditionKind::average: return add_grade(credential, ways, weight, open);
    default: break;
  }
  const bool inside = bounds(credential, ways);
  if (condition_.kind == ConditionKind::last_from) return add_dated(credential, ways, weight, inside, open);
  (inside ? inside_most_ : outside_most_).add(weight.most);
  if (!open) (inside ? inside_sure_ : outside_sure_).add(weight.sure);
  const bool of_the_whole = condition_.percent != table::unknown;
  if (!open && weight.sure.unknown > 0 && (inside || of_the_whole)) ++unknown_;
}

void Standing::add_keys(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool open) {
  const bool distinct = condition_.kind == ConditionKind::distinct;
  if (open && !distinct) return;   // what need not be counted need not be limited
  const auto named = table_.list(condition_.keys);
  const auto wanted = [&](KeyId key) {
    if (named.empty()) return true;
    for (std::size_t i = 0; i + 1 < named.size(); i += 2)
      if (key == (KeyId{named[i]} << 32 | named[i + 1])) return true;
    return false;
  };
  std::vector<KeyId> own;
  bool stated = true;
  for (const Way& way : ways) {
    if (!relevant(way)) continue;
    const bool known = each_key(supply_, condition_.key, credential, way.source, [&](KeyId key) {
      if (wanted(key) && std::find(own.begin(), own.end(), key) == own.end()) own.push_back(key);
    });
    stated = stated && known;
  }
  if (!stated) {
    ++nameless_;
    nameless_amount_.add(weight.sure);
  }
  if (!distinct && weight.sure.unknown > 0 && (!stated || !own.empty())) {
    ++unknown_;
    unsure_ = true;
  }
  for (const KeyId key : own) {
    const auto at = std::find_if(keys_.begin(), keys_.end(), [&](const auto& one) { return one.first == key; });
    if (at == keys_.end()) keys_.emplace_back(key, weight.sure.known);
    else at->second += weight.sure.known;
  }
}

// What is recognised, what is earned by its rule, an award that was conferred without a grade, and what was credited without one are not averaged; what is taken has
// the average that is asked for.
Standing::Graded Standing::grade_of(std::uint32_t credential, const Way& way, std::int64_t& grade) const {
  if (!is_held(way.source)) return Graded::no;
  const Held& held = supply_.holdings().held[way.source];
  if (held.grade == table::unknown) {
    const bool without = held.by_prior_learning || held.by_transfer || held.ungraded || supply_.is_award(credential);
    return without ? Graded::no : Graded::unknown;
  }
  if (!comparable(table_, held.grade, held.grade_scale, condition_.grade_scale)) return Graded::unknown;
  grade = held.grade;
  const table::Scale& scale = table_.scales()[condition_.grade_scale];
  if (scale.kind == table::ScaleKind::percent) return Graded::yes;
  const auto points = table_.list(scale.points);
  if (static_cast<std::size_t>(grade) >= points.size()) return Graded::unknown;
  grade = std::int64_t{points[static_cast<std::size_t>(grade)]} * 1000;
  return Graded::yes;
}

std::int64_t Standing::best_of_grades() const {
  const table::Scale& scale = table_.scales()[condition_.grade_scale];
  if (scale.kind == table::ScaleKind::percent) return std::int64_t{100} * table::millionths;
  std::int64_t best = 0;
  for (const std::uint32_t point : table_.list(scale.points)) best = std::max(best, std::int64_t{point} * 1000);
  return best;
}

void Standing::add_grade(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool open) {
  std::int64_t best = table::unknown;
  bool unknown = false, free = false;
  for (const Way& way : ways) {
    if (!relevant(way)) continue;
    std::int64_t grade = 0;
    switch (grade_of(credential, way, grade)) {
      case Graded::yes: best = std::max(best, grade); break;
      case Graded::unknown: unknown = true; break;
      default: free = true;
    }
  }
  const bool ungraded = best == table::unknown;
  if (ungraded && (!unknown || (free && !open))) return;
  if (!open && ungraded) ++unknown_;
  if (!open && weight.sure.unknown > 0) ++unknown_;
  const std::int64_t hoped = unknown ? std::max(best, best_of_grades()) : best;
  const auto rise = [&](std::int64_t grade, Wide by) { return std::max<Wide>((grade - condition_.amount) * by, 0); };
  boundless_ = boundless_ || (hoped > condition_.amount && weight.most.unknown > 0);
  if (open) {
    hoped_above_ += rise(hoped, weight.most.known);
    if (!ungraded) above_ += rise(best, weight.most.known);
    return;
  }
  hoped_above_ += (hoped - condition_.amount) * weight.sure.known + rise(hoped, weight.most.known - weight.sure.known);
  unsure_ = unsure_ || ungraded || (weight.sure.unknown > 0 && best < condition_.amount);
  if (ungraded) return;
  above_ += (best - condition_.amount) * weight.sure.known + rise(best, weight.most.known - weight.sure.known);
  graded_weight_ += weight.sure.known;
  graded_sum_ += weight.sure.known * best;
}

// What is taken in a path comes after all that is held, each in its turn, and what has to come after another thing (`inside`) begins when that has ended. What is earned by its rule counts on the day of
// the question, in a path at its end.
std::int32_t Standing::day_of(std::uint32_t credential, const Way& way, bool inside) const {
  if (way.source == from_rule) return supply_.terms().path ? INT32_MAX : supply_.holdings().on == table::no_date ? INT32_MAX - 1 : supply_.holdings().on;
  const std::int32_t day = way.source == from_taking ? INT32_MAX : supply_.awarded(way.source);
  if (day != INT32_MAX || !supply_.terms().in_order) return day;
  constexpr std::int32_t first_turn = 1 << 30;   // later than any date
  std::uint32_t turn = 0;
  for (const std::uint32_t taken : supply_.taken_for(credential, way.source)) turn = std::max(turn, inside ? supply_.turn_begun(taken) : supply_.turn_ended(taken));
  return first_turn + static_cast<std::int32_t>(turn);
}

// Of several ways the one that serves best: late from within, early from elsewhere.
void Standing::add_dated(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool inside, bool open) {
  if (open && !inside) return;
  std::int32_t day = table::no_date;
  bool first = true;
  for (const Way& way : ways) {
    const std::int32_t this_day = day_of(credential, way, inside);
    if (first || (day == table::no_date) || (this_day != table::no_date && (inside ? this_day > day : this_day < day))) day = this_day;
    first = false;
  }
  const Sum& amount = inside ? weight.most : weight.sure;
  if (!inside && amount.known == 0 && amount.unknown == 0) return;
  if (!open && (day == table::no_date || (inside && amount.unknown > 0))) ++unknown_;
  dated_.push_back({day, amount, inside, !open});
}

bool Standing::enough(const Sum& sum, Wide target, bool optimistic) { return sum.known >= target || (optimistic && sum.unknown > 0); }

bool Standing::can_hold(bool optimistic) const {
  switch (condition_.kind) {
    case ConditionKind::may_share:
    case ConditionKind::one_at_a_time: return true;
    case ConditionKind::total:
    case ConditionKind::amount_from: return enough(inside_most_, bound_of(table_, 0, condition_), optimistic);
    case ConditionKind::share: return share_holds(optimistic);
    case ConditionKind::at_most_each: return each_holds(optimistic);
    case ConditionKind::distinct: {
      const Wide there = static_cast<Wide>(keys_.size() + (optimistic ? nameless_ : 0)) * table::millionths;
      return there >= condition_.amount;
    }
    case ConditionKind::average:
      return optimistic ? boundless_ || hoped_above_ >= 0 : !unsure_ && above_ >= 0;
    case ConditionKind::last_from: return last_holds(optimistic);
    default: return limit_holds(optimistic);
  }
}

// The share is greatest when all that may still come from inside is counted and nothing more from outside; rounding can lower the bound by less than one unit.
bool Standing::share_holds(bool optimistic) const {
  if (!any_open_) return is_enough(table_, condition_, inside_sure_, outside_sure_, optimistic);
  if (optimistic && inside_most_.unknown > 0) return true;
  if (!optimistic && outside_sure_.unknown > 0 && grows_with_the_whole(condition_)) return false;
  const Wide whole = inside_most_.known + outside_sure_.known;
  const Wide unit = condition_.rounding == table::Rounding::exact ? 0 : target_of(table_, table::millionths, condition_.measure, condition_.unit);
  return inside_most_.known + unit >= bound_of(table_, whole, condition_, table::Rounding::exact);
}

// What is allowed is greatest when all that may still come from elsewhere is counted. Inside, more than is counted is not needed.
bool Standing::limit_holds(bool optimistic) const {
  if (!any_open_) return is_within(table_, condition_, inside_sure_, outside_most_, optimistic);
  if (!optimistic && inside_sure_.unknown > 0) return false;
  if (optimistic && outside_most_.unknown > 0) return is_within(table_, condition_, inside_sure_, outside_most_, true);
  const Wide whole = inside_most_.known + outside_most_.known;
  const Wide unit = condition_.rounding == table::Rounding::exact ? 0 : target_of(table_, table::millionths, condition_.measure, condition_.unit);
  return inside_sure_.known <= bound_of(table_, whole, condition_, table::Rounding::exact) + unit;
}

// What has a key that nobody stated may have any.
bool Standing::each_holds(bool optimistic) const {
  if (unsure_ && !optimistic) return false;
  const Wide most = bound_of(table_, 0, condition_), any = optimistic ? 0 : nameless_amount_.known;
  return any <= most && std::all_of(keys_.begin(), keys_.end(), [&](const auto& one) { return one.second + any <= most; });
}

// Whatever comes from elsewhere has enough from within that was awarded on the same day or later.
bool Standing::last_holds(bool optimistic) const {
  const Wide target = bound_of(table_, 0, condition_);
  for (const Dated& one : dated_) {
    if (one.inside || !one.counted || (optimistic && one.amount.known == 0)) continue;   // what is not stated may be nothing
    const bool dated = one.day != table::no_date;
    if (!dated && !optimistic) return false;
    Sum later;
    for (const Dated& other : dated_) {
      if (!other.inside) continue;
      if (!dated || other.day >= one.day) later.add(other.amount);
      else if (other.day == table::no_date) ++later.unknown;
    }
    if (!enough(later, target, optimistic)) return false;
  }
  return true;
}

Wide Standing::least_later() const {
  Wide all = 0, least = -1;
  for (const Dated& one : dated_) {
    if (one.inside) {
      all += one.amount.known;
      continue;
    }
    Wide later = 0;
    for (const Dated& other : dated_)
      if (other.inside && other.day != table::no_date && other.day >= one.day) later += other.amount.known;
    least = least < 0 ? later : std::min(least, later);
  }
  return least < 0 ? all : least;
}

std::int64_t Standing::have() const {
  const auto as_shown = [&](Wide amount) { return shown(table_, amount, condition_.measure, condition_.unit); };
  switch (condition_.kind) {
    case ConditionKind::distinct: return static_cast<std::int64_t>(keys_.size()) * table::millionths;
    case ConditionKind::average: return graded_weight_ == 0 ? table::unknown : static_cast<std::int64_t>(graded_sum_ / graded_weight_);
    case ConditionKind::last_from: return as_shown(least_later());
    case ConditionKind::at_most_each: {
      Wide most = 0;
      for (const auto& [key, amount] : keys_) most = std::max(most, amount);
      return as_shown(most);
    }
    default: return as_shown(inside_sure_.known);
  }
}

std::int64_t Standing::need() const {
  if (condition_.kind == ConditionKind::distinct || condition_.kind == ConditionKind::average) return condition_.amount;
  return shown(table_, bound_of(table_, inside_sure_.known + outside_sure_.known, condition_), condition_.measure, condition_.unit);
}

void Standing::lacking(std::uint32_t credential, std::span<const Way> ways, std::vector<Missing>& out) const {
  const auto relevant_way = std::find_if(ways.begin(), ways.end(), [&](const Way& way) { return relevant(way); });
  if (relevant_way == ways.end()) return;
  switch (condition_.kind) {
    case ConditionKind::distinct:
    case ConditionKind::at_most_each: {
      static constexpr const char* names[] = {"", "institution", "subject", "term", "tag"};
      if (!each_key(supply_, condition_.key, credential, relevant_way->source, [](KeyId) {})) out.push_back({credential, names[static_cast<std::size_t>(condition_.key)]});
      break;
    }
    case ConditionKind::average: {
      std::int64_t grade = 0;
      if (grade_of(credential, *relevant_way, grade) == Graded::unknown) out.push_back({credential, "grade"});
      break;
    }
    case ConditionKind::last_from:
      if (day_of(credential, *relevant_way, false) == table::no_date) out.push_back({credential, "date"});
      break;
    default: break;
  }
}

}  // namespace rung::queries
