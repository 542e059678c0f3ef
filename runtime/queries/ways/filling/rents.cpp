#include "runtime/queries/ways/filling/rents.hpp"

#include <algorithm>

namespace rung::queries::filling {
namespace {

constexpr std::int64_t whole_step = 64;                 // shares of a step are in 64ths
constexpr std::int64_t greatest_rent = std::int64_t{1} << 46;   // more than all costs together; sums over greatest_entries of them fit

}  // namespace

Rents::Rents(const Filling& filling, const Decisions& decisions)
    : filling_(filling),
      decisions_(decisions),
      now_{std::vector<std::int64_t>(filling.size()), std::vector<std::int64_t>(filling.needs.size())},
      net_(filling.size()),
      price_(filling.size()),
      wanted_(filling.size()),
      chosen_(filling.entries.size()),
      part_pays_(filling.parts.size()),
      last_of_(filling.parts.size()),
      changed_(filling.parts.size(), 1),
      rent_way_(filling.size()),
      toll_way_(filling.needs.size()) {
  std::int64_t all = 1;
  for (const std::int64_t cost : filling.cost) all += cost;
  while (scale_ < (1 << 20) && all * scale_ * 2 <= (std::int64_t{1} << 44)) scale_ *= 2;
  for (std::uint32_t c = 0; c < filling.size(); ++c)
    if (!filling.needs_for(c).empty() || !filling.helped_by(c).empty()) tolled_.push_back(c);
}

bool Rents::is_had(std::uint32_t c) const {
  const Take take = decisions_.take_of(c);
  return take == Take::yes || (take == Take::open && (wanted_[c] > 0 || net_[c] < 0 || now_.rents[c] > 0));
}

// What may move, as decisions stand.
void Rents::begin() {
  std::fill(changed_.begin(), changed_.end(), 1);
  std::fill(rent_way_.begin(), rent_way_.end(), 0);
  std::fill(toll_way_.begin(), toll_way_.end(), 0);
  movable_.clear();
  live_needs_.clear();
  for (std::uint32_t c = 0; c < filling_.size(); ++c) {
    const bool contested = decisions_.open_entries(c) > 1 || (decisions_.take_of(c) == Take::yes && decisions_.open_entries(c) > 0);
    if (contested && !decisions_.is_counted(c))
      movable_.push_back(c);
    else
      now_.rents[c] = 0;
    net_[c] = filling_.cost[c] * scale_;
  }
  for (std::uint32_t n = 0; n < filling_.needs.size(); ++n) {
    if (decisions_.is_settled(n))
      now_.tolls[n] = 0;
    else
      live_needs_.push_back(n);
  }
}

std::int64_t Rents::evaluate() {
  std::int64_t value = 0;
  for (const std::uint32_t c : tolled_) {
    net_[c] = filling_.cost[c] * scale_;
    for (const std::uint32_t n : filling_.needs_for(c)) net_[c] += now_.tolls[n] * filling_.needs[n].least;
    for (const std::uint32_t n : filling_.helped_by(c)) net_[c] -= now_.tolls[n];
  }
  for (const std::uint32_t n : live_needs_)
    if (filling_.needs[n].owner == nobody) value += now_.tolls[n] * filling_.needs[n].least;
  for (std::uint32_t c = 0; c < filling_.size(); ++c) {
    const Take take = decisions_.take_of(c);
    if (take == Take::no) continue;
    const std::int64_t rent = now_.rents[c];
    value += (take == Take::yes ? net_[c] : std::min<std::int64_t>(net_[c], 0)) - rent;
    const std::int64_t price = (take == Take::yes ? 0 : std::max<std::int64_t>(net_[c], 0)) + rent;
    if (price == price_[c]) continue;
    price_[c] = price;
    for (const std::uint32_t e : filling_.entries_for(c)) changed_[filling_.entries[e].part] = 1;
  }
  std::fill(wanted_.begin(), wanted_.end(), 0);
  for (std::uint32_t p = 0; p < filling_.parts.size(); ++p) {
    if (changed_[p] != 0) part_pays_[p] = fill(p);
    changed_[p] = 0;
    value += part_pays_[p];
  }
  for (std::uint32_t e = 0; e < filling_.entries.size(); ++e) wanted_[filling_.entries[e].credential] += chosen_[e] != 0 ? 1 : 0;
  return value;
}

void Rents::gather_open(std::uint32_t p, std::uint32_t without) {
  const Part& part = filling_.parts[p];
  cover_.things.clear();
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e)
    if (decisions_.count_of(e) == Count::open && e != without) cover_.things.push_back({price_[filling_.entries[e].credential], filling_.entries[e].amount, e});
}

// Sets which entries the part wants; what it pays for them.
std::int64_t Rents::fill(std::uint32_t p) {
  const Part& part = filling_.parts[p];
  std::fill_n(chosen_.begin() + part.entries.first, part.entries.count, char{0});
  last_of_[p] = 0;
  const std::int32_t open = part.target - decisions_.counted_in(p);
  if (open <= 0) return 0;
  gather_open(p);
  if (part.counts) return fill_by_count(p, open);
  const std::int64_t pays = cover_.find(open);
  if (pays < never) cover_.each([&](std::uint32_t entry) { chosen_[entry] = 1; });
  return pays;
}

// The cheapest, without looking at amounts.
std::int64_t Rents::fill_by_count(std::uint32_t p, std::int32_t open) {
  auto& things = cover_.things;
  const auto few = static_cast<std::size_t>(open);
  if (things.size() < few) return never;
  const auto cheaper = [](const Cover::Thing& a, const Cover::Thing& b) { return a.price != b.price ? a.price < b.price : a.id < b.id; };
  if (things.size() > few) std::nth_element(things.begin(), things.begin() + (open - 1), things.end(), cheaper);
  std::int64_t pays = 0;
  for (std::size_t i = 0; i < few; ++i) {
    pays += things[i].price;
    last_of_[p] = std::max(last_of_[p], things[i].price);
    chosen_[things[i].id] = 1;
  }
  return pays;
}

// One step up: in the direction of what is wanted too often or not at all, softened by the direction before. False when there is nowhere to go.
bool Rents::step(std::int64_t value, std::int64_t aim, std::int64_t share) {
  std::int64_t norm = 0;
  for (const std::uint32_t c : movable_) {
    const std::int64_t rent = now_.rents[c];
    const std::int64_t ask = static_cast<std::int64_t>(wanted_[c]) - (is_had(c) ? 1 : 0);
    std::int64_t& way = rent_way_[c];
    way = 8 * ask + way / 2;
    if (rent == 0 && way < 0) way = 0;
    norm += way * way;
  }
  for (const std::uint32_t n : live_needs_) {
    const Need& need = filling_.needs[n];
    std::int64_t ask = need.owner == nobody || is_had(need.owner) ? need.least : 0;
    for (const std::uint32_t member : filling_.members_of(need)) ask -= is_had(member) ? 1 : 0;
    std::int64_t& way = toll_way_[n];
    way = 8 * ask + way / 2;
    if (now_.tolls[n] == 0 && way < 0) way = 0;
    norm += way * way;
  }
  if (norm == 0) return false;
  const std::int64_t length = std::max<std::int64_t>(1, (aim - value) / whole_step * share * 8 / norm);
  for (const std::uint32_t c : movable_) now_.rents[c] = std::clamp<std::int64_t>(now_.rents[c] + length * rent_way_[c], 0, greatest_rent);
  for (const std::uint32_t n : live_needs_) now_.tolls[n] = std::clamp<std::int64_t>(now_.tolls[n] + length * toll_way_[n], 0, greatest_rent);
  return true;
}

bool Rents::raise(std::int64_t limit, std::uint32_t rounds, Work& work) {
  begin();
  const std::int64_t enough = limit == no_cost ? never : (limit - 1) * scale_;   // above it, nothing costs less than the limit
  const std::uint64_t steps = 1 + filling_.entries.size() / 16;
  std::int64_t value = evaluate();
  best_ = value;
  best_rents_ = now_;
  std::int64_t share = whole_step;
  std::uint32_t in_vain = 0;
  bool latest = true;
  for (std::uint32_t round = 0; round < rounds && best_ <= enough && best_ < never; ++round) {
    if (!work.spend(steps)) return false;
    const std::int64_t aim = limit == no_cost ? value + value / 16 + scale_ : std::max(enough + scale_, value + scale_);
    if (!step(value, aim, share)) break;
    value = evaluate();
    latest = value > best_;
    if (latest) {
      best_ = value;
      best_rents_ = now_;
      in_vain = 0;
    } else if (++in_vain == 5) {
      in_vain = 0;
      share /= 2;
      if (share == 0) break;
    }
  }
  if (!latest) {
    now_ = best_rents_;
    evaluate();
  }
  return work.spend(steps);
}

bool Rents::decide_what_must_be(std::int64_t limit, Decisions& decisions) {
  if (limit == no_cost) return true;
  const std::int64_t enough = (limit - 1) * scale_;
  struct Found {
    std::uint32_t entry;
    bool here;
  };
  std::vector<Found> found;
  for (std::uint32_t p = 0; p < filling_.parts.size(); ++p) {
    const Part& part = filling_.parts[p];
    const std::int32_t open = part.target - decisions_.counted_in(p);
    const std::int64_t others = best_ - part_pays_[p];
    // What the part pays at the least for so much; of a part that counts, one less than it wants is all that is asked about.
    std::int64_t next = never;
    if (open > 0 && !part.counts) {
      gather_open(p);
      cover_.find(open);
    }
    for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
      if (decisions_.count_of(e) != Count::open || chosen_[e] != 0) continue;
      const std::int64_t price = price_[filling_.entries[e].credential];
      next = std::min(next, price);
      std::int64_t with = price;
      if (open > 0) with += part.counts ? part_pays_[p] - last_of_[p] : cover_.least(open - filling_.entries[e].amount);
      if (others + with > enough) found.push_back({e, false});
    }
    for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
      if (chosen_[e] == 0 || decisions_.count_of(e) != Count::open) continue;
      std::int64_t without = next >= never ? never : part_pays_[p] - price_[filling_.entries[e].credential] + next;
      if (!part.counts) {
        gather_open(p, e);
        without = cover_.find(open);
      }
      if (others + without > enough) found.push_back({e, true});
    }
  }
  for (const Found& one : found) {
    if (decisions.count_of(one.entry) != Count::open) {
      if ((decisions.count_of(one.entry) == Count::here) != one.here) return false;
      continue;
    }
    if (!(one.here ? decisions.count(one.entry) : decisions.bar(one.entry))) return false;
  }
  return true;
}

}  // namespace rung::queries::filling
