// Whose a field is: what the grammar reads in every declaration has a meaning in some only. Which, compiler/model decides (misplaced-field); here it is said to people.
#pragma once

#include <string_view>

#include "grammar/words.hpp"

namespace rung::grammar {

// Whose the field is, when not everybody's: "a competency"; empty of a field that every declaration may have, and of a word that is no field of these.
std::string_view owner(Word field);

// Whether a declaration that begins with that word may have the field. Of agreements, policies and scenarios, whose lines are others, nothing is known: false.
bool has_field(Word declaration, Word field);

}  // namespace rung::grammar
