// Independent value, `assessed`: it says how learning is shown, unless it is openly awarded for participation. One that is made of parts and says nothing itself is
// assessed when every credential that it may come to be earned from says so: each of them, or all that it is earned from in its turn.
// Source: the quality marker Assessed of Making Sense of Microcredentials (2021), and its page 8: participation may be enough, when that is said.
#include <algorithm>
#include <unordered_set>

#include "compiler/checks/independent_value.hpp"

namespace rung::checks {
namespace {

bool says_how(const model::Credential& credential) { return !credential.assessed_by.empty() || credential.pass_mark != table::unknown; }

// Of what an award may be earned from, what does not say how learning is shown and is made of nothing that could.
std::vector<std::uint32_t> silent_parts(const Worth& worth, std::uint32_t award) {
  std::unordered_set<std::uint32_t> seen{award};
  std::vector<std::uint32_t> open{award}, silent;
  while (!open.empty()) {
    const std::uint32_t id = open.back();
    open.pop_back();
    const auto parts = graph::arrows(worth.facts.stacking, id);
    if (id != award && parts.empty()) silent.push_back(id);
    for (const graph::Edge edge : parts) {
      const std::uint32_t part = graph::to(worth.facts.stacking, edge);
      if (seen.insert(part).second && !says_how(worth.model.credentials[part])) open.push_back(part);
    }
  }
  std::sort(silent.begin(), silent.end());
  return silent;
}

}  // namespace

Verdict assessed(const Worth& worth, std::uint32_t id) {
  const model::Credential& credential = worth.model.credentials[id];
  if (says_how(credential)) {
    Verdict out;
    if (!credential.assessed_by.empty()) out.evidence.push_back({Phrase::it_is_assessed_by, {listed(credential.assessed_by)}, credential.span});
    if (credential.pass_mark != table::unknown) out.evidence.push_back({Phrase::its_pass_mark, {model::decimal(credential.pass_mark)}, credential.span});
    return out;
  }
  if (credential.awarded_for == model::Achievement::participation) return because(Answer::holds, credential.span, Phrase::openly_for_participation);
  const bool made_of_parts = !graph::arrows(worth.facts.stacking, id).empty();
  const std::vector<std::uint32_t> silent = made_of_parts ? silent_parts(worth, id) : std::vector<std::uint32_t>{};
  if (made_of_parts && silent.empty()) return because(Answer::holds, credential.span, Phrase::its_parts_are_assessed);
  const bool unread = std::any_of(silent.begin(), silent.end(), [&](std::uint32_t part) { return worth.model.credentials[part].broken; });
  if (unread || rule_is_incomplete(worth.model, id)) return because(Answer::cannot_tell, credential.span, Phrase::could_not_be_read);
  Verdict out = because(Answer::fails, credential.span, Phrase::no_assessment_stated);
  diagnostics::Diagnostic found{Kind::not_assessed, {worth.facts.name(id)}, credential.span, {}, {{Phrase::say_how_it_is_assessed, {}}}};
  for (std::size_t i = 0; i < std::min<std::size_t>(silent.size(), 3); ++i)
    found.related.push_back({Phrase::part_is_silent, {worth.facts.name(silent[i])}, worth.model.credentials[silent[i]].span});
  out.evidence.insert(out.evidence.end(), found.related.begin(), found.related.end());
  out.findings.push_back(std::move(found));
  return out;
}

}  // namespace rung::checks
