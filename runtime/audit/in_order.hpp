// What several threads have made, written in the order in which it was asked for.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace rung::audit {

// A window over numbered texts: number 0 is written first, then 1, and so on. What comes early is kept; whoever is too far ahead of what has been written waits, so no more
// than `width` texts are ever kept.
class InOrder {
 public:
  // `write` is called by one thread at a time; when it says false, nothing more is written.
  using Write = std::function<bool(std::uint64_t number, const std::string& text)>;
  InOrder(std::size_t width, Write write) : slots_(width), write_(std::move(write)) {}

  // Until `number` may be given without waiting. False when nothing more is wanted.
  bool wait_for_room(std::uint64_t number);
  // Each number is given once. `text` is taken and left with nothing, or with the room of an earlier one. False when nothing more is wanted.
  bool give(std::uint64_t number, std::string& text);
  // Nothing more is wanted, and nobody waits any longer.
  void stop();
  bool stopped() const;

 private:
  struct Slot {
    bool filled = false;
    std::string text;
  };

  mutable std::mutex mutex_;
  std::condition_variable moved_;
  std::vector<Slot> slots_;
  Write write_;
  std::uint64_t next_ = 0;                 // to be written
  bool writing_ = false, stopped_ = false;
};

}  // namespace rung::audit
