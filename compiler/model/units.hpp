// Units of credit: which can be added, and how they are named.
#pragma once

#include <string>

#include "compiler/model/model.hpp"

namespace rung::model {

// Whether credits of these units (indices) can be: they are the same, or both say how many hours one is.
inline bool can_be_added(const Model& model, std::uint32_t unit, std::uint32_t other) {
  return unit == other || (model.units[unit].hours != table::unknown && model.units[other].hours != table::unknown);
}

// "credits", "credits of northfield"
inline std::string unit_name(const Unit& unit) { return unit.of.empty() ? unit.name : unit.name + " of " + unit.of; }

}  // namespace rung::model
