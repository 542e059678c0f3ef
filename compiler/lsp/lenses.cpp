// A lens over each scenario that plays it, and what came of that.
#include <fmt/format.h>

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/notes.hpp"
#include "compiler/scenarios/scenarios.hpp"

namespace rung::lsp {

Json code_lenses(const View& view) {
  Json out = Json::array();
  const Notes& notes = notes_in(view.language());
  const auto put = [&](source::Span span, std::string_view title, Json arguments) {
    if (Json range = view.range(span); !range.is_null())
      out.push_back({{"range", std::move(range)}, {"command", {{"title", title}, {"command", run_scenario}, {"arguments", std::move(arguments)}}}});
  };
  for (const model::Scenario& scenario : view.model().scenarios) {
    if (scenario.span.file != 0) continue;
    if (out.empty()) put(scenario.span, notes.play_all, {view.document().uri});
    put(scenario.span, notes.play_one, {view.document().uri, scenario.name});
  }
  return out;
}

Run run_scenarios(const View& view, const std::string& name) {
  Run run;
  run.diagnostics = Json::array();
  if (view.analysis().compiled.diagnostics.errors() > 0) {
    run.said = "The framework has errors; scenarios are played when it has none.";
    return run;
  }
  const scenarios::Stage stage(view.analysis().compiled);
  std::size_t played_in_all = 0, passed = 0;
  std::string first;
  for (const scenarios::Played& played : stage.play(name)) {
    if (played.span.file != 0 || (!name.empty() && played.scenario != name)) continue;
    ++played_in_all;
    if (played.verdict == scenarios::Verdict::pass) ++passed;
    for (const model::Scenario& scenario : view.model().scenarios) {
      if (scenario.span != played.span) continue;
      for (std::size_t i = 0; i < played.expectations.size(); ++i) {
        const scenarios::Judged& judged = played.expectations[i];
        if (judged.verdict == scenarios::Verdict::pass) continue;
        const Json range = view.range(i < scenario.expectations.size() ? scenario.expectations[i].span : scenario.span);
        if (first.empty()) first = fmt::format("'{}', {}: {}", played.scenario, judged.expect, judged.actual);
        if (range.is_null()) continue;
        run.diagnostics.push_back({{"range", range},
                                   {"severity", judged.verdict == scenarios::Verdict::fail ? 1 : 2},
                                   {"code", "scenario"},
                                   {"source", "rung test"},
                                   {"message", judged.actual + (judged.why.empty() ? "" : "\n" + judged.why)}});
      }
    }
  }
  run.passed = played_in_all == passed && played_in_all > 0;
  if (played_in_all == 0) run.said = name.empty() ? "There is no scenario in this file." : fmt::format("No scenario is named '{}'.", name);
  else if (run.passed) run.said = played_in_all == 1 ? "The scenario passes." : fmt::format("All {} scenarios pass.", played_in_all);
  else run.said = fmt::format("{} of {} {} not pass. {}", played_in_all - passed, played_in_all, played_in_all - passed == 1 ? "does" : "do", first);
  return run;
}

}  // namespace rung::lsp
