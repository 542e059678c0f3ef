// Small tables made by hand, for tests of the queries: credentials, rules and learners written as a test would say them, in names.
//
//   TableBuilder b;
//   b.course("a").credits(3);
//   b.award("cert", all_of({one_of({"a", "b"}).as("core")}));
//   const BuiltTable t = b.build();
//   earned(t.table, t.holdings({"a"}));
//
// Amounts are whole units here; the table's millionths are made from them. Throws std::logic_error when a test names what it never made.
#pragma once

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "runtime/table/image.hpp"
#include "runtime/learner/learner.hpp"
#include "runtime/table/table.hpp"

namespace rung::testing {

using table::Achievement;
using Names = std::vector<std::string>;

inline std::int64_t millionths(double units) { return static_cast<std::int64_t>(units * 1e6 + (units < 0 ? -0.5 : 0.5)); }

// A requirement node and what is under it.
struct Requirement {
  table::NodeKind kind = table::NodeKind::members;
  table::Choice choice = table::Choice::all;
  std::uint32_t need = 0;
  double amount = 0;
  table::Measure measure = table::Measure::credits;
  Names members{};                                            // credentials, or the gate
  std::vector<std::pair<std::string, Achievement>> asked{};   // competencies
  std::vector<Requirement> children{};
  std::string part{}, after_part{};
  double grade = -1;                                          // percent; negative: no floor
  Achievement achievement = Achievement::unknown;
  std::uint32_t months = 0;
  std::string unit = "credits";

  Requirement as(std::string name) const { return with([&](Requirement& r) { r.part = std::move(name); }); }
  Requirement after(std::string name) const { return with([&](Requirement& r) { r.after_part = std::move(name); }); }
  Requirement at_grade(double percent) const { return with([&](Requirement& r) { r.grade = percent; }); }
  Requirement to(Achievement floor) const { return with([&](Requirement& r) { r.achievement = floor; }); }
  Requirement no_older_than(std::uint32_t limit) const { return with([&](Requirement& r) { r.months = limit; }); }
  Requirement in(std::string of) const { return with([&](Requirement& r) { r.unit = std::move(of); }); }

 private:
  template <class Change>
  Requirement with(Change change) const {
    Requirement copy = *this;
    change(copy);
    return copy;
  }
};

inline Requirement all_of(Names members) {
  const auto need = static_cast<std::uint32_t>(members.size());
  return {.need = need, .members = std::move(members)};
}
inline Requirement exactly(std::uint32_t need, Names members) {
  return {.choice = table::Choice::exactly, .need = need, .members = std::move(members)};
}
inline Requirement one_of(Names members) { return exactly(1, std::move(members)); }
inline Requirement at_least(std::uint32_t need, Names members) {
  return {.choice = table::Choice::at_least, .need = need, .members = std::move(members)};
}
inline Requirement credits_from(double amount, Names members) {
  return {.kind = table::NodeKind::amount, .choice = table::Choice::at_least, .amount = amount, .members = std::move(members)};
}
inline Requirement competencies(std::uint32_t need, std::vector<std::pair<std::string, Achievement>> asked) {
  return {.kind = table::NodeKind::competencies, .choice = table::Choice::at_least, .need = need, .asked = std::move(asked)};
}
inline Requirement gate(std::string name) { return {.kind = table::NodeKind::gate, .need = 1, .members = {std::move(name)}}; }
inline Requirement every(std::vector<Requirement> children) {
  const auto need = static_cast<std::uint32_t>(children.size());
  return {.kind = table::NodeKind::group, .need = need, .children = std::move(children)};
}
inline Requirement exactly_of(std::uint32_t need, std::vector<Requirement> children) {
  return {.kind = table::NodeKind::group, .choice = table::Choice::exactly, .need = need, .children = std::move(children)};
}
inline Requirement at_least_of(std::uint32_t need, std::vector<Requirement> children) {
  return {.kind = table::NodeKind::group, .choice = table::Choice::at_least, .need = need, .children = std::move(children)};
}

// A condition on a whole rule. `members`: credentials; for may_share the names of parts.
struct Limit {
  table::ConditionKind kind;
  double amount = 0;
  Names members{};
  table::Rounding rounding = table::Rounding::exact;
};
inline Limit total(double credits) { return {table::ConditionKind::total, credits, {}}; }
inline Limit share(double percent, Names members, table::Rounding rounding) {
  return {table::ConditionKind::share, percent, std::move(members), rounding};
}
inline Limit amount_from(double credits, Names members) { return {table::ConditionKind::amount_from, credits, std::move(members)}; }
inline Limit at_most(double credits, Names members) { return {table::ConditionKind::at_most_from, credits, std::move(members)}; }
inline Limit at_most_prior(double credits) { return {table::ConditionKind::at_most_prior, credits, {}}; }
inline Limit may_share(Names parts) { return {table::ConditionKind::may_share, 0, std::move(parts)}; }

// One holding of a test's learner.
struct Has {
  std::string name;
  double grade = -1;                                          // percent; negative: not stated
  std::int32_t awarded = table::no_date;
  Achievement achievement = Achievement::unknown;
  bool prior = false;
  Names counted;
  Has(const char* credential) : name(credential) {}
  Has(std::string credential) : name(std::move(credential)) {}
  Has at(double percent) && { return grade = percent, std::move(*this); }
  Has on(std::int32_t day) && { return awarded = day, std::move(*this); }
  Has to(Achievement stated) && { return achievement = stated, std::move(*this); }
  Has by_prior_learning() && { return prior = true, std::move(*this); }
  Has counting(Names ground) && { return counted = std::move(ground), std::move(*this); }
};

struct BuiltTable {
  std::shared_ptr<std::vector<std::uint64_t>> bytes;          // 8-byte aligned
  Table table;
  std::map<std::string, std::uint32_t> credentials, gates, competencies, parts;   // parts: "award/part" → node

  std::uint32_t id(const std::string& name) const { return credentials.at(name); }
  std::uint32_t part(const std::string& name) const { return parts.at(name); }
  std::string name(std::uint32_t credential) const { return std::string(table.text(table.credentials()[credential].name)); }
  template <class Ids>
  Names names(const Ids& ids) const {
    Names out;
    for (const std::uint32_t one : ids) out.push_back(name(one));
    return out;
  }

  Holdings holdings(std::vector<Has> has, Names met = {}, std::int32_t on = table::no_date,
                    std::vector<std::pair<std::string, Achievement>> recognised = {}) const {
    Holdings out;
    out.on = on;
    for (std::uint32_t i = 0; i < has.size(); ++i) {
      const std::uint32_t credential = id(has[i].name);
      Held held{credential, i, has[i].awarded, has[i].grade < 0 ? table::unknown : millionths(has[i].grade),
                has[i].grade < 0 ? table::none : 0,
                has[i].achievement == Achievement::unknown ? table.credentials()[credential].awarded_for : has[i].achievement,
                has[i].prior, {}, has[i].achievement != Achievement::unknown};
      for (const std::string& ground : has[i].counted) held.counted.push_back(id(ground));
      std::sort(held.counted.begin(), held.counted.end());
      out.held.push_back(std::move(held));
    }
    std::stable_sort(out.held.begin(), out.held.end(), [](const Held& a, const Held& b) { return a.credential < b.credential; });
    for (const std::string& one : met) out.gates.push_back(gates.at(one));
    std::sort(out.gates.begin(), out.gates.end());
    for (const auto& [competency, to] : recognised) out.recognised.push_back({competencies.at(competency), to, {}});
    std::sort(out.recognised.begin(), out.recognised.end(),
              [](const auto& a, const auto& b) { return a.competency < b.competency; });
    return out;
  }
};

class TableBuilder {
 public:
  struct Made {
    std::string name, unit = "credits", currency;
    std::int64_t credits_ = table::unknown, hours_ = table::unknown, weeks_ = table::unknown, fee_ = table::unknown;
    Achievement awarded_for_ = Achievement::unknown;
    std::vector<std::pair<std::string, Achievement>> develops_;
    std::vector<Requirement> rule, prerequisite;              // at most one each
    std::vector<Limit> limits;
    Names withheld;

    Made& credits(double amount) { return credits_ = millionths(amount), *this; }
    Made& hours(double amount) { return hours_ = millionths(amount), *this; }
    Made& weeks(double amount) { return weeks_ = millionths(amount), *this; }
    Made& fee(double amount, std::string in = "CAD") { return fee_ = millionths(amount), currency = std::move(in), *this; }
    Made& in(std::string of) { return unit = std::move(of), *this; }
    Made& awarded_for(Achievement achievement) { return awarded_for_ = achievement, *this; }
    Made& develops(std::string competency, Achievement to = Achievement::competence) {
      return develops_.emplace_back(std::move(competency), to), *this;
    }
    Made& needs(Requirement what) { return prerequisite = {std::move(what)}, *this; }
    Made& withheld_from(Names holders) { return withheld = std::move(holders), *this; }
  };

  // References stay good: a map does not move what it holds.
  Made& course(const std::string& name) { return made(name); }
  Made& award(const std::string& name, Requirement rule, std::vector<Limit> limits = {}) {
    Made& award = made(name);
    award.rule = {std::move(rule)};
    award.limits = std::move(limits);
    return award;
  }
  // A unit of credits and its hours; "credits" itself has no basis unless it is given one here.
  void unit(const std::string& name, double hours) { units_[name] = millionths(hours); }

  BuiltTable build() const;

 private:
  Made& made(const std::string& name) {
    Made& one = made_[name];
    one.name = name;
    return one;
  }

  std::map<std::string, Made> made_;
  std::map<std::string, std::int64_t> units_ = {{"credits", table::unknown}};
};

}  // namespace rung::testing
