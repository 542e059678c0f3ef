#include "runtime/learner/record_names.hpp"

#include "runtime/table/nearest.hpp"

namespace rung {

using table::SectionKind;

namespace {

const char* kind_of(SectionKind section) {
  return section == SectionKind::credentials ? "credential" : section == SectionKind::competencies ? "competency" : "gate";
}

}  // namespace

RecordNames::RecordNames(const Table& table, SectionKind section)
    : table_(table), section_(section), kind_(kind_of(section)), names_(table.arrays(), section) {}

std::optional<std::uint32_t> RecordNames::exact(std::string_view name) const {
  switch (section_) {
    case SectionKind::competencies: return table_.find_competency(name);
    case SectionKind::gates: return table_.find_gate(name);
    default: return table_.find_credential(name);
  }
}

void RecordNames::add(std::string_view name) {
  if (const auto found = exact(name)) return exact_.emplace_back(name.data(), *found), void();
  if (matches_.try_emplace(name, static_cast<std::uint32_t>(short_.size())).second) short_.push_back(name);
}

void RecordNames::look_up() {
  if (!short_.empty()) found_ = table::match_short_names(names_, short_);
}

Result<std::uint32_t> RecordNames::find(std::string_view name) {
  const auto at = matches_.empty() ? matches_.end() : matches_.find(name);
  if (at == matches_.end()) {
    while (next_ < exact_.size() && exact_[next_].first != name.data()) ++next_;   // what was set aside is not asked for
    return next_ < exact_.size() ? exact_[next_++].second : *exact(name);
  }
  const table::ShortMatch& match = found_[at->second];
  if (match.count == 1) return match.first[0];
  if (match.count > 1) return table::ambiguous(names_, kind_, name, match);
  if (looks_left_ < names_.size()) return table::unknown_name(kind_, name, std::nullopt);
  looks_left_ -= names_.size();
  return table::unknown_name(kind_, name, table::nearest_name(names_, name));
}

}  // namespace rung
