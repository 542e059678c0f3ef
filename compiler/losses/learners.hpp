// Learners made up for a message, and what they are entitled to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/model.hpp"
#include "runtime/queries/queries.hpp"

namespace rung::losses {

// What somebody holds: credentials that are taken (each with the best grade), sorted, gates that they meet, and awards conferred on them.
struct Someone {
  struct Conferred {
    std::uint32_t award;
    std::vector<std::uint32_t> counted;  // what it was awarded for, sorted
  };
  std::vector<std::uint32_t> taken, gates;
  std::vector<Conferred> conferred{};
};

class Learners {
 public:
  // `asked`: the model whose table is asked; the same as `model` but for what takes something away.
  Learners(const model::Model& model, const model::Model& asked);

  // Those who are on a shortest way to `award`, the shortest first; `from`: who has that much already. `proven`: there is no other way when this is empty.
  std::vector<Someone> on_the_way_to(std::uint32_t award, std::uint32_t how_many, bool* proven = nullptr, const Someone* from = nullptr);
  // Whether `award` is earned by its rule; none when it can't be told, or when nothing more may be asked.
  std::optional<bool> earns(const Someone& who, std::uint32_t award);
  // The ground credentials that a choice for `award` counts, awards counted in it included; sorted.
  std::vector<std::uint32_t> counted_for(const Someone& who, std::uint32_t award);
  // The ground credentials that the rule of `award` can count, in the end; sorted.
  std::vector<std::uint32_t> countable(std::uint32_t award) const;

 private:
  Holdings holdings_of(const Someone& who) const;
  bool may_ask();

  const model::Model& model_;
  Table table_;
  std::uint32_t questions_ = 0;
};

Someone together(const Someone& one, const Someone& other);

}  // namespace rung::losses
