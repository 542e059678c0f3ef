// Whether a rule can be met in a way that counts one credential while others are not held: what "demanded with it" comes down to.
//
// A way is everything that a learner comes to hold so that the rule holds: what the rule counts, what the awards among it are earned from, and what has to be held
// before enrolling in any of it. Decided exactly for the tree of a rule: all of, N of, amounts, alternatives and descriptions, at any depth and through the awards
// that it counts. Left out are conditions on the whole rule, counting once, floors and the order of parts. Each of them can only take ways away, so that what is found
// to be demanded in every way is; and what an agreement exempts from is never demanded. A competency may be shown by prior learning, a gate be met.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/checks/facts.hpp"

namespace rung::checks {

class Ways {
 public:
  explicit Ways(const Facts& facts);

  // How much work one question may take: nodes and members looked at. It is the question's own, so that no answer depends on what was asked before.
  struct Work { std::size_t left = 400'000; };

  // Whether the rule whose root is `root` can be met in a way that counts `credential` and has none of `without` (sorted). None when the work runs out.
  std::optional<bool> counts(std::uint32_t root, std::uint32_t credential, const std::vector<std::uint32_t>& without, Work& work);
  // Whether the tree at `root`, a rule or prerequisites, can hold when everything can be held but what is `barred` (by index, non-zero).
  bool can_hold(std::uint32_t root, const std::vector<char>& barred);

  // The roots of the rules that can count it themselves, ascending.
  const std::vector<std::uint32_t>& counting(std::uint32_t credential) const { return counting_[credential]; }
  // Whether some agreement exempts from it.
  bool exempt(std::uint32_t credential) const { return exempt_[credential] != 0; }

 private:
  struct Held { bool holds = false, counting = false; };
  Held tree(std::uint32_t root, std::uint32_t credential);
  Held node(std::uint32_t root, std::uint32_t at, std::uint32_t credential) const;
  bool can_have_among(const model::Node& node, std::uint32_t credential) const;
  bool can_have(std::uint32_t credential) const { return missing_[credential] == 0; }

  const Facts& facts_;
  const model::Model& model_;
  std::vector<std::vector<std::uint32_t>> counting_;
  std::vector<char> exempt_, barred_, missing_;
  std::vector<Held> held_;
};

}  // namespace rung::checks
