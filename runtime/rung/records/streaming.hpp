// What the verbs over streams of learners share: reading a line a learner, writing whole lines, and saying what failed.
#pragma once

#include <optional>

#include "runtime/audit/output.hpp"
#include "runtime/audit/stream.hpp"
#include "runtime/rung/asking.hpp"

namespace rung {

// Where the learners come from; closed at the end.
struct LearnersInput {
  int handle = 0;                          // standard input
  std::uint64_t bytes = 0;                 // 0: not known
  LearnersInput() = default;
  LearnersInput(const LearnersInput&) = delete;
  LearnersInput& operator=(const LearnersInput&) = delete;
  ~LearnersInput();

  // An errno, or 0.
  int open(const std::string& path);
};

Error unreadable_learners(const std::string& path, int problem);
// Of the day in --on: "usage".
std::optional<Error> no_day(const std::string& on);

// Of -o: "usage".
Error over_a_table();

// Answers every line, with a bar on a terminal. `write` and `make` as in audit/stream.hpp. `jobs`: 0 for as many as there are processors.
audit::Outcome answer_lines(audit::LineReader& reader, std::uint64_t bytes, const std::function<bool(std::string_view lines)>& write,
                            const std::function<std::unique_ptr<audit::Answerer>()>& make, unsigned jobs);

// Failures once lines have been written: a line of its own among them, if they went to standard output and failures are to be JSON.
int fail_midway(const Options& options, audit::Output& output, bool to_file, const Error& error);
// What went wrong with the stream as a whole, if anything: then the exit status. `remedy` is that of a file that cannot take all.
std::optional<int> stream_failed(const Options& options, const std::string& learners, const audit::Outcome& outcome, const audit::LineReader& reader, audit::Output& output, bool to_file,
                                 const std::string& remedy);
// `before`: bad lines of an earlier run.
void tell_bad_lines(const Options& options, const audit::Outcome& outcome, std::uint64_t before = 0);

}  // namespace rung
