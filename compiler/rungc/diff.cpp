// `diff`: what a change of rules means for learners.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/emit/table_of.hpp"
#include "compiler/rungc/diff_report.hpp"
#include "compiler/rungc/verbs.hpp"
#include "runtime/learner/dates.hpp"

namespace rungc {
namespace {

constexpr std::string_view some_day = "2026-01-01";   // where no day is asked for, all is held on the day of the question, whichever it is

struct Read {
  rung::Table table;
  rung::change::Renamed renamed;           // as this side declares it; a table keeps no earlier names
};

// None when it cannot be read, which has been shown then with `status`.
std::optional<Read> read(const std::string& path, const std::string& format, int& status) {
  if (path.ends_with(".pathways")) {
    auto table = rung::Table::open(path);
    if (table) return Read{std::move(*table), {}};
    show_failure(format, table.error().code, table.error().message);
    status = 2;
    return std::nullopt;
  }
  const auto compiled = rungc::compiled({path}, "", format);
  if (!compiled || compiled->diagnostics.errors() > 0) {
    status = compiled ? show_diagnostics(*compiled, format == "json" ? "json" : "text") : 2;
    return std::nullopt;
  }
  return Read{rung::emit::table_of(compiled->model), rung::change::renamed(compiled->model)};
}

}  // namespace

int diff(const DiffOptions& options) {
  std::optional<rung::model::Day> day;
  if (!read_day(options.on, options.format, day)) return 2;
  int status = 0;
  const auto before = read(options.before, options.format, status);
  if (!before) return status;
  const auto after = read(options.after, options.format, status);
  if (!after) return status;
  const auto changes = rung::change::changes(before->table, after->table, after->renamed, day ? *day : *rung::read_date(some_day));
  const auto is_of = [](const rung::change::Change& change, const std::string& wanted) {
    return std::ranges::any_of(std::array{change.award, change.was}, [&](const std::string& name) { return name == wanted || (!name.empty() && rung::model::short_name(name) == wanted); });
  };
  for (const std::string& wanted : options.allowed)
    if (std::none_of(changes.begin(), changes.end(), [&](const auto& change) { return is_of(change, wanted); })) {
      show_failure(options.format, "unknown-credential", fmt::format("--allow-loss: no award is named '{}'", wanted));
      return 2;
    }
  const DiffReport report{options.before, options.after, changes};
  print(options.format == "json" ? diff_json(report) : options.format == "markdown" ? diff_markdown(report) : diff_text(report));
  const bool lost = std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
    return change.may_lose() && std::none_of(options.allowed.begin(), options.allowed.end(), [&](const std::string& wanted) { return is_of(change, wanted); });
  });
  return lost ? 1 : 0;
}

}  // namespace rungc
