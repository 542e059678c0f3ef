// Limits between awards, in the layout of a problem. Which awards are "other" ones depends on what is counted, so a complete choice is judged in verdict.cpp; what is
// certain whatever is counted beside it is booked here, so that a search sees early where it leads.
#include <algorithm>
#include <map>

#include "runtime/queries/counting/other_awards.hpp"
#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {
namespace {

using table::ConditionKind;
using Users = std::vector<std::pair<std::uint32_t, bool>>;   // award, and whether its record says so

class Between {
 public:
  Between(const Supply& supply, Problem& problem, Work& work) : supply_(supply), table_(supply.table()), problem_(problem), work_(work) {}

  bool add() {
    if (!asked()) return true;
    problem_.looks_at_other_awards = true;
    gather_what_may_be_counted();
    std::vector<Contribution> all;
    for (Item& item : problem_.items) {
      const auto grounds = grounds_of(item);
      if (!work_.spend(1 + grounds.size() * (1 + supply_.conferred().size()))) return false;
      const table::Range before = item.contributions;
      item.contributions.first = static_cast<std::uint32_t>(all.size());
      if (!may_be_counted(item, grounds)) {
        item.options.count = item.values.count = item.contributions.count = 0;
        continue;
      }
      all.insert(all.end(), problem_.contributions.begin() + before.first, problem_.contributions.begin() + before.first + before.count);
      contribute(item, grounds, all);
      item.contributions.count = static_cast<std::uint32_t>(all.size()) - item.contributions.first;
      number(item, grounds);
    }
    problem_.contributions.swap(all);
    return true;
  }

 private:
  bool asked() const {
    const auto looks = [](const Bound& bound) { return table::looks_at_other_awards(bound.condition->kind); };
    if (std::any_of(problem_.bounds.begin(), problem_.bounds.end(), looks)) return true;
    const auto limited = [&](const Item& item) { return table_.credentials()[item.credential].most_awards > 0; };
    return std::any_of(problem_.items.begin(), problem_.items.end(), limited) && !supply_.conferred().empty();
  }

  // By scope: the awards that may be counted in it or inside it. What is in none of them is an "other" award whatever is counted.
  void gather_what_may_be_counted() {
    counted_.resize(problem_.scopes.size());
    for (std::uint32_t s = 0; s < problem_.scopes.size(); ++s) counted_[s].push_back(problem_.scopes[s].award);
    for (const Item& item : problem_.items) {
      if (!supply_.is_award(item.credential)) continue;
      std::vector<std::uint32_t> awards = {item.credential};
      for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
        const Source source = problem_.options[o].source;
        for (const std::uint32_t named : supply_.stands_on(item.credential, source))
          if (supply_.is_award(named)) awards.push_back(named);
        const Choice* const choice = source == from_rule ? supply_.derived(item.credential) : nullptr;
        if (choice != nullptr) awards.insert(awards.end(), choice->awards.begin(), choice->awards.end());
      }
      for (std::uint32_t s = item.scope;; s = problem_.items[problem_.scopes[s].outer_item].scope) {
        counted_[s].insert(counted_[s].end(), awards.begin(), awards.end());
        if (problem_.scopes[s].outer_item == table::none) break;
      }
    }
    for (auto& awards : counted_) {
      std::sort(awards.begin(), awards.end());
      awards.erase(std::unique(awards.begin(), awards.end()), awards.end());
    }
  }

  bool is_other(std::uint32_t scope, std::uint32_t award) const { return !std::binary_search(counted_[scope].begin(), counted_[scope].end(), award); }

  // What counting the item brings; nothing when it stands on an open choice, whose own items bring it.
  std::vector<GroundCounted> grounds_of(const Item& item) const {
    std::vector<GroundCounted> out;
    if (item.inner_scope != table::none || item.options.count == 0) return out;
    const Source source = problem_.options[item.options.first].source;
    add_grounds(supply_, item.credential, source, item.credential, out);
    std::sort(out.begin(), out.end());
    return out;
  }

  Users users_of(const GroundCounted& one) const {
    Users out;
    each_award_for(supply_, one, [&](std::uint32_t award, bool says) {
      if (!says) supply_.note_unknown();
      if (out.empty() || out.back().first != award) out.emplace_back(award, says);
      else out.back().second = out.back().second || says;
    });
    return out;
  }

  bool counts(bool says) const { return says || !supply_.terms().optimistic; }

  bool may_be_counted(const Item& item, std::span<const GroundCounted> grounds) const {
    const std::uint32_t most = table_.credentials()[item.credential].most_awards;
    if (most == 0 || grounds.empty()) return true;
    std::uint32_t elsewhere = 0;
    for (const auto& [award, says] : users_of(grounds[0])) elsewhere += counts(says) && is_other(item.scope, award) ? 1 : 0;
    return elsewhere < most;
  }

  void contribute(const Item& item, std::span<const GroundCounted> grounds, std::vector<Contribution>& out) {
    const bool shares = std::any_of(problem_.scopes.begin(), problem_.scopes.end(), [](const Scope& scope) { return scope.shares; });
    for (std::uint32_t s = item.scope;; s = problem_.items[problem_.scopes[s].outer_item].scope) {
      const Scope& scope = problem_.scopes[s];
      for (std::uint32_t b = scope.bounds.first; b < scope.bounds.first + scope.bounds.count; ++b) {
        const table::Condition& condition = *problem_.bounds[b].condition;
        // Where parts may share, what comes along twice is added once; the running sums would add it twice.
        if (table::limits_sharing(condition.kind) && !shares) share(b, condition, s, grounds, out);
        if (table::asks_for_new(condition.kind) && s == item.scope) learn(b, condition, item, grounds, out);
      }
      if (scope.outer_item == table::none) break;
    }
  }

  void share(std::uint32_t bound, const table::Condition& condition, std::uint32_t scope, std::span<const GroundCounted> grounds, std::vector<Contribution>& out) {
    const auto members = table_.list(condition.members);
    const auto meant = [&](std::uint32_t award) {
      return condition.kind == ConditionKind::shared_with_any || std::binary_search(members.begin(), members.end(), award);
    };
    Sum sum;
    std::uint32_t last = table::none;
    for (const GroundCounted& one : grounds) {
      if (one.ground == last || is_exempted(supply_, one)) continue;
      const Users users = users_of(one);
      if (std::none_of(users.begin(), users.end(), [&](const auto& user) { return counts(user.second) && is_other(scope, user.first) && meant(user.first); })) continue;
      last = one.ground;
      sum.add(amount_of(table_, one.ground, {}, condition.measure, condition.unit));
    }
    if (sum.unknown > 0) supply_.note_unknown();
    if (sum.known > 0 || sum.unknown > 0) out.push_back({bound, true, {sum, sum}});
  }

  void learn(std::uint32_t bound, const table::Condition& condition, const Item& item, std::span<const GroundCounted> grounds, std::vector<Contribution>& out) {
    const Source source = problem_.options[item.options.first].source;
    const Sum adds = supply_.adds(item.credential, source, supply_.adding(item.credential, source), condition.measure, condition.unit);
    if (adds.unknown > 0) supply_.note_unknown();
    if (item.inner_scope != table::none) return out.push_back({bound, true, {{}, adds}});
    for (const GroundCounted& one : grounds) users_of(one);   // notes what is not said
    const RuleCounted rule{problem_.scopes[item.scope].award, grounds, {}};
    const NewShare share = new_learning(supply_, rule, item.credential, adds, condition.measure, condition.unit, !supply_.terms().optimistic);
    out.push_back({bound, true, {share.fresh, share.fresh}});
    if (condition.kind == ConditionKind::new_share && (share.old.known > 0 || share.old.unknown > 0)) out.push_back({bound, false, {share.old, share.old}});
  }

  void number(Item& item, std::span<const GroundCounted> grounds) {
    Users all = {{table_.credentials()[item.credential].most_awards, false}};
    for (const GroundCounted& one : grounds) {
      const Users users = users_of(one);
      all.insert(all.end(), users.begin(), users.end());
    }
    item.used = numbers_.try_emplace(std::move(all), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  const Supply& supply_;
  const Table& table_;
  Problem& problem_;
  Work& work_;
  std::vector<std::vector<std::uint32_t>> counted_;   // by scope, sorted
  std::map<Users, std::uint32_t> numbers_;
};

}  // namespace

bool add_other_awards(const Supply& supply, Problem& problem, Work& work) { return Between(supply, problem, work).add(); }

}  // namespace rung::queries
