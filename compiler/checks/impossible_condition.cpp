// Conditions of a whole rule that cannot hold: totals, shares, amounts and caps, each with its numbers.
#include <algorithm>
#include <iterator>
#include <set>
#include <span>

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
    look_at(model_.conditions_of(root_));
    for (const model::Title& title : model_.credentials[award_].titled) {
      if (title.root != root_) continue;
      title_ = fmt::format(" (titled \"{}\")", title.title);
      look_at(std::span(model_.title_conditions).subspan(title.conditions.first, title.conditions.count));
    }
  }

 private:
  void look_at(std::span<const Condition> conditions) {
    for (const Condition& condition : conditions) {
      const Yardstick by = yardstick(condition);
      const Chosen members = [&](std::uint32_t id) { return std::binary_search(condition.members.begin(), condition.members.end(), id); };
      if (condition.incomplete) continue;
      switch (condition.kind) {
        case ConditionKind::total: at_least(condition, by, everything, "in all"); break;
        case ConditionKind::amount_from: at_least(condition, by, members, "from there"); break;
        case ConditionKind::share: share(condition, by, members); break;
        case ConditionKind::new_amount: at_least(condition, by, everything, "by new learning"); break;
        case ConditionKind::new_share: at_most_all(condition); break;   // all of it may be new
        case ConditionKind::at_most_from: at_most(condition, by, members); break;
        case ConditionKind::average: average(condition); break;
        case ConditionKind::distinct: distinct(condition); break;
        default: break;
      }
    }
  }

  std::string name() const { return facts_.name(award_) + title_; }

  // The part of the rule of which it speaks.
  std::uint32_t top(const Condition& condition) const { return condition.within == model::none ? root_ : condition.within; }

  void report(const Condition& condition, const std::string& why) {
    sink_.report(Kind::impossible_rule, condition.span, {name(), why});
  }

  void at_least(const Condition& condition, Yardstick by, const Chosen& chosen, std::string_view where) {
    if (condition.amount == 0) return report(condition, fmt::format("it asks for {} {}, which is always so", written(model_, Amount{0}, by), where));
    const auto most = most_counted(model_, top(condition), by, chosen);
    if (!most || *most >= target_of(model_, condition.amount, by)) return;
    const std::string possible = written(model_, *most, by, Shown::at_most);
    sink_
        .report(Kind::impossible_rule, condition.span,
                {name(), fmt::format("it asks for {} {}, and its parts can count {} at the most", written(model_, condition.amount, by), where, possible)})
        .help(Phrase::ask_for_less, {possible});
  }

  void at_most(const Condition& condition, Yardstick by, const Chosen& chosen) {
    if (condition.percent != table::unknown) return;   // of how much is not known
    const auto least = always_counted(model_, top(condition), by, chosen);
    if (!least || *least <= target_of(model_, condition.amount, by)) return;
    const std::string needed = written(model_, *least, by, Shown::at_least);
    sink_
        .report(Kind::impossible_rule, condition.span,
                {name(), fmt::format("it allows {} from there, and its parts ask for {} in any case", written(model_, condition.amount, by), needed)})
        .help(Phrase::allow_more, {needed});
  }

  void average(const Condition& condition) {
    const model::Scale& scale = model_.scales[condition.grade_scale];
    const Amount in_points = scale.points.empty() ? 0 : Amount{*std::max_element(scale.points.begin(), scale.points.end())} * 1000;   // of thousandths
    const Amount top = scale.percent ? 100 * table::millionths : in_points;
    if (condition.amount <= top) return;
    const std::string greatest = model::decimal(top) + (scale.percent ? "%" : " points");
    sink_
        .report(Kind::impossible_rule, condition.span,
                {name(), fmt::format("it asks for an average of {}, and no grade is above {}", model::decimal(condition.amount) + (scale.percent ? "%" : " points"), greatest)})
        .help(Phrase::ask_for_less, {greatest});
  }

  // How many different ones there are among all that the rule can count. Where something does not say its own, nobody can tell.
  void distinct(const Condition& condition) {
    std::set<std::string> found;
    for (std::uint32_t at = top(condition); at < model_.nodes[top(condition)].end; ++at) {
      const model::Node& node = model_.nodes[at];
      if (node.kind == model::NodeKind::gate || node.kind == model::NodeKind::group) continue;
      for (const std::uint32_t member : node.members)
        if (!add_keys(condition, model_.credentials[member], found)) return;
    }
    const Amount there = static_cast<Amount>(found.size()) * table::millionths;
    if (condition.amount <= there) return;
    const std::string number = std::to_string(found.size());
    sink_
        .report(Kind::impossible_rule, condition.span,
                {name(), fmt::format("it asks for {} different ones, and what its parts can count has {}", model::decimal(condition.amount), number)})
        .help(Phrase::ask_for_less, {number});
  }

  bool add_keys(const Condition& condition, const model::Credential& member, std::set<std::string>& out) const {
    const auto wanted = [&](const std::string& key) {
      return condition.keys.empty() || std::find(condition.keys.begin(), condition.keys.end(), key) != condition.keys.end();
    };
    switch (condition.key) {
      case table::Key::institution:
        for (const model::Reference& issuer : member.issuers) out.insert(model_.institutions[issuer.id].name);
        return !member.issuers.empty();
      case table::Key::subject:
        out.insert(member.subjects.begin(), member.subjects.end());
        return !member.subjects.empty();
      case table::Key::tag: std::copy_if(member.tags.begin(), member.tags.end(), std::inserter(out, out.end()), wanted); return true;
      default: return false;               // terms are the learner's
    }
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
    Wide least = sum(*offered, *elsewhere);
    for (const Condition& other : model_.conditions_of(root_))
      if (other.kind == ConditionKind::total && other.within == condition.within && other.measure == condition.measure && other.unit == condition.unit) least = std::max(least, target_of(model_, other.amount, by));
    const Wide asked = bound_of(model_, least, condition);
    if (*offered >= asked || least == 0) return;
    // Two places, rounded down: what is said to be possible is.
    const Amount percent = static_cast<Amount>(*offered * 100 * table::millionths / least) / 10'000 * 10'000;
    sink_
        .report(Kind::impossible_rule, condition.span,
                {name(), fmt::format("it asks for {}{}, and {} % can be offered at the most: {} of {}", written_share(condition),
                                                  condition.rounding == Rounding::exact && condition.combined == table::Combined::alone ? "" : fmt::format(", which is {} here", written(model_, asked, by, Shown::at_least)),
                                                  model::decimal(percent), model::decimal(in_unit(model_, *offered, by, Shown::at_most)), written(model_, least, by, Shown::at_least))})
        .help(Phrase::ask_for_less, {model::decimal(percent) + " %"});
  }

  const Facts& facts_;
  const Model& model_;
  Sink& sink_;
  std::uint32_t award_;
  std::uint32_t root_;
  std::string title_;                      // while its conditions are looked at
};

}  // namespace

void impossible_conditions(const Facts& facts, Sink& sink, std::uint32_t root) { ConditionCheck(facts, sink, root).run(); }

}  // namespace rung::checks
