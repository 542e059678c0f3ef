#include "runtime/command_line/working.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace rung::command_line {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds usual_patience{2000}, between{200};
constexpr std::size_t width = 30, piece = 3;

bool is_read_from_a_terminal(int argc, const char* const* argv) {
  return ::isatty(STDIN_FILENO) == 1 && std::any_of(argv, argv + argc, [](const char* one) { return std::string_view(one) == "-"; });
}

}  // namespace

std::string working_line(std::uint64_t done, std::uint64_t of, milliseconds since) {
  std::string bar(width, ' ');
  char percent[16] = "";
  if (of > 0) {
    const double part = std::min(1.0, static_cast<double>(done) / static_cast<double>(of));
    std::fill_n(bar.begin(), static_cast<std::size_t>(part * width), '=');
    std::snprintf(percent, sizeof percent, " %3d %%", static_cast<int>(part * 100));
  } else {
    const auto step = static_cast<std::size_t>(since / between) % (2 * (width - piece));
    std::fill_n(bar.begin() + static_cast<std::ptrdiff_t>(std::min(step, 2 * (width - piece) - step)), piece, '=');
  }
  return "[" + bar + "]" + percent + "  " + std::to_string(since.count() / 1000) + " s";
}

Working::Working(int argc, const char* const* argv) : Working(::isatty(STDERR_FILENO) == 1 && !is_read_from_a_terminal(argc, argv) ? STDERR_FILENO : -1, usual_patience) {}

Working::Working(int handle, milliseconds patience) : handle_(handle) {
  if (handle < 0) return;
  try {
    thread_ = std::thread([this, patience] { draw(patience); });
  } catch (const std::system_error&) {
    return;                                // no thread is to be had: the work is what matters
  }
  current() = this;
}

Working::~Working() {
  stop();
  if (current() == this) current() = nullptr;
  if (thread_.joinable()) thread_.join();
}

void Working::at(std::uint64_t done, std::uint64_t of) {
  Working* const one = current();
  if (one == nullptr) return;
  const std::lock_guard<std::mutex> lock(one->mutex_);
  one->done_ = done;
  one->of_ = of;
}

void Working::end() {
  if (Working* const one = current()) one->stop();
}

void Working::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (shown_ && !ended_) ::dprintf(handle_, "\r\033[K");
    ended_ = true;
  }
  changed_.notify_all();
}

void Working::draw(milliseconds patience) {
  const Clock::time_point begin = Clock::now();
  std::unique_lock<std::mutex> lock(mutex_);
  for (milliseconds wait = patience; !changed_.wait_for(lock, wait, [&] { return ended_; }); wait = between) {
    shown_ = true;
    ::dprintf(handle_, "\r%s\033[K", working_line(done_, of_, std::chrono::duration_cast<milliseconds>(Clock::now() - begin)).c_str());
  }
}

// Set before there is any other thread, and taken back when there is none any more.
Working*& Working::current() {
  static Working* one = nullptr;
  return one;
}

}  // namespace rung::command_line
