// Exact search over one counting problem: depth first, one item after the other, each decision checked at once against what can still hold.
//
// The search keeps its own stack of decisions (the order of items is the stack), and every decision is undone by the opposite additions.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {

enum class Outcome : std::uint8_t { met, unmet, undecided };

class Assignment {
 public:
  Assignment(const Supply& supply, Problem& problem, Work& work);

  // The first choice by which everything holds that is not waived.
  Outcome decide();
  // Among such choices one that counts the most, the first of those. `undecided`: not proven to be the most, or none found.
  Outcome count_most();
  // Among such choices one in which the ground credentials that the award then stands on sum to the most.
  Outcome weigh_most(table::Measure measure, std::uint32_t unit);
  const Sum& weight() const { return best_weight_; }
  // A choice was found (also when `undecided`).
  bool found() const { return found_; }
  std::uint32_t counted() const { return best_count_; }   // how many credentials it counts
  Choice choice() const;

 private:
  enum class Wanted : std::uint8_t { any, most_counted, most_weight };
  Outcome search(Wanted wanted);
  bool is_better();
  bool next_value(std::uint32_t item_id, std::uint32_t& cursor);
  static std::uint32_t value_at(const Item& item, std::uint32_t cursor);
  bool apply(std::uint32_t item_id, std::uint32_t value);
  void undo(std::uint32_t depth);
  void decided(const Item& item, std::uint32_t value, bool forward);
  void count_at(const Option& option, bool forward);
  void no_longer_possible(const Option& option, bool forward);
  bool limited(const Item& item, std::uint32_t value, const Bound& bound) const;

  void refresh(std::uint32_t place);
  bool is_dead(const Place& place) const;
  void activate(std::uint32_t scope, bool active);
  bool bounds_can_hold();
  // Of a bound that is looked over: whether it can hold. `complete`: everything is decided, and weights are as they are now.
  bool stands(const Bound& bound, bool complete);

  bool use_tokens(const Item& item, std::uint32_t value);
  bool use_token(const Token& token, std::uint32_t place);
  bool compatible(std::uint32_t scope, std::uint32_t one_via, std::uint32_t other_via) const;

  // ---- judging a complete choice (verdict.cpp) ----
  bool holds();
  bool bounds_hold(const Scope& scope, std::uint32_t number);
  bool other_awards_hold(const Scope& scope, std::uint32_t number) const;
  void gather(std::uint32_t scope, std::vector<GroundCounted>& grounds, std::vector<std::uint32_t>& awards) const;
  bool sums_hold(const Scope& scope, std::uint32_t number) const;
  // Order in time (verdict_order.cpp).
  struct InTime {                          // one counted item, at one place or at several
    std::vector<std::uint32_t> at;         // nodes
    std::vector<std::int32_t> days;        // on which it may have been awarded, sorted; empty where none is known
    std::vector<std::uint32_t> taken;      // what is taken for it; only in an order of taking
    std::size_t day = 0;                   // of `days`
    // Of an award that was conferred on the way, since it is refused by now: the turns between which that was.
    std::uint32_t earned = table::none, refused = table::none;
  };
  bool in_order(const Scope& scope, std::uint32_t number) const;
  bool in_turn(const Scope& scope, const std::vector<InTime>& all) const;
  bool is_under(const InTime& one, std::uint32_t part) const;
  std::vector<std::uint32_t> taken_for(const Item& item, Source source) const;
  Weight weight_now(const Item& item, const Weight& weight, table::Measure measure, std::uint32_t unit) const;
  enum class Brings : std::uint8_t { everything, adding };   // adding: what adds to a sum
  std::vector<std::uint32_t> ground_of(const Item& item, Brings what) const;
  std::span<const std::uint32_t> value_of(const Item& item) const;

  struct Use {               // a token counted in a scope: at a place, or (`via` ≥ the number of places) inside an inner scope
    std::uint32_t token, scope, via, before, recognition;
  };

  const Supply& supply_;
  const Table& table_;
  Problem& problem_;
  Work& work_;
  std::uint32_t violations_ = 0;
  std::uint32_t counted_ = 0;
  std::vector<Use> uses_;
  std::vector<std::uint32_t> last_use_;            // by token: uses_, or none
  std::vector<Standing> standings_;                // of the bounds that are looked over, in their order
  std::vector<std::uint32_t> standing_of_;         // by bound: standings_
  std::vector<Way> ways_;
  std::vector<std::uint32_t> rival_counted_;       // by rivalry: how many of its items are counted
  std::vector<std::uint32_t> uses_before_;         // by depth
  std::vector<std::uint32_t> cursors_;             // by depth: the next value to try
  bool found_ = false;
  std::uint32_t best_count_ = 0;
  Wanted wanted_ = Wanted::any;
  table::Measure measure_ = table::Measure::credits;
  std::uint32_t unit_ = table::none;
  Sum best_weight_;
  Choice best_;
  Choice chosen() const;
};

}  // namespace rung::queries
