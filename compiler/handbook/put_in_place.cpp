// A folder as a whole: written beside its place under a name of its own, and then one takes the place of the other. Whoever looks sees the handbook as it was or as it is.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "compiler/handbook/handbook.hpp"
#include "runtime/table/write_file.hpp"

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

std::string write_all(const Files& files, const fs::path& folder) {
  for (const auto& [path, bytes] : files) {
    std::error_code problem;
    fs::create_directories((folder / path).parent_path(), problem);
    if (problem) return problem.message();
    if (std::string wrong = table::write_file((folder / path).string(), bytes, table::Flushed::no); !wrong.empty()) return wrong;
  }
  return {};
}

// 0, or what went wrong. Afterwards the old folder, when there was one, is at `fresh`.
int change_places(const fs::path& fresh, const fs::path& place) {
  if (!fs::exists(place)) return ::rename(fresh.c_str(), place.c_str()) == 0 ? 0 : errno;
#ifdef RENAME_EXCHANGE
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) return 0;
#endif
  // A file system that can't exchange two names: for a moment there is nothing in the place, and if that goes wrong the old is put back.
  const fs::path aside = fresh.string() + ".old";
  if (::rename(place.c_str(), aside.c_str()) != 0) return errno;
  if (::rename(fresh.c_str(), place.c_str()) == 0) return ::rename(aside.c_str(), fresh.c_str()) == 0 ? 0 : errno;
  const int problem = errno;
  if (::rename(aside.c_str(), place.c_str()) != 0) return errno;
  return problem;
}

}  // namespace

std::string put_in_place(const Files& files, const std::string& folder) {
  std::error_code unknown;
  fs::path place = fs::weakly_canonical(fs::path(folder), unknown);   // through links, so that the folder is replaced and not the link to it
  if (unknown) return unknown.message();
  if (!place.has_filename()) place = place.parent_path();
  if (fs::exists(place, unknown))
    if (std::string wrong = in_the_way(place); !wrong.empty()) return wrong;
  std::string name = (place.parent_path() / ("." + place.filename().string() + ".XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) return std::strerror(errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  Files all = files;
  all[std::string(marker)] = manifest(files);
  std::string problem = write_all(all, name);
  if (problem.empty() && ::chmod(name.c_str(), 0777 & ~mask) != 0) problem = std::strerror(errno);
  if (problem.empty())
    if (const int wrong = change_places(name, place); wrong != 0) problem = std::strerror(wrong);
  fs::remove_all(name, unknown);           // what was there before, or what could not be finished
  return problem;
}

}  // namespace rung::handbook
