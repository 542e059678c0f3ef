// The same work on many things, by several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace rung::parts {

// Calls work(i) once for every i below `count`, in no particular order; `jobs` threads, 0: as many as there are processors. Returns when all are done; what a call throws is thrown then.
template <class Work>
void side_by_side(std::size_t count, unsigned jobs, Work work) {
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next{0};
  std::exception_ptr problem;
  std::mutex telling;
  const auto run = [&] {
    try {
      for (std::size_t i; (i = next.fetch_add(1)) < count;) work(i);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(telling);
      if (!problem) problem = std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < jobs && i < count; ++i) {
    try {
      others.emplace_back(run);
    } catch (const std::system_error&) {
      break;                             // no more threads are to be had: the others do the work
    }
  }
  run();
  for (std::thread& other : others) other.join();
  if (problem) std::rethrow_exception(problem);
}

}  // namespace rung::parts
