// How a path goes in time: what is taken begins and ends, and the fixed point goes on from one end to the next.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "runtime/queries/fixed_point/trial.hpp"
#include "runtime/queries/fixed_point/waiting.hpp"
#include "runtime/queries/ways/prices.hpp"

namespace rung::queries {

// Whether the award's rule says that periods of study may not overlap.
bool is_one_at_a_time(const Trial& trial);

class Clock {
 public:
  // Everything that is named outlives it. `weeks`: Prices by weeks; null: nothing takes time. `take`: sorted. `without`: awards that are not to be earned.
  // `asked_or_refused`, by place in `take`: what is told apart by the order in which things are taken (Sequencing); null: order decides nothing.
  Clock(const Trial& trial, const Prices* weeks, std::span<const std::uint32_t> take, const IndexMap* without, const std::vector<char>* asked_or_refused);

  // Begins everything whose prerequisites hold, but for the places that are held back; and awards that take time.
  void begin_what_may(const std::vector<char>* held_back);
  bool may_begin(std::uint32_t place) const { return !has_begun(place) && !is_busy() && prerequisites_hold(outcome_->supply(), *outcome_, take_[place]); }
  void begin(std::uint32_t place);
  // To the next end of something. False when nothing runs.
  bool go_on();

  bool has_begun(std::uint32_t place) const { return begun_[place] != 0; }
  bool has_ended(std::uint32_t place) const { return outcome_->supply().is_taken(take_[place]); }
  bool is_idle() const { return running_.empty(); }
  bool ends_now() const;                   // something that runs takes no more time
  bool reached() const { return reached_; }
  bool is_over() const { return reached_ && left_ == 0 && running_.empty(); }
  Wide now() const { return now_; }
  Wide weeks() const { return weeks_needed_; }   // when the award was had
  const std::vector<std::uint32_t>& order() const { return order_; }   // what has begun, by the time it began; what began at once, by name
  const Closure& outcome() const { return *outcome_; }

 private:
  struct Run {
    Wide ends;
    std::uint32_t credential;
    bool award;
  };

  Wide length(std::uint32_t credential) const { return weeks_ == nullptr ? 0 : weeks_->price[trial_.reach().place.find(credential)]; }
  bool is_busy() const { return one_at_a_time_ && !running_.empty(); }
  void begin_awards();
  void finish_what_ends();
  void look_at_the_award();

  const Trial& trial_;
  const Prices* weeks_;
  std::span<const std::uint32_t> take_;    // by place in it:
  const std::vector<char>* asked_or_refused_;
  bool one_at_a_time_;                     // periods of study may not overlap
  Waiting waiting_;
  std::vector<char> begun_;
  std::size_t left_;                       // how many have not begun
  IndexMap delayed_;
  std::optional<Closure> outcome_;         // of what has ended
  std::size_t came_ = 0, ripe_seen_ = 0;   // how far its lists have been read
  std::set<std::uint32_t> ripe_;           // awards that could begin
  Wide now_ = 0, weeks_needed_ = 0;
  bool reached_ = false;
  std::vector<Run> running_;
  std::vector<std::uint32_t> order_;
};

}  // namespace rung::queries
