// What reports call the pieces of a rule: in the author's own words, as they stand in the file.
#pragma once

#include <string>

#include "compiler/compile.hpp"
#include "compiler/scenarios/judge.hpp"
#include "compiler/scenarios/words.hpp"

namespace rung::scenarios {

// "from 2024-09-01 to 2026-08-31", of the version of a rule at `root`.
std::string version_of(const Words& words, const model::Model& model, std::uint32_t root);

// The text of a place on one line, shortened where it is long.
std::string as_written(const source::Files& files, source::Span span);

// A requirement and a condition in quotes: 'any of { spc, six-sigma at 70% }', 'at least 24 credits'. Without the name of a part, which stands
// beside it. A rule as a whole is "the whole rule".
std::string written_node(const Words& words, const Compiled& compiled, std::uint32_t node);
std::string written_condition(const Words& words, const Compiled& compiled, std::uint32_t condition);

// The name of the innermost named part at or above a node, or empty.
std::string part_of(const model::Model& model, std::uint32_t node);

// What is so, in a line.
std::string actual(const Words& words, const Compiled& compiled, const Table& table, const Holdings& holdings, const model::Expectation& expected,
                   const Finding& finding);

}  // namespace rung::scenarios
