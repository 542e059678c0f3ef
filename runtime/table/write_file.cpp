#include "runtime/table/write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

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

}  // namespace

std::string write_file(const std::string& path, std::string_view bytes, Flushed flushed) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return "it is not a regular file";

  // mkstemp makes a name of its own, so that two builds at once never write into one file.
  std::string temporary = path + ".XXXXXX";
  const int file = ::mkstemp(temporary.data());
  if (file < 0) return std::strerror(errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  bool good = write_all(file, bytes) && ::fchmod(file, 0666 & ~mask) == 0 && (flushed == Flushed::no || ::fsync(file) == 0);
  int problem = errno;
  if (::close(file) != 0 && good) {
    good = false;
    problem = errno;
  }
  if (good && ::rename(temporary.c_str(), path.c_str()) != 0) {
    good = false;
    problem = errno;
  }
  if (!good) {
    ::unlink(temporary.c_str());
    return std::strerror(problem);
  }
  if (flushed == Flushed::no) return {};
  // The rename itself is on the disk once the folder is.
  if (const int folder = ::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY); folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
  return {};
}

}  // namespace rung::table
