// The tables that are asked: those of the examples, and the registry's. Each is made when first wanted and kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/learner/learner.hpp"
#include "runtime/table/table.hpp"

namespace bench {

struct Asked {
  std::string bytes;
  rung::Table table;
  rung::Holdings holdings;        // an example's `halfway` learner or its like; of the registry, twenty holdings in one school
  std::uint32_t award = 0;        // what is asked about
  std::uint32_t taken = 0;        // a credential without a rule
};

inline constexpr std::string_view tables[] = {"lambton", "mcmaster", "hku-space", "suny-canton", "registry"};

const Asked& asked(std::string_view name);

}  // namespace bench
