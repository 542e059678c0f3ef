#include "runtime/learner/awarded_for.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace rung {
namespace {

constexpr std::uint64_t most_looks = 4'000'000;   // at members and nodes; a registry's greatest rule has thousands

class Search {
 public:
  Search(const Table& table, const std::vector<std::uint32_t>& ground) : table_(table), ground_(ground) {}

  std::vector<std::uint32_t> countable(std::uint32_t award) {
    seen_ = {award};
    open_ = {award};
    for (std::size_t next = 0; next < open_.size(); ++next) {
      const table::Credential& one = table_.credentials()[open_[next]];
      for (const std::uint32_t root : table_.rules_of(one))   // which version was in force when it was conferred, no record says
        for (std::uint32_t at = root; at < table_.nodes()[root].end; ++at) {
          const table::Node& node = table_.nodes()[at];
          if (node.kind != table::NodeKind::gate && !follow(table_.list(node.members))) return ground_;
        }
      for (const std::uint32_t line : table_.list(one.given_by))
        if (!follow(table_.list(table_.recognitions()[line].sources))) return ground_;
    }
    std::vector<std::uint32_t> out;
    std::copy_if(ground_.begin(), ground_.end(), std::back_inserter(out), [&](std::uint32_t one) { return seen_.contains(one); });
    return out;
  }

 private:
  bool follow(std::span<const std::uint32_t> credentials) {
    if (looks_left_ < 1 + credentials.size()) return false;
    looks_left_ -= 1 + credentials.size();
    for (const std::uint32_t one : credentials)
      if (seen_.insert(one).second) open_.push_back(one);
    return true;
  }

  const Table& table_;
  const std::vector<std::uint32_t>& ground_;   // held, sorted
  std::unordered_set<std::uint32_t> seen_;
  std::vector<std::uint32_t> open_;
  std::uint64_t looks_left_ = most_looks;
};

}  // namespace

bool some_rule_looks_at_other_awards(const Table& table) {
  const auto conditions = table.conditions();
  const auto credentials = table.credentials();
  return std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return table::looks_at_other_awards(one.kind); }) ||
         std::any_of(credentials.begin(), credentials.end(), [](const auto& one) { return one.most_awards > 0; });
}

void find_what_awards_may_have_counted(const Table& table, std::vector<Held>& held) {
  const auto is_award = [&](const Held& one) { return table.credentials()[one.credential].rule != table::none; };
  const auto is_silent = [&](const Held& one) { return is_silent_award(table, one); };
  if (std::none_of(held.begin(), held.end(), is_silent)) return;
  std::vector<std::uint32_t> ground;
  for (const Held& one : held)
    if (!is_award(one) && (ground.empty() || ground.back() != one.credential)) ground.push_back(one.credential);
  // Whether some holding of a ground credential was there when the award was conferred, as far as both say when.
  const auto was_there = [&](std::uint32_t credential, std::int32_t day) {
    auto at = std::lower_bound(held.begin(), held.end(), credential, [](const Held& one, std::uint32_t of) { return one.credential < of; });
    for (; at != held.end() && at->credential == credential; ++at)
      if (at->awarded == table::no_date || day == table::no_date || at->awarded <= day) return true;
    return false;
  };
  Search search(table, ground);
  std::vector<std::uint32_t> countable;
  std::uint32_t known = table::none;
  for (Held& one : held) {
    if (!is_silent(one)) continue;
    if (known != one.credential) countable = search.countable(one.credential);
    known = one.credential;
    std::copy_if(countable.begin(), countable.end(), std::back_inserter(one.may_have_counted), [&](std::uint32_t credential) { return was_there(credential, one.awarded); });
  }
}

}  // namespace rung
