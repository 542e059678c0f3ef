// Conditions of a whole rule that cannot hold: totals, shares, amounts and caps, each with its numbers.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/impossible.hpp"
#include "compiler/checks/shares.hpp"

namespace rung::checks {
namespace {

using model::Amount;
using model::Condition;
using model::ConditionKind;
using model::Model;
using model::Rounding;

const Chosen everything = [](std::uint32_t) { return true; };

class ConditionCheck {
 public:
  ConditionCheck(const Facts& facts, Sink& sink, std::uint32_t root)
      : facts_(facts), model_(facts.model), sink_(sink), award_(model_.nodes[root].owner), root_(root) {}

  void run() {
    for (const Condition& condition : model_.conditions_of(root_)) {
      const Yardstick by{condition.measure, condition.unit};
      const Chosen members = [&](std::uint32_t id) { return std::binary_search(condition.members.begin(), condition.members.end(), id); };
      if (condition.incomplete) continue;
      switch (condition.kind) {
        case ConditionKind::total: at_least(condition, by, everything, "in all"); break;
        case ConditionKind::amount_from: at_least(condition, by, members, "from there"); break;
        case ConditionKind::share: share(condition, by, members); break;
        case ConditionKind::new_amount: at_least(condition, by, everything, "by new learning"); break;
        case ConditionKind::new_share: at_most_all(condition); break;   // all of it may be new
        case ConditionKind::at_most_from: at_most(condition, by, members); break;
        default: break;
      }
    }
  }

 private:
  // The part of the rule of which it speaks.
  std::uint32_t top(const Condition& condition) const { return condition.within == model::none ? root_ : condition.within; }

  void report(const Condition& condition, const std::string& why) {
    sink_.report(Kind::impossible_rule, condition.span, {facts_.name(award_), why});
  }

  void at_least(const Condition& condition, Yardstick by, const Chosen& chosen, std::string_view where) {
    if (condition.amount == 0) return report(condition, fmt::format("it asks for {} {}, which is always so", written(model_, 0, by), where));
    const auto most = most_counted(model_, top(condition), by, chosen);
    if (!most || *most >= condition.amount) return;
    sink_
        .report(Kind::impossible_rule, condition.span,
                {facts_.name(award_), fmt::format("it asks for {} {}, and its parts can count {} at the most", written(model_, condition.amount, by), where,
                                                  written(model_, *most, by))})
        .help(Phrase::ask_for_less, {written(model_, *most, by)});
  }

  void at_most(const Condition& condition, Yardstick by, const Chosen& chosen) {
    if (condition.percent != table::unknown) return;   // of how much is not known
    const auto least = always_counted(model_, top(condition), by, chosen);
    if (!least || *least <= condition.amount) return;
    const std::string needed = written(model_, *least, by);
    sink_
        .report(Kind::impossible_rule, condition.span,
                {facts_.name(award_), fmt::format("it allows {} from there, and its parts ask for {} in any case", written(model_, condition.amount, by), needed)})
        .help(Phrase::allow_more, {needed});
  }

  bool at_most_all(const Condition& condition) {
    if (condition.percent <= 100 * table::millionths * condition.divisor) return true;
    report(condition, fmt::format("it asks for {} % of what is counted", model::decimal(condition.percent)));
    return false;
  }

  // The greatest share is reached with all that is offered from there, and no more from elsewhere than the rule asks for.
  void share(const Condition& condition, Yardstick by, const Chosen& chosen) {
    if (!at_most_all(condition)) return;
    const auto offered = most_counted(model_, top(condition), by, chosen);
    const auto elsewhere = always_counted(model_, top(condition), by, [&](std::uint32_t id) { return !chosen(id); });
    if (!offered || !elsewhere) return;
    Amount least = *offered + *elsewhere;
    for (const Condition& other : model_.conditions_of(root_))
      if (other.kind == ConditionKind::total && other.within == condition.within && other.measure == condition.measure && other.unit == condition.unit) least = std::max(least, other.amount);
    const Amount asked = bound_of(least, condition);
    if (*offered >= asked || least == 0) return;
    // Two places, rounded down: what is said to be possible is.
    const Amount percent = static_cast<Amount>(static_cast<model::Wide>(*offered) * 100 * table::millionths / least) / 10'000 * 10'000;
    sink_
        .report(Kind::impossible_rule, condition.span,
                {facts_.name(award_), fmt::format("it asks for {}{}, and {} % can be offered at the most: {} of {}", written_share(condition),
                                                  condition.rounding == Rounding::exact && condition.combined == table::Combined::alone ? "" : fmt::format(", which is {} here", written(model_, asked, by)),
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

void impossible_conditions(const Facts& facts, Sink& sink, std::uint32_t root) { ConditionCheck(facts, sink, root).run(); }

}  // namespace rung::checks
