// What a way to an award takes for each part of the award's rule: the best of what is open there, when the way is the best one.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung {

class TakenFor {
 public:
  TakenFor(const Table& table, const Path& way);

  // For the part at a node of the award's rule, or one in it; sorted. What is taken as a prerequisite is for no part, and what is taken for one part for no other.
  std::vector<std::uint32_t> part(std::uint32_t node) const;
  // Of the members of a node of the award's prerequisites those that the way takes, or earns; sorted.
  std::vector<std::uint32_t> before_enrolling(std::uint32_t node) const;
  // For no part; sorted.
  const std::vector<std::uint32_t>& besides() const { return besides_; }

 private:
  const Table& table_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_node_;   // node, credential; sorted
  std::vector<std::uint32_t> besides_, had_;                       // sorted
};

}  // namespace rung
