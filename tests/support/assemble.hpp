// From `rung dump --json` back to a table.
#pragma once

#include <string>

#include "compiler/emit/image.hpp"

namespace support {

// The image that the dump shows, so that `serialize` gives the bytes that were dumped. Throws nlohmann's exceptions when the dump lacks
// something.
rung::emit::Image assemble(const std::string& json);

}  // namespace support
