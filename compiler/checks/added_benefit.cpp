// Independent value, `added-benefit`: a credential made of parts adds something beyond their union: a competency of its own, an accreditation, an entitlement
// (a licence is one), or a level above those of its parts. Whatever the rule may count is a part, also what a learner need not choose: a competency that
// an elective develops is the elective's.
// Source: stacking "should be done only to provide added benefit" (Making Sense of Microcredentials, 2021).
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "compiler/checks/list.hpp"

namespace rung::checks {
namespace {

bool develops_something_of_its_own(const model::Model& model, const model::Credential& award, const std::vector<std::uint32_t>& parts) {
  std::unordered_map<std::uint32_t, model::Achievement> developed;
  for (const std::uint32_t part : parts) {
    for (const model::Developed& one : model.credentials[part].develops) {
      model::Achievement& best = developed[one.competency];
      best = std::max(best, one.to);
    }
  }
  return std::any_of(award.develops.begin(), award.develops.end(), [&](const model::Developed& one) {
    const auto found = developed.find(one.competency);
    return found == developed.end() || found->second < one.to;
  });
}

// The first part that develops what the award says it develops, as far as that or further, and where it says so.
std::optional<std::pair<std::uint32_t, model::Span>> part_that_develops(const model::Model& model, const std::vector<std::uint32_t>& parts,
                                                                        const model::Developed& own) {
  for (const std::uint32_t part : parts)
    for (const model::Developed& one : model.credentials[part].develops)
      if (one.competency == own.competency && one.to >= own.to) return std::pair(part, one.span);
  return std::nullopt;
}

bool is_above_its_parts(const model::Model& model, const model::Credential& award, const std::vector<std::uint32_t>& parts) {
  if (!award.level) return false;
  return std::none_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
    const auto& level = model.credentials[part].level;
    return level && level->value >= award.level->value;
  });
}

}  // namespace

void added_benefit(const Facts& facts, Sink& sink) {
  const model::Model& model = facts.model;
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const model::Credential& award = model.credentials[id];
    if (award.rule == model::none || award.develops_incomplete || rule_is_incomplete(model, id)) continue;
    if (!award.accredited_by.empty() || !award.entitles_to.empty() || award.type == model::CredentialType::licence) continue;
    if (facts.in_stacking_cycle[id] != 0) continue;   // it is a part of itself, which has its message
    const std::vector<std::uint32_t> parts = reachable(facts.stacking, id);
    const bool unread = std::any_of(parts.begin(), parts.end(), [&](std::uint32_t part) { return model.credentials[part].broken; });
    if (parts.empty() || unread || develops_something_of_its_own(model, award, parts) || is_above_its_parts(model, award, parts)) continue;
    auto report = sink.report(Kind::no_added_benefit, award.span, {facts.name(id)});
    for (const model::Developed& one : award.develops)
      if (const auto part = part_that_develops(model, parts, one))
        report.also(part->second, Phrase::develops_already, {facts.name(part->first), facts.competency_name(one.competency)});
    report.help(Phrase::add_benefit);
  }
}

}  // namespace rung::checks
