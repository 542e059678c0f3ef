#include "compiler/change/agreements.hpp"

#include <algorithm>

#include "compiler/change/lines.hpp"
#include "compiler/change/recognised.hpp"

namespace rung::change {
namespace {

bool touches_people(Fact fact) { return fact != Fact::status; }   // guaranteed or pending: it is recognised all the same

}  // namespace

std::vector<AgreementChange> agreement_changes(const Tables& tables, std::optional<std::int32_t> day, std::int32_t some_day) {
  std::vector<AgreementChange> out;
  for (Thing& thing : things(tables, table::SectionKind::agreements)) {
    AgreementChange change;
    change.thing = std::move(thing);
    const bool was = change.thing.before != table::none, is = change.thing.after != table::none;
    if (!was || !is || std::any_of(change.thing.differ.begin(), change.thing.differ.end(), touches_people)) {
      if (was) {
        Unrecognised found = find_unrecognised(tables.before, change.thing.before, tables.after, day, some_day);
        change.loses = std::move(found.learner), change.lost_line = found.line, change.loss_proven = found.proven;
      }
      if (is) {
        Unrecognised found = find_unrecognised(tables.after, change.thing.after, tables.before, day, some_day);
        change.gains = std::move(found.learner), change.gained_line = found.line, change.gain_proven = found.proven;
      }
      if (was && is) {
        change.limits_more = limits_more(tables.after, change.thing.after, tables.before, change.thing.before);
        change.limits_less = limits_more(tables.before, change.thing.before, tables.after, change.thing.after);
      }
    }
    change.effect = effect_of(change.loses || change.limits_more, change.gains || change.limits_less);
    out.push_back(std::move(change));
  }
  return out;
}

}  // namespace rung::change
