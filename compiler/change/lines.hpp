// Lines of agreements, one against another: which asks no more and gives no less.
#pragma once

#include "compiler/change/side.hpp"

namespace rung::change {

// Whoever `line` of `side` recognises, `other` of the other side recognises as well, whatever else they hold and on whichever day: its institution is the same, its sources are among those of the line, and nothing that
// it or its agreement asks is stricter. Of what is given see gives().
bool asks_no_more(const Side& other_side, std::uint32_t other, const Side& side, std::uint32_t line);

// Whether a target of `line` is given by `other` too: the same thing, in the same way or a better one. `target`: credentials of `side`.
bool gives(const Side& other_side, const table::Recognition& other, const Side& side, const table::Recognition& line, std::uint32_t target);
// Whether those lines give all that `line` does.
bool give_all(const Side& other_side, const std::vector<std::uint32_t>& others, const Side& side, const table::Recognition& line);

// Whether of what one side's agreement gives less may be counted than of the other's.
bool limits_more(const Side& side, std::uint32_t agreement, const Side& other_side, std::uint32_t other);

}  // namespace rung::change
