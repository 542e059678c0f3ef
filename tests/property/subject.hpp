// What is compared with the oracle: the text compiled, emitted and opened, the record bound.
#pragma once

#include <functional>

#include "runtime/queries/queries.hpp"
#include "tests/property/generate.hpp"

namespace property {

struct Subject {
  std::string bytes;
  rung::Table table;
  rung::Holdings holdings;

  // The number of a node in its tree.
  int number(std::uint32_t node) const;
  std::set<int> numbers(const std::vector<std::uint32_t>& credentials) const { return {credentials.begin(), credentials.end()}; }
};

// Throws, with the compiler's messages, when the text does not compile to the tree that the oracle has. Findings of the checks are no hindrance.
Subject subject(const Case& one);
rung::Holdings bound(const rung::Table& table, const oracle::Learner& learner);

// Runs the property on so many cases, times RUNG_PROPERTY_CASES (20, or 0.1). A failure prints the smallest case and a line `RC_PARAMS="reproduce=…"`: with that in the
// environment the same test goes straight to that case; `RC_PARAMS="seed=…"` repeats a whole run.
// Without either, the seed is 2021; RUNG_PROPERTY_SEED=N gives another.
// A case that is too big for the oracle is thrown back.
// Whether all of them are run: fewer need not meet whatever a test wants to have met.
bool in_full();
void check(const char* name, int cases, const std::function<void()>& property);

}  // namespace property
