// Frameworks and learners as facts for the answer-set programs beside this (having.lp, choosing.lp, earned.lp, paths.lp).
//
// A fact's first argument is the number of its world. Only what a framework and a record say is written down here; what it means is in the programs.
#pragma once

#include <stdexcept>

#include "tests/oracle/framework.hpp"

namespace oracle::answer_sets {

// What is not translated: conditions on the composition of what is counted (larger or smaller of two, fractions, averages, distinct keys, caps for each, the last credits, in one part, by transfer,
// ungraded), of whom a part is asked, versions of rules, validity, waived parts, limits
// between awards, surrenders, weeks, lines with more than two sources, and whatever framework.hpp can say that understood() does not copy. Thrown by facts().
struct NotTranslated : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The same with all the fields that facts() translates and none that it does not know. Where the two are not written alike, the framework says something that would be
// left out of the facts, and is not to be asked about: so a field that is added to framework.hpp is skipped here until it is translated, and never misread.
Framework understood(const Framework& framework);
Learner understood(const Learner& learner);

enum class Spent { credits, fee, hours, credentials };

struct Goal {
  int award;
  Spent by;
  bool gates_allowed;                 // a gate that the learner does not meet is a condition of the path
  bool already;                       // it is held or earned before anything is taken
};

std::string facts(int world, const Framework& framework, const Learner& learner, const Goal* goal = nullptr);

}  // namespace oracle::answer_sets
