#include "runtime/queries/ways/order_search.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

constexpr std::size_t most_at_once = 6;    // of so many things that may wait, every set is tried

}  // namespace

OrderSearch::OrderSearch(const Trial& trial, const Sequencing& sequencing, std::span<const std::uint32_t> take, const IndexMap* without)
    : trial_(trial), sequencing_(sequencing), take_(take), without_(without), late_(sequencing.late(take)), asked_or_refused_(take.size()), before_(take.size()) {
  for (std::uint32_t place = 0; place < take.size(); ++place) {
    asked_or_refused_[place] = sequencing.is_asked_or_refused(take[place]) ? 1 : 0;
    for (std::uint32_t other = 0; other < take.size() && late_[place] != 0; ++other)
      if (sequencing.comes_before(take[other], take[place])) before_[place].push_back(other);
  }
}

Timeline OrderSearch::told(const Clock& clock) {
  Timeline out;
  out.order = clock.order();
  out.weeks = clock.weeks();
  out.reached = clock.reached();
  out.outcome = std::make_shared<const Closure>(clock.outcome());
  return out;
}

Timeline OrderSearch::any() {
  Timeline found;
  const bool complete = each_schedule(nullptr, false, [&](const Clock& clock) {
    found = told(clock);
    return false;
  });
  found.proven = found.reached || complete;
  return found;
}

Timeline OrderSearch::shortest(const Prices& weeks, Timeline known, Wide least) {
  most_ = known.weeks;
  const bool complete = each_schedule(&weeks, true, [&](const Clock& clock) {
    known = told(clock);
    most_ = known.weeks;
    return known.weeks > least;
  });
  known.proven = complete || known.weeks <= least;
  return known;
}

// Calls `visit` for each schedule that is shorter than `most_`, until it returns false. False when the work limit, or the number of ways to begin several things at once, kept it from some.
template <class Visit>
bool OrderSearch::each_schedule(const Prices* weeks, bool at_once, Visit visit) {
  choices_.clear();
  narrowed_ = false;
  const bool one_at_a_time = weeks != nullptr && is_one_at_a_time(trial_);
  std::vector<char> held_back(take_.size());
  std::vector<std::uint32_t> asleep;
  std::optional<Clock> clock;
  std::uint32_t moves = 0;
  const auto from_the_beginning = [&] {
    clock.emplace(trial_, weeks, take_, without_, &asked_or_refused_);
    settle(*clock, held_back);
    std::size_t begun = 0;
    for (const Choice& choice : choices_) {
      for (std::uint32_t m = 0; m < choice.moves; ++m) apply(*clock, {}, held_back);
      begun = clock->order().size();
      apply(*clock, choice.options[choice.next - 1], held_back);
    }
    asleep = choices_.empty() || at_once ? std::vector<std::uint32_t>{} : asleep_after(*clock, choices_.back(), begun);   // in time, whose order two things come in may matter
    moves = 0;
  };
  from_the_beginning();
  for (;;) {
    if (!trial_.work().spend(1 + take_.size() / 4)) return false;
    bool goes_on = !(weeks != nullptr && (clock->reached() ? clock->weeks() : clock->now()) >= most_);
    if (goes_on && clock->is_over()) {
      if (!visit(*clock)) return true;
      goes_on = false;
    }
    if (goes_on) {
      Choice choice{options(*clock, at_once, one_at_a_time, held_back, asleep), 1, moves, asleep};
      if (!choice.options.empty()) {
        const std::size_t begun = clock->order().size();
        apply(*clock, choice.options.front(), held_back);
        asleep = at_once ? std::vector<std::uint32_t>{} : asleep_after(*clock, choice, begun);
        choices_.push_back(std::move(choice));
        moves = 0;
        continue;
      }
      if (!clock->is_idle()) {             // nothing to choose until something has ended
        apply(*clock, {}, held_back);
        ++moves;
        continue;
      }
    }
    while (!choices_.empty() && choices_.back().next == choices_.back().options.size()) choices_.pop_back();
    if (choices_.empty()) return !trial_.work().stopped && !narrowed_;
    ++choices_.back().next;
    from_the_beginning();
  }
}

void OrderSearch::apply(Clock& clock, const Batch& batch, std::vector<char>& held_back) const {
  for (const std::uint32_t place : batch) clock.begin(place);
  clock.go_on();
  settle(clock, held_back);
}

// Begins what need not wait, until time would have to go on.
void OrderSearch::settle(Clock& clock, std::vector<char>& held_back) const {
  do {
    for (std::uint32_t place = 0; place < take_.size(); ++place) {
      const auto is_open = [&](std::uint32_t first) { return !clock.has_ended(first); };
      held_back[place] = late_[place] != 0 && (asked_or_refused_[place] != 0 || std::any_of(before_[place].begin(), before_[place].end(), is_open)) ? 1 : 0;
    }
    clock.begin_what_may(&held_back);
  } while (clock.ends_now() && clock.go_on());
}

// What could be chosen now. One by one: first what is refused to nobody and waits for least.
std::vector<OrderSearch::Batch> OrderSearch::options(const Clock& clock, bool at_once, bool one_at_a_time, const std::vector<char>& held_back, const std::vector<std::uint32_t>& asleep) {
  Batch able;
  for (std::uint32_t place = 0; place < take_.size(); ++place)
    if (held_back[place] != 0 && clock.may_begin(place)) able.push_back(place);
  std::vector<Batch> out;
  if (able.empty()) return out;
  const auto add_sets = [&](const Batch& of, std::size_t least) {
    if (of.size() > most_at_once) {
      narrowed_ = true;
      out.push_back(of);
      return;
    }
    for (std::uint32_t some = 1u << of.size(); some-- > 1;) {
      Batch batch;
      for (std::size_t i = 0; i < of.size(); ++i)
        if ((some >> i & 1u) != 0) batch.push_back(of[i]);
      if (batch.size() >= least) out.push_back(std::move(batch));
    }
  };
  if (at_once) {
    if (!one_at_a_time) add_sets(able, 1);
    else
      for (const std::uint32_t place : able) out.push_back({place});
    if (!clock.is_idle()) out.push_back({});
    return out;
  }
  const auto waits_for = [&](std::uint32_t place) {
    const auto open = std::count_if(before_[place].begin(), before_[place].end(), [&](std::uint32_t first) { return !clock.has_ended(first); });
    return std::pair(asked_or_refused_[place], open);
  };
  Batch singly = able;
  std::stable_sort(singly.begin(), singly.end(), [&](std::uint32_t a, std::uint32_t b) { return waits_for(a) < waits_for(b); });
  for (const std::uint32_t place : singly)
    if (!std::ranges::binary_search(asleep, place)) out.push_back({place});
  Batch together;
  for (const std::uint32_t place : able)
    if (std::any_of(able.begin(), able.end(), [&](std::uint32_t other) { return other != place && sequencing_.may_go_together(take_[place], take_[other]); })) together.push_back(place);
  if (together.size() > 1) add_sets(together, 2);
  return out;
}

// Two things of which the order decides nothing are taken in one order only: what was tried before and does not depend on what has now begun need not come next.
std::vector<std::uint32_t> OrderSearch::asleep_after(const Clock& clock, const Choice& choice, std::size_t begun) const {
  std::vector<std::uint32_t> out;
  if (choice.options[choice.next - 1].size() > 1) return out;
  std::vector<std::uint32_t> before = choice.asleep;
  for (std::size_t i = 0; i + 1 < choice.next; ++i)
    if (choice.options[i].size() == 1) before.push_back(choice.options[i][0]);
  for (const std::uint32_t place : before) {
    if (asked_or_refused_[place] != 0) continue;
    const auto depends = [&](std::uint32_t credential) {
      return sequencing_.is_asked_or_refused(credential) || sequencing_.comes_before(credential, take_[place]) || sequencing_.comes_before(take_[place], credential);
    };
    if (std::none_of(clock.order().begin() + static_cast<std::ptrdiff_t>(begun), clock.order().end(), depends)) out.push_back(place);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace rung::queries
