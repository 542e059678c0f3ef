#include "runtime/learner/binding_memory.hpp"

namespace rung {
namespace {

constexpr std::size_t most_names = 4096;
constexpr std::size_t longest_name = 256;  // bytes

std::string key_of(table::SectionKind section, std::string_view name) {
  std::string key(1, static_cast<char>(section));
  key += name;
  return key;
}

}  // namespace

std::optional<table::ShortMatch> BindingMemory::match(table::SectionKind section, std::string_view name) const {
  const auto at = names_.find(key_of(section, name));
  return at == names_.end() ? std::nullopt : std::optional(at->second.match);
}

void BindingMemory::keep(table::SectionKind section, std::string_view name, const table::ShortMatch& match) {
  if (name.size() > longest_name) return;
  if (names_.size() == most_names) names_.clear();   // what comes often comes again
  names_.try_emplace(key_of(section, name), Known{match, false, {}});
}

std::optional<std::string_view> BindingMemory::nearest(table::SectionKind section, std::string_view name, const std::function<std::optional<std::string_view>()>& look) {
  const auto at = names_.find(key_of(section, name));
  if (at == names_.end()) return look();
  if (!at->second.nearest_known) at->second.nearest = look();
  at->second.nearest_known = true;
  return at->second.nearest;
}

}  // namespace rung
