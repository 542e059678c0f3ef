#include "compiler/policy/matrix.hpp"

#include <algorithm>
#include <map>

#include "compiler/policy/report.hpp"

namespace rung::policy {
namespace {

// What a rule is about: two policies contradict each other on a matter when one refuses what the other allows.
std::vector<std::string> matters(const Finding& finding) {
  const Rule& rule = *finding.held.rule;
  const auto printed = [](Word word) { return std::string(grammar::Vocabulary::of("en")->printed(word)); };
  std::vector<std::string> out;
  switch (rule.asks) {
    case Word::workload:
    case Word::credits:
    case Word::smaller_than: return {"size"};
    case Word::state:
      // Of several alternatives, one that is stated is what the rule allows; none of the others.
      if (finding.answer == Answer::holds && !rule.excuses && !rule.forbids) return {"stating " + finding.evidence.front().arguments.front()};
      for (const Word word : rule.words) {
        const bool time = word == Word::hours || word == Word::weeks;
        out.push_back("stating " + printed(time ? Word::workload : word));
      }
      for (const std::string& text : rule.texts) out.push_back("stating " + text);
      return out;
    case Word::independent_value:
      for (const Aspect aspect : rule.aspects) out.push_back(aspect == Aspect::not_consumed ? "taking away what it counts" : std::string(value::name(aspect)));
      if (out.empty()) out.emplace_back("independent value");
      return out;
    case Word::take_away: return {"taking away what it counts"};
    case Word::share: return {"sharing what it counts"};
    case Word::reviewed_within: return {"review"};
    case Word::count: return {printed(rule.unit)};
    default: return {printed(rule.asks)};
  }
}

enum class Side : std::uint8_t { neither, allows, refuses };
Side side(const Finding& finding) {
  const Rule& rule = *finding.held.rule;
  if (finding.answer == Answer::holds) return Side::allows;   // a permission allows only what is so
  return finding.answer == Answer::fails && rule.modal != Modal::may && !rule.unverified ? Side::refuses : Side::neither;
}

void contradictions(Matrix& out, std::size_t row) {
  std::map<std::string, std::vector<Stand>> by_matter;
  for (std::size_t column = 0; column < out.policies.size(); ++column)
    for (const Finding& finding : out.rows[row].cells[column].conformity.findings) {
      const Side taken = side(finding);
      if (taken == Side::neither) continue;
      for (const std::string& matter : matters(finding)) {
        std::vector<Stand>& stands = by_matter[matter];
        const bool same = std::any_of(stands.begin(), stands.end(), [&](const Stand& one) { return one.held.rule == finding.held.rule; });
        if (!same) stands.push_back({out.policies[column], finding.held, taken == Side::allows, finding.evidence});
      }
    }
  for (auto& one_matter : by_matter) {
    std::vector<Stand>& stands = one_matter.second;
    // A policy that refuses a thing by one rule does not allow it by another: a size may keep to one bound and not to the other.
    std::erase_if(stands, [&](const Stand& one) {
      return one.allows && std::any_of(stands.begin(), stands.end(), [&](const Stand& other) { return !other.allows && other.policy == one.policy; });
    });
    const auto refusing = std::count_if(stands.begin(), stands.end(), [](const Stand& one) { return !one.allows; });
    if (refusing > 0 && static_cast<std::size_t>(refusing) < stands.size()) out.contradictions.push_back({row, one_matter.first, std::move(stands)});
  }
}

}  // namespace

Matrix matrix(const model::Model& model, Library& library, source::Files& files, diagnostics::Sink& sink, const std::vector<const Policy*>& policies, std::optional<Day> on,
              const std::vector<Subject>& only) {
  Matrix out;
  for (const Policy* policy : policies) (on && !policy->in_force(*on) ? out.not_in_force : out.policies).push_back(policy);
  std::vector<std::vector<Library::Held>> rules;
  for (const Policy* policy : out.policies) rules.push_back(library.rules_of(*policy, files, sink));
  std::vector<Subject> subjects = only;
  if (only.empty())
    for (std::uint32_t framework = 0; framework < model.frameworks.size(); ++framework)
      for (const Subject subject : subjects_of(model, framework)) subjects.push_back(subject);
  const Judge judge(model, on);
  for (const Subject subject : subjects) {
    const bool block = subject.kind == SubjectKind::credential && (model.credentials[subject.id].block || model.credentials[subject.id].broken);
    const bool always = !only.empty() || (subject.kind == SubjectKind::credential && model.credentials[subject.id].type == model::CredentialType::microcredential);
    Row row{subject, {}};
    bool any = always;
    for (std::size_t column = 0; column < out.policies.size(); ++column) {
      Cell cell;
      cell.applies = always || judge.speaks_of(rules[column], subject);
      if (cell.applies) cell.conformity = judge.conformity(rules[column], subject);
      any |= cell.applies;
      row.cells.push_back(std::move(cell));
    }
    if (!any || block) continue;
    out.rows.push_back(std::move(row));
    contradictions(out, out.rows.size() - 1);
  }
  return out;
}

}  // namespace rung::policy
