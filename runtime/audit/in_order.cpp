#include "runtime/audit/in_order.hpp"

#include <utility>

namespace rung::audit {
namespace {

constexpr std::size_t usual_room = 4u << 20;   // bytes; what one very long text took is not kept for ever

}  // namespace

bool InOrder::wait_for_room(std::uint64_t number) {
  std::unique_lock lock(mutex_);
  moved_.wait(lock, [&] { return stopped_ || number < next_ + slots_.size(); });
  return !stopped_;
}

bool InOrder::give(std::uint64_t number, std::string& text) {
  std::unique_lock lock(mutex_);
  moved_.wait(lock, [&] { return stopped_ || number < next_ + slots_.size(); });
  if (stopped_) return false;
  slots_[number % slots_.size()].text.swap(text);
  slots_[number % slots_.size()].filled = true;
  if (writing_) return true;               // whoever writes comes to it
  writing_ = true;
  std::string out;
  while (!stopped_ && slots_[next_ % slots_.size()].filled) {
    Slot& slot = slots_[next_ % slots_.size()];
    out.swap(slot.text);
    slot.filled = false;
    const std::uint64_t at = next_;
    lock.unlock();
    const bool more = write_(at, out);     // meanwhile others work, and fill other slots
    if (out.capacity() > usual_room) std::string().swap(out);
    out.clear();
    lock.lock();
    ++next_;
    if (!more) stopped_ = true;
    moved_.notify_all();
  }
  writing_ = false;
  if (text.capacity() == 0) text.swap(out);
  return !stopped_;
}

void InOrder::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  moved_.notify_all();
}

bool InOrder::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

}  // namespace rung::audit
