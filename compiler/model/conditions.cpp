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
    case Syntax::share_from:
    case Syntax::share_new:
      condition.kind = waiting.kind == Syntax::share_new ? ConditionKind::new_share : ConditionKind::share;
      return read_share(node, std::move(condition));
    case Syntax::amount_new:
      condition.kind = ConditionKind::new_amount;
      check_units(countable(), quantity_of(tree_[node].first_child), condition.span);
      break;
    case Syntax::share_awards: {
      const std::uint32_t amount = tree_[node].first_child, set = tree_[amount].next_sibling;
      if (tree_[amount].kind == Syntax::value) condition.measure = Measure::credentials;   // nothing: whatever its credits
      else check_units(countable(), quantity_of(amount), condition.span);
      condition.kind = set == grammar::no_node ? ConditionKind::shared_with_any : ConditionKind::shared_with;
      if (set != grammar::no_node) {
        ReadSet read = read_set(linking_, index_, tree_, set, owner_);
        condition.members = std::move(read.members);
        condition.incomplete = condition.incomplete || read.incomplete;
        for (const Reference& one : read.written) named_with_.push_back(one);
      }
      break;
    }
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
    case Word::older_than: {
      const auto months = read_months(linking_, read_quantity(linking_, tree_, value));
      if (months && (root.oldest_months == 0 || *months < root.oldest_months)) root.oldest_months = *months;
      break;
    }
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

// ---- every rule --------------------------------------------------------------------------------------------------------------
void link_rules(Linking& linking) {
  const SetIndex index(linking.model);
  const auto& declared = linking.names.of(Category::credential);
  std::vector<Reference> named_with;         // those with which a rule shares only so much; whether they are awards is known at the end
  for (std::uint32_t id = 0; id < declared.size(); ++id) {
    const grammar::Tree& tree = linking.tree(declared[id].file);
    std::uint32_t rule = grammar::no_node, prerequisite = grammar::no_node, most_awards = grammar::no_node;
    for (const std::uint32_t field : grammar::children(tree, declared[id].node)) {
      if (tree[field].kind != Syntax::field) continue;
      Credential& credential = linking.model.credentials[id];
      const auto named_in_set = [&] { return read_set(linking, index, tree, tree[field].first_child, id).written; };
      switch (tree[field].word) {
        case Word::requires_: rule = rule == grammar::no_node ? field : rule; break;
        case Word::prerequisite: prerequisite = prerequisite == grammar::no_node ? field : prerequisite; break;
        case Word::withheld_from: credential.withheld_from = named_in_set(); break;
        case Word::surrenders: credential.surrenders = named_in_set(); break;
        case Word::counts_towards: most_awards = field; break;
        default: break;
      }
    }
    // Conferred awards say which ground credentials they were awarded for; so only those can be counted how often they were.
    if (rule != grammar::no_node && most_awards != grammar::no_node) {
      const std::string kind(grammar::Vocabulary::of(tree.language)->printed(tree[declared[id].node].word));
      linking.sink.report(Kind::misplaced_field, tree.span(most_awards), {kind + " that requires others", "counts towards"});
      linking.model.credentials[id].most_awards.reset();
    }
    if (rule != grammar::no_node) {
      RuleReader reader(linking, index, id, tree.file);
      reader.read_rule(rule);
      for (const Reference& one : reader.named_with()) named_with.push_back(one);
    }
    if (prerequisite != grammar::no_node) RuleReader(linking, index, id, tree.file).read_prerequisite(prerequisite);
  }
  for (const Reference& one : named_with) {
    const Credential& named = linking.model.credentials[one.id];
    if (named.rule != none || named.broken) continue;
    const Declared& there = linking.names.of(Category::credential)[one.id];
    const grammar::Tree& tree = linking.tree(there.file);
    linking.sink
        .report(Kind::wrong_kind, one.span,
                {std::string(linking.written(one.span)), std::string(grammar::Vocabulary::of(tree.language)->printed(tree[there.node].word)) + " that requires nothing", "award"})
        .also(there.span, Phrase::declared_here, {std::string(linking.written(one.span))});
  }
}

}  // namespace rung::model
