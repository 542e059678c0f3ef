// Each question, of each example and of the registry.
#include <fmt/format.h>

#include "runtime/queries/queries.hpp"
#include "tests/bench/questions.hpp"
#include "tests/bench/tables.hpp"

#include <benchmark/benchmark.h>

namespace bench {
namespace {

// Counters say what was answered, so that an empty answer is not taken for a quick one.
void earned(benchmark::State& state, std::string_view name) {
  const Asked& about = asked(name);
  rung::Earned answer;
  for (auto _ : state) benchmark::DoNotOptimize(answer = rung::earned(about.table, about.holdings));
  state.counters["holdings"] = static_cast<double>(about.holdings.held.size());
  state.counters["earned"] = static_cast<double>(answer.earned.size());
}

void missing(benchmark::State& state, std::string_view name) {
  const Asked& about = asked(name);
  rung::MissingAnswer answer;
  for (auto _ : state) benchmark::DoNotOptimize(answer = rung::missing(about.table, about.holdings, about.award));
  state.counters["nodes"] = static_cast<double>(answer.nodes.size());
}

void leads_to(benchmark::State& state, std::string_view name) {
  const Asked& about = asked(name);
  std::vector<rung::Lead> answer;
  for (auto _ : state) benchmark::DoNotOptimize(answer = rung::leads_to(about.table, std::span(&about.taken, 1)));
  state.counters["awards"] = static_cast<double>(answer.size());
}

void paths(benchmark::State& state, std::string_view name) {
  const Asked& about = asked(name);
  rung::Paths answer;
  for (auto _ : state) benchmark::DoNotOptimize(answer = rung::paths(about.table, about.holdings, {.award = about.award, .limit = {}}));
  state.counters["paths"] = static_cast<double>(answer.paths.size());
  state.counters["proven"] = answer.proven ? 1 : 0;
}

// From nothing: the longest way.
void paths_from_nothing(benchmark::State& state, std::string_view name) {
  const Asked& about = asked(name);
  rung::Holdings nothing;
  nothing.on = about.holdings.on;
  rung::Paths answer;
  for (auto _ : state) benchmark::DoNotOptimize(answer = rung::paths(about.table, nothing, {.award = about.award, .limit = {}}));
  state.counters["paths"] = static_cast<double>(answer.paths.size());
  state.counters["proven"] = answer.proven ? 1 : 0;
}

void nearest_to(benchmark::State& state, const rung::Table& table, const rung::Holdings& holdings) {
  rung::Nearest answer;
  for (auto _ : state) benchmark::DoNotOptimize(answer = rung::nearest(table, holdings, {}));
  state.counters["nearest"] = static_cast<double>(answer.nearest.size());
  state.counters["looked_into"] = answer.looked_into;
  state.counters["complete"] = answer.complete ? 1 : 0;
}

void nearest(benchmark::State& state, std::string_view name) { nearest_to(state, asked(name).table, asked(name).holdings); }

// To a learner who holds nothing many awards are equally close.
void nearest_to_nothing(benchmark::State& state, std::string_view name) {
  rung::Holdings nothing;
  nothing.on = asked(name).holdings.on;
  nearest_to(state, asked(name).table, nothing);
}

}  // namespace

void register_questions() {
  const auto each_table = [](std::string_view question, auto ask) {
    for (const std::string_view table : tables)
      benchmark::RegisterBenchmark(fmt::format("{}, {}", question, table).c_str(), [=](benchmark::State& state) { ask(state, table); })
          ->Unit(benchmark::kMicrosecond);
  };
  each_table("earned", earned);
  each_table("missing", missing);
  each_table("leads-to", leads_to);
  each_table("paths", paths);
  each_table("paths from nothing", paths_from_nothing);
  each_table("nearest", nearest);
  each_table("nearest to nothing", nearest_to_nothing);
}

}  // namespace bench
