#include "compiler/change/demands.hpp"

#include <algorithm>

#include "compiler/change/lines.hpp"
#include "compiler/change/same_choice.hpp"

namespace rung::change {
namespace {

using table::Condition;
using table::ConditionKind;
using table::Node;
using table::NodeKind;

bool asks_for_learning(const Side& side, std::uint32_t award) {
  const auto nodes = side.table().nodes();
  const std::uint32_t root = side.table().credentials()[award].rule;
  return std::any_of(nodes.begin() + root, nodes.begin() + nodes[root].end, [](const Node& node) { return node.kind == NodeKind::competencies; });
}

}  // namespace

bool Demands::adds_up(const Side& side, std::uint32_t award) {
  const auto nodes = side.table().nodes();
  const std::uint32_t root = side.table().credentials()[award].rule;
  if (nodes[root].conditions.count > 0) return true;
  return std::any_of(nodes.begin() + root, nodes.begin() + nodes[root].end, [](const Node& node) { return node.kind == NodeKind::amount; });
}

bool Demands::covers(std::uint32_t award, std::uint32_t other_award) {
  if (strict_.meaning(award) == other_.meaning(other_award)) return true;
  const auto known = known_.find(award);
  if (known != known_.end()) return known->second;
  known_[award] = false;                   // rules that go in a circle are not seen through
  const table::Credential& here = strict_.table().credentials()[award];
  const table::Credential& there = other_.table().credentials()[other_award];
  if (here.rule == table::none || there.rule == table::none || here.versions.count > 0 || there.versions.count > 0) return false;
  if (!is_within(other_, there.withheld_from, strict_, here.withheld_from)) return false;
  if (there.prerequisite != table::none && (here.prerequisite == table::none || !node_covers(here.prerequisite, there.prerequisite))) return false;
  const bool counts_enough = takes_the_same(strict_, here.rule, other_, there.rule) || (node_covers(here.rule, there.rule) && limits_cover(here.rule, there.rule));
  const bool out = counts_enough && rest_is_the_same(award, other_award);
  return known_[award] = out;
}

// Each way to have it recognised here has one there that asks no more and of which as much may be counted. More ways there take nothing away: what is used for which is chosen.
bool Demands::recognises_as_much(const table::Credential& here, const table::Credential& there) {
  const auto lines = strict_.table().list(here.given_by), others = other_.table().list(there.given_by);
  return std::all_of(lines.begin(), lines.end(), [&](std::uint32_t line) {
    const table::Recognition& one = strict_.table().recognitions()[line];
    const auto sources = strict_.table().list(one.sources);
    const bool held = std::all_of(sources.begin(), sources.end(), [&](std::uint32_t source) {   // what is earned by its rule is recognised as well
      const auto other = other_.find(strict_.name(source));
      return other && (strict_.table().credentials()[source].rule == table::none || covers(source, *other));
    });
    return held && std::any_of(others.begin(), others.end(), [&](std::uint32_t other) {
             const std::uint32_t agreement = other_.table().recognitions()[other].agreement;
             // Of several sources the last dates what is recognised: fewer of them may make it older.
             return other_.table().recognitions()[other].sources.count == one.sources.count && asks_no_more(other_, other, strict_, line) && !limits_more(other_, agreement, strict_, one.agreement) && give_all(other_, {other}, strict_, one) &&
                    other_.agreement(agreement) == strict_.agreement(one.agreement);   // of what two agreements give more may be counted, and of what one gives less
           });
  });
}

// All that is counted is worth the same on both sides, and what is an award here and counts is one there that asks no more.
bool Demands::rest_is_the_same(std::uint32_t award, std::uint32_t other_award) {
  std::vector<std::string> names;
  const auto gather = [&](const Side& side, std::uint32_t of) {
    for (const std::uint32_t root : {side.table().credentials()[of].rule, side.table().credentials()[of].prerequisite})
      if (root != table::none)
        for (std::string& name : countable_by(side, root)) names.push_back(std::move(name));
  };
  gather(strict_, award);
  gather(other_, other_award);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const bool either_adds_up = adds_up(strict_, award) || adds_up(other_, other_award), learning_counts = asks_for_learning(other_, other_award);
  for (const std::string& name : names) {
    const auto here = strict_.find(name), there = other_.find(name);
    if (!here) continue;                   // nobody has counted it here
    if (!there || strict_.worth(*here) != other_.worth(*there)) return false;
    const table::Credential &one = strict_.table().credentials()[*here], &other = other_.table().credentials()[*there];
    if (!recognises_as_much(one, other)) return false;
    if (one.rule == table::none) continue;
    // What an award that states no credits adds to a sum depends on how its rule was met.
    if (one.credits == table::unknown && either_adds_up && strict_.meaning(*here) != other_.meaning(*there)) return false;
    // By less of what it is made of less learning may be shown.
    if (learning_counts && strict_.meaning(*here) != other_.meaning(*there)) return false;
    if (!covers(*here, *there)) return false;
  }
  return true;
}

// So many of these are so many less what is not among those.
bool Demands::members_cover(const Node& node, const Node& other) const {
  if (!floors_follow(strict_, node, other_, other)) return false;
  if (node.kind == NodeKind::amount) {
    return other.kind == NodeKind::amount && unit_of(strict_.table(), node.measure, node.unit) == unit_of(other_.table(), other.measure, other.unit) && node.amount >= other.amount &&
           is_within(strict_, node.members, other_, other.members);
  }
  if (node.kind != NodeKind::members || other.kind != NodeKind::members) return false;
  std::uint32_t outside = 0;
  for (const std::uint32_t member : strict_.table().list(node.members)) {
    const auto there = other_.find(strict_.name(member));
    const auto others = other_.table().list(other.members);
    if (!there || !std::binary_search(others.begin(), others.end(), *there)) ++outside;
  }
  return node.need >= outside + other.need;
}

bool Demands::node_covers(std::uint32_t at, std::uint32_t other_at) {
  const auto known = known_nodes_.find({at, other_at});
  return known != known_nodes_.end() ? known->second : (known_nodes_[{at, other_at}] = judge(at, other_at));
}

bool Demands::judge(std::uint32_t at, std::uint32_t other_at) {
  const Node& node = strict_.table().nodes()[at];
  const Node& other = other_.table().nodes()[other_at];
  if (node.after.count > 0 || other.after.count > 0 || node.asked_of != table::Asked::of_all || other.asked_of != table::Asked::of_all) return false;
  const auto bounds_all_under_it = [](const Node& one) { return one.kind == NodeKind::group && has_floors(one); };
  if (bounds_all_under_it(node) || bounds_all_under_it(other)) return strict_.shape(at) == other_.shape(other_at);
  if (node.kind == NodeKind::gate && other.kind == NodeKind::gate)
    return strict_.gate(strict_.table().list(node.members)[0]) == other_.gate(other_.table().list(other.members)[0]);
  if (node.kind != NodeKind::group && other.kind != NodeKind::group) return members_cover(node, other);
  const auto here = parts_of(strict_.table(), at), there = parts_of(other_.table(), other_at);
  if (other.kind != NodeKind::group) {
    const auto covers = [&](std::uint32_t child) { return node_covers(child, other_at); };
    if (is_all(node)) return std::any_of(here.begin(), here.end(), covers);
    return node.need > 0 && std::all_of(here.begin(), here.end(), covers);
  }
  const std::size_t need = is_all(other) ? there.size() : other.need;
  if (node.kind != NodeKind::group || (!is_all(node) && need == 1 && there.size() == 1)) {
    if (need == 0) return true;
    return need == 1 && std::any_of(there.begin(), there.end(), [&](std::uint32_t child) { return node_covers(at, child); });
  }
  if (here.size() * there.size() > most_pairs) return strict_.shape(at) == other_.shape(other_at);
  const auto covers = [&](std::size_t f, std::size_t s) { return node_covers(here[f], there[s]); };
  const std::size_t pairs = matched(here.size(), there.size(), covers);
  if (is_all(node)) return pairs >= need;
  // Whichever of these hold, as many of those do, less what has no partner.
  return node.need >= here.size() - pairs + need;
}

// What follows part by part is met by some of what is counted here, each thing had as it is here. Of less no more is had in any one way, from anywhere or in all: a limit holds there when one here that is as tight does. A minimum
// need not, nor a share of less; and what is shared between parts here may have to be told apart there.
bool Demands::limits_cover(std::uint32_t root, std::uint32_t other) const {
  const auto here = strict_.table().conditions(strict_.table().nodes()[root].conditions), there = other_.table().conditions(other_.table().nodes()[other].conditions);
  if (std::any_of(here.begin(), here.end(), [](const Condition& one) { return one.kind == ConditionKind::may_share; })) return false;
  std::vector<Condition> limits;
  for (const Condition& then : there) {
    if (then.kind == ConditionKind::one_at_a_time) continue;
    if (!table::is_limit(then.kind) || then.percent != table::unknown || then.within != table::none) return false;
    limits.push_back(then);
  }
  return are_given(strict_, root, other_, limits);
}

}  // namespace rung::change
