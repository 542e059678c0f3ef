#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "compiler/rungc/verbs.hpp"

namespace rungc {

std::vector<std::string> framework_files(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code problem;
    if (path == "-" || !fs::is_directory(path, problem)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, problem), end; !problem && at != end; at.increment(problem))
      if (at->path().extension() == ".rung" && !at->is_directory(problem)) inside.push_back(at->path().string());
    std::sort(inside.begin(), inside.end());
    if (problem || inside.empty()) out.push_back(path);   // which cannot be read, and is reported so
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

std::vector<std::string> files_read(const rung::source::Files& files, std::size_t how_many) {
  std::vector<std::string> out;
  for (rung::source::FileId file = 0; file < how_many; ++file)
    if (files.path(file) != "-") out.push_back(files.path(file));
  return out;
}

std::string over_a_source(const std::string& what, const std::string& path, const std::vector<std::string>& read) {
  std::error_code unknown;
  if (path.empty() || !std::filesystem::exists(path, unknown)) return "";   // then it is none of those that were read
  const std::string identity = rung::model::identity_of(path);
  const auto source = std::find_if(read.begin(), read.end(), [&](const std::string& one) { return rung::model::identity_of(one) == identity; });
  return source == read.end() ? "" : fmt::format("{} would be written over {}, which is read; give it another name", what, *source);
}

}  // namespace rungc
