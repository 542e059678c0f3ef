// The oracle's paths: every set of credentials that could be taken, tried one after the other ("What a path is" in docs/meaning.md).
#pragma once

#include "tests/oracle/answers.hpp"

namespace oracle {

enum class Cost { credits, fee, hours, weeks, count };

struct Path {
  bool at_least = false;              // something taken does not state this cost
  long cost = 0;                      // hundredths; count: ones
  std::set<int> take;
};

struct Paths {
  std::vector<Path> paths;
  bool complete = false;              // there are no more
};

// The best `k`: in the order of known before "at least", cost, number and names, each that neither contains nor is contained in one before it.
Paths paths(const Framework& framework, const Learner& learner, int award, Cost by, int k, bool gates_allowed);

// What `take` costs as a path, or none when it is none.
std::optional<Path> path_of(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, Cost by, bool gates_allowed);

// What `take` costs by several costs, through the awards by which the first is least, of those the second, and so on: hundredths, in the order of `by`. None when it is no path.
struct Costs {
  bool at_least = false;
  std::vector<long> each;
};
std::optional<Costs> costs_of(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, const std::vector<Cost>& by, bool gates_allowed);

// Whether all of `take` can be taken in some order, and the award is then had. `only`: awards outside it are not earned on the way.
bool feasible(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed,
              const std::set<int>* only = nullptr);

// When the award is had if everything begins at the best time, in hundredths of a week; none where `take` is not feasible.
std::optional<long> earliest(const Framework& framework, const Learner& learner, int award, const std::set<int>& take, bool gates_allowed, const std::set<int>* only);

}  // namespace oracle
