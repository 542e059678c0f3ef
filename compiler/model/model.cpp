#include "compiler/model/model.hpp"

#include <algorithm>

namespace rung::model {

std::span<const Condition> Model::conditions_of(std::uint32_t root) const {
  const auto before = [](const Condition& condition, std::uint32_t of) { return condition.root < of; };
  const auto first = std::lower_bound(conditions.begin(), conditions.end(), root, before);
  return {first, std::lower_bound(first, conditions.end(), root + 1, before)};
}

std::string_view short_name(std::string_view qualified) { return qualified.substr(qualified.rfind('.') + 1); }

std::string decimal(Amount millionths) {
  const bool negative = millionths < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(millionths) : static_cast<std::uint64_t>(millionths);
  std::string out = std::to_string(size / table::millionths);
  if (const std::uint64_t rest = size % table::millionths; rest != 0) {
    std::string places = std::to_string(rest);
    places.insert(0, 6 - places.size(), '0');
    places.erase(places.find_last_not_of('0') + 1);
    out += '.' + places;
  }
  return negative ? '-' + out : out;
}

}  // namespace rung::model
