// rung-bench: all benchmarks, or with --benchmark_filter=REGEX those whose names match.
#include <cstdlib>
#include <string_view>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "tests/bench/editor.hpp"
#include "tests/bench/questions.hpp"
#include "tests/bench/registry.hpp"
#include "tests/bench/whole_compile.hpp"

int main(int count, char** arguments) {
  if (count == 4 && arguments[1] == std::string_view(bench::apart_option))
    return bench::compile_here(static_cast<std::uint32_t>(std::strtoul(arguments[2], nullptr, 10)), std::strtoull(arguments[3], nullptr, 10));
  bench::register_questions();
  bench::register_audit();
  bench::register_editor();
  bench::register_random_paths();
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  benchmark::AddCustomContext("the registry's seed", fmt::format("{}", bench::usual_seed));
  benchmark::AddCustomContext("the seed of random learners", fmt::format("{}", bench::random_learners_seed));
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
