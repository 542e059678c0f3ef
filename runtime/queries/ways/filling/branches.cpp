#include "runtime/queries/ways/filling/branches.hpp"

#include <algorithm>

namespace rung::queries::filling {
namespace {

constexpr std::uint32_t first_rounds = 400, further_rounds = 30;

}  // namespace

Branches::Branches(const Filling& filling, Decisions& decisions, Work& work)
    : filling_(filling), decisions_(decisions), work_(work), rents_(filling, decisions), builder_(filling, decisions) {}

bool Branches::narrow(std::int64_t limit) {
  if (!rents_.raise(limit, further_rounds, work_)) return true;
  return rents_.bound() < limit && rents_.decide_what_must_be(limit, decisions_);
}

std::int64_t Branches::least(std::int64_t limit, std::uint32_t rounds) {
  rents_.raise(limit, rounds, work_);
  return rents_.bound();
}

bool Branches::search(Wanted wanted, std::int64_t limit, Filled& best) {
  const std::size_t before = decisions_.mark();
  std::vector<Split> splits;
  std::uint32_t rounds = first_rounds;
  bound_ = 0;
  for (bool first = true;; first = false) {
    bool closed = false;
    if (!look(rounds, limit, best, closed)) break;
    if (first) {
      bound_ = rents_.bound();
      first_rents_ = rents_.now();
    }
    if (wanted == Wanted::any && best.exists()) break;
    rounds = further_rounds;
    Split split{};
    if (!closed && choose(split)) {
      split.mark = decisions_.mark();
      split.rents = rents_.now();
      splits.push_back(std::move(split));
      if (decide(splits.back(), splits.back().first)) continue;
    }
    // Back to what has another side.
    bool open = false;
    while (!splits.empty() && !open) {
      Split& last = splits.back();
      decisions_.undo(last.mark);
      if (last.second_tried) {
        splits.pop_back();
        continue;
      }
      last.second_tried = true;
      rents_.set(last.rents);
      open = decide(last, !last.first);
    }
    if (!open) break;
  }
  decisions_.undo(before);
  return !work_.stopped;
}

// Looks at what is decided so far. `closed`: nothing cheaper comes of it. False when the work limit stopped it.
bool Branches::look(std::uint32_t rounds, std::int64_t& limit, Filled& best, bool& closed) {
  closed = false;
  for (bool again = true; again;) {
    again = false;
    if (!rents_.raise(limit, rounds, work_)) return false;
    closed = rents_.bound() >= limit;
    if (closed) return true;
    const Filled built = builder_.build(rents_);
    if (!work_.spend(1 + filling_.entries.size() / 4)) return false;
    if (built.cost < limit) {
      best = built;
      limit = built.cost;
      closed = rents_.bound() >= limit;
      if (closed) return true;
      again = rounds == first_rounds;      // with a better aim the bound rises further
    }
    const std::size_t mark = decisions_.mark();
    if (!rents_.decide_what_must_be(limit, decisions_)) {
      closed = true;
      return true;
    }
    again = again || decisions_.mark() > mark + 2;
    rounds = std::min(rounds, further_rounds);
  }
  return true;
}

// What to decide next: where the parts contradict each other the most.
bool Branches::choose(Split& split) const {
  std::int64_t greatest = -1;
  const auto consider = [&](std::int64_t weight, bool is_entry, std::uint32_t which, bool first) {
    if (weight <= greatest) return;
    greatest = weight;
    split.is_entry = is_entry;
    split.which = which;
    split.first = first;
  };
  for (std::uint32_t e = 0; e < filling_.entries.size(); ++e) {
    const std::uint32_t c = filling_.entries[e].credential;
    if (decisions_.count_of(e) != Count::open || !rents_.is_wanted(e)) continue;
    if (rents_.wanted_by(c) > 1) consider(rents_.price(c) * 2, true, e, true);
  }
  for (std::uint32_t c = 0; c < filling_.size(); ++c) {
    if (decisions_.take_of(c) == Take::open && rents_.wanted_by(c) == 0 && rents_.rent(c) > 0) consider(rents_.rent(c), false, c, false);
  }
  if (greatest > 0) return true;
  for (std::uint32_t n = 0; n < filling_.needs.size(); ++n) {
    const Need& need = filling_.needs[n];
    if (decisions_.is_settled(n)) continue;
    std::int32_t had = 0;
    for (const std::uint32_t member : filling_.members_of(need)) had += rents_.is_had(member) ? 1 : 0;
    const bool owned = need.owner == nobody || rents_.is_had(need.owner);
    if (!owned || had == need.least) continue;
    for (const std::uint32_t member : filling_.members_of(need))
      if (decisions_.take_of(member) == Take::open) consider(1 + rents_.toll(n), false, member, true);
    if (need.owner != nobody && decisions_.take_of(need.owner) == Take::open) consider(1 + rents_.toll(n), false, need.owner, false);
  }
  if (greatest >= 0) return true;
  // No contradiction, and yet the bound is not met: whatever is open.
  for (std::uint32_t c = 0; c < filling_.size() && greatest < 0; ++c)
    if (decisions_.take_of(c) == Take::open) consider(0, false, c, rents_.is_had(c));
  for (std::uint32_t e = 0; e < filling_.entries.size() && greatest < 0; ++e)
    if (decisions_.count_of(e) == Count::open) consider(0, true, e, rents_.is_wanted(e));
  return greatest >= 0;
}

bool Branches::decide(const Split& split, bool way) {
  if (split.is_entry) return way ? decisions_.count(split.which) : decisions_.bar(split.which);
  return way ? decisions_.take(split.which) : decisions_.leave(split.which);
}

}  // namespace rung::queries::filling
