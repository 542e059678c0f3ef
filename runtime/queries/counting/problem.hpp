// One counting problem, laid out for search: which of the things offered are counted, and where, so that every node holds.
//
// A Scope is one rule that has to hold; its nodes are Places. The first scope is the award's own. A further scope stands for the rule of an award
// that is counted in an outer scope and stands on a choice made anew for it; it has to hold only when that award is counted. An Item is one
// credential in one scope; its Options are the places where it may be counted; a Value is one option, or several that may share.
// Tokens are the ground credentials over which items of one problem compete.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "runtime/queries/counting/amounts.hpp"
#include "runtime/queries/counting/standing.hpp"
#include "runtime/queries/fixed_point/supply.hpp"
#include "runtime/queries/work.hpp"

namespace rung::queries {

inline constexpr std::uint32_t unlimited = 0xFFFFFFFFu;

inline std::uint32_t size_of(const auto& vector) { return static_cast<std::uint32_t>(vector.size()); }

struct Place {
  std::uint32_t node, parent, scope;     // parent: places, or none
  std::uint32_t need, limit;             // members, competencies, children: at least and at most so many
  table::NodeKind kind;
  bool waived = false;                   // need not hold
  bool gate_met = false;
  bool dead = false, violating = false;  // dead: can no longer hold. violating: must hold and cannot, or holds too much
  Wide target = 0;                       // amount places
  std::uint32_t sure = 0, possible = 0;  // counted here; that and what may still be. competencies: `possible` are those that may still be shown
  std::uint32_t load = 0;                // counted here and below
  std::uint32_t alive_children = 0, loaded_children = 0;
  Sum possible_amount{};
};

struct Option {
  std::uint32_t place;
  Source source;
  table::Range tokens;                   // of Problem::tokens: those that others compete for
  Weight weight;                         // at an amount place
};

struct Contribution {                    // of an item to a condition, when it is counted
  std::uint32_t condition;               // of Problem::bounds
  bool inside;                           // it is one of the condition's members
  Weight weight;
};

struct Item {
  std::uint32_t scope, credential;
  table::Range options, values;          // of Problem::options, Problem::values; value number values.count is "not counted"
  table::Range contributions, evidence;  // of Problem::contributions; of Problem::shows (slots)
  std::uint32_t inner_scope = table::none;
  std::uint32_t twin = table::none;      // an item before it in `order` with which it is interchangeable
  std::uint32_t rivals = table::none;    // number of a rivalry: of its items one at most is counted
  std::uint32_t used = 0;                // number of the awards that were conferred for it and how often it may be counted: what differs is told apart
  std::uint32_t likely = table::none;      // the value to try first, if any
  bool always = false;                   // counting it somewhere can only help
  bool decided = false;                  // by the search, so far
  std::uint32_t chosen = 0;
};

// What is counted once: a ground credential, or what was recognised as one. What one recognition gives out may be counted together.
struct Token {
  std::uint32_t number;                  // from 0
  std::uint32_t recognition;             // that it is the source of, or none
};

// A condition on the sum of what a scope counts.
struct Bound {
  std::uint32_t scope;
  const table::Condition* condition;
  bool waived = false;                   // need not hold
  Wide target = 0;
  Sum sure_inside, sure_outside;         // counted
  Sum possible_inside;                   // that and what may still be
  std::uint32_t agreement = table::none; // at_most_transfer: only what this one gives
  bool looked_over = false;              // judged by going over all that is counted (Standing); the sums here are then of no account
  table::Range looks{};                  // of Problem::looks
  Wide least_whole = 0;                  // share: so much is counted in all, or something else does not hold
};

struct Look {                            // at one item, for a bound that is looked over
  std::uint32_t item, contribution;
};

struct Slot {                            // one competency that a place asks for
  std::uint32_t place;
  table::Developed asked;
  bool recognised;
  std::uint32_t possible = 0;            // items that show it and may still be counted, or are
};

struct Scope {
  std::uint32_t award, root, first_place, places;
  std::uint32_t outer_item = table::none;
  table::Range bounds{}, caps{}, slots{};   // bounds: the rule's conditions; caps: the limits of agreements
  bool ordered = false;                  // some node comes after another
  bool shares = false;
  bool looked_over = false;              // some bound of it is
  bool variable = false;                 // what an item weighs depends on a choice inside it
  bool active = false;
};

struct Problem {
  std::vector<Scope> scopes;
  std::vector<Place> places;
  std::vector<Item> items;
  std::vector<std::uint32_t> order;      // items, as the search decides them
  std::vector<Option> options;
  std::vector<table::Range> values;      // of value_options
  std::vector<std::uint32_t> value_options;
  std::vector<Token> tokens;
  std::uint32_t token_count = 0;
  std::vector<Contribution> contributions;
  std::vector<std::uint32_t> shows;      // slots
  std::vector<Slot> slots;
  std::vector<Bound> bounds;
  std::vector<Look> looks;
  std::deque<table::Condition> limits;   // of agreements, as conditions; where bounds point to them they stay
  std::uint32_t rivalries = 0;
  bool looks_at_other_awards = false;    // limits between awards have to be judged
  bool narrowed = false;                 // ways of sharing were left out; "unmet" is then not proven
};

// Who knows what may be counted where, by award: what the fixed point has gathered so far.
class OfferBook {
 public:
  virtual ~OfferBook() = default;
  // What may be counted in its rule (Supply::shown_root_of). Sorted. `every_holding`: each holding of a credential that was taken more than once.
  virtual void offers(std::uint32_t award, bool every_holding, std::vector<Offer>& out) const = 0;
  // The most that an award that is earned by its rule, and states no amount itself, can be said to stand on.
  virtual Sum most_it_stands_on(std::uint32_t award, table::Measure measure, std::uint32_t unit) const = 0;
};

// Whether the answer of the rule at `root` may depend on which of several holdings is counted.
bool wants_every_holding(const Table& table, std::uint32_t root);
// Whether a condition asks how, when or with what grade something is held, beside what it is.
bool depends_on_the_holding(const table::Condition& condition);

// One credential that the award's rule is likely to count at a node.
struct Likely {
  std::uint32_t credential, node;
  friend auto operator<=>(const Likely&, const Likely&) = default;
};

// Lets a search of `problem` begin with this choice, sorted: what is not in it is not counted at first.
void try_first(Problem& problem, std::span<const Likely> likely);

// What of the award's own rule need not hold: nodes with all that is under them, and conditions.
struct Waived {
  std::vector<std::uint32_t> nodes, conditions;
};

// With what the learner is excused from in the award's rule.
Waived and_excused(const Supply& supply, std::uint32_t award, Waived waived);

// Lays out the problem for `award`, of whose rule some version is in force or shown. `anew`: awards that are earned by their rule choose what they stand on inside the problem; else they stand on
// the choice by which they were earned. `besides`: further conditions (of a title) on the award's own rule. False when the work limit stopped it.
bool lay_out(const Supply& supply, const OfferBook& book, std::uint32_t award, bool anew, const Waived& waived, Work& work,
             Problem& out, table::Range besides = {});

// Whether an item, counted as `source`, is evidence of a competency: itself, or what it brings along. Where it is `brought` with an award that stands on it, ground
// credentials alone come along.
bool shows_competency(const Supply& supply, const Item& item, Source source, const table::Developed& asked, bool brought);

// least_whole.cpp: the least that the rule at `root` counts in all, in the measure of a share on it, when whatever is not waived holds.
Wide least_whole(const Table& table, std::uint32_t root, const table::Condition& share, const Waived& waived);

// ---- parts of laying out ------------------------------------------------------------------------------------------------------
// sharing.cpp: the ways in which an item may be counted, one place or several that may share. False when the work limit stopped it.
bool add_values(const Supply& supply, Item& item, Problem& problem, Work& work);
// Whether a ground credential may be counted at both places.
bool may_share(const Supply& supply, const Problem& problem, std::uint32_t one_place, std::uint32_t other_place);
// between_awards.cpp: what is counted too often elsewhere is left out, and what is certain of the limits between awards is booked as contributions.
bool add_other_awards(const Supply& supply, Problem& problem, Work& work);
// problem_possible.cpp: what may be counted at the most, before anything is decided. False when the work limit stopped it.
bool count_possibilities(const Supply& supply, Problem& problem, Work& work);
// problem_tokens.cpp: what items compete for.
void number_tokens(const Supply& supply, Problem& problem);
// least_whole.cpp: for every share. `waived`: of the award's own rule.
void find_least_wholes(const Supply& supply, const Waived& waived, Problem& problem);
// problem_order.cpp: the order of decisions, twins, and what is always counted.
void put_in_order(const Supply& supply, Problem& problem);

}  // namespace rung::queries
