// A line on a terminal that says how far a long piece of work has come. Nothing is shown of what takes no longer than two seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace rung::audit {

// "[=====     ]  48 %  1200000 lines, 410000 a second"; of an unknown length without the bar. No line end. `what` is counted: "lines".
std::string progress_line(std::uint64_t done, std::uint64_t of, std::uint64_t count, double seconds, std::string_view what = "lines");

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  // `of`: how much there is to do, in bytes say, or 0 when that is not known. Shows nothing when `handle` is no terminal.
  explicit Progress(int handle, std::uint64_t of, std::string_view what = "lines");
  // The same, for whoever knows whether it is one.
  Progress(int handle, std::uint64_t of, std::string_view what, bool is_terminal);
  ~Progress();                             // takes the line away

  void at(std::uint64_t done, std::uint64_t count, Clock::time_point now = Clock::now()) { at(done, of_, count, now); }
  void at(std::uint64_t done, std::uint64_t of, std::uint64_t count, Clock::time_point now = Clock::now());

 private:
  int handle_;
  bool wanted_;
  std::uint64_t of_;
  std::string_view what_;
  Clock::time_point begin_ = Clock::now(), next_;
  bool shown_ = false;
};

}  // namespace rung::audit
