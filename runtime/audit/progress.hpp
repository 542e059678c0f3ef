// A line on a terminal that says how far a long piece of work has come. Nothing is shown of what takes no longer than two seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rung::audit {

// "[=====     ]  48 %  1200000 lines, 410000 a second"; of an unknown length without the bar. No line end.
std::string progress_line(std::uint64_t bytes, std::uint64_t of_bytes, std::uint64_t lines, double seconds);

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  // `of_bytes`: the length of the input, or 0 when it is not known. Shows nothing when `handle` is no terminal.
  Progress(int handle, std::uint64_t of_bytes);
  // The same, for whoever knows whether it is one.
  Progress(int handle, std::uint64_t of_bytes, bool is_terminal);
  ~Progress();                             // takes the line away

  void at(std::uint64_t bytes, std::uint64_t lines, Clock::time_point now = Clock::now());

 private:
  int handle_;
  bool wanted_;
  std::uint64_t of_bytes_;
  Clock::time_point begin_ = Clock::now(), next_;
  bool shown_ = false;
};

}  // namespace rung::audit
