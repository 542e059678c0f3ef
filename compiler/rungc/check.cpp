#include "compiler/rungc/verbs.hpp"
#include "runtime/learner/dates.hpp"

namespace rungc {

bool read_day(const std::string& on, const std::string& format, std::optional<rung::model::Day>& day) {
  if (on.empty()) return true;
  day = rung::read_date(rung::day_of_clock_or(on));
  if (!day) show_failure(format == "json" ? format : "text", "usage", "--on: '" + on + "' is no date; write the day of the check as 2026-10-01, or today");
  return day.has_value();
}

const rung::policy::Policy* find_policy(rung::Compiled& compiled, const std::string& name, const std::string& format) {
  const rung::policy::Policy* policy = compiled.policies.find(name, compiled.files, compiled.diagnostics);
  if (policy != nullptr) return policy;
  const std::vector<std::string> names = compiled.policies.names();
  const std::string_view near = rung::diagnostics::nearest(name, {names.begin(), names.end()});
  show_failure(format == "json" ? format : "text", "unknown-policy",
               "there is no policy '" + name + "'" + (near.empty() ? " (rungc policies lists them)" : "; did you mean '" + std::string(near) + "'?"));
  return nullptr;
}

std::optional<rung::Compiled> compiled(const std::vector<std::string>& files, const std::string& on, const std::string& format) {
  std::optional<rung::model::Day> day;
  if (!read_day(on, format, day)) return std::nullopt;
  return rung::compile(files, day, rung::Policies::left_out);
}

std::optional<rung::Compiled> checked(const CheckOptions& options) {
  std::optional<rung::model::Day> day;
  if (!read_day(options.on, options.format, day)) return std::nullopt;
  rung::Compiled compiled = rung::compile(options.files, day, rung::Policies::left_out);
  for (const std::string& name : options.policies)
    if (find_policy(compiled, name, options.format) == nullptr) return std::nullopt;
  rung::check_policies(compiled, day, options.policies);
  return compiled;
}

int check(const CheckOptions& options) {
  const auto found = checked(options);
  return found ? show_diagnostics(*found, options.format) : 2;
}

}  // namespace rungc
