#include "runtime/queries/timeline.hpp"

#include <algorithm>

#include "runtime/queries/tally.hpp"

namespace rung::queries {
namespace {

using Before = std::pair<std::uint32_t, std::uint32_t>;   // the first is taken before the second begins

// Of everything that `choice` counts at or under `node`, what is newly taken.
void taken_under(const Supply& supply, const Choice& choice, std::uint32_t node, std::vector<std::uint32_t>& out) {
  const auto note = [&](const Offer& offer) {
    if (node > offer.node || offer.node >= supply.table().nodes()[node].end) return;
    if (offer.source == from_taking) out.push_back(offer.credential);
    if (!is_recognised(offer.source)) return;
    for (const std::uint32_t used : supply.uses(offer.credential, offer.source))
      if (supply.is_taken(used)) out.push_back(used);
  };
  for (const CountedOffer& counted : choice.counted) note(counted);
  for (const Offer& inside : choice.inside) note(inside);
}

// Which of `take` must have ended before which other begins, by the `after` of every rule that is earned.
std::vector<Before> orders(const Trial& trial, const Closure& outcome) {
  const Table& table = trial.table();
  std::vector<Before> out;
  for (const std::uint32_t award : outcome.supply().derived_in_order()) {
    const std::uint32_t rule = outcome.supply().root_of(award);
    const Choice& choice = *outcome.supply().derived(award);
    for (std::uint32_t later = rule; later < table.nodes()[rule].end; ++later) {
      if (table.nodes()[later].after.count == 0) continue;
      std::vector<std::uint32_t> first, second;
      taken_under(outcome.supply(), choice, later, second);
      for (const std::uint32_t earlier : table.list(table.nodes()[later].after)) taken_under(outcome.supply(), choice, earlier, first);
      for (const std::uint32_t a : first)
        for (const std::uint32_t b : second)
          if (a != b) out.push_back({a, b});
    }
  }
  return out;
}

class Clock {
 public:
  Clock(const Trial& trial, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without)
      : trial_(trial), weeks_(weeks), waiting_(take.begin(), take.end()), without_(without) {
    const Table& table = trial.table();
    const std::uint32_t rule = rule_of(table, trial.holdings(), trial.award()).root;
    if (rule == table::none) return;
    const auto conditions = table.conditions(table.nodes()[rule].conditions);
    one_at_a_time_ = std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == table::ConditionKind::one_at_a_time; });
  }

  Timeline run() {
    order_by_ = orders(trial_, trial_.outcome(waiting_, without_));
    for (;;) {
      // Awards that take time of their own are held back until it has gone by.
      IndexMap held_back;
      for (const std::uint32_t award : trial_.reach().awards)
        if ((without_ != nullptr && without_->contains(award)) || (takes_time(award) && !ready_.contains(award))) held_back.set(award, 1);
      const Closure outcome = trial_.outcome(finished_, &held_back);
      if (trial_.work().stopped) return {};
      if (!out_.reached && trial_.has_award(outcome)) {
        out_.reached = true;
        out_.weeks = now_;
      }
      if (out_.reached && waiting_.empty() && running_.empty()) return std::move(out_);
      begin_what_can_begin(outcome, true);
      begin_awards(outcome);
      if (finish_what_ends(now_)) continue;   // else nothing more can begin until something ends
      // Counted under both of two parts, each waits for the other: then they are taken side by side and end on the same day.
      if (running_.empty() && !begin_what_can_begin(outcome, false)) return std::move(out_);   // nothing will ever happen again
      now_ = std::min_element(running_.begin(), running_.end(), [](const Run& a, const Run& b) { return a.ends < b.ends; })->ends;
      finish_what_ends(now_);
    }
  }

 private:
  struct Run {
    Wide ends;
    std::uint32_t credential;
  };

  Wide length(std::uint32_t credential) const { return weeks_.price[trial_.reach().place.find(credential)]; }
  bool takes_time(std::uint32_t award) const { return length(award) > 0; }

  bool begin_what_can_begin(const Closure& outcome, bool in_order) {
    const auto may_begin = [&](std::uint32_t credential) {
      for (const auto& [first, second] : order_by_)
        if (in_order && second == credential && !std::binary_search(finished_.begin(), finished_.end(), first)) return false;
      return prerequisites_hold(outcome.supply(), outcome, credential);
    };
    std::vector<std::uint32_t> begun, later;
    for (const std::uint32_t credential : waiting_) {
      const bool busy = one_at_a_time_ && running_.size() + begun.size() > 0;
      (!busy && may_begin(credential) ? begun : later).push_back(credential);
    }
    for (const std::uint32_t credential : begun) {
      out_.order.push_back(credential);
      running_.push_back({now_ + length(credential), credential});
    }
    waiting_.swap(later);
    return !begun.empty();
  }

  // An award that takes time begins to when its rule and its prerequisites hold.
  void begin_awards(const Closure& outcome) {
    for (const std::uint32_t award : trial_.reach().awards) {
      if (!takes_time(award) || begun_.contains(award) || (without_ != nullptr && without_->contains(award))) continue;
      IndexMap others;
      for (const std::uint32_t other : trial_.reach().awards)
        if (other != award && !outcome.has(other)) others.set(other, 1);
      if (!trial_.outcome(finished_, &others).has(award) || trial_.work().stopped) continue;
      if (one_at_a_time_ && !running_.empty()) continue;
      begun_.set(award, 1);
      running_.push_back({now_ + length(award), award});
    }
  }

  bool finish_what_ends(Wide when) {
    const auto ended = std::stable_partition(running_.begin(), running_.end(), [&](const Run& run) { return run.ends > when; });
    const bool any = ended != running_.end();
    for (auto run = ended; run != running_.end(); ++run) {
      if (begun_.contains(run->credential))
        ready_.set(run->credential, 1);
      else
        finished_.insert(std::lower_bound(finished_.begin(), finished_.end(), run->credential), run->credential);
    }
    running_.erase(ended, running_.end());
    return any;
  }

  const Trial& trial_;
  const Prices& weeks_;
  std::vector<std::uint32_t> waiting_;
  const IndexMap* without_;
  std::vector<Before> order_by_;
  Wide now_ = 0;
  std::vector<std::uint32_t> finished_;    // sorted
  std::vector<Run> running_;
  IndexMap begun_, ready_;                 // awards that take time
  bool one_at_a_time_ = false;             // periods of study may not overlap
  Timeline out_;
};

}  // namespace

Timeline timeline(const Trial& trial, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without) {
  return Clock(trial, weeks, take, without).run();
}

}  // namespace rung::queries
