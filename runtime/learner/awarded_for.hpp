// What a conferred award may have been awarded for, where its record does not say it. Internal to this folder.
#pragma once

#include "runtime/learner/learner.hpp"

namespace rung {

// Fills Held::may_have_counted: of each award without `counted` the ground credentials held that its rule can count, in it or in the rules of awards that it
// counts, under their own name or as what an agreement makes of them; not what is dated after the award itself. Nothing is done for a table in which no rule asks. All awards together may look at so
// many members; when these are used up, an award may have been awarded for anything that is held. `held` is sorted by credential.
void find_what_awards_may_have_counted(const Table& table, std::vector<Held>& held);

}  // namespace rung
