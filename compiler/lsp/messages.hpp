// What a client sends, as JSON.
#pragma once

#include "compiler/lsp/text.hpp"

namespace rung::lsp {

// A message; is_discarded() when it is no JSON. A text of megabytes that is opened is read several times faster than nlohmann reads it.
Json read_message(const std::string& body);

}  // namespace rung::lsp
