#include <nlohmann/json.hpp>

#include "compiler/diagnostics/json.hpp"
#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/policy/report.hpp"
#include "compiler/rungc/policy_words.hpp"

namespace rungc {
namespace {

namespace policy = rung::policy;
using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json finding(const policy::Policy& asked, const policy::Finding& one) {
  const policy::Rule& rule = *one.held.rule;
  std::string help;
  for (const auto& [phrase, arguments] : one.help) help += (help.empty() ? "" : "; ") + rung::diagnostics::words(phrase, arguments);
  return {{"rule", rule.name},
          {"of", one.held.policy->name},
          {"verdict", rung::value::name(one.answer)},
          {"severity", rung::diagnostics::name(policy::severity(asked.proposed ? asked : *one.held.policy, rule))},
          {"written", rule.written},
          {"message", sentences(one.evidence)},
          {"because", or_null(rule.because)},
          {"source", or_null(policy::source_of(*one.held.policy, rule).text)},
          {"help", or_null(help)}};
}

}  // namespace

std::string as_json(const Conformed& conformed) {
  const policy::Matrix& matrix = conformed.matrix;
  Json cells = Json::array(), others = Json::array(), contradictions = Json::array(), not_in_force = Json::array();
  for (const policy::Row& row : matrix.rows) {
    const std::string& name = policy::named(conformed.compiled.model, row.subject).name;
    for (std::size_t column = 0; column < matrix.policies.size(); ++column) {
      const policy::Cell& cell = row.cells[column];
      if (!cell.applies) continue;
      Json findings = Json::array();
      for (const policy::Finding& one : cell.conformity.findings)
        if (one.answer != rung::value::Answer::holds && !one.held.rule->excuses) findings.push_back(finding(*matrix.policies[column], one));
      Json out = {{std::string(policy::kind_name(row.subject.kind)), name}, {"policy", matrix.policies[column]->name}, {"verdict", rung::value::name(cell.conformity.answer)}, {"findings", findings}};
      if (cell.conformity.findings.empty()) out["message"] = says_nothing(*matrix.policies[column]);
      (row.subject.kind == policy::SubjectKind::credential ? cells : others).push_back(std::move(out));
    }
  }
  for (const policy::Contradiction& one : matrix.contradictions) {
    Json stands = Json::array();
    for (const policy::Stand& stand : one.stands)
      stands.push_back({{"policy", stand.policy->name},
                        {"rule", stand.held.rule->name},
                        {"stand", stance(english, stand)},
                        {"written", stand.held.rule->written},
                        {"message", sentences(stand.evidence)},
                        {"source", or_null(policy::source_of(*stand.held.policy, *stand.held.rule).text)}});
    const policy::Subject subject = matrix.rows[one.row].subject;
    contradictions.push_back({{std::string(policy::kind_name(subject.kind)), policy::named(conformed.compiled.model, subject).name}, {"matter", one.matter}, {"stands", stands}});
  }
  for (const policy::Policy* one : matrix.not_in_force) not_in_force.push_back({{"policy", one->name}, {"in_force", policy::when_in_force(*one)}});
  Json out = {{"matrix", cells}, {"others", others}, {"contradictions", contradictions}, {"not_in_force", not_in_force}};
  out.update(rung::diagnostics::json_of(conformed.compiled.files, conformed.compiled.diagnostics.sorted(), conformed.language));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rungc
