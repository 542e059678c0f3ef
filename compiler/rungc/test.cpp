#include <algorithm>

#include "compiler/rungc/test_report.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {

using rung::scenarios::Played;
using rung::scenarios::Stage;

bool TestReport::passed() const {
  return std::ranges::all_of(scenarios, [](const Played& played) { return played.verdict == rung::scenarios::Verdict::pass; });
}

int test(const TestOptions& options) {
  const auto checked = rungc::compiled(options.files, options.on, options.format);
  if (!checked) return 2;
  const rung::Compiled& compiled = *checked;
  // Standard output holds one report: warnings stand beside it.
  const bool sound = compiled.diagnostics.errors() == 0;
  const int status = show_diagnostics(compiled, !sound && options.format == "json" ? "json" : "text");
  if (!sound) return status;

  const std::string_view language = options.format == "json" ? "en" : language_of(options.format);   // JSON is for programs
  const Stage stage(compiled, options.limit, language);
  TestReport report{compiled, stage.play(options.filter), {}, {}, language};
  if (options.filter.empty()) report.coverage = stage.coverage();
  if (options.mutate && report.passed()) report.mutation = stage.mutate();
  if (!options.filter.empty() && report.scenarios.empty()) {
    show_failure(options.format == "json" ? "json" : "text", "usage", "no scenario's name contains '" + options.filter + "'");
    return 2;
  }
  print(options.format == "json" ? test_as_json(report) : options.format == "junit" ? test_as_junit(report) : test_as_text(report));
  if (options.mutate && !report.mutation) show_failure("text", "usage", "nothing was bent: first let every scenario pass");
  return report.passed() ? 0 : 1;
}

}  // namespace rungc
