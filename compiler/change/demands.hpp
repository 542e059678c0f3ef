// Whether one side's rule asks at least as much as the other's, as far as their shapes show it.
#pragma once

#include "compiler/change/side.hpp"

namespace rung::change {

class Demands {
 public:
  // Both outlive it.
  Demands(const Side& stricter, const Side& other) : strict_(stricter), other_(other) {}

  // Whoever has the award (by its number on each side) by the rules of `stricter` has it by the other's: each part there follows from a part here of its own. False: it is not seen, and may
  // be so or not.
  bool covers(std::uint32_t award, std::uint32_t other_award);

 private:
  bool node_covers(std::uint32_t node, std::uint32_t other);
  bool judge(std::uint32_t node, std::uint32_t other);
  bool members_cover(const table::Node& node, const table::Node& other) const;
  bool limits_cover(std::uint32_t root, std::uint32_t other) const;
  static bool adds_up(const Side& side, std::uint32_t award);
  bool recognises_as_much(const table::Credential& here, const table::Credential& there);
  bool rest_is_the_same(std::uint32_t award, std::uint32_t other_award);

  const Side& strict_;
  const Side& other_;
  std::map<std::uint32_t, bool> known_;    // by award of `stricter`
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> known_nodes_;
};

}  // namespace rung::change
