#include "runtime/audit/output.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace rung::audit {
namespace {

constexpr std::string_view error_begins = "{\"line\":";   // runtime/rung/records/line_answer.cpp writes it

struct Found {
  Output::Kept kept;
  off_t end = 0;                           // of the last whole line
  int problem = 0;
};

// Reads a file from its beginning, in pieces.
Found find_whole_lines(int handle) {
  Found found;
  std::vector<char> piece(1 << 16);
  std::string begins;                      // of the line at hand
  off_t at = 0;
  for (;;) {
    const ssize_t read = ::pread(handle, piece.data(), piece.size(), at);
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) found.problem = errno;
    if (read <= 0) return found;
    for (ssize_t i = 0; i < read; ++i) {
      if (piece[i] != '\n') {
        if (begins.size() < error_begins.size()) begins += piece[i];
        continue;
      }
      ++found.kept.lines;
      if (begins == error_begins) ++found.kept.bad;
      begins.clear();
      found.end = at + i + 1;
    }
    at += read;
  }
}

bool is_same(int one, int other) {
  struct stat a {}, b {};
  return ::fstat(one, &a) == 0 && ::fstat(other, &b) == 0 && S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace

Output::~Output() {
  if (handle_ > 2) ::close(handle_);
}

Result<Output::Kept> Output::open(const std::string& path, bool resume, int input) {
  const auto failed = [&](int problem) {
    return Error{"unwritable-file", path + " cannot be written: " + std::strerror(problem), "give the path of a file that may be written"};
  };
  // Not emptied before it is known that nobody else has it in use.
  handle_ = ::open(path.c_str(), (resume ? O_RDWR : O_WRONLY) | O_CREAT | O_CLOEXEC, 0666);
  if (handle_ < 0) return failed(errno);
  struct stat status {};
  is_file_ = ::fstat(handle_, &status) == 0 && S_ISREG(status.st_mode);
  if (!is_file_) return resume ? Result<Kept>(Error{"usage", path + " is no regular file, and cannot be gone on with", "leave --resume out"}) : Kept{};
  if (is_same(handle_, input)) return Error{"usage", "the answers cannot be written over the learners", "give -o another file"};
  if (::flock(handle_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return Error{"usage", path + " is being written by another run", "wait for it, or give -o another file"};
  Found found;
  if (resume) found = find_whole_lines(handle_);
  if (found.problem != 0) return failed(found.problem);
  if (::ftruncate(handle_, found.end) != 0 || ::lseek(handle_, found.end, SEEK_SET) < 0) return failed(errno);
  return found.kept;
}

bool Output::write(std::string_view lines) {
  std::string_view left = lines;
  while (!left.empty()) {
    const ssize_t written = ::write(handle_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      problem_ = errno;
      break;
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  if (left.empty()) return true;
  const std::string_view done = lines.substr(0, lines.size() - left.size());
  const std::size_t half = done.size() - (done.rfind('\n') + 1);   // npos + 1 is 0
  if (const off_t at = is_file_ && half > 0 ? ::lseek(handle_, 0, SEEK_CUR) : 0; at > 0)
    if (::ftruncate(handle_, at - static_cast<off_t>(half)) != 0) problem_ = errno;
  return false;
}

bool Output::close() {
  if (handle_ <= 2) return problem_ == 0;
  if (::close(handle_) != 0 && problem_ == 0) problem_ = errno;
  handle_ = 1;
  return problem_ == 0;
}

}  // namespace rung::audit
