// What no scenario has decided.
#pragma once

#include <vector>

#include "compiler/scenarios/scenarios.hpp"
#include "compiler/scenarios/words.hpp"
#include "runtime/queries/queries.hpp"

namespace rung::scenarios {

// An award as one expectation asked about it: for which learner, after taking what, and what was answered.
struct Asking {
  std::uint32_t award;
  const Holdings* holdings;
  const std::vector<std::uint32_t>* taken;  // null: nothing
  MissingAnswer answer;
  std::string title{};                    // what it was found to be called, where that was asked
};

// `askings`: sorted by award; `recognised`: recognitions that other expectations rested on; `in_scope`: by framework.
Coverage cover(const Compiled& compiled, const std::vector<Asking>& askings, const std::vector<std::uint32_t>& recognised,
               const std::vector<bool>& in_scope, WorkLimit limit, const Words& words);

}  // namespace rung::scenarios
