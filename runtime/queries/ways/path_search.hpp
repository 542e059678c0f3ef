// The best sets of credentials to take, best first, exactly.
//
// Credentials are decided one after the other by name, taken or left out. Of all half-decided sets the one that could still be cheapest is taken further first
// (best-first search), so that a set that is complete when its turn comes is the best of those not listed yet. Of equal ones the first by name comes first: sets are
// compared as their sorted lists of names.
//
// By several costs, sets of which the first is equal are told apart by the second, and so on. Or they are all listed of which no other is better in one cost and no worse in any (the Pareto
// set): in the same order, what costs at least as much in everything as one that is listed is left out, also as soon as its bounds say so.
#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <span>
#include <vector>

#include "runtime/queries/ways/path_bound.hpp"
#include "runtime/queries/ways/prices.hpp"
#include "runtime/queries/ways/schedule.hpp"

namespace rung::queries {

struct FoundPath {
  std::vector<std::uint32_t> take;         // sorted
  Costs cost{};                            // in all, as Prices count
  bool unstated = false;                   // at least that
  std::optional<Expected> expected;        // how it counts, where that is known
};

class PathSearch {
 public:
  enum class Of : std::uint8_t { the_best, every_compromise };
  // `by`: one or more, each by another cost. `candidates`: what may be taken, sorted. `every_compromise`: the Pareto set.
  PathSearch(const Schedules& schedules, std::span<const Prices> by, std::span<const std::uint32_t> candidates, Of of);

  enum class Next : std::uint8_t { found, none, stopped };
  // The next set that neither contains nor is contained in one found before; of compromises, that is no worse than each of them in some cost.
  Next next(FoundPath& out);
  // No set that is still to come costs less by the first cost; after `stopped`, or before the first call of next().
  Wide bound() const { return queue_.empty() ? 0 : queue_.top().cost[0]; }
  // No set at all does.
  Wide least() const { return least_; }
  // A set that works, not proven to be the best; for when the search was stopped. Empty-handed (false) when even that takes too long.
  bool any(FoundPath& out) const;

 private:
  // What is known of a set with decisions for the first `depth` candidates. Ordered by what it could cost at the least.
  struct State {
    Costs cost{};
    std::uint32_t unstated = 0, count = 0;
    std::uint32_t depth = 0;
    bool works = false;                    // what is taken leads to the award, but for the order in which it is taken
    bool complete = false;                 // it is a path, at exactly this cost
    bool checked = false;                  // what is not decided, together with what is taken, leads to the award
    std::vector<std::uint64_t> bits;       // of candidate i: bit 63 - i % 64 of word i / 64, set when it is taken
  };
  struct Later {
    bool operator()(const State& a, const State& b) const;
  };

  void take_what_is_indispensable(State& start);
  bool takes_to_no_use(const State& state, bool& to_no_use);
  bool expand(State state);
  bool extend(const State& from, bool take, State& out);
  bool finish(State state);
  bool leads_to_award(const State& state);
  bool may_lead_to_award(const State& state) const;
  std::uint32_t decide_as(const State& state, Decision open);
  bool estimate(State& state);
  bool beyond(const State& state) const;
  std::vector<std::uint32_t> taken(const State& state) const;
  bool comparable_to_found(const State& state) const;
  bool is_no_news(const State& state) const;
  bool is_unstated(std::uint32_t place) const;
  bool exact_cost(const State& state, Costs& cost, bool& unstated) const;

  const Schedules& schedules_;
  const Trial& trial_;
  std::span<const Prices> by_;
  Of of_;
  bool larger_may_be_better_ = false;      // a larger set may cost less
  Prices count_;
  std::vector<std::uint32_t> candidates_, places_;
  std::vector<std::uint64_t> indispensable_;   // as State::bits: taken in every set that leads to the award
  PathBound bounds_;
  std::vector<Decision> decisions_;        // by place in the Reach
  std::priority_queue<State, std::vector<State>, Later> queue_;
  struct Found {
    std::vector<std::uint64_t> bits;
    Costs cost;
    std::uint32_t unstated;
  };
  std::vector<Found> found_;
  Wide least_ = 0;
  bool stopped_ = false;
};

}  // namespace rung::queries
