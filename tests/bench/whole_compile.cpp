#include "tests/bench/whole_compile.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cinttypes>
#include <cstdio>
#include <ctime>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "tests/bench/beside.hpp"
#include "tests/bench/registry.hpp"

namespace bench {

std::string table_of(const std::string& name, std::string text) {
  const rung::Compiled compiled = rung::compile_text(name, std::move(text));
  if (compiled.diagnostics.errors() != 0) throw std::logic_error(name + " does not compile");
  return rung::table::serialize(rung::emit::make_image(compiled.model));
}

int compile_here(std::uint32_t credentials, std::uint64_t seed) {
  Registry registry = make_registry(credentials, seed);
  const std::size_t text = registry.text.size();
  std::string table;
  const std::clock_t before = std::clock();
  const double seconds = seconds_of([&] { table = table_of("registry.rung", std::move(registry.text)); });
  const double cpu_seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf("%.6f %.6f %ld %zu %zu %" PRIu32 "\n", seconds, cpu_seconds, used.ru_maxrss, text, table.size(), registry.credentials);
  return 0;
}

// Through the shell, whose own small memory is what the new process starts from: a process that is made from a large one counts the large one's
// memory as its own peak.
Compilation compile_apart(std::uint32_t credentials, std::uint64_t seed) {
  std::string self(4096, '\0');
  const ssize_t length = readlink("/proc/self/exe", self.data(), self.size());
  if (length <= 0) throw std::runtime_error("this program does not find itself");
  self.resize(static_cast<std::size_t>(length));
  const std::string command = fmt::format("'{}' {} {} {}", self, apart_option, credentials, seed);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  Compilation out;
  std::uint64_t kibibytes = 0;
  if (pipe == nullptr || std::fscanf(pipe.get(), "%lf %lf %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu32, &out.seconds, &out.cpu_seconds, &kibibytes, &out.text_bytes,
                                     &out.table_bytes, &out.credentials) != 6)
    throw std::runtime_error("the compilation apart failed");
  out.peak_bytes = kibibytes * 1024;
  return out;
}

namespace {

void source_to_table(benchmark::State& state) {
  Compilation last;
  for (auto _ : state) {
    last = compile_apart(static_cast<std::uint32_t>(state.range(0)), usual_seed);
    state.SetIterationTime(last.seconds);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(last.text_bytes) * state.iterations());
  state.counters["credentials"] = last.credentials;
  state.counters["cpu_ms"] = 1000 * last.cpu_seconds;
  state.counters["peak_MiB"] = static_cast<double>(last.peak_bytes) / (1 << 20);
  state.counters["text_MiB"] = static_cast<double>(last.text_bytes) / (1 << 20);
  state.counters["table_MiB"] = static_cast<double>(last.table_bytes) / (1 << 20);
}

BENCHMARK(source_to_table)
    ->Name("source to table, credentials")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bench
