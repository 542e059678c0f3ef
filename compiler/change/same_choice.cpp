#include "compiler/change/same_choice.hpp"

#include <algorithm>

namespace rung::change {
namespace {

using table::Choice;
using table::Condition;
using table::ConditionKind;
using table::Node;
using table::NodeKind;

std::size_t need_of(const Table& table, std::uint32_t at) { return is_all(table.nodes()[at]) ? parts_of(table, at).size() : table.nodes()[at].need; }

// The names of some members, of those that can be counted, sorted.
std::vector<std::string> counted(const Side& side, table::Range members, const std::vector<std::string>& countable) {
  std::vector<std::string> out;
  for (const std::uint32_t one : side.table().list(members))
    if (std::binary_search(countable.begin(), countable.end(), side.name(one))) out.push_back(side.name(one));
  std::sort(out.begin(), out.end());
  return out;
}

bool includes(const std::vector<std::string>& all, const std::vector<std::string>& some) { return std::includes(all.begin(), all.end(), some.begin(), some.end()); }

class Pairing {
 public:
  Pairing(const Side& strict, std::uint32_t root, const Side& other, std::uint32_t other_root)
      : strict_(strict), other_(other), by_name_(strict.refers_to_parts(root) || other.refers_to_parts(other_root)) {}

  // What is counted at and under the one node may be counted at and under the other, and is enough there.
  bool pairs(std::uint32_t at, std::uint32_t then) {
    const auto [known, fresh] = known_.try_emplace({at, then}, false);
    return fresh ? (known_[{at, then}] = judge(at, then)) : known->second;
  }

 private:
  bool judge(std::uint32_t at, std::uint32_t then) {
    const Node &node = strict_.table().nodes()[at], &other = other_.table().nodes()[then];
    if (node.kind != other.kind || (by_name_ && strict_.table().text(node.part) != other_.table().text(other.part))) return false;
    if (node.kind == NodeKind::competencies) return strict_.shape(at) == other_.shape(then);
    if (!is_asked_of_the_same(node, other) || !comes_after_as_much(node, other) || !floors_follow(strict_, node, other_, other)) return false;
    switch (node.kind) {
      case NodeKind::gate: return strict_.gate(strict_.table().list(node.members)[0]) == other_.gate(other_.table().list(other.members)[0]);
      case NodeKind::amount:
        return unit_of(strict_.table(), node.measure, node.unit) == unit_of(other_.table(), other.measure, other.unit) && node.amount >= other.amount && is_within(strict_, node.members, other_, other.members);
      case NodeKind::members: return is_enough(at, then) && is_within(strict_, node.members, other_, other.members);
      default: return is_enough(at, then) && parts_pair(at, then);
    }
  }

  // Exactly so many there: as many are counted here, and no more.
  bool is_enough(std::uint32_t at, std::uint32_t then) const {
    const std::size_t need = need_of(strict_.table(), at), need_then = need_of(other_.table(), then);
    if (other_.table().nodes()[then].choice == Choice::at_least) return need >= need_then;
    return need == need_then && strict_.table().nodes()[at].choice != Choice::at_least;
  }

  // Each part here is one there, and there are no others: one more there could be among those that have to hold, one less would leave what it counts without a place.
  bool parts_pair(std::uint32_t at, std::uint32_t then) {
    const auto here = parts_of(strict_.table(), at), there = parts_of(other_.table(), then);
    if (here.size() != there.size() || here.size() * there.size() > most_pairs) return false;
    return matched(here.size(), there.size(), [&](std::size_t f, std::size_t s) { return pairs(here[f], there[s]); }) == here.size();
  }

  bool is_asked_of_the_same(const Node& node, const Node& other) const {
    if (node.asked_of != other.asked_of) return false;
    if (node.asked_of == table::Asked::of_all) return true;
    if (node.asked_of == table::Asked::with_gate || node.asked_of == table::Asked::without_gate)
      return strict_.gate(strict_.table().list(node.whom)[0]) == other_.gate(other_.table().list(other.whom)[0]);
    return is_within(strict_, node.whom, other_, other.whom) && is_within(other_, other.whom, strict_, node.whom);
  }

  // Parts are told by their names where any part comes after another.
  bool comes_after_as_much(const Node& node, const Node& other) const {
    const auto names = [](const Side& side, const Node& one) {
      std::vector<std::string> out;
      for (const std::uint32_t earlier : side.table().list(one.after)) out.emplace_back(side.table().text(side.table().nodes()[earlier].part));
      std::sort(out.begin(), out.end());
      return out;
    };
    return includes(names(strict_, node), names(other_, other));
  }

  const Side& strict_;
  const Side& other_;
  bool by_name_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> known_;
};

}  // namespace

std::vector<std::uint32_t> parts_of(const Table& table, std::uint32_t node) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t child = node + 1; child < table.nodes()[node].end; child = table.nodes()[child].end) out.push_back(child);
  return out;
}

// A matching, found by augmenting.
std::size_t matched(std::size_t first, std::size_t second, const std::function<bool(std::size_t, std::size_t)>& covers) {
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

std::vector<std::string> countable_by(const Side& side, std::uint32_t root) {
  std::vector<std::string> out;
  const auto nodes = side.table().nodes();
  for (std::uint32_t at = root; at < nodes[root].end; ++at)
    if (nodes[at].kind != NodeKind::gate)
      for (const std::uint32_t member : side.table().list(nodes[at].members)) out.push_back(side.name(member));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool is_within(const Side& of, table::Range members, const Side& in, table::Range others) {
  std::vector<std::string> all;
  for (const std::uint32_t one : in.table().list(others)) all.push_back(in.name(one));
  std::sort(all.begin(), all.end());
  const auto some = of.table().list(members);
  return std::all_of(some.begin(), some.end(), [&](std::uint32_t one) { return std::binary_search(all.begin(), all.end(), of.name(one)); });
}

bool floors_follow(const Side& strict, const Node& node, const Side& other, const Node& then) {
  if (then.oldest_months != 0 && (node.oldest_months == 0 || node.oldest_months > then.oldest_months)) return false;
  if (then.achievement_floor != table::Achievement::unknown && (node.achievement_floor == table::Achievement::unknown || node.achievement_floor < then.achievement_floor)) return false;
  if (then.grade_floor == table::unknown) return true;
  if (node.grade_floor == table::unknown || scale_of(strict.table(), node.grade_scale) != scale_of(other.table(), then.grade_scale)) return false;
  const bool percent = strict.table().scales()[node.grade_scale].kind == table::ScaleKind::percent;
  return percent ? node.grade_floor >= then.grade_floor : node.grade_floor <= then.grade_floor;   // of grades 0 is the best
}

namespace {

// Over the same counted credentials, among which are only those of `countable` (names, sorted).
bool condition_follows(const Side& strict, const Condition& one, const Side& other, const Condition& then, const std::vector<std::string>& countable) {
  // What other awards were awarded for depends on their rules, which are not compared here.
  if (one.kind != then.kind || table::looks_at_other_awards(then.kind)) return false;
  if (strict.condition(one) == other.condition(then)) return true;
  if (table::bounds_nothing_counted(then.kind) || then.kind == ConditionKind::last_from) return false;
  // But for how much of which credentials, they say the same.
  const auto rest = [](const Side& side, Condition condition) {
    condition.amount = condition.percent = 0;
    condition.members = {};
    return side.condition(condition);
  };
  if (rest(strict, one) != rest(other, then) || (one.members.count == 0) != (then.members.count == 0)) return false;
  const auto members = counted(strict, one.members, countable), members_then = counted(other, then.members, countable);
  const bool limit = table::is_limit(then.kind);
  if (limit ? !includes(members, members_then) : !includes(members_then, members)) return false;
  const bool of_some = then.kind == ConditionKind::share || then.kind == ConditionKind::amount_from || then.kind == ConditionKind::at_most_from;
  if (!of_some && members != members_then) return false;
  // A share of the same, rounded in the same way, and the larger or the smaller of it and an amount grow and shrink with their numbers.
  const auto bounds = [&](std::int64_t bound, std::int64_t bound_then) {
    if (bound == table::unknown || bound_then == table::unknown) return bound == bound_then;
    return limit ? bound <= bound_then : bound >= bound_then;
  };
  return bounds(one.amount, then.amount) && bounds(one.percent, then.percent);
}

}  // namespace

bool are_given(const Side& strict, std::uint32_t root, const Side& other, const std::vector<Condition>& then) {
  if (then.empty()) return true;
  const auto here = strict.table().conditions(strict.table().nodes()[root].conditions);
  const std::vector<std::string> countable = countable_by(strict, root);
  return std::ranges::all_of(then, [&](const Condition& asked) { return std::ranges::any_of(here, [&](const Condition& one) { return condition_follows(strict, one, other, asked, countable); }); });
}

// Say a choice meets the rule at `root`. Pair off the parts: what it counts at each is at the other's partner among what may be counted there, good enough, in order, and neither too little nor too much; so the same choice, moved
// part by part, meets the other tree. All that is counted is the same, in all and in each part by its name, so each condition reads the same amounts on both sides, and follows from one that holds here. Only sharing between parts
// is a condition that allows: what is counted twice here has to be allowed there.
bool takes_the_same(const Side& strict, std::uint32_t root, const Side& other, std::uint32_t other_root) {
  if (strict.shape(root) != other.shape(other_root) && !Pairing(strict, root, other, other_root).pairs(root, other_root)) return false;
  const auto here = strict.table().conditions(strict.table().nodes()[root].conditions), there = other.table().conditions(other.table().nodes()[other_root].conditions);
  const auto is_allowed = [&](const Condition& one) {
    return one.kind != ConditionKind::may_share || std::any_of(there.begin(), there.end(), [&](const Condition& then) { return strict.condition(one) == other.condition(then); });
  };
  std::vector<Condition> asked;
  std::ranges::copy_if(there, std::back_inserter(asked), [](const Condition& one) { return !table::bounds_nothing_counted(one.kind); });
  return std::all_of(here.begin(), here.end(), is_allowed) && are_given(strict, root, other, asked);
}

}  // namespace rung::change
