// Independent value, `added-benefit`: a credential made of parts adds something beyond their union: a competency of its own, an accreditation, an entitlement
// (a licence is one), or a level above those of its parts. Whatever the rule may count is a part, also what a learner need not choose: a competency that
// an elective develops is the elective's.
// Source: stacking "should be done only to provide added benefit" (Making Sense of Microcredentials, 2021, page 16).
#include <optional>

#include "compiler/checks/beneath.hpp"
#include "compiler/checks/independent_value.hpp"

namespace rung::checks {
namespace {

// What the award develops and no part does, or none as far.
std::vector<Evidence> developed_by_itself(const Worth& worth, std::uint32_t id) {
  const auto& own = worth.model.credentials[id].develops;
  const std::vector<char> by_parts = worth.beneath().developed(id);
  std::vector<Evidence> out;
  for (std::size_t i = 0; i < own.size(); ++i)
    if (by_parts[i] == 0) out.push_back({Phrase::it_alone_develops, {worth.facts.competency_name(own[i].competency)}, own[i].span});
  return out;
}

// The first part that develops what the award says it develops, as far as that or further, and where it says so.
std::optional<std::pair<std::uint32_t, model::Span>> part_that_develops(const model::Model& model, const std::vector<std::uint32_t>& parts,
                                                                        const model::Developed& own) {
  for (const std::uint32_t part : parts)
    for (const model::Developed& one : model.credentials[part].develops)
      if (one.competency == own.competency && one.to >= own.to) return std::pair(part, one.span);
  return std::nullopt;
}

bool is_above_its_parts(const Worth& worth, std::uint32_t id) {
  const auto& level = worth.model.credentials[id].level;
  const auto highest = worth.beneath().level(id);
  return level && (!highest || *highest < level->value);
}

}  // namespace

Verdict added_benefit(const Worth& worth, std::uint32_t id) {
  const model::Model& model = worth.model;
  const model::Credential& award = model.credentials[id];
  if (award.rule == model::none) return because(Answer::holds, award.span, Phrase::is_made_of_nothing);
  Verdict out;
  for (const std::string& by : award.accredited_by) out.evidence.push_back({Phrase::it_is_accredited_by, {by}, award.span});
  for (const std::string& to : award.entitles_to) out.evidence.push_back({Phrase::it_entitles_to, {to}, award.span});
  if (award.type == model::CredentialType::licence) out.evidence.push_back({Phrase::it_is_a_licence, {}, award.span});
  const bool circle = worth.facts.in_stacking_cycle[id] != 0;   // it is a part of itself, which has its message
  if (!circle) {
    const std::vector<Evidence> own = developed_by_itself(worth, id);
    out.evidence.insert(out.evidence.end(), own.begin(), own.end());
    if (is_above_its_parts(worth, id)) out.evidence.push_back({Phrase::its_level_is_above, {model::decimal(award.level->value)}, award.level->span});
  }
  if (!out.evidence.empty()) return out;
  if (circle) return because(Answer::cannot_tell, award.span, Phrase::is_part_of_itself);
  if (graph::arrows(worth.facts.stacking, id).empty() || worth.beneath().is_unread(id) || award.develops_incomplete || rule_is_incomplete(model, id)) return because(Answer::cannot_tell, award.span, Phrase::could_not_be_read);
  out = because(Answer::fails, award.span, Phrase::adds_nothing);
  diagnostics::Diagnostic found{Kind::no_added_benefit, {worth.facts.name(id)}, award.span, {}, {{Phrase::add_benefit, {}}}};
  const std::vector<std::uint32_t> parts = reachable(worth.facts.stacking, id);
  for (const model::Developed& one : award.develops)
    if (const auto part = part_that_develops(model, parts, one))
      found.related.push_back({Phrase::develops_already, {worth.facts.name(part->first), worth.facts.competency_name(one.competency)}, part->second});
  out.evidence.insert(out.evidence.end(), found.related.begin(), found.related.end());
  out.findings.push_back(std::move(found));
  return out;
}

}  // namespace rung::checks
