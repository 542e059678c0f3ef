// "What if these were taken?" — asked of the same fixed point that says what is earned, so that a path is never judged by other rules than a learner.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/queries/fixed_point/closure.hpp"
#include "runtime/queries/ways/reach.hpp"

namespace rung::queries {

// Everything a trial refers to outlives it.
class Trial {
 public:
  Trial(const Table& table, const Holdings& holdings, const Reach& reach, std::uint32_t award, Work& work)
      : table_(table), holdings_(holdings), reach_(reach), award_(award), work_(work) {}

  // What is asked from now on, of this trial and its copies, is told apart by this set of its award, which outlives them: nothing that is known has to be searched again. Null: nothing is expected.
  void expect(const Expected* expected) { expected_ = expected; }

  // The fixed point when `take` is taken. `without`: awards that are not to be earned.
  Closure outcome(std::span<const std::uint32_t> take, const IndexMap* without = nullptr) const;
  // The same for a learner who meets only the gates of `holdings`.
  Closure outcome(const Holdings& holdings, std::span<const std::uint32_t> take, const IndexMap* without) const;

  // When nothing is taken yet: to go on from. `delayed`: Bounds. `in_order`: Terms.
  Closure beginning(const IndexMap* without, const IndexMap* delayed, bool in_order = false) const;

  // Whether the award is then had. When the work limit stopped it (`work.stopped`), false says nothing.
  bool works(std::span<const std::uint32_t> take, const IndexMap* without = nullptr) const { return has_award(outcome(take, without)); }
  bool has_award(const Closure& outcome) const;

  const Table& table() const { return table_; }
  const Holdings& holdings() const { return holdings_; }
  const Reach& reach() const { return reach_; }
  std::uint32_t award() const { return award_; }
  Work& work() const { return work_; }

 private:
  Closure run(const Holdings& holdings, std::span<const std::uint32_t> take, const IndexMap* without, const IndexMap* delayed, bool in_order = false) const;

  const Table& table_;
  const Holdings& holdings_;
  const Reach& reach_;
  std::uint32_t award_;
  Work& work_;
  const Expected* expected_ = nullptr;
};

}  // namespace rung::queries
