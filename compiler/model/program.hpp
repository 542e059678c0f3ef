// All files of one run: those that were named, and those that their `use` lines reach, each read once.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/tree.hpp"

namespace rung::model {

struct Program {
  std::vector<grammar::Tree> trees;                  // by FileId: the files are those of source::Files, in order
  std::vector<std::vector<std::uint32_t>> uses;      // by FileId: the files that each one uses, sorted
};

// Some of the declarations of a program: by FileId their nodes, sorted.
using Chosen = std::vector<std::vector<std::uint32_t>>;

// Where the bytes of a file come from.
using Load = std::function<source::Loaded(const std::string& path)>;

// Which file a path leads to: the same for every path to the same file. "-" is itself, and so is what is in no file.
std::string identity_of(const std::string& path);
// The path of the file that `by` uses as `written`.
std::string path_of_use(const std::string& by, const std::string& written);
// The bytes of a file that another uses: only of a regular file, since a pipe would be waited for.
source::Loaded load_used(const std::string& path, const Load& load);

// The tree of a file of `files`, and its mistakes to the sink: for who keeps trees, such as an editor.
using Read = std::function<grammar::Tree(const source::Files& files, source::FileId file, diagnostics::Sink& sink)>;

// Reads `paths` and what they use into `files`. A path in a `use` is relative to the file that says it. A missing file is reported at the `use`, or,
// for one of `paths`, without a place. "-" is standard input.
Program read_program(const std::vector<std::string>& paths, source::Files& files, diagnostics::Sink& sink, const Load& load = source::load, const Read& read = {});

// The same for one text that is in no file, such as an editor's. `name` stands for its path: what it uses is looked for beside it.
Program read_text(const std::string& name, std::string text, source::Files& files, diagnostics::Sink& sink);

}  // namespace rung::model
