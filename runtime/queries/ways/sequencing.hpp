// What the order in which things are taken decides: `after`, the last credits from somewhere, bars on awards that are earned on the way, and parts that are asked of holders.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

class Sequencing {
 public:
  // Of everything in reach of the trial's award.
  explicit Sequencing(const Trial& trial);

  // False: any order in which prerequisites hold will do.
  bool matters() const { return !pairs_.empty() || !asked_or_refused_.empty(); }
  // Whether a rule may count the second, or an award that stands on it, at a part that comes after one at which it may count the first; or as the last credits from somewhere, and the first from elsewhere.
  bool comes_before(std::uint32_t first, std::uint32_t second) const;
  // Whether one rule may count both at both of two parts that share and of which one comes after the other.
  bool may_go_together(std::uint32_t one, std::uint32_t other) const;
  // Whether to hold it makes an award on the way refused, or makes more asked for something.
  bool is_asked_or_refused(std::uint32_t credential) const;
  // Whether holding `credential` is looked at where `other` is earned or taken.
  bool looks_at(std::uint32_t other, std::uint32_t credential) const;
  // By place in `take`, sorted: what may have to wait though its prerequisites hold.
  std::vector<char> late(std::span<const std::uint32_t> take) const;

 private:
  void add_pairs(std::uint32_t award);
  void add_last_ones(std::uint32_t rule, const table::Condition& condition);
  void add_conditions(std::uint32_t credential);
  std::vector<std::uint32_t> countable_under(std::uint32_t node) const;

  const Trial& trial_;
  struct Pair {                            // what may be taken for a part, and for one that comes after it; sorted
    std::vector<std::uint32_t> first, second;
    bool shared;                           // the rule lets some parts share
  };
  std::vector<Pair> pairs_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> asked_or_refused_;   // a credential, and what looks at whether it is held; sorted
};

}  // namespace rung::queries
