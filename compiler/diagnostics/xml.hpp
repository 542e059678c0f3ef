// Text as XML 1.0 may hold it.
#pragma once

#include <string>
#include <string_view>

namespace rung::diagnostics {

// In an attribute: markup and line ends as entities; control characters, which no entity may name, and what is no UTF-8 as U+FFFD.
std::string xml_attribute(std::string_view text);
// Between tags, where lines stay lines.
std::string xml_content(std::string_view text);

}  // namespace rung::diagnostics
