// What changes in a text, as programs and people read it: a unified difference.
#pragma once

#include <string>
#include <string_view>

namespace rungc {

// Empty when nothing changes. Three lines of context; each part names its lines in both texts.
std::string line_difference(std::string_view path, std::string_view before, std::string_view after);

}  // namespace rungc
