#include <fmt/format.h>

#include "compiler/emit/depfile.hpp"
#include "compiler/emit/make_image.hpp"
#include "compiler/emit/write_file.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {
namespace {

// Writes one file; a failure is shown and leaves what was there before.
bool written(const std::string& path, std::string_view bytes, const std::string& format) {
  const std::string problem = rung::emit::write_file(path, bytes);
  if (!problem.empty()) show_failure(format, "unwritable-file", fmt::format("{} cannot be written: {}", path, problem));
  return problem.empty();
}

}  // namespace

int build(const BuildOptions& options) {
  const rung::Compiled compiled = rung::compile(options.files);
  const int status = show_diagnostics(compiled, options.format);
  if (status != 0) return status;
  if (!written(options.output, rung::emit::serialize(rung::emit::make_image(compiled.model)), options.format)) return 2;
  if (options.depfile.empty()) return 0;
  std::vector<std::string> read;
  for (rung::source::FileId file = 0; file < compiled.files.size(); ++file)
    if (compiled.files.path(file) != "-") read.push_back(compiled.files.path(file));
  return written(options.depfile, rung::emit::depfile(options.output, read), options.format) ? 0 : 2;
}

}  // namespace rungc
