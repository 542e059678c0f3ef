#include "compiler/losses/losses.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "compiler/checks/facts.hpp"
#include "compiler/losses/learners.hpp"

namespace rung::losses {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using diagnostics::Sink;
using model::Model;

constexpr std::uint32_t most_ways = 3;                // of getting to an award
constexpr std::size_t most_others = 12;               // awards that are tried beside one
constexpr std::size_t most_copied = 4'000'000;         // credentials and nodes, of the tables that are made to see what one limit does alone

bool looks_at_other_awards(const model::Condition& one) { return table::looks_at_other_awards(one.kind); }

bool anything_to_lose_by(const Model& model) {
  const auto takes_away = [](const model::Credential& one) { return !one.withheld_from.empty() || !one.surrenders.empty() || one.most_awards; };
  const auto asked_of_holders = [](const model::Node& one) { return one.asked_of == table::Asked::of_holders; };
  return std::any_of(model.credentials.begin(), model.credentials.end(), takes_away) || std::any_of(model.nodes.begin(), model.nodes.end(), asked_of_holders) ||
         std::any_of(model.conditions.begin(), model.conditions.end(), looks_at_other_awards);
}

class Losses {
 public:
  Losses(const Model& model, Sink& sink) : model_(model), sink_(sink) {}

  void report() {
    for (std::uint32_t id = 0; id < model_.credentials.size(); ++id)
      if (model_.credentials[id].rule != model::none) awards_.push_back(id);
    for (std::uint32_t id = 0; id < model_.credentials.size(); ++id) {
      const model::Credential& one = model_.credentials[id];
      if (!one.withheld_from.empty() && ask_of({})) by_bars(id);
      if (one.most_awards && ask_of({.most_awards = id})) by_most_awards(id);
      for (const model::Reference& taken : one.surrenders)
        if (ask_of({.surrenders = id, .surrendered = taken.id})) by_surrender(id, taken);
    }
    for (const model::Node& node : model_.nodes)
      if (node.asked_of == table::Asked::of_holders && ask_of({})) by_a_part(node);
    for (const model::Condition& condition : model_.conditions)
      if (looks_at_other_awards(condition) && ask_of({.condition = &condition})) by_condition(condition);
  }

 private:
  struct Loss {
    Someone before;                        // entitled to the award
    std::vector<Someone::Conferred> then;  // conferred on them as well; then they are not
  };

  // The one thing that takes something away. All others are left out, so that it is this one by which a learner loses; bars stay.
  struct Alone {
    const model::Condition* condition = nullptr;
    std::uint32_t most_awards = model::none, surrenders = model::none, surrendered = model::none;
  };

  // False when so many tables have been made that it has to be enough.
  bool ask_of(const Alone& alone) {
    copied_ += model_.credentials.size() + model_.nodes.size();
    if (copied_ > most_copied && learners_) return false;
    Model asked = model_;
    std::vector<model::Condition> kept;
    for (const model::Condition& condition : model_.conditions)
      if (!looks_at_other_awards(condition) || &condition == alone.condition) kept.push_back(condition);
    asked.conditions = std::move(kept);
    for (std::uint32_t id = 0; id < asked.credentials.size(); ++id) {
      if (id != alone.most_awards) asked.credentials[id].most_awards.reset();
      std::erase_if(asked.credentials[id].surrenders, [&](const model::Reference& one) { return id != alone.surrenders || one.id != alone.surrendered; });
    }
    learners_.emplace(model_, asked);
    return true;
  }

  // ---- words ----------------------------------------------------------------------------------------------------------------
  std::string name(std::uint32_t id) const { return model::shown_name(model_, model_.credentials[id].name); }
  std::string names(const std::vector<std::uint32_t>& some) const {
    std::vector<std::string> out;
    for (const std::uint32_t one : some) out.push_back(name(one));
    return checks::listed(out, 12);
  }
  std::string holder_of(const Someone& who) const {
    std::string out = who.taken.empty() ? "a learner" : "a learner who holds " + names(who.taken);
    std::vector<std::string> gates;
    for (const std::uint32_t gate : who.gates) gates.emplace_back(model::short_name(model_.gates[gate].name));
    if (!gates.empty()) out += (who.taken.empty() ? " who meets " : " and meets ") + checks::listed(gates, 12);
    return out;
  }
  std::string conferred(const std::vector<Someone::Conferred>& some) const {
    std::string out;
    for (std::size_t i = 0; i < some.size(); ++i) {
      out += (i == 0 ? "" : i + 1 == some.size() ? " and " : ", ") + name(some[i].award);
      if (!some[i].counted.empty()) out += " for " + names(some[i].counted);
    }
    return out;
  }

  // ---- bars -----------------------------------------------------------------------------------------------------------------
  // A bar reads what is held and nothing else: whoever is entitled to the award, and can come to hold the other, loses it.
  void by_bars(std::uint32_t id) {
    const model::Credential& award = model_.credentials[id];
    bool proven = false;
    const auto entitled = learners_->on_the_way_to(id, 1, &proven);
    if (entitled.empty() && proven) return;
    std::vector<const model::Reference*> biting;
    for (const model::Reference& barred : award.withheld_from) {
      bool never = false;
      if (learners_->on_the_way_to(barred.id, 1, &never).empty() && never && !can_be_taken(barred.id)) continue;
      if (!entitled.empty()) {
        Someone both = entitled.front();
        both.conferred.push_back({barred.id, {}});
        if (learners_->earns(both, id) == true) continue;
      }
      biting.push_back(&barred);
    }
    if (biting.empty()) return;
    const std::string first = name(biting.front()->id);
    const std::string why = entitled.empty() ? fmt::format("a learner who has all that {} asks is refused it once they also hold {}", name(id), first)
                                             : fmt::format("{} is entitled to {}, and is refused it once they also hold {}", holder_of(entitled.front()), name(id), first);
    auto report = sink_.report(Kind::learning_can_lose, biting.front()->span, {name(id), why});
    for (const model::Reference* const barred : biting) report.also(barred->span, Phrase::barred_here, {name(barred->id)});
    report.help(Phrase::drop_the_bar);
  }

  // ---- parts that are asked of some -----------------------------------------------------------------------------------------
  // Whoever is entitled without such a part, and comes to hold what it is asked for, is asked for more.
  void by_a_part(const model::Node& node) {
    const auto entitled = learners_->on_the_way_to(node.owner, most_ways);
    for (const Someone& before : entitled)
      for (const model::Reference& asked : node.whom) {
        Someone after = before;
        after.conferred.push_back({asked.id, {}});
        if (learners_->earns(before, node.owner) != true || learners_->earns(after, node.owner) != false) continue;
        sink_
            .report(Kind::learning_can_lose, node.asked_span,
                    {name(node.owner), fmt::format("{} is entitled to {}, and is asked for more once they also hold {}", holder_of(before), name(node.owner), name(asked.id))})
            .help(Phrase::ask_it_of_all);
        return;
      }
  }

  bool can_be_taken(std::uint32_t id) const { return model_.credentials[id].rule == model::none && model_.credentials[id].prerequisite == model::none; }

  // ---- limits between awards ------------------------------------------------------------------------------------------------
  bool is_barred(std::uint32_t award, std::uint32_t other) const {
    if (award == model::none) return false;
    const auto& barred = model_.credentials[award].withheld_from;
    return std::any_of(barred.begin(), barred.end(), [&](const model::Reference& one) { return one.id == other; });
  }

  // Those on a shortest way to `award`, and then on one to each of `others` as well, on whom the others are then conferred for what they count: does the award get lost?
  std::optional<Loss> loss_of(std::uint32_t award, const std::vector<std::uint32_t>& others) {
    for (const Someone& start : learners_->on_the_way_to(award, most_ways)) {
      std::vector<Someone> all = {start};
      for (const std::uint32_t other : others) {
        std::vector<Someone> further;
        for (const Someone& so_far : all)
          for (Someone& one : learners_->on_the_way_to(other, most_ways, nullptr, &so_far)) further.push_back(std::move(one));
        all = std::move(further);
        if (all.size() > most_ways) all.resize(most_ways);
      }
      for (const Someone& before : all) {
        if (learners_->earns(before, award) != true) continue;
        Loss loss{before, {}};
        Someone after = before;
        for (const std::uint32_t other : others) loss.then.push_back({other, learners_->counted_for(before, other)});
        after.conferred = loss.then;
        if (learners_->earns(after, award) == false) return loss;
      }
    }
    return std::nullopt;
  }

  // Awards that can count something that `award` can count too, or that are named.
  std::vector<std::uint32_t> rivals(std::uint32_t award, const std::vector<std::uint32_t>& countable) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t other : awards_) {
      if (other == award || is_barred(award, other) || out.size() == most_others) continue;
      const auto theirs = learners_->countable(other);
      if (std::any_of(theirs.begin(), theirs.end(), [&](std::uint32_t one) { return std::binary_search(countable.begin(), countable.end(), one); })) out.push_back(other);
    }
    return out;
  }

  void say(std::uint32_t award, const Loss& loss, model::Span span) {
    sink_
        .report(Kind::learning_can_lose, span,
                {name(award), fmt::format("{} is entitled to {}, and no longer once they hold {}", holder_of(loss.before), name(award), conferred(loss.then))})
        .help(Phrase::drop_the_limit);
  }

  void by_condition(const model::Condition& condition) {
    const std::uint32_t award = condition.owner;
    for (const std::uint32_t other : rivals(award, learners_->countable(award))) {
      const bool meant = condition.kind != table::ConditionKind::shared_with || std::binary_search(condition.members.begin(), condition.members.end(), other);
      if (!meant) continue;
      if (const auto loss = loss_of(award, {other})) return say(award, *loss, condition.span);
    }
  }

  void by_most_awards(std::uint32_t id) {
    const auto& most = *model_.credentials[id].most_awards;
    const std::vector<std::uint32_t> all = rivals(model::none, {id});
    if (all.size() <= most.value) return;
    for (const std::uint32_t award : all) {
      // So many others as it takes, by name, from each place on.
      std::vector<std::uint32_t> others;
      std::copy_if(all.begin(), all.end(), std::back_inserter(others), [&](std::uint32_t other) { return other != award && !is_barred(award, other); });
      for (std::size_t first = 0; first + most.value <= others.size(); ++first)
        if (const auto loss = loss_of(award, {others.begin() + static_cast<std::ptrdiff_t>(first), others.begin() + static_cast<std::ptrdiff_t>(first + most.value)}))
          return say(award, *loss, most.span);
    }
  }

  void by_surrender(std::uint32_t id, const model::Reference& taken) {
    if (model_.credentials[id].rule == model::none || taken.id == id) return;
    for (const std::uint32_t award : rivals(id, learners_->countable(taken.id))) {
      if (is_barred(award, id) || award == taken.id) continue;
      if (const auto loss = loss_of(award, {id})) return say(award, *loss, taken.span);
    }
    // What counts towards nothing else is lost all the same.
    if (learners_->on_the_way_to(id, 1).empty()) return;
    sink_.report(Kind::learning_can_lose, taken.span, {name(taken.id), fmt::format("who holds it has it no longer once they hold {}", name(id))})
        .help(Phrase::let_both_be_held);
  }

  const Model& model_;
  Sink& sink_;
  std::optional<Learners> learners_;
  std::size_t copied_ = 0;
  std::vector<std::uint32_t> awards_;
};

}  // namespace

void report(const Model& model, Sink& sink) {
  if (anything_to_lose_by(model)) Losses(model, sink).report();
}

}  // namespace rung::losses
