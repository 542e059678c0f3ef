#include "compiler/policy/loosens.hpp"

#include <algorithm>

namespace rung::policy {
namespace {

template <class T>
bool each_in(const std::vector<T>& these, const std::vector<T>& those) {
  return std::all_of(these.begin(), these.end(), [&](const T& one) { return std::find(those.begin(), those.end(), one) != those.end(); });
}

template <class T>
bool any_in(const std::vector<T>& these, const std::vector<T>& those) {
  return std::any_of(these.begin(), these.end(), [&](const T& one) { return std::find(those.begin(), those.end(), one) != those.end(); });
}

bool has_values(const Rule& rule) { return !rule.words.empty() || !rule.texts.empty(); }

// Bounds of one and the same quantity.
bool same_quantity(const Rule& a, const Rule& b) { return a.unit == b.unit && (a.asks != Word::fee || a.texts == b.texts) && (a.asks != Word::counts_towards || a.words == b.words); }

bool is_bounded(const Rule& rule) { return rule.bound.least || rule.bound.most; }

// Whether one of the ends that `rule` states lies further out than the base's.
bool wider_end(const Rule& rule, const Rule& base) {
  const Bound &own = rule.bound, &there = base.bound;
  const bool lower = own.least && there.least && (*own.least < *there.least || (*own.least == *there.least && !own.without_least && there.without_least));
  const bool upper = own.most && there.most && (*own.most > *there.most || (*own.most == *there.most && !own.without_most && there.without_most));
  return lower || upper;
}

// Whether whoever meets the base's rule meets this one too, so that this one asks for no more.
bool follows_from(const Rule& rule, const Rule& base) {
  if (rule.asks == Word::counts_towards && rule.words.front() == Word::anything)
    return base.words.front() == Word::anything || (base.bound.least && *base.bound.least > 0);
  if (is_bounded(rule) || is_bounded(base)) return same_quantity(rule, base) && base.bound.within(rule.bound);
  if (rule.asks == Word::independent_value) return base.aspects.empty() || (!rule.aspects.empty() && each_in(rule.aspects, base.aspects));
  if (rule.forbids) return each_in(rule.words, base.words) && each_in(rule.texts, base.texts);
  return each_in(base.words, rule.words) && each_in(base.texts, rule.texts);
}

}  // namespace

bool loosens(const Policy& policy, const Rule& rule, const Policy& base, const Rule& base_rule) {
  if (rule.asks != base_rule.asks || base_rule.modal == Modal::may || base_rule.unverified) return false;
  if (!base.sections[base_rule.section].covers(policy.sections[rule.section])) return false;
  // Who need not do a thing need not do anything that comes to more: need not state fee or url, where fee must be stated.
  if (rule.excuses) return !base_rule.forbids && follows_from(rule, base_rule);
  const bool permits = rule.modal == Modal::may;
  if (base_rule.forbids) {
    if (permits) return has_values(rule) ? any_in(rule.words, base_rule.words) || any_in(rule.texts, base_rule.texts) : true;
    return rule.forbids && rule.modal > base_rule.modal && follows_from(rule, base_rule);
  }
  if (rule.forbids || rule.modal < base_rule.modal) return false;                          // a stronger verb: both hold, and neither is hidden
  if (is_bounded(rule) && is_bounded(base_rule)) {
    if (!same_quantity(rule, base_rule)) return false;
    if (permits) return !rule.bound.within(base_rule.bound);
    return rule.modal > base_rule.modal ? base_rule.bound.within(rule.bound) : wider_end(rule, base_rule);
  }
  if (rule.asks == Word::independent_value || rule.asks == Word::titled_with) return rule.modal > base_rule.modal && !permits && follows_from(rule, base_rule);
  if (rule.asks == Word::state) {
    // To state one of several asks less than to state one of fewer.
    if (permits || !follows_from(rule, base_rule)) return false;
    return rule.modal > base_rule.modal || !follows_from(base_rule, rule);
  }
  if (has_values(rule)) {
    const bool beyond = !each_in(rule.words, base_rule.words) || !each_in(rule.texts, base_rule.texts);
    return beyond || (rule.modal > base_rule.modal && !permits && follows_from(rule, base_rule));
  }
  return rule.modal > base_rule.modal && !permits;
}

bool covers(const Policy& policy, const Rule& rule, const Policy& base, const Rule& base_rule) {
  const bool permission = rule.modal == Modal::may || base_rule.modal == Modal::may || rule.excuses || base_rule.excuses;
  if (permission || rule.asks != base_rule.asks || rule.forbids != base_rule.forbids || rule.when_awarded != base_rule.when_awarded) return false;
  if (rule.modal > base_rule.modal || (rule.unverified && !base_rule.unverified)) return false;
  // What is forbidden by a bound follows the other way round; nobody writes it, so it is left to stand beside the other.
  if (rule.forbids && (!has_values(rule) || is_bounded(rule) || is_bounded(base_rule) || rule.asks == Word::counts_towards)) return false;
  return policy.sections[rule.section].covers(base.sections[base_rule.section]) && follows_from(base_rule, rule);
}

}  // namespace rung::policy
