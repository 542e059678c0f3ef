// A nation's registry built by rungc, a whole process each time: at first, again without a change, and again with one file changed; beside a plain scan of the same files by two threads.
// RUNG_BENCH_CREDENTIALS says how many credentials; 1850034 is the whole nation.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "runtime/table/table.hpp"
#include "tests/bench/beside.hpp"
#include "tests/bench/nation.hpp"
#include "tests/bench/nation_questions.hpp"
#include "tests/bench/plain_scan.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

double seconds_of_command(const std::string& command) {
  int status = 0;
  const double seconds = seconds_of([&] { status = std::system(command.c_str()); });
  if (status != 0) throw std::runtime_error("this failed: " + command);
  return seconds;
}

// Written by another program, so that this one stays small: what a process weighs at its most is counted from what it was made from.
class Folder {
 public:
  explicit Folder(std::uint32_t credentials) : path_((fs::temp_directory_path() / fmt::format("rung-nation-{}", ::getpid())).string()) {
    fs::create_directories(path_);
    seconds_of_command(fmt::format("'{}/rung-nation' '{}/files' {} > /dev/null", RUNG_BIN_DIR, path_, credentials));
    for (const auto& entry : fs::recursive_directory_iterator(path_ + "/files"))
      if (entry.is_regular_file()) {
        files_.push_back(entry.path().string());
        bytes_ += entry.file_size();
      }
    std::sort(files_.begin(), files_.end());
  }
  ~Folder() { fs::remove_all(path_); }

  double build(const std::string& options = "") const {
    return seconds_of_command(fmt::format("'{0}/rungc' build '{1}/files' -o '{1}/t.pathways' {2}", RUNG_BIN_DIR, path_, options));
  }
  double scan() const {
    return seconds_of([&] {
      const auto half = [&](std::size_t which) {
        std::size_t count = 0;
        for (std::size_t i = which; i < files_.size(); i += 2) {
          std::ifstream file(files_[i], std::ios::binary);
          const std::string text(std::istreambuf_iterator<char>(file), {});
          count += token_boundaries(text);
        }
        benchmark::DoNotOptimize(count);
      };
      std::thread other(half, 1);
      half(0);
      other.join();
    });
  }
  void change_one() const { std::ofstream(files_[files_.size() / 2], std::ios::app) << "# " << ++changes_ << "\n"; }
  std::string cache() const { return path_ + "/cache"; }
  std::string table() const { return path_ + "/t.pathways"; }
  std::uint64_t bytes() const { return bytes_; }
  std::size_t files() const { return files_.size(); }

 private:
  std::string path_;
  std::vector<std::string> files_;
  std::uint64_t bytes_ = 0;
  mutable int changes_ = 0;
};

void nation_build(benchmark::State& state) {
  const char* const wanted = std::getenv("RUNG_BENCH_CREDENTIALS");
  const Folder nation(wanted != nullptr ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10)) : whole_nation / 10);
  for (auto _ : state) {
    const double scan = nation.scan(), full = nation.build();
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    fs::remove_all(nation.cache());
    const double kept = nation.build("--cache '" + nation.cache() + "'"), same = nation.build("--cache '" + nation.cache() + "'");
    nation.change_one();
    const double changed = nation.build("--cache '" + nation.cache() + "'");
    const double open = seconds_of([&] {
      const auto table = rung::Table::open(nation.table());
      if (!table) throw std::runtime_error(table.error().message);
      benchmark::DoNotOptimize(table->credentials().data());
    });
    const double copy = seconds_of([&] {
      const std::ifstream file(nation.table(), std::ios::binary);
      std::ostringstream bytes;
      bytes << file.rdbuf();
      benchmark::DoNotOptimize(bytes.view().data());
    });
    const auto table = rung::Table::open(nation.table());
    const NationAnswers answers = ask_nation(*table);
    // A table that was just written is verified; one that has lain for a while has a stamp from the second question on.
    std::this_thread::sleep_for(std::chrono::seconds(3));
    seconds_of_command(fmt::format("XDG_CACHE_HOME='{2}.stamps' '{0}/rung' leads-to '{1}' p1.first > /dev/null", RUNG_BIN_DIR, nation.table(), nation.cache()));
    const double stamped = seconds_of_command(fmt::format("XDG_CACHE_HOME='{2}.stamps' '{0}/rung' leads-to '{1}' p1.first > /dev/null", RUNG_BIN_DIR, nation.table(), nation.cache()));
    const double answer = seconds_of_command(fmt::format("HOME=none XDG_CACHE_HOME= '{}/rung' leads-to '{}' p1.first > /dev/null", RUNG_BIN_DIR, nation.table()));
    state.SetIterationTime(full);
    state.counters["over_plain_scan"] = full / scan;
    state.counters["peak_over_text"] = static_cast<double>(used.ru_maxrss) * 1024 / static_cast<double>(nation.bytes());
    state.counters["with_cache_s"] = kept;
    state.counters["unchanged_over_full"] = same / full;
    state.counters["one_file_over_full"] = changed / full;
    state.counters["open_ms"] = 1000 * open;
    state.counters["open_over_reading"] = open / copy;
    state.counters["answer_ms"] = 1000 * answer;
    state.counters["answer_stamped_ms"] = 1000 * stamped;
    state.counters["earned_us"] = answers.earned_median;
    state.counters["earned_99_us"] = answers.earned_99th;
    state.counters["earned_most_us"] = answers.earned_slowest;
    state.counters["leads_to_us"] = answers.leads_to_median;
    state.counters["leads_to_99_us"] = answers.leads_to_99th;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(nation.bytes()) * state.iterations());
  state.counters["text_MiB"] = static_cast<double>(nation.bytes()) / (1 << 20);
  state.counters["files"] = static_cast<double>(nation.files());
}

BENCHMARK(nation_build)->Name("a nation's registry")->Iterations(1)->Repetitions(3)->UseManualTime()->Unit(benchmark::kSecond);

}  // namespace
}  // namespace bench
