#include "compiler/change/demands.hpp"

#include <algorithm>

#include "compiler/change/lines.hpp"

namespace rung::change {
namespace {

using table::Condition;
using table::ConditionKind;
using table::Node;
using table::NodeKind;

constexpr std::size_t most_pairs = 10'000;   // of parts here and there: more are not looked through

std::vector<std::uint32_t> children(const Table& table, std::uint32_t node) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t child = node + 1; child < table.nodes()[node].end; child = table.nodes()[child].end) out.push_back(child);
  return out;
}

bool is_all(const Node& node) { return node.kind == NodeKind::group && node.choice == table::Choice::all; }

// How many of the second can each be given one of the first that covers it (a matching, found by augmenting).
template <class Covers>
std::size_t matched(std::size_t first, std::size_t second, Covers covers) {
  std::vector<std::size_t> of(first, second);   // by one of the first: which of the second it was given to
  std::size_t count = 0;
  for (std::size_t s = 0; s < second; ++s) {
    std::vector<bool> seen(first);
    const auto give = [&](auto&& self, std::size_t to) -> bool {
      for (std::size_t f = 0; f < first; ++f) {
        if (seen[f] || !covers(f, to)) continue;
        seen[f] = true;
        if (of[f] == second || self(self, of[f])) {
          of[f] = to;
          return true;
        }
      }
      return false;
    };
    count += give(give, s) ? 1 : 0;
  }
  return count;
}

}  // namespace

bool Demands::adds_up(const Side& side, std::uint32_t award) {
  const auto nodes = side.table().nodes();
  const std::uint32_t root = side.table().credentials()[award].rule;
  if (nodes[root].conditions.count > 0) return true;
  return std::any_of(nodes.begin() + root, nodes.begin() + nodes[root].end, [](const Node& node) { return node.kind == NodeKind::amount; });
}

bool Demands::is_within(table::Range members, const Side& of, table::Range others, const Side& in) const {
  std::vector<std::string> all;
  for (const std::uint32_t one : in.table().list(others)) all.push_back(in.name(one));
  std::sort(all.begin(), all.end());
  const auto some = of.table().list(members);
  return std::all_of(some.begin(), some.end(), [&](std::uint32_t one) { return std::binary_search(all.begin(), all.end(), of.name(one)); });
}

bool Demands::covers(std::uint32_t award, std::uint32_t other_award) {
  if (strict_.meaning(award) == other_.meaning(other_award)) return true;
  const auto known = known_.find(award);
  if (known != known_.end()) return known->second;
  known_[award] = false;                   // rules that go in a circle are not seen through
  const table::Credential& here = strict_.table().credentials()[award];
  const table::Credential& there = other_.table().credentials()[other_award];
  if (here.rule == table::none || there.rule == table::none || here.versions.count > 0 || there.versions.count > 0) return false;
  if (!is_within(there.withheld_from, other_, here.withheld_from, strict_)) return false;
  if (there.prerequisite != table::none && (here.prerequisite == table::none || !node_covers(here.prerequisite, there.prerequisite))) return false;
  const bool out = node_covers(here.rule, there.rule) && conditions_cover(here.rule, there.rule) && rest_is_the_same(award, other_award);
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
        for (std::uint32_t at = root; at < side.table().nodes()[root].end; ++at)
          if (side.table().nodes()[at].kind != NodeKind::gate)
            for (const std::uint32_t member : side.table().list(side.table().nodes()[at].members)) names.push_back(side.name(member));
  };
  gather(strict_, award);
  gather(other_, other_award);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) {
    const auto here = strict_.find(name), there = other_.find(name);
    if (!here) continue;                   // nobody has counted it here
    if (!there || strict_.worth(*here) != other_.worth(*there)) return false;
    const table::Credential &one = strict_.table().credentials()[*here], &other = other_.table().credentials()[*there];
    if (!recognises_as_much(one, other)) return false;
    if (one.rule == table::none) continue;
    // What an award that states no credits adds to a sum depends on how its rule was met.
    if (one.credits == table::unknown && (adds_up(strict_, award) || adds_up(other_, other_award)) && strict_.meaning(*here) != other_.meaning(*there)) return false;
    if (!covers(*here, *there)) return false;
  }
  return true;
}

bool Demands::floors_cover(const Node& node, const Node& other) const {
  if (other.oldest_months != 0 && (node.oldest_months == 0 || node.oldest_months > other.oldest_months)) return false;
  if (other.achievement_floor != table::Achievement::unknown && (node.achievement_floor == table::Achievement::unknown || node.achievement_floor < other.achievement_floor)) return false;
  if (other.grade_floor == table::unknown) return true;
  const auto is_percent = [](const Side& side, std::uint32_t scale) { return side.table().scales()[scale].kind == table::ScaleKind::percent; };
  if (node.grade_floor == table::unknown || !is_percent(strict_, node.grade_scale) || !is_percent(other_, other.grade_scale)) return false;
  return node.grade_floor >= other.grade_floor;
}

// So many of these are so many less what is not among those.
bool Demands::members_cover(const Node& node, const Node& other) const {
  if (!floors_cover(node, other)) return false;
  if (node.kind == NodeKind::amount) {
    return other.kind == NodeKind::amount && unit_of(strict_.table(), node.measure, node.unit) == unit_of(other_.table(), other.measure, other.unit) && node.amount >= other.amount &&
           is_within(node.members, strict_, other.members, other_);
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
  const auto here = children(strict_.table(), at), there = children(other_.table(), other_at);
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

bool Demands::condition_covers(const Condition& one, const Condition& other) const {
  if (one.kind != other.kind || one.key != other.key || one.measure != other.measure || one.within != table::none || other.within != table::none || one.percent != table::unknown || other.percent != table::unknown) return false;
  if (one.keys.count > 0 || other.keys.count > 0 || unit_of(strict_.table(), one.measure, one.unit) != unit_of(other_.table(), other.measure, other.unit)) return false;
  switch (one.kind) {
    case ConditionKind::total: return one.amount >= other.amount;
    case ConditionKind::amount_from: return one.amount >= other.amount && is_within(one.members, strict_, other.members, other_);
    default: return false;
  }
}

// Only minimums are compared; where there is a limit or a share the rules have to be the same.
bool Demands::conditions_cover(std::uint32_t root, std::uint32_t other) const {
  const auto here = strict_.table().conditions(strict_.table().nodes()[root].conditions), there = other_.table().conditions(other_.table().nodes()[other].conditions);
  const auto is_minimum = [](const Condition& one) { return one.kind == ConditionKind::total || one.kind == ConditionKind::amount_from || one.kind == ConditionKind::one_at_a_time; };
  if (!std::all_of(there.begin(), there.end(), is_minimum)) return false;
  // What is counted here has to be counted there, or it does not add up to the same.
  if (!there.empty() && strict_.shape(root) != other_.shape(other)) return false;
  if (std::any_of(here.begin(), here.end(), [](const Condition& one) { return one.kind == ConditionKind::may_share; })) return false;   // it allows more
  return std::all_of(there.begin(), there.end(), [&](const Condition& one) {
    return one.kind == ConditionKind::one_at_a_time || std::any_of(here.begin(), here.end(), [&](const Condition& same) { return condition_covers(same, one); });
  });
}

}  // namespace rung::change
