#include "tests/bench/tables.hpp"

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "runtime/rung/records/record.hpp"
#include "tests/bench/registry.hpp"
#include "tests/bench/whole_compile.hpp"

namespace bench {
namespace {

struct Example {
  std::string_view name, learner, award, taken;
};

// Of each example the award that is made of most, and the learner who is some way there.
constexpr Example examples[] = {
    {"lambton", "halfway", "process-operation", "hazard-awareness"},
    {"mcmaster", "ladder", "research-diploma", "statistics"},
    {"hku-space", "halfway", "stackable-diploma", "bookkeeping"},
    {"suny-canton", "nearly", "automation-degree", "canton.schematics"},
};

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot be read: " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

template <class T>
T value_of(rung::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

Asked ask_about(const std::string& bytes, const rung::Learner& learner, std::string_view award, std::string_view taken) {
  rung::Table table = value_of(rung::Table::copy(std::as_bytes(std::span(bytes))));
  rung::Holdings holdings = value_of(rung::bind(table, learner));
  if (!holdings.set_aside.empty()) throw std::runtime_error(holdings.set_aside.front().message);
  const std::uint32_t asked_award = value_of(table.resolve_credential(award)), asked_taken = value_of(table.resolve_credential(taken));
  return {bytes, std::move(table), std::move(holdings), asked_award, asked_taken};
}

Asked of_example(const Example& example) {
  const std::string folder = fmt::format("{}/examples/{}", RUNG_SOURCE_DIR, example.name);
  const std::string file = fmt::format("{}/{}.rung", folder, example.name);
  const rung::Learner learner = value_of(rung::read_record(whole_file(fmt::format("{}/learners/{}.json", folder, example.learner))));
  return ask_about(table_of(file, whole_file(file)), learner, example.award, example.taken);
}

// In the middle of the registry: all microcredentials of a school, nine of its courses and three badges: enough for two of its
// certificates and not for a diploma.
Asked of_registry() {
  Registry registry = make_registry(100'000);
  const std::size_t school = registry.taken.size() / taken_in_school / 2;
  const auto taken = [&](std::size_t which) { return registry.taken[school * taken_in_school + which]; };
  rung::Learner learner;
  learner.on = "2026-11-24";
  learner.gates = {taken(0).substr(0, taken(0).find('-')) + "-admitted"};   // each provider has its own
  for (std::size_t i = 0; i < 20; ++i) {
    rung::Holding holding;
    holding.name = taken(i < 9 ? 7 + i : i < 12 ? 16 + i - 9 : 26 + i - 12);   // sixteen courses, ten badges, eight microcredentials
    holding.grade = "74%";
    holding.awarded = fmt::format("2026-{:02}-15", 1 + i % 10);
    learner.holdings.push_back(std::move(holding));
  }
  const std::string diploma = registry.awards[school * awards_in_school + 3], course = taken(7);
  return ask_about(table_of("registry.rung", std::move(registry.text)), learner, diploma, course);
}

}  // namespace

const Asked& asked(std::string_view name) {
  static std::map<std::string_view, std::unique_ptr<Asked>> made;
  std::unique_ptr<Asked>& one = made[name];
  if (one != nullptr) return *one;
  for (const Example& example : examples)
    if (example.name == name) one = std::make_unique<Asked>(of_example(example));
  if (one == nullptr) one = std::make_unique<Asked>(of_registry());
  return *one;
}

}  // namespace bench
