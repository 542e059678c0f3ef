// Texts that are needed for a while and then all at once no longer, in a few large pieces of memory: a hundred thousand small ones would leave holes that nothing else fits into.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace rung::parts {

class Arena {
 public:
  // A copy, 8-byte aligned, that stays where it is until `clear`. May be called by several threads.
  std::string_view keep(std::string_view text) {
    const std::size_t size = (text.size() + 7) / 8 * 8;
    char* at = nullptr;
    {
      const std::lock_guard<std::mutex> lock(taking_);
      if (size > left_) {
        left_ = std::max(size, chunk);
        chunks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        next_ = chunks_.back().get();
      }
      at = next_;
      next_ += size;
      left_ -= size;
    }
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }
  void clear() {
    chunks_.clear();
    left_ = 0;
  }

 private:
  static constexpr std::size_t chunk = std::size_t{1} << 26;   // so large that the system gives and takes it as a whole; what is not filled is not used
  std::mutex taking_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace rung::parts
