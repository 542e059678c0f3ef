// Microcredentials (and badges) without an outcome of their own that are only ever counted together.
#pragma once

#include <map>
#include <vector>

#include "compiler/checks/independent_value.hpp"

namespace rung::checks {

class Crutches {
 public:
  explicit Crutches(const Worth& worth);

  // All that lean on each other with it, itself included, ascending; empty when nothing does.
  const std::vector<std::uint32_t>& leaning(std::uint32_t credential) const { return leaning_[credential]; }
  // Whether the work ran out before it was known.
  bool unknown(std::uint32_t credential) const { return unknown_[credential] != 0; }

 private:
  std::vector<std::vector<std::uint32_t>> leaning_;   // by credential
  std::vector<char> unknown_;
};

}  // namespace rung::checks
