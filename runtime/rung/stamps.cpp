#include "runtime/rung/stamps.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "runtime/table/write_file.hpp"

namespace rung {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t settled = 2'000'000'000;            // nanoseconds
constexpr std::size_t longest_stamp = 256;

bool is_ours_alone(const struct stat& status) { return status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0; }

std::string stamp_of(const FileIdentity& file) {
  std::string out = "rung 0.1.0 table " + std::to_string(table::version);
  for (const std::uint64_t number : {file.device, file.inode, file.size}) out += " " + std::to_string(number);
  for (const std::int64_t time : {file.modified, file.changed}) out += " " + std::to_string(time);
  return out + "\n";
}

}  // namespace

Stamps::Stamps(std::string folder, std::uint64_t least_size) : folder_(std::move(folder)), least_size_(least_size) {}

std::string Stamps::usual_folder() {
  const auto absolute = [](const char* name) {
    const char* const value = std::getenv(name);
    return value != nullptr && value[0] == '/' ? std::string(value) : std::string();
  };
  if (const std::string cache = absolute("XDG_CACHE_HOME"); !cache.empty()) return cache + "/rung/verified";
  if (const std::string home = absolute("HOME"); !home.empty()) return home + "/.cache/rung/verified";
  return {};
}

std::string Stamps::path_of(const FileIdentity& file) const { return folder_ + "/" + std::to_string(file.device) + "-" + std::to_string(file.inode); }

bool Stamps::knows(const FileIdentity& file) const {
  if (folder_.empty() || file.size < least_size_) return false;
  struct stat status {};
  if (::lstat(folder_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || !is_ours_alone(status)) return false;
  const int handle = ::open(path_of(file).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (handle < 0) return false;
  char bytes[longest_stamp];
  const bool ours = ::fstat(handle, &status) == 0 && S_ISREG(status.st_mode) && is_ours_alone(status);
  const ssize_t size = ours ? ::read(handle, bytes, sizeof bytes) : -1;
  ::close(handle);
  return size > 0 && std::string_view(bytes, static_cast<std::size_t>(size)) == stamp_of(file);
}

void Stamps::remember(const FileIdentity& file) {
  if (folder_.empty() || file.size < least_size_) return;
  const std::int64_t now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  if (now - std::max(file.modified, file.changed) < settled) return;
  std::error_code problem;
  fs::create_directories(folder_, problem);
  if (problem) return;
  fs::permissions(folder_, fs::perms::owner_all, problem);
  table::write_file(path_of(file), stamp_of(file), table::Flushed::no);
}

}  // namespace rung
