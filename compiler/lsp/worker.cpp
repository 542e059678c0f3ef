#include "compiler/lsp/worker.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace rung::lsp {

Worker::Worker() {
  if (::pipe(bell_) != 0) throw std::runtime_error("no pipe can be made");
  for (const int end : bell_) {
    ::fcntl(end, F_SETFL, O_NONBLOCK);
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
  }
  thread_ = std::thread([this] { run(); });
}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    tasks_.clear();
  }
  to_do_.notify_all();
  thread_.join();
  ::close(bell_[0]);
  ::close(bell_[1]);
}

void Worker::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  to_do_.notify_all();
}

bool Worker::idle() const {
  const std::lock_guard lock(mutex_);
  return tasks_.empty() && finished_.empty() && !running_;
}

std::vector<Worker::Done> Worker::take_done() {
  char bytes[64];
  while (::read(bell_[0], bytes, sizeof bytes) > 0) {}
  const std::lock_guard lock(mutex_);
  return std::exchange(finished_, {});
}

bool Worker::wait(std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  const auto ready = [this] { return !finished_.empty(); };
  if (at_most.count() >= 0) return done_.wait_for(lock, at_most, ready);
  done_.wait(lock, ready);
  return true;
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    to_do_.wait(lock, [this] { return closing_ || !tasks_.empty(); });
    if (closing_) return;
    running_ = true;
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    Done done = task();
    task = nullptr;
    lock.lock();
    running_ = false;
    finished_.push_back(std::move(done));
    done_.notify_all();
    // A full pipe rings already.
    [[maybe_unused]] const ssize_t rung = ::write(bell_[1], "", 1);
  }
}

}  // namespace rung::lsp
