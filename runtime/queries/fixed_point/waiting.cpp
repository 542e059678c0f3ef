#include "runtime/queries/fixed_point/waiting.hpp"

namespace rung::queries {

std::uint32_t Waiting::add(std::uint32_t credential, bool due) {
  const auto place = static_cast<std::uint32_t>(who_.size());
  who_.push_back({credential, false, false});
  if (due) make_due(place);
  return place;
}

void Waiting::make_due(std::uint32_t place) {
  if (who_[place].due) return;
  who_[place].due = true;
  if (current_ != table::none && place > current_) now_.push(place);
  else later_.push_back(place);
}

void Waiting::still_waits(std::uint32_t place) {
  if (who_[place].watches) return;
  const auto nodes = table_.nodes();
  const std::uint32_t root = table_.credentials()[who_[place].credential].prerequisite;
  for (std::uint32_t at = root; at < nodes[root].end; ++at)
    if (nodes[at].kind == table::NodeKind::amount || nodes[at].kind == table::NodeKind::competencies) return make_due(place);
  who_[place].watches = true;
  for (std::uint32_t at = root; at < nodes[root].end; ++at) {
    if (nodes[at].kind == table::NodeKind::gate) continue;
    for (const std::uint32_t named : table_.list(nodes[at].members)) {
      watches_.push_back({place, watched_.find(named)});
      watched_.set(named, static_cast<std::uint32_t>(watches_.size() - 1));
    }
  }
}

void Waiting::came(std::uint32_t credential) {
  for (std::uint32_t w = watched_.find(credential); w != table::none; w = watches_[w].next) make_due(watches_[w].place);
}

std::size_t Waiting::begin_round() {
  for (const std::uint32_t place : later_) now_.push(place);
  later_.clear();
  return now_.size();
}

bool Waiting::next(std::uint32_t& place) {
  if (now_.empty()) {
    current_ = table::none;
    return false;
  }
  place = current_ = now_.top();
  now_.pop();
  who_[place].due = false;
  return true;
}

}  // namespace rung::queries
