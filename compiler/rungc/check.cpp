#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include <fmt/format.h>

#include "compiler/rungc/verbs.hpp"
#include "compiler/rungc/watch.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/learner/dates.hpp"

namespace rungc {

namespace {

void show_unknown_policy(const std::string& name, std::string_view near, const std::string& format) {
  show_failure(format == "json" ? format : "text", "unknown-policy",
               "there is no policy '" + name + "'" + (near.empty() ? " (rungc policies lists them)" : "; did you mean '" + std::string(near) + "'?"));
}

}  // namespace

bool read_day(const std::string& on, const std::string& format, std::optional<rung::model::Day>& day) {
  if (on.empty()) return true;
  day = rung::read_date(rung::day_of_clock_or(on));
  if (!day) show_failure(format == "json" ? format : "text", "usage", "--on: '" + on + "' is no date; write the day of the check as 2026-10-01, or today");
  return day.has_value();
}

const rung::policy::Policy* find_policy(rung::Compiled& compiled, const std::string& name, const std::string& format) {
  const rung::policy::Policy* policy = compiled.policies.find(name, compiled.files, compiled.diagnostics);
  if (policy != nullptr) return policy;
  const std::vector<std::string> names = compiled.policies.names();
  show_unknown_policy(name, rung::diagnostics::nearest(name, {names.begin(), names.end()}), format);
  return nullptr;
}

std::optional<rung::Compiled> compiled(const std::vector<std::string>& files, const std::string& on, const std::string& format) {
  std::optional<rung::model::Day> day;
  if (!read_day(on, format, day)) return std::nullopt;
  return rung::compile(framework_files(files), day, rung::Policies::left_out);
}

std::optional<rung::parts::Assembled> checked(const CheckOptions& options, bool table) {
  rung::parts::Options how;
  if (!read_day(options.on, options.format, how.on)) return std::nullopt;
  how.policies = options.policies;
  how.jobs = options.jobs;
  how.cache = options.cache;
  how.table = table;
  how.progress = [](std::size_t done, std::size_t of) {
    if (of > 1) rung::command_line::Working::at(done, of);   // of one thing nothing is known until it is done
  };
  rung::parts::Assembled found = rung::parts::assemble(framework_files(options.files), how);
  if (!found.unknown_policy.empty()) {
    show_unknown_policy(found.unknown_policy, found.near_policy, options.format);
    return std::nullopt;
  }
  if (!found.cache_problem.empty())
    tell_people(fmt::format("the cache {} cannot be written: {}; the next build will take as long as this one", options.cache, found.cache_problem));
  return found;
}

namespace {

int shown(const std::optional<rung::parts::Assembled>& found, const std::string& format) {
  return found ? show_diagnostics(found->files, found->diagnostics, format, found->files_read) : 2;
}

// What was read, and what was not found where a framework uses it: it may come.
std::vector<std::string> read_or_wanted(const rung::parts::Assembled& found) {
  std::vector<std::string> out;
  for (rung::source::FileId file = 0; file < found.files_read; ++file) out.push_back(found.files.path(file));
  for (const rung::diagnostics::Diagnostic& one : found.diagnostics.sorted())
    if (one.kind == rung::diagnostics::Kind::unreadable_use) out.push_back(one.arguments.front());
  return out;
}

int check_again_and_again(const CheckOptions& options) {
  std::vector<std::string> folders, named;
  for (const std::string& path : options.files) {
    if (path == "-") {
      show_failure(options.format, "usage", "standard input cannot be watched; name a file");
      return 2;
    }
    std::error_code problem;
    (std::filesystem::is_directory(path, problem) ? folders : named).push_back(path);
  }
  Watch watch;
  watch.files(named, folders);
  for (;;) {
    const bool on_a_terminal = options.format == "text" && ::isatty(STDERR_FILENO) != 0;
    if (on_a_terminal) std::fputs("\x1b[2J\x1b[H", stderr);   // what is shown is always the last check
    const auto found = checked(options, false);
    if (!found) return 2;
    const int status = shown(found, options.format);
    if (finished(status) != status) return 2;              // nobody reads any more
    const std::size_t files = found->files_read;
    tell_people(fmt::format("{} {} checked{}; waiting for a change (Ctrl-C ends)", files, files == 1 ? "file" : "files", found->diagnostics.empty() ? ", nothing to say" : ""));
    watch.also(read_or_wanted(*found));
    if (!watch.wait()) return status;
  }
}

}  // namespace

int check(const CheckOptions& options) {
  return options.watch ? check_again_and_again(options) : shown(checked(options, false), options.format);
}

}  // namespace rungc
