#include "tests/bench/nation_questions.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "runtime/queries/queries.hpp"
#include "tests/bench/beside.hpp"
#include "tests/bench/dice.hpp"
#include "tests/bench/registry.hpp"

namespace bench {
namespace {

constexpr std::size_t learners = 10'000, holdings = 20;

double at(std::vector<double>& sorted, double part) { return 1e6 * sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(part * static_cast<double>(sorted.size())))]; }

// Fifteen neighbours in the order of names, which a large provider has all by itself and a small one shares with the next; five from anywhere.
rung::Learner learner(const rung::Table& table, Dice& dice) {
  const auto all = static_cast<std::uint32_t>(table.credentials().size());
  rung::Learner out;
  out.on = "2026-11-24";
  const std::uint32_t near = dice.below(all);
  for (std::size_t i = 0; i < holdings; ++i) {
    const std::uint32_t which = i < 15 ? (near + static_cast<std::uint32_t>(i)) % all : dice.below(all);
    rung::Holding holding;
    holding.name = table.text(table.credentials()[which].name);
    holding.grade = fmt::format("{}%", 50 + dice.below(50));
    holding.awarded = fmt::format("20{:02}-{:02}-15", 18 + dice.below(8), 1 + dice.below(12));
    out.holdings.push_back(std::move(holding));
  }
  return out;
}

}  // namespace

NationAnswers ask_nation(const rung::Table& table) {
  Dice dice(usual_seed);
  std::vector<double> earned, leads;
  for (std::size_t i = 0; i < learners; ++i) {
    const auto bound = rung::bind(table, learner(table, dice));
    if (!bound) throw std::runtime_error(bound.error().message);
    earned.push_back(seconds_of([&] {
      auto answer = rung::earned(table, *bound);
      benchmark::DoNotOptimize(answer.earned.data());
    }));
    const std::uint32_t from = dice.below(static_cast<std::uint32_t>(table.credentials().size()));
    leads.push_back(seconds_of([&] {
      auto answer = rung::leads_to(table, std::span(&from, 1), rung::table::no_date);
      benchmark::DoNotOptimize(answer.data());
    }));
  }
  std::sort(earned.begin(), earned.end());
  std::sort(leads.begin(), leads.end());
  return {at(earned, 0.5), at(earned, 0.99), at(earned, 1), at(leads, 0.5), at(leads, 0.99)};
}

}  // namespace bench
