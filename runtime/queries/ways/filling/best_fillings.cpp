#include "runtime/queries/ways/filling/best_fillings.hpp"

#include <algorithm>

namespace rung::queries::filling {
namespace {

constexpr std::uint32_t rounds_for_a_question = 20;

std::vector<std::uint32_t> listed(const std::vector<char>& taken) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t c = 0; c < taken.size(); ++c)
    if (taken[c] != 0) out.push_back(c);
  return out;
}

bool has(const std::vector<std::uint32_t>& some, std::uint32_t one) { return std::find(some.begin(), some.end(), one) != some.end(); }

}  // namespace

bool BestFillings::Later::operator()(const Ask& a, const Ask& b) const {
  if (a->bound != b->bound) return a->bound > b->bound;
  if (a->known != b->known) return a->known > b->known;   // what could still turn out to be first by name is looked at first
  return a->known == Known::name && first_by_name(b->best.taken, a->best.taken);
}

BestFillings::BestFillings(const Filling& filling, Work& work)
    : filling_(filling), work_(work), decisions_(filling), branches_(filling, decisions_, work) {
  if (decisions_.possible()) put(std::make_shared<Question>());
}

void BestFillings::put(Ask question) {
  queue_.push_back(std::move(question));
  std::push_heap(queue_.begin(), queue_.end(), Later{});
}

BestFillings::Ask BestFillings::take_first() {
  std::pop_heap(queue_.begin(), queue_.end(), Later{});
  Ask first = std::move(queue_.back());
  queue_.pop_back();
  return first;
}

BestFillings::Next BestFillings::next(Filled& out) {
  while (!queue_.empty()) {
    const Ask question = take_first();
    if (question->known != Known::bound && contains_found(question->best)) question->known = Known::bound;
    bool finished = true;
    if (question->known == Known::name) {
      out = question->best;
      found_.push_back(listed(out.taken));
      question->known = Known::bound;
      put(question);
      for (const Ask& other : queue_)
        if (other->known == Known::later) other->known = Known::cost;
      std::make_heap(queue_.begin(), queue_.end(), Later{});
      return Next::found;
    }
    if (question->known != Known::bound) {
      finished = find_name(*question);
    } else if (const auto* found = found_and_not_left_out(*question)) {
      finished = divide(*question, *found);
      if (finished) continue;              // else it stays: what of it comes twice is found once
    } else {
      finished = find_cost(*question);
      if (question->bound == no_cost) continue;
    }
    put(question);
    if (!finished) return Next::stopped;
  }
  return Next::none;
}

// The cheapest that is known to be had: what costs more need not be worked out before it has been told.
std::int64_t BestFillings::least_known() const {
  std::int64_t least = no_cost;
  for (const Ask& one : queue_)
    if (one->known != Known::bound && !contains_found(one->best)) least = std::min(least, one->bound);
  return least;
}

// The first by name of those of this cost whose name is known.
const Filled* BestFillings::first_of(std::int64_t cost) const {
  const Filled* first = nullptr;
  for (const Ask& one : queue_)
    if (one->known == Known::name && one->bound == cost && (first == nullptr || first_by_name(one->best.taken, first->taken)) && !contains_found(one->best)) first = &one->best;
  return first;
}

bool BestFillings::contains_found(const Filled& filled) const {
  return std::any_of(found_.begin(), found_.end(), [&](const auto& one) {
    return std::all_of(one.begin(), one.end(), [&](std::uint32_t c) { return filled.taken[c] != 0; });
  });
}

const std::vector<std::uint32_t>* BestFillings::found_and_not_left_out(const Question& question) const {
  for (const auto& one : found_)
    if (std::none_of(one.begin(), one.end(), [&](std::uint32_t c) { return has(question.left, c); })) return &one;
  return nullptr;
}

// Everything of the question that does not contain `found`. False when the work limit stopped it.
bool BestFillings::divide(const Question& question, const std::vector<std::uint32_t>& found) {
  std::vector<std::uint32_t> taken = question.taken;
  for (const std::uint32_t c : found) {
    if (has(question.taken, c)) continue;
    auto part = std::make_shared<Question>();
    part->taken = taken;
    part->left = question.left;
    part->left.push_back(c);
    const std::size_t mark = decisions_.mark();
    if (decide(*part)) {
      branches_.set(rents_);
      part->bound = std::max(question.bound, branches_.least(no_cost, rounds_for_a_question));
      put(part);
    }
    decisions_.undo(mark);
    if (work_.stopped) return false;
    taken.push_back(c);
  }
  return true;
}

bool BestFillings::decide(const Question& question) {
  for (const std::uint32_t c : question.left)
    if (!decisions_.leave(c)) return false;
  for (const std::uint32_t c : question.taken)
    if (!decisions_.take(c)) return false;
  return true;
}

// False when the work limit stopped it.
bool BestFillings::find_cost(Question& question) {
  const std::size_t mark = decisions_.mark();
  const std::int64_t known = least_known(), limit = known == no_cost ? no_cost : known + 1;
  Filled best;
  bool finished = true;
  if (decide(question)) {
    const bool first = rents_.rents.empty();
    if (!first) branches_.set(rents_);
    finished = branches_.search(Branches::Wanted::cheapest, limit, best);
    if (first) rents_ = branches_.first_rents();
    if (!finished) question.bound = std::max(question.bound, std::min(branches_.bound(), limit));
  }
  decisions_.undo(mark);
  if (!finished) {
    if (best.cost < some_.cost && !contains_found(best)) some_ = best;
    return false;
  }
  question.bound = best.exists() ? best.cost : limit;
  question.known = best.exists() ? Known::cost : Known::bound;
  question.best = std::move(best);
  return true;
}

// Each credential in turn is taken if any filling of this cost takes it; until another is seen to come first. False when the work limit stopped it.
bool BestFillings::find_name(Question& question) {
  const std::size_t mark = decisions_.mark();
  const std::int64_t limit = question.best.cost + 1;
  const Filled* const first = first_of(question.best.cost);
  bool possible = decide(question), ahead = first == nullptr, later = false;
  branches_.set(rents_);
  possible = possible && branches_.narrow(limit);
  for (std::uint32_t c = 0; c < filling_.size() && possible && !later && !work_.stopped; ++c) {
    if (filling_.held[c] != 0) continue;
    if (decisions_.take_of(c) == Take::open) {
      const std::size_t before = decisions_.mark();
      if (question.best.taken[c] != 0) {
        possible = decisions_.take(c);
      } else {
        Filled other;
        if (decisions_.take(c)) branches_.search(Branches::Wanted::any, limit, other);
        if (other.exists()) {
          question.best = std::move(other);
        } else {
          decisions_.undo(before);
          possible = decisions_.leave(c);
        }
      }
    }
    if (ahead || question.best.taken[c] == first->taken[c]) continue;
    ahead = question.best.taken[c] != 0;
    later = !ahead;
  }
  decisions_.undo(mark);
  if (work_.stopped) {
    if (question.best.cost < some_.cost) some_ = question.best;
    return false;
  }
  question.known = later ? Known::later : Known::name;
  return true;
}

bool BestFillings::clearly_more() {
  if (queue_.empty()) return false;
  const Question& question = *queue_.front();
  if (question.known != Known::bound) return !contains_found(question.best);
  const auto* found = found_and_not_left_out(question);
  if (found == nullptr) return false;
  bool more = false;
  for (std::size_t i = found->size(); i-- > 0 && !more;) {
    const std::size_t mark = decisions_.mark();
    if (decide(question) && decisions_.leave((*found)[i])) {
      branches_.set(rents_);
      branches_.least(no_cost, 1);
      const Filled one = branches_.build();
      more = one.exists() && !contains_found(one);
    }
    decisions_.undo(mark);
  }
  return more;
}

}  // namespace rung::queries::filling
