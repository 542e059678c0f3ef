#include "runtime/queries/ways/filling/builder.hpp"

#include <algorithm>

namespace rung::queries::filling {
Builder::Builder(const Filling& filling, const Decisions& decisions)
    : filling_(filling), decisions_(decisions), at_(filling.size()), had_(filling.size()), price_(filling.size()), at_least_(filling.size()) {
  for (std::uint32_t p = 0; p < filling.parts.size(); ++p) by_tightness_.push_back(p);
  // Needs go in no circle, so that this comes to an end.
  std::vector<std::int64_t> costs;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t c = 0; c < filling.size(); ++c) {
      std::int64_t cost = filling.cost[c];
      for (const std::uint32_t n : filling.needs_for(c)) {
        costs.clear();
        for (const std::uint32_t member : filling.members_of(filling.needs[n])) costs.push_back(at_least_[member]);
        std::sort(costs.begin(), costs.end());
        for (std::size_t i = 0; i < costs.size() && i < static_cast<std::size_t>(filling.needs[n].least); ++i) cost = std::min(never, cost + costs[i]);
      }
      changed = changed || cost != at_least_[c];
      at_least_[c] = cost;
    }
  }
}

Filled Builder::build(const Rents& rents) {
  Filled out;
  if (!fill_all(rents)) return out;
  std::int64_t cost = close();
  if (cost >= never) return out;
  const auto keep = [&] {
    out.cost = cost;
    out.counted_at = at_;
    out.taken.assign(filling_.size(), 0);
    for (std::uint32_t c = 0; c < filling_.size(); ++c) out.taken[c] = had_[c] != 0 && filling_.held[c] == 0 ? 1 : 0;
  };
  keep();
  for (bool better = true; better;) {
    better = false;
    for (std::uint32_t p = 0; p < filling_.parts.size(); ++p) {
      if (improve(p)) {
        cost = close();
        if (cost < out.cost) {
          keep();
          better = true;
          continue;
        }
      }
      at_ = out.counted_at;                // as it was
    }
  }
  return out;
}

// What only one part wants goes there; then each part in turn takes what it still lacks, those first that have least to choose from.
bool Builder::fill_all(const Rents& rents) {
  for (std::uint32_t c = 0; c < filling_.size(); ++c) {
    at_[c] = decisions_.place_of(c);
    price_[c] = rents.price(c);
  }
  for (std::uint32_t e = 0; e < filling_.entries.size(); ++e) {
    const Entry& entry = filling_.entries[e];
    if (rents.is_wanted(e) && rents.wanted_by(entry.credential) == 1 && at_[entry.credential] == nobody) at_[entry.credential] = entry.part;
  }
  const auto slack = [&](std::uint32_t p) { return decisions_.possible_in(p) - filling_.parts[p].target; };
  std::sort(by_tightness_.begin(), by_tightness_.end(), [&](std::uint32_t a, std::uint32_t b) { return slack(a) != slack(b) ? slack(a) < slack(b) : a < b; });
  for (const std::uint32_t p : by_tightness_) {
    if (fill(p)) continue;
    // What others were given is taken away from them; they come again.
    for (std::uint32_t c = 0; c < filling_.size(); ++c) at_[c] = decisions_.place_of(c);
    bool all = fill(p);
    for (const std::uint32_t other : by_tightness_)
      if (other != p) all = all && fill(other);
    return all;
  }
  return true;
}

// Adds to what the part has, for the least by `price_`.
bool Builder::fill(std::uint32_t p) {
  const Part& part = filling_.parts[p];
  std::int32_t open = part.target;
  cover_.things.clear();
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
    const Entry& entry = filling_.entries[e];
    if (at_[entry.credential] == p) open -= entry.amount;
    if (at_[entry.credential] == nobody && decisions_.count_of(e) == Count::open) cover_.things.push_back({price_[entry.credential], entry.amount, e});
  }
  if (open <= 0) return true;
  if (cover_.find(open) >= never) return false;
  cover_.each([&](std::uint32_t entry) { at_[filling_.entries[entry].credential] = p; });
  return true;
}

// The part is emptied, and filled for what it then really costs, all others being as they are.
bool Builder::improve(std::uint32_t p) {
  empty(p);
  if (close() >= never) return false;      // so that what is had without it is known
  const Part& part = filling_.parts[p];
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
    const std::uint32_t c = filling_.entries[e].credential;
    if (had_[c] != 0) {
      price_[c] = 0;
      continue;
    }
    price_[c] = filling_.cost[c];
    for (const std::uint32_t n : filling_.needs_for(c)) {
      std::int32_t lacking = filling_.needs[n].least;
      std::int64_t cheapest = never;
      for (const std::uint32_t member : filling_.members_of(filling_.needs[n])) {
        lacking -= had_[member] != 0 ? 1 : 0;
        if (had_[member] == 0 && decisions_.take_of(member) != Take::no) cheapest = std::min(cheapest, at_least_[member]);
      }
      if (lacking > 0) price_[c] = std::min(never / 2, price_[c] + cheapest * lacking);
    }
  }
  return fill(p);
}

void Builder::empty(std::uint32_t p) {
  const Part& part = filling_.parts[p];
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e) {
    const std::uint32_t c = filling_.entries[e].credential;
    if (at_[c] == p && decisions_.place_of(c) != p) at_[c] = nobody;
  }
}

// All that has to be had for what is counted, and what it costs; `never` when something needs what may not be had.
std::int64_t Builder::close() {
  order_.clear();
  for (std::uint32_t c = 0; c < filling_.size(); ++c) {
    had_[c] = at_[c] != nobody || decisions_.take_of(c) == Take::yes ? 1 : 0;
    if (had_[c] != 0) order_.push_back(c);
  }
  for (std::uint32_t n = 0; n < filling_.needs.size(); ++n)
    if (filling_.needs[n].owner == nobody && !close_need(n)) return never;
  for (std::size_t next = 0; next < order_.size(); ++next)
    for (const std::uint32_t n : filling_.needs_for(order_[next]))
      if (!close_need(n)) return never;
  let_go();
  std::int64_t cost = 0;
  for (std::uint32_t c = 0; c < filling_.size(); ++c) cost += had_[c] != 0 ? filling_.cost[c] : 0;
  return cost;
}

bool Builder::close_need(std::uint32_t n) {
  const Need& need = filling_.needs[n];
  std::int32_t lacking = need.least;
  open_.clear();
  for (const std::uint32_t member : filling_.members_of(need)) {
    if (had_[member] != 0)
      --lacking;
    else if (decisions_.take_of(member) != Take::no)
      open_.push_back(member);
  }
  if (lacking <= 0) return true;
  if (open_.size() < static_cast<std::size_t>(lacking)) return false;
  std::sort(open_.begin(), open_.end(), [&](std::uint32_t a, std::uint32_t b) { return at_least_[a] != at_least_[b] ? at_least_[a] < at_least_[b] : a < b; });
  for (std::int32_t i = 0; i < lacking; ++i) {
    had_[open_[static_cast<std::size_t>(i)]] = 1;
    order_.push_back(open_[static_cast<std::size_t>(i)]);
  }
  return true;
}

// What was taken for a need, and is not needed after all.
void Builder::let_go() {
  for (std::size_t i = order_.size(); i-- > 0;) {
    const std::uint32_t c = order_[i];
    if (at_[c] != nobody || decisions_.take_of(c) == Take::yes) continue;
    bool needed = false;
    for (const std::uint32_t n : filling_.helped_by(c)) {
      const Need& need = filling_.needs[n];
      if (need.owner != nobody && had_[need.owner] == 0) continue;
      std::int32_t had = 0;
      for (const std::uint32_t member : filling_.members_of(need)) had += had_[member] != 0 ? 1 : 0;
      needed = needed || had <= need.least;
    }
    if (!needed) had_[c] = 0;
  }
}

}  // namespace rung::queries::filling
