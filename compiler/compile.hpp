// The pipeline, in one place: files → syntax trees → model → checks → what can be lost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung {

struct Compiled {
  source::Files files;            // every file that was read, in the order of reading
  diagnostics::Sink diagnostics;
  model::Model model;             // to be emitted only when there are no errors
};

// Never fails: what is wrong is in `diagnostics`. `on`: the day of the check, for what is overdue on it; without it nothing depends on any day.
Compiled compile(const std::vector<std::string>& paths, std::optional<model::Day> on = {});
// One text that is in no file; `name` stands for its path.
Compiled compile_text(const std::string& name, std::string text, std::optional<model::Day> on = {});

}  // namespace rung
