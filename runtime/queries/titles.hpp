// The title of an award that is computed from what is counted for it.
#pragma once

#include "runtime/queries/fixed_point/closure.hpp"

namespace rung::queries {

// The first of the award's titles whose conditions some choice meets together with the rule; an index of Table::titles, or none. `choice` becomes the choice that
// shows it, and stays as it is when there is none. The award is earned by its rule in `closure`.
std::uint32_t title_of(const Closure& closure, std::uint32_t award, Work& work, Choice& choice);

}  // namespace rung::queries
