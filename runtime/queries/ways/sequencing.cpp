#include "runtime/queries/ways/sequencing.hpp"

#include <algorithm>

namespace rung::queries {
Sequencing::Sequencing(const Trial& trial) : trial_(trial) {
  for (const std::uint32_t credential : trial.reach().credentials) {
    add_conditions(credential);
    if (trial.reach().award_set.contains(credential)) add_pairs(credential);
  }
  std::sort(asked_or_refused_.begin(), asked_or_refused_.end());
}

void Sequencing::add_pairs(std::uint32_t award) {
  const Table& table = trial_.table();
  const std::uint32_t rule = rule_of(table, trial_.holdings(), award).root;
  if (rule == table::none) return;
  const auto conditions = table.conditions(table.nodes()[rule].conditions);
  const bool shared = std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == table::ConditionKind::may_share; });
  for (const table::Condition& condition : conditions)
    if (condition.kind == table::ConditionKind::last_from) add_last_ones(rule, condition);
  for (std::uint32_t later = rule; later < table.nodes()[rule].end; ++later)
    for (const std::uint32_t earlier : table.list(table.nodes()[later].after)) {
      Pair pair{countable_under(earlier), countable_under(later), shared};
      if (!pair.first.empty() && !pair.second.empty()) pairs_.push_back(std::move(pair));
    }
}

// "The last 12 credits from here" wants what is from here late and all else early.
void Sequencing::add_last_ones(std::uint32_t rule, const table::Condition& condition) {
  const Table& table = trial_.table();
  const auto inside = table.list(condition.members);
  Pair pair{{}, {}, false};
  for (std::uint32_t at = rule; at < table.nodes()[rule].end; ++at) {
    if (table.nodes()[at].kind == table::NodeKind::gate) continue;
    for (const std::uint32_t member : table.list(table.nodes()[at].members)) {
      std::vector<std::uint32_t>& to = std::binary_search(inside.begin(), inside.end(), member) ? pair.second : pair.first;
      to.push_back(member);
      for (const std::uint32_t line : table.list(table.credentials()[member].given_by)) {
        const auto sources = table.list(table.recognitions()[line].sources);
        to.insert(to.end(), sources.begin(), sources.end());
      }
    }
  }
  for (auto* const some : {&pair.first, &pair.second}) {
    std::sort(some->begin(), some->end());
    some->erase(std::unique(some->begin(), some->end()), some->end());
  }
  if (!pair.first.empty() && !pair.second.empty()) pairs_.push_back(std::move(pair));
}

// The award of the path takes nothing that bars from it.
void Sequencing::add_conditions(std::uint32_t credential) {
  const Table& table = trial_.table();
  if (credential != trial_.award())
    for (const std::uint32_t barring : table.list(table.credentials()[credential].withheld_from)) asked_or_refused_.push_back({barring, credential});
  each_node_of(table, trial_.holdings(), credential, [&](std::uint32_t at) {
    if (table.nodes()[at].asked_of != table::Asked::of_holders) return;
    for (const std::uint32_t holder : table.list(table.nodes()[at].whom)) asked_or_refused_.push_back({holder, credential});
  });
}

// What has no rule and may be counted at or under a node: by itself, by what an agreement makes of it, or within an award.
std::vector<std::uint32_t> Sequencing::countable_under(std::uint32_t node) const {
  const Table& table = trial_.table();
  IndexMap seen;
  std::vector<std::uint32_t> open, out;
  const auto follow = [&](std::span<const std::uint32_t> some) {
    for (const std::uint32_t one : some) {
      if (seen.contains(one)) continue;
      seen.set(one, 1);
      open.push_back(one);
    }
  };
  const auto follow_nodes = [&](std::uint32_t root) {
    for (std::uint32_t at = root; at < table.nodes()[root].end; ++at)
      if (table.nodes()[at].kind != table::NodeKind::gate) follow(table.list(table.nodes()[at].members));
  };
  follow_nodes(node);
  for (std::size_t next = 0; next < open.size() && trial_.work().spend(); ++next) {
    const table::Credential& one = table.credentials()[open[next]];
    if (one.rule == table::none) out.push_back(open[next]);
    for (const std::uint32_t line : table.list(one.given_by)) follow(table.list(table.recognitions()[line].sources));
    if (one.rule == table::none) continue;
    if (const std::uint32_t rule = rule_of(table, trial_.holdings(), open[next]).root; rule != table::none) follow_nodes(rule);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool Sequencing::comes_before(std::uint32_t first, std::uint32_t second) const {
  return first != second && std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return std::ranges::binary_search(pair.first, first) && std::ranges::binary_search(pair.second, second); });
}

bool Sequencing::may_go_together(std::uint32_t one, std::uint32_t other) const {
  const auto both = [&](const std::vector<std::uint32_t>& part) { return std::ranges::binary_search(part, one) && std::ranges::binary_search(part, other); };
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.shared && both(pair.first) && both(pair.second); });
}

bool Sequencing::is_asked_or_refused(std::uint32_t credential) const {
  const auto at = std::lower_bound(asked_or_refused_.begin(), asked_or_refused_.end(), std::pair(credential, std::uint32_t{0}));
  return at != asked_or_refused_.end() && at->first == credential;
}

bool Sequencing::looks_at(std::uint32_t other, std::uint32_t credential) const { return std::binary_search(asked_or_refused_.begin(), asked_or_refused_.end(), std::pair(credential, other)); }

std::vector<char> Sequencing::late(std::span<const std::uint32_t> take) const {
  std::vector<char> out(take.size());
  for (std::size_t place = 0; place < take.size(); ++place) out[place] = is_asked_or_refused(take[place]) ? 1 : 0;
  for (const Pair& pair : pairs_) {
    std::size_t firsts = 0;
    std::uint32_t last_first = table::none;
    for (const std::uint32_t one : take)
      if (std::ranges::binary_search(pair.first, one)) ++firsts, last_first = one;
    for (std::size_t place = 0; place < take.size() && firsts > 0; ++place)
      if (std::ranges::binary_search(pair.second, take[place]) && (firsts > 1 || last_first != take[place])) out[place] = 1;
  }
  return out;
}

}  // namespace rung::queries
