#include "runtime/table/short_names.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "runtime/table/quoted.hpp"

namespace rung::table {
namespace {

// A name has two parts; more are looked at only so far, so that a name made of dots costs no more.
constexpr int most_suffixes = 4;

const char* kind_of(SectionKind section) {
  return section == SectionKind::competencies ? "competency" : section == SectionKind::gates ? "gate" : "credential";
}

}  // namespace

std::size_t NameList::size() const {
  switch (section_) {
    case SectionKind::competencies: return arrays_->competencies.size();
    case SectionKind::gates: return arrays_->gates.size();
    default: return arrays_->credentials.size();
  }
}

std::string_view NameList::operator[](std::size_t index) const {
  switch (section_) {
    case SectionKind::competencies: return arrays_->text_of(arrays_->competencies[index].name);
    case SectionKind::gates: return arrays_->text_of(arrays_->gates[index].name);
    default: return arrays_->text_of(arrays_->credentials[index].name);
  }
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

std::vector<ShortMatch> match_short_names(const NameList& names, std::span<const std::string_view> wanted) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  std::vector<std::uint32_t> place_of;
  for (const std::string_view name : wanted)
    place_of.push_back(places.try_emplace(name, static_cast<std::uint32_t>(places.size())).first->second);

  std::vector<ShortMatch> found(places.size());
  for (std::size_t id = 0; id < names.size(); ++id) {
    const std::string_view name = names[id];
    std::size_t dot = name.rfind('.');
    for (int suffix = 0; suffix < most_suffixes && dot != std::string_view::npos; ++suffix) {
      if (const auto at = places.find(name.substr(dot + 1)); at != places.end()) {
        ShortMatch& match = found[at->second];
        if (match.count < match.first.size()) match.first[match.count] = static_cast<std::uint32_t>(id);
        ++match.count;
      }
      if (dot == 0) break;
      dot = name.rfind('.', dot - 1);
    }
  }
  std::vector<ShortMatch> out;
  for (const std::uint32_t place : place_of) out.push_back(found[place]);
  return out;
}

Error unknown_name(SectionKind kind, std::string_view name, std::optional<std::string_view> nearest) {
  const auto pick = [&](Remark credential, Remark competency, Remark gate) { return kind == SectionKind::competencies ? competency : kind == SectionKind::gates ? gate : credential; };
  const Remark unknown = pick(Remark::unknown_credential, Remark::unknown_competency, Remark::unknown_gate);
  const Remark lists = pick(Remark::dump_lists_credentials, Remark::dump_lists_competencies, Remark::dump_lists_gates);
  return remarked(std::string("unknown-") + kind_of(kind), {unknown, {shortened(name)}}, nearest ? Saying{Remark::did_you_mean, {std::string(*nearest)}} : Saying{lists});
}

Error ambiguous(const NameList& names, SectionKind kind, std::string_view name, const ShortMatch& match) {
  std::string list;
  const std::uint32_t listed = std::min(match.count, static_cast<std::uint32_t>(match.first.size()));
  for (std::uint32_t i = 0; i < listed; ++i) list += (i == 0 ? "" : ", ") + std::string(names[match.first[i]]);
  Saying said{Remark::may_be_any_of, {shortened(name), list}};
  if (match.count > listed) said = {Remark::may_be_any_of_more, {shortened(name), list, std::to_string(match.count - listed)}};
  return remarked(std::string("ambiguous-") + kind_of(kind), std::move(said), {Remark::write_the_whole_name});
}

}  // namespace rung::table
