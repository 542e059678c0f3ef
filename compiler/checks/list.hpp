// The checks, one function a file. docs/meaning.md and the pages of the diagnostics say what each means.
#pragma once

#include "compiler/checks/facts.hpp"

namespace rung::checks {

// Circles, and what cannot be.
void stacking_cycle(const Facts&, Sink&);
void prerequisite_cycle(const Facts&, Sink&);     // and prerequisite-loop
void broader_cycle(const Facts&, Sink&);
void credit_pump(const Facts&, Sink&);
void unattainable(const Facts&, Sink&);
void impossible_rule(const Facts&, Sink&);
void share_mismatch(const Facts&, Sink&);
void dead_option(const Facts&, Sink&);
void double_counting(const Facts&, Sink&);

// Sums that are none. (Of what a rule counts itself: where the rule is read.)
void unit_mismatch(const Facts&, Sink&);

// What is left over. (What can be lost is worked out on the table: compiler/losses.)
void orphan_competency(const Facts&, Sink&);

// Independent value: its ten aspects, each in a file of its own (independent_value.hpp), and what is claimed.
void independent_value(const Facts&, Sink&);
void stacking_claims(const Facts&, Sink&);        // contradicted-claim, undeclared-stacking
void other_claims(const Facts&, Sink&);           // contradicted-claim

// What a day decides: run when one is given.
void review_overdue(const Facts&, Sink&, model::Day on);

}  // namespace rung::checks
