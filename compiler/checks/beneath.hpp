// What lies beneath awards, at any depth, for the questions that are asked of every award: answered without gathering all of it for each, which along a chain of awards would take the square of
// its length.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/checks/facts.hpp"

namespace rung::checks {

class Beneath {
 public:
  explicit Beneath(const Facts& facts);

  // Whether something that the award may count, itself or through others, could not be read.
  bool is_unread(std::uint32_t award) const { return unread_[award] != 0; }
  // The highest level that is stated of anything there, if any is.
  std::optional<model::Amount> level(std::uint32_t award) const { return level_[award]; }
  // By what the award says that it develops: whether something there develops the same, as far as that or further.
  std::vector<char> developed(std::uint32_t award) const;

 private:
  const Facts& facts_;
  std::vector<std::uint32_t> developers_;      // by competency: how many credentials develop it
  std::vector<char> unread_;                   // by credential
  std::vector<std::optional<model::Amount>> level_;
};

}  // namespace rung::checks
