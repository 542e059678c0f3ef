// From `rung dump --json` back to a table.
#pragma once

#include <string>

#include "runtime/table/image.hpp"

namespace support {

// The image that the dump shows, so that `serialize` gives the bytes that were dumped. Throws nlohmann's exceptions when the dump lacks
// something.
rung::table::Image assemble(const std::string& json);

}  // namespace support
