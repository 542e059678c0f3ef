#include <unistd.h>

#include <cstdio>

#include "compiler/rungc/verbs.hpp"
#include "runtime/audit/progress.hpp"
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
  rung::audit::Progress progress(STDERR_FILENO, 0, "parts");
  how.progress = [&](std::size_t done, std::size_t of) { progress.at(done, of, done); };
  rung::parts::Assembled found = rung::parts::assemble(framework_files(options.files), how);
  if (!found.unknown_policy.empty()) {
    show_unknown_policy(found.unknown_policy, found.near_policy, options.format);
    return std::nullopt;
  }
  if (!found.cache_problem.empty())
    std::fprintf(stderr, "rungc: the cache %s cannot be written: %s; the next build will take as long as this one\n", options.cache.c_str(), found.cache_problem.c_str());
  return found;
}

int check(const CheckOptions& options) {
  const auto found = checked(options, false);
  return found ? show_diagnostics(found->files, found->diagnostics, options.format) : 2;
}

}  // namespace rungc
