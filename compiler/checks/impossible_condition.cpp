// Conditions of a whole rule that cannot hold: totals, shares, amounts and caps, each with its numbers.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/impossible.hpp"

namespace rung::checks {
namespace {

using model::Amount;
using model::Condition;
using model::ConditionKind;
using model::Model;
using model::Rounding;

const Chosen everything = [](std::uint32_t) { return true; };

// The part of `total` that a share asks for, rounded as the rule says; millionths.
Amount threshold(Amount total, const Condition& share) {
  const model::Wide exact = static_cast<model::Wide>(total) * share.amount;   // millionths of millionths of a hundredth
  const model::Wide whole = model::Wide{100} * table::millionths * table::millionths;
  const model::Wide down = exact / whole;
  const model::Wide rest = exact % whole;
  switch (share.rounding) {
    case Rounding::up: return static_cast<Amount>((rest == 0 ? down : down + 1) * table::millionths);
    case Rounding::down: return static_cast<Amount>(down * table::millionths);
    case Rounding::nearest: return static_cast<Amount>((rest * 2 >= whole ? down + 1 : down) * table::millionths);
    default: return static_cast<Amount>((exact + model::Wide{100} * table::millionths - 1) / (model::Wide{100} * table::millionths));
  }
}

class ConditionCheck {
 public:
  ConditionCheck(const Facts& facts, Sink& sink, std::uint32_t award)
      : facts_(facts), model_(facts.model), sink_(sink), award_(award), root_(model_.credentials[award].rule) {}

  void run() {
    for (const Condition& condition : model_.conditions_of(award_)) {
      const Yardstick by{condition.measure, condition.unit};
      const Chosen members = [&](std::uint32_t id) { return std::binary_search(condition.members.begin(), condition.members.end(), id); };
      switch (condition.kind) {
        case ConditionKind::total: at_least(condition, by, everything, "in all"); break;
        case ConditionKind::amount_from: at_least(condition, by, members, "from there"); break;
        case ConditionKind::share: share(condition, by, members); break;
        case ConditionKind::new_amount: at_least(condition, by, everything, "by new learning"); break;
        case ConditionKind::new_share:   // all of it may be new
          if (condition.amount > 100 * table::millionths) report(condition, fmt::format("it asks for {} % of what is counted", model::decimal(condition.amount)));
          break;
        case ConditionKind::at_most_from: at_most(condition, by, members); break;
        default: break;
      }
    }
  }

 private:
  void report(const Condition& condition, const std::string& why) {
    sink_.report(Kind::impossible_rule, condition.span, {facts_.name(award_), why});
  }

  void at_least(const Condition& condition, Yardstick by, const Chosen& chosen, std::string_view where) {
    if (condition.amount == 0) return report(condition, fmt::format("it asks for {} {}, which is always so", written(model_, 0, by), where));
    const auto most = most_counted(model_, root_, by, chosen);
    if (!most || *most >= condition.amount) return;
    sink_
        .report(Kind::impossible_rule, condition.span,
                {facts_.name(award_), fmt::format("it asks for {} {}, and its parts can count {} at the most", written(model_, condition.amount, by), where,
                                                  written(model_, *most, by))})
        .help(Phrase::ask_for_less, {written(model_, *most, by)});
  }

  void at_most(const Condition& condition, Yardstick by, const Chosen& chosen) {
    const auto least = always_counted(model_, root_, by, chosen);
    if (!least || *least <= condition.amount) return;
    const std::string needed = written(model_, *least, by);
    sink_
        .report(Kind::impossible_rule, condition.span,
                {facts_.name(award_), fmt::format("it allows {} from there, and its parts ask for {} in any case", written(model_, condition.amount, by), needed)})
        .help(Phrase::allow_more, {needed});
  }

  // The greatest share is reached with all that is offered from there, and no more from elsewhere than the rule asks for.
  void share(const Condition& condition, Yardstick by, const Chosen& chosen) {
    if (condition.amount > 100 * table::millionths)
      return report(condition, fmt::format("it asks for {} % of what is counted", model::decimal(condition.amount)));
    const auto offered = most_counted(model_, root_, by, chosen);
    const auto elsewhere = always_counted(model_, root_, by, [&](std::uint32_t id) { return !chosen(id); });
    if (!offered || !elsewhere) return;
    Amount least = *offered + *elsewhere;
    for (const Condition& other : model_.conditions_of(award_))
      if (other.kind == ConditionKind::total && other.measure == condition.measure && other.unit == condition.unit) least = std::max(least, other.amount);
    const Amount asked = threshold(least, condition);
    if (*offered >= asked || least == 0) return;
    // Two places, rounded down: what is said to be possible is.
    const Amount percent = static_cast<Amount>(static_cast<model::Wide>(*offered) * 100 * table::millionths / least) / 10'000 * 10'000;
    sink_
        .report(Kind::impossible_rule, condition.span,
                {facts_.name(award_), fmt::format("it asks for {} %{}, and {} % can be offered at the most: {} of {}", model::decimal(condition.amount),
                                                  condition.rounding == Rounding::exact ? "" : fmt::format(", which is {} here", written(model_, asked, by)),
                                                  model::decimal(percent), model::decimal(*offered), written(model_, least, by))})
        .help(Phrase::ask_for_less, {model::decimal(percent) + " %"});
  }

  const Facts& facts_;
  const Model& model_;
  Sink& sink_;
  std::uint32_t award_;
  std::uint32_t root_;
};

}  // namespace

void impossible_conditions(const Facts& facts, Sink& sink, std::uint32_t award) { ConditionCheck(facts, sink, award).run(); }

}  // namespace rung::checks
