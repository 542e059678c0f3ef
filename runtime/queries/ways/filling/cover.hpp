// An amount made up of whole things, for the least: exactly, by the least price of every smaller amount. Work and memory are the number of things times the amount (greatest_work).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rung::queries::filling {

inline constexpr std::int64_t never = std::int64_t{1} << 60;   // no way at all; a few of them still add up

class Cover {
 public:
  struct Thing {
    std::int64_t price;
    std::int32_t amount;
    std::uint32_t id;                      // whatever the caller knows it by
  };

  // To be filled in before find().
  std::vector<Thing> things;

  // The least price of `amount` or more, or `never`. Of equally cheap ways the one that does without the last things.
  std::int64_t find(std::int32_t amount) {
    width_ = static_cast<std::size_t>(amount) + 1;
    least_.assign(width_, never);
    least_[0] = 0;
    took_.assign(things.size() * width_, 0);
    for (std::size_t i = 0; i < things.size(); ++i) {
      const auto step = static_cast<std::size_t>(std::min(things[i].amount, amount));
      char* const took = took_.data() + i * width_;
      for (std::size_t t = width_ - 1; t > 0; --t) {
        const std::int64_t with = least_[t > step ? t - step : 0] + things[i].price;
        if (with >= least_[t]) continue;
        least_[t] = with;
        took[t] = 1;
      }
    }
    return std::min(least_[width_ - 1], never);
  }

  // Of the last find(): the least price of `amount`, no more than was asked for.
  std::int64_t least(std::int32_t amount) const { return least_[static_cast<std::size_t>(std::max(0, amount))]; }

  // Of the last find(), which found a way: calls `visit(id)` for each thing of it.
  template <class Visit>
  void each(Visit visit) const {
    std::size_t t = width_ - 1;
    for (std::size_t i = things.size(); i-- > 0 && t > 0;) {
      if (took_[i * width_ + t] == 0) continue;
      visit(things[i].id);
      const auto amount = static_cast<std::size_t>(things[i].amount);
      t = t > amount ? t - amount : 0;
    }
  }

 private:
  std::size_t width_ = 0;
  std::vector<std::int64_t> least_;        // by amount
  std::vector<char> took_;                 // by thing and amount
};

}  // namespace rung::queries::filling
