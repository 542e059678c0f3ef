#include "runtime/queries/ways/timeline.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "runtime/queries/counting/tally.hpp"
#include "runtime/queries/fixed_point/waiting.hpp"

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

// The fixed point goes on from one event to the next.
class Clock {
 public:
  Clock(const Trial& trial, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without)
      : trial_(trial), weeks_(weeks), take_(take), without_(without), one_at_a_time_(is_one_at_a_time(trial)), waiting_(trial.table()), begun_(take.size()), earlier_(take.size()), left_(take.size()) {}

  Timeline run() {
    for (const auto& [first, second] : orders(trial_, trial_.outcome(take_, without_)))
      if (const std::uint32_t place = place_of(second); place < take_.size()) {
        later_.push_back({first, place});
        ++earlier_[place];
      }
    std::sort(later_.begin(), later_.end());
    for (const std::uint32_t credential : take_) waiting_.add(credential, true);
    // Awards that take time of their own are held back until it has gone by.
    for (const std::uint32_t award : trial_.reach().awards)
      if (length(award) > 0) delayed_.set(award, 1);
    outcome_.emplace(trial_.beginning(without_, &delayed_));
    for (;;) {
      if (trial_.work().stopped) return {};
      if (!out_.reached && trial_.has_award(*outcome_)) {
        out_.reached = true;
        out_.weeks = now_;
      }
      if (out_.reached && left_ == 0 && running_.empty()) return std::move(out_);
      for (; came_ < outcome_->came().size(); ++came_) waiting_.came(outcome_->came()[came_]);
      begin_what_can_begin();
      begin_awards();
      if (finish_what_ends(now_)) continue;   // else nothing more can begin until something ends
      // Counted under both of two parts, each waits for the other: then they are taken side by side and end on the same day.
      if (running_.empty() && !begin_out_of_order()) return std::move(out_);   // nothing will ever happen again
      now_ = std::min_element(running_.begin(), running_.end(), [](const Run& a, const Run& b) { return a.ends < b.ends; })->ends;
      finish_what_ends(now_);
    }
  }

 private:
  struct Run {
    Wide ends;
    std::uint32_t credential;
    bool award;
  };
  struct Later {                           // what is taken at `place` begins after `first` has ended
    std::uint32_t first, place;
    friend auto operator<=>(const Later&, const Later&) = default;
  };

  Wide length(std::uint32_t credential) const { return weeks_.price[trial_.reach().place.find(credential)]; }
  std::uint32_t place_of(std::uint32_t credential) const {
    const auto at = std::lower_bound(take_.begin(), take_.end(), credential);
    return static_cast<std::uint32_t>((at != take_.end() && *at == credential ? at : take_.end()) - take_.begin());
  }
  bool is_busy() const { return one_at_a_time_ && !running_.empty(); }

  void begin(std::uint32_t place) {
    begun_[place] = 1;
    --left_;
    out_.order.push_back(take_[place]);
    running_.push_back({now_ + length(take_[place]), take_[place], false});
  }

  void begin_what_can_begin() {
    waiting_.begin_round();
    for (std::uint32_t place = 0; waiting_.next(place);) {
      if (is_busy()) {
        waiting_.make_due(place);
        waiting_.end_round();
        break;
      }
      if (begun_[place] != 0 || earlier_[place] > 0) continue;   // it is due again when the last of those has ended
      if (prerequisites_hold(outcome_->supply(), *outcome_, take_[place])) begin(place);
      else waiting_.still_waits(place);
    }
  }

  bool begin_out_of_order() {
    for (std::uint32_t place = 0; place < take_.size() && !is_busy(); ++place)
      if (begun_[place] == 0 && prerequisites_hold(outcome_->supply(), *outcome_, take_[place])) begin(place);
    return !running_.empty();
  }

  // An award that takes time begins to when its rule and its prerequisites hold.
  void begin_awards() {
    for (; ripe_seen_ < outcome_->ripe().size(); ++ripe_seen_) ripe_.insert(outcome_->ripe()[ripe_seen_]);
    while (!ripe_.empty() && !is_busy()) {
      const std::uint32_t award = *ripe_.begin();
      ripe_.erase(ripe_.begin());
      running_.push_back({now_ + length(award), award, true});
    }
  }

  bool finish_what_ends(Wide when) {
    const auto ended = std::stable_partition(running_.begin(), running_.end(), [&](const Run& run) { return run.ends > when; });
    if (ended == running_.end()) return false;
    std::vector<std::uint32_t> taken, let_go;
    for (auto run = ended; run != running_.end(); ++run) (run->award ? let_go : taken).push_back(run->credential);
    running_.erase(ended, running_.end());
    std::sort(taken.begin(), taken.end());
    for (const std::uint32_t first : taken)
      for (auto one = std::lower_bound(later_.begin(), later_.end(), Later{first, 0}); one != later_.end() && one->first == first; ++one)
        if (--earlier_[one->place] == 0) waiting_.make_due(one->place);
    outcome_->go_on(taken, let_go);
    return true;
  }

  const Trial& trial_;
  const Prices& weeks_;
  std::span<const std::uint32_t> take_;    // sorted; by place in it:
  const IndexMap* without_;
  bool one_at_a_time_;                     // periods of study may not overlap
  Waiting waiting_;
  std::vector<char> begun_;
  std::vector<std::uint32_t> earlier_;     // how many have to end before it
  std::size_t left_;                       // how many have not begun
  std::vector<Later> later_;               // sorted
  IndexMap delayed_;
  std::optional<Closure> outcome_;         // of what has ended
  std::size_t came_ = 0, ripe_seen_ = 0;   // how far its lists have been read
  std::set<std::uint32_t> ripe_;           // awards that could begin
  Wide now_ = 0;
  std::vector<Run> running_;
  Timeline out_;
};

}  // namespace

bool is_one_at_a_time(const Trial& trial) {
  const Table& table = trial.table();
  const std::uint32_t rule = rule_of(table, trial.holdings(), trial.award()).root;
  if (rule == table::none) return false;
  const auto conditions = table.conditions(table.nodes()[rule].conditions);
  return std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == table::ConditionKind::one_at_a_time; });
}

Timeline timeline(const Trial& trial, const Prices& weeks, std::span<const std::uint32_t> take, const IndexMap* without) {
  return Clock(trial, weeks, take, without).run();
}

}  // namespace rung::queries
