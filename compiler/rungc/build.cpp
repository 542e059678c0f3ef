#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "compiler/emit/depfile.hpp"
#include "compiler/rungc/verbs.hpp"
#include "runtime/table/write_file.hpp"

namespace rungc {
namespace {

// Writes one file; a failure is shown and leaves what was there before.
bool written(const std::string& path, std::string_view bytes, const std::string& format) {
  const std::string problem = rung::table::write_file(path, bytes);
  if (!problem.empty()) show_failure(format, "unwritable-file", fmt::format("{} cannot be written: {}", path, problem));
  return problem.empty();
}

// Nobody means to write over a framework, or the table and the list of files into one. Says what is wrong, or nothing.
std::string in_the_way(const BuildOptions& options, const std::vector<std::string>& read) {
  for (const auto& [what, path] : {std::pair("the table", &options.output), std::pair("the depfile", &options.depfile)}) {
    std::error_code unknown;
    if (path->empty() || !std::filesystem::exists(*path, unknown)) continue;   // then it is none of those that were read
    const std::string identity = rung::model::identity_of(*path);
    for (const std::string& source : read)
      if (rung::model::identity_of(source) == identity) return fmt::format("{} would be written over {}, which is read; give it another name", what, source);
  }
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
