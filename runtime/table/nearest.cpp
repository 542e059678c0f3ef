#include "runtime/table/nearest.hpp"

#include <algorithm>
#include <array>

namespace rung::table {
namespace {

constexpr std::size_t longest = 100;     // bytes; nobody mistypes a longer name

// Levenshtein's distance, or `limit` + 1 when it is more. Only a band of 2 * limit + 1 around the diagonal can hold less.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::array<std::size_t, longest + 8> row;
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 1, last = std::min(b.size(), i + limit);
    std::size_t diagonal = row[first - 1], best = limit + 1;
    row[first - 1] = first == 1 ? i : limit + 1;
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t above = j == i + limit ? limit + 1 : row[j];
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, above + 1, row[j - 1] + 1});
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

}  // namespace

std::optional<std::string_view> nearest_name(const NameList& names, std::string_view wanted) {
  if (wanted.empty() || wanted.size() > longest) return std::nullopt;
  std::size_t least = std::clamp<std::size_t>(wanted.size() / 3, 1, 3) + 1;
  std::optional<std::string_view> nearest;
  for (std::size_t i = 0; i < names.size() && least > 0; ++i) {
    const std::string_view name = names[i];
    const std::size_t whole = distance(wanted, name, least - 1), part = distance(wanted, last_part(name), least - 1);
    if (std::min(whole, part) >= least) continue;
    least = std::min(whole, part);
    nearest = name;
  }
  return nearest;
}

}  // namespace rung::table
