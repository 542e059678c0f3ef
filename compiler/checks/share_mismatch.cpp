// A share that is stated as an amount as well: 75 % of 30 credits is 22.5, and a source may say 24. The two agree when the amount is the share, rounded as the rule says, or the
// first sum that the credentials can come to at or above it.
#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "compiler/checks/list.hpp"
#include "compiler/checks/offers.hpp"
#include "compiler/checks/shares.hpp"

namespace rung::checks {
namespace {

using model::Amount;
using model::Condition;
using model::Model;

// What all that the share may count are whole multiples of; 0 when that is not known.
Amount step(const Model& model, const Condition& share) {
  Amount common = 0;
  for (const std::uint32_t member : share.members) {
    const auto amount = amount_of(model, member, {share.measure, share.unit});
    if (!amount) return 0;
    common = std::gcd(common, *amount);
  }
  return common;
}

// How much the rule counts in all, when it says so.
Amount whole(const Model& model, const Condition& share) {
  Amount least = 0;
  for (const Condition& other : model.conditions_of(share.root))
    if (other.kind == model::ConditionKind::total && other.within == share.within && other.measure == share.measure && other.unit == share.unit)
      least = std::max(least, other.amount);
  return least;
}

}  // namespace

void share_mismatch(const Facts& facts, Sink& sink) {
  const Model& model = facts.model;
  for (const Condition& share : model.conditions) {
    if (!share.stated_as || share.incomplete) continue;
    const Amount all = whole(model, share), stated = share.stated_as->value;
    if (all == 0) continue;
    const Yardstick by{share.measure, share.unit};
    const Amount asked = share_of(all, share), one = step(model, share);
    if (stated == asked) continue;
    const Amount reached = one == 0 ? asked : (asked + one - 1) / one * one;
    if (stated == reached) continue;
    const std::string sums = one == 0 || reached == asked ? "" : fmt::format(", which what can be counted comes to with {}", written(model, reached, by));
    sink.report(Kind::share_mismatch, share.stated_as->span,
                {facts.name(share.owner), fmt::format("{} of {} is {}{}, and it is stated as {}", written_share(share), written(model, all, by), written(model, asked, by), sums,
                                                      written(model, stated, by))})
        .help(Phrase::state_one, {written(model, reached, by)});
  }
}

}  // namespace rung::checks
