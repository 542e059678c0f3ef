#include "compiler/scenarios/scenarios.hpp"

#include <algorithm>

#include "compiler/emit/table_of.hpp"
#include "compiler/scenarios/bends.hpp"
#include "compiler/scenarios/coverage.hpp"
#include "compiler/scenarios/judge.hpp"
#include "compiler/scenarios/learner.hpp"
#include "compiler/scenarios/phrases.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung::scenarios {

using model::Expectation;
using model::Expected;
using model::Model;
using model::Scenario;

std::string_view verdict_name(Verdict verdict) {
  static constexpr std::string_view names[] = {"pass", "fail", "unknown"};
  return names[static_cast<std::size_t>(verdict)];
}

struct Stage::Everything {
  const Compiled& compiled;
  WorkLimit limit;
  const Words& words;
  Table table;
  std::vector<Learner> learners;   // by scenario
  std::vector<Holdings> holdings;  // by scenario; good for every bend of the table as well

  const Model& model() const { return compiled.model; }

  Finding find(std::size_t scenario, const Expectation& expected) const {
    return scenarios::find(model(), table, holdings[scenario], expected, limit);
  }

  // The rule, or the paths, as `rung` shows them.
  std::string why(std::size_t scenario, const Expectation& expected, const Finding& finding) const {
    const Asked asked(std::shared_ptr<const Table>(std::shared_ptr<void>(), &table), learners[scenario], holdings[scenario]);   // the table stays where it is
    if (finding.missing) return text_missing(asked, expected.of, *finding.missing, words.language);
    if (!finding.paths) return {};
    PathsQuestion question{};
    question.award = expected.of;
    question.by = static_cast<Cost>(expected.by);
    question.k = 1;
    return text_paths(asked, question, *finding.paths, words.language);
  }

  Judged judge(std::size_t scenario, const Expectation& expected) const {
    const Finding finding = find(scenario, expected);
    Judged out{as_written(compiled.files, expected.span), finding.verdict, actual(words, compiled, table, holdings[scenario], expected, finding), {}};
    if (finding.verdict != Verdict::pass) out.why = why(scenario, expected, finding);
    return out;
  }

  // Frameworks that some expectation asks about; all when there are no scenarios.
  std::vector<bool> in_scope() const {
    std::vector<bool> out(model().frameworks.size(), model().scenarios.empty());
    for (const Scenario& scenario : model().scenarios) {
      for (const Expectation& expected : scenario.expectations) {
        out[model().credentials[expected.of].framework] = true;
        if (expected.what == Expected::leads_to || expected.what == Expected::leads_not_to)
          out[model().credentials[expected.others[0]].framework] = true;
      }
    }
    return out;
  }
};

Stage::Stage(const Compiled& compiled, WorkLimit limit, std::string_view language) : all_(new Everything{compiled, limit, words_in(language), emit::table_of(compiled.model), {}, {}}) {
  for (const Scenario& scenario : compiled.model.scenarios) {
    all_->learners.push_back(learner_of(compiled.model, scenario));
    all_->holdings.push_back(std::move(*bind(all_->table, all_->learners.back())));
  }
}

Stage::~Stage() = default;

std::vector<Played> Stage::play(std::string_view filter) const {
  const Model& model = all_->model();
  std::vector<Played> out;
  for (std::size_t i = 0; i < model.scenarios.size(); ++i) {
    const Scenario& scenario = model.scenarios[i];
    if (scenario.name.find(filter) == std::string::npos) continue;
    Played played{scenario.name, model.frameworks[scenario.framework].name, scenario.span, Verdict::pass, {}};
    for (const Expectation& expected : scenario.expectations) {
      played.expectations.push_back(all_->judge(i, expected));
      const Verdict verdict = played.expectations.back().verdict;
      if (verdict == Verdict::fail || played.verdict == Verdict::pass) played.verdict = verdict;
    }
    out.push_back(std::move(played));
  }
  return out;
}

Coverage Stage::coverage() const {
  std::vector<Asking> askings;
  std::vector<std::uint32_t> recognised;
  for (std::size_t i = 0; i < all_->model().scenarios.size(); ++i) {
    for (const Expectation& expected : all_->model().scenarios[i].expectations) {
      Finding finding = all_->find(i, expected);
      if (finding.transfer && finding.verdict == Verdict::pass) recognised.push_back(finding.transfer->recognition);
      if (!finding.missing) continue;
      askings.push_back(
          {expected.of, &all_->holdings[i], expected.what == Expected::earned_after ? &expected.others : nullptr, std::move(*finding.missing), finding.title.value_or("")});
    }
  }
  std::stable_sort(askings.begin(), askings.end(), [](const Asking& a, const Asking& b) { return a.award < b.award; });
  return cover(all_->compiled, askings, recognised, all_->in_scope(), all_->limit, all_->words);
}

Mutation Stage::mutate() const {
  const Model& model = all_->model();
  struct Line {
    std::size_t scenario;
    const Expectation* expected;
    Verdict verdict;
  };
  std::vector<Line> lines;
  for (std::size_t i = 0; i < model.scenarios.size(); ++i)
    for (const Expectation& expected : model.scenarios[i].expectations) lines.push_back({i, &expected, all_->find(i, expected).verdict});

  Mutation out;
  Model bendable = model;
  const std::vector<bool> in_scope = all_->in_scope();
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    if (model.credentials[id].rule == model::none || !in_scope[model.credentials[id].framework]) continue;
    // Those that ask about the award itself are the likeliest to notice.
    std::vector<const Line*> order;
    for (const Line& line : lines) order.push_back(&line);
    std::stable_partition(order.begin(), order.end(), [&](const Line* line) { return line->expected->of == id; });
    for (const Bend& bend : bends_of(all_->compiled, id, all_->words)) {
      if (out.bends == most_bends) {
        out.all = false;
        return out;
      }
      ++out.bends;
      const Table table = bent(bendable, bend);
      const auto notices = [&](const Line* line) {
        return scenarios::find(model, table, all_->holdings[line->scenario], *line->expected, all_->limit).verdict != line->verdict;
      };
      if (std::any_of(order.begin(), order.end(), notices)) continue;
      out.unnoticed.push_back({model.credentials[id].name, bend.node == model::none ? "" : part_of(model, bend.node), bend.what});
    }
  }
  return out;
}

}  // namespace rung::scenarios
