#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "compiler/emit/depfile.hpp"
#include "runtime/table/write_file.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {
namespace {

// Writes one file; a failure is shown and leaves what was there before.
bool written(const std::string& path, std::string_view bytes, const std::string& format) {
  const std::string problem = rung::table::write_file(path, bytes);
  if (!problem.empty()) show_failure(format, "unwritable-file", fmt::format("{} cannot be written: {}", path, problem));
  return problem.empty();
}

bool same_file(const std::string& one, const std::string& other) {
  std::error_code unknown;   // of a file that is not there yet
  return std::filesystem::equivalent(one, other, unknown) ||
         std::filesystem::weakly_canonical(one, unknown) == std::filesystem::weakly_canonical(other, unknown);
}

// Nobody means to write over a framework, or the table and the list of files into one. Says what is wrong, or nothing.
std::string in_the_way(const BuildOptions& options, const std::vector<std::string>& read) {
  for (const auto& [what, path] : {std::pair("the table", &options.output), std::pair("the depfile", &options.depfile)}) {
    for (const std::string& source : read)
      if (!path->empty() && same_file(*path, source)) return fmt::format("{} would be written over {}, which is read; give it another name", what, source);
  }
  if (!options.depfile.empty() && same_file(options.output, options.depfile)) return "the table and the depfile have one name; give each its own";
  if (options.output == "-") return "the table is a file, and cannot go to standard output; give it a name after -o";
  return options.output.empty() ? "the table has no name; give it one after -o" : "";
}

}  // namespace

int build(const BuildOptions& options) {
  const auto found = checked(options, true);
  if (!found) return 2;
  const rung::parts::Assembled& compiled = *found;
  std::vector<std::string> read;
  for (rung::source::FileId file = 0; file < compiled.files_read; ++file)
    if (compiled.files.path(file) != "-") read.push_back(compiled.files.path(file));
  if (const std::string problem = in_the_way(options, read); !problem.empty()) {
    show_failure(options.format, "usage", problem);
    return 2;
  }
  const int status = show_diagnostics(compiled.files, compiled.diagnostics, options.format);
  if (status != 0) return status;
  if (!written(options.output, compiled.table, options.format)) return 2;
  if (options.depfile.empty()) return 0;
  return written(options.depfile, rung::emit::depfile(options.output, read), options.format) ? 0 : 2;
}

}  // namespace rungc
