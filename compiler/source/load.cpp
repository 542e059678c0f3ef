// Reading a file, or standard input, whole.
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "compiler/source/source.hpp"

namespace rung::source {
namespace {

constexpr std::size_t too_large = std::size_t{1} << 26;
constexpr std::size_t chunk = std::size_t{1} << 16;

Loaded cannot_be_read(int error) { return {std::nullopt, "cannot be read: " + std::generic_category().message(error), error == EISDIR}; }

// How much to ask for at first: what the file says that it has, and one byte more, to see that there is no more. A registry has a hundred thousand small files, for each of which a whole
// chunk would be cleared first.
std::size_t first_room(std::FILE* file) {
  struct stat status {};
  if (::fstat(::fileno(file), &status) != 0 || !S_ISREG(status.st_mode)) return chunk;
  return std::min(static_cast<std::size_t>(status.st_size) + 1, too_large);
}

// A directory opens like a file and fails when read; a pipe has no size to ask for. So: read until the end, and see.
Loaded read_all(std::FILE* file) {
  std::string bytes;
  const std::size_t at_first = first_room(file);
  while (true) {
    const std::size_t before = bytes.size();
    // Growing by what is there already keeps the copying linear.
    const std::size_t room = before == 0 ? at_first : std::min(std::max(chunk, before), too_large - before);
    bytes.resize(before + room);
    errno = 0;
    const std::size_t got = std::fread(bytes.data() + before, 1, room, file);
    bytes.resize(before + got);
    if (std::ferror(file) != 0) return cannot_be_read(errno == 0 ? EIO : errno);
    if (bytes.size() >= too_large) return {std::nullopt, "cannot be read: it is 64 MiB or larger"};
    if (got < room) {
      bytes.shrink_to_fit();
      return {std::move(bytes), {}};
    }
  }
}

}  // namespace

Loaded load(const std::string& path) {
  if (path == "-") return read_all(stdin);
  if (path.find('\0') != std::string::npos) return cannot_be_read(ENOENT);  // the system would stop there and open another file
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (file == nullptr) return cannot_be_read(errno);
  return read_all(file.get());
}

}  // namespace rung::source
