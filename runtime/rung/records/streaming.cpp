#include "runtime/rung/records/streaming.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "runtime/audit/progress.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/asking.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/words/words.hpp"

namespace rung {

LearnersInput::~LearnersInput() {
  if (handle > 2) ::close(handle);
}

int LearnersInput::open(const std::string& path) {
  if (path != "-") handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (handle < 0 || ::fstat(handle, &status) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return EISDIR;
  if (S_ISREG(status.st_mode)) bytes = static_cast<std::uint64_t>(status.st_size);
  return 0;
}

Error unreadable_learners(const std::string& path, int problem) {
  return {"unreadable-record", (path == "-" ? "standard input" : path) + " cannot be read: " + std::strerror(problem), "give the path of a file, or -"};
}

Error over_a_table() { return {"usage", "the answers cannot be written over a table", "give -o another file"}; }

std::optional<Error> no_day(const std::string& on) {
  if (on.empty() || read_date(on)) return std::nullopt;
  Error error = remarked("usage", {Remark::no_date, {on}}, {Remark::write_the_day});
  error.message = "--on: " + error.message;
  return error;
}

audit::Outcome answer_lines(audit::LineReader& reader, std::uint64_t bytes, const std::function<bool(std::string_view lines)>& write,
                            const std::function<std::unique_ptr<audit::Answerer>()>& make, unsigned jobs) {
  command_line::Working::end();            // which knows less of it
  audit::Progress progress(2, bytes);
  const audit::Sink sink{write, [&](std::uint64_t so_far, std::uint64_t lines) { progress.at(so_far, lines); }};
  return audit::answer_all(reader, sink, make, jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()));
}

int fail_midway(const Options& options, audit::Output& output, bool to_file, const Error& error) {
  if (to_file || !options.json() || output.problem() != 0) return fail(options, error);
  std::string line;
  append_failure(line, 0, error);
  output.write(line + '\n');
  Options quiet = options;
  quiet.format = "text";
  return fail(quiet, error);
}

std::optional<int> stream_failed(const Options& options, const std::string& learners, const audit::Outcome& outcome, const audit::LineReader& reader, audit::Output& output, bool to_file,
                                 const std::string& remedy) {
  if (outcome.out_of_memory) return fail_midway(options, output, to_file, {"out-of-memory", "there is not enough memory", "use fewer --jobs"}) | 2;
  if (reader.problem() != 0) return fail_midway(options, output, to_file, unreadable_learners(learners, reader.problem()));
  if (!output.close() && output.problem() == EPIPE) return 2;   // whoever reads wants no more, and knows it
  if (output.problem() != 0)
    return fail_midway(options, output, to_file, {"unwritable-file", "the answers cannot be written: " + std::string(std::strerror(output.problem())), to_file ? remedy : ""});
  return std::nullopt;
}

void tell_bad_lines(const Options& options, const audit::Outcome& outcome, std::uint64_t before) {
  const std::uint64_t bad = outcome.bad + before;
  if (bad == 0) return;
  const std::string language = options.language();
  const words::Words& words = words::words_in(language);
  const words::Noun& pattern = outcome.first_bad == 0 ? words.bad_lines : before > 0 ? words.bad_lines_at_now : words.bad_lines_at;
  const bool one = takes_one_of(locale_of(language), bad);
  tell_people(language, table::filled(one ? pattern.one : pattern.more, {std::to_string(bad), std::to_string(outcome.first_bad)}));
}

}  // namespace rung
