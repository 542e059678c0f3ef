// The awards that are closest to a learner. For each of them the least that it must still cost is known soon (table_bound.hpp); the best ways are looked for in that order, the one that could be
// closest first, until those that are found cost no more than anything that is left could.
#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include "runtime/queries/queries.hpp"
#include "runtime/queries/ways/table_bound.hpp"

namespace rung {
namespace {

using namespace queries;

constexpr std::uint32_t least_searches = 10;   // that all of them together may be worth, however few awards are asked for

struct Rank {
  std::uint32_t kind = 0;                  // of amounts that cannot be compared with each other; the commonest is 0
  bool unstated = false;                   // at least `cost`
  Wide cost = 0;
  std::uint32_t award = 0;                 // by name

  friend bool operator<(const Rank& a, const Rank& b) {
    return std::tie(a.kind, a.unstated, a.cost, a.award) < std::tie(b.kind, b.unstated, b.cost, b.award);
  }
};

struct Candidate {
  Rank rank;                               // not above that of its best way
  std::uint32_t found = table::none;       // of those found; none: no way has been looked for
  bool operator<(const Candidate& other) const { return other.rank < rank; }   // the queue gives out the greatest
};

// Awards that state their credits in units that can be added, by a number for each such kind of unit: the one most of `awards` have is 0.
std::vector<std::uint32_t> kinds_of_units(const Table& table, const std::vector<std::uint32_t>& awards) {
  const auto units = table.units();
  const auto with_basis = static_cast<std::uint32_t>(std::find_if(units.begin(), units.end(), [](const table::Unit& one) { return one.hours != table::unknown; }) - units.begin());
  const auto first_of = [&](std::uint32_t unit) { return units[unit].hours != table::unknown ? with_basis : unit; };
  std::vector<std::uint32_t> count(units.size()), order, kind(units.size());
  for (const std::uint32_t award : awards) ++count[first_of(table.credentials()[award].credit_unit)];
  for (std::uint32_t unit = 0; unit < units.size(); ++unit)
    if (first_of(unit) == unit) order.push_back(unit);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return count[a] > count[b]; });
  for (std::uint32_t i = 0; i < order.size(); ++i) kind[order[i]] = i;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) kind[unit] = kind[first_of(unit)];
  return kind;
}

class Search {
 public:
  Search(const Table& table, const Holdings& holdings, const NearestQuestion& question)
      : table_(table),
        holdings_(holdings),
        question_(question),
        each_(question.limit.steps),
        work_{together(each_, std::max(question.k, least_searches))} {}

  Nearest answer() {
    choose_awards();
    if (open_.empty()) return finished();
    if (question_.by == Cost::credits) kinds_ = kinds_of_units(table_, open_);
    TableBound bound(table_, holdings_, question_.gates_allowed, work_);
    Bounds bounds{bound};
    if (bound.ready() && question_.by == Cost::fee) answer_.currency = bound.prices_of(open_.front(), Cost::fee).currency;
    if (!bound.ready() || !begin(bounds)) {
      answer_.complete = false;
      return finished();
    }
    while (listed_.size() < question_.k && !queue_.empty()) {
      const Candidate next = queue_.top();
      if (next.found == table::none && work_.left == 0) break;
      queue_.pop();
      if (next.found != table::none) {
        listed_.push_back(next);
      } else if (const auto known = bounds.of(*this, next.rank.award); !known) {
        leave_out(next.rank.award, LeftOut::unattainable);
      } else if (const Rank rank = rank_of(next.rank.award, *known); next.rank < rank) {
        queue_.push({rank});               // what its kind costs was not worked out before its turn came
      } else {
        look_into(next.rank, *known);
      }
    }
    return finished();
  }

 private:
  static std::uint64_t together(std::uint64_t each, std::uint64_t searches) { return each > UINT64_MAX / searches ? UINT64_MAX : each * searches; }

  // The least costs, worked out for a kind of amounts when one of its awards has its turn.
  struct Bounds {
    TableBound& table;
    std::map<std::uint32_t, std::vector<std::optional<AtLeast>>> by_kind{};

    std::optional<AtLeast> of(const Search& search, std::uint32_t award) {
      auto& known = by_kind[search.kind_of(award)];
      if (known.empty()) known = table.least(table.prices_of(award, search.question_.by));
      return known[award];
    }
  };

  // By credits the kind is the award's unit's; by fee it is told by what its ways cost.
  std::uint32_t kind_of(std::uint32_t award) const { return question_.by == Cost::credits ? kinds_[table_.credentials()[award].credit_unit] : 0; }

  // On the footing on which all of one kind can be compared.
  Wide comparable(std::uint32_t award, std::int64_t cost) const {
    return question_.by == Cost::credits ? target_of(table_, cost, table::Measure::credits, table_.credentials()[award].credit_unit) : Wide{cost};
  }
  Rank rank_of(std::uint32_t award, const AtLeast& least) const { return {kind_at_least(award), least.unstated, comparable(award, shown_of(award, least.cost)), award}; }
  // Where nothing is to be taken there are no credits, in whatever unit.
  std::uint32_t kind_at_least(std::uint32_t award) const { return !count_.empty() && count_[award] && count_[award]->cost == 0 ? 0 : kind_of(award); }
  std::int64_t shown_of(std::uint32_t award, Wide cost) const {
    if (question_.by == Cost::credits) return shown(table_, cost, table::Measure::credits, table_.credentials()[award].credit_unit);
    return static_cast<std::int64_t>(std::min<Wide>(cost, INT64_MAX));
  }

  void leave_out(std::uint32_t award, LeftOut why, std::vector<std::uint32_t> by = {}) { answer_.left_out.push_back({award, why, std::move(by)}); }

  bool is_asked_about(std::uint32_t award) const {
    const table::Credential& one = table_.credentials()[award];
    if (one.rule == table::none || one.block != 0) return false;
    if (!question_.types.empty() && std::find(question_.types.begin(), question_.types.end(), one.type) == question_.types.end()) return false;
    const auto issuers = table_.list(one.issuers);
    const auto asked = [&](std::uint32_t issuer) { return std::find(question_.institutions.begin(), question_.institutions.end(), issuer) != question_.institutions.end(); };
    return question_.institutions.empty() || std::any_of(issuers.begin(), issuers.end(), asked);
  }

  // What is held, or may be, and bars from the award (docs/meaning.md, "What time changes").
  std::vector<std::uint32_t> bars(std::uint32_t award) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t barring : table_.list(table_.credentials()[award].withheld_from))
      for (const auto* const some : {&holdings_.held, &holdings_.unsure})
        if (std::any_of(some->begin(), some->end(), [&](const Held& held) { return held.credential == barring; }) && (out.empty() || out.back() != barring)) out.push_back(barring);
    return out;
  }

  void choose_awards() {
    Earned had = earned(table_, holdings_, question_.limit);
    in_doubt_ = std::move(had.cannot_tell);
    undecided_ = std::move(had.undecided);
    std::sort(in_doubt_.begin(), in_doubt_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    auto next = had.earned.begin();
    for (std::uint32_t id = 0; id < table_.credentials().size(); ++id) {
      while (next != had.earned.end() && next->credential < id) ++next;
      if (!is_asked_about(id)) continue;
      if (next != had.earned.end() && next->credential == id) answer_.earned.push_back(id);
      else if (auto by = bars(id); !by.empty()) leave_out(id, LeftOut::barred, std::move(by));
      else if (rule_of(table_, holdings_, id).root == table::none) leave_out(id, LeftOut::no_version);
      else open_.push_back(id);
    }
  }

  // False when the work limit stopped it.
  bool begin(Bounds& bounds) {
    if (std::any_of(open_.begin(), open_.end(), [&](std::uint32_t award) { return kind_of(award) != 0; })) count_ = bounds.table.least(bounds.table.prices_of(open_.front(), Cost::count));
    for (const std::uint32_t award : open_) {
      const bool is_common = kind_of(award) == 0;
      const auto least = is_common ? bounds.of(*this, award) : count_[award];
      if (work_.stopped) return false;
      if (!least) leave_out(award, LeftOut::unattainable);
      else queue_.push({is_common ? rank_of(award, *least) : Rank{kind_at_least(award), false, 0, award}});
    }
    return true;
  }

  // `least`: no way to the award ranks below it. `known`: the same, as it was worked out.
  void look_into(Rank least, const AtLeast& known) {
    const std::uint32_t award = least.award;
    const std::uint64_t steps = std::min(each_, work_.left);
    Paths ways = paths(table_, holdings_, {award, question_.by, 1, question_.gates_allowed, {steps}});
    work_.spend(std::min(work_.left, std::max<std::uint64_t>(1, ways.steps)));
    ++answer_.looked_into;
    if (ways.paths.empty()) {
      if (ways.proven) return leave_out(award, LeftOut::unattainable);
      leave_out(award, LeftOut::undecided);
      doubtful_.push_back({least, table::none});
      return;
    }
    Path& way = ways.paths.front();
    if (way.steps.empty() && way.gates.empty() && std::binary_search(undecided_.begin(), undecided_.end(), award)) {   // the limit kept `earned` from seeing it
      answer_.earned.push_back(award);
      return;
    }
    const Rank rank = rank_of(award, way);
    if (!ways.proven) {
      if (least.kind == rank.kind && !least.unstated) least.cost = std::max(least.cost, comparable(award, ways.bound));
      doubtful_.push_back({least, static_cast<std::uint32_t>(found_.size())});
      if (question_.by != Cost::fee || rank.kind == 0) ways.bound = std::max(ways.bound, known.unstated ? 0 : shown_of(award, known.cost));
    }
    queue_.push({rank, static_cast<std::uint32_t>(found_.size())});
    found_.push_back({award, std::move(way), ways.proven, ways.bound, {}, std::move(ways.statements)});
    const auto doubt = std::lower_bound(in_doubt_.begin(), in_doubt_.end(), award, [](const auto& one, std::uint32_t wanted) { return one.first < wanted; });
    if (doubt != in_doubt_.end() && doubt->first == award) found_.back().in_doubt = doubt->second;
  }

  Rank rank_of(std::uint32_t award, const Path& way) const {
    const bool unstated = (way.cost.at_least & 1u << static_cast<unsigned>(question_.by)) != 0;
    switch (question_.by) {
      case Cost::credits: return {way.steps.empty() ? 0 : kind_of(award), unstated, comparable(award, way.cost.credits), award};
      case Cost::hours: return {0, unstated, way.cost.hours, award};
      case Cost::weeks: return {0, unstated, way.cost.weeks, award};
      case Cost::count: return {0, false, Wide{way.cost.count} * table::millionths, award};
      default: break;
    }
    const std::uint32_t currency = compared_in(award);
    Wide fee = 0;
    for (const auto& [one, amount] : way.cost.fees)
      if (one == currency) fee = amount;
    return {currency == answer_.currency ? 0 : currency + 1, unstated, fee, award};
  }

  // The currency in which the ways to an award are compared; where no fee is stated, in the common one.
  std::uint32_t compared_in(std::uint32_t award) const {
    Work enough{UINT64_MAX};
    Reach reach;
    find_reach(table_, holdings_, award, enough, reach);
    if (std::none_of(reach.credentials.begin(), reach.credentials.end(), [&](std::uint32_t one) { return table_.credentials()[one].currency != table::none; })) return answer_.currency;
    return prices(Trial(table_, holdings_, reach, award, enough), Cost::fee).currency;
  }

  Nearest finished() {
    for (const Candidate& one : listed_) {
      answer_.complete = answer_.complete && found_[one.found].proven;
      answer_.nearest.push_back(std::move(found_[one.found]));
    }
    tell_bound();
    std::sort(answer_.earned.begin(), answer_.earned.end());
    std::sort(answer_.left_out.begin(), answer_.left_out.end(), [](const LeftOutAward& a, const LeftOutAward& b) { return a.award < b.award; });
    return std::move(answer_);
  }

  // What is not listed and could be less than what is.
  void tell_bound() {
    std::optional<Rank> least;
    if (!queue_.empty()) least = queue_.top().rank;
    for (const Candidate& one : doubtful_) {
      const bool is_listed = std::any_of(listed_.begin(), listed_.end(), [&](const Candidate& other) { return other.found == one.found; });
      if (!is_listed && (!least || one.rank < *least)) least = one.rank;
    }
    if (least && (listed_.size() < question_.k || (!listed_.empty() && *least < listed_.back().rank))) answer_.complete = false;
    if (answer_.complete || !least) return;
    answer_.bound_of = least->award;
    answer_.bound = shown_of(least->award, least->cost);
  }

  const Table& table_;
  const Holdings& holdings_;
  const NearestQuestion& question_;
  std::uint64_t each_;
  Work work_;
  std::vector<std::uint32_t> open_;        // awards that are neither earned nor left out at once, by name
  std::vector<std::uint32_t> kinds_;       // by unit, when credits are compared
  std::vector<std::optional<AtLeast>> count_;   // by credential, when there are several kinds: how many are to be taken
  std::vector<std::pair<std::uint32_t, std::vector<Missing>>> in_doubt_;   // by name
  std::vector<std::uint32_t> undecided_;   // awards of which the limit kept it open whether they are earned
  std::priority_queue<Candidate> queue_;
  std::vector<NearAward> found_;
  std::vector<Candidate> listed_, doubtful_;   // doubtful: those without proof, by the least that they could cost
  Nearest answer_;
};

}  // namespace

Nearest nearest(const Table& table, const Holdings& holdings, const NearestQuestion& question) { return Search(table, holdings, question).answer(); }

}  // namespace rung
