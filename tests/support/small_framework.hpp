// A framework written in a test, compiled, and asked: for answers that can be worked out on paper.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "runtime/queries/queries.hpp"
#include "tests/support/compiled_table.hpp"

namespace rung::testing {

class SmallFramework {
 public:
  // `declarations` follow `framework f { version 1 <of the framework> }`; names are "f.…".
  explicit SmallFramework(const std::string& declarations, const std::string& of_the_framework = "grades percent", std::optional<diagnostics::Kind> but_for = std::nullopt)
      : table_(compiled_table("rung 1 en\nframework f { version 1 " + of_the_framework + " }\n" + declarations, "f.rung", but_for)) {}

  const Table& table() const { return table_; }
  std::uint32_t id(const std::string& name) const { return table().find_credential("f." + name).value(); }

  std::string short_name(std::uint32_t credential) const { return std::string(table().text(table().credentials()[credential].name)).substr(2); }

  Holdings holdings(std::vector<Holding> held, std::vector<std::string> gates = {}, const std::string& on = "2026-10-01") const {
    Learner learner;
    learner.on = on;
    learner.holdings = std::move(held);
    learner.gates = std::move(gates);
    auto bound = bind(table(), learner);
    EXPECT_TRUE(bound);
    EXPECT_TRUE(bound->set_aside.empty()) << bound->set_aside.front().message;
    return std::move(*bound);
  }

  // "yes", "no", or "cannot tell: grade of a, term of b".
  std::string earned(const std::string& award, const Holdings& holdings) const {
    const Earned answer = rung::earned(table(), holdings);
    EXPECT_TRUE(answer.proven);
    for (const EarnedAward& one : answer.earned)
      if (one.credential == id(award)) return "yes";
    for (const auto& [doubtful, statements] : answer.cannot_tell) {
      if (doubtful != id(award)) continue;
      std::string out;
      for (const Missing& one : statements) out += (out.empty() ? "cannot tell: " : ", ") + one.what + " of " + short_name(one.credential);
      return out.empty() ? "cannot tell" : out;
    }
    return "no";
  }
  std::string earned(const std::string& award, std::vector<Holding> held, std::vector<std::string> gates = {}) const {
    return earned(award, holdings(std::move(held), std::move(gates)));
  }

  // What the award is called by what is counted for it; its own name when it is called nothing else.
  std::string title(const std::string& award, std::vector<Holding> held) const {
    for (const EarnedAward& one : rung::earned(table(), holdings(std::move(held))).earned)
      if (one.credential == id(award)) return one.title == table::none ? award : std::string(table().text(table().titles()[one.title].title));
    return "not earned";
  }

  // The best path, "a b (6 credits, 3 weeks)"; "none" when there is no way.
  std::string best_path(const std::string& award, std::vector<Holding> held, std::vector<std::string> gates = {}, Cost by = Cost::credits) const {
    PathsQuestion question;
    question.award = id(award);
    question.by = by;
    const Paths answer = paths(table(), holdings(std::move(held), std::move(gates)), question);
    EXPECT_TRUE(answer.proven);
    if (answer.paths.empty()) return "none";
    const Path& best = answer.paths.front();
    std::string out;
    for (const Step& step : best.steps) out += short_name(step.credential) + " ";
    return out + "(" + std::to_string(best.cost.credits / table::millionths) + " credits, " + std::to_string(best.cost.weeks / table::millionths) + " weeks)";
  }

  // Of the award's only condition: how much is counted of what it bounds, and how much it bounds it by.
  std::pair<double, double> condition(const std::string& award, std::vector<Holding> held) const {
    const MissingAnswer answer = missing(table(), holdings(std::move(held)), id(award));
    EXPECT_EQ(answer.conditions.size(), 1u);
    const ConditionState& state = answer.conditions.at(0);
    return {static_cast<double>(state.have) / 1e6, static_cast<double>(state.need) / 1e6};
  }

 private:
  Table table_;
};

// A holding of "f.<name>", and what else the record says of it.
struct Says {
  std::string grade = {}, awarded = {}, by = {}, term = {};
};
inline Holding held(const std::string& name, const Says& says = {}) {
  Holding out;
  out.name = "f." + name;
  out.grade = says.grade;
  out.awarded = says.awarded;
  out.by = says.by;
  out.term = says.term;
  return out;
}

}  // namespace rung::testing
