// The cheapest way to hard awards (hard_awards.hpp), beside what solves such problems in general: cbc, on the integer program, and clingo, on the answer-set program. Whole process against
// whole process, in turn; and the costs that they find have to be equal.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/bench/beside.hpp"
#include "tests/bench/hard_awards.hpp"
#include "tests/bench/whole_compile.hpp"

extern char** environ;

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t awards = 25, awards_with_clingo = 9;   // of each size, with seeds from 1
constexpr int clingo_seconds = 20;

class Folder {
 public:
  Folder() {
    std::string path = (fs::temp_directory_path() / "rung-bench-XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder to work in");
    path_ = path;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(*this / name, std::ios::binary) << text;
    return *this / name;
  }

 private:
  fs::path path_;
};

struct Run {
  double seconds;
  std::string output;
};

// What it writes goes to a file, so that nobody waits for a reader.
Run run(const Folder& folder, std::vector<std::string> words) {
  const std::string to = folder / "output";
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, to.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  int status = 0;
  bool started = false;
  const double seconds = seconds_of([&] {
    pid_t child = 0;
    started = posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ) == 0;
    if (started) waitpid(child, &status, 0);
  });
  posix_spawn_file_actions_destroy(&files);
  if (!started || (WIFEXITED(status) && WEXITSTATUS(status) == 127)) throw std::runtime_error(words[0] + " could not be started");
  std::ifstream in(to, std::ios::binary);
  return {seconds, {std::istreambuf_iterator<char>(in), {}}};
}

double number_after(const std::string& text, std::string_view label) {
  const std::size_t at = text.rfind(label);
  if (at == std::string::npos) throw std::runtime_error(fmt::format("no “{}” in: {}", label, text));
  return std::stod(text.substr(at + label.size()));
}

double fee_of(const std::string& answer) {
  const auto json = nlohmann::json::parse(answer);
  if (!json.at("proven").get<bool>()) throw std::runtime_error("not proven");
  return std::stod(json.at("paths").at(0).at("cost").at("fee").at(0).at("amount").get<std::string>());
}

double median(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

void beside_solvers(benchmark::State& state, bool with_clingo) {
  const auto courses = static_cast<std::uint32_t>(state.range(0));
  const Folder folder;
  std::vector<double> ours, cbc, clingo, beside_cbc, beside_clingo;
  std::uint32_t given_up = 0;
  const auto ask = [&](std::uint64_t seed) {
    const HardAward award = make_hard_award(courses, seed);
    const std::string table = folder.write("hard.pathways", table_of("hard.rung", as_framework(award)));
    const std::string program = folder.write("hard.lp", as_integer_program(award)), answer_sets = folder.write("hard.asp", as_answer_set_program(award));
    const Run rung = run(folder, {RUNG_BIN_DIR "/rung", "paths", table, "hard.award", "--by", "fee", "-k", "1", "--format", "json"});
    const double fee = fee_of(rung.output);
    ours.push_back(rung.seconds);
    const Run peer = run(folder, {"cbc", program, "solve"});
    if (const double theirs = number_after(peer.output, "Objective value:"); theirs != fee) throw std::runtime_error(fmt::format("{} courses, seed {}: {} and cbc's {}", courses, seed, fee, theirs));
    cbc.push_back(peer.seconds);
    beside_cbc.push_back(peer.seconds / rung.seconds);
    if (!with_clingo) return;
    const Run other = run(folder, {"clingo", answer_sets, "--quiet=1", fmt::format("--time-limit={}", clingo_seconds)});
    const bool proven = other.output.find("OPTIMUM FOUND") != std::string::npos;
    given_up += proven ? 0 : 1;
    if (proven && number_after(other.output, "Optimization :") != fee) throw std::runtime_error(fmt::format("{} courses, seed {}: clingo's cost is another", courses, seed));
    clingo.push_back(other.seconds);
    beside_clingo.push_back(other.seconds / rung.seconds);
  };
  for (auto _ : state) {
    double seconds = 0;
    try {
      for (std::uint64_t seed = 1; seed <= (with_clingo ? awards_with_clingo : awards); ++seed) {
        ask(seed);
        seconds += ours.back();
      }
    } catch (const std::exception& problem) {
      state.SkipWithError(problem.what());
      return;
    }
    state.SetIterationTime(seconds / static_cast<double>(ours.size()));
  }
  state.counters["median_ms"] = 1000 * median(ours);
  state.counters["slowest_ms"] = 1000 * *std::max_element(ours.begin(), ours.end());
  state.counters["cbc_ms"] = 1000 * median(cbc);
  state.counters["cbc_ratio"] = median(beside_cbc);
  if (!with_clingo) return;
  state.counters["clingo_ms"] = 1000 * median(clingo);
  state.counters["clingo_ratio"] = median(beside_clingo);
  state.counters["clingo_given_up"] = given_up;
}

// Each once: the time that counts is a small part of what the peers take, so that it would be repeated for minutes. Most of the larger ones clingo gives up after the time it is given.
BENCHMARK_CAPTURE(beside_solvers, cbc, false)->Name("paths to hard awards beside cbc, courses")->Arg(30)->Arg(60)->Arg(120)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(beside_solvers, clingo, true)->Name("paths to hard awards beside cbc and clingo, courses")->Arg(30)->Arg(60)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bench
