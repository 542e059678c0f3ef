#include "compiler/checks/fastest.hpp"

#include <algorithm>

namespace rung::checks {
namespace {

using model::Amount;
using model::Choice;
using model::Node;
using model::NodeKind;

constexpr Amount longest = INT64_MAX / 4;

class Ways {
 public:
  explicit Ways(const Facts& facts)
      : facts_(facts), model_(facts.model), given_by_(model_.credentials.size()), weeks_(model_.credentials.size(), 0), of_node_(model_.nodes.size(), 0) {
    for (std::uint32_t line = 0; line < model_.recognitions.size(); ++line)
      for (const model::Reference& target : model_.recognitions[line].targets) given_by_[target.id].push_back(line);
  }

  std::vector<Amount> find() {
    for (const std::uint32_t credential : in_order()) weeks_[credential] = of_credential(credential);
    return std::move(weeks_);
  }

 private:
  // Each after what it may come to need, but in circles. Depth first, without recursion.
  std::vector<std::uint32_t> in_order() const {
    std::vector<std::uint32_t> order;
    std::vector<char> seen(model_.credentials.size(), 0);
    struct Visit { std::uint32_t credential; std::vector<std::uint32_t> needed; };
    std::vector<Visit> open;
    const auto visit = [&](std::uint32_t credential) {
      seen[credential] = 1;
      open.push_back({credential, needed_by(credential)});
    };
    for (std::uint32_t start = 0; start < seen.size(); ++start) {
      if (seen[start] != 0) continue;
      visit(start);
      while (!open.empty()) {
        if (open.back().needed.empty()) {
          order.push_back(open.back().credential);
          open.pop_back();
          continue;
        }
        const std::uint32_t next = open.back().needed.back();
        open.back().needed.pop_back();
        if (seen[next] == 0) visit(next);
      }
    }
    return order;
  }

  std::vector<std::uint32_t> needed_by(std::uint32_t credential) const {
    std::vector<std::uint32_t> out;
    for (const graph::Edge& edge : graph::arrows(facts_.needs, credential)) out.push_back(graph::to(facts_.needs, edge));
    for (const std::uint32_t line : given_by_[credential])
      for (const model::Reference& source : model_.recognitions[line].sources) out.push_back(source.id);
    return out;
  }

  Amount of_credential(std::uint32_t id) {
    const model::Credential& credential = model_.credentials[id];
    Amount before = 0;
    const std::vector<std::uint32_t> rules = credential.rules();
    for (std::size_t i = 0; i < rules.size(); ++i) before = i == 0 ? of_tree(rules[i]) : std::min(before, of_tree(rules[i]));
    if (credential.prerequisite != model::none) before = std::max(before, of_tree(credential.prerequisite));
    Amount least = std::min(before + (credential.weeks ? credential.weeks->value : 0), longest);
    for (const std::uint32_t line : given_by_[id]) {
      Amount given = 0;
      for (const model::Reference& source : model_.recognitions[line].sources) given = std::max(given, weeks_[source.id]);
      least = std::min(least, given);
    }
    return least;
  }

  // Children come after their parents, so going backwards each node finds theirs done.
  Amount of_tree(std::uint32_t root) {
    for (std::uint32_t at = model_.nodes[root].end; at-- > root;) of_node_[at] = of_node(at);
    return of_node_[root];
  }

  Amount of_node(std::uint32_t at) const {
    const Node& node = model_.nodes[at];
    if (node.incomplete) return 0;
    std::vector<Amount> times;
    switch (node.kind) {
      case NodeKind::group:
        for (std::uint32_t child = at + 1; child < node.end; child = model_.nodes[child].end) times.push_back(of_node_[child]);
        return last_of(std::move(times), node.choice == Choice::all ? node.end : node.need);
      case NodeKind::members:
        for (const std::uint32_t member : node.members) times.push_back(weeks_[member]);
        return last_of(std::move(times), node.need);
      case NodeKind::amount: return of_amount(node);
      default: return 0;
    }
  }

  // The time by which the `need` quickest are there.
  static Amount last_of(std::vector<Amount> times, std::size_t need) {
    need = std::min(need, times.size());
    if (need == 0) return 0;
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(need - 1), times.end());
    return times[need - 1];
  }

  Amount of_amount(const Node& node) const {
    std::vector<std::pair<Amount, Wide>> quickest;   // time, amount
    for (const std::uint32_t member : node.members) quickest.emplace_back(weeks_[member], most_of(model_, member, yardstick(node)));
    std::sort(quickest.begin(), quickest.end());
    Wide there = 0;
    Amount time = 0;
    for (const auto& [weeks, amount] : quickest) {
      if (there >= target_of(model_, node.amount, yardstick(node))) break;
      there = sum(there, amount);
      time = weeks;
    }
    return time;
  }

  const Facts& facts_;
  const model::Model& model_;
  std::vector<std::vector<std::uint32_t>> given_by_;   // by credential: lines that give it
  std::vector<Amount> weeks_, of_node_;
};

}  // namespace

std::vector<Amount> fastest_ways(const Facts& facts) { return Ways(facts).find(); }

}  // namespace rung::checks
