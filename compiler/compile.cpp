#include "compiler/compile.hpp"

#include "compiler/attainable/attainable.hpp"
#include "compiler/checks/checks.hpp"
#include "compiler/losses/losses.hpp"
#include "compiler/model/link.hpp"
#include "compiler/model/program.hpp"
#include "compiler/policy/report.hpp"

namespace rung {

void compile_program(Compiled& compiled, const model::Program& program, std::optional<model::Day> on, Policies policies, std::vector<model::Mention>* mentions) {
  compiled.files_read = compiled.files.size();
  compiled.model = model::link(compiled.files, program, compiled.diagnostics, mentions);
  if (compiled.model.too_large) return;
  checks::run(compiled.model, compiled.diagnostics, on);
  compiled.policies.add(compiled.files, program.trees, compiled.diagnostics);
  // What can be had at all, and what can be lost, is asked of the table, and there is one when there are no errors.
  if (compiled.diagnostics.errors() == 0) attainable::report(compiled.model, compiled.files, compiled.diagnostics);
  if (compiled.diagnostics.errors() == 0) losses::report(compiled.model, compiled.diagnostics);
  if (policies == Policies::checked) check_policies(compiled, on, {});
}

Compiled compile(const std::vector<std::string>& paths, std::optional<model::Day> on, Policies policies, const model::Load& load) {
  Compiled compiled;
  compile_program(compiled, model::read_program(paths, compiled.files, compiled.diagnostics, load), on, policies);
  return compiled;
}

Compiled compile_text(const std::string& name, std::string text, std::optional<model::Day> on) {
  Compiled compiled;
  compile_program(compiled, model::read_text(name, std::move(text), compiled.files, compiled.diagnostics), on, Policies::checked);
  return compiled;
}

void check_policies(Compiled& compiled, std::optional<model::Day> on, const std::vector<std::string>& besides) {
  policy::report(compiled.model, compiled.policies, compiled.files, besides, on, compiled.diagnostics);
}

}  // namespace rung
