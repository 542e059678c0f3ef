// Diagnostics as JSON, for answers that show them beside what was asked for.
#pragma once

#include <nlohmann/json.hpp>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {

// {"diagnostics": […], "errors": …, "warnings": …}, as `as_json` writes it.
nlohmann::ordered_json json_of(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language);

}  // namespace rung::diagnostics
