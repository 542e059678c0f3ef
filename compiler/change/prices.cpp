#include "compiler/change/prices.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "runtime/learner/dates.hpp"

namespace rung::change {
namespace {

constexpr WorkLimit each{400'000};

void add_fees(const Side& side, std::vector<std::pair<std::string, std::int64_t>>& out, const PathCost& cost) {
  for (const auto& [currency, amount] : cost.fees)
    if (amount != 0) out.emplace_back(side.table().text(side.table().currencies()[currency]), amount);
}

std::optional<Total> total(const Side& side, std::uint32_t award, std::int32_t day) {
  Learner nobody;
  nobody.on = written_date(day);
  const auto bound = bind(side.table(), nobody);
  if (!bound) return std::nullopt;
  PathsQuestion question;
  question.award = award;
  question.by = Cost::fee;
  question.k = 1;
  question.limit = each;
  const Paths answer = paths(side.table(), *bound, question);
  if (answer.paths.empty()) return std::nullopt;
  const PathCost& cost = answer.paths.front().cost;
  Total out{{}, (cost.at_least >> static_cast<int>(Cost::fee) & 1u) != 0, answer.proven};
  add_fees(side, out.fees, cost);
  return out;
}

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
  for (const std::string& name : touched) {
    const auto before = tables.before.find(name), after = tables.after.find(name);
    if (!before || !after || tables.before.table().credentials()[*before].rule == table::none || tables.after.table().credentials()[*after].rule == table::none) continue;
    TotalChange one{name, *before, *after, total(tables.before, *before, day), total(tables.after, *after, day)};
    if (one.was != one.is && (says_something(one.was) || says_something(one.is))) out.totals.push_back(std::move(one));
  }
  return out;
}

}  // namespace rung::change
