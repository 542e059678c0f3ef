#include "compiler/rungc/line_difference.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace rungc {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context = 3;
constexpr std::size_t most_changes = 2000;   // beyond, what lies between the first and the last change is shown as changed

Lines lines_of(std::string_view text) {
  Lines out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1);
    out.push_back(text.substr(begin, end + 1 - begin));
    begin = end + 1;
  }
  return out;
}

// A line that is kept ('='), left out ('-') or put in ('+').
struct Change {
  char kind;
  std::size_t before, after;               // how many lines of each text come before it
};

// The fewest changes, by Myers' greedy algorithm (An O(ND) difference algorithm, 1986); none when they are too many.
bool fewest_changes(const Lines& a, const Lines& b, std::size_t first, std::size_t end_a, std::size_t end_b, std::vector<Change>& out) {
  const auto n = static_cast<std::ptrdiff_t>(end_a - first), m = static_cast<std::ptrdiff_t>(end_b - first);
  const auto most = static_cast<std::ptrdiff_t>(std::min<std::size_t>(static_cast<std::size_t>(n + m), most_changes));
  std::vector<std::vector<std::ptrdiff_t>> reached;   // by number of changes: how far in `a` on each diagonal
  std::vector<std::ptrdiff_t> far(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&](std::vector<std::ptrdiff_t>& of, std::ptrdiff_t diagonal) -> std::ptrdiff_t& { return of[static_cast<std::size_t>(diagonal + most + 1)]; };
  std::ptrdiff_t changes = 0;
  for (bool found = false; !found; ++changes) {
    if (changes > most) return false;
    reached.push_back(far);
    for (std::ptrdiff_t k = -changes; k <= changes && !found; k += 2) {
      std::ptrdiff_t x = k == -changes || (k != changes && at(far, k - 1) < at(far, k + 1)) ? at(far, k + 1) : at(far, k - 1) + 1;
      while (x < n && x - k < m && a[first + static_cast<std::size_t>(x)] == b[first + static_cast<std::size_t>(x - k)]) ++x;
      at(far, k) = x;
      found = x >= n && x - k >= m;
    }
  }
  std::ptrdiff_t x = n, y = m;
  for (std::ptrdiff_t d = changes - 1; d >= 0; --d) {
    std::vector<std::ptrdiff_t>& earlier = reached[static_cast<std::size_t>(d)];
    const std::ptrdiff_t k = x - y;
    const bool down = k == -d || (k != d && at(earlier, k - 1) < at(earlier, k + 1));
    const std::ptrdiff_t from = down ? k + 1 : k - 1, start = d == 0 ? 0 : at(earlier, from), start_y = d == 0 ? 0 : start - from;
    while (x > start && y > start_y) --x, --y, out.push_back({'=', first + static_cast<std::size_t>(x), first + static_cast<std::size_t>(y)});
    if (d == 0) break;
    if (down) --y;
    else --x;
    out.push_back({down ? '+' : '-', first + static_cast<std::size_t>(x), first + static_cast<std::size_t>(y)});
  }
  std::reverse(out.begin(), out.end());
  return true;
}

std::vector<Change> changes_between(const Lines& a, const Lines& b) {
  std::size_t first = 0, end_a = a.size(), end_b = b.size();
  while (first < end_a && first < end_b && a[first] == b[first]) ++first;
  while (end_a > first && end_b > first && a[end_a - 1] == b[end_b - 1]) --end_a, --end_b;
  std::vector<Change> out, between;
  for (std::size_t i = 0; i < first; ++i) out.push_back({'=', i, i});
  if (!fewest_changes(a, b, first, end_a, end_b, between)) {
    between.clear();
    for (std::size_t i = first; i < end_a; ++i) between.push_back({'-', i, first});
    for (std::size_t i = first; i < end_b; ++i) between.push_back({'+', end_a, i});
  }
  out.insert(out.end(), between.begin(), between.end());
  for (std::size_t i = 0; end_a + i < a.size(); ++i) out.push_back({'=', end_a + i, end_b + i});
  return out;
}

std::string range(std::size_t first, std::size_t count) { return count == 1 ? std::to_string(first + 1) : fmt::format("{},{}", count == 0 ? first : first + 1, count); }

}  // namespace

std::string line_difference(std::string_view path, std::string_view before, std::string_view after) {
  const Lines a = lines_of(before), b = lines_of(after);
  const std::vector<Change> all = changes_between(a, b);
  std::string out;
  for (std::size_t at = 0; at < all.size();) {
    if (all[at].kind == '=') {
      ++at;
      continue;
    }
    // A part reaches as far as its changes lie no more than twice the context apart.
    const std::size_t begin = at - std::min(at, context);
    std::size_t end = at, kept = 0;
    for (std::size_t i = at; i < all.size() && kept <= 2 * context; ++i) {
      kept = all[i].kind == '=' ? kept + 1 : 0;
      if (kept == 0) end = i + 1;
    }
    end = std::min(end + context, all.size());
    const auto in_part = [&](char kind) { return static_cast<std::size_t>(std::count_if(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end), [&](const Change& one) { return one.kind == '=' || one.kind == kind; })); };
    if (out.empty()) out = fmt::format("--- {}\n+++ {}\n", path, path);
    out += fmt::format("@@ -{} +{} @@\n", range(all[begin].before, in_part('-')), range(all[begin].after, in_part('+')));
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view line = all[i].kind == '+' ? b[all[i].after] : a[all[i].before];
      out += all[i].kind == '=' ? ' ' : all[i].kind;
      out += line;
      if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
    }
    at = end;
  }
  return out;
}

}  // namespace rungc
