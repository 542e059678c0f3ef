// Filling the parts of a rule for the least, each credential once: against trying every set, and of the sizes at which that can't be done against what must hold of any bound.
#include "runtime/queries/ways/filling/best_fillings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using namespace rung::queries;
using namespace rung::queries::filling;

class Made {
 public:
  explicit Made(std::uint64_t seed) : numbers_(seed) {}
  int between(int least, int most) { return least + static_cast<int>(numbers_() % static_cast<std::uint64_t>(most - least + 1)); }
  bool one_in(int times) { return between(1, times) == 1; }

  // Costs are drawn from few numbers, so that there are ties.
  Filling filling(int credentials, int parts, int most_members) {
    Filling out;
    const int greatest = one_in(2) ? 3 : 500, held = one_in(2) ? 25 : 0;
    std::vector<int> amounts;
    for (int c = 0; c < credentials; ++c) {
      const bool is_held = between(1, 100) <= held;
      out.held.push_back(is_held ? 1 : 0);
      out.cost.push_back(is_held ? 0 : between(0, greatest) * (credentials + 1) + 1);
      amounts.push_back(between(1, 6));
      if (c > 1 && between(1, 100) <= 15) add_need(out, static_cast<std::uint32_t>(c), 1, c - 1);
    }
    if (one_in(4)) add_need(out, nobody, between(1, 2), credentials - 1);
    for (int p = 0; p < parts; ++p) {
      Part part{{static_cast<std::uint32_t>(out.entries.size()), 0}, 0, one_in(2)};
      int all = 0;
      for (int c = 0; c < credentials; ++c) {
        const int chance = 100 * most_members / credentials;
        if (between(1, 100) > chance) continue;
        const int amount = part.counts ? 1 : amounts[static_cast<std::size_t>(c)];
        all += amount;
        out.entries.push_back({static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(p), amount});
      }
      part.entries.count = static_cast<std::uint32_t>(out.entries.size()) - part.entries.first;
      part.target = std::max(1, between(all / 5, all / 3));
      out.parts.push_back(part);
    }
    out.index();
    return out;
  }

 private:
  void add_need(Filling& out, std::uint32_t owner, int least, int last) {
    Need need{owner, least, {static_cast<std::uint32_t>(out.members.size()), 0}};
    for (int m = 0; m < 2; ++m) {
      const auto member = static_cast<std::uint32_t>(between(0, last));
      if (m == 0 || out.members.back() != member) out.members.push_back(member);
    }
    need.members.count = static_cast<std::uint32_t>(out.members.size()) - need.members.first;
    out.needs.push_back(need);
  }

  std::mt19937_64 numbers_;
};

// ---- the same, slowly ----

bool fills(const Filling& filling, std::uint32_t had, std::uint32_t from, std::vector<int>& open) {
  if (from == filling.size()) return std::all_of(open.begin(), open.end(), [](int one) { return one <= 0; });
  if ((had >> from & 1) != 0)
    for (const std::uint32_t e : filling.entries_for(from)) {
      const Entry& entry = filling.entries[e];
      open[entry.part] -= entry.amount;
      const bool filled = fills(filling, had, from + 1, open);
      open[entry.part] += entry.amount;
      if (filled) return true;
    }
  return fills(filling, had, from + 1, open);
}

struct Set {
  std::int64_t cost;
  std::vector<char> taken;
};

bool contains(const Set& all, const Set& some) {
  for (std::size_t c = 0; c < all.taken.size(); ++c)
    if (some.taken[c] > all.taken[c]) return false;
  return true;
}

std::vector<Set> every_filling(const Filling& filling) {
  std::vector<Set> all;
  std::uint32_t held = 0;
  for (std::uint32_t c = 0; c < filling.size(); ++c) held |= filling.held[c] != 0 ? 1u << c : 0;
  for (std::uint32_t take = 0; take < 1u << filling.size(); ++take) {
    if ((take & held) != 0) continue;
    const std::uint32_t had = take | held;
    const bool allowed = std::all_of(filling.needs.begin(), filling.needs.end(), [&](const Need& need) {
      if (need.owner != nobody && (had >> need.owner & 1) == 0) return true;
      int members = 0;
      for (const std::uint32_t member : filling.members_of(need)) members += static_cast<int>(had >> member & 1);
      return members >= need.least;
    });
    std::vector<int> open;
    for (const Part& part : filling.parts) open.push_back(part.target);
    if (!allowed || !fills(filling, had, 0, open)) continue;
    Set set{0, std::vector<char>(filling.size())};
    for (std::uint32_t c = 0; c < filling.size(); ++c) {
      if ((take >> c & 1) == 0) continue;
      set.taken[c] = 1;
      set.cost += filling.cost[c];
    }
    all.push_back(std::move(set));
  }
  std::sort(all.begin(), all.end(), [](const Set& a, const Set& b) { return a.cost != b.cost ? a.cost < b.cost : first_by_name(a.taken, b.taken); });
  std::vector<Set> smallest;
  for (const Set& set : all)
    if (std::none_of(smallest.begin(), smallest.end(), [&](const Set& one) { return contains(set, one); })) smallest.push_back(set);
  return smallest;
}

// What is counted is had, once, and fills every part.
void expect_filled(const Filling& filling, const Filled& filled) {
  std::vector<int> counted(filling.parts.size());
  for (std::uint32_t c = 0; c < filling.size(); ++c) {
    if (filled.counted_at[c] == nobody) continue;
    EXPECT_TRUE(filled.taken[c] != 0 || filling.held[c] != 0);
    const auto entries = filling.entries_for(c);
    const auto at = std::find_if(entries.begin(), entries.end(), [&](std::uint32_t e) { return filling.entries[e].part == filled.counted_at[c]; });
    ASSERT_NE(at, entries.end());
    counted[filled.counted_at[c]] += filling.entries[*at].amount;
  }
  for (std::size_t p = 0; p < counted.size(); ++p) EXPECT_GE(counted[p], filling.parts[p].target);
}

TEST(Filling, AsEverySetTriedOneByOne) {
  std::size_t sets = 0, none = 0, ties = 0, with_needs = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Made made(seed);
    const int credentials = made.between(4, 11);
    const Filling filling = made.filling(credentials, made.between(1, 4), 5);
    const auto expected = every_filling(filling);
    Work work{10'000'000};
    BestFillings best(filling, work);
    for (std::size_t i = 0; i <= expected.size() && i < 30; ++i) {
      if (i < expected.size()) { EXPECT_LE(best.bound(), expected[i].cost); }
      Filled filled;
      const auto next = best.next(filled);
      if (i == expected.size()) {
        EXPECT_EQ(next, BestFillings::Next::none);
        EXPECT_FALSE(best.clearly_more());
        break;
      }
      ASSERT_EQ(next, BestFillings::Next::found);
      ASSERT_EQ(filled.cost, expected[i].cost);
      ASSERT_EQ(filled.taken, expected[i].taken);
      expect_filled(filling, filled);
      ++sets;
      ties += i > 0 && expected[i].cost == expected[i - 1].cost ? 1 : 0;
      if (best.clearly_more()) { EXPECT_LT(i + 1, expected.size()); }
    }
    none += expected.empty() ? 1 : 0;
    with_needs += filling.needs.empty() ? 0 : 1;
  }
  EXPECT_GT(sets, 1000u);
  EXPECT_GT(none, 10u);
  EXPECT_GT(ties, 50u);
  EXPECT_GT(with_needs, 100u);
}

// Whatever the rents are, the bound is below what something costs.
TEST(Filling, TheBoundIsBelowEveryFilling) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Made made(seed);
    const Filling filling = made.filling(made.between(4, 10), made.between(1, 4), 5);
    const auto expected = every_filling(filling);
    const Decisions decisions(filling);
    if (expected.empty() || !decisions.possible()) continue;
    Rents rents(filling, decisions);
    Work work{1'000'000};
    RentsAndTolls any = rents.now();
    for (int round = 0; round < 20; ++round) {
      for (std::int64_t& rent : any.rents) rent = made.between(0, 1'000'000);
      for (std::int64_t& toll : any.tolls) toll = made.between(0, 1'000'000);
      rents.set(any);
      ASSERT_TRUE(rents.raise(no_cost, static_cast<std::uint32_t>(made.between(0, 30)), work));
      ASSERT_LE(rents.bound(), expected.front().cost);
    }
  }
}

// As large as awards get; nothing tries every set of these.
TEST(Filling, IsProvenWithinFewStepsWhenPartsOverlapHeavily) {
  int found = 0;
  for (const int credentials : {30, 60, 120})
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      Made made(seed);
      const Filling filling = made.filling(credentials, credentials / 6, 9);
      Work work{4'000'000};
      BestFillings best(filling, work);
      Filled filled;
      const auto next = best.next(filled);
      ASSERT_NE(next, BestFillings::Next::stopped);
      if (next != BestFillings::Next::found) continue;
      expect_filled(filling, filled);
      ++found;
    }
  EXPECT_GT(found, 20);
}

TEST(Filling, StoppedByTheWorkLimitItSaysLessAndNothingWrong) {
  Made made(7);
  const Filling filling = made.filling(60, 10, 9);
  Work enough{10'000'000};
  Filled best;
  ASSERT_EQ(BestFillings(filling, enough).next(best), BestFillings::Next::found);
  bool ever_stopped = false;
  for (std::uint64_t steps = 1; steps < 100'000; steps = steps * 3 / 2 + 1) {
    Work work{steps};
    BestFillings some(filling, work);
    Filled filled;
    const auto next = some.next(filled);
    if (next == BestFillings::Next::found) {
      EXPECT_EQ(filled.taken, best.taken) << steps;
      continue;
    }
    ASSERT_EQ(next, BestFillings::Next::stopped) << steps;
    ever_stopped = true;
    EXPECT_LE(some.bound(), best.cost) << steps;
    if (some.some().exists()) expect_filled(filling, some.some());
  }
  EXPECT_TRUE(ever_stopped);
}

TEST(Filling, UndoingBringsEverythingBack) {
  int steps = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Made made(seed);
    const Filling filling = made.filling(20, 4, 8);
    Decisions decisions(filling);
    if (!decisions.possible()) continue;
    const auto all = [&] {
      std::vector<int> out;
      for (std::uint32_t c = 0; c < filling.size(); ++c) {
        out.push_back(static_cast<int>(decisions.take_of(c)));
        out.push_back(static_cast<int>(decisions.open_entries(c)));
        out.push_back(static_cast<int>(decisions.place_of(c)));
      }
      for (std::uint32_t e = 0; e < filling.entries.size(); ++e) out.push_back(static_cast<int>(decisions.count_of(e)));
      for (std::uint32_t p = 0; p < filling.parts.size(); ++p) {
        out.push_back(decisions.counted_in(p));
        out.push_back(decisions.possible_in(p));
      }
      for (std::uint32_t n = 0; n < filling.needs.size(); ++n) out.push_back(decisions.is_settled(n) ? 1 : 0);
      return out;
    };
    const auto before = all();
    const std::size_t mark = decisions.mark();
    for (int step = 0; step < 10; ++step) {
      const auto c = static_cast<std::uint32_t>(made.between(0, 19));
      const auto e = static_cast<std::uint32_t>(made.between(0, static_cast<int>(filling.entries.size()) - 1));
      const int what = made.between(1, 4);
      if (!(what == 1 ? decisions.take(c) : what == 2 ? decisions.leave(c) : what == 3 ? decisions.count(e) : decisions.bar(e))) break;
      ++steps;
    }
    decisions.undo(mark);
    EXPECT_EQ(all(), before);
  }
  EXPECT_GT(steps, 100);
}

}  // namespace
