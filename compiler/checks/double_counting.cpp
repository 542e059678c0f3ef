// Parts that can only all be met by counting one credential twice. Places to fill and credentials to fill them are a flow: when it does not fill every place though each part alone could be
// met, the parts on the short side of the cut want the same credentials.
#include <algorithm>
#include <map>

// g++ 12 sees an uninitialized iterator where Boost.Graph has an empty optional one.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>

#include <fmt/format.h>

#include "compiler/checks/list.hpp"
#include "compiler/checks/offers.hpp"

namespace rung::checks {
namespace {

using model::Choice;
using model::Node;
using model::NodeKind;

// So many of these credentials are counted in any case, at this node (or are brought along by what it counts).
struct Demand {
  std::uint32_t node;
  std::uint32_t need;
  std::vector<std::uint32_t> members;
};

// Both bound what a check of one rule costs. Rules of a real framework stay far below; past them less is looked at, and so less is found, never more.
constexpr std::size_t most_brought = 256;      // awards and credentials looked at for what one award brings along
constexpr std::size_t most_mentions = 20'000;  // members of all parts of one rule together

// The ground credentials that an award brings along however it was earned: those its rule asks for in any case, and what they bring along. Of a rule with several
// versions nothing is known, since the learner who brings it may have earned it by any of them; nor of one that an agreement gives, which then stands on nothing.
std::vector<std::uint32_t> always_brought(const Facts& facts, std::uint32_t award) {
  const model::Model& model = facts.model;
  std::vector<std::uint32_t> queue{award}, ground;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::uint32_t rule = model.credentials[queue[at]].rule;
    if (rule == model::none) {
      ground.push_back(queue[at]);
      continue;
    }
    if (model.credentials[queue[at]].versions.size() > 1 || facts.given[queue[at]] != 0) continue;
    for (const std::uint32_t node : forced_nodes(model, rule)) {
      const Node& n = model.nodes[node];
      if (n.kind != NodeKind::members || n.need < n.members.size()) continue;
      for (const std::uint32_t member : n.members)
        if (queue.size() < most_brought && std::find(queue.begin(), queue.end(), member) == queue.end()) queue.push_back(member);
    }
  }
  std::sort(ground.begin(), ground.end());
  return ground;
}

class RuleDemands {
 public:
  RuleDemands(const Facts& facts, std::uint32_t root) : model_(facts.model), root_(root) {
    for (const std::uint32_t at : forced_nodes(model_, root)) {
      const Node& node = model_.nodes[at];
      if (node.kind != NodeKind::members || node.need > node.members.size()) continue;
      all.push_back({at, node.need, node.members});
      if (node.need < node.members.size()) continue;
      for (const std::uint32_t member : node.members) {
        if (model_.credentials[member].rule == model::none || facts.in_stacking_cycle[member] != 0) continue;
        auto brought = always_brought(facts, member);
        if (!brought.empty()) all.push_back({at, static_cast<std::uint32_t>(brought.size()), std::move(brought)});
      }
    }
  }

  // Whether the rule lets any two nodes count the same credential.
  bool shares() const {
    const auto conditions = model_.conditions_of(root_);
    return std::any_of(conditions.begin(), conditions.end(), [](const auto& c) { return c.kind == model::ConditionKind::may_share; });
  }

  // Whether it lets these two.
  bool may_share(std::uint32_t one, std::uint32_t other) const {
    for (const model::Condition& condition : model_.conditions_of(root_)) {
      if (condition.kind != model::ConditionKind::may_share) continue;
      const std::uint32_t a = part_of(condition, one), b = part_of(condition, other);
      if (a != model::none && b != model::none && a != b) return true;
    }
    return false;
  }

  // How often each credential may be counted. When any two of the nodes that want it may share it, it is taken to be free for all of them: no rule is blamed wrongly.
  std::map<std::uint32_t, std::uint32_t> capacities() const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> wanted;
    for (const Demand& demand : all)
      for (const std::uint32_t member : demand.members) wanted[member].push_back(demand.node);
    std::map<std::uint32_t, std::uint32_t> out;
    const bool shares_any = shares();
    for (const auto& [member, nodes] : wanted) {
      bool shared = false;
      for (std::size_t i = 0; shares_any && i < nodes.size() && !shared; ++i)
        for (std::size_t j = 0; j < i && !shared; ++j) shared = may_share(nodes[i], nodes[j]);
      out[member] = shared ? static_cast<std::uint32_t>(nodes.size()) : 1;
    }
    return out;
  }

  std::vector<Demand> all;

 private:
  std::uint32_t part_of(const model::Condition& condition, std::uint32_t node) const {
    for (const std::uint32_t part : condition.members)
      if (part <= node && node < model_.nodes[part].end) return part;
    return model::none;
  }

  const model::Model& model_;
  std::uint32_t root_;
};

// The demands that cannot all be filled, or none.
std::vector<const Demand*> unfilled(const RuleDemands& demands) {
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  using Network = boost::adjacency_list<
      boost::vecS, boost::vecS, boost::directedS,
      boost::property<boost::vertex_color_t, boost::default_color_type,
                      boost::property<boost::vertex_distance_t, long, boost::property<boost::vertex_predecessor_t, Traits::edge_descriptor>>>,
      boost::property<boost::edge_capacity_t, long,
                      boost::property<boost::edge_residual_capacity_t, long, boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;
  const auto capacities = demands.capacities();
  const std::size_t count = demands.all.size();
  const std::size_t source = count + capacities.size(), sink = source + 1;
  Network network(sink + 1);
  auto capacity = boost::get(boost::edge_capacity, network);
  auto reverse = boost::get(boost::edge_reverse, network);
  const auto connect = [&](std::size_t from, std::size_t to, long amount) {
    const auto there = boost::add_edge(from, to, network).first, back = boost::add_edge(to, from, network).first;
    capacity[there] = amount;
    capacity[back] = 0;
    reverse[there] = back;
    reverse[back] = there;
  };
  std::map<std::uint32_t, std::size_t> vertex;
  for (const auto& [member, times] : capacities) {
    vertex.emplace(member, count + vertex.size());
    connect(vertex[member], sink, times);
  }
  long wanted = 0;
  for (std::size_t i = 0; i < count; ++i) {
    wanted += demands.all[i].need;
    connect(source, i, demands.all[i].need);
    for (const std::uint32_t member : demands.all[i].members) connect(i, vertex[member], 1);
  }
  if (boost::boykov_kolmogorov_max_flow(network, source, sink) == wanted) return {};
  std::vector<const Demand*> out;
  const auto color = boost::get(boost::vertex_color, network);
  for (std::size_t i = 0; i < count; ++i)
    if (color[i] == boost::black_color) out.push_back(&demands.all[i]);
  return out;
}

void report(const Facts& facts, Sink& sink, const std::vector<std::uint32_t>& nodes) {
  std::vector<std::string> names;
  std::vector<std::uint32_t> places;
  for (const std::uint32_t node : nodes) {
    const std::string name = facts.model.nodes[node].part.empty() ? part_name(facts, node) : facts.model.nodes[node].part;
    if (std::find(places.begin(), places.end(), node) != places.end()) continue;
    names.push_back(name);
    places.push_back(node);
  }
  const std::string first = names.front();
  names.erase(names.begin());
  const std::string others = names.empty() ? "what it brings along" : listed(names);
  auto found = sink.report(Kind::double_counting, facts.model.nodes[places.front()].span, {first, others});
  for (std::size_t i = 1; i < places.size(); ++i) found.also(facts.model.nodes[places[i]].span, Phrase::other_part_here, {names[i - 1]});
  // Parts share by their names; a part cannot share with what it brings along itself.
  const bool all_named = places.size() > 1 && std::none_of(places.begin(), places.end(), [&](std::uint32_t node) { return facts.model.nodes[node].part.empty(); });
  if (all_named) found.help(Phrase::allow_sharing, {first, fmt::format("{}", fmt::join(names, ", "))});
  else found.help(Phrase::add_members);
}

std::size_t mentions(const std::vector<Demand>& demands) {
  std::size_t count = 0;
  for (const Demand& demand : demands) count += demand.members.size();
  return count;
}

// Whether two demands want the same credential at all; most rules have none, and no flow is looked for.
bool compete(const std::vector<Demand>& demands) {
  if (mentions(demands) > most_mentions) return false;
  std::vector<std::uint32_t> all;
  for (const Demand& demand : demands) all.insert(all.end(), demand.members.begin(), demand.members.end());
  std::sort(all.begin(), all.end());
  return std::adjacent_find(all.begin(), all.end()) != all.end();
}

// A part by credits whose set is used up by what other parts count in any case.
void used_up(const Facts& facts, Sink& sink, const RuleDemands& demands, std::uint32_t root) {
  const model::Model& model = facts.model;
  std::multimap<std::uint32_t, std::uint32_t> takers_of;   // credential, and a node that counts it in any case
  for (const Demand& demand : demands.all)
    if (demand.need == demand.members.size())
      for (const std::uint32_t member : demand.members) takers_of.emplace(member, demand.node);
  if (takers_of.empty()) return;
  std::size_t looked_at = 0;
  for (const std::uint32_t at : forced_nodes(model, root)) {
    const Node& node = model.nodes[at];
    looked_at += node.members.size();
    if (node.kind != NodeKind::amount || looked_at > most_mentions) continue;
    const Yardstick by = yardstick(node);
    Wide offered = 0, left = 0;
    std::vector<std::uint32_t> takers{at};
    bool known = true;
    for (const std::uint32_t member : node.members) {
      const auto amount = amount_of(model, member, by);
      if (!amount) {
        known = false;
        break;
      }
      const auto [first, last] = takers_of.equal_range(member);
      const auto taker = std::find_if(first, last, [&](const auto& one) { return !demands.may_share(at, one.second); });
      offered = sum(offered, *amount);
      if (taker == last) left = sum(left, *amount);
      else takers.push_back(taker->second);
    }
    const Wide asked = target_of(model, node.amount, by);
    if (known && offered >= asked && left < asked) report(facts, sink, takers);
  }
}

}  // namespace

void double_counting(const Facts& facts, Sink& sink) {
  const model::Model& model = facts.model;
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    if (model.credentials[id].rule == model::none || rule_is_incomplete(model, id) || facts.in_stacking_cycle[id] != 0) continue;
    for (const std::uint32_t root : model.credentials[id].rules()) {
      const RuleDemands demands(facts, root);
      if (compete(demands.all)) {
        std::vector<std::uint32_t> nodes;
        for (const Demand* demand : unfilled(demands)) nodes.push_back(demand->node);
        if (!nodes.empty()) {
          report(facts, sink, nodes);
          continue;
        }
      }
      used_up(facts, sink, demands, root);
    }
  }
}

}  // namespace rung::checks
