#include "compiler/change/prices.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "compiler/parts/side_by_side.hpp"
#include "runtime/learner/dates.hpp"

namespace rung::change {
namespace {

constexpr WorkLimit each{400'000};

void add_fees(const Side& side, std::vector<std::pair<std::string, std::int64_t>>& out, const PathCost& cost) {
  for (const auto& [currency, amount] : cost.fees)
    if (amount != 0) out.emplace_back(side.table().text(side.table().currencies()[currency]), amount);
}

// Of whoever has nothing.
class Cheapest {
 public:
  Cheapest(const Side& side, std::int32_t day) : side_(side) {
    Learner nobody;
    nobody.on = written_date(day);
    if (auto bound = bind(side.table(), nobody)) nobody_ = std::move(*bound);
  }

  std::optional<Total> total(std::uint32_t award) const {
    if (!nobody_) return std::nullopt;
    PathsQuestion question;
    question.award = award;
    question.by = Cost::fee;
    question.k = 1;
    question.limit = each;
    const Paths answer = paths(side_.table(), *nobody_, question);
    if (answer.paths.empty()) return std::nullopt;
    const PathCost& cost = answer.paths.front().cost;
    Total out{{}, (cost.at_least >> static_cast<int>(Cost::fee) & 1u) != 0, answer.proven};
    add_fees(side_, out.fees, cost);
    return out;
  }

 private:
  const Side& side_;
  std::optional<Holdings> nobody_;
};

bool says_something(const std::optional<Total>& one) { return one && !one->fees.empty(); }

}  // namespace

Prices prices(const Tables& tables, const std::vector<Change>& awards, std::int32_t day) {
  Prices out;
  static constexpr std::array only_fees{Fact::fee};
  for (Thing& thing : things(tables, table::SectionKind::credentials, only_fees))
    if (!thing.differ.empty()) out.fees.push_back(std::move(thing));

  std::set<std::string> touched;           // awards, by their new names
  for (const Change& change : awards)
    if (!change.award.empty() && !change.was.empty() && change.means_something()) touched.insert(change.award);
  for (const Side* side : {&tables.before, &tables.after}) {
    std::vector<std::uint32_t> changed;
    for (const Thing& thing : out.fees) changed.push_back(side == &tables.before ? thing.before : thing.after);
    for (const std::uint32_t id : changed)
      if (side->table().credentials()[id].rule != table::none) touched.insert(side->name(id));
    for (const Lead& lead : leads_to(side->table(), changed)) touched.insert(side->name(lead.credential));
  }
  std::vector<TotalChange> all;
  for (const std::string& name : touched) {
    const auto before = tables.before.find(name), after = tables.after.find(name);
    if (!before || !after || tables.before.table().credentials()[*before].rule == table::none || tables.after.table().credentials()[*after].rule == table::none) continue;
    all.push_back({name, *before, *after, {}, {}});
  }
  const Cheapest was(tables.before, day), is(tables.after, day);
  parts::side_by_side(2 * all.size(), 0, [&](std::size_t i) {
    TotalChange& one = all[i / 2];
    if (i % 2 == 0) one.was = was.total(one.before);
    else one.is = is.total(one.after);
  });
  for (TotalChange& one : all)
    if (one.was != one.is && (says_something(one.was) || says_something(one.is))) out.totals.push_back(std::move(one));
  return out;
}

}  // namespace rung::change
