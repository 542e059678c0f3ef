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

std::string progress_line(std::uint64_t done, std::uint64_t of, std::uint64_t count, double seconds, std::string_view what) {
  std::string out;
  if (of > 0) {
    const double part = std::min(1.0, static_cast<double>(done) / static_cast<double>(of));
    const auto filled = static_cast<std::size_t>(part * static_cast<double>(width));
    char percent[16];
    std::snprintf(percent, sizeof percent, " %3d %%  ", static_cast<int>(part * 100));
    out = "[" + std::string(filled, '=') + std::string(width - filled, ' ') + "]" + percent;
  }
  out += std::to_string(count) + " " + std::string(what);
  if (seconds > 0) out += ", " + std::to_string(static_cast<std::uint64_t>(static_cast<double>(count) / seconds)) + " a second";
  return out;
}

Progress::Progress(int handle, std::uint64_t of, std::string_view what) : Progress(handle, of, what, ::isatty(handle) == 1) {}

Progress::Progress(int handle, std::uint64_t of, std::string_view what, bool is_terminal) : handle_(handle), wanted_(is_terminal), of_(of), what_(what), next_(begin_ + patience) {}

Progress::~Progress() {
  if (shown_) ::dprintf(handle_, "\r\033[K");
}

void Progress::at(std::uint64_t done, std::uint64_t of, std::uint64_t count, Clock::time_point now) {
  if (!wanted_ || now < next_) return;
  next_ = now + between;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  ::dprintf(handle_, "\r%s\033[K", progress_line(done, of, count, seconds, what_).c_str());
}

}  // namespace rung::audit
