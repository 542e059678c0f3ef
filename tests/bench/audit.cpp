// `audit`: from a learner's line to the answer's, on the Lambton table, by one thread; and its steps.
#include <random>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "runtime/queries/queries.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/records/line_answer.hpp"
#include "runtime/rung/records/record.hpp"
#include "tests/bench/questions.hpp"
#include "tests/bench/tables.hpp"

namespace bench {
namespace {

constexpr std::size_t how_many = 20'000;   // no two alike, so that nothing that was answered before helps

// Each has half of all units and courses and a twentieth of the awards, with days of one year; one grade in eight is no pass; each gate is met by half of them.
std::string line_of(std::size_t number, const rung::Table& table, std::mt19937& random) {
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  std::string holdings, gates;
  for (const rung::table::Credential& credential : table.credentials()) {
    if (!one_in(credential.rule != rung::table::none ? 20 : 2)) continue;
    const std::string_view name = table.text(credential.name);
    const char* const grade = name.starts_with("lambton.") ? (one_in(8) ? "no pass" : "pass") : (one_in(8) ? "48%" : "81%");
    holdings += fmt::format(R"({}{{"credential":"{}","awarded":"2026-{:02}-{:02}","grade":"{}"}})", holdings.empty() ? "" : ",", name, 1 + random() % 10, 1 + random() % 28, grade);
  }
  for (const rung::table::Gate& gate : table.gates())
    if (one_in(2)) gates += fmt::format("{}\"{}\"", gates.empty() ? "" : ",", table.text(gate.name));
  return fmt::format(R"({{"learner":"A-{}","on":"2026-11-24","holdings":[{}],"gates":[{}]}})", number, holdings, gates);
}

struct Lines {
  std::string bytes;                       // with room behind them for the parser
  std::vector<std::string_view> lines;
};

const Lines& lines() {
  static const Lines all = [] {
    Lines out;
    std::mt19937 random(2026);
    std::vector<std::string> each;
    for (std::size_t i = 0; i < how_many; ++i) each.push_back(line_of(i, asked("lambton").table, random));
    for (const std::string& line : each) out.bytes += line + '\n';
    out.bytes += std::string(rung::audit::padding, ' ');
    std::size_t at = 0;
    for (const std::string& line : each) {
      out.lines.push_back(std::string_view(out.bytes).substr(at, line.size()));
      at += line.size() + 1;
    }
    return out;
  }();
  return all;
}

// Counts what was done, so that nothing quick is taken for something empty.
template <class Step>
void each_line(benchmark::State& state, Step step) {
  const Lines& all = lines();
  std::size_t at = 0, made = 0;
  for (auto _ : state) {
    made += step(at);
    at = (at + 1) % all.lines.size();
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["made"] = static_cast<double>(made) / static_cast<double>(state.iterations());
}

struct Steps {                             // each learner as it is after each step
  std::vector<rung::Learner> learners;
  std::vector<rung::Holdings> holdings;
  std::vector<rung::Earned> earned;
};

const Steps& steps() {
  static const Steps all = [] {
    Steps out;
    const rung::Table& table = asked("lambton").table;
    for (const std::string_view line : lines().lines) {
      out.learners.push_back(*rung::read_record(line));
      out.holdings.push_back(*rung::bind(table, out.learners.back()));
      out.earned.push_back(rung::earned(table, out.holdings.back()));
    }
    return out;
  }();
  return all;
}

}  // namespace

void register_audit() {
  const auto add = [](const char* name, auto step) {
    benchmark::RegisterBenchmark(name, [=](benchmark::State& state) { each_line(state, step); })->Unit(benchmark::kNanosecond);
  };
  add("audit, Lambton, line to line (made: bytes)", [](std::size_t at) {
    static rung::EarnedLines answers(asked("lambton").table, "", {});
    static std::string out;
    out.clear();
    answers.answer(at + 1, lines().lines[at], out);
    return out.size();
  });
  add("audit, Lambton, line to line, records that were seen before (made: bytes)", [](std::size_t at) {
    static rung::EarnedLines answers(asked("lambton").table, "", {});
    static std::string out;
    out.clear();
    answers.answer(at + 1, lines().lines[at % 500], out);
    return out.size();
  });
  add("audit, reading (made: holdings)", [](std::size_t at) {
    static rung::QuickRecord quick;
    return quick.read(lines().lines[at])->holdings.size();
  });
  add("audit, binding (made: held)", [](std::size_t at) { return rung::bind(asked("lambton").table, steps().learners[at])->held.size(); });
  add("audit, earned (made: awards)", [](std::size_t at) { return rung::earned(asked("lambton").table, steps().holdings[at]).earned.size(); });
  add("audit, writing (made: bytes)", [](std::size_t at) {
    static std::string out;
    out.clear();
    rung::append_earned(out, asked("lambton").table, steps().learners[at], steps().holdings[at], steps().earned[at]);
    return out.size();
  });
}

}  // namespace bench
