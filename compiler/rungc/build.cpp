#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "compiler/emit/depfile.hpp"
#include "compiler/rungc/verbs.hpp"
#include "runtime/table/write_file.hpp"

namespace rungc {
namespace {

// The table and, when one is wanted, the depfile: both or none. A failure is shown.
bool are_written(const BuildOptions& options, std::string_view table, const std::vector<std::string>& read) {
  const auto failed = [&](const std::string& path, const std::string& problem) {
    if (!problem.empty()) show_failure(options.format, "unwritable-file", fmt::format("{} cannot be written: {}", path, problem));
    return !problem.empty();
  };
  rung::table::StagedFile staged(options.output, table);
  if (failed(options.output, staged.problem())) return false;
  if (!options.depfile.empty() && failed(options.depfile, rung::table::write_file(options.depfile, rung::emit::depfile(options.output, read)))) return false;
  return !failed(options.output, staged.put());
}

// Nobody means to write over a framework, or the table and the list of files into one. Says what is wrong, or nothing.
std::string in_the_way(const BuildOptions& options, const std::vector<std::string>& read) {
  for (const auto& [what, path] : {std::pair("the table", &options.output), std::pair("the depfile", &options.depfile)})
    if (const std::string problem = over_a_source(what, *path, read); !problem.empty()) return problem;
  if (!options.depfile.empty() && rung::model::identity_of(options.output) == rung::model::identity_of(options.depfile)) return "the table and the depfile have one name; give each its own";
  if (options.output == "-") return "the table is a file, and cannot go to standard output; give it a name after -o";
  return options.output.empty() ? "the table has no name; give it one after -o" : "";
}

}  // namespace

std::string usual_table(const std::vector<std::string>& files) {
  const std::filesystem::path first = files.empty() ? "" : files.front();
  return first.extension() == ".rung" ? first.filename().replace_extension(".pathways").string() : "";
}

int build(const BuildOptions& options) {
  const auto found = checked(options, true);
  if (!found) return 2;
  const rung::parts::Assembled& compiled = *found;
  const std::vector<std::string> read = files_read(compiled.files, compiled.files_read);
  if (const std::string problem = in_the_way(options, read); !problem.empty()) {
    show_failure(options.format, "usage", problem);
    return 2;
  }
  // Before anything is said, so that a failure is told by one document.
  if (compiled.diagnostics.errors() == 0 && !are_written(options, compiled.table, read)) return 2;
  return show_diagnostics(compiled.files, compiled.diagnostics, options.format);
}

}  // namespace rungc
