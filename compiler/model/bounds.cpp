// How much a condition asks for or allows, of what, and in which part of the rule.
#include <algorithm>

#include "compiler/model/rules.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using grammar::Word;
using Syntax = grammar::NodeKind;

table::Key key_of(Word word) {
  switch (word) {
    case Word::institutions: return table::Key::institution;
    case Word::subjects: return table::Key::subject;
    case Word::terms: return table::Key::term;
    case Word::tags: return table::Key::tag;
    default: return table::Key::none;
  }
}

}  // namespace

RuleReader::Measured RuleReader::take_measure(Condition& condition, const Measured& measured) {
  condition.measure = measured.measure;
  condition.unit = measured.unit;
  condition.amount = measured.amount.value_or(0);
  condition.incomplete = condition.incomplete || !measured.amount;
  return measured;
}

// What an amount or a share is of, where it is counted, and how it is rounded.
void RuleReader::read_children(std::uint32_t node, Condition& condition) {
  bool of_a_set = false;
  for (const std::uint32_t child : grammar::children(tree_, node)) {
    switch (tree_[child].kind) {
      case Syntax::quantity: take_measure(condition, read_measured(child)); break;
      case Syntax::bound_of: read_bound(child, condition); break;
      case Syntax::set:
        bound_by_set(condition, child);
        of_a_set = true;
        break;
      case Syntax::within: {
        const std::vector<std::uint32_t> part = parts_named(child);
        if (part.empty()) condition.incomplete = true;
        else condition.within = part.front();
        break;
      }
      case Syntax::rounding: {
        const Word word = tree_[child].word;
        condition.rounding = word == Word::up ? Rounding::up : word == Word::down ? Rounding::down : Rounding::nearest;
        break;
      }
      case Syntax::stated: read_stated(child, condition); break;
      case Syntax::value:
        switch (tree_[child].word) {
          case Word::by_prior_learning: condition.kind = ConditionKind::at_most_prior; break;
          case Word::by_transfer: condition.kind = ConditionKind::at_most_transfer; break;
          case Word::ungraded: condition.kind = ConditionKind::at_most_ungraded; break;
          default:
            condition.kind = ConditionKind::at_most_each;
            condition.key = key_of(tree_[child].word);
        }
        break;
      default: break;
    }
  }
  if (condition.kind == ConditionKind::at_most_each && condition.percent != table::unknown) {
    linking_.sink.report(Kind::bad_value, condition.span, {"what is allowed of each", linking_.written(tree_, tree_[node].first_child), "an amount, such as 6 credits"});
    condition.percent = table::unknown;
    condition.combined = table::Combined::alone;
    condition.amount = condition.amount == table::unknown ? 0 : condition.amount;
    condition.incomplete = true;
  }
  const bool of_all = condition.kind != ConditionKind::amount_from && condition.kind != ConditionKind::at_most_from && condition.kind != ConditionKind::last_from;
  Measured measured;
  measured.measure = condition.measure;
  measured.unit = condition.unit;
  check_units(of_a_set && !of_all ? condition.members : countable(), measured, condition.span);
}

// A share of what is counted, an amount, or the larger or the smaller of both, which must then be in one unit.
void RuleReader::read_bound(std::uint32_t bound, Condition& condition) {
  for (const std::uint32_t child : grammar::children(tree_, bound)) {
    if (tree_[child].kind == Syntax::quantity) {
      const Measured before{std::nullopt, condition.measure, condition.unit};
      const Measured measured = take_measure(condition, read_measured(child));
      const bool other = condition.percent != table::unknown && (before.measure != measured.measure || before.unit != measured.unit);
      if (!other || !measured.amount) continue;
      linking_.sink.report(Kind::bad_value, tree_.span(child), {"an amount beside a share", linking_.written(tree_, child), "the unit of the share"});
      condition.incomplete = true;
      continue;
    }
    const std::uint32_t share = tree_[child].first_child, unit = tree_[share].next_sibling;
    const Span span = tree_.span(share);
    condition.percent = 0;
    if (tree_[share].kind == Syntax::percent) {
      if (const auto percent = read_percent(linking_.written(span), span, linking_.sink)) condition.percent = *percent;
      else condition.incomplete = true;
    } else {
      const std::string_view written = linking_.written(span);
      const std::size_t slash = written.find('/');
      const auto above = read_count(written.substr(0, slash), span, linking_.sink), under = read_count(written.substr(slash + 1), span, linking_.sink);
      constexpr std::uint32_t most = 1'000'000;
      if (above && under && *under > 0 && *above <= *under && *under <= most) {
        condition.percent = static_cast<Amount>(*above) * 100 * table::millionths;
        condition.divisor = *under;
      } else {
        if (above && under) linking_.sink.report(Kind::bad_quantity, span, {std::string(written), "a share is a fraction of one, such as 1/3"});
        condition.incomplete = true;
      }
    }
    Quantity quantity;
    quantity.amount = 0;
    quantity.unit = tree_[unit].kind == Syntax::value ? tree_[unit].word : Word::none;
    quantity.unit_written = linking_.written(tree_, unit);
    quantity.unit_span = tree_.span(unit);
    const Measured measured = measure(quantity);
    condition.measure = measured.measure;
    condition.unit = measured.unit;
    condition.incomplete = condition.incomplete || !measured.amount;
  }
  if (tree_[bound].word == Word::larger_of) condition.combined = table::Combined::larger;
  if (tree_[bound].word == Word::smaller_of) condition.combined = table::Combined::smaller;
}

// `stated as 24 credits`: asked for beside the share, so that what the source says is what the rule does, and compared with it by a check.
void RuleReader::read_stated(std::uint32_t node, Condition& condition) {
  const Measured measured = read_measured(tree_[node].first_child);
  if (!measured.amount) {
    condition.incomplete = true;
    return;
  }
  if (condition.combined != table::Combined::alone || measured.measure != condition.measure || measured.unit != condition.unit) {
    linking_.sink.report(Kind::bad_value, tree_.span(node), {"what a share is stated as", linking_.written(tree_, tree_[node].first_child), "one amount, in the unit of the share"});
    condition.incomplete = true;
    return;
  }
  condition.stated_as = {*measured.amount, tree_.span(node)};
  condition.amount = *measured.amount;
  condition.combined = table::Combined::larger;
}

void RuleReader::read_average(std::uint32_t node, Condition& condition) {
  condition.kind = ConditionKind::average;
  condition.measure = tree_[node].word == Word::unweighted ? Measure::credentials : Measure::credits;
  const Framework& framework = model_.frameworks[model_.credentials[owner_].framework];
  if (condition.measure == Measure::credits) condition.unit = framework.credit_unit;
  const std::uint32_t value = tree_[node].first_child;
  const Span span = tree_.span(value);
  const bool percent = tree_[value].kind == Syntax::percent;
  const auto amount = percent ? read_percent(linking_.written(span), span, linking_.sink) : read_decimal(linking_.written(span), span, linking_.sink);
  condition.amount = amount.value_or(0);
  condition.incomplete = !amount;
  condition.grade_scale = framework.scale;
  const Scale* const scale = framework.scale == none ? nullptr : &model_.scales[framework.scale];
  const bool points = scale != nullptr && !scale->points.empty();
  if (percent && (scale == nullptr || scale->percent)) {
    condition.grade_scale = percent_scale(model_, model_.credentials[owner_].framework);
  } else if (percent || !points) {
    linking_.sink.report(Kind::bad_value, span, {"an average", std::string(linking_.written(span)),
                                                 points ? "a number of points" : percent ? "grades with points, such as grades A = 4, B = 3" : "a percentage, or grades with points, such as grades A = 4, B = 3"});
    condition.incomplete = true;
    condition.grade_scale = percent_scale(model_, model_.credentials[owner_].framework);
  }
  for (const std::uint32_t child : grammar::children(tree_, node))
    if (tree_[child].kind == Syntax::within) {
      const auto part = parts_named(child);
      if (part.empty()) condition.incomplete = true;
      else condition.within = part.front();
    }
  check_units(countable(), {condition.amount, condition.measure, condition.unit}, condition.span);   // grades weigh by credits
}

void RuleReader::read_distinct(std::uint32_t node, Condition& condition) {
  condition.kind = ConditionKind::distinct;
  condition.measure = Measure::credentials;
  for (const std::uint32_t child : grammar::children(tree_, node)) {
    const Span span = tree_.span(child);
    switch (tree_[child].kind) {
      case Syntax::number: {
        const auto count = read_count(linking_.written(span), span, linking_.sink);
        condition.amount = static_cast<Amount>(count.value_or(0)) * table::millionths;
        condition.incomplete = !count;
        break;
      }
      case Syntax::value: condition.key = key_of(tree_[child].word); break;
      case Syntax::within: {
        const auto part = parts_named(child);
        if (part.empty()) condition.incomplete = true;
        else condition.within = part.front();
        break;
      }
      default: condition.keys.emplace_back(linking_.written(span));
    }
  }
  std::sort(condition.keys.begin(), condition.keys.end());
  condition.keys.erase(std::unique(condition.keys.begin(), condition.keys.end()), condition.keys.end());
  if (condition.keys.empty() || condition.key == table::Key::tag) return;
  linking_.sink.report(Kind::bad_value, condition.span, {"among", condition.keys.front(), "tags: from at least 2 tags among { a, b, c }"});
  condition.keys.clear();
}

}  // namespace rung::model
