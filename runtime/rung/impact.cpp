// Who gains and who loses by a change of rules: every learner of a stream, asked under the old table and under the new one.
#include <algorithm>
#include <csignal>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/records/impact_lines.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/records/record.hpp"
#include "runtime/rung/records/streaming.hpp"

namespace rung {
namespace {

std::optional<Error> wrong_usage(const ImpactOptions& options, const std::string& on) {
  const int piped = (options.table == "-" ? 1 : 0) + (options.new_table == "-" ? 1 : 0) + (options.learners == "-" ? 1 : 0);
  if (piped > 1) return Error{"usage", "only one of the tables and the learners can come from standard input", "name files"};
  if (is_one_of_the_tables(options.output, {options.table, options.new_table})) return over_a_table();
  return no_day(on);
}

// Whom a change does nothing to has an empty line, which is not written.
void drop_empty_lines(std::string_view lines, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size() - 1);
    if (end > at) out += lines.substr(at, end + 1 - at);
    at = end + 1;
  }
}

bool somebody_loses(const ImpactQuestion& question, const ImpactTally& tally) {
  return std::any_of(tally.awards.begin(), tally.awards.end(), [&](const auto& award) { return award.second.of(Effect::loses).count > 0 && !is_allowed(question, award.first); });
}

}  // namespace

int impact(const ImpactOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);           // a reader that has gone is told by write(2)
  const std::string on = day_of_clock_or(options.on);
  if (const auto usage = wrong_usage(options, on)) return fail(options, *usage);
  const Result<Table> before = open_table(options.table);
  if (!before) return fail(options, before.error());
  const Result<Table> after = open_table(options.new_table);
  if (!after) return fail(options, after.error());
  ImpactQuestion question{*before, *after, on, options.limit, options.json(), {}, options.language()};
  for (const std::string& name : options.allowed_losses) {
    const Result<std::uint32_t> award = before->resolve_credential(name);
    if (!award) return fail(options, award.error());
    question.allowed.emplace_back(name_of(*before, *award));
  }
  std::sort(question.allowed.begin(), question.allowed.end());
  LearnersInput input;
  if (const int problem = input.open(options.learners); problem != 0) return fail(options, unreadable_learners(options.learners, problem));

  audit::Output output;
  const bool to_file = !options.output.empty() && options.output != "-";
  if (to_file)
    if (const auto opened = output.open(options.output, false, input.handle); !opened) return fail(options, opened.error());
  audit::LineReader reader(input.handle, {.longest_line = longest_record});
  SharedTally tally;
  std::string some;
  const auto write = [&](std::string_view lines) {
    drop_empty_lines(lines, some);
    return some.empty() || output.write(some);
  };
  const audit::Outcome outcome = answer_lines(reader, input.bytes, write, [&] { return std::make_unique<ImpactLines>(question, tally); }, options.jobs);
  // What was not read to its end has no sum.
  if (!outcome.out_of_memory && reader.problem() == 0 && output.problem() == 0)
    output.write(options.json() ? impact_summary_json(question, tally.all(), outcome.bad) : impact_summary_text(question, tally.all(), outcome.bad));
  if (const auto status = stream_failed(options, options.learners, outcome, reader, output, to_file, "make room, and ask again")) return *status;
  tell_bad_lines(options, outcome);
  return outcome.bad > 0 || somebody_loses(question, tally.all()) ? 1 : 0;
}

}  // namespace rung
