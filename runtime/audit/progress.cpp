#include "runtime/audit/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace rung::audit {
namespace {

constexpr auto patience = std::chrono::seconds(2);
constexpr auto between = std::chrono::milliseconds(200);
constexpr std::uint64_t width = 30;

}  // namespace

std::string progress_line(std::uint64_t bytes, std::uint64_t of_bytes, std::uint64_t lines, double seconds) {
  std::string out;
  if (of_bytes > 0) {
    const double part = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(of_bytes));
    const auto done = static_cast<std::size_t>(part * static_cast<double>(width));
    char percent[16];
    std::snprintf(percent, sizeof percent, " %3d %%  ", static_cast<int>(part * 100));
    out = "[" + std::string(done, '=') + std::string(width - done, ' ') + "]" + percent;
  }
  out += std::to_string(lines) + " lines";
  if (seconds > 0) out += ", " + std::to_string(static_cast<std::uint64_t>(static_cast<double>(lines) / seconds)) + " a second";
  return out;
}

Progress::Progress(int handle, std::uint64_t of_bytes) : Progress(handle, of_bytes, ::isatty(handle) == 1) {}

Progress::Progress(int handle, std::uint64_t of_bytes, bool is_terminal) : handle_(handle), wanted_(is_terminal), of_bytes_(of_bytes), next_(begin_ + patience) {}

Progress::~Progress() {
  if (shown_) ::dprintf(handle_, "\r\033[K");
}

void Progress::at(std::uint64_t bytes, std::uint64_t lines, Clock::time_point now) {
  if (!wanted_ || now < next_) return;
  next_ = now + between;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  ::dprintf(handle_, "\r%s\033[K", progress_line(bytes, of_bytes_, lines, seconds).c_str());
}

}  // namespace rung::audit
