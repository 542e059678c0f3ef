// The cheapest filling, by branch and bound: rents (rents.hpp) say what nothing can cost less than, a builder (builder.hpp) what something costs; where they do not meet, one thing is decided
// both ways. The stack of decisions is kept here, not on the machine's.
#pragma once

#include "runtime/queries/ways/filling/builder.hpp"

namespace rung::queries::filling {

class Branches {
 public:
  // Everything is decided on `decisions`, and taken back.
  Branches(const Filling& filling, Decisions& decisions, Work& work);

  enum class Wanted : char { cheapest, any };
  // Sets `best`, which is nothing at first, when something costs less than `limit`. False when the work limit stopped it; then `best` is as good as was found.
  bool search(Wanted wanted, std::int64_t limit, Filled& best);
  // Nothing costs less, as the first look of the last search saw it; and the rents by which it saw that.
  std::int64_t bound() const { return bound_; }
  const RentsAndTolls& first_rents() const { return first_rents_; }
  // One look from where decisions stand: raises the bound, and decides what every filling must have in common that costs less than `limit`. False when there is none.
  bool narrow(std::int64_t limit);
  // The bound alone.
  std::int64_t least(std::int64_t limit, std::uint32_t rounds);

  // Some filling, as decisions stand, or none.
  Filled build() { return builder_.build(rents_); }
  // Rents are kept from one search to the next, and are a good beginning for one that is alike.
  void set(const RentsAndTolls& rents) { rents_.set(rents); }

 private:
  struct Split {                           // one thing, decided one way and then the other
    bool is_entry;
    std::uint32_t which;
    bool first;                            // the way that is tried first
    bool second_tried = false;
    std::size_t mark;
    RentsAndTolls rents;
  };

  bool look(std::uint32_t rounds, std::int64_t& limit, Filled& best, bool& closed);
  bool choose(Split& split) const;
  bool decide(const Split& split, bool way);

  const Filling& filling_;
  Decisions& decisions_;
  Work& work_;
  Rents rents_;
  Builder builder_;
  std::int64_t bound_ = 0;
  RentsAndTolls first_rents_;
};

}  // namespace rung::queries::filling
