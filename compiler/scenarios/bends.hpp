// Small changes to a rule: what a committee might have written instead. Coverage and --mutate ask whether a scenario would notice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/compile.hpp"
#include "compiler/scenarios/words.hpp"
#include "runtime/table/table.hpp"

namespace rung::scenarios {

struct Bend {
  enum class Kind : std::uint8_t {
    need,    // of `node` becomes `to`
    amount,  // of `node`, or of `condition`, becomes `to`
    no_grade_floor,  // of `node`, like the next three
    no_achievement_floor,
    no_age_limit,
    no_order,
    asked_of_all,
    no_option,      // `member` is left out of `node`; where all are asked for, it is no longer asked
    nothing_asked,  // `node` asks for nothing
    never_met,      // `node`, an alternative, can't be met
    no_condition,   // `condition` is left out
    no_most_awards, // `member` may count towards any number of awards
    no_bar          // holders of `member` are no longer refused
  };
  Kind kind;
  std::uint32_t award;                    // credentials
  std::uint32_t node = model::none;       // nodes
  std::uint32_t condition = model::none;  // conditions
  std::uint32_t member = model::none;     // credentials
  std::int64_t to = 0;
  std::string what = {};  // "'at least 24 credits' as at least 23 credits"
};

// `words`: in which they are told. Every bend of the rule and the prerequisites of an award, in the order of its rule. Those that no table may hold are left out.
std::vector<Bend> bends_of(const Compiled& compiled, std::uint32_t award, const Words& words);

// Whether a condition holds whatever is counted, so that nobody could tell the rule from one without it: a share of what all comes from there, a
// limit above all that can be counted.
bool decides_nothing(const model::Model& model, std::uint32_t condition);

// The table of the model so bent. The model is the same afterwards.
Table bent(model::Model& model, const Bend& bend);

}  // namespace rung::scenarios
