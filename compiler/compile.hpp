// The pipeline, in one place: files → syntax trees → model → checks → policies → what can be had and lost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"
#include "compiler/model/names.hpp"
#include "compiler/model/program.hpp"
#include "compiler/policy/library.hpp"

namespace rung {

struct Compiled {
  source::Files files;            // every file that was read, in the order of reading; then the built-in policies that were asked for
  std::size_t files_read = 0;     // how many of them are files
  diagnostics::Sink diagnostics;
  model::Model model;             // to be emitted only when there are no errors
  policy::Library policies;       // of these files, and the built-in ones
};

// Whether the policies that a framework conforms to are checked; who asks only what it says of itself need not know.
enum class Policies : std::uint8_t { checked, left_out };

// Never fails: what is wrong is in `diagnostics`. `on`: the day of the check, for what is overdue on it; without it nothing depends on any day.
Compiled compile(const std::vector<std::string>& paths, std::optional<model::Day> on = {}, Policies policies = Policies::checked, const model::Load& load = source::load);
// The same of files that have been read already, into `compiled.files` and nothing else: for who keeps their trees, such as an editor.
void compile_program(Compiled& compiled, const model::Program& program, std::optional<model::Day> on, Policies policies, std::vector<model::Mention>* mentions = nullptr);
// One text that is in no file; `name` stands for its path.
Compiled compile_text(const std::string& name, std::string text, std::optional<model::Day> on = {});

// Checks the policies that each framework conforms to, and those of these names besides. For what was compiled with Policies::left_out.
void check_policies(Compiled& compiled, std::optional<model::Day> on, const std::vector<std::string>& besides);

}  // namespace rung
