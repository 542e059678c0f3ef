#include "compiler/compile.hpp"

#include "compiler/checks/checks.hpp"
#include "compiler/losses/losses.hpp"
#include "compiler/model/link.hpp"
#include "compiler/model/program.hpp"

namespace rung {
namespace {

// The files are read into `compiled` before the rest can look at them.
void finish(Compiled& compiled, const model::Program& program, std::optional<model::Day> on) {
  compiled.model = model::link(compiled.files, program, compiled.diagnostics);
  checks::run(compiled.model, compiled.diagnostics, on);
  // What can be lost is asked of the table, and there is one when there are no errors.
  if (compiled.diagnostics.errors() == 0) losses::report(compiled.model, compiled.diagnostics);
}

}  // namespace

Compiled compile(const std::vector<std::string>& paths, std::optional<model::Day> on) {
  Compiled compiled;
  finish(compiled, model::read_program(paths, compiled.files, compiled.diagnostics), on);
  return compiled;
}

Compiled compile_text(const std::string& name, std::string text, std::optional<model::Day> on) {
  Compiled compiled;
  finish(compiled, model::read_text(name, std::move(text), compiled.files, compiled.diagnostics), on);
  return compiled;
}

}  // namespace rung
