// Small frameworks and learners, made by rapidcheck: every word of the rules is drawn often enough to meet every other.
#pragma once

#include <rapidcheck.h>

#include "tests/oracle/framework.hpp"

namespace property {

struct Case {
  oracle::Framework framework;
  oracle::Learner learner;
};
void showValue(const Case& one, std::ostream& out);

struct Taste {
  int fewest_credentials = 2;
  int most_credentials = 8;
  int awards = 40;                    // of a hundred credentials so many are awards, about
  int most_taken = 8;
  bool bars = true;
  bool order = true;                  // parts after parts
  bool agreements = true;
  bool composition = true;            // conditions on what is counted beside sums, and parts asked of some
  bool time = true;                   // validity, versions of rules, freshness of parts
  int in_order = 20;                  // of a hundred rules of several parts so many have one after another, and half as many awards are withheld from somebody
  bool between_awards = true;         // limits that look at what other awards were conferred for, and surrenders
};
rc::Gen<Case> cases(Taste taste = {});

// More learning: one thing more is held, or something is held that is as good in every respect, or better.
// `conferrals`: what is new may be an award.
rc::Gen<oracle::Learner> more_than(const oracle::Framework& framework, const oracle::Learner& learner, bool conferrals);
// Whether a conferral may take something away.
bool limits_between_awards(const oracle::Framework& framework);

}  // namespace property
