#include <algorithm>
#include <filesystem>

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

}  // namespace rungc
