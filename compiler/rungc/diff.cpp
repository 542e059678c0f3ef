// `diff`: what a change of rules means for learners, what it changes in the table, what it puts into other words.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/change/records.hpp"
#include "compiler/emit/table_of.hpp"
#include "compiler/minutes/minutes.hpp"
#include "compiler/rungc/verbs.hpp"
#include "runtime/learner/dates.hpp"

namespace rungc {
namespace {

namespace change = rung::change;
using rung::minutes::Level;
using rung::minutes::Minutes;
using rung::table::SectionKind;

constexpr std::string_view some_day = "2026-01-01";   // where no day is asked for, all is held on the day of the question, whichever it is

struct Read {
  rung::Table table;
  std::optional<rung::Compiled> compiled;  // none: it was a table
};

// None when it cannot be read, which has been shown then with `status`.
std::optional<Read> read(const std::string& path, const std::string& format, int& status) {
  if (path.ends_with(".pathways")) {
    auto table = rung::Table::open(path);
    if (table) return Read{std::move(*table), std::nullopt};
    const rung::Error& why = table.error();
    show_failure(format, why.code, why.remedy.empty() ? why.message : why.message + "; " + why.remedy);
    status = why.code == "damaged-table" ? 1 : 2;
    return std::nullopt;
  }
  auto compiled = rungc::compiled({path}, "", format);
  if (!compiled || compiled->diagnostics.errors() > 0) {
    status = compiled ? show_diagnostics(*compiled, format == "json" ? "json" : "text") : 2;
    return std::nullopt;
  }
  rung::Table table = rung::emit::table_of(compiled->model);
  return Read{std::move(table), std::move(compiled)};
}

// Whether somebody means it by that name: its own or the one before, whole or the last part.
bool goes_by(const std::string& wanted, const std::string& name, const std::string& was) {
  return std::ranges::any_of(std::array{name, was}, [&](const std::string& one) { return one == wanted || (!one.empty() && rung::model::short_name(one) == wanted); });
}

// What somebody loses, what is not proven to be lost by nobody, and whether all of either is allowed.
struct Losses {
  std::vector<std::string> names, not_proven;
  bool allowed = true;
  std::vector<bool> known;                 // by what is allowed: whether there is something of that name

  template <class All, class Names>
  void look(const All& all, const std::vector<std::string>& allow, Names names_of) {
    known.resize(allow.size());
    for (const auto& one : all) {
      const auto& [name, was] = names_of(one);
      bool may = false;
      for (std::size_t i = 0; i < allow.size(); ++i)
        if (goes_by(allow[i], name, was)) known[i] = may = true;
      if (!one.may_lose()) continue;
      (one.does_lose() ? names : not_proven).push_back(name.empty() ? was : name);
      allowed = allowed && may;
    }
  }
};

// Policies are read when they are asked for, so the sides are not constant.
void compare(Minutes& minutes, Read& before, Read& after, std::optional<rung::model::Day> day, std::int32_t asked) {
  switch (minutes.level) {
    case Level::learner:
      minutes.labels = change::things(minutes.tables, SectionKind::credentials, change::label_facts());
      minutes.prices = change::prices(minutes.tables, minutes.awards, asked);
      if (before.compiled && after.compiled) minutes.policies = change::policy_changes(*before.compiled, *after.compiled, minutes.tables.renamed, day);
      break;
    case Level::table:
      for (const SectionKind kind : change::thing_kinds)
        for (change::Thing& thing : change::things(minutes.tables, kind)) minutes.facts.push_back(std::move(thing));
      break;
    case Level::text: minutes.wording = change::wording(minutes.tables, minutes.before_model, minutes.after_model); break;
  }
}

}  // namespace

int diff(const DiffOptions& options) {
  std::optional<rung::model::Day> day;
  if (!read_day(options.on, options.format, day)) return 2;
  if (options.before == "-" && options.after == "-") {
    show_failure(options.format, "usage", "only one of the two can come from standard input; name a file");
    return 2;
  }
  int status = 0;
  auto before = read(options.before, options.format, status);
  if (!before) return status;
  auto after = read(options.after, options.format, status);
  if (!after) return status;
  const std::int32_t asked = day ? *day : *rung::read_date(some_day);
  const change::Tables tables(before->table, after->table, after->compiled ? change::renamed(after->compiled->model) : change::Renamed());
  Minutes minutes{tables, options.before, options.after, static_cast<Level>(std::ranges::find(rung::minutes::levels, options.level) - rung::minutes::levels.begin())};
  if (before->compiled) minutes.before_model = &before->compiled->model;
  if (after->compiled) minutes.after_model = &after->compiled->model;
  minutes.awards = change::changes(tables, asked);
  minutes.agreements = change::agreement_changes(tables, day, asked);
  Losses losses;
  losses.look(minutes.awards, options.allowed, [](const change::Change& one) { return std::pair(one.award, one.was); });
  losses.look(minutes.agreements, options.allowed, [](const change::AgreementChange& one) { return std::pair(one.thing.name, one.thing.was); });
  for (std::size_t i = 0; i < options.allowed.size(); ++i)
    if (!losses.known[i]) {
      show_failure(options.format, "unknown-credential", fmt::format("--allow-loss: no award and no agreement is named '{}'", options.allowed[i]));
      return 1;
    }
  minutes.losses = losses.names;
  minutes.not_proven = losses.not_proven;
  compare(minutes, *before, *after, day, asked);
  const std::string_view language = language_of("text");
  print(options.format == "json" ? as_json(minutes) : options.format == "markdown" ? as_markdown(minutes, language) : as_text(minutes, language));
  return losses.allowed ? 0 : 1;
}

}  // namespace rungc
