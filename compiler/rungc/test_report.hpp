// What `rungc test` found, and how it is written: test_text.cpp, test_json.cpp, test_junit.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/rungc/words.hpp"
#include "compiler/scenarios/scenarios.hpp"

namespace rungc {

struct TestReport {
  const rung::Compiled& compiled;
  std::vector<rung::scenarios::Played> scenarios;
  std::optional<rung::scenarios::Coverage> coverage;  // none when only some scenarios were played
  std::optional<rung::scenarios::Mutation> mutation;  // none unless it was asked for and everything passed

  std::string_view language = "en";                   // of what is said to people

  bool passed() const;
};

// "northfield.inspector, core: met by every learner".
std::string found_at(const Words& words, std::string_view credential, std::string_view part, std::string_view what);

// Each is the whole of what goes to standard output.
std::string test_as_text(const TestReport& report);
std::string test_as_json(const TestReport& report);   // docs/interfaces.md
std::string test_as_junit(const TestReport& report);  // JUnit XML, as build servers read it

}  // namespace rungc
