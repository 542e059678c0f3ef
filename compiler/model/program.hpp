// All files of one run: those that were named, and those that their `use` lines reach, each read once.
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/tree.hpp"

namespace rung::model {

struct Program {
  std::vector<grammar::Tree> trees;                  // by FileId: the files are those of source::Files, in order
  std::vector<std::vector<std::uint32_t>> uses;      // by FileId: the files that each one uses, sorted
};

// Reads `paths` and what they use into `files`. A path in a `use` is relative to the file that says it. A missing file is reported at the `use`, or,
// for one of `paths`, without a place. "-" is standard input.
Program read_program(const std::vector<std::string>& paths, source::Files& files, diagnostics::Sink& sink);

// The same for one text that is in no file, such as an editor's. `name` stands for its path: what it uses is looked for beside it.
Program read_text(const std::string& name, std::string text, source::Files& files, diagnostics::Sink& sink);

}  // namespace rung::model
