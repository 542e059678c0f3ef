#include "runtime/queries/ways/clock.hpp"

#include <algorithm>

#include "runtime/queries/counting/tally.hpp"

namespace rung::queries {

bool is_one_at_a_time(const Trial& trial) {
  const Table& table = trial.table();
  const std::uint32_t rule = rule_of(table, trial.holdings(), trial.award()).root;
  if (rule == table::none) return false;
  const auto conditions = table.conditions(table.nodes()[rule].conditions);
  return std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == table::ConditionKind::one_at_a_time; });
}

Clock::Clock(const Trial& trial, const Prices* weeks, std::span<const std::uint32_t> take, const IndexMap* without, const std::vector<char>* asked_or_refused)
    : trial_(trial), weeks_(weeks), take_(take), asked_or_refused_(asked_or_refused), one_at_a_time_(weeks != nullptr && is_one_at_a_time(trial)), waiting_(trial.table()), begun_(take.size()), left_(take.size()) {
  for (const std::uint32_t credential : take_) waiting_.add(credential, true);
  // Awards that take time of their own are held back until it has gone by.
  for (const std::uint32_t award : trial_.reach().awards)
    if (length(award) > 0) delayed_.set(award, 1);
  outcome_.emplace(trial_.beginning(without, &delayed_, asked_or_refused != nullptr));
  look_at_the_award();
}

void Clock::look_at_the_award() {
  if (reached_ || !trial_.has_award(*outcome_)) return;
  reached_ = true;
  weeks_needed_ = now_;
}

void Clock::begin(std::uint32_t place) {
  begun_[place] = 1;
  --left_;
  order_.push_back(take_[place]);
  running_.push_back({now_ + length(take_[place]), take_[place], false});
  if (asked_or_refused_ != nullptr) outcome_->begin(take_[place], (*asked_or_refused_)[place] != 0);
}

void Clock::begin_what_may(const std::vector<char>* held_back) {
  for (; came_ < outcome_->came().size(); ++came_) waiting_.came(outcome_->came()[came_]);
  waiting_.begin_round();
  for (std::uint32_t place = 0; waiting_.next(place);) {
    if (is_busy()) {
      waiting_.make_due(place);
      waiting_.end_round();
      break;
    }
    if (begun_[place] != 0) continue;
    if (held_back != nullptr && (*held_back)[place] != 0) waiting_.make_due(place);   // in the next round
    else if (prerequisites_hold(outcome_->supply(), *outcome_, take_[place])) begin(place);
    else waiting_.still_waits(place);
  }
  begin_awards();
}

// An award that takes time begins to when its rule and its prerequisites hold.
void Clock::begin_awards() {
  for (; ripe_seen_ < outcome_->ripe().size(); ++ripe_seen_) ripe_.insert(outcome_->ripe()[ripe_seen_]);
  while (!ripe_.empty() && !is_busy()) {
    const std::uint32_t award = *ripe_.begin();
    ripe_.erase(ripe_.begin());
    running_.push_back({now_ + length(award), award, true});
  }
}

bool Clock::ends_now() const {
  return std::any_of(running_.begin(), running_.end(), [&](const Run& run) { return run.ends <= now_; });
}

bool Clock::go_on() {
  if (running_.empty()) return false;
  now_ = std::min_element(running_.begin(), running_.end(), [](const Run& a, const Run& b) { return a.ends < b.ends; })->ends;
  finish_what_ends();
  look_at_the_award();
  return true;
}

void Clock::finish_what_ends() {
  const auto ended = std::stable_partition(running_.begin(), running_.end(), [&](const Run& run) { return run.ends > now_; });
  std::vector<std::uint32_t> taken, let_go;
  for (auto run = ended; run != running_.end(); ++run) (run->award ? let_go : taken).push_back(run->credential);
  running_.erase(ended, running_.end());
  std::sort(taken.begin(), taken.end());
  outcome_->go_on(taken, let_go);
}

}  // namespace rung::queries
