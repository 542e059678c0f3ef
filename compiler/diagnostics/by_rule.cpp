#include "compiler/diagnostics/by_rule.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace rung::diagnostics {
namespace {

using Rule = std::tuple<Severity, Kind, std::string_view, std::string_view, std::string_view>;   // and the policy, the rule, and the rule as written

Rule rule_of(const Diagnostic& one) { return {severity(one), one.kind, one.ruling->policy, one.ruling->rule, one.arguments[3]}; }

}  // namespace

const Related* place_of_rule(const Diagnostic& finding) {
  using enum Phrase;
  const auto is_rule = [](const Related& one) {
    return one.phrase == rule_here || one.phrase == rule_here_from || one.phrase == rule_here_because || one.phrase == rule_here_from_because || one.phrase == rule_here_from_read ||
           one.phrase == rule_here_from_read_because;
  };
  const auto found = std::find_if(finding.related.begin(), finding.related.end(), is_rule);
  return found == finding.related.end() ? nullptr : &*found;
}

ByRule by_rule(const std::vector<Diagnostic>& diagnostics) {
  std::map<Rule, std::vector<const Diagnostic*>> rules;
  for (const Diagnostic& one : diagnostics)
    if (one.ruling) rules[rule_of(one)].push_back(&one);
  ByRule out;
  for (const Diagnostic& one : diagnostics)
    if (!one.ruling || rules.at(rule_of(one)).size() == 1) out.apart.push_back(&one);
  for (auto& [rule, found] : rules)
    if (found.size() > 1) out.together.push_back(std::move(found));
  const auto order = [](const Diagnostic& one) {
    const Related* const rule = place_of_rule(one);
    const source::Span at = rule == nullptr ? source::Span{} : rule->span;
    return std::tuple(severity(one), at.file, at.begin);
  };
  std::stable_sort(out.together.begin(), out.together.end(), [&](const auto& a, const auto& b) { return order(*a.front()) < order(*b.front()); });
  return out;
}

}  // namespace rung::diagnostics
