// For spreadsheets: RFC 4180, UTF-8, lines end with CR LF.
#include "compiler/policy/report.hpp"
#include "compiler/rungc/policy_words.hpp"
#include "compiler/spreadsheet/csv.hpp"

namespace rungc {
namespace {

namespace policy = rung::policy;

using rung::spreadsheet::cell;

}  // namespace

std::string as_csv(const Conformed& conformed) {
  const policy::Matrix& matrix = conformed.matrix;
  std::string out = conformed.why ? "credential,policy,verdict,rule,severity,written,message,source\r\n" : "credential";
  if (!conformed.why) {
    for (const policy::Policy* one : matrix.policies) out += ',' + cell(one->name);
    out += "\r\n";
  }
  for (const policy::Row& row : matrix.rows) {
    const std::string name = cell(policy::named(conformed.compiled.model, row.subject).name);
    if (!conformed.why) out += name;
    for (std::size_t column = 0; column < matrix.policies.size(); ++column) {
      const policy::Cell& one = row.cells[column];
      const std::string verdict(rung::value::name(one.conformity.answer));
      if (!conformed.why) {
        out += ',' + (one.applies ? verdict : "");
        continue;
      }
      if (!one.applies) continue;
      const policy::Policy& asked = *matrix.policies[column];
      bool any = false;
      for (const policy::Finding& finding : one.conformity.findings) {
        if (!finding.is_reported()) continue;
        any = true;
        const policy::Rule& rule = *finding.held.rule;
        const std::string_view severity = rung::diagnostics::name(policy::severity(asked.proposed ? asked : *finding.held.policy, rule));
        out += name + ',' + cell(asked.name) + ',' + std::string(rung::value::name(finding.answer)) + ',' + cell(rule.name) + ',' + std::string(severity) + ',' + cell(rule.written) + ',' +
               cell(sentences(finding.evidence)) + ',' + cell(policy::source_of(*finding.held.policy, rule).text) + "\r\n";
      }
      if (!any) out += name + ',' + cell(asked.name) + ',' + verdict + ",,,," + (one.conformity.findings.empty() ? cell(says_nothing(asked)) : "") + ",\r\n";
    }
    if (!conformed.why) out += "\r\n";
  }
  return out;
}

}  // namespace rungc
