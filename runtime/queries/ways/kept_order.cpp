#include "runtime/queries/ways/kept_order.hpp"

#include <algorithm>

#include "runtime/queries/ways/clock.hpp"

namespace rung::queries {
namespace {

class Keeper {
 public:
  Keeper(const Timeline& order, const Trial& trial, const Sequencing& sequencing, std::span<const std::uint32_t> take)
      : order_(order), trial_(trial), sequencing_(sequencing), supply_(order.outcome->supply()), take_(take), asked_or_refused_(take.size()), ended_(take.size()), had_(take.size()), together_(take.size()) {
    for (std::uint32_t place = 0; place < take.size(); ++place) {
      asked_or_refused_[place] = sequencing.is_asked_or_refused(take[place]) ? 1 : 0;
      for (std::uint32_t other = 0; other < take.size(); ++other)
        if (other != place && sequencing.may_go_together(take[place], take[other]) && supply_.turn_begun(take[place]) == supply_.turn_begun(take[other])) together_[place].push_back(other);
    }
  }

  // As it was counted; what is refused to holders waits for what it would be refused for.
  void keep_what_counts() {
    for (const std::uint32_t award : supply_.derived_in_order()) {
      keep_parts_of(award);
      for (std::uint32_t place = 0; place < take_.size(); ++place)
        if (sequencing_.looks_at(award, take_[place]) && supply_.was_there(award, from_rule, supply_.turn_begun(take_[place]))) had_[place].push_back(award);
    }
    for (std::uint32_t place = 0; place < take_.size(); ++place)
      for (std::uint32_t other = 0; other < take_.size(); ++other)
        if (other != place && sequencing_.looks_at(take_[other], take_[place]) && supply_.turn_begun(take_[other]) <= supply_.turn_begun(take_[place])) ended_[place].push_back(other);
  }

  // Nothing that may have to wait begins before whatever came before it.
  void keep_everything() {
    const std::vector<char> late = sequencing_.late(take_);
    for (std::uint32_t place = 0; place < take_.size(); ++place) {
      if (late[place] == 0) continue;
      for (std::uint32_t other = 0; other < take_.size(); ++other)
        if (supply_.turn_ended(take_[other]) <= supply_.turn_begun(take_[place])) ended_[place].push_back(other);
      for (const std::uint32_t award : supply_.derived_in_order())
        if (supply_.was_there(award, from_rule, supply_.turn_begun(take_[place]))) had_[place].push_back(award);
    }
  }

  Timeline go(const Prices& weeks, const IndexMap* without) const {
    Clock clock(trial_, &weeks, take_, without, &asked_or_refused_);
    std::vector<char> waits(take_.size()), held_back(take_.size());
    do {
      for (std::uint32_t place = 0; place < take_.size(); ++place) {
        waits[place] = std::any_of(ended_[place].begin(), ended_[place].end(), [&](std::uint32_t first) { return !clock.has_ended(first); }) ||
                       std::any_of(had_[place].begin(), had_[place].end(), [&](std::uint32_t award) { return clock.outcome().supply().derived(award) == nullptr; });
      }
      held_back = waits;
      for (std::uint32_t place = 0; place < take_.size(); ++place)
        for (const std::uint32_t other : together_[place])
          if (waits[other] != 0 || !clock.may_begin(other)) held_back[place] = 1;
      clock.begin_what_may(&held_back);
    } while (!clock.is_over() && clock.go_on());
    Timeline out;
    out.order = clock.order();
    out.weeks = clock.weeks();
    out.reached = clock.is_over();
    out.outcome = std::make_shared<const Closure>(clock.outcome());
    return out;
  }

 private:
  void keep_parts_of(std::uint32_t award) {
    const auto nodes = trial_.table().nodes();
    const std::uint32_t rule = supply_.root_of(award);
    const auto taken_under = [&](std::uint32_t part) {
      std::vector<std::uint32_t> out;
      for (const CountedOffer& counted : supply_.derived(award)->counted)
        if (part <= counted.node && counted.node < nodes[part].end)
          for (const std::uint32_t one : supply_.taken_for(counted.credential, counted.source)) out.push_back(one);
      return out;
    };
    for (std::uint32_t later = rule; later < nodes[rule].end; ++later)
      for (const std::uint32_t earlier : trial_.table().list(nodes[later].after)) {
        const auto first = taken_under(earlier);
        for (const std::uint32_t one : taken_under(later)) {
          const std::uint32_t place = place_of(one);
          for (const std::uint32_t other : first)
            if (place < take_.size() && place_of(other) < take_.size() && supply_.turn_ended(other) <= supply_.turn_begun(one)) ended_[place].push_back(place_of(other));
        }
      }
  }

  std::uint32_t place_of(std::uint32_t credential) const {
    const auto at = std::lower_bound(take_.begin(), take_.end(), credential);
    return static_cast<std::uint32_t>((at != take_.end() && *at == credential ? at : take_.end()) - take_.begin());
  }

  const Timeline& order_;
  const Trial& trial_;
  const Sequencing& sequencing_;
  const Supply& supply_;
  std::span<const std::uint32_t> take_;    // by place in it:
  std::vector<char> asked_or_refused_;
  std::vector<std::vector<std::uint32_t>> ended_, had_, together_;   // places that have ended and awards that are had before it begins; places that begin with it
};

}  // namespace

Timeline keeping_to(const Timeline& order, const Trial& trial, const Sequencing& sequencing, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without) {
  Keeper loosely(order, trial, sequencing, take);
  loosely.keep_what_counts();
  Timeline out = loosely.go(weeks, without);
  if (out.reached || trial.work().stopped) return out;
  Keeper strictly(order, trial, sequencing, take);
  strictly.keep_everything();
  return strictly.go(weeks, without);
}

}  // namespace rung::queries
