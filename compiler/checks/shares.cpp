#include "compiler/checks/shares.hpp"

#include <algorithm>

namespace rung::checks {

using model::Amount;
using model::Rounding;

Amount share_of(Amount total, const model::Condition& condition) {
  const model::Wide exact = static_cast<model::Wide>(total) * condition.percent;   // millionths of millionths of a hundredth
  const model::Wide one = model::Wide{100} * table::millionths * condition.divisor;
  const model::Wide whole = one * table::millionths;
  const model::Wide down = exact / whole;
  const model::Wide rest = exact % whole;
  switch (condition.rounding) {
    case Rounding::up: return static_cast<Amount>((rest == 0 ? down : down + 1) * table::millionths);
    case Rounding::down: return static_cast<Amount>(down * table::millionths);
    case Rounding::nearest: return static_cast<Amount>((rest * 2 >= whole ? down + 1 : down) * table::millionths);
    default: return static_cast<Amount>(table::is_limit(condition.kind) ? exact / one : (exact + one - 1) / one);
  }
}

Amount bound_of(Amount total, const model::Condition& condition) {
  if (condition.percent == table::unknown) return condition.amount;
  const Amount share = share_of(total, condition);
  if (condition.combined == table::Combined::larger) return std::max(share, condition.amount);
  return condition.combined == table::Combined::smaller ? std::min(share, condition.amount) : share;
}

std::string written_share(const model::Condition& condition) {
  if (condition.divisor == 1) return model::decimal(condition.percent) + " %";
  return model::decimal(condition.percent / 100) + "/" + std::to_string(condition.divisor);
}

}  // namespace rung::checks
