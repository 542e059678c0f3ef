// The statements nobody made that a verdict would have needed: why an answer is "cannot tell".
#pragma once

#include <vector>

#include "runtime/queries/counting/problem.hpp"
#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// What was taken on trust when `award` was earned by `choice` under optimistic terms: floors, and sums that what is known does not reach. Nothing about
// the awards that it counts.
void lacking_in_choice(const Supply& supply, std::uint32_t award, const Choice& choice, std::vector<Missing>& out);
// The same for prerequisites that hold under optimistic terms.
// `sure`: what is there when nothing is taken on trust; an award that is not there by it has its own statements.
void lacking_in_prerequisites(const Supply& supply, const Supply& sure, const OfferBook& book, std::uint32_t award, std::vector<Missing>& out);
// What is not stated of a holding that is unsure.
void lacking_of(const Held& held, std::vector<Missing>& out);
// By credential, then by what; each once.
void tidy(std::vector<Missing>& statements);

}  // namespace rung::queries
