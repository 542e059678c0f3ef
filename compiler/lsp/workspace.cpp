// The framework files of the folders that an editor has open, and which of them reach a file by `use`.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "compiler/lsp/features.hpp"
#include "compiler/parts/scan.hpp"

namespace rung::lsp {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_files = 5000;       // a workspace may be a whole disk
constexpr std::size_t most_entries = 200'000;
constexpr int deepest = 16;

}  // namespace

std::vector<std::string> framework_files(const std::vector<std::string>& folders) {
  std::vector<std::string> out;
  std::size_t entries = 0;
  for (const std::string& folder : folders) {
    std::error_code problem;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, problem), end;
    for (; !problem && at != end && out.size() < most_files && entries < most_entries; at.increment(problem), ++entries) {
      std::error_code ignored;
      const std::string name = at->path().filename().string();
      if (at->is_directory(ignored) && (name.starts_with('.') || name == "node_modules" || at.depth() >= deepest)) at.disable_recursion_pending();
      else if (name.ends_with(".rung") && at->is_regular_file(ignored)) out.push_back(at->path().string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

UsedBy uses_in(const std::vector<std::string>& files, const model::Load& load, const std::map<std::string, std::vector<std::string>>& known) {
  UsedBy used_by;
  const auto uses_of = [&](const std::string& file) {
    if (const auto read = known.find(file); read != known.end()) return read->second;
    const source::Loaded loaded = load(file);
    return loaded.bytes ? parts::scan(*loaded.bytes).uses : std::vector<std::string>{};
  };
  for (const std::string& file : files)
    for (const std::string& used : uses_of(file)) used_by[model::identity_of(model::path_of_use(file, used))].push_back(file);
  return used_by;
}

std::vector<std::string> users_of(const std::string& path, const UsedBy& used_by) {
  std::vector<std::string> out{path};
  std::set<std::string> seen{model::identity_of(path)};
  for (std::size_t at = 0; at < out.size(); ++at)
    if (const auto users = used_by.find(model::identity_of(std::string(out[at]))); users != used_by.end())
      for (const std::string& user : users->second)
        if (seen.insert(model::identity_of(user)).second) out.push_back(user);
  return out;
}

}  // namespace rung::lsp
