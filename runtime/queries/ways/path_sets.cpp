#include "runtime/queries/ways/path_sets.hpp"

namespace rung::queries {

PathSets::PathSets(const Schedules& schedules, std::span<const Prices> by, std::vector<std::uint32_t> candidates, PathSearch::Of of)
    : schedules_(schedules), trial_(schedules.trial()), by_(by), of_(of), candidates_(std::move(candidates)) {
  if (!candidates_.empty() && of == PathSearch::Of::the_best) layout_ = filling::filling_of(trial_, by, candidates_);
  if (layout_)
    fillings_.emplace(layout_->filling, trial_.work());
  else
    search_.emplace(schedules, by, candidates_, of);
}

PathSets::Next PathSets::next(FoundPath& out) {
  if (search_) return search_->next(out);
  filling::Filled filled;
  const auto next = fillings_->next(filled);
  if (next == filling::BestFillings::Next::none) return Next::none;
  if (next == filling::BestFillings::Next::stopped) return Next::stopped;
  out = path_of(filled);
  if (is_path(out)) {
    ++found_;
    return Next::found;
  }
  if (trial_.work().stopped) return Next::stopped;
  // The fixed point has the last word on what a path is. It has not been seen to disagree; if it does, it is asked about everything.
  search_.emplace(schedules_, by_, candidates_, of_);
  FoundPath again;
  for (std::size_t i = 0; i < found_; ++i)
    if (search_->next(again) != Next::found) return Next::stopped;
  return search_->next(out);
}

bool PathSets::is_complete() {
  if (!search_ && fillings_->clearly_more()) return false;
  FoundPath more;
  return next(more) == Next::none;
}

Wide PathSets::bound() const {
  if (search_) return search_->bound();
  return fillings_->bound() == 0 ? 0 : layout_->first_of(fillings_->bound());
}

bool PathSets::any(FoundPath& out) const {
  if (search_) return search_->any(out);
  if (!fillings_->some().exists()) return false;
  out = path_of(fillings_->some());
  return is_path(out);
}

FoundPath PathSets::path_of(const filling::Filled& filled) const {
  FoundPath out;
  out.cost[0] = layout_->first_of(filled.cost);
  Expected expected;
  for (std::uint32_t c = 0; c < filled.taken.size(); ++c) {
    if (filled.taken[c] != 0) out.take.push_back(layout_->credentials[c]);
    if (filled.counted_at[c] != filling::nobody) expected.counted.push_back({layout_->credentials[c], layout_->nodes[filled.counted_at[c]]});
  }
  expected.award = trial_.award();
  expected.take = out.take;
  out.expected = std::move(expected);
  return out;
}

bool PathSets::is_path(const FoundPath& path) const {
  Trial as_expected = trial_;
  as_expected.expect(&*path.expected);
  return as_expected.works(path.take);
}

}  // namespace rung::queries
