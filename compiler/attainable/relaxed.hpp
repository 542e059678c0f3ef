// Models that ask less: what is left out of a rule to see whether the rest of it can be met. Each change only takes demands away, so that what cannot be met by what is left
// could not be met by all of it.
#pragma once

#include "compiler/model/model.hpp"

namespace rung::attainable {

// One thing that an award asks.
struct Demand {
  enum class What : std::uint8_t { node, condition, bar, prerequisites } what;
  std::uint32_t index;                     // nodes, conditions, the place in Credential::withheld_from; of prerequisites their root
  model::Span span;
};

// All that the rule of an award asks, and its prerequisites: the parts that it asks all of, what bounds it as a whole, what it is withheld for.
std::vector<Demand> demands_of(const model::Model& model, std::uint32_t award);

// Nobody is asked for it any more.
void leave_out(model::Model& model, const std::vector<Demand>& some, std::uint32_t award);
// Who wants any of `awards` has it.
void give_away(model::Model& model, const std::vector<std::uint32_t>& awards);
// What is not asked of those who hold something or meet a gate is asked of nobody, since somebody may be one of them.
void ask_only_what_all_are_asked(model::Model& model);
// The parts at `nodes`, of the rule at `root`, may share what they count.
void let_share(model::Model& model, std::uint32_t root, std::vector<std::uint32_t> nodes);

}  // namespace rung::attainable
