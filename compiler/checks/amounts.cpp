#include "compiler/checks/amounts.hpp"

#include <algorithm>

#include "compiler/model/units.hpp"

namespace rung::checks {

using model::Amount;
using model::Measure;
using model::Model;

namespace {

// Hours of one unit, 1 for a unit without a basis.
Wide factor(const Model& model, Yardstick by) {
  if (by.measure != Measure::credits || by.unit == model::none) return 1;
  const Amount hours = model.units[by.unit].hours;
  return hours == table::unknown ? 1 : hours;
}

}  // namespace

std::optional<Wide> amount_of(const Model& model, std::uint32_t id, Yardstick by) {
  const model::Credential& credential = model.credentials[id];
  switch (by.measure) {
    case Measure::credits:
      if (!credential.credits || by.unit == model::none || !model::can_be_added(model, credential.credit_unit, by.unit)) return std::nullopt;
      return credential.credits->value * factor(model, {Measure::credits, credential.credit_unit});
    case Measure::hours: return credential.hours ? std::optional<Wide>(credential.hours->value) : std::nullopt;
    default: return table::millionths;
  }
}

Wide target_of(const Model& model, Amount amount, Yardstick by) { return amount * factor(model, by); }
Wide one_of(const Model& model, Yardstick by) { return target_of(model, table::millionths, by); }

Amount in_unit(const Model& model, Wide amount, Yardstick by, Shown how) {
  const Wide one = factor(model, by);
  return static_cast<Amount>(std::min<Wide>((how == Shown::at_least ? amount + one - 1 : amount) / one, INT64_MAX));
}

std::string written(const Model& model, Amount amount, Yardstick by) {
  const std::string number = model::decimal(amount);
  const bool one = amount == table::millionths;
  if (by.measure == Measure::hours) return number + (one ? " hour" : " hours");
  if (by.measure == Measure::credentials) return number + (one ? " credential" : " credentials");
  const std::string unit = by.unit == model::none ? "credits" : model.units[by.unit].name;
  return number + ' ' + (one && unit == "credits" ? "credit" : unit);
}

}  // namespace rung::checks
