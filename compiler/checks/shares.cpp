#include "compiler/checks/shares.hpp"

#include <algorithm>
#include <numeric>

namespace rung::checks {

using model::Rounding;

Wide share_of(const model::Model& model, Wide total, const model::Condition& condition) {
  // In lowest terms, so that the product fits; more than all is all.
  const Wide hundred = Wide{100} * table::millionths * condition.divisor;
  const Wide percent = std::min<Wide>(condition.percent, hundred), common = std::gcd(static_cast<std::int64_t>(percent), static_cast<std::int64_t>(hundred));
  const Wide exact = total * (percent / common), under = hundred / common;
  const Wide one = one_of(model, yardstick(condition)), whole = under * one;
  const Wide down = exact / whole;
  const Wide rest = exact % whole;
  switch (condition.rounding) {
    case Rounding::up: return (rest == 0 ? down : down + 1) * one;
    case Rounding::down: return down * one;
    case Rounding::nearest: return (rest * 2 >= whole ? down + 1 : down) * one;
    default: return table::is_limit(condition.kind) ? exact / under : (exact + under - 1) / under;
  }
}

Wide bound_of(const model::Model& model, Wide total, const model::Condition& condition) {
  const Wide amount = condition.amount == table::unknown ? 0 : target_of(model, condition.amount, yardstick(condition));
  if (condition.percent == table::unknown) return amount;
  const Wide share = share_of(model, total, condition);
  if (condition.combined == table::Combined::larger) return std::max(share, amount);
  return condition.combined == table::Combined::smaller ? std::min(share, amount) : share;
}

std::string written_share(const model::Condition& condition) {
  if (condition.divisor == 1) return model::decimal(condition.percent) + " %";
  return model::decimal(condition.percent / 100) + "/" + std::to_string(condition.divisor);
}

}  // namespace rung::checks
