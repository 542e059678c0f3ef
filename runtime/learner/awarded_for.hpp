// What a conferred award may have been awarded for, where its record does not say it. Internal to this folder.
#pragma once

#include "runtime/learner/learner.hpp"

namespace rung {

// An award of which the record does not say it.
inline bool is_silent_award(const Table& table, const Held& one) { return one.counted.empty() && table.credentials()[one.credential].rule != table::none; }

// Whether any rule of the table asks what other awards were awarded for.
bool some_rule_looks_at_other_awards(const Table& table);

// Fills Held::may_have_counted: of each award without `counted` the ground credentials held that its rule can count, in it or in the rules of awards that it
// counts, under their own name or as what an agreement makes of them; not what is dated after the award itself. It need not be called for a table in which no rule asks. All awards together may look at so
// many members; when these are used up, an award may have been awarded for anything that is held. `held` is sorted by credential.
void find_what_awards_may_have_counted(const Table& table, std::vector<Held>& held);

}  // namespace rung
