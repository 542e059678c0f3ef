// Where a handbook may go, and that it goes there whole: whoever looks sees it as it was or as it is.
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "compiler/folders/staged_folder.hpp"
#include "compiler/handbook/handbook.hpp"

namespace rung::handbook {
namespace {

namespace fs = std::filesystem;

// The marker lists what was made, a path a line; what somebody else put there is nobody's to throw away.
std::string manifest(const Files& files) {
  std::string out = "A handbook that rungc docs made. It is replaced as a whole when rungc docs is asked to, as long as nothing else lies in it than:\n";
  for (const auto& [path, bytes] : files) out += path + "\n";
  return out;
}

// What speaks against replacing the folder, or nothing.
std::string in_the_way(const fs::path& folder) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) return "there is a file of that name; give the handbook another, or remove the file";
  if (fs::is_empty(folder, problem)) return {};
  std::ifstream file(folder / marker, std::ios::binary);
  if (!file) return "the folder is not empty, and it is no handbook that rungc docs made; give the handbook an empty folder or a new name";
  std::set<std::string> made{std::string(marker)};
  for (std::string line; std::getline(file, line);) made.insert(line);
  for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    const std::string path = at->path().lexically_relative(folder).generic_string();
    if ((at->is_symlink(problem) || !at->is_directory(problem)) && !made.contains(path))
      return fmt::format("the handbook in it also holds {}, which rungc docs did not make; move that elsewhere, or give the handbook a new name", path);
  }
  return problem ? problem.message() : "";
}

}  // namespace

std::string put_in_place(const Files& files, const std::string& folder) {
  std::error_code unknown;
  fs::path place = fs::weakly_canonical(fs::path(folder), unknown);   // through links, so that the folder is replaced and not the link to it
  if (unknown) return unknown.message();
  if (!place.has_filename()) place = place.parent_path();
  if (fs::exists(place, unknown))
    if (std::string wrong = in_the_way(place); !wrong.empty()) return wrong;
  const folders::StagedFolder stage(place);
  if (!stage.problem().empty()) return stage.problem();
  // Its pages can be made again: they need not be on the disk before they are seen.
  for (const auto& [path, bytes] : files)
    if (std::string wrong = stage.write(path, bytes, table::Flushed::no); !wrong.empty()) return wrong;
  if (std::string wrong = stage.write(std::string(marker), manifest(files), table::Flushed::no); !wrong.empty()) return wrong;
  return stage.put(folders::StagedFolder::Over::what_is_there);
}

}  // namespace rung::handbook
