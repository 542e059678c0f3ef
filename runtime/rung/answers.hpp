// The answer to each question as it is shown, however the question came: over a command line (the verbs) or over HTTP (serve/). Of the options, those are looked at that
// belong to the question; the table and the record have been read.
#pragma once

#include <string>

#include "runtime/rung/asking.hpp"

namespace rung {

Result<std::string> answer_earned(const Asked& asked, const LearnerOptions& options);
Result<std::string> answer_missing(const Asked& asked, const MissingOptions& options);
Result<std::string> answer_why_not(const Asked& asked, const AwardOptions& options);
Result<std::string> answer_paths(const Asked& asked, const PathsOptions& options);
Result<std::string> answer_nearest(const Asked& asked, const NearestOptions& options);
Result<std::string> answer_transfers(const Asked& asked, const TransfersOptions& options);
Result<std::string> answer_leads_to(const Table& table, const LeadsToOptions& options);
Result<std::string> answer_label(const Table& table, const LabelOptions& options);

// For a verb: prints the answer, or what was wrong with the question. Returns the exit status.
int tell(const Options& options, const Result<std::string>& answer);
template <class Question>
int tell(const Question& options, Result<std::string> (*answer)(const Asked&, const Question&)) {
  const Result<Asked> asked = ask(options);
  return asked ? tell(options, answer(*asked, options)) : fail(options, asked.error());
}
template <class Question>
int tell(const Question& options, Result<std::string> (*answer)(const Table&, const Question&)) {
  const Result<Table> table = open_table(options);
  return table ? tell(options, answer(*table, options)) : fail(options, table.error());
}

}  // namespace rung
