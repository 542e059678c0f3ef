#include "runtime/table/write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace rung::table {
namespace {

// The folder of a path, to be opened: "." when it names none.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The renaming itself is on the disk once the folder is.
void flush_folder_of(const std::string& path) {
  const int folder = ::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}

// A file in the folder of `path` that has no name yet, so that nothing is left of it when the program is killed while it writes. -1 where there is no such thing.
int open_unnamed(const std::string& path) {
#ifdef O_TMPFILE
  return ::open(folder_of(path).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
#else
  (void)path;
  return -1;
#endif
}

bool give_name(int unnamed, const std::string& name) {
  const std::string opened = "/proc/self/fd/" + std::to_string(unnamed);
  return ::linkat(AT_FDCWD, opened.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

// What has a name already can't be replaced by a file without one: it gets another name first, and only killed just between the two does it keep that.
bool take_the_place(int unnamed, const std::string& path) {
  if (give_name(unnamed, path)) return true;
  for (int number = 0; errno == EEXIST; ++number) {
    const std::string another = path + "." + std::to_string(::getpid()) + "." + std::to_string(number);
    if (!give_name(unnamed, another)) continue;
    if (::rename(another.c_str(), path.c_str()) == 0) return true;
    const int problem = errno;
    ::unlink(another.c_str());
    errno = problem;
    return false;
  }
  return false;
}

// Read in pieces and not mapped: somebody may cut it short meanwhile.
bool holds_already(const std::string& path, std::string_view bytes, const struct stat& status) {
  if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) != bytes.size()) return false;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  std::string piece(std::size_t{1} << 16, '\0');
  ssize_t got = 0;
  while ((got = ::read(file, piece.data(), piece.size())) > 0 && bytes.starts_with(std::string_view(piece).substr(0, static_cast<std::size_t>(got)))) bytes.remove_prefix(static_cast<std::size_t>(got));
  ::close(file);
  return got == 0 && bytes.empty();
}

}  // namespace

StagedFile::StagedFile(std::string path, std::string_view bytes, Flushed flushed) : path_(std::move(path)), bytes_(bytes), flushed_(flushed) {
  struct stat status {};
  if (::stat(path_.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    problem_ = "it is not a regular file";
    return;
  }
  is_there_ = holds_already(path_, bytes_, status);
  if (is_there_) return;
  file_ = open_unnamed(path_);
  if (file_ < 0) stage_named();
  else if (!is_written()) problem_ = std::strerror(errno);
}

StagedFile::~StagedFile() {
  if (file_ >= 0) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool StagedFile::is_written() const { return write_all(file_, bytes_) && (flushed_ == Flushed::no || ::fsync(file_) == 0); }

// With a name from the start, where files can't be without one. mkstemp makes it, so that two builds at once never write into one file.
void StagedFile::stage_named() {
  std::string name = path_ + ".XXXXXX";
  file_ = ::mkstemp(name.data());
  if (file_ < 0) {
    problem_ = std::strerror(errno);
    return;
  }
  temporary_ = std::move(name);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (!is_written() || ::fchmod(file_, 0666 & ~mask) != 0) problem_ = std::strerror(errno);
}

std::string StagedFile::put() {
  if (!problem_.empty()) return problem_;
  if (is_there_ && ::utimensat(AT_FDCWD, path_.c_str(), nullptr, 0) == 0) return {};
  if (is_there_ || (temporary_.empty() && !take_the_place(file_, path_))) {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
    stage_named();
    if (!problem_.empty()) return problem_;
  }
  if (!temporary_.empty()) {
    const int closed = ::close(file_);
    file_ = -1;
    if (closed != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) return problem_ = std::strerror(errno);
    temporary_.clear();
  }
  if (flushed_ == Flushed::yes) flush_folder_of(path_);
  return {};
}

std::string write_file(const std::string& path, std::string_view bytes, Flushed flushed) { return StagedFile(path, bytes, flushed).put(); }

}  // namespace rung::table
