#include "compiler/folders/staged_folder.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <vector>

namespace rung::folders {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view free_letters = "XXXXXX";        // mkdtemp's

fs::path beside(const fs::path& place) { return place.has_parent_path() ? place.parent_path() : fs::path("."); }
std::string stem(const fs::path& place) { return "." + place.filename().string() + ".rungc-"; }

// The folder, locked; below zero when somebody has it, or it is no folder.
int locked(const fs::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  struct stat found {};
  const bool is_locked = handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) == 0;
  if (is_locked && ::fstat(handle, &found) == 0 && found.st_nlink > 0) return handle;
  const int problem = is_locked ? ENOENT : errno;          // it was taken away before it was locked
  if (handle >= 0) ::close(handle);
  errno = problem;
  return -1;
}

void take_away_what_was_left(const fs::path& place) {
  std::error_code problem;
  std::vector<fs::path> left;
  for (fs::directory_iterator at(beside(place), problem), end; !problem && at != end; at.increment(problem)) {
    const std::string name = at->path().filename().string();
    if (name.size() == stem(place).size() + free_letters.size() && name.starts_with(stem(place))) left.push_back(at->path());
  }
  for (const fs::path& one : left)
    if (const int handle = locked(one); handle >= 0) {
      fs::remove_all(one, problem);
      ::close(handle);
    }
}

// 0, or what went wrong. Afterwards the old folder is at `fresh`.
int change_places(const fs::path& fresh, const fs::path& place) {
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

int take_free_place(const fs::path& fresh, const fs::path& place) {
#ifdef RENAME_NOREPLACE
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
  struct stat found {};
  if (::lstat(place.c_str(), &found) == 0) return EEXIST;
  return ::rename(fresh.c_str(), place.c_str()) == 0 ? 0 : errno;
}

}  // namespace

StagedFolder::StagedFolder(const fs::path& place) : place_(place) {
  take_away_what_was_left(place);
  for (int tries = 0; tries < 100; ++tries) {
    std::string name = (beside(place) / (stem(place) + std::string(free_letters))).string();
    if (::mkdtemp(name.data()) == nullptr) {
      problem_ = std::strerror(errno);
      return;
    }
    path_ = name;
    held_ = locked(path_);
    if (held_ >= 0 || (errno != EWOULDBLOCK && errno != ENOENT)) break;   // where nothing can be locked nothing that was left is taken away either
    // Somebody took it for left over, between the two calls.
  }
}

StagedFolder::~StagedFolder() {
  std::error_code ignored;
  if (problem_.empty()) fs::remove_all(path_, ignored);
  if (held_ >= 0) ::close(held_);
}

std::string StagedFolder::write(const std::string& path, std::string_view bytes, table::Flushed flushed) const {
  std::error_code problem;
  fs::create_directories((path_ / path).parent_path(), problem);
  return problem ? problem.message() : table::write_file((path_ / path).string(), bytes, flushed);
}

std::string StagedFolder::put(Over over) const {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(path_.c_str(), 0777 & ~mask) != 0) return std::strerror(errno);
  int problem = take_free_place(path_, place_);
  if (problem == EEXIST && over == Over::what_is_there) problem = change_places(path_, place_);
  return problem == 0 ? "" : std::strerror(problem);
}

}  // namespace rung::folders
