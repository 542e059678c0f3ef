// In which order a path is taken, and how long that takes: any number of things run side by side, and each begins as soon as it may.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "runtime/queries/fixed_point/trial.hpp"
#include "runtime/queries/ways/prices.hpp"
#include "runtime/queries/ways/sequencing.hpp"

namespace rung::queries {

// What is found out about orders, shared by all who ask about the ways to one award.
class Schedules {
 public:
  // The trial, and what it refers to, outlives it.
  explicit Schedules(const Trial& trial) : trial_(trial), sequencing_(trial) {}

  const Trial& trial() const { return trial_; }
  bool matter() const { return sequencing_.matters(); }   // false: whatever leads to the award does so in any order in which prerequisites hold

  // Whether the award is had when `take`, sorted, is taken in some order. `without`: awards that are not to be earned. When `trial().work()` stopped it, or its part of the work was used up (`left_open()`), false says nothing.
  bool earns(std::span<const std::uint32_t> take, const IndexMap* without = nullptr) const;
  // Of what is known to lead to the award in any order, whether it does so in one that can be gone.
  bool has_order(std::span<const std::uint32_t> take, const IndexMap* without = nullptr) const;

  struct Timeline {
    std::vector<std::uint32_t> order;      // what is taken, by the time it begins; what begins at once, by name
    Wide weeks = 0;                        // when the award is had
    bool reached = false;                  // false: never, or the work limit stopped it
    bool proven = true;                    // no order is shorter, or there is none
    std::shared_ptr<const Closure> outcome{};   // of all that is taken in this order; null where any order will do
  };
  // The shortest; or, where the order could not be worked out, one that may be too short. `weeks`: Prices by weeks.
  Timeline timeline(const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without = nullptr) const;

  // Something could not be decided within the work that one set is worth: what was said to have no order may have one, and what takes some time may take less.
  bool left_open() const { return left_open_; }

 private:
  bool needs_order(std::span<const std::uint32_t> take) const;
  Timeline in_any_order(const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without) const;

  const Trial& trial_;
  Sequencing sequencing_;
  mutable bool left_open_ = false;
};

using Timeline = Schedules::Timeline;

}  // namespace rung::queries
