// Stacking rules, prerequisites and the conditions beside them, as nodes in pre-order.
//
// Braces nest at most as deep as the parser lets them (grammar/lexer.hpp), so reading a requirement may recurse.
#include "compiler/model/rules.hpp"

#include <algorithm>
#include <iterator>

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Tree;
using grammar::Word;
using Syntax = grammar::NodeKind;

constexpr std::size_t most_parts_searched = 200;   // for a name that is nearly one of them

bool is_condition(Syntax kind) {
  switch (kind) {
    case Syntax::total:
    case Syntax::share_from:
    case Syntax::at_most:
    case Syntax::distinct:
    case Syntax::average:
    case Syntax::last_from:
    case Syntax::one_at_a_time:
    case Syntax::titled:
    case Syntax::nothing:
    case Syntax::may_share:
    case Syntax::share_new:
    case Syntax::amount_new:
    case Syntax::share_awards: return true;
    default: return false;
  }
}

}  // namespace

RuleReader::RuleReader(Linking& linking, const SetIndex& index, std::uint32_t owner, std::uint32_t declaration_file)
    : linking_(linking), index_(index), tree_(linking.tree(declaration_file)), model_(linking.model), owner_(owner) {}

// ---- the trees ---------------------------------------------------------------------------------------------------------------
Version RuleReader::read_rule(std::uint32_t field) {
  const std::uint32_t root = open_node(none, NodeKind::group, tree_.span(field));
  root_ = root;
  Version version{root, {}, {}, tree_.span(field)};
  for (const std::uint32_t child : grammar::children(tree_, field)) {
    if (tree_[child].kind == Syntax::effective) {
      read_period(linking_, tree_, child, version.first, version.last);
    } else if (tree_[child].kind == Syntax::quantity) {
      waiting_.push_back({child, Syntax::total});
    } else if (tree_[child].kind == Syntax::braced) {
      read_items(child, root);
    } else {
      read_requirement(child, root, true);
    }
  }
  close_node(root);
  finish_group(root, Choice::all);
  resolve_parts();
  check_conditional();
  read_conditions();
  return version;
}

void RuleReader::read_prerequisite(std::uint32_t field) {
  in_prerequisite_ = true;
  root_ = static_cast<std::uint32_t>(model_.nodes.size());
  read_requirement(tree_[field].first_child, none, false);
  if (model_.nodes.size() > root_) model_.credentials[owner_].prerequisite = root_;
  resolve_parts();
  check_conditional();
}

void RuleReader::read_items(std::uint32_t braced, std::uint32_t parent) {
  std::uint32_t earlier = grammar::no_node;
  for (const std::uint32_t item : grammar::children(tree_, braced)) {
    if (earlier != grammar::no_node) require_comma(earlier, item);
    earlier = item;
    read_requirement(item, parent, parent == root_);
  }
}

// Between two members a comma may be left out only where a brace or a label already parts them.
void RuleReader::require_comma(std::uint32_t earlier, std::uint32_t item) {
  const auto& tokens = tree_.tokens;
  if (tokens[tree_[item].first_token - 1].kind == grammar::TokenKind::comma) return;
  if (tokens[tree_[earlier].end_token - 1].kind == grammar::TokenKind::close) return;
  const std::uint32_t head = tree_[item].first_child;
  if (tree_[head].kind != Syntax::reference) return;
  linking_.sink.report(Kind::syntax, tree_.span(item), {"','", "'" + linking_.written(tree_, head) + "'"});
}

void RuleReader::read_requirement(std::uint32_t requirement, std::uint32_t parent, bool conditions_allowed) {
  std::uint32_t head = tree_[requirement].first_child;
  std::uint32_t part = grammar::no_node;
  if (tree_[head].kind == Syntax::part) {
    part = head;
    head = tree_[head].next_sibling;
  }
  const bool as_condition = is_condition(tree_[head].kind) || (part == grammar::no_node && names_an_issuer(head)) ||
                            (tree_[head].kind == Syntax::amount && grammar::child(tree_, head, Syntax::within) != grammar::no_node);
  if (as_condition) {
    if (conditions_allowed && part == grammar::no_node && !in_prerequisite_) waiting_.push_back({head, tree_[head].kind});
    else report_misplaced(requirement, parent);
    for (std::uint32_t extra = tree_[head].next_sibling; extra != grammar::no_node; extra = tree_[extra].next_sibling) {
      // Behind a condition of the whole rule it is one too, on whichever line.
      if (tree_[extra].kind == Syntax::nothing && conditions_allowed && !in_prerequisite_) waiting_.push_back({extra, Syntax::nothing});
      else linking_.sink.report(Kind::misplaced_condition, tree_.span(extra));
    }
    return;
  }
  const std::uint32_t node = read_head(head, requirement, parent);
  if (node == none) {
    if (parent != none) model_.nodes[parent].incomplete = true;
    return;
  }
  if (part != grammar::no_node) {
    model_.nodes[node].part = linking_.written(tree_, part);
    model_.nodes[node].part_span = tree_.span(part);
    parts_.push_back(node);
  }
  for (std::uint32_t suffix = tree_[head].next_sibling; suffix != grammar::no_node; suffix = tree_[suffix].next_sibling) {
    if (tree_[suffix].kind == Syntax::floor) read_floor(tree_[suffix].first_child, node);
    else if (tree_[suffix].kind == Syntax::nothing) read_oldest(tree_[suffix].first_child, node);
    else if (tree_[suffix].kind == Syntax::asked_of) read_asked_of(suffix, node);
    else afters_.push_back({node, suffix});
  }
}

// `only for gate international`, `unless they hold { b }`: of whom it is asked.
void RuleReader::read_asked_of(std::uint32_t suffix, std::uint32_t node) {
  const bool unless = tree_[suffix].word == Word::unless;
  const std::uint32_t first = tree_[suffix].first_child;
  const bool by_gate = tree_[first].kind == Syntax::value;
  if (model_.nodes[node].asked_of != table::Asked::of_all) {
    linking_.sink.report(Kind::repeated_field, tree_.span(suffix), {"of whom it is asked"}).also(model_.nodes[node].asked_span, Phrase::first_stated_here);
    return;
  }
  model_.nodes[node].asked_span = tree_.span(suffix);
  std::vector<Reference> whom;
  if (by_gate) {
    const Span span = tree_.span(tree_[first].next_sibling);
    if (const std::uint32_t gate = linking_.names.resolve(Category::gate, tree_.file, span); gate != none) whom.push_back({gate, span});
  } else {
    ReadSet read = read_set(linking_, index_, tree_, first, owner_);
    for (const std::uint32_t id : read.members) whom.push_back({id, tree_.span(first)});
  }
  if (whom.empty()) {   // of nobody, or of a name that has its message
    model_.nodes[node].incomplete = true;
    return;
  }
  model_.nodes[node].whom = std::move(whom);
  model_.nodes[node].asked_of = by_gate ? (unless ? table::Asked::without_gate : table::Asked::with_gate)
                                        : (unless ? table::Asked::unless_held : table::Asked::of_holders);
  conditional_.push_back(node);
}

// A choice among several, one of which is not asked of everybody, would say nothing sensible of those others.
void RuleReader::check_conditional() {
  for (const std::uint32_t node : conditional_)
    for (std::uint32_t up = model_.nodes[node].parent; up != none; up = model_.nodes[up].parent) {
      if (model_.nodes[up].choice == Choice::all) continue;
      linking_.sink.report(Kind::misplaced_condition, model_.nodes[node].asked_span);
      model_.nodes[node].asked_of = table::Asked::of_all;
      model_.nodes[node].whom.clear();
      break;
    }
}

void RuleReader::report_misplaced(std::uint32_t requirement, std::uint32_t parent) {
  linking_.sink.report(Kind::misplaced_condition, tree_.span(requirement));
  if (parent != none) model_.nodes[parent].incomplete = true;
}

// `at least 30 credits from northfield`, without a label: how much comes from an issuer is a condition on what is counted, not a part of its own.
bool RuleReader::names_an_issuer(std::uint32_t head) const {
  if (tree_[head].kind != Syntax::amount) return false;
  const std::uint32_t first = tree_[tree_[tree_[head].first_child].next_sibling].first_child;
  return tree_[first].kind == Syntax::name && tree_[first].next_sibling == grammar::no_node &&
         linking_.names.find(Category::institution, tree_.file, linking_.written(tree_.span(first))) != none;
}

std::uint32_t RuleReader::read_head(std::uint32_t head, std::uint32_t requirement, std::uint32_t parent) {
  const Span span = tree_.span(requirement);
  switch (tree_[head].kind) {
    case Syntax::reference: {
      const std::uint32_t node = open_node(parent, NodeKind::members, span);
      add_member(node, tree_.span(tree_[head].first_child));
      close_node(node);
      finish_members(node, Choice::all, {});
      return node;
    }
    case Syntax::gate_needed: {
      const std::uint32_t node = open_node(parent, NodeKind::gate, span);
      const std::uint32_t gate = linking_.names.resolve(Category::gate, tree_.file, tree_.span(tree_[head].first_child));
      if (gate == none) model_.nodes[node].incomplete = true;
      else model_.nodes[node].members = {gate};
      model_.nodes[node].need = 1;
      close_node(node);
      return node;
    }
    case Syntax::group: return read_group(head, span, parent);
    case Syntax::amount: return read_amount(head, span, parent);
    case Syntax::competencies: return read_competencies(head, span, parent);
    default:
      linking_.sink.report(Kind::how_many, tree_.span(head)).help(Phrase::say_how_many);
      return none;
  }
}

std::uint32_t RuleReader::read_group(std::uint32_t head, Span span, std::uint32_t parent) {
  std::uint32_t set = tree_[head].first_child;
  std::optional<std::uint32_t> count;
  Span count_span;
  bool unread = false;
  if (tree_[set].kind == Syntax::number) {
    count_span = tree_.span(set);
    count = read_count(linking_.written(count_span), count_span, linking_.sink);
    unread = !count;
    if (unread) count = 0;
    set = tree_[set].next_sibling;
  }
  const Word word = tree_[head].word;
  const Choice choice = word == Word::all_of ? Choice::all : word == Word::at_least ? Choice::at_least : Choice::exactly;
  if (word == Word::any_of) count = 1;

  const std::uint32_t braced = tree_[set].first_child;
  const bool is_set = tree_[braced].next_sibling != grammar::no_node || describes(tree_, braced);
  const std::uint32_t node = open_node(parent, is_set || only_names(braced) ? NodeKind::members : NodeKind::group, span);
  model_.nodes[node].need_span = count_span;
  model_.nodes[node].incomplete = unread;
  if (model_.nodes[node].kind == NodeKind::group) {
    read_items(braced, node);
    close_node(node);
    finish_group(node, choice, count);
  } else {
    read_members(node, set);
    if (!is_set) check_commas(braced);
    close_node(node);
    finish_members(node, choice, count);
  }
  return node;
}

// Whether braces hold nothing but names of credentials, without floors or labels of their own.
bool RuleReader::only_names(std::uint32_t braced) const {
  for (const std::uint32_t item : grammar::children(tree_, braced)) {
    const std::uint32_t head = tree_[item].first_child;
    if (tree_[head].kind != Syntax::reference || tree_[head].next_sibling != grammar::no_node) return false;
  }
  return true;
}

void RuleReader::check_commas(std::uint32_t braced) {
  std::uint32_t earlier = grammar::no_node;
  for (const std::uint32_t item : grammar::children(tree_, braced)) {
    if (earlier != grammar::no_node) require_comma(earlier, item);
    earlier = item;
  }
}

std::uint32_t RuleReader::read_amount(std::uint32_t head, Span span, std::uint32_t parent) {
  const std::uint32_t quantity_node = tree_[head].first_child;
  const std::uint32_t node = open_node(parent, NodeKind::amount, span);
  const Measured measured = read_measured(quantity_node);
  Node& n = model_.nodes[node];
  n.need_span = tree_.span(quantity_node);
  n.choice = Choice::at_least;
  n.measure = measured.measure;
  n.unit = measured.unit;
  n.amount = measured.amount.value_or(0);
  if (!measured.amount) n.incomplete = true;
  read_members(node, tree_[quantity_node].next_sibling);
  check_units(model_.nodes[node].members, measured, model_.nodes[node].need_span);
  close_node(node);
  return node;
}

std::uint32_t RuleReader::read_competencies(std::uint32_t head, Span span, std::uint32_t parent) {
  const std::uint32_t node = open_node(parent, NodeKind::competencies, span);
  std::optional<std::uint32_t> count;
  Achievement to = Achievement::unknown;
  std::vector<table::Developed> asked;
  for (const std::uint32_t child : grammar::children(tree_, head)) {
    if (tree_[child].kind == Syntax::number) {
      model_.nodes[node].need_span = tree_.span(child);
      count = read_count(linking_.written(tree_.span(child)), tree_.span(child), linking_.sink);
      if (!count) {
        model_.nodes[node].incomplete = true;
        count = 0;
      }
    } else if (tree_[child].kind == Syntax::value) {
      to = achievement(tree_[child].word);
    } else {
      check_commas(child);
      for (const std::uint32_t item : grammar::children(tree_, child)) add_asked(node, item, asked);
    }
  }
  for (table::Developed& one : asked) one.to = to;
  std::sort(asked.begin(), asked.end(), [](const auto& a, const auto& b) { return a.competency < b.competency; });
  Node& n = model_.nodes[node];
  if (tree_[head].word == Word::any_of) count = 1;
  n.choice = count ? Choice::at_least : Choice::all;
  n.need = count.value_or(static_cast<std::uint32_t>(asked.size()));
  n.members = evidence_of(asked);
  if (!linking_.room_for(n.members.size(), n.span)) {
    n.members.clear();
    n.incomplete = true;
  }
  n.asked = std::move(asked);
  close_node(node);
  return node;
}

void RuleReader::add_asked(std::uint32_t node, std::uint32_t item, std::vector<table::Developed>& asked) {
  const std::uint32_t head = tree_[item].first_child;
  if (tree_[head].kind != Syntax::reference || tree_[head].next_sibling != grammar::no_node) {
    linking_.sink.report(Kind::not_a_set, tree_.span(item));
    model_.nodes[node].incomplete = true;
    return;
  }
  const Span span = tree_.span(head);
  const std::uint32_t id = linking_.names.resolve(Category::competency, tree_.file, span);
  if (id == none) {
    model_.nodes[node].incomplete = true;
    return;
  }
  if (std::any_of(asked.begin(), asked.end(), [&](const auto& one) { return one.competency == id; })) {
    linking_.sink.report(Kind::duplicate_member, span, {std::string(linking_.written(span))});
    return;
  }
  asked.push_back({id, Achievement::unknown, {}});
}

// The credentials that can be evidence of what is asked, also those that develop it to less: a holding may state a higher achievement. The award itself is not
// evidence for itself.
std::vector<std::uint32_t> RuleReader::evidence_of(const std::vector<table::Developed>& asked) const {
  std::vector<std::uint32_t> out;
  for (const table::Developed& one : asked) {
    const auto developing = index_.developing(one.competency);
    std::copy_if(developing.begin(), developing.end(), std::back_inserter(out), [&](std::uint32_t id) { return id != owner_; });
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// ---- nodes -------------------------------------------------------------------------------------------------------------------
std::uint32_t RuleReader::open_node(std::uint32_t parent, NodeKind kind, Span span) {
  Node node;
  node.kind = kind;
  node.span = span;
  node.need_span = span;
  node.parent = parent;
  node.owner = owner_;
  node.in_prerequisite = in_prerequisite_;
  model_.nodes.push_back(std::move(node));
  return static_cast<std::uint32_t>(model_.nodes.size() - 1);
}

void RuleReader::close_node(std::uint32_t node) { model_.nodes[node].end = static_cast<std::uint32_t>(model_.nodes.size()); }

void RuleReader::add_member(std::uint32_t node, Span name) {
  const std::uint32_t id = linking_.names.resolve(Category::credential, tree_.file, name);
  if (id == none) {
    model_.nodes[node].incomplete = true;
    return;
  }
  if (model_.credentials[id].broken) model_.nodes[node].incomplete = true;
  model_.nodes[node].members.push_back(id);
  model_.nodes[node].written.push_back({id, name});
}

void RuleReader::read_members(std::uint32_t node, std::uint32_t set) {
  ReadSet read = read_set(linking_, index_, tree_, set, owner_);
  Node& n = model_.nodes[node];
  if (!linking_.room_for(read.members.size(), n.span)) {
    read.members.clear();
    read.incomplete = true;
  }
  n.members = std::move(read.members);
  n.written = std::move(read.written);
  n.incomplete = n.incomplete || read.incomplete;
}

void RuleReader::finish_members(std::uint32_t node, Choice choice, std::optional<std::uint32_t> count) {
  Node& n = model_.nodes[node];
  n.choice = choice;
  n.need = choice == Choice::all ? static_cast<std::uint32_t>(n.members.size()) : count.value_or(0);
}

void RuleReader::finish_group(std::uint32_t node, Choice choice, std::optional<std::uint32_t> count) {
  std::uint32_t children = 0;
  for (std::uint32_t child = node + 1; child < model_.nodes[node].end; child = model_.nodes[child].end) ++children;
  Node& n = model_.nodes[node];
  n.choice = choice;
  n.need = choice == Choice::all ? children : count.value_or(0);
}

void RuleReader::read_floor(std::uint32_t value, std::uint32_t node) {
  if (node == none) return;
  const Span span = tree_.span(value), earlier = model_.nodes[node].floor_span;
  model_.nodes[node].floor_span = span;
  const auto floor = model::read_floor(linking_, tree_, value, model_.credentials[owner_].framework);
  if (!floor) return;
  Node& n = model_.nodes[node];
  n.achievement_floor = std::max(n.achievement_floor, floor->achievement);
  if (floor->grade == table::unknown) return;
  // Which of two grades is meant cannot be told, and of two scales not even which is the stricter.
  if (n.grade_floor != table::unknown) {
    linking_.sink.report(Kind::repeated_field, span, {"the lowest grade"}).also(earlier, Phrase::first_stated_here);
    return;
  }
  n.grade_floor = floor->grade;
  n.grade_scale = floor->grade_scale;
}

// The shorter of two limits binds.
void RuleReader::read_oldest(std::uint32_t quantity, std::uint32_t node) {
  const auto months = read_months(linking_, read_quantity(linking_, tree_, quantity));
  std::uint32_t& oldest = model_.nodes[node].oldest_months;
  if (months && (oldest == 0 || *months < oldest)) oldest = *months;
}

// ---- parts -------------------------------------------------------------------------------------------------------------------
void RuleReader::resolve_parts() {
  for (const std::uint32_t node : parts_) {
    const Node& part = model_.nodes[node];
    const auto [first, fresh] = part_by_name_.try_emplace(part.part, node);
    if (fresh) continue;
    linking_.sink.report(Kind::duplicate_name, part.part_span, {"part", part.part})
        .also(model_.nodes[first->second].part_span, Phrase::first_declared_here, {part.part});
  }
  for (const auto& [node, suffix] : afters_) {
    std::vector<std::uint32_t> after = parts_named(suffix);
    if (node == none) continue;
    Node& n = model_.nodes[node];
    n.after.insert(n.after.end(), after.begin(), after.end());
    std::sort(n.after.begin(), n.after.end());
    n.after.erase(std::unique(n.after.begin(), n.after.end()), n.after.end());
  }
}

std::vector<std::uint32_t> RuleReader::parts_named(std::uint32_t list) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t name : grammar::children(tree_, list)) {
    const std::string_view written = linking_.written(tree_.span(name));
    if (const auto at = part_by_name_.find(std::string(written)); at != part_by_name_.end()) {
      out.push_back(at->second);
      continue;
    }
    auto report = linking_.sink.report(Kind::unknown_name, tree_.span(name), {"part of this rule", std::string(written)});
    if (part_by_name_.size() > most_parts_searched) continue;
    std::vector<std::string_view> known;
    for (const std::uint32_t part : parts_) known.push_back(model_.nodes[part].part);
    if (const auto near = diagnostics::nearest(written, known); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
  }
  return out;
}

}  // namespace rung::model
