// The conditions of a whole rule, and the amounts in them.
#include <algorithm>
#include <iterator>

#include "compiler/model/rules.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Word;
using Syntax = grammar::NodeKind;

// Whether `amount` of one unit is a whole number of millionths of the other.
bool converts_exactly(Amount amount, const Unit& from, const Unit& to) {
  if (from.hours == table::unknown || to.hours == table::unknown || to.hours == 0) return false;
  return static_cast<Wide>(amount) * from.hours % to.hours == 0;
}

std::string unit_name(const Unit& unit) { return unit.of.empty() ? unit.name : unit.name + " of " + unit.of; }

}  // namespace

void RuleReader::read_conditions() {
  for (const Waiting& waiting : waiting_) read_condition(waiting);
}

void RuleReader::read_condition(const Waiting& waiting) {
  const std::uint32_t node = waiting.node;
  Condition condition{};
  condition.owner = owner_;
  condition.root = root_;
  condition.span = tree_.span(node);
  const auto quantity_of = [&](std::uint32_t quantity) {
    const Measured measured = read_measured(quantity);
    condition.measure = measured.measure;
    condition.unit = measured.unit;
    condition.amount = measured.amount.value_or(0);
    condition.incomplete = condition.incomplete || !measured.amount;
    return measured;
  };
  switch (waiting.kind) {
    case Syntax::total:
      condition.kind = ConditionKind::total;
      check_units(countable(), quantity_of(tree_[node].kind == Syntax::quantity ? node : tree_[node].first_child), condition.span);
      break;
    case Syntax::amount:
    case Syntax::at_most_from: {
      condition.kind = waiting.kind == Syntax::amount ? ConditionKind::amount_from : ConditionKind::at_most_from;
      const Measured measured = quantity_of(tree_[node].first_child);
      bound_by_set(condition, tree_[tree_[node].first_child].next_sibling);
      check_units(condition.members, measured, condition.span);
      break;
    }
    case Syntax::at_most_prior:
    case Syntax::at_most_transfer:
      condition.kind = waiting.kind == Syntax::at_most_prior ? ConditionKind::at_most_prior : ConditionKind::at_most_transfer;
      check_units(countable(), quantity_of(tree_[node].first_child), condition.span);
      break;
    case Syntax::share_from: return read_share(node, std::move(condition));
    case Syntax::nothing: return read_nothing(node);
    case Syntax::may_share:
      condition.kind = ConditionKind::may_share;
      condition.members = parts_named(node);
      std::sort(condition.members.begin(), condition.members.end());
      condition.members.erase(std::unique(condition.members.begin(), condition.members.end()), condition.members.end());
      if (condition.members.size() < 2) {
        linking_.sink.report(Kind::bad_value, condition.span, {"may share", linking_.written(tree_, tree_[node].first_child), "the names of two parts or more"});
        return;
      }
      break;
    default: linking_.sink.report(Kind::unsupported, condition.span, {linking_.written(tree_, node)}); return;
  }
  model_.conditions.push_back(std::move(condition));
}

void RuleReader::read_share(std::uint32_t node, Condition condition) {
  condition.kind = ConditionKind::share;
  Measured measured;
  for (const std::uint32_t child : grammar::children(tree_, node)) {
    const Span span = tree_.span(child);
    switch (tree_[child].kind) {
      case Syntax::percent:
        if (const auto percent = read_percent(linking_.written(span), span, linking_.sink)) condition.amount = *percent;
        else condition.incomplete = true;
        break;
      case Syntax::set: bound_by_set(condition, child); break;
      case Syntax::rounding: {
        const Word word = tree_[child].word;
        condition.rounding = word == Word::up ? Rounding::up : word == Word::down ? Rounding::down : Rounding::nearest;
        break;
      }
      default: {
        Quantity quantity;
        quantity.amount = 0;
        quantity.unit = tree_[child].kind == Syntax::value ? tree_[child].word : Word::none;
        quantity.unit_written = linking_.written(tree_, child);
        quantity.unit_span = span;
        measured = measure(quantity);
        condition.measure = measured.measure;
        condition.unit = measured.unit;
        condition.incomplete = condition.incomplete || !measured.amount;
      }
    }
  }
  check_units(countable(), measured, condition.span);
  model_.conditions.push_back(std::move(condition));
}

// Floors and freshness of the whole rule are those of its root.
void RuleReader::read_nothing(std::uint32_t node) {
  Node& root = model_.nodes[root_];
  const std::uint32_t value = tree_[node].first_child;
  switch (tree_[node].word) {
    case Word::older_than: read_oldest(value, root_); break;
    case Word::awarded_for: {
      const auto above = static_cast<Achievement>(static_cast<int>(achievement(tree_[value].word)) + 1);
      if (above > Achievement::mastery) {
        linking_.sink.report(Kind::bad_value, tree_.span(value), {"nothing awarded for", linking_.written(tree_, value), "participation, competence"});
        break;
      }
      root.achievement_floor = std::max(root.achievement_floor, above);
      root.floor_span = tree_.span(node);
      break;
    }
    default: read_floor(value, root_);
  }
}

void RuleReader::bound_by_set(Condition& condition, std::uint32_t set) {
  const ReadSet read = read_set(linking_, index_, tree_, set, owner_);
  const std::vector<std::uint32_t> all = countable();
  condition.incomplete = condition.incomplete || read.incomplete;
  std::set_intersection(read.members.begin(), read.members.end(), all.begin(), all.end(), std::back_inserter(condition.members));
  if (linking_.room_for(condition.members.size(), condition.span)) return;
  condition.members.clear();
  condition.incomplete = true;
}

RuleReader::Measured RuleReader::read_measured(std::uint32_t quantity) { return measure(read_quantity(linking_, tree_, quantity)); }

// What a rule can add up: credits of its framework, ECTS, hours, or credentials by number.
RuleReader::Measured RuleReader::measure(const Quantity& quantity) {
  Measured measured;
  measured.amount = quantity.amount;
  const std::uint32_t framework = model_.credentials[owner_].framework;
  switch (quantity.unit) {
    case Word::credits: measured.unit = model_.frameworks[framework].credit_unit; break;
    case Word::ects: measured.unit = linking_.ects(framework); break;
    case Word::hours: measured.measure = Measure::hours; break;
    case Word::counted_credentials: measured.measure = Measure::credentials; break;
    default:
      linking_.sink.report(Kind::bad_value, quantity.unit_span, {"what is counted", quantity.unit_written, "credits, ECTS, hours, credentials"});
      measured.amount.reset();
  }
  return measured;
}

// Credits of another system are added only when both say how many hours a credit is, and the sum stays exact.
void RuleReader::check_units(const std::vector<std::uint32_t>& members, const Measured& measured, Span span) {
  if (measured.measure != Measure::credits || measured.unit == none) return;
  const Unit& unit = model_.units[measured.unit];
  for (const std::uint32_t id : members) {
    const Credential& member = model_.credentials[id];
    if (!member.credits || member.credit_unit == measured.unit) continue;
    const Unit& other = model_.units[member.credit_unit];
    if (converts_exactly(member.credits->value, other, unit)) continue;
    linking_.sink.report(Kind::unit_mismatch, span, {unit_name(unit), unit_name(other)})
        .also(member.credits->span, Phrase::stated_here, {std::string(linking_.written(member.credits->span))})
        .help(Phrase::declare_the_basis);
    return;
  }
}

// Every credential that this rule may count directly.
std::vector<std::uint32_t> RuleReader::countable() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t node = root_; node < model_.nodes[root_].end; ++node) {
    if (model_.nodes[node].kind == NodeKind::gate) continue;
    out.insert(out.end(), model_.nodes[node].members.begin(), model_.nodes[node].members.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace rung::model
