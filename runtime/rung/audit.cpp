// Every learner of a stream: one line in, one line out, in order (docs/audit.md).
#include <csignal>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/records/line_answer.hpp"
#include "runtime/rung/records/record.hpp"
#include "runtime/rung/records/streaming.hpp"

namespace rung {
namespace {

std::optional<Error> wrong_usage(const AuditOptions& options, const std::string& on) {
  if (options.piped() && options.learners == "-")
    return Error{"usage", "the table and the learners cannot both come from standard input", "name a file"};
  if (options.resume && (options.output.empty() || options.output == "-"))
    return Error{"usage", "--resume goes on with a file, and none is named", "name it with -o, or skip lines with --from-line"};
  if (options.resume && options.from_line > 0)
    return Error{"usage", "--resume finds out itself how many lines to skip", "leave --from-line out"};
  std::vector<std::string> tables{options.table};
  tables.insert(tables.end(), options.also.begin(), options.also.end());
  if (is_one_of_the_tables(options.output, tables)) return over_a_table();
  return no_day(on);
}

}  // namespace

int audit_learners(const AuditOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);           // a reader that has gone is told by write(2)
  const std::string on = day_of_clock_or(options.on);
  if (const auto usage = wrong_usage(options, on)) return fail(options, *usage);
  const Result<Table> table = open_table(options);
  if (!table) return fail(options, table.error());
  LearnersInput input;
  if (const int problem = input.open(options.learners); problem != 0) return fail(options, unreadable_learners(options.learners, problem));

  audit::Output output;
  audit::Output::Kept kept{options.from_line, 0};
  const bool to_file = !options.output.empty() && options.output != "-";
  if (to_file) {
    const auto opened = output.open(options.output, options.resume, input.handle);
    if (!opened) return fail(options, opened.error());
    if (options.resume) kept = *opened;
  }
  audit::LineReader reader(input.handle, {.longest_line = longest_record});
  if (const std::uint64_t skipped = reader.skip(kept.lines); skipped < kept.lines && reader.problem() == 0)
    return fail(options, {"usage", (options.resume ? options.output + " has " : "") + std::to_string(kept.lines) + (options.resume ? " lines" : " lines are to be skipped") +
                                       ", and there are only " + std::to_string(skipped) + " learners' lines", "give the learners with which it was begun"});

  const audit::Outcome outcome = answer_lines(reader, input.bytes, [&](std::string_view lines) { return output.write(lines); },
                                              [&] { return std::make_unique<EarnedLines>(*table, on, options.limit); }, options.jobs);
  if (const auto status = stream_failed(options, options.learners, outcome, reader, output, to_file, "make room, and go on with --resume")) return *status;
  tell_bad_lines(options, outcome, kept.bad);
  return outcome.bad + kept.bad > 0 ? 1 : 0;
}

}  // namespace rung
