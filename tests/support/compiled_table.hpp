// The table of a framework that is written in a test and has no errors.
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>

#include "compiler/compile.hpp"
#include "compiler/emit/table_of.hpp"

namespace rung::testing {

// Throws, and so fails the test, when `text` has errors but for those of one kind; says which.
inline Table compiled_table(const std::string& text, const std::string& file = "f.rung", std::optional<diagnostics::Kind> but_for = std::nullopt) {
  const Compiled compiled = compile_text(file, text);
  const auto all = compiled.diagnostics.sorted();
  if (std::any_of(all.begin(), all.end(), [&](const auto& one) { return severity(one) == diagnostics::Severity::error && one.kind != but_for; })) throw std::logic_error(diagnostics::as_text(compiled.files, all, false));
  return emit::table_of(compiled.model);
}

}  // namespace rung::testing
