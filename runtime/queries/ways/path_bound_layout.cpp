// Laying out what the bound reads: the requirements of everything in reach, with what can be counted where.
#include <algorithm>

#include "runtime/queries/ways/path_bound.hpp"

namespace rung::queries {

using table::ConditionKind;
using table::Node;
using table::NodeKind;

PathBound::PathBound(const Trial& trial) : trial_(trial), table_(trial.table()), supply_(trial.table(), trial.holdings(), {.path = true}) {
  const Reach& reach = trial.reach();
  needs_.resize(reach.credentials.size());
  costs_.resize(reach.credentials.size());
  gather_evidence();
  for (std::uint32_t place = 0; place < reach.credentials.size(); ++place) {
    const std::uint32_t id = reach.credentials[place];
    const table::Credential& credential = table_.credentials()[id];
    Needs& needs = needs_[place];
    needs.award = credential.rule != table::none;
    needs.given = add_given(id);
    const std::uint32_t rule = supply_.root_of(id);
    if (needs.award && rule == table::none) {
      needs.rule = add_impossible();       // no version of it is in force
    } else if (needs.award) {
      needs.rule = add_tree(rule, false);
      mark_shared(rule, needs.rule);
      needs.covers = add_covers(rule);
    }
    if (credential.prerequisite != table::none && supply_.excused_from_prerequisites(id) == nullptr) needs.prerequisite = add_tree(credential.prerequisite, true);
    if (!trial.work().spend(1 + needs.rule.end - needs.rule.first)) break;
  }
  ready_ = !trial.work().stopped;
  if (!ready_) return;
  part_costs_.resize(parts_.size());
  put_in_order();
  find_grounded();
}

void PathBound::gather_evidence() {
  const Reach& reach = trial_.reach();
  for (std::uint32_t place = 0; place < reach.credentials.size(); ++place)
    for (const table::Developed& developed : table_.developed(table_.credentials()[reach.credentials[place]].develops))
      evidence_.push_back({developed.competency, place});
  std::sort(evidence_.begin(), evidence_.end());
  evidence_.erase(std::unique(evidence_.begin(), evidence_.end()), evidence_.end());
}

PathBound::Tree PathBound::add_impossible() {
  const auto first = static_cast<std::uint32_t>(parts_.size());
  Part part;
  part.kind = Kind::impossible;
  part.end = first + 1;
  parts_.push_back(part);
  return {first, first + 1};
}

PathBound::Tree PathBound::add_tree(std::uint32_t root, bool counts_nothing) {
  const auto first = static_cast<std::uint32_t>(parts_.size());
  // Slots are parts under a node that has none in the table, so ends are found by counting what is still open.
  struct Open { std::uint32_t part, end; };
  std::vector<Open> open;
  const auto close = [&](std::uint32_t node) {
    for (; !open.empty() && open.back().end <= node; open.pop_back()) parts_[open.back().part].end = static_cast<std::uint32_t>(parts_.size());
  };
  const std::uint32_t end = table_.nodes()[root].end;
  for (std::uint32_t node = root; node < end; ++node) {
    close(node);
    open.push_back({static_cast<std::uint32_t>(parts_.size()), table_.nodes()[node].end});
    add_part(node, counts_nothing);
  }
  close(end);
  return {first, static_cast<std::uint32_t>(parts_.size())};
}

void PathBound::add_part(std::uint32_t at, bool counts_nothing) {
  const Node& node = table_.nodes()[at];
  Part part;
  part.need = node.need;
  part.counts_nothing = counts_nothing;
  if (!supply_.is_asked(at)) {
    part.kind = Kind::nothing;
    return parts_.push_back(part);
  }
  switch (node.kind) {
    case NodeKind::members:
      part.kind = Kind::members;
      add_entries(at, part);
      break;
    case NodeKind::amount:
      part.kind = Kind::cover;
      part.target = target_of(table_, node.amount, node.measure, node.unit);
      add_entries(at, part);
      for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e)
        entries_[e].amount = most(trial_.reach().credentials[entries_[e].place], node.measure, node.unit);
      if (!counts_nothing) {
        std::vector<Entry> all(entries_.begin() + part.entries.first, entries_.end());
        entries_.resize(part.entries.first);
        count_ground_once(all, node.measure, node.unit);
        part.entries.count = static_cast<std::uint32_t>(all.size());
        entries_.insert(entries_.end(), all.begin(), all.end());
      }
      break;
    case NodeKind::gate:
      part.kind = node.members.count > 0 && supply_.has_gate(table_.list(node.members)[0]) ? Kind::nothing : Kind::impossible;
      break;
    case NodeKind::group:
      part.kind = Kind::group;
      if (node.choice == table::Choice::all) {
        part.need = 0;
        for (std::uint32_t child = at + 1; child < node.end; child = table_.nodes()[child].end) ++part.need;
      }
      break;
    default:
      part.kind = Kind::group;   // of one slot a competency
      parts_.push_back(part);
      return add_slots(node);
  }
  parts_.push_back(part);
}

// A slot for each competency asked: whatever shows it, wherever in the rule it is counted.
void PathBound::add_slots(const Node& node) {
  const Reach& reach = trial_.reach();
  // What a conferred award was awarded for shows what it develops, though it is not held by itself.
  std::vector<std::uint32_t> brought;
  for (const Held& held : trial_.holdings().held) brought.insert(brought.end(), held.counted.begin(), held.counted.end());
  std::sort(brought.begin(), brought.end());
  for (const table::Developed& asked : table_.developed(node.asked)) {
    Part slot;
    slot.kind = Kind::evidence;
    slot.need = 1;
    slot.entries.first = static_cast<std::uint32_t>(entries_.size());
    if (supply_.recognised(asked)) slot.kind = Kind::nothing;
    auto at = std::lower_bound(evidence_.begin(), evidence_.end(), Evidence{asked.competency, 0});
    for (; at != evidence_.end() && at->competency == asked.competency && slot.kind != Kind::nothing; ++at) {
      const std::uint32_t credential = reach.credentials[at->place];
      const table::Range held = supply_.held(credential);
      bool free = std::binary_search(brought.begin(), brought.end(), credential);
      for (std::uint32_t h = held.first; h < held.first + held.count; ++h) free = free || supply_.evidences(credential, h, asked);
      if (free || supply_.evidences(credential, from_taking, asked)) entries_.push_back({at->place, free, 0});
    }
    slot.entries.count = static_cast<std::uint32_t>(entries_.size()) - slot.entries.first;
    slot.end = static_cast<std::uint32_t>(parts_.size()) + 1;
    parts_.push_back(slot);
  }
}

void PathBound::add_entries(std::uint32_t at, Part& part) {
  part.entries.first = static_cast<std::uint32_t>(entries_.size());
  std::vector<Offer> offers;
  for (const std::uint32_t member : table_.list(table_.nodes()[at].members)) {
    offers.clear();
    supply_.offer(at, member, false, offers);
    const bool award = supply_.is_award(member);
    const bool anew = supply_.fits(member, award ? from_rule : from_taking, at);
    if (!offers.empty() || anew) entries_.push_back({trial_.reach().place.find(member), !offers.empty(), 0});
  }
  part.entries.count = static_cast<std::uint32_t>(entries_.size()) - part.entries.first;
}

// Parts that may share, what is under them, and every group that holds one.
void PathBound::mark_shared(std::uint32_t root, Tree tree) {
  std::vector<std::uint32_t> sharing;
  for (const table::Condition& condition : table_.conditions(table_.nodes()[root].conditions))
    if (condition.kind == ConditionKind::may_share)
      for (const std::uint32_t node : table_.list(condition.members)) sharing.push_back(node);
  if (sharing.empty()) return;
  // Nodes and parts go side by side; slots are passed over.
  std::uint32_t part = tree.first;
  for (std::uint32_t node = root; node < table_.nodes()[root].end; ++node) {
    const std::uint32_t end = table_.nodes()[node].end;
    const auto related = [&](std::uint32_t other) {
      return (node <= other && other < end) || (other <= node && node < table_.nodes()[other].end);
    };
    parts_[part].shared = std::any_of(sharing.begin(), sharing.end(), related);
    part = table_.nodes()[node].kind == NodeKind::competencies ? parts_[part].end : part + 1;
  }
}

// Each credential once, and free when it is free anywhere.
void PathBound::each_once(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.place != b.place ? a.place < b.place : a.free > b.free; });
  entries.erase(std::unique(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.place == b.place; }), entries.end());
}

PathBound::Tree PathBound::add_covers(std::uint32_t root) {
  const auto first = static_cast<std::uint32_t>(parts_.size());
  const auto conditions = table_.conditions(table_.nodes()[root].conditions);
  const bool shares = std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == ConditionKind::may_share; });
  for (const table::Condition& condition : conditions) {
    const bool share = condition.kind == ConditionKind::share;
    if (!share && condition.kind != ConditionKind::total && condition.kind != ConditionKind::amount_from) continue;
    const auto members = table_.list(condition.members);
    std::vector<Entry> all;
    const std::uint32_t top = condition.within == table::none ? root : condition.within;
    for (std::uint32_t at = top; at < table_.nodes()[top].end; ++at) {
      Part part;
      const std::size_t before = entries_.size();
      // What a competency counts for itself is counted in the rule too.
      if (table_.nodes()[at].kind != NodeKind::gate) add_entries(at, part);
      for (std::size_t e = before; e < entries_.size(); ++e) {
        const std::uint32_t credential = trial_.reach().credentials[entries_[e].place];
        if (condition.kind == ConditionKind::total || std::binary_search(members.begin(), members.end(), credential)) all.push_back(entries_[e]);
      }
      entries_.resize(before);
    }
    for (Entry& entry : all) entry.amount = most(trial_.reach().credentials[entry.place], condition.measure, condition.unit);
    each_once(all);
    if (!shares) count_ground_once(all, condition.measure, condition.unit);   // else a credential adds what it states, and again what an award has by it
    Part part;
    part.kind = Kind::cover;
    part.awards_come_along = shares;
    part.target = bound_of(table_, share && condition.within == table::none ? least_whole(table_, root, condition, and_excused(supply_, table_.nodes()[root].owner, {})) : 0, condition);
    part.entries = {static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(all.size())};
    part.end = static_cast<std::uint32_t>(parts_.size()) + 1;
    entries_.insert(entries_.end(), all.begin(), all.end());
    parts_.push_back(part);
  }
  return {first, static_cast<std::uint32_t>(parts_.size())};
}

// An award that states nothing adds what it stands on, and that is counted once: so it is the ground credentials that are paid for and that add up, under whichever
// award. One that is held, or that could stand on one that is, is left as it is.
void PathBound::count_ground_once(std::vector<Entry>& entries, table::Measure measure, std::uint32_t unit) const {
  if (measure == table::Measure::credentials) return;
  std::vector<Entry> out;
  std::vector<std::uint32_t> ground;
  for (const Entry& entry : entries) {
    const std::uint32_t id = trial_.reach().credentials[entry.place];
    const table::Credential& one = table_.credentials()[id];
    const bool states = (measure == table::Measure::hours ? one.hours : one.credits) != table::unknown;
    ground.clear();
    if (one.rule == table::none || states || !ground_within(id, ground)) {
      out.push_back(entry);
      continue;
    }
    for (const std::uint32_t other : ground)
      out.push_back({trial_.reach().place.find(other), supply_.is_held(other), amount_of(table_, other, {}, measure, unit).known});
  }
  each_once(out);
  entries.swap(out);
}

// All that an award could come to stand on. False when it or an award on the way is held.
bool PathBound::ground_within(std::uint32_t award, std::vector<std::uint32_t>& out) const {
  IndexMap seen;
  seen.set(award, 1);
  std::vector<std::uint32_t> open = {award};
  for (std::size_t next = 0; next < open.size(); ++next) {
    const bool ruled = supply_.is_award(open[next]);
    if (!ruled || table_.credentials()[open[next]].given_by.count > 0) out.push_back(open[next]);
    if (!ruled) continue;
    if (supply_.is_held(open[next])) return false;
    const std::uint32_t rule = supply_.root_of(open[next]);
    if (rule == table::none) continue;
    for (std::uint32_t at = rule; at < table_.nodes()[rule].end; ++at) {
      if (table_.nodes()[at].kind == NodeKind::gate) continue;
      for (const std::uint32_t member : table_.list(table_.nodes()[at].members)) {
        if (seen.contains(member)) continue;
        seen.set(member, 1);
        open.push_back(member);
      }
    }
  }
  return true;
}

// The most that counting `credential` can add. An award that states nothing adds what it stands on: at most all that its rule could ever count.
Wide PathBound::most(std::uint32_t credential, table::Measure measure, std::uint32_t unit) const {
  const table::Credential& one = table_.credentials()[credential];
  const bool states = (measure == table::Measure::hours ? one.hours : one.credits) != table::unknown;
  if (measure == table::Measure::credentials || states || one.rule == table::none) return amount_of(table_, credential, {}, measure, unit).known;
  Wide greatest = 0;
  const table::Range held = supply_.held(credential);
  for (std::uint32_t h = held.first; h < held.first + held.count; ++h)
    greatest = std::max(greatest, amount_of(table_, credential, trial_.holdings().held[h].counted, measure, unit).known);
  IndexMap seen;
  std::vector<std::uint32_t> open = {credential};
  for (std::size_t next = 0; next < open.size(); ++next) {
    const std::uint32_t rule = supply_.root_of(open[next]);
    const bool ruled = supply_.is_award(open[next]);
    if (!ruled || table_.credentials()[open[next]].given_by.count > 0) greatest += amount_of(table_, open[next], {}, measure, unit).known;
    if (!ruled) continue;
    const auto follow = [&](std::uint32_t other) {
      if (seen.contains(other)) return;
      seen.set(other, 1);
      open.push_back(other);
    };
    const table::Range conferred = supply_.held(open[next]);
    for (std::uint32_t h = conferred.first; h < conferred.first + conferred.count; ++h)
      for (const std::uint32_t ground : trial_.holdings().held[h].counted) follow(ground);
    for (std::uint32_t at = rule; rule != table::none && at < table_.nodes()[rule].end; ++at)
      if (table_.nodes()[at].kind != NodeKind::gate)
        for (const std::uint32_t member : table_.list(table_.nodes()[at].members)) follow(member);
  }
  return greatest;
}

// Depth first, without recursion: from the award, from which everything can be reached unless the reach was made for many awards, and then from what is left.
void PathBound::put_in_order() {
  const Reach& reach = trial_.reach();
  std::vector<std::vector<std::uint32_t>> needed(reach.credentials.size());
  for (std::uint32_t place = 0; place < reach.credentials.size(); ++place) {
    each_node_of(table_, trial_.holdings(), reach.credentials[place], [&](std::uint32_t at) {
      if (table_.nodes()[at].kind == NodeKind::gate) return;
      for (const std::uint32_t member : table_.list(table_.nodes()[at].members)) needed[place].push_back(reach.place.find(member));
    });
    for (const std::uint32_t recognition : table_.list(table_.credentials()[reach.credentials[place]].given_by))
      for (const std::uint32_t source : table_.list(table_.recognitions()[recognition].sources)) needed[place].push_back(reach.place.find(source));
  }
  std::vector<char> seen(reach.credentials.size());
  struct Visit { std::uint32_t place, next; };
  std::vector<Visit> open = {{reach.place.find(trial_.award()), 0}};
  seen[open[0].place] = 1;
  for (std::uint32_t from = 0;;) {
    if (open.empty()) {
      while (from < seen.size() && seen[from]) ++from;
      if (from == seen.size()) break;
      seen[from] = 1;
      open.push_back({from, 0});
    }
    Visit& visit = open.back();
    if (visit.next == needed[visit.place].size()) {
      order_.push_back(visit.place);
      open.pop_back();
      continue;
    }
    const std::uint32_t next = needed[visit.place][visit.next++];
    if (seen[next]) continue;
    seen[next] = 1;
    open.push_back({next, 0});
  }
}

// What every way to earn an award counts at least one ground credential for is paid for once in a rule, since that credential is counted once.
void PathBound::find_grounded() {
  for (const std::uint32_t place : order_) {
    Needs& needs = needs_[place];
    for (std::uint32_t part = needs.rule.end; part-- > needs.rule.first;) parts_[part].grounded = is_grounded(parts_[part], part);
    needs.grounded = !needs.award || (needs.given.count == 0 && needs.rule.end > needs.rule.first && parts_[needs.rule.first].grounded);
  }
}

bool PathBound::is_grounded(const Part& part, std::uint32_t at) const {
  switch (part.kind) {
    case Kind::members:
    case Kind::cover: {
      if (part.kind == Kind::members ? part.need == 0 : part.target <= 0) return false;
      const auto all = std::span(entries_).subspan(part.entries.first, part.entries.count);
      return std::all_of(all.begin(), all.end(), [&](const Entry& entry) { return needs_[entry.place].grounded; });
    }
    case Kind::group: {
      std::uint32_t children = 0, grounded = 0;
      for (std::uint32_t child = at + 1; child < part.end; child = parts_[child].end) ++children, grounded += parts_[child].grounded ? 1 : 0;
      // Those that are left out may be any of them.
      return part.need > 0 && grounded > children - std::min(part.need, children);
    }
    default: return false;
  }
}

}  // namespace rung::queries
