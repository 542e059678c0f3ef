// What is missing, and where a credential leads, against the oracle.
#include <gtest/gtest.h>

#include "tests/oracle/answers.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using rung::Verdict;

// The choice that the answer shows.
oracle::Places places_of(const Subject& it, const rung::MissingAnswer& answer) {
  oracle::Places out;
  for (const rung::NodeState& node : answer.nodes)
    for (const std::uint32_t credential : node.counted) out[static_cast<int>(credential)].insert(it.number(node.node));
  return out;
}

std::string told(const oracle::Places& places) {
  std::string out;
  for (const auto& [credential, nodes] : places) {
    out += " c" + std::to_string(credential) + " at";
    for (const int node : nodes) out += " " + std::to_string(node);
    out += ";";
  }
  return out;
}

oracle::Shortfall shortfall_of(const Subject& it, const oracle::Tree& tree, const rung::MissingAnswer& answer) {
  oracle::Shortfall out{0, 0, static_cast<int>(places_of(it, answer).size())};
  for (const int part : oracle::parts_of(tree)) out.unmet_parts += answer.nodes[part].verdict != Verdict::met;
  for (const rung::ConditionState& condition : answer.conditions) out.unmet_conditions += condition.verdict != Verdict::met;
  return out;
}

TEST(Missing, AgreesWithTheOracle) {
  check("missing shows a choice that gets as far as any", 2000, [] {
    const Case one = *cases();
    const Subject it = subject(one);
    const oracle::Learner learner = oracle::left(one.framework, one.learner);
    oracle::World world{one.framework, learner};
    oracle::earn(world);
    for (int award = 0; award < static_cast<int>(one.framework.credentials.size()); ++award) {
      const oracle::Credential& what = one.framework.credentials[award];
      if (!what.rule) continue;
      const rung::MissingAnswer answer = rung::missing(it.table, it.holdings, static_cast<std::uint32_t>(award));
      RC_ASSERT(answer.proven);
      RC_ASSERT(answer.earned == (world.earned.contains(award) || world.held(award)));
      if (what.prerequisite) RC_ASSERT((answer.prerequisites[0].verdict == Verdict::met) == oracle::prerequisites_hold(world, award));
      const oracle::Rule rule = oracle::rule_of(world, award);
      RC_ASSERT((rule.tree == nullptr) == (answer.rule.root == rung::table::none));
      if (rule.tree == nullptr) {   // nothing is shown, or without a day the newest
        RC_ASSERT(answer.rule.day_unknown != answer.nodes.empty());
        continue;
      }
      const oracle::Best best = oracle::best_choice(world, award);
      const oracle::Shortfall mine = shortfall_of(it, oracle::Tree(*rule.tree, award), answer);
      if (mine.unmet_parts != best.shortfall.unmet_parts || mine.unmet_conditions != best.shortfall.unmet_conditions ||
          mine.counted != best.shortfall.counted)
        RC_FAIL("c" + std::to_string(award) + ": parts, conditions and counted " + std::to_string(mine.unmet_parts) + " " +
                std::to_string(mine.unmet_conditions) + " " + std::to_string(mine.counted) + ", the oracle " +
                std::to_string(best.shortfall.unmet_parts) + " " + std::to_string(best.shortfall.unmet_conditions) + " " +
                std::to_string(best.shortfall.counted) + "\nshown:" + told(places_of(it, answer)) + "\nthe oracle:" + told(*best.choices.begin()));
      if (!best.choices.contains(places_of(it, answer))) RC_FAIL("the choice shown for c" + std::to_string(award) + " is none of the best");
    }
  });
}

TEST(LeadsTo, AgreesWithReachability) {
  check("leads-to is reachability", 1500, [] {
    const Case one = *cases();
    const Subject it = subject(one);
    for (std::uint32_t from = 0; from < one.framework.credentials.size(); ++from) {
      std::map<int, int> fewest;
      const bool on_a_day = one.learner.today >= 0 && from % 2 == 0;
      for (const rung::Lead& lead : rung::leads_to(it.table, std::span(&from, 1), on_a_day ? it.holdings.on : rung::table::no_date)) {
        RC_ASSERT(it.table.nodes()[lead.node].owner == lead.credential);
        fewest.emplace(static_cast<int>(lead.credential), static_cast<int>(lead.steps));   // they come by steps
      }
      const std::map<int, int> expected = oracle::leads_to(one.framework, static_cast<int>(from), on_a_day ? one.learner.today : -1);
      if (fewest == expected) continue;
      std::string message = "from c" + std::to_string(from) + ":";
      for (const auto& [award, steps] : fewest) message += " c" + std::to_string(award) + " in " + std::to_string(steps);
      message += "; the oracle:";
      for (const auto& [award, steps] : expected) message += " c" + std::to_string(award) + " in " + std::to_string(steps);
      RC_FAIL(message);
    }
  });
}

}  // namespace
}  // namespace property
