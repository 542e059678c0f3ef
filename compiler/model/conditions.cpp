// The conditions of a whole rule, and the amounts in them.
#include <algorithm>
#include <iterator>

#include "compiler/model/rules.hpp"
#include "compiler/model/units.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Word;
using Syntax = grammar::NodeKind;

}  // namespace

void RuleReader::read_conditions() {
  for (const Waiting& waiting : waiting_) read_condition(waiting);
}

void RuleReader::read_condition(const Waiting& waiting) {
  if (waiting.kind == Syntax::nothing) return read_nothing(waiting.node);
  if (waiting.kind == Syntax::titled) return read_title(waiting.node);
  if (auto condition = condition_of(waiting.node, waiting.kind)) model_.conditions.push_back(std::move(*condition));
}

std::optional<Condition> RuleReader::condition_of(std::uint32_t node, Syntax kind) {
  Condition condition{};
  condition.owner = owner_;
  condition.root = root_;
  condition.span = tree_.span(node);
  const bool bare_quantity = tree_[node].kind == Syntax::quantity;   // `requires 60 credits { … }`
  switch (kind) {
    case Syntax::total: condition.kind = ConditionKind::total; break;
    case Syntax::amount: condition.kind = ConditionKind::amount_from; break;
    case Syntax::share_from: condition.kind = ConditionKind::share; break;
    case Syntax::at_most: condition.kind = ConditionKind::at_most_from; break;   // unless its children say otherwise
    case Syntax::last_from: condition.kind = ConditionKind::last_from; break;
    case Syntax::one_at_a_time: condition.kind = ConditionKind::one_at_a_time; return condition;
    case Syntax::average:
      read_average(node, condition);
      return condition;
    case Syntax::distinct:
      read_distinct(node, condition);
      return condition;
    case Syntax::share_new:
    case Syntax::amount_new: condition.kind = kind == Syntax::share_new ? ConditionKind::new_share : ConditionKind::new_amount; break;
    case Syntax::share_awards: return read_share_awards(node, condition);
    case Syntax::may_share:
      condition.kind = ConditionKind::may_share;
      condition.members = parts_named(node);
      std::sort(condition.members.begin(), condition.members.end());
      condition.members.erase(std::unique(condition.members.begin(), condition.members.end()), condition.members.end());
      if (condition.members.size() >= 2) return condition;
      linking_.sink.report(Kind::bad_value, condition.span, {"may share", linking_.written(tree_, tree_[node].first_child), "the names of two parts or more"});
      return std::nullopt;
    default: return std::nullopt;   // the grammar has no other
  }
  if (bare_quantity) check_units(countable(), take_measure(condition, read_measured(node)), condition.span);
  else read_children(node, condition);
  return condition;
}

// `titled "Professional Practice" when at least 75% of credits from { tagged practice }`
void RuleReader::read_title(std::uint32_t node) {
  const std::uint32_t text = tree_[node].first_child, said = tree_[text].next_sibling;
  auto condition = condition_of(said, tree_[said].kind);
  if (!condition) return;
  const auto first = static_cast<std::uint32_t>(model_.title_conditions.size());
  model_.title_conditions.push_back(std::move(*condition));
  model_.credentials[owner_].titled.push_back({linking_.unquoted(tree_, text), {first, 1}, root_, tree_.span(node)});
}

// `share at most 6 credits with any other award`, `share nothing with { a }`
std::optional<Condition> RuleReader::read_share_awards(std::uint32_t node, Condition& condition) {
  const std::uint32_t amount = tree_[node].first_child, set = tree_[amount].next_sibling;
  if (tree_[amount].kind == Syntax::value) {   // nothing: whatever its credits
    condition.measure = Measure::credentials;
    condition.amount = 0;
  } else {
    check_units(countable(), take_measure(condition, read_measured(amount)), condition.span);
  }
  condition.kind = set == grammar::no_node ? ConditionKind::shared_with_any : ConditionKind::shared_with;
  if (set != grammar::no_node) {
    ReadSet read = read_set(linking_, index_, tree_, set, owner_);
    condition.members = std::move(read.members);
    condition.incomplete = condition.incomplete || read.incomplete;
    for (const Reference& one : read.written) named_with_.push_back(one);
  }
  return condition;
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

// Credits of another system are added only when both say how many hours a credit is.
void RuleReader::check_units(const std::vector<std::uint32_t>& members, const Measured& measured, Span span) {
  if (measured.measure != Measure::credits || measured.unit == none) return;
  const Unit& unit = model_.units[measured.unit];
  for (const std::uint32_t id : members) {
    const Credential& member = model_.credentials[id];
    if (!member.credits || can_be_added(model_, member.credit_unit, measured.unit)) continue;
    linking_.sink.report(Kind::unit_mismatch, span, {unit_name(unit), unit_name(model_.units[member.credit_unit])})
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
