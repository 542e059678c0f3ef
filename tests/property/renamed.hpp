// The same framework and learner under other names: what was credential i is credential `names[i]`.
#pragma once

#include <vector>

#include "tests/property/generate.hpp"

namespace property {

Case renamed(const Case& one, const std::vector<int>& names);
rc::Gen<std::vector<int>> other_names(const oracle::Framework& framework);

}  // namespace property
