// Which awards take longer to earn than something that they cannot be earned without is valid.
#pragma once

#include <optional>
#include <vector>

#include "compiler/checks/facts.hpp"

namespace rung::checks {

class Validity {
 public:
  explicit Validity(const Facts& facts);

  // Awards that cannot be earned without it and take longer than it is valid, the quickest first, a few; none when the work ran out before that was known.
  const std::optional<std::vector<std::uint32_t>>& outlasting(std::uint32_t credential) const { return outlasting_[credential]; }
  // The fastest way to an award, at the least: millionths of a week.
  model::Amount weeks(std::uint32_t award) const { return weeks_[award]; }

 private:
  std::optional<std::vector<std::uint32_t>> of(std::uint32_t credential);
  bool outlasts(std::uint32_t award, std::uint32_t months) const;
  std::optional<bool> is_needed(std::uint32_t credential, std::uint32_t award, const std::vector<std::uint32_t>& above);

  const Facts& facts_;
  const model::Model& model_;
  std::vector<model::Amount> weeks_;
  std::vector<char> given_, exempt_, barred_;
  graph::Graph needed_by_;
  std::size_t looked_at_ = 0;
  std::vector<std::optional<std::vector<std::uint32_t>>> outlasting_;   // by credential
};

}  // namespace rung::checks
