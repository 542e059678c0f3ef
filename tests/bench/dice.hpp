// Numbers drawn from a seed, the same on every machine, which the standard's distributions are not.
#pragma once

#include <cstdint>
#include <iterator>

namespace bench {

class Dice {                               // splitmix64
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>((next() >> 32) * bound >> 32); }
  std::uint32_t between(std::uint32_t least, std::uint32_t most) { return least + below(most - least + 1); }
  bool one_in(std::uint32_t times) { return below(times) == 0; }
  template <class Items>
  const auto& of(const Items& items) { return items[below(static_cast<std::uint32_t>(std::size(items)))]; }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace bench
