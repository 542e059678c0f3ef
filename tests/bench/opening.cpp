// Opening a table, which verifies all of it, beside what touching the same bytes costs anyhow: copying them, and hashing them.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>

#include "tests/bench/beside.hpp"
#include "tests/bench/tables.hpp"

namespace {

std::span<const std::byte> bytes_of(const bench::Asked& asked) {
  return std::as_bytes(std::span(asked.bytes));   // a std::string of this size begins at a multiple of 16
}

void open_table(const std::span<const std::byte> bytes) {
  auto table = rung::Table::view(bytes);
  if (!table) std::abort();
  benchmark::DoNotOptimize(table->credentials().data());
}

void beside_memcpy(benchmark::State& state, std::string_view name) {
  const auto bytes = bytes_of(bench::asked(name));
  std::vector<std::byte> to(bytes.size());
  bench::measure_beside(state, bytes.size(), [&] { open_table(bytes); },
                        [&] {
                          std::memcpy(to.data(), bytes.data(), bytes.size());
                          benchmark::ClobberMemory();
                        });
}

void beside_xxhash(benchmark::State& state, std::string_view name) {
  const auto bytes = bytes_of(bench::asked(name));
  bench::measure_beside(state, bytes.size(), [&] { open_table(bytes); }, [&] { benchmark::DoNotOptimize(XXH64(bytes.data(), bytes.size(), 0)); });
}

BENCHMARK_CAPTURE(beside_memcpy, registry, "registry")->Name("open registry / memcpy")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(beside_xxhash, registry, "registry")->Name("open registry / XXH64")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(beside_xxhash, lambton, "lambton")->Name("open lambton / XXH64")->UseManualTime()->Unit(benchmark::kMicrosecond);

}  // namespace
