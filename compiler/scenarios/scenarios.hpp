// A committee's own tests: the scenarios of a framework, played against its table.
//
// The table is the one that `build` would write, made in memory, and it is asked with the runtime's own queries, so a scenario says what an
// office will be told. Nothing here changes the model or the table, and the same framework gives the same report on every machine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compile.hpp"
#include "runtime/queries/queries.hpp"

namespace rung::scenarios {

// unknown: the work limit (WorkLimit, per question) stopped the search before there was an answer.
enum class Verdict : std::uint8_t { pass, fail, unknown };
std::string_view verdict_name(Verdict verdict);  // "pass"

struct Judged {
  std::string expect;  // as written, on one line, without the word `expect`
  Verdict verdict;
  std::string actual;  // what is so, in a line: "not earned; missing core, hired"
  std::string why;     // what did not pass: the rule with what is counted where, as `rung` shows it; several lines
};

struct Played {
  std::string scenario;
  std::string framework;             // whose file it stands in
  source::Span span;                 // of its name
  Verdict verdict;                   // the worst of its expectations; pass when it expects nothing
  std::vector<Judged> expectations;  // in the order written
};

// `part` is empty where the whole award is meant or nothing has a name.
struct Uncovered {
  std::string credential, part, what;
};
struct Coverage {
  std::vector<Uncovered> uncovered;  // by award, then in the order of its rule
  std::size_t things = 0;            // parts, options, floors and conditions there are
};

struct Unnoticed {
  std::string credential, part, what;
};
struct Mutation {
  std::vector<Unnoticed> unnoticed;  // bends that change no verdict; by award, then in the order of its rule
  std::size_t bends = 0;             // tried
  bool all = true;                   // no bend was left out because there were too many
};
inline constexpr std::size_t most_bends = 2000;

// Bound to one compiled framework, which has no errors and outlives it.
class Stage {
 public:
  // `language`: of what is said to people, "en" or "fr".
  explicit Stage(const Compiled& compiled, WorkLimit limit = {}, std::string_view language = "en");
  ~Stage();
  Stage(const Stage&) = delete;

  // The scenarios whose name contains `filter`.
  std::vector<Played> play(std::string_view filter = {}) const;
  // What no scenario has decided, of the awards in the frameworks that some expectation asks about (docs/testing-a-framework.md says what
  // "decided" means).
  Coverage coverage() const;
  // Bends every rule of those frameworks in small ways, one at a time, and plays the scenarios again.
  Mutation mutate() const;

 private:
  struct Everything;
  std::unique_ptr<Everything> all_;
};

}  // namespace rung::scenarios
