// The least fixed point: every award that is earned from what is held and, in a path, from what is taken.
//
// Work starts from what is held and goes along Credential::uses, so it is proportional to what the learner touches, not to the table. An award is
// looked at again when something new can be counted in its rule, or when its rule holds and its prerequisites did not yet.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/queries/counting/assignment.hpp"
#include "runtime/queries/counting/problem.hpp"
#include "runtime/queries/fixed_point/supply.hpp"
#include "runtime/queries/counting/tally.hpp"
#include "runtime/queries/fixed_point/waiting.hpp"
#include "runtime/queries/work.hpp"

namespace rung::queries {

// A set that is known to lead to an award, and to do so only when all of it is taken: before that the award is not looked at, and then that choice is tried first.
struct Expected {
  std::uint32_t award = table::none;
  std::vector<std::uint32_t> take;         // sorted
  std::vector<Likely> counted;             // in the award's rule; sorted
};

// What narrows a fixed point; all pointers outlive it.
struct Bounds {
  const IndexMap* only = nullptr;          // only these awards are looked at
  std::span<const std::uint32_t> first;    // awards to look at whatever is held: those that gates alone may meet
  const IndexMap* without = nullptr;       // awards that are not to be earned
  std::span<const std::uint32_t> take;     // credentials to take as soon as their prerequisites hold
  const Expected* expected = nullptr;
  const IndexMap* delayed = nullptr;       // awards that are not earned, though they could be, until they are let go
};

class Closure : public OfferBook {
 public:
  Closure(const Table& table, const Holdings& holdings, Terms terms, Work& work, const Bounds& bounds = {});

  void run();
  // After run(): what has come of it when this is taken as well and these delayed awards are let go. The same as if that had been so from the start.
  void go_on(std::span<const std::uint32_t> take, std::span<const std::uint32_t> let_go);
  // In an order of taking, where go_on() takes what is named, at once and in a turn of its own: this is about to be taken. `matters`: something is asked of its holders, or refused to them, from now on.
  void begin(std::uint32_t credential, bool matters);

  const Supply& supply() const { return supply_; }
  // Held, or earned by its rule.
  bool has(std::uint32_t award) const { return supply_.is_held(award) || supply_.derived(award) != nullptr; }
  const std::vector<std::uint32_t>& taken() const { return taken_; }   // in an order in which prerequisites hold
  std::vector<std::uint32_t> undecided() const;                        // awards whose rule the work limit left open, sorted
  const std::vector<std::uint32_t>& ripe() const { return ripe_; }     // delayed awards that could be earned, in the order in which they came to that; those let go as well
  const std::vector<std::uint32_t>& came() const { return came_; }     // where awards are delayed: what came to be there in a new way, in this order: earned, taken or recognised
  void offers(std::uint32_t award, bool every_holding, std::vector<Offer>& out) const override;
  Sum most_it_stands_on(std::uint32_t award, table::Measure measure, std::uint32_t unit) const override;

 private:
  struct Touch {
    std::uint32_t node, credential, next;   // credential: none for a gate or a recognised competency
  };
  struct Owner {                            // an award whose rule was touched
    std::uint32_t award;
    std::uint32_t touches = table::none;    // the last of a list
    std::uint32_t passed_on_at = table::none;   // `news_` when those that count it were last told of something new under it
    std::uint32_t waits_at = table::none;   // its place among those that wait for prerequisites
    std::uint32_t choice = table::none;     // choices_: by which its rule holds, until it is earned
    bool queued = false, rule_met = false, earned = false, undecided = false, let_go = false, ripe = false;
  };

  std::uint32_t owner_of(std::uint32_t award);
  void settle_all();
  void earn(std::uint32_t owner);
  void touch(std::uint32_t node, std::uint32_t credential);
  void touch_uses(table::Range uses, std::uint32_t credential);
  void queue(std::uint32_t owner);
  void drain();
  void look_at(std::uint32_t owner);
  void look_at_those_that_count(std::uint32_t owner);
  void settle(std::uint32_t owner);
  void there_is(std::uint32_t credential);
  void look_again(std::uint32_t credential);
  void recognise_with(std::uint32_t credential);
  bool take_what_can_be_taken();
  bool refused(std::uint32_t award) const;
  bool is_too_early(std::uint32_t award) const;
  bool every_part_is_touched(std::uint32_t award, std::uint32_t root);
  Outcome decide(std::uint32_t award, Choice& choice);
  Outcome decide(std::uint32_t award, std::uint32_t root, Choice& choice);
  Outcome search(std::uint32_t award, bool anew, Choice& choice);

  const Table& table_;
  const Holdings& holdings_;
  Work& work_;
  Bounds bounds_;
  Supply supply_;
  IndexMap owner_at_;
  IndexMap noted_;                          // credentials, not held, that are in the touches
  std::vector<Owner> owners_;
  std::vector<Choice> choices_;             // apart from the owners: most rules that are touched don't hold
  std::vector<Touch> touches_;
  std::vector<std::uint32_t> queue_, taken_, ripe_, came_;
  Waiting to_take_, to_settle_;             // what waits for prerequisites: what is to be taken, and awards whose rule holds
  std::size_t next_ = 0;
  bool all_taken_ = false;                  // all that is expected, and the award was looked at for it
  std::uint32_t news_ = 0;                  // how often something came up: earned, taken or recognised
  std::vector<Offer> offers_;
  std::vector<Tally> tallies_;
  std::vector<char> touched_;
};

}  // namespace rung::queries
