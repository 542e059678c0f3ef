// A requirement tree judged node by node on what is offered to each, as if nothing had to be counted only once.
//
// That is exactly how prerequisites are read. For a stacking rule it is a cheap test that comes first: what fails here holds under no choice.
#pragma once

#include <span>
#include <vector>

#include "runtime/queries/counting/amounts.hpp"
#include "runtime/queries/counting/problem.hpp"
#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

struct Tally {
  bool holds = false;
  std::uint32_t have = 0;    // members, competencies or children that hold
  Sum amount{};              // amount nodes
};

// One Tally for each node of the tree at `root`. `offers`: sorted; of this tree only. In a rule a competency is evidenced by what is counted
// anywhere in it; in prerequisites, where nothing is counted, by what passes the floors of the node that asks, and an award that states no amount adds the most
// that it can stand on, so that more learning never hurts; `book` knows it.
void tally(const Supply& supply, std::uint32_t root, std::span<const Offer> offers, std::vector<Tally>& out);
void tally_prerequisites(const Supply& supply, const OfferBook& book, std::uint32_t root, std::span<const Offer> offers, std::vector<Tally>& out);
// The same for what a choice counts.
void tally(const Supply& supply, std::uint32_t root, std::span<const CountedOffer> counted, std::vector<Tally>& out);
// … and for a learner who is excused from nothing but `excuses`.
void tally(const Supply& supply, std::uint32_t root, std::span<const CountedOffer> counted, std::span<const Excused> excuses, std::vector<Tally>& out);

// Whether the conditions that ask for at least so much could be met by counting all that is offered.
bool enough_for_conditions(const Supply& supply, std::uint32_t root, std::span<const Offer> offers);

// What a prerequisite tree finds among what is held, earned or taken; sorted.
void prerequisite_offers(const Supply& supply, std::uint32_t root, std::vector<Offer>& out);
// Whether the prerequisites of `credential` hold; true when it has none, or when the learner is excused from them.
bool prerequisites_hold(const Supply& supply, const OfferBook& book, std::uint32_t credential);
bool prerequisites_hold_unexcused(const Supply& supply, const OfferBook& book, std::uint32_t credential);

}  // namespace rung::queries
