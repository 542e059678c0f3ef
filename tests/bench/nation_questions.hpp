// Questions to the table of a nation's registry.
#pragma once

#include "runtime/table/table.hpp"

namespace bench {

struct NationAnswers {
  double earned_median = 0, earned_99th = 0, earned_slowest = 0;   // microseconds, of 10,000 learners who hold 20 credentials each
  double leads_to_median = 0, leads_to_99th = 0;                   // of 10,000 credentials
};

// Learners are drawn with a fixed seed: most of what one holds is of one provider, as people learn.
NationAnswers ask_nation(const rung::Table& table);

}  // namespace bench
