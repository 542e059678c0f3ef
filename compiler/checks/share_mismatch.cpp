// A share that is stated as an amount as well: 75 % of 30 credits is 22.5, and a source may say 24. The two agree when the amount is the share, rounded as the rule says, or the
// first sum that the credentials can come to at or above it.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "compiler/checks/list.hpp"
#include "compiler/checks/offers.hpp"
#include "compiler/checks/shares.hpp"

namespace rung::checks {
namespace {

using model::Amount;
using model::Condition;
using model::Model;

// Of std::gcd the standard asks nothing for integers of 128 bits.
Wide common_divisor(Wide a, Wide b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a;
}

// What all that the share may count are whole multiples of; 0 when that is not known.
Wide step(const Model& model, const Condition& share) {
  Wide common = 0;
  for (const std::uint32_t member : share.members) {
    const auto amount = amount_of(model, member, yardstick(share));
    if (!amount) return 0;
    common = common_divisor(common, *amount);
  }
  return common;
}

// How much the rule, or the part of which the share speaks, counts in all, when it says so: as a condition, or as what its only part asks for.
Amount whole(const Model& model, const Condition& share) {
  Amount least = 0;
  const auto ask = [&](Amount amount, model::Measure measure, std::uint32_t unit) {
    if (measure == share.measure && unit == share.unit) least = std::max(least, amount);
  };
  for (const Condition& other : model.conditions_of(share.root))
    if (other.kind == model::ConditionKind::total && other.within == share.within) ask(other.amount, other.measure, other.unit);
  // Where one part counts everything, what that asks for.
  const std::uint32_t top = share.within == model::none ? share.root : share.within;
  std::uint32_t parts = 0, only = model::none;
  for (std::uint32_t at = top; at < model.nodes[top].end; ++at) {
    const model::NodeKind kind = model.nodes[at].kind;
    if (kind == model::NodeKind::group || kind == model::NodeKind::gate) continue;
    ++parts;
    only = at;
  }
  if (parts == 1 && model.nodes[only].kind == model::NodeKind::amount) ask(model.nodes[only].amount, model.nodes[only].measure, model.nodes[only].unit);
  return least;
}

void check(const Facts& facts, Sink& sink, const Condition& share) {
  const Model& model = facts.model;
  if (!share.stated_as || share.incomplete) return;
  const Amount all = whole(model, share), stated = share.stated_as->value;
  if (all == 0) return;
  const Yardstick by = yardstick(share);
  const Wide asked = share_of(model, target_of(model, all, by), share), one = step(model, share);
  const Wide reached = one == 0 ? asked : (asked + one - 1) / one * one, said = target_of(model, stated, by);
  if (said == asked || said == reached) return;
  const std::string sums = one == 0 || reached == asked ? "" : fmt::format(", which what can be counted comes to with {}", written(model, reached, by, Shown::at_least));
  sink.report(Kind::share_mismatch, share.stated_as->span,
              {facts.name(share.owner), fmt::format("{} of {} is {}{}, and it is stated as {}", written_share(share), written(model, all, by), written(model, asked, by, Shown::at_least), sums,
                                                    written(model, stated, by))})
      .help(Phrase::state_one, {written(model, reached, by, Shown::at_least)});
}

}  // namespace

void share_mismatch(const Facts& facts, Sink& sink) {
  for (const Condition& share : facts.model.conditions) check(facts, sink, share);
  for (const Condition& share : facts.model.title_conditions) check(facts, sink, share);
}

}  // namespace rung::checks
