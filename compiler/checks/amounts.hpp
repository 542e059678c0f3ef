// Sums of what credentials state, exact over frameworks whose units differ.
//
// Amounts are compared on the footing of runtime/queries/counting/amounts.hpp: where a unit has a basis in hours, millionths of it times the hours of one; where it has none,
// millionths of it. So nothing is ever divided, and 3 ECTS of 25 hours are 5 credits of 15. What a message shows is rounded to the side on which it stays true.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compiler/model/model.hpp"

namespace rung::checks {

using model::Wide;

// A measure and its unit, as a node or a condition has them.
struct Yardstick {
  model::Measure measure;
  std::uint32_t unit;
};

inline Yardstick yardstick(const model::Node& node) { return {node.measure, node.unit}; }
inline Yardstick yardstick(const model::Condition& condition) { return {condition.measure, condition.unit}; }

// More than any real amount: what may be any. Sums end there, and so its product with any percentage fits Wide.
constexpr Wide plenty = Wide{1'000'000'000'000'000} * 100'000'000'000'000;

inline Wide sum(Wide a, Wide b) { return a + b < plenty ? a + b : plenty; }

// What counting a credential adds; nothing when it is not stated (an award that states none has the sum of what it stands on), or not in a unit that can be added.
std::optional<Wide> amount_of(const model::Model& model, std::uint32_t credential, Yardstick by);
// The same where an amount that nobody stated may be any.
inline Wide most_of(const model::Model& model, std::uint32_t credential, Yardstick by) { return amount_of(model, credential, by).value_or(plenty); }
// An amount in the unit of `by`, on the same footing.
Wide target_of(const model::Model& model, model::Amount amount, Yardstick by);
// One whole of the unit, on that footing.
Wide one_of(const model::Model& model, Yardstick by);

// Back to millionths of the unit. `at_most`: what is there, rounded down; `at_least`: what is needed, rounded up.
enum class Shown : std::uint8_t { at_most, at_least };
model::Amount in_unit(const model::Model& model, Wide amount, Yardstick by, Shown how);
// "24 credits", "30 hours", "1 credential"
std::string written(const model::Model& model, model::Amount amount, Yardstick by);
inline std::string written(const model::Model& model, Wide amount, Yardstick by, Shown how) { return written(model, in_unit(model, amount, by, how), by); }

}  // namespace rung::checks
