#include "compiler/scenarios/bends.hpp"

#include <algorithm>
#include <numeric>

#include "compiler/diagnostics/saying.hpp"
#include "compiler/emit/table_of.hpp"
#include "compiler/scenarios/phrases.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/table/filled.hpp"

namespace rung::scenarios {
namespace {

using model::Choice;
using table::filled;
using model::Condition;
using model::ConditionKind;
using model::Measure;
using model::Model;
using model::Node;
using model::NodeKind;
using Kind = Bend::Kind;

std::uint32_t children_of(const Model& model, std::uint32_t node) {
  std::uint32_t count = 0;
  for (std::uint32_t child = node + 1; child < model.nodes[node].end; child = model.nodes[child].end) ++count;
  return count;
}

// The smallest step that can matter: what the amounts of `members` are all multiples of. What states no amount adds what it stands on, so then
// all amounts of the model have their say. One unit where nothing is known.
model::Amount step(const Model& model, const std::vector<std::uint32_t>& members, Measure measure, std::uint32_t unit) {
  if (measure == Measure::credentials) return table::millionths;
  const auto stated = [&](const model::Credential& one) { return measure == Measure::hours ? one.hours : one.credits; };
  model::Amount of_members = 0, of_all = 0;
  bool known = true;
  for (const std::uint32_t id : members) {
    const model::Credential& member = model.credentials[id];
    if (const auto amount = stated(member)) of_members = std::gcd(of_members, amount->value);
    else known = false;
    if (measure == Measure::credits && member.credit_unit != unit) return table::millionths;
  }
  if (!known)
    for (const model::Credential& one : model.credentials)
      if (const auto amount = stated(one); amount && (measure == Measure::hours || one.credit_unit == unit))
        of_all = std::gcd(of_all, amount->value);
  const model::Amount common = known ? of_members : of_all;
  return common == 0 ? table::millionths : common;
}

// Every credential that a rule may count directly, sorted.
std::vector<std::uint32_t> countable(const Model& model, std::uint32_t root) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t node = root; node < model.nodes[root].end; ++node)
    if (model.nodes[node].kind != NodeKind::gate) out.insert(out.end(), model.nodes[node].members.begin(), model.nodes[node].members.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

class Bends {
 public:
  Bends(const Compiled& compiled, std::uint32_t award, const Words& words) : compiled_(compiled), words_(words), model_(compiled.model), award_(award) {}

  std::vector<Bend> all() {
    const model::Credential& award = model_.credentials[award_];
    for (const std::uint32_t root : award.rules()) {
      for (std::uint32_t node = root; node < model_.nodes[root].end; ++node) of_node(node);
      for (const Condition& condition : model_.conditions_of(root))
        of_condition(static_cast<std::uint32_t>(&condition - model_.conditions.data()));
    }
    if (award.prerequisite != model::none)
      for (std::uint32_t node = award.prerequisite; node < model_.nodes[award.prerequisite].end; ++node) of_node(node);
    std::vector<std::uint32_t> limited;   // by how many awards they count towards; in whichever version of the rule
    for (const std::uint32_t root : award.rules())
      for (const std::uint32_t member : countable(model_, root))
        if (model_.credentials[member].most_awards && std::find(limited.begin(), limited.end(), member) == limited.end()) limited.push_back(member);
    for (const std::uint32_t member : limited) {
      Bend bend{Kind::no_most_awards, award_};
      bend.member = member;
      add(std::move(bend), filled(words_.any_number_of_awards, {model_.credentials[member].name}));
    }
    for (const model::Reference& barred : award.withheld_from) {
      Bend bend{Kind::no_bar, award_};
      bend.member = barred.id;
      add(std::move(bend), filled(words_.not_withheld, {model_.credentials[barred.id].name}));
    }
    return std::move(out_);
  }

 private:
  void add(Bend bend, std::string what) {
    bend.what = std::move(what);
    out_.push_back(std::move(bend));
  }
  void add(Kind kind, std::uint32_t node, std::string what, std::int64_t to = 0, std::uint32_t member = model::none) {
    Bend bend{kind, award_};
    bend.node = node;
    bend.to = to;
    bend.member = member;
    add(std::move(bend), std::move(what));
  }

  void of_node(std::uint32_t at) {
    const Node& node = model_.nodes[at];
    const std::string here = written_node(words_, compiled_, at);
    switch (node.kind) {
      case NodeKind::group: counts(at, children_of(model_, at), here); break;
      case NodeKind::members:
        counts(at, static_cast<std::uint32_t>(node.members.size()), here);
        options(at, here);
        break;
      case NodeKind::competencies: counts(at, static_cast<std::uint32_t>(node.asked.size()), here); break;
      case NodeKind::amount: amounts(at, here); break;
      default: break;
    }
    if (is_child_of(at, true)) add(Kind::nothing_asked, at, filled(words_.without, {here}));
    if (is_child_of(at, false)) add(Kind::never_met, at, filled(words_.without_alternative, {here}));
    if (node.grade_floor != table::unknown) add(Kind::no_grade_floor, at, filled(words_.without_grade_floor, {here}));
    if (node.achievement_floor != model::Achievement::unknown)
      add(Kind::no_achievement_floor, at, filled(words_.without_achievement_floor, {here}));
    if (node.asked_of != table::Asked::of_all) add(Kind::asked_of_all, at, filled(words_.asked_of_all, {here}));
    if (node.oldest_months != 0) add(Kind::no_age_limit, at, filled(words_.without_age_limit, {here}));
    if (!node.after.empty()) add(Kind::no_order, at, filled(words_.without_order, {here}));
  }

  // Whether a node is one of those that all are asked for, or one of several to choose from.
  bool is_child_of(std::uint32_t at, bool all) const {
    const std::uint32_t parent = model_.nodes[at].parent;
    return parent != model::none && (model_.nodes[parent].choice == Choice::all) == all;
  }

  void counts(std::uint32_t at, std::uint32_t there_are, const std::string& here) {
    const Node& node = model_.nodes[at];
    if (node.choice == Choice::all) return;
    if (node.need > 1) add(Kind::need, at, filled(words_.with, {here, std::to_string(node.need - 1)}), node.need - 1);
    if (node.need < there_are) add(Kind::need, at, filled(words_.with, {here, std::to_string(node.need + 1)}), node.need + 1);
  }

  // Of the credentials that the author names; what a description covers is one thing.
  void options(std::uint32_t at, const std::string& here) {
    const Node& node = model_.nodes[at];
    if (node.members.size() < 2) return;
    std::vector<std::uint32_t> named;
    for (const model::Reference& one : node.written)
      if (std::binary_search(node.members.begin(), node.members.end(), one.id)) named.push_back(one.id);
    for (const std::uint32_t member : named) {
      if (node.choice != Choice::all && node.members.size() - 1 < node.need) continue;
      add(Kind::no_option, at, filled(words_.without_option, {here, model::short_name(model_.credentials[member].name)}), 0, member);
    }
  }

  void amounts(std::uint32_t at, const std::string& here) {
    const Node& node = model_.nodes[at];
    const std::string_view unit = unit_name(node.measure, node.unit);
    const auto [less, more] = around(node.amount, step(model_, node.members, node.measure, node.unit));
    if (less > 0) add(Kind::amount, at, with(here, less, unit), less);
    add(Kind::amount, at, with(here, more, unit), more);
  }

  std::string_view unit_name(Measure measure, std::uint32_t unit) const {
    if (measure == Measure::hours) return "hours";
    return measure == Measure::credentials ? std::string_view("credentials") : std::string_view(model_.units[unit].name);
  }

  std::string with(const std::string& here, model::Amount amount, std::string_view unit) const {
    const std::string number = number_in(locale_of(words_.language), amount);
    return filled(words_.with, {here, words_.language == "en" ? number + " " + std::string(unit) : diagnostics::in_french(model::decimal(amount) + " " + std::string(unit))});
  }

  // The next amounts that a sum of whole steps can tell from this one.
  static std::pair<model::Amount, model::Amount> around(model::Amount amount, model::Amount step) {
    const model::Amount steps = (amount + step - 1) / step;
    return {(steps - 1) * step, (steps + 1) * step};
  }

  void of_condition(std::uint32_t number) {
    if (decides_nothing(model_, number)) return;
    const Condition& condition = model_.conditions[number];
    const std::string here = written_condition(words_, compiled_, number);
    Bend bend{Kind::no_condition, award_};
    bend.condition = number;
    add(bend, filled(words_.without, {here}));
    if (condition.amount == table::unknown || condition.stated_as || condition.kind == ConditionKind::average) return;
    if (condition.kind == ConditionKind::distinct) {
      bend.kind = Kind::amount;
      for (const model::Amount to : {condition.amount - table::millionths, condition.amount + table::millionths}) {
        bend.to = to;
        if (to > 0) add(bend, filled(words_.with, {here, number_in(locale_of(words_.language), to)}));
      }
      return;
    }
    const bool of_all = condition.kind == ConditionKind::total || condition.kind == ConditionKind::at_most_each || table::looks_at_other_awards(condition.kind) || table::limits_how_it_is_had(condition.kind);
    const std::vector<std::uint32_t> members = of_all ? countable(model_, condition.root) : condition.members;
    model::Amount one = step(model_, members, condition.measure, condition.unit);
    const std::string unit(unit_name(condition.measure, condition.unit));
    // A limit lets in whole steps up to its amount, a least amount is reached by them from below.
    const model::Amount steps = condition.amount / one;
    auto [less, more] = table::is_limit(condition.kind) ? std::pair((steps - 1) * one, (steps + 1) * one) : around(condition.amount, one);
    bend.kind = Kind::amount;
    bend.to = less;
    if (less > 0) add(bend, with(here, less, unit));
    bend.to = more;
    add(bend, with(here, more, unit));
  }

  const Compiled& compiled_;
  const Words& words_;
  const Model& model_;
  std::uint32_t award_;
  std::vector<Bend> out_;
};

void bend_node(Node& node, const Bend& bend) {
  switch (bend.kind) {
    case Kind::need: node.need = static_cast<std::uint32_t>(bend.to); break;
    case Kind::amount: node.amount = bend.to; break;
    case Kind::no_grade_floor:
      node.grade_floor = table::unknown;
      node.grade_scale = model::none;
      break;
    case Kind::no_achievement_floor: node.achievement_floor = model::Achievement::unknown; break;
    case Kind::no_age_limit: node.oldest_months = 0; break;
    case Kind::no_order: node.after.clear(); break;
    case Kind::asked_of_all:
      node.asked_of = table::Asked::of_all;
      node.whom.clear();
      break;
    case Kind::no_option:
      node.members.erase(std::remove(node.members.begin(), node.members.end(), bend.member), node.members.end());
      if (node.choice == Choice::all) --node.need;
      break;
    default: {  // of nothing, none is asked, or one; a group keeps its nodes and asks for none of them, or for more than there are
      node.choice = Choice::at_least;
      node.need = bend.kind == Kind::nothing_asked ? 0 : node.end;
      if (node.kind == NodeKind::group) break;
      node.kind = NodeKind::members;
      node.measure = Measure::credits;
      node.unit = model::none;
      node.amount = 0;
      node.members.clear();
      node.asked.clear();
    }
  }
}

}  // namespace

std::vector<Bend> bends_of(const Compiled& compiled, std::uint32_t award, const Words& words) { return Bends(compiled, award, words).all(); }

bool decides_nothing(const model::Model& model, std::uint32_t number) {
  const Condition& condition = model.conditions[number];
  const std::vector<std::uint32_t> all = countable(model, condition.root);
  if (condition.kind == ConditionKind::one_at_a_time) return true;   // a matter of time, which no learner's record shows
  if (condition.kind == ConditionKind::share && condition.within == model::none && condition.combined == table::Combined::alone) return std::includes(condition.members.begin(), condition.members.end(), all.begin(), all.end());
  if (!table::is_limit(condition.kind) || table::limits_sharing(condition.kind) || condition.percent != table::unknown || condition.kind == ConditionKind::at_most_each) return false;
  model::Wide most = 0;
  for (const std::uint32_t id : table::limits_how_it_is_had(condition.kind) ? all : condition.members) {
    const model::Credential& member = model.credentials[id];
    const auto& stated = condition.measure == Measure::hours ? member.hours : member.credits;
    if (condition.measure == Measure::credentials) most += table::millionths;
    else if (!stated || (condition.measure == Measure::credits && member.credit_unit != condition.unit)) return false;
    else most += stated->value;
  }
  return most <= condition.amount;
}

Table bent(model::Model& model, const Bend& bend) {
  if (bend.kind == Kind::no_bar) {
    std::vector<model::Reference>& barred = model.credentials[bend.award].withheld_from;
    const std::vector<model::Reference> before = barred;
    std::erase_if(barred, [&](const model::Reference& one) { return one.id == bend.member; });
    Table table = emit::table_of(model);
    barred = before;
    return table;
  }
  if (bend.kind == Kind::no_most_awards) {
    auto& most = model.credentials[bend.member].most_awards;
    const auto before = most;
    most.reset();
    Table table = emit::table_of(model);
    most = before;
    return table;
  }
  if (bend.condition != model::none) {
    const Condition before = model.conditions[bend.condition];
    const auto at = model.conditions.begin() + bend.condition;
    if (bend.kind == Kind::no_condition) model.conditions.erase(at);
    else at->amount = bend.to;
    Table table = emit::table_of(model);
    if (bend.kind == Kind::no_condition) model.conditions.insert(model.conditions.begin() + bend.condition, before);
    else model.conditions[bend.condition] = before;
    return table;
  }
  Node before = model.nodes[bend.node];
  bend_node(model.nodes[bend.node], bend);
  Table table = emit::table_of(model);
  model.nodes[bend.node] = std::move(before);
  return table;
}

}  // namespace rung::scenarios
