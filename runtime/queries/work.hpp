// The work limit of one question: steps of exact search, counted the same on every machine.
#pragma once

#include <cstdint>

namespace rung::queries {

struct Work {
  std::uint64_t left;
  bool stopped = false;      // a search wanted more than there was

  bool spend(std::uint64_t steps = 1) {
    if (left < steps) {
      left = 0;
      stopped = true;
      return false;
    }
    left -= steps;
    return true;
  }
};

}  // namespace rung::queries
