// What a change of rules does to one learner: what is earned under each table, award by award.
#include <algorithm>

#include "runtime/queries/queries.hpp"

namespace rung {
namespace {

// What one table says of one learner.
class Side {
 public:
  Side(const Table& table, const Holdings& holdings, WorkLimit limit) : table_(table), holdings_(holdings), answer_(earned(table, holdings, limit)) {
    std::sort(answer_.cannot_tell.begin(), answer_.cannot_tell.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  // Appends the names of awards of which there is anything to say.
  void name(std::vector<std::string_view>& out) const {
    const auto add = [&](std::uint32_t award) { out.push_back(table_.text(table_.credentials()[award].name)); };
    for (const EarnedAward& one : answer_.earned) add(one.credential);
    for (const std::uint32_t one : answer_.undecided) add(one);
    for (const auto& [one, statements] : answer_.cannot_tell) add(one);
  }

  Entitlement of(std::string_view name, std::uint32_t& award, std::vector<Missing>& lacking) const {
    const auto found = table_.find_credential(name);
    if (!found) return Entitlement::no_award;
    award = *found;
    const auto among = [&](const auto& all, auto key) {
      const auto at = std::lower_bound(all.begin(), all.end(), award, [&](const auto& one, std::uint32_t wanted) { return key(one) < wanted; });
      return at != all.end() && key(*at) == award ? at : all.end();
    };
    if (among(answer_.earned, [](const EarnedAward& one) { return one.credential; }) != answer_.earned.end()) return Entitlement::earned;
    // What has become something that is taken is not earned by rule any more, but who holds it has it.
    if (among(holdings_.held, [](const Held& one) { return one.credential; }) != holdings_.held.end()) return Entitlement::earned;
    if (std::binary_search(answer_.undecided.begin(), answer_.undecided.end(), award)) return Entitlement::undecided;
    const auto doubt = among(answer_.cannot_tell, [](const auto& one) { return one.first; });
    if (doubt != answer_.cannot_tell.end()) {
      lacking = doubt->second;
      return Entitlement::cannot_tell;
    }
    return table_.credentials()[award].rule == table::none ? Entitlement::no_award : Entitlement::not_earned;
  }

 private:
  const Table& table_;
  const Holdings& holdings_;
  Earned answer_;
};

bool is_nothing(Entitlement one) { return one == Entitlement::no_award || one == Entitlement::not_earned; }

}  // namespace

std::vector<Change> impact(const Table& old_table, const Holdings& before, const Table& new_table, const Holdings& after, WorkLimit limit) {
  const Side was(old_table, before, limit), is(new_table, after, limit);
  std::vector<std::string_view> names;
  was.name(names);
  is.name(names);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<Change> out;
  for (const std::string_view name : names) {
    Change change;
    change.was = was.of(name, change.before, change.was_lacking);
    change.is = is.of(name, change.after, change.is_lacking);
    if (change.was == change.is || (is_nothing(change.was) && is_nothing(change.is))) continue;
    change.award = name;
    out.push_back(std::move(change));
  }
  return out;
}

}  // namespace rung
