// A learner whom an agreement of one side recognises, and the other side's institution does not.
#pragma once

#include "compiler/change/side.hpp"

namespace rung::change {

struct Unrecognised {
  std::optional<Learner> learner;          // names are the new ones; nobody who holds fewer credentials
  std::uint32_t line = table::none;        // recognitions of `has`: what recognises them there
  bool proven = true;                      // without a learner: there is none; else: none holds fewer
};

// `agreement`: of `has`. What recognises nobody (a refusal) is passed over. `day`: of the question; none: any. Of several days `some_day` is tried first.
//
// A line asks only for at least so much: all of its sources, a grade, an achievement, a day that is not too old. So who just meets it is covered by the other side's line or by none,
// and only such learners are tried: with the worst that serves here, and the days on which something begins or ends.
Unrecognised find_unrecognised(const Side& has, std::uint32_t agreement, const Side& lacks, std::optional<std::int32_t> day, std::int32_t some_day);

}  // namespace rung::change
