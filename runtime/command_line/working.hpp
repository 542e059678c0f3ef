// A bar on a terminal for work of more than two seconds, whichever verb does it. A thread of its own draws it, as most of the work knows nothing of it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace rung::command_line {

// "[=====     ]  48 %  12 s"; where `of` is 0, as nobody knows how much there is: "[  ===     ]  12 s", moving. No line end.
std::string working_line(std::uint64_t done, std::uint64_t of, std::chrono::milliseconds since);

class Working {
 public:
  // To standard error, where that is a terminal on which nobody is typing what is to be read ("-" among the arguments). One at a time.
  Working(int argc, const char* const* argv);
  // To `handle`, for whoever knows better; after `patience`.
  Working(int handle, std::chrono::milliseconds patience);
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
  ~Working();

  // So much of so much is done; from any thread. Nothing happens where nothing is drawn.
  static void at(std::uint64_t done, std::uint64_t of);
  // Takes the line away for good: to be called before anything else is written.
  static void end();

 private:
  void draw(std::chrono::milliseconds patience);
  void stop();

  static Working*& current();

  int handle_;
  std::mutex mutex_;                       // guards the rest
  std::condition_variable changed_;
  bool ended_ = false, shown_ = false;
  std::uint64_t done_ = 0, of_ = 0;
  std::thread thread_;
};

}  // namespace rung::command_line
