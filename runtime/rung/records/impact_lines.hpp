// One learner a line: what a change of rules does to the learner, as one line of JSON or some of text; nothing for whom it changes nothing; or the line's error.
#pragma once

#include "runtime/audit/stream.hpp"
#include "runtime/learner/binding_memory.hpp"
#include "runtime/rung/records/impact_tally.hpp"
#include "runtime/rung/records/quick_record.hpp"
#include "runtime/rung/verbs.hpp"

namespace rung {

// What is asked of every learner. The tables outlive it.
struct ImpactQuestion {
  const Table& before;
  const Table& after;
  std::string on;                          // the day of the question, or empty, as LearnerOptions::on
  WorkLimit limit;
  bool json = false;
  std::vector<std::string> allowed;        // awards of which losses are expected, by name, sorted
  std::string language = "en";             // of text
};

class ImpactLines final : public audit::Answerer {
 public:
  // What it has seen goes to `all` when it is done.
  ImpactLines(const ImpactQuestion& question, SharedTally& all) : question_(question), all_(all) {}
  ~ImpactLines() override { all_.add(tally_); }
  bool answer(std::uint64_t number, std::string_view line, std::string& out) override;

 private:
  bool answer(const Learner& learner, std::uint64_t number, std::string& out);
  bool failed(std::uint64_t number, const Error& error, std::string& out) const;

  const ImpactQuestion& question_;
  SharedTally& all_;
  ImpactTally tally_;
  QuickRecord quick_;
  BindingMemory names_before_, names_after_;
};

// What is said of one learner, without the last line end; `line` stands for a learner without a number.
void append_impact_json(std::string& out, const ImpactQuestion& question, const Learner& learner, std::int32_t on, std::uint64_t line, const std::vector<Change>& changes);
void append_impact_text(std::string& out, const ImpactQuestion& question, const Learner& learner, std::uint64_t line, const std::vector<Change>& changes);
// What is said of a line that cannot be answered.
std::string line_failure_text(const ImpactQuestion& question, std::uint64_t line, const Error& error);
// And of all of them at the end, a line or several. `bad`: lines that could not be answered.
std::string impact_summary_json(const ImpactQuestion& question, const ImpactTally& tally, std::uint64_t bad);
std::string impact_summary_text(const ImpactQuestion& question, const ImpactTally& tally, std::uint64_t bad);

// Whether a loss of this award is no surprise.
bool is_allowed(const ImpactQuestion& question, const std::string& award);

}  // namespace rung
