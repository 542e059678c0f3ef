// "Did you mean …": the name most like one that is not there.
#pragma once

#include <optional>
#include <string_view>

#include "runtime/table/short_names.hpp"

namespace rung::table {

// The name with the fewest letters changed, added or left out, compared whole and by its last part; the first by name among equals. None
// when no name is near: at most one letter in three differs, and three at the most. A walk over all names, with a short look at each.
std::optional<std::string_view> nearest_name(const NameList& names, std::string_view wanted);

}  // namespace rung::table
