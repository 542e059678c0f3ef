// Whether a choice makes a rule hold: the tree, the conditions and the order, as docs/meaning.md lists them.
#pragma once

#include "tests/oracle/choices.hpp"

namespace oracle {

// The whole rule of `award`.
bool holds(const World& world, int award, const Choice& choice);

// Its pieces. A node of the tree: whether it holds by what is counted.
bool node_holds(const World& world, const Tree& tree, int node, const Choice& choice);
// Whether no more is counted under it than an "exactly N" allows, though it may not hold.
bool within_limits(const Tree& tree, int node, const Choice& choice);
// What a counted credential adds, or none when it is not stated.
struct Added {
  long known = 0;
  bool unknown = false;               // and something that nobody stated
  void add(const Added& other) { known += other.known, unknown = unknown || other.unknown; }
};

// Of a condition on the whole rule, or on a part of it (conditions.cpp).
bool condition_holds(const World& world, const Tree& tree, const Condition& condition, const Choice& choice);
bool between_awards_holds(const World& world, int award, const Condition& condition, const Choice& choice);   // between_awards.cpp
bool kept(const Condition& condition, const Added& inside, const Added& outside);   // what is counted of what a sum speaks of, and beside it: whatever it is that nobody stated
bool is_limit(const Condition& condition);   // at most …, may share: binds what is shown even where the rule is not met
bool within_agreement(const World& world, const Choice& choice);
bool within_most_awards(const World& world, int award, const Choice& choice);   // "counts towards at most …"
bool in_order(const World& world, const Tree& tree, const Choice& choice);

Added amount_of(const World& world, int credential, const Standing& brings, Measure measure);
Added adds(const World& world, const Counted& one, Measure measure);   // an exemption adds nothing

// Prerequisites: read what is held, earned or taken, and count nothing.
bool prerequisites_hold(const World& world, int credential);

}  // namespace oracle
