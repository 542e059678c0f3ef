// The oracle's answers to the questions of an office.
#pragma once

#include <map>

#include "tests/oracle/judge.hpp"

namespace oracle {

// The awards that the learner has by their rules: the least fixed point. Those that are only held are not in it.
std::set<int> earned_by_rule(const Framework& framework, const Learner& learner);
// The same for any world; `only`: awards outside it are not earned.
void earn(World& world, const std::set<int>* only = nullptr);

// How far the best choice for an award's rule gets: fewest unmet parts, then fewest unmet conditions, then most counted.
struct Shortfall {
  int unmet_parts, unmet_conditions, counted;
  auto operator<=>(const Shortfall&) const = default;
};
// Where each credential is counted, by number of the node.
using Places = std::map<int, std::set<int>>;
Places places_of(const Choice& choice);
// The parts of a rule: the units of the all-of chain at its top.
std::vector<int> parts_of(const Tree& tree);
// None when the choice breaks a limit.
std::optional<Shortfall> shortfall(const World& world, int award, const Choice& choice);
struct Best {
  Shortfall shortfall;
  std::set<Places> choices;           // every choice that gets as far
};
Best best_choice(const World& world, int award);

// Which awards a credential can count towards, through how many steps; by the versions of a month, or by any.
std::map<int, int> leads_to(const Framework& framework, int from, int today = -1);

}  // namespace oracle
