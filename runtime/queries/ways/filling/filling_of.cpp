// Another shape, and so not laid out here: conditions on the whole rule; groups with a choice, competencies that are asked for, parts in an order or asked of some only; awards among
// what is counted, agreements that give any of it, and whatever the learner's record says of awards or exceptions; a credential that is held and may be taken again; costs that are not stated, or weeks.
#include "runtime/queries/ways/filling/filling_of.hpp"

#include <algorithm>
#include <numeric>

namespace rung::queries::filling {
namespace {

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

using table::Node;
using table::NodeKind;

class Layout {
 public:
  Layout(const Trial& trial, std::span<const Prices> by, std::span<const std::uint32_t> candidates)
      : trial_(trial), table_(trial.table()), by_(by), candidates_(candidates), supply_(trial.table(), trial.holdings(), {.path = true}) {}

  std::optional<FillingOf> lay_out() {
    const std::uint32_t root = root_of_the_rule();
    if (root == table::none || !everything_is_simple() || !add_parts(root) || !add_needs()) return std::nullopt;
    number();
    if (!add_costs()) return std::nullopt;
    out_.filling.index();
    if (!needs_go_in_no_circle()) return std::nullopt;
    return std::move(out_);
  }

 private:
  std::uint32_t root_of_the_rule() const {
    const auto is_no_sum = [](const Prices& one) { return one.by == Cost::weeks; };
    if (std::any_of(by_.begin(), by_.end(), is_no_sum) || supply_.is_held(trial_.award())) return table::none;
    const RuleOf rule = rule_of(table_, trial_.holdings(), trial_.award());
    if (rule.day_unknown || rule.root == table::none || table_.nodes()[rule.root].conditions.count > 0) return table::none;
    return rule.root;
  }

  bool everything_is_simple() const {
    const Holdings& learner = trial_.holdings();
    if (!learner.excused.empty() || trial_.reach().awards.size() != 1 || table_.credentials()[trial_.award()].withheld_from.count > 0) return false;
    for (const Held& held : learner.held)
      if (supply_.is_award(held.credential) || !held.counted.empty()) return false;
    for (const std::uint32_t id : trial_.reach().credentials) {
      const table::Credential& one = table_.credentials()[id];
      if (one.given_by.count > 0 || one.most_awards != 0 || one.surrenders.count > 0) return false;
    }
    return std::none_of(candidates_.begin(), candidates_.end(), [&](std::uint32_t one) { return supply_.is_held(one); });
  }

  bool may_take(std::uint32_t credential) const { return std::binary_search(candidates_.begin(), candidates_.end(), credential); }

  bool is_plain(const Node& node) const { return node.after.count == 0 && node.asked_of == table::Asked::of_all; }

  // Every group asks for all its parts, so what is left are the parts that count.
  bool add_parts(std::uint32_t root) {
    for (std::uint32_t at = root; at < table_.nodes()[root].end; ++at) {
      const Node& node = table_.nodes()[at];
      if (!is_plain(node)) return false;
      switch (node.kind) {
        case NodeKind::group:
          if (node.choice != table::Choice::all) return false;
          break;
        case NodeKind::gate:
          if (!is_met(node)) return false;
          break;
        case NodeKind::members:
        case NodeKind::amount:
          if (!add_part(at)) return false;
          break;
        default: return false;
      }
    }
    return true;
  }

  bool is_met(const Node& gate) const { return gate.members.count > 0 && supply_.has_gate(table_.list(gate.members)[0]); }

  enum class There : std::uint8_t { no, held, to_take };
  There there(std::uint32_t node, std::uint32_t credential) {
    offers_.clear();
    supply_.offer(node, credential, false, offers_);
    if (!offers_.empty()) return There::held;
    return may_take(credential) && supply_.fits(credential, from_taking, node) ? There::to_take : There::no;
  }

  bool add_part(std::uint32_t at) {
    const Node& node = table_.nodes()[at];
    const bool counts = node.kind == NodeKind::members;
    const Wide target = counts ? node.need : target_of(table_, node.amount, node.measure, node.unit);
    if (target <= 0) return true;
    std::vector<std::pair<std::uint32_t, Wide>> members;
    Wide greatest_divisor = 0;
    for (const std::uint32_t member : table_.list(node.members)) {
      if (there(at, member) == There::no) continue;
      const Wide amount = counts ? 1 : std::min(target, amount_of(table_, member, {}, node.measure, node.unit).known);
      if (amount <= 0) continue;
      members.push_back({member, amount});
      if (amount < target) greatest_divisor = common_divisor(greatest_divisor, amount);
    }
    if (greatest_divisor == 0) greatest_divisor = target;
    const Wide units = (target + greatest_divisor - 1) / greatest_divisor;
    if (units * static_cast<Wide>(members.size() + 1) > greatest_work) return false;
    out_.nodes.push_back(at);
    Filling& filling = out_.filling;
    filling.parts.push_back({{static_cast<std::uint32_t>(filling.entries.size()), static_cast<std::uint32_t>(members.size())}, static_cast<std::int32_t>(units), counts});
    for (const auto& [member, amount] : members)
      filling.entries.push_back({member, static_cast<std::uint32_t>(filling.parts.size() - 1), static_cast<std::int32_t>(amount == target ? units : amount / greatest_divisor)});
    return filling.entries.size() <= greatest_entries;
  }

  // Of all that is counted, and of all that this needs in its turn.
  bool add_needs() {
    IndexMap seen;
    std::vector<std::uint32_t> open;
    const auto follow = [&](std::uint32_t credential) {
      if (seen.contains(credential) || !may_take(credential)) return;
      seen.set(credential, 1);
      open.push_back(credential);
    };
    for (const Entry& entry : out_.filling.entries) follow(entry.credential);
    if (!add_needs_of(trial_.award(), nobody)) return false;
    for (const std::uint32_t member : out_.filling.members) follow(member);
    for (std::size_t next = 0; next < open.size(); ++next) {
      const std::size_t before = out_.filling.members.size();
      if (!add_needs_of(open[next], open[next])) return false;
      for (std::size_t m = before; m < out_.filling.members.size(); ++m) follow(out_.filling.members[m]);
    }
    return out_.filling.members.size() <= greatest_entries;
  }

  bool add_needs_of(std::uint32_t credential, std::uint32_t owner) {
    const std::uint32_t root = table_.credentials()[credential].prerequisite;
    if (root == table::none) return true;
    for (std::uint32_t at = root; at < table_.nodes()[root].end;) {
      const Node& node = table_.nodes()[at];
      if (!is_plain(node)) return false;
      if (node.kind == NodeKind::group && node.choice == table::Choice::all) {
        ++at;
        continue;
      }
      if (!add_need(at, owner)) return false;
      at = node.end;
    }
    return true;
  }

  // One list of which some are needed; several lists, of any of which one is needed, are one.
  bool add_need(std::uint32_t at, std::uint32_t owner) {
    const Node& node = table_.nodes()[at];
    Need need{owner, 0, {static_cast<std::uint32_t>(out_.filling.members.size()), 0}};
    bool met = false;
    std::uint32_t lacking = node.need;
    const auto gather = [&](std::uint32_t list) {
      for (const std::uint32_t member : table_.list(table_.nodes()[list].members)) {
        const There is = there(list, member);
        if (is == There::held && lacking > 0) --lacking;
        if (is == There::to_take) out_.filling.members.push_back(member);
      }
    };
    if (node.kind == NodeKind::members) {
      gather(at);
      met = lacking == 0;
    } else if (node.kind == NodeKind::gate) {
      met = is_met(node);
      lacking = 1;
    } else if (node.kind == NodeKind::group && node.need == 1) {
      for (std::uint32_t list = at + 1; list < node.end; list = table_.nodes()[list].end) {
        const Node& one = table_.nodes()[list];
        if (!is_plain(one) || (one.kind == NodeKind::members ? one.need > 1 : one.kind != NodeKind::gate)) return false;
        met = met || (one.kind == NodeKind::gate ? is_met(one) : one.need == 0);
        if (one.kind == NodeKind::members) gather(list);
      }
      met = met || lacking == 0;
    } else {
      return false;
    }
    auto& members = out_.filling.members;
    const auto first = members.begin() + need.members.first;
    if (met) {
      members.erase(first, members.end());
      return true;
    }
    std::sort(first, members.end());
    members.erase(std::unique(first, members.end()), members.end());
    need.members.count = static_cast<std::uint32_t>(members.size()) - need.members.first;
    need.least = static_cast<std::int32_t>(std::min<std::uint32_t>(lacking, need.members.count + 1));   // more than all: it can't be had
    out_.filling.needs.push_back(need);
    return need.least <= 64;
  }

  // From the table's numbers to those of the filling.
  void number() {
    Filling& filling = out_.filling;
    auto& ids = out_.credentials;
    for (const Entry& entry : filling.entries) ids.push_back(entry.credential);
    ids.insert(ids.end(), filling.members.begin(), filling.members.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto number_of = [&](std::uint32_t id) { return static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin()); };
    for (Entry& entry : filling.entries) entry.credential = number_of(entry.credential);
    for (std::uint32_t& member : filling.members) member = number_of(member);
    for (Need& need : filling.needs)
      if (need.owner != nobody) need.owner = number_of(need.owner);
  }

  bool add_costs() {
    Filling& filling = out_.filling;
    const auto place_of = [&](std::uint32_t id) { return trial_.reach().place.find(id); };
    std::vector<Wide> costs;
    for (const std::uint32_t id : out_.credentials) {
      filling.held.push_back(may_take(id) ? 0 : 1);
      costs.push_back(may_take(id) ? 1 : 0);
    }
    // From the last cost to the first, each weighs more than all that come after it together.
    Wide all = std::accumulate(costs.begin(), costs.end(), Wide{0}), weight = 1;
    for (std::size_t i = by_.size(); i-- > 0;) {
      const Prices& prices = by_[i];
      if (prices.unstated[place_of(trial_.award())] != 0) return false;
      Wide unit = 0;
      for (const std::uint32_t id : out_.credentials) {
        if (may_take(id) && prices.unstated[place_of(id)] != 0) return false;
        if (may_take(id)) unit = common_divisor(unit, prices.price[place_of(id)]);
      }
      unit = std::max<Wide>(unit, 1);
      weight = all + 1;
      for (std::size_t c = 0; c < costs.size(); ++c) {
        if (filling.held[c] != 0) continue;
        costs[c] += prices.price[place_of(out_.credentials[c])] / unit * weight;
        all += prices.price[place_of(out_.credentials[c])] / unit * weight;
        if (all > greatest_cost) return false;
      }
      out_.unit = unit;
      out_.besides = prices.price[place_of(trial_.award())];
    }
    out_.others = static_cast<std::int64_t>(weight);
    for (const Wide cost : costs) filling.cost.push_back(static_cast<std::int64_t>(cost));
    return true;
  }

  // Takes away, again and again, what needs nothing that is left.
  bool needs_go_in_no_circle() const {
    const Filling& filling = out_.filling;
    std::vector<std::uint32_t> lacking(filling.size()), free;
    for (const Need& need : filling.needs)
      if (need.owner != nobody) lacking[need.owner] += need.members.count;
    for (std::uint32_t c = 0; c < filling.size(); ++c)
      if (lacking[c] == 0) free.push_back(c);
    for (std::size_t next = 0; next < free.size(); ++next)
      for (const std::uint32_t n : filling.helped_by(free[next]))
        if (filling.needs[n].owner != nobody && --lacking[filling.needs[n].owner] == 0) free.push_back(filling.needs[n].owner);
    return free.size() == filling.size();
  }

  const Trial& trial_;
  const Table& table_;
  std::span<const Prices> by_;
  std::span<const std::uint32_t> candidates_;
  Supply supply_;
  FillingOf out_;
  std::vector<Offer> offers_;
};

}  // namespace

std::optional<FillingOf> filling_of(const Trial& trial, std::span<const Prices> by, std::span<const std::uint32_t> candidates) {
  return Layout(trial, by, candidates).lay_out();
}

}  // namespace rung::queries::filling
