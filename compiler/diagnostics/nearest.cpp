// "Did you mean": the nearest of the names that could stand there.
//
// Distances are those of Damerau and Levenshtein with neighbours exchanged at most once, computed a column at a time in the bits of
// one word (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"): a registry of 100,000 names
// is searched in milliseconds.
#include <algorithm>
#include <array>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {
namespace {

constexpr std::size_t longest = 64;  // bytes: the bits of a word

class Distance {
 public:
  explicit Distance(std::string_view name) : length_(name.size()) {
    for (std::size_t i = 0; i < length_; ++i) places_[static_cast<unsigned char>(name[i])] |= std::uint64_t{1} << i;
  }

  // From the name to `other`. As in the paper: a bit of VP (VN) says that a cell of the column is one more (less) than the cell
  // above it, one of HP (HN) that it is one more (less) than the cell to its left, one of D0 that it equals the one diagonally before.
  std::size_t to(std::string_view other) const {
    std::uint64_t vp = ~std::uint64_t{0}, vn = 0, d0 = 0, earlier = 0;
    const std::uint64_t last = std::uint64_t{1} << (length_ - 1);
    std::size_t distance = length_;
    for (const char c : other) {
      const std::uint64_t here = places_[static_cast<unsigned char>(c)];
      const std::uint64_t exchanged = ((~d0 & here) << 1) & earlier;
      d0 = (((here & vp) + vp) ^ vp) | here | vn | exchanged;
      std::uint64_t hp = vn | ~(d0 | vp);
      std::uint64_t hn = d0 & vp;
      if ((hp & last) != 0) ++distance;
      if ((hn & last) != 0) --distance;
      hp = hp << 1 | 1;
      hn <<= 1;
      vp = hn | ~(d0 | hp);
      vn = hp & d0;
      earlier = here;
    }
    return distance;
  }

 private:
  std::size_t length_;
  std::array<std::uint64_t, 256> places_{};  // of each byte in the name, a bit each
};

}  // namespace

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
  if (name.empty() || name.size() > longest) return {};
  const Distance distance(name);
  std::size_t limit = name.size() / 3 + 1;  // what is found takes fewer steps
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const bool elsewhere = candidate.size() > name.size() && candidate.ends_with(name) && candidate[candidate.size() - name.size() - 1] == '.';
    const std::size_t difference = std::max(candidate.size(), name.size()) - std::min(candidate.size(), name.size());
    if (!elsewhere && difference >= limit) continue;
    const std::size_t steps = elsewhere ? 1 : distance.to(candidate);
    if (steps < limit || (elsewhere && found.empty())) {
      found = candidate;
      limit = steps;
    }
  }
  return found;
}

}  // namespace rung::diagnostics
