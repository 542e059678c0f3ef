#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_set>

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using Syntax = grammar::NodeKind;
using grammar::Tree;
using grammar::Word;

constexpr Amount most_hours = 10'000 * table::millionths;   // of one credit; the runtime multiplies amounts by them

struct FrameworkReader {
  Linking& linking;
  const Tree& tree;
  Framework& framework;
  Amount credit_hours = table::unknown, ects_hours = table::unknown, credit_ects = table::unknown;
  Span in_ects{};                                        // where a credit is said to be so many ECTS
  bool percent = false;                                  // its grades are percentages

  static bool read(void* self, Word word, std::uint32_t node) { return static_cast<FrameworkReader*>(self)->field(word, node); }

  bool field(Word word, std::uint32_t node) {
    const std::uint32_t first = tree[node].first_child;
    switch (word) {
      case Word::version: framework.version = linking.unquoted(tree, first); return true;
      case Word::publisher:
        framework.publisher = linking.names.resolve(Category::institution, tree.file, tree.span(first));
        return true;
      case Word::conforms_to:
        for (const std::uint32_t name : grammar::children(tree, node))
          framework.conforms_to.push_back({linking.written(tree, name), tree.span(name)});
        return true;
      case Word::credits: conversion(node); return true;
      case Word::grades: grades(node); return true;
      default: return false;
    }
  }

  // `credits 1 credit = 15 hours`, `credits 1 ECTS = 28 hours`, `credits 1 credit = 2 ECTS`.
  void conversion(std::uint32_t node) {
    const std::uint32_t both = grammar::child(tree, node, Syntax::conversion);
    if (both == grammar::no_node) {
      linking.sink.report(Kind::bad_value, tree.span(node), {"credits", linking.written(tree, node), "a basis, such as 1 credit = 15 hours"});
      return;
    }
    const std::uint32_t first = tree[both].first_child;
    const Quantity left = read_quantity(linking, tree, first), right = read_quantity(linking, tree, tree[first].next_sibling);
    if (!left.amount || !right.amount) return;
    const bool credit = left.unit == Word::credits, ects = left.unit == Word::ects;
    const bool to_hours = right.unit == Word::hours, to_ects = right.unit == Word::ects;
    if (!(credit && (to_hours || to_ects)) && !(ects && to_hours)) {
      linking.sink.report(Kind::bad_value, tree.span(both),
                          {"a basis of credits", linking.written(tree, both), "1 credit = 15 hours, 1 ECTS = 28 hours, 1 credit = 2 ECTS"});
      return;
    }
    const Wide ratio = static_cast<Wide>(*right.amount) * table::millionths;
    if (*left.amount == 0 || *right.amount == 0 || ratio % *left.amount != 0) {
      linking.sink.report(Kind::bad_quantity, tree.span(both), {linking.written(tree, both), "one unit must be an exact, positive number of the other"});
      return;
    }
    if (!to_ects && ratio / *left.amount > most_hours) return too_many_hours(tree.span(both));
    if (to_ects) in_ects = tree.span(both);
    Amount& basis = ects ? ects_hours : to_hours ? credit_hours : credit_ects;
    if (basis != table::unknown) linking.sink.report(Kind::repeated_field, tree.span(node), {"credits"});
    basis = static_cast<Amount>(ratio / *left.amount);
  }

  void too_many_hours(Span span) {
    linking.sink.report(Kind::bad_quantity, span, {std::string(linking.written(span)), "a credit is 10,000 hours at the most"});
  }

  void grades(std::uint32_t node) {
    Scale scale;
    std::unordered_set<std::string> known;
    std::vector<std::uint32_t> points;
    for (const std::uint32_t value : grammar::children(tree, node)) {
      if (tree[value].kind == Syntax::value) continue;   // percent
      if (tree[value].kind == Syntax::number) {          // what the grade before it is worth
        const auto worth = read_decimal(linking.written(tree.span(value)), tree.span(value), linking.sink);
        if (worth && *worth % 1000 == 0 && *worth <= 1000 * table::millionths) points.push_back(static_cast<std::uint32_t>(*worth / 1000));
        else if (worth) linking.sink.report(Kind::bad_quantity, tree.span(value), {std::string(linking.written(tree.span(value))), "points have at most three decimal places, and are 1000 or less"});
        continue;
      }
      scale.percent = false;
      std::string grade = linking.unquoted(tree, value);
      if (!known.insert(grade).second)
        linking.sink.report(Kind::duplicate_member, tree.span(value), {grade});
      else
        scale.grades.push_back(std::move(grade));
    }
    // All of them are worth something, or none is said to be; a better one is worth no less.
    if (points.size() == scale.grades.size() && std::is_sorted(points.rbegin(), points.rend())) scale.points = std::move(points);
    else if (!points.empty())
      linking.sink.report(Kind::bad_value, tree.span(node), {"grades", "these points", "points for every grade, none above those of a better one"});
    percent = scale.percent;
    if (percent) return;
    framework.scale = static_cast<std::uint32_t>(linking.model.scales.size());
    linking.model.scales.push_back(std::move(scale));
  }

  void finish(std::uint32_t index) {
    if (credit_hours == table::unknown && credit_ects != table::unknown && ects_hours != table::unknown) {
      const Wide hours = static_cast<Wide>(credit_ects) * ects_hours;
      if (hours / table::millionths > most_hours) too_many_hours(in_ects);
      else if (hours % table::millionths != 0)
        linking.sink.report(Kind::bad_quantity, in_ects, {std::string(linking.written(in_ects)), "what a credit is worth in hours has at most six decimal places"});
      else credit_hours = static_cast<Amount>(hours / table::millionths);
    }
    framework.credit_unit = linking.unit("credits", credit_hours == table::unknown ? framework.name : "", credit_hours);
    linking.ects_units[index] = linking.unit("ECTS", "", ects_hours);
  }
};

// Units in an order of their own, not that of their frameworks: so it is the same whatever else is compiled with them.
void sort_units(Linking& linking) {
  std::vector<Unit>& units = linking.model.units;
  std::vector<std::uint32_t> order(units.size()), place(units.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(units[a].name, units[a].hours, units[a].of) < std::tie(units[b].name, units[b].hours, units[b].of);
  });
  std::vector<Unit> sorted;
  for (const std::uint32_t from : order) {
    place[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(units[from]));
  }
  units = std::move(sorted);
  for (Framework& framework : linking.model.frameworks) framework.credit_unit = place[framework.credit_unit];
  for (std::uint32_t& unit : linking.ects_units) unit = place[unit];
}

}  // namespace

std::uint32_t Linking::unit(std::string_view name, std::string_view of, Amount hours) {
  for (std::uint32_t i = 0; i < model.units.size(); ++i) {
    const Unit& known = model.units[i];
    if (known.name == name && known.of == of && known.hours == hours) return i;
  }
  model.units.push_back({std::string(name), std::string(of), hours});
  return static_cast<std::uint32_t>(model.units.size() - 1);
}

void link_frameworks(Linking& linking) {
  const auto& scopes = linking.names.frameworks();
  linking.model.frameworks.resize(scopes.size());
  linking.ects_units.resize(scopes.size());
  std::vector<std::uint32_t> in_percent;
  for (std::uint32_t i = 0; i < scopes.size(); ++i) {
    Framework& framework = linking.model.frameworks[i];
    const Tree& tree = linking.tree(scopes[i].file);
    FrameworkReader reader{linking, tree, framework};
    framework.name = scopes[i].name;
    framework.language = tree.language;
    framework.span = scopes[i].span;
    if (scopes[i].node != grammar::no_node)
      read_fields(linking, {scopes[i].name, scopes[i].file, scopes[i].node, scopes[i].span}, framework, &reader, FrameworkReader::read);
    framework.framework = i;
    reader.finish(i);
    if (reader.percent) in_percent.push_back(i);
  }
  // Percentages are one scale, whoever grades by them, and the last.
  for (const std::uint32_t framework : in_percent) linking.model.frameworks[framework].scale = percent_scale(linking.model, framework);
  sort_units(linking);
}

}  // namespace rung::model
