// One expectation, asked of a table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/model.hpp"
#include "compiler/scenarios/scenarios.hpp"
#include "runtime/queries/queries.hpp"

namespace rung::scenarios {

// What the runtime answered, and whether that is what was expected.
struct Finding {
  Verdict verdict = Verdict::fail;
  std::optional<MissingAnswer> missing;  // of what asks whether an award is earned
  std::optional<Paths> paths;            // of what asks for a path
  std::vector<std::uint32_t> not_taken;  // earned after: what could not be taken
  std::optional<std::string> title;      // titled: what it is called, when it is earned
  bool leads_to = false;
  std::optional<Transfer> transfer;          // earned_by_transfer: the line of an agreement that comes nearest; none when no line gives it
};

// `table` is of `model`, or of a bend of it: indices are the same.
Finding find(const model::Model& model, const Table& table, const Holdings& holdings, const model::Expectation& expected, WorkLimit limit);

// What a rule still lacks, outermost first: names of parts, and where a requirement has no name the gate or the credentials (qualified) that it
// asks for. What has neither is not listed. Conditions and prerequisites are no parts.
std::vector<std::string> unmet_parts(const model::Model& model, const MissingAnswer& answer);

}  // namespace rung::scenarios
