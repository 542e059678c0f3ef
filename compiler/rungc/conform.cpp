// `conform`: the matrix of credentials and policies.
#include <algorithm>

#include "compiler/policy/report.hpp"
#include "compiler/rungc/policy_words.hpp"

namespace rungc {

namespace policy = rung::policy;

bool disappoints(const rung::Compiled& compiled, const policy::Matrix& matrix, const std::vector<std::string>& asked) {
  for (const policy::Row& row : matrix.rows) {
    const auto& conforms = compiled.model.frameworks[policy::named(compiled.model, row.subject).framework].conforms_to;
    for (std::size_t column = 0; column < matrix.policies.size(); ++column) {
      const std::string& name = matrix.policies[column]->name;
      const bool expected = std::find(asked.begin(), asked.end(), name) != asked.end() || std::any_of(conforms.begin(), conforms.end(), [&](const auto& one) { return one.value == name; });
      if (expected && row.cells[column].applies && row.cells[column].conformity.answer == rung::value::Answer::fails) return true;
    }
  }
  return false;
}

std::vector<std::string> policies_asked(const rung::Compiled& compiled, const std::vector<std::string>& asked) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& name) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  };
  for (const std::string& name : asked) {
    if (name != "all") add(name);
    else
      for (const std::string& each : compiled.policies.names()) add(each);
  }
  if (!asked.empty()) return out;
  for (const rung::model::Framework& framework : compiled.model.frameworks)
    for (const auto& name : framework.conforms_to) add(name.value);
  return out.empty() ? compiled.policies.names() : out;
}

std::string sentences(const std::vector<rung::value::Evidence>& evidence) {
  std::string out;
  for (const rung::value::Evidence& one : evidence) out += (out.empty() ? "" : "; ") + rung::diagnostics::words(one.phrase, one.arguments);
  return out;
}

std::string_view stance(const Words& words, const policy::Stand& stand) { return stand.allows ? words.allows : stand.held.rule->modal == policy::Modal::must ? words.refuses : words.advises_against; }

std::string says_nothing(const policy::Policy& one, std::string_view language) { return rung::diagnostics::words(rung::diagnostics::Phrase::says_nothing_of_it, {one.name}, {language}); }

int conform(const ConformOptions& options) {
  std::optional<rung::model::Day> day;
  if (!read_day(options.on, options.format, day)) return 2;
  rung::Compiled compiled = rung::compile(framework_files(options.files), day, rung::Policies::left_out);
  std::vector<const policy::Policy*> policies;
  for (const std::string& name : policies_asked(compiled, options.policies)) {
    const policy::Policy* one = find_policy(compiled, name, options.format);
    if (one == nullptr) return 2;
    if (!one->broken) policies.push_back(one);   // what is broken has its message
  }
  std::vector<policy::Subject> only;
  if (!options.name.empty()) {
    std::vector<std::uint32_t> found;
    if (const std::string problem = find_credential(compiled.model, options.name, found); !problem.empty()) {
      return not_found(compiled, options.format, problem, found);
    }
    only.push_back({policy::SubjectKind::credential, found.front()});
  }
  const policy::Matrix matrix = policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, policies, day, only);
  int status = 0;
  if (compiled.diagnostics.errors() > 0) status = show_diagnostics(compiled, "text");   // to standard error
  const Conformed conformed{compiled, matrix, options.why, language_of(options.format)};
  print(options.format == "json" ? as_json(conformed) : options.format == "csv" ? as_csv(conformed) : as_text(conformed));
  return status != 0 ? status : disappoints(compiled, matrix, options.policies) ? 1 : 0;
}

}  // namespace rungc
