// Every learner of a stream: one line in, one line out, in order (docs/audit.md).
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include "runtime/audit/output.hpp"
#include "runtime/audit/progress.hpp"
#include "runtime/audit/stream.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/asking.hpp"
#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/line_answer.hpp"
#include "runtime/rung/record.hpp"

namespace rung {
namespace {

struct Input {
  int handle = 0;                          // standard input
  std::uint64_t bytes = 0;                 // 0: not known
  Input() = default;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  ~Input() {
    if (handle > 2) ::close(handle);
  }
};

Error unreadable(const std::string& path, int problem) {
  return {"unreadable-record", (path == "-" ? "standard input" : path) + " cannot be read: " + std::strerror(problem), "give the path of a file, or -"};
}

// An errno, or 0.
int open_input(const std::string& path, Input& input) {
  if (path != "-") input.handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (input.handle < 0 || ::fstat(input.handle, &status) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return EISDIR;
  if (S_ISREG(status.st_mode)) input.bytes = static_cast<std::uint64_t>(status.st_size);
  return 0;
}

std::optional<Error> wrong_usage(const AuditOptions& options, const std::string& on) {
  if (options.table == "-" && options.learners == "-")
    return Error{"usage", "the table and the learners cannot both come from standard input", "name a file"};
  if (options.resume && (options.output.empty() || options.output == "-"))
    return Error{"usage", "--resume goes on with a file, and none is named", "name it with -o, or skip lines with --from-line"};
  if (options.resume && options.from_line > 0)
    return Error{"usage", "--resume finds out itself how many lines to skip", "leave --from-line out"};
  if (!on.empty() && !read_date(on)) return Error{"usage", "--on: '" + on + "' is no date", "write the day of the question as 2026-10-01"};
  return std::nullopt;
}

// Failures once lines have been written: a line of its own among them, if they went to standard output and failures are to be JSON.
int fail_midway(const AuditOptions& options, audit::Output& output, bool to_file, const Error& error) {
  if (to_file || !options.json() || output.problem() != 0) return fail(options, error);
  std::string line;
  append_failure(line, 0, error);
  output.write(line + '\n');
  Options quiet = options;
  quiet.format = "text";
  return fail(quiet, error);
}

void tell_bad_lines(const audit::Outcome& outcome, std::uint64_t bad_before) {
  const std::uint64_t bad = outcome.bad + bad_before;
  if (bad == 0) return;
  std::string first;
  if (outcome.first_bad > 0) first = std::string(bad_before > 0 ? ", the first of this run" : bad > 1 ? ", the first" : "") + " at line " + std::to_string(outcome.first_bad);
  std::fprintf(stderr, "rung: %llu line%s could not be answered%s\n", static_cast<unsigned long long>(bad), bad > 1 ? "s" : "", first.c_str());
}

}  // namespace

int audit_learners(const AuditOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);           // a reader that has gone is told by write(2)
  const std::string on = day_of_clock_or(options.on);
  if (const auto usage = wrong_usage(options, on)) return fail(options, *usage);
  const Result<Table> table = open_table(options.table);
  if (!table) return fail(options, table.error());
  Input input;
  if (const int problem = open_input(options.learners, input); problem != 0) return fail(options, unreadable(options.learners, problem));

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

  audit::Outcome outcome;
  {
    audit::Progress progress(2, input.bytes);
    const audit::Sink sink{[&](std::string_view lines) { return output.write(lines); },
                           [&](std::uint64_t bytes, std::uint64_t lines) { progress.at(bytes, lines); }};
    const unsigned jobs = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
    outcome = audit::answer_all(reader, sink, [&] { return std::make_unique<EarnedLines>(*table, on, options.limit); }, jobs);
  }
  if (outcome.out_of_memory) return fail_midway(options, output, to_file, {"out-of-memory", "there is not enough memory", "use fewer --jobs"}) | 2;
  if (reader.problem() != 0) return fail_midway(options, output, to_file, unreadable(options.learners, reader.problem()));
  if (!output.close() && output.problem() == EPIPE) return 2;   // whoever reads wants no more, and knows it
  if (output.problem() != 0)
    return fail_midway(options, output, to_file, {"unwritable-file", "the answers cannot be written: " + std::string(std::strerror(output.problem())),
                                                  to_file ? "make room, and go on with --resume" : ""});
  tell_bad_lines(outcome, kept.bad);
  return outcome.bad + kept.bad > 0 ? 1 : 0;
}

}  // namespace rung
