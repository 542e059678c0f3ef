// One thread beside the one that answers: compiling a large framework takes longer than an editor waits for a word.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rung::lsp {

class Worker {
 public:
  using Done = std::function<void()>;          // to be called by the thread that answers
  using Task = std::function<Done()>;
  Worker();
  ~Worker();                                   // after the task that is running
  Worker(const Worker&) = delete;

  void post(Task task);
  bool idle() const;                           // nothing is running, waiting or to be taken
  // Readable when something is done.
  int bell() const { return bell_[0]; }
  std::vector<Done> take_done();
  // Waits until something is done, for at most so long; without an end when negative. False: nothing is.
  bool wait(std::chrono::milliseconds at_most) const;

 private:
  void run();
  mutable std::mutex mutex_;
  mutable std::condition_variable to_do_, done_;
  std::deque<Task> tasks_;
  std::vector<Done> finished_;
  bool running_ = false, closing_ = false;
  int bell_[2];
  std::thread thread_;
};

}  // namespace rung::lsp
