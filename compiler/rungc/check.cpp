#include "compiler/rungc/verbs.hpp"
#include "runtime/learner/dates.hpp"

namespace rungc {

std::optional<rung::Compiled> compiled(const std::vector<std::string>& files, const std::string& on, const std::string& format) {
  std::optional<rung::model::Day> day;
  if (!on.empty()) {
    day = rung::read_date(rung::day_of_clock_or(on));
    if (!day) {
      show_failure(format == "json" ? format : "text", "usage", "--on: '" + on + "' is no date; write the day of the check as 2026-10-01, or today");
      return std::nullopt;
    }
  }
  return rung::compile(files, day);
}

int check(const CheckOptions& options) {
  const auto compiled_files = compiled(options.files, options.on, options.format);
  return compiled_files ? show_diagnostics(*compiled_files, options.format) : 2;
}

}  // namespace rungc
