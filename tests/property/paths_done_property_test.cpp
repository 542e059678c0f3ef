// The ways that are told, gone step by step as they are told: afterwards the award is earned.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/property/subject.hpp"

namespace property {
namespace {

constexpr Taste ordered = {.fewest_credentials = 4, .most_credentials = 9, .awards = 60, .in_order = 80};

// Passed as well as can be, later than all that was there, in a term of its own.
rung::Held passed(const rung::Table& table, std::uint32_t credential, std::int32_t day) {
  const rung::table::Credential& what = table.credentials()[credential];
  rung::Held out{credential, 0, day, 100 * rung::table::millionths, 0, what.awarded_for, false, {}};
  if (out.achievement == rung::table::Achievement::unknown) out.achievement = rung::table::Achievement::mastery;   // of an award that is conferred as well: a path asks none of it
  return out;
}

class Record {
 public:
  Record(const rung::Table& table, rung::Holdings holdings) : table_(table), holdings_(std::move(holdings)) {
    day_ = holdings_.on;
    for (const rung::Held& one : holdings_.held) day_ = std::max(day_, one.awarded);
  }

  // An award on the way that would be refused to holders of what comes next, or asked more of them, is conferred while it is earned.
  void take(std::uint32_t credential, const std::vector<std::uint32_t>& on_the_way) {
    confer_what_looks_at(credential, on_the_way);
    rung::Held next = passed(table_, credential, ++day_);
    next.term = static_cast<std::uint32_t>(holdings_.terms.size());
    holdings_.terms.push_back("term " + std::to_string(day_));
    add(std::move(next));
  }

  void meet(const std::vector<std::uint32_t>& gates) {
    holdings_.gates.insert(holdings_.gates.end(), gates.begin(), gates.end());
    std::sort(holdings_.gates.begin(), holdings_.gates.end());
    holdings_.gates.erase(std::unique(holdings_.gates.begin(), holdings_.gates.end()), holdings_.gates.end());
  }

  bool has(std::uint32_t award) const {
    const rung::Earned answer = rung::earned(table_, holdings_);
    return std::any_of(answer.earned.begin(), answer.earned.end(), [&](const auto& one) { return one.credential == award; });
  }
  bool conferred() const { return conferred_; }
  // Whether it matters to some award who holds what had to be conferred, or what for: paths do not see that (docs/decisions.md, "Paths that can be gone").
  bool conferred_what_is_looked_at() const {
    const auto is_conferred = [&](std::uint32_t one) {
      return table_.credentials()[one].rule != rung::table::none && std::any_of(holdings_.held.begin(), holdings_.held.end(), [&](const rung::Held& held) { return held.credential == one; });
    };
    const auto any = [&](std::span<const std::uint32_t> some) { return std::any_of(some.begin(), some.end(), is_conferred); };
    using enum rung::table::ConditionKind;
    const auto& conditions = table_.arrays().conditions;
    return conferred_ && (!holdings_.excused.empty() || std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == shared_with_any || one.kind == shared_with || one.kind == new_share || one.kind == new_amount; }) ||
                          std::any_of(table_.credentials().begin(), table_.credentials().end(), [&](const auto& award) { return any(table_.list(award.withheld_from)); }) ||
                          std::any_of(table_.nodes().begin(), table_.nodes().end(), [&](const auto& node) {
                            return (node.asked_of == rung::table::Asked::of_holders || node.asked_of == rung::table::Asked::unless_held) && any(table_.list(node.whom));
                          }));
  }

 private:
  bool looks_at(std::uint32_t award, std::uint32_t credential) const {
    const auto barring = table_.list(table_.credentials()[award].withheld_from);
    if (std::find(barring.begin(), barring.end(), credential) != barring.end()) return true;
    for (const std::uint32_t root : {rung::rule_of(table_, holdings_, award).root, table_.credentials()[award].prerequisite})
      for (std::uint32_t at = root; at != rung::table::none && at < table_.nodes()[root].end; ++at) {
        const auto whom = table_.list(table_.nodes()[at].whom);
        if (table_.nodes()[at].asked_of == rung::table::Asked::of_holders && std::find(whom.begin(), whom.end(), credential) != whom.end()) return true;
      }
    return false;
  }

  void confer_what_looks_at(std::uint32_t credential, const std::vector<std::uint32_t>& on_the_way) {
    for (const rung::EarnedAward& award : rung::earned(table_, holdings_).earned) {
      if (award.conferred || !std::binary_search(on_the_way.begin(), on_the_way.end(), award.credential) || !looks_at(award.credential, credential)) continue;
      rung::Held held = passed(table_, award.credential, day_);
      for (const rung::Counted& counted : award.counted) {
        if (counted.stands_on.empty()) held.counted.push_back(counted.credential);
        held.counted.insert(held.counted.end(), counted.stands_on.begin(), counted.stands_on.end());
      }
      std::sort(held.counted.begin(), held.counted.end());
      held.counted.erase(std::unique(held.counted.begin(), held.counted.end()), held.counted.end());
      add(std::move(held));
      conferred_ = true;
    }
  }

  void add(rung::Held held) {
    const auto behind = std::upper_bound(holdings_.held.begin(), holdings_.held.end(), held.credential, [](std::uint32_t wanted, const rung::Held& one) { return wanted < one.credential; });
    holdings_.held.insert(behind, std::move(held));
  }

  const rung::Table& table_;
  rung::Holdings holdings_;
  std::int32_t day_;
  bool conferred_ = false;
};

// What is counted for two parts at once is taken on one day, and steps are told one after the other.
bool shares_in_order(const oracle::Framework& framework) {
  return std::any_of(framework.credentials.begin(), framework.credentials.end(), [](const oracle::Credential& one) {
    return std::any_of(one.conditions.begin(), one.conditions.end(), [](const oracle::Condition& condition) { return condition.limit == oracle::Limit::may_share; });
  });
}

// A path says that what is taken comes after all that is held; a record afterwards says of what has no date neither that nor anything else, and so not how long what is recognised from both is valid.
bool may_be_recognised_from_what_has_no_date(const Case& one) {
  return std::any_of(one.framework.lines.begin(), one.framework.lines.end(), [&](const oracle::Line& line) {
    return line.sources.size() > 1 && std::any_of(one.learner.holdings.begin(), one.learner.holdings.end(), [&](const oracle::Holding& holding) {
             return holding.month < 0 && std::find(line.sources.begin(), line.sources.end(), holding.credential) != line.sources.end();
           });
  });
}

void add_named(const oracle::Requirement& what, std::set<int>& out) {
  if (what.form != oracle::Form::competencies && what.form != oracle::Form::gate) out.insert(what.of.begin(), what.of.end());
  for (const oracle::Requirement& part : what.parts) add_named(part, out);
}

// Awards are withheld from holders of what is counted beside them.
void bar_from_what_is_beside(oracle::Framework& framework) {
  for (const oracle::Credential& whole : framework.credentials) {
    if (!whole.rule) continue;
    std::set<int> named;
    add_named(*whole.rule, named);
    for (const int part : named)
      for (const int beside : named)
        if (framework.credentials[part].rule && !framework.credentials[beside].rule && *rc::gen::inRange(0, 2) == 0) framework.credentials[part].withheld_from = {beside};
  }
}

// "; c2 withheld from holders of c0", for whom a failure is told.
std::string bars(const oracle::Framework& framework) {
  std::string out;
  for (std::size_t award = 0; award < framework.credentials.size(); ++award)
    for (const int barred : framework.credentials[award].withheld_from) out += "; c" + std::to_string(award) + " withheld from holders of c" + std::to_string(barred);
  return out;
}

void are_earned(rung::Cost by, std::uint32_t& saved_by_their_order) {
  Case one = *cases(ordered);
  if (*rc::gen::inRange(0, 3) != 0) one.learner.holdings.clear();   // more is on the way of those who hold nothing
  if (*rc::gen::inRange(0, 2) == 0) bar_from_what_is_beside(one.framework);
  RC_PRE(one.learner.today >= 0 && !shares_in_order(one.framework) && !may_be_recognised_from_what_has_no_date(one));
  const Subject it = subject(one);
  for (std::uint32_t award = 0; award < one.framework.credentials.size(); ++award) {
    if (!one.framework.credentials[award].rule) continue;
    for (const rung::Path& path : rung::paths(it.table, it.holdings, {award, by, 9, true, {}}).paths) {
      Record record(it.table, it.holdings);
      record.meet(path.gates);
      std::string told;
      for (const rung::Step& step : path.steps) {
        record.take(step.credential, path.earns);
        told += " c" + std::to_string(step.credential);
      }
      if (!record.has(award) && !record.conferred_what_is_looked_at()) RC_FAIL("c" + std::to_string(award) + " is not earned after" + told + bars(one.framework));
      saved_by_their_order += record.conferred() ? 1 : 0;
    }
  }
}

void are_earned(const char* name, rung::Cost by) {
  std::uint32_t saved_by_their_order = 0;
  check(name, 3000, [&] { are_earned(by, saved_by_their_order); });
  if (in_full()) {
    EXPECT_GT(saved_by_their_order, 2u);
  }
}

TEST(PathsDone, ByNumberLeadToTheAward) { are_earned("paths by number, done", rung::Cost::count); }
TEST(PathsDone, ByWeeksLeadToTheAward) { are_earned("paths by weeks, done", rung::Cost::weeks); }

}  // namespace
}  // namespace property
