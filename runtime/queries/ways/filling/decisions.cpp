#include "runtime/queries/ways/filling/decisions.hpp"

namespace rung::queries::filling {

Decisions::Decisions(const Filling& filling)
    : filling_(filling),
      take_(filling.size(), Take::open),
      count_(filling.entries.size(), Count::open),
      counted_(filling.parts.size()),
      possible_in_(filling.parts.size()),
      open_(filling.size()),
      place_(filling.size(), nobody),
      available_(filling.needs.size()),
      sure_(filling.needs.size()),
      part_listed_(filling.parts.size()),
      need_listed_(filling.needs.size()) {
  for (const Entry& entry : filling.entries) {
    possible_in_[entry.part] += entry.amount;
    ++open_[entry.credential];
  }
  for (std::uint32_t n = 0; n < filling.needs.size(); ++n) {
    available_[n] = static_cast<std::int32_t>(filling.needs[n].members.count);
    look_later(needs_to_look_at_, need_listed_, n);
  }
  for (std::uint32_t p = 0; p < filling.parts.size(); ++p) look_later(parts_to_look_at_, part_listed_, p);
  for (std::uint32_t c = 0; c < filling.size() && possible_; ++c)
    if (filling.held[c] == 0 && open_[c] == 0 && filling.helped_by(c).empty()) possible_ = decide_take(c, Take::no);
  for (std::uint32_t c = 0; c < filling.size() && possible_; ++c)
    if (filling.held[c] != 0) possible_ = decide_take(c, Take::yes);
  possible_ = possible_ && follow();
  trail_.clear();
}

void Decisions::look_later(std::vector<std::uint32_t>& list, std::vector<char>& listed, std::uint32_t one) {
  if (listed[one] != 0) return;
  listed[one] = 1;
  list.push_back(one);
}

bool Decisions::decide_take(std::uint32_t credential, Take what) {
  if (take_[credential] != Take::open) return take_[credential] == what;
  take_[credential] = what;
  trail_.push_back({false, credential});
  for (const std::uint32_t n : filling_.helped_by(credential)) {
    (what == Take::yes ? sure_[n] : available_[n]) += what == Take::yes ? 1 : -1;
    look_later(needs_to_look_at_, need_listed_, n);
  }
  if (what == Take::yes) {
    for (const std::uint32_t n : filling_.needs_for(credential)) look_later(needs_to_look_at_, need_listed_, n);
    return true;
  }
  for (const std::uint32_t e : filling_.entries_for(credential))
    if (!decide_count(e, Count::not_here)) return false;
  return true;
}

bool Decisions::decide_count(std::uint32_t e, Count what) {
  if (count_[e] != Count::open) return count_[e] == what;
  count_[e] = what;
  trail_.push_back({true, e});
  const Entry& entry = filling_.entries[e];
  --open_[entry.credential];
  if (what == Count::not_here) {
    possible_in_[entry.part] -= entry.amount;
    look_later(parts_to_look_at_, part_listed_, entry.part);
    // What is counted nowhere and helps nobody only costs.
    const bool useless = open_[entry.credential] == 0 && place_[entry.credential] == nobody && filling_.helped_by(entry.credential).empty();
    return !useless || take_[entry.credential] != Take::open || decide_take(entry.credential, Take::no);
  }
  counted_[entry.part] += entry.amount;
  place_[entry.credential] = entry.part;
  for (const std::uint32_t other : filling_.entries_for(entry.credential))
    if (other != e && !decide_count(other, Count::not_here)) return false;
  return decide_take(entry.credential, Take::yes);
}

bool Decisions::follow() {
  bool holds = true;
  while (holds && (!parts_to_look_at_.empty() || !needs_to_look_at_.empty())) {
    const bool part = !parts_to_look_at_.empty();
    auto& list = part ? parts_to_look_at_ : needs_to_look_at_;
    const std::uint32_t one = list.back();
    list.pop_back();
    (part ? part_listed_ : need_listed_)[one] = 0;
    holds = part ? look_at_part(one) : look_at_need(one);
  }
  for (const std::uint32_t one : parts_to_look_at_) part_listed_[one] = 0;
  for (const std::uint32_t one : needs_to_look_at_) need_listed_[one] = 0;
  parts_to_look_at_.clear();
  needs_to_look_at_.clear();
  return holds;
}

// What a part cannot be filled without is counted there.
bool Decisions::look_at_part(std::uint32_t p) {
  const Part& part = filling_.parts[p];
  if (possible_in_[p] < part.target) return false;
  if (counted_[p] >= part.target) return true;
  for (std::uint32_t e = part.entries.first; e < part.entries.first + part.entries.count; ++e)
    if (count_[e] == Count::open && possible_in_[p] - filling_.entries[e].amount < part.target && !decide_count(e, Count::here)) return false;
  return true;
}

bool Decisions::look_at_need(std::uint32_t n) {
  const Need& need = filling_.needs[n];
  if (sure_[n] >= need.least) return true;
  const bool must = need.owner == nobody || take_[need.owner] == Take::yes;
  if (available_[n] < need.least) return !must && decide_take(need.owner, Take::no);
  if (!must || available_[n] > need.least) return true;
  for (const std::uint32_t member : filling_.members_of(need))
    if (take_[member] == Take::open && !decide_take(member, Take::yes)) return false;
  return true;
}

void Decisions::undo(std::size_t mark) {
  while (trail_.size() > mark) {
    const Step step = trail_.back();
    trail_.pop_back();
    if (step.is_entry) {
      const Entry& entry = filling_.entries[step.which];
      ++open_[entry.credential];
      if (count_[step.which] == Count::not_here) {
        possible_in_[entry.part] += entry.amount;
      } else {
        counted_[entry.part] -= entry.amount;
        place_[entry.credential] = nobody;
      }
      count_[step.which] = Count::open;
    } else {
      const bool taken = take_[step.which] == Take::yes;
      for (const std::uint32_t n : filling_.helped_by(step.which)) (taken ? sure_[n] : available_[n]) += taken ? -1 : 1;
      take_[step.which] = Take::open;
    }
  }
}

}  // namespace rung::queries::filling
