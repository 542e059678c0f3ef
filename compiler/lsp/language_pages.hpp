// docs/language.md and docs/policies.md, embedded by pages.cmake.
#pragma once

#include <string_view>

namespace rung::lsp {

std::string_view language_pages();

}  // namespace rung::lsp
