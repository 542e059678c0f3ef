// Independent value, `no-mutual-crutch`: no two microcredentials are worth something only through each other. Two lean on each other when neither states an outcome of its
// own, some rule counts them, and no rule can be met in a way that counts one of them without the other.
//
// Decided for microcredentials and badges that the same rules count, as ways.hpp decides what is demanded with what. "Only together" carries over from one pair to the
// next, so those that lean on each other are told as one group. Left out are pairs that different rules count, and pairs of which one only opens the other
// (a prerequisite that no rule counts): these are found to have no outcome.
// Source: microcredentials "should be valuable to the learner on their own" (Making Sense of Microcredentials, 2021, page 7).
#include <algorithm>

#include "compiler/checks/crutches.hpp"

namespace rung::checks {
namespace {

constexpr std::size_t most_work = 20'000'000;   // nodes and members, for all credentials that the same rules count

bool may_lean(const Worth& worth, std::uint32_t id) {
  const model::Credential& credential = worth.model.credentials[id];
  const bool small = credential.type == model::CredentialType::microcredential || credential.type == model::CredentialType::badge;
  return small && !credential.broken && worth.facts.in_stacking_cycle[id] == 0 && !worth.ways.counting(id).empty() && stated_outcomes(worth.model, id).empty();
}

// Whether no rule can be met in a way that counts `one` without `other`; those that cannot be met with it say nothing.
std::optional<bool> needs(const Worth& worth, std::uint32_t one, std::uint32_t other, Ways::Work& work) {
  bool counted = false;
  for (const std::uint32_t root : worth.ways.counting(one)) {
    const std::optional<bool> without = worth.ways.counts(root, one, {other}, work);
    if (!without) return std::nullopt;
    if (*without) return false;
    const std::optional<bool> at_all = worth.ways.counts(root, one, {}, work);
    if (!at_all) return std::nullopt;
    counted = counted || *at_all;
  }
  return counted;
}

std::vector<std::string> names_of(const Facts& facts, const std::vector<std::uint32_t>& ids) {
  std::vector<std::string> out;
  for (const std::uint32_t id : ids) out.push_back(facts.name(id));
  return out;
}

}  // namespace

Crutches::Crutches(const Worth& worth) : leaning_(worth.model.credentials.size()), unknown_(worth.model.credentials.size(), 0) {
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> by_rules;
  for (std::uint32_t id = 0; id < leaning_.size(); ++id)
    if (may_lean(worth, id)) by_rules[worth.ways.counting(id)].push_back(id);
  for (const auto& [rules, members] : by_rules) {
    Ways::Work work{most_work};
    std::vector<std::vector<std::uint32_t>> groups;
    for (const std::uint32_t id : members) {
      bool placed = false;
      for (std::vector<std::uint32_t>& group : groups) {
        const std::optional<bool> one = needs(worth, id, group.front(), work);
        const std::optional<bool> other = one == true ? needs(worth, group.front(), id, work) : one;
        if (!other) unknown_[id] = 1;
        placed = one == true && other == true;
        if (placed) group.push_back(id);
        if (placed || !other) break;
      }
      if (!placed) groups.push_back({id});
    }
    for (const std::vector<std::uint32_t>& group : groups)
      if (group.size() > 1)
        for (const std::uint32_t id : group) leaning_[id] = group;
  }
}

Verdict no_mutual_crutch(const Worth& worth, std::uint32_t id) {
  const model::Model& model = worth.model;
  const model::Credential& credential = model.credentials[id];
  if (worth.ways.counting(id).empty()) return because(Answer::holds, credential.span, Phrase::no_rule_counts_it);
  if (std::vector<Evidence> stated = stated_outcomes(model, id); !stated.empty()) return {Answer::holds, std::move(stated), {}};
  if (worth.crutches().unknown(id)) return because(Answer::cannot_tell, credential.span, Phrase::work_ran_out);
  const std::vector<std::uint32_t>& group = worth.crutches().leaning(id);
  if (group.empty()) return because(Answer::holds, credential.span, Phrase::leans_on_nothing);
  const std::uint32_t first = group.front();
  diagnostics::Diagnostic found{Kind::mutual_crutch, {listed(names_of(worth.facts, group))}, model.credentials[first].span, {}, {{Phrase::state_an_outcome, {}}, {Phrase::let_them_count_apart, {}}}};
  for (const graph::Edge edge : graph::arrows(worth.facts.counted_by, first)) {
    if (found.related.size() == 5) break;
    found.related.push_back({Phrase::counts_them_together, {worth.facts.name(graph::to(worth.facts.counted_by, edge))}, worth.facts.counted_by[edge].span});
  }
  Verdict out{Answer::fails, found.related, {}};
  for (const std::uint32_t one : group)
    if (one != id && out.evidence.size() < 10) out.evidence.push_back({Phrase::never_counted_without, {worth.facts.name(one)}, model.credentials[one].span});
  out.evidence.push_back({Phrase::no_outcome_stated, {}, credential.span});
  out.findings.push_back(std::move(found));
  return out;
}

}  // namespace rung::checks
