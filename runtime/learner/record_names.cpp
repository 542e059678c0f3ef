#include "runtime/learner/record_names.hpp"

#include "runtime/table/nearest.hpp"

namespace rung {

using table::SectionKind;

RecordNames::RecordNames(const Table& table, SectionKind section, BindingMemory* memory)
    : table_(table), section_(section), memory_(memory), names_(table.arrays(), section) {}

std::optional<std::uint32_t> RecordNames::exact(std::string_view name) const {
  switch (section_) {
    case SectionKind::competencies: return table_.find_competency(name);
    case SectionKind::gates: return table_.find_gate(name);
    default: return table_.find_credential(name);
  }
}

void RecordNames::add(std::string_view name) {
  if (const auto found = exact(name)) return exact_.emplace_back(name.data(), *found), void();
  const auto place = static_cast<std::uint32_t>(found_.size());
  if (!matches_.try_emplace(name, place).second) return;
  const auto known = memory_ != nullptr ? memory_->match(section_, name) : std::nullopt;
  found_.push_back(known.value_or(table::ShortMatch{}));
  if (known) return;
  short_.push_back(name);
  short_at_.push_back(place);
}

void RecordNames::look_up() {
  if (short_.empty()) return;
  const std::vector<table::ShortMatch> found = table::match_short_names(names_, short_);
  for (std::size_t i = 0; i < short_.size(); ++i) {
    found_[short_at_[i]] = found[i];
    if (memory_ != nullptr) memory_->keep(section_, short_[i], found[i]);
  }
}

Result<std::uint32_t> RecordNames::find(std::string_view name) {
  const auto at = matches_.empty() ? matches_.end() : matches_.find(name);
  if (at == matches_.end()) {
    while (next_ < exact_.size() && exact_[next_].first != name.data()) ++next_;   // what was set aside is not asked for
    return next_ < exact_.size() ? exact_[next_++].second : *exact(name);
  }
  const table::ShortMatch& match = found_[at->second];
  if (match.count == 1) return match.first[0];
  if (match.count > 1) return table::ambiguous(names_, section_, name, match);
  if (looks_left_ < names_.size()) return table::unknown_name(section_, name, std::nullopt);
  looks_left_ -= names_.size();
  const auto look = [&] { return table::nearest_name(names_, name); };
  return table::unknown_name(section_, name, memory_ != nullptr ? memory_->nearest(section_, name, look) : look());
}

}  // namespace rung
