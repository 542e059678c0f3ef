// What decides over an award beside its own rule, and so is not seen by comparing rules: what takes away a credential that it may need (`surrenders`), how long the award itself and those
// are valid whose holders it bars or asks more of, and what other awards count where it limits what is shared with them.
#pragma once

#include <set>
#include <string>

#include "compiler/change/side.hpp"

namespace rung::change {

class Besides {
 public:
  // `after` outlives it.
  Besides(const Side& before, const Side& after);

  // Whether all of it is the same on both sides, for an award by its number on each. Where it is not, equal rules prove nothing.
  bool are_the_same(std::uint32_t award, std::uint32_t other_award) const;

 private:
  bool differs_itself(const Side& side, std::uint32_t credential) const;
  std::vector<bool> touched(const Side& side) const;

  const Side& after_;
  std::set<std::string> surrendered_;      // by name: what something takes away on one side only
  std::set<std::string> valid_;            // by name: whose validity differs
  bool awards_differ_ = false;             // some award's meaning, where some rule looks at other awards
  std::vector<bool> before_touched_, after_touched_;   // by credential; empty where nothing differs
};

}  // namespace rung::change
