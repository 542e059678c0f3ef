// The search for an order in which a path can be gone, where that is not any order in which prerequisites hold.
//
// Only some things ever have to wait though their prerequisites hold: what may be counted for a part that comes after another one, and what is asked or refused to holders (Sequencing). All else
// begins as soon as it may, which keeps nothing from anything. Of what may have to wait, each is tried now or later: depth first, from the beginning again after a dead end.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "runtime/queries/ways/clock.hpp"
#include "runtime/queries/ways/schedule.hpp"

namespace rung::queries {

class OrderSearch {
 public:
  // All outlive it. `take`: sorted.
  OrderSearch(const Trial& trial, const Sequencing& sequencing, std::span<const std::uint32_t> take, const IndexMap* without);

  // Any order that leads to the award, without regard to time. `proven`: when none was found, there is none.
  Timeline any();
  // The shortest of those that are shorter than `known`, else `known`; no other is shorter than `least`. `proven`: none is shorter.
  Timeline shortest(const Prices& weeks, Timeline known, Wide least);

 private:
  using Batch = std::vector<std::uint32_t>;   // places that begin together; empty: whatever may have to wait waits
  struct Choice {
    std::vector<Batch> options;
    std::size_t next;                      // behind the one that is chosen
    std::uint32_t moves;                   // how often time went on by itself before it
    std::vector<std::uint32_t> asleep;     // places that need not come next, sorted
  };

  template <class Visit>
  bool each_schedule(const Prices* weeks, bool at_once, Visit visit);
  void apply(Clock& clock, const Batch& batch, std::vector<char>& held_back) const;
  void settle(Clock& clock, std::vector<char>& held_back) const;
  std::vector<Batch> options(const Clock& clock, bool at_once, bool one_at_a_time, const std::vector<char>& held_back, const std::vector<std::uint32_t>& asleep);
  std::vector<std::uint32_t> asleep_after(const Clock& clock, const Choice& choice, std::size_t begun) const;
  static Timeline told(const Clock& clock);

  const Trial& trial_;
  const Sequencing& sequencing_;
  std::span<const std::uint32_t> take_;
  const IndexMap* without_;
  std::vector<char> late_, asked_or_refused_;        // by place
  std::vector<std::vector<std::uint32_t>> before_;   // by place: places that may have to come before it
  bool narrowed_ = false;                  // ways to begin several things at once were left out
  Wide most_ = 0;                          // schedules that take as long are of no interest
  std::vector<Choice> choices_;
};

}  // namespace rung::queries
