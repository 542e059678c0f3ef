// The table of a framework that is written in a test and has no errors.
#pragma once

#include <stdexcept>
#include <string>

#include "compiler/compile.hpp"
#include "compiler/emit/table_of.hpp"

namespace rung::testing {

// Throws, and so fails the test, when `text` has errors; says which.
inline Table compiled_table(const std::string& text, const std::string& file = "f.rung") {
  const Compiled compiled = compile_text(file, text);
  if (compiled.diagnostics.errors() != 0) throw std::logic_error(diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false));
  return emit::table_of(compiled.model);
}

}  // namespace rung::testing
