// Independent value, `not-hollow`: it is not always accompanied by what covers it already. It is hollow when some rule counts it and, in every way to meet any rule in a
// way that counts it, what a learner holds besides develops all its competencies, as far as it does or further.
//
// Decided by competency: for each that it develops, can some rule be met in a way that counts it and has nothing else that develops this? One such way is enough not to be hollow.
// So what covers it may be one credential or several together, may differ from way to way (2 of { a, b, it }), may be hidden in an award that is counted beside it, or be
// needed before enrolling. Who covers a competency: Worth::others_developing; what a way is, and what is left out of it: ways.hpp. Rules that cannot be met at all,
// or not with it, say nothing.
// Source: stacking "should never come at the expense of a credential's independent value" (Making Sense of Microcredentials, 2021, page 16).
#include <algorithm>

#include "compiler/checks/independent_value.hpp"

namespace rung::checks {
namespace {

constexpr std::size_t most_shown = 5;

std::vector<std::string> names_of(const Facts& facts, const std::vector<std::uint32_t>& ids) {
  std::vector<std::string> out;
  for (const std::uint32_t id : ids) out.push_back(facts.name(id));
  return out;
}

// Where the rule counts it.
model::Span counted_at(const Worth& worth, std::uint32_t root, std::uint32_t id) {
  const std::uint32_t award = worth.model.nodes[root].owner;
  for (const graph::Edge edge : graph::arrows(worth.facts.counted_by, id))
    if (graph::to(worth.facts.counted_by, edge) == award) return worth.facts.counted_by[edge].span;
  return worth.model.nodes[root].span;
}

}  // namespace

Verdict not_hollow(const Worth& worth, std::uint32_t id) {
  const model::Model& model = worth.model;
  const model::Credential& credential = model.credentials[id];
  if (worth.ways.counting(id).empty()) return because(Answer::holds, credential.span, Phrase::no_rule_counts_it);
  if (credential.develops.empty()) return because(Answer::cannot_tell, credential.span, Phrase::develops_nothing);
  std::vector<std::vector<std::uint32_t>> others;
  for (const model::Developed& one : credential.develops) {
    others.push_back(worth.others_developing(id, one));
    if (others.back().empty()) return because(Answer::holds, one.span, Phrase::nothing_else_develops, {worth.facts.competency_name(one.competency)});
  }
  if (credential.develops_incomplete || worth.facts.in_stacking_cycle[id] != 0) return because(Answer::cannot_tell, credential.span, Phrase::could_not_be_read);
  Ways::Work work;
  std::vector<std::uint32_t> rules;
  for (const std::uint32_t root : worth.ways.counting(id)) {
    const std::optional<bool> possible = worth.ways.counts(root, id, {}, work);
    if (!possible) return because(Answer::cannot_tell, credential.span, Phrase::work_ran_out);
    if (*possible) rules.push_back(root);
  }
  if (rules.empty()) return because(Answer::cannot_tell, credential.span, Phrase::no_rule_can_be_met_with_it);
  for (const std::uint32_t root : rules) {
    for (std::size_t i = 0; i < others.size(); ++i) {
      const std::optional<bool> alone = worth.ways.counts(root, id, others[i], work);
      if (!alone) return because(Answer::cannot_tell, credential.span, Phrase::work_ran_out);
      if (*alone)
        return because(Answer::holds, counted_at(worth, root, id), Phrase::counts_it_alone,
                       {worth.facts.name(model.nodes[root].owner), worth.facts.competency_name(credential.develops[i].competency)});
    }
  }
  diagnostics::Diagnostic found{Kind::hollow, {worth.facts.name(id)}, credential.span, {}, {{Phrase::let_it_count_alone, {}}}};
  for (std::size_t i = 0; i < std::min(rules.size(), most_shown); ++i)
    found.related.push_back({Phrase::never_counts_it_alone, {worth.facts.name(model.nodes[rules[i]].owner)}, counted_at(worth, rules[i], id)});
  for (std::size_t i = 0; i < std::min(others.size(), most_shown); ++i)
    found.related.push_back({Phrase::develop_it_too, {worth.facts.competency_name(credential.develops[i].competency), listed(names_of(worth.facts, others[i]), 3)},
                             model.credentials[others[i].front()].span});
  return {Answer::fails, found.related, {found}};
}

}  // namespace rung::checks
