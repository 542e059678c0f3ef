// Ways to random awards for random learners, as an office would ask day by day: what the usual question takes, and what the hardest of ten thousand does.
#include <algorithm>
#include <ctime>

#include <fmt/format.h>

#include "runtime/queries/queries.hpp"
#include "tests/bench/dice.hpp"
#include "tests/bench/questions.hpp"
#include "tests/bench/tables.hpp"

#include <benchmark/benchmark.h>

namespace bench {
namespace {

constexpr std::size_t pairs = 10'000;      // of all examples together
constexpr std::string_view examples[] = {"lambton", "mcmaster", "hku-space", "suny-canton"};

struct Pair {
  const rung::Table* table;
  rung::Holdings holdings;
  std::uint32_t award;
};

std::string grade_on(const rung::Table& table, std::uint32_t credential, Dice& dice) {
  const std::uint32_t scale = table.frameworks()[table.credentials()[credential].framework].scale;
  if (scale == rung::table::none || table.scales()[scale].kind == rung::table::ScaleKind::percent) return std::to_string(dice.between(45, 100)) + "%";
  const auto grades = table.list(table.scales()[scale].grades);   // pairs: where a grade's name is, and how long it is
  const std::uint32_t grade = dice.below(static_cast<std::uint32_t>(grades.size() / 2));
  return std::string(table.text({grades[2 * grade], grades[2 * grade + 1]}));
}

// Some hold nothing, some nearly everything. Some grades and days are not stated, some learning was recognised, some awards were conferred.
rung::Learner random_learner(const rung::Table& table, Dice& dice) {
  rung::Learner learner;
  learner.on = "2026-11-24";
  constexpr std::uint32_t shares[] = {0, 10, 25, 50, 75};
  const std::uint32_t of_a_hundred = dice.of(shares);
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id) {
    if (table.credentials()[id].block != 0) continue;
    const bool is_award = table.credentials()[id].rule != rung::table::none;
    if (dice.below(100) >= (is_award ? of_a_hundred / 5 : of_a_hundred)) continue;
    rung::Holding holding;
    holding.name = std::string(table.text(table.credentials()[id].name));
    if (!dice.one_in(10)) holding.awarded = fmt::format("{}-{:02}-{:02}", dice.between(2019, 2026), dice.between(1, 11), dice.between(1, 24));
    if (!dice.one_in(10)) holding.grade = grade_on(table, id, dice);
    if (dice.one_in(12)) holding.by = "prior-learning";
    learner.holdings.push_back(std::move(holding));
  }
  for (const rung::table::Gate& gate : table.gates())
    if (dice.one_in(2)) learner.gates.emplace_back(table.text(gate.name));
  return learner;
}

std::vector<Pair> random_pairs(std::string_view name, std::size_t count) {
  const rung::Table& table = asked(name).table;
  std::vector<std::uint32_t> awards;
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id)
    if (table.credentials()[id].rule != rung::table::none) awards.push_back(id);
  Dice dice(random_learners_seed);
  std::vector<Pair> out;
  while (out.size() < count) {
    rung::Holdings holdings = std::move(*rung::bind(table, random_learner(table, dice)));
    out.push_back({&table, std::move(holdings), dice.of(awards)});
  }
  return out;
}

// The processor's time, so that whoever else is busy is not counted.
double microseconds() {
  std::timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

void ways(benchmark::State& state, const std::vector<std::string_view>& tables) {
  std::vector<Pair> asked;
  for (const std::string_view table : tables)
    for (Pair& pair : random_pairs(table, pairs / std::size(examples))) asked.push_back(std::move(pair));
  std::vector<double> each;
  double unproven = 0, no_way = 0, had = 0;
  for (auto _ : state) {
    each.clear();
    unproven = no_way = had = 0;
    for (const Pair& pair : asked) {
      const double before = microseconds();
      const rung::Paths answer = rung::paths(*pair.table, pair.holdings, {.award = pair.award, .limit = {}});
      each.push_back(microseconds() - before);
      unproven += answer.proven ? 0 : 1;
      no_way += answer.paths.empty() ? 1 : 0;
      had += !answer.paths.empty() && answer.paths.front().steps.empty() ? 1 : 0;
    }
  }
  std::sort(each.begin(), each.end());
  state.counters["pairs"] = static_cast<double>(each.size());
  state.counters["median_us"] = each[each.size() / 2];
  state.counters["99th_us"] = each[each.size() * 99 / 100];
  state.counters["max_us"] = each.back();
  state.counters["unproven"] = unproven;
  state.counters["no_way"] = no_way;
  state.counters["nothing_to_take"] = had;
}

}  // namespace

void register_random_paths() {
  std::vector<std::string_view> all(std::begin(examples), std::end(examples));
  const auto of = [](const std::string& name, const std::vector<std::string_view>& tables) {
    benchmark::RegisterBenchmark(("paths at random, " + name).c_str(), [=](benchmark::State& state) { ways(state, tables); })->Iterations(1)->Unit(benchmark::kMillisecond);
  };
  for (const std::string_view name : examples) of(std::string(name), {name});
  of("all four", all);
}

}  // namespace bench
