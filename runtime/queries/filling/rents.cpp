#include "runtime/queries/filling/rents.hpp"

#include <algorithm>

namespace rung::queries::filling {
namespace {

constexpr std::int64_t never = std::int64_t{1} << 60;
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

void Rents::gather_open(std::uint32_t p) {
  const Part& part = filling_.parts[p];
  open_.clear();
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e)
    if (decisions_.count_of(e) == Count::open) open_.push_back({price_[filling_.entries[e].credential], e});
}

// Sets which entries the part wants; what it pays for them.
std::int64_t Rents::fill(std::uint32_t p) {
  const Part& part = filling_.parts[p];
  std::fill_n(chosen_.begin() + part.entries.first, part.entries.count, char{0});
  last_of_[p] = 0;
  const std::int32_t open = part.target - decisions_.counted_in(p);
  if (open <= 0) return 0;
  gather_open(p);
  return part.counts ? fill_by_count(p, open) : fill_by_amount(p, open);
}

std::int64_t Rents::fill_by_count(std::uint32_t p, std::int32_t open) {
  const auto few = static_cast<std::size_t>(open);
  if (open_.size() < few) return never;
  const auto cheaper = [](const Open& a, const Open& b) { return a.price != b.price ? a.price < b.price : a.entry < b.entry; };
  if (open_.size() > few) std::nth_element(open_.begin(), open_.begin() + (open - 1), open_.end(), cheaper);
  std::int64_t pays = 0;
  for (std::size_t i = 0; i < few; ++i) {
    pays += open_[i].price;
    last_of_[p] = std::max(last_of_[p], open_[i].price);
    chosen_[open_[i].entry] = 1;
  }
  return pays;
}

// The least price by amount, one entry after the other, and back again.
std::int64_t Rents::fill_by_amount(std::uint32_t, std::int32_t open) {
  const auto width = static_cast<std::size_t>(open) + 1;
  least_.assign(width, never);
  least_[0] = 0;
  took_.assign(open_.size() * width, 0);
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const auto amount = static_cast<std::size_t>(std::min(filling_.entries[open_[i].entry].amount, open));
    char* const took = took_.data() + i * width;
    for (std::size_t t = width - 1; t > 0; --t) {
      const std::int64_t with = least_[t > amount ? t - amount : 0] + open_[i].price;
      if (with < least_[t]) {
        least_[t] = with;
        took[t] = 1;
      }
    }
  }
  if (least_[width - 1] >= never) return never;
  std::size_t t = width - 1;
  for (std::size_t i = open_.size(); i-- > 0 && t > 0;) {
    if (took_[i * width + t] == 0) continue;
    chosen_[open_[i].entry] = 1;
    const auto amount = static_cast<std::size_t>(filling_.entries[open_[i].entry].amount);
    t = t > amount ? t - amount : 0;
  }
  return least_[width - 1];
}

// What the part pays at the least without one of its entries.
std::int64_t Rents::least_without(std::uint32_t p, std::uint32_t without) {
  const Part& part = filling_.parts[p];
  const std::int32_t open = part.target - decisions_.counted_in(p);
  if (part.counts) {
    std::int64_t next = never;
    for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e)
      if (decisions_.count_of(e) == Count::open && chosen_[e] == 0) next = std::min(next, price_[filling_.entries[e].credential]);
    return next >= never ? never : part_pays_[p] - price_[filling_.entries[without].credential] + next;
  }
  const auto width = static_cast<std::size_t>(open) + 1;
  least_.assign(width, never);
  least_[0] = 0;
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
    if (e == without || decisions_.count_of(e) != Count::open) continue;
    const auto amount = static_cast<std::size_t>(std::min(filling_.entries[e].amount, open));
    const std::int64_t price = price_[filling_.entries[e].credential];
    for (std::size_t t = width - 1; t > 0; --t) least_[t] = std::min(least_[t], least_[t > amount ? t - amount : 0] + price);
  }
  return std::min(least_[width - 1], never);
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
    if (open > 0 && !part.counts) {
      gather_open(p);
      fill_by_amount(p, open);             // least_ again
    }
    const std::vector<std::int64_t> least = part.counts ? std::vector<std::int64_t>{} : least_;
    const std::int64_t others = best_ - part_pays_[p];
    for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
      if (decisions_.count_of(e) != Count::open) continue;
      const std::int64_t price = price_[filling_.entries[e].credential];
      if (chosen_[e] == 0) {
        std::int64_t with = price;
        if (open > 0) with += part.counts ? part_pays_[p] - last_of_[p] : least[static_cast<std::size_t>(std::max(0, open - filling_.entries[e].amount))];
        if (others + with > enough) found.push_back({e, false});
      } else if (others + least_without(p, e) > enough) {
        found.push_back({e, true});
      }
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
