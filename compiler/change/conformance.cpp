#include "compiler/change/conformance.hpp"

#include <algorithm>
#include <set>

#include "compiler/policy/report.hpp"

namespace rung::change {
namespace {

using policy::Answer;
using policy::Subject;

const model::Framework* find(const model::Model& model, const std::string& name) {
  const auto at = std::find_if(model.frameworks.begin(), model.frameworks.end(), [&](const model::Framework& one) { return one.name == name; });
  return at == model.frameworks.end() ? nullptr : &*at;
}

// Everything of one framework that a policy speaks of, with what it comes to.
struct Judged {
  std::vector<std::pair<Subject, Answer>> all;
  std::optional<Answer> worst;
};

Judged judge(Compiled& compiled, const model::Framework* framework, const std::string& name, const policy::Judge& judge, std::optional<model::Day> day) {
  Judged out;
  if (framework == nullptr) return out;
  const policy::Policy* policy = compiled.policies.find(name, compiled.files, compiled.diagnostics);
  if (policy == nullptr || policy->broken || (day && !policy->in_force(*day))) return out;
  const auto rules = compiled.policies.rules_of(*policy, compiled.files, compiled.diagnostics);
  const auto id = static_cast<std::uint32_t>(framework - compiled.model.frameworks.data());
  for (const Subject subject : policy::subjects_of(compiled.model, id)) {
    if (subject.kind == policy::SubjectKind::credential && compiled.model.credentials[subject.id].block) continue;
    if (!judge.speaks_of(rules, subject)) continue;
    const Answer answer = judge.conformity(rules, subject).answer;
    out.all.emplace_back(subject, answer);
    out.worst = out.worst ? value::worse(*out.worst, answer) : answer;
  }
  if (!out.worst) out.worst = Answer::cannot_tell;   // it speaks of nothing here
  return out;
}

bool names(const model::Framework* framework, const std::string& policy) {
  return framework != nullptr && std::any_of(framework->conforms_to.begin(), framework->conforms_to.end(), [&](const auto& one) { return one.value == policy; });
}

}  // namespace

std::vector<PolicyChange> policy_changes(Compiled& before, Compiled& after, const Renamed& renamed, std::optional<model::Day> day) {
  std::set<std::pair<std::string, std::string>> asked;
  for (const Compiled* side : {&before, &after})
    for (const model::Framework& framework : side->model.frameworks)
      for (const auto& one : framework.conforms_to) asked.emplace(framework.name, one.value);
  if (asked.empty()) return {};
  const policy::Judge before_judge(before.model, day), after_judge(after.model, day);
  std::vector<PolicyChange> out;
  for (const auto& [framework, policy] : asked) {
    const model::Framework *was = find(before.model, framework), *is = find(after.model, framework);
    PolicyChange change{framework, policy, names(was, policy), names(is, policy), {}, {}, {}};
    const Judged had = judge(before, was, policy, before_judge, day), has = judge(after, is, policy, after_judge, day);
    change.was = had.worst;
    change.is = has.worst;
    std::map<std::pair<policy::SubjectKind, std::string>, std::pair<std::uint32_t, Answer>> known;
    for (const auto& [subject, answer] : had.all) {
      const std::string& name = policy::named(before.model, subject).name;
      const auto newer = renamed.find(name);
      known[{subject.kind, newer == renamed.end() ? name : newer->second}] = {subject.id, answer};
    }
    for (const auto& [subject, answer] : has.all)
      if (const auto at = known.find({subject.kind, policy::named(after.model, subject).name}); at != known.end() && at->second.second != answer)
        change.differ.push_back({subject.kind, at->second.first, subject.id, at->second.second, answer});
    if (change.said != change.says || change.was != change.is || !change.differ.empty()) out.push_back(std::move(change));
  }
  return out;
}

}  // namespace rung::change
