// Measuring something beside its peer: both run in turn in the same loop, so that what else the machine does falls on both alike. The time shown
// is the subject's; `peer` is the peer's rate and `ratio` says how many times longer the subject takes.
#pragma once

#include <chrono>
#include <cstddef>

#include <benchmark/benchmark.h>

namespace bench {

template <class Work>
double seconds_of(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The benchmark is to be registered with UseManualTime.
template <class Subject, class Peer>
void measure_beside(benchmark::State& state, std::size_t bytes, Subject&& subject, Peer&& peer) {
  double of_subject = 0, of_peer = 0;
  for (auto _ : state) {
    const double now = seconds_of(subject);
    of_peer += seconds_of(peer);
    of_subject += now;
    state.SetIterationTime(now);
  }
  const double total = static_cast<double>(bytes) * static_cast<double>(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(total));
  state.counters["peer"] = benchmark::Counter(total / of_peer, benchmark::Counter::kDefaults, benchmark::Counter::kIs1024);
  state.counters["ratio"] = of_subject / of_peer;
}

}  // namespace bench
