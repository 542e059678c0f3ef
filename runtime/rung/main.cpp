// rung: the program for those who ask.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <csignal>

#include "runtime/command_line/described.hpp"
#include "runtime/command_line/speaking.hpp"
#include "runtime/command_line/words.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/asking.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/serve/options.hpp"
#include "runtime/table/quoted.hpp"

namespace {

// The library would read "-1" as the greatest number there is.
std::string is_number_of_steps(const std::string& written) {
  std::uint64_t steps = 0;
  const auto [end, problem] = std::from_chars(written.data(), written.data() + written.size(), steps);
  return problem == std::errc() && end == written.data() + written.size() ? "" : "'" + written + "' is no number of steps";
}

std::string is_number_of_lines(const std::string& written) { return is_number_of_steps(written).empty() ? "" : "'" + written + "' is no number of lines"; }

// An empty day is more likely a variable without a value than a wish.
std::string is_a_day(const std::string& written) { return written.empty() ? "the day is empty" : ""; }

void add_locale(CLI::App& verb, rung::Options& options) {
  verb.add_option("--locale", options.locale, "In which language to answer people; else that of LC_ALL, LC_MESSAGES or LANG")->check(CLI::IsMember({"en", "fr"}));
}

void add_table(CLI::App& verb, rung::Options& options) {
  add_locale(verb, options);
  verb.add_option("TABLE", options.table, "A table that rungc has built, or a folder of such tables; - is standard input")->required();
  verb.add_option("--also", options.also, "A further table, such as a neighbour's; all are asked as one; may be repeated")->expected(1)->take_all();
  verb.add_option("--format", options.format, "How to answer")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
}

void add_learner(CLI::App& verb, rung::LearnerOptions& options, bool required) {
  verb.add_option("--learner", options.learner, "The learner's record, JSON; - is standard input")->required(required);
  verb.add_option("--on", options.on, "The day of the question, 2026-10-01 or today; else the record's own")->check(is_a_day);
  verb.add_option("--steps", options.limit.steps, "Stop searching after so many steps and say so")->check(is_number_of_steps)->capture_default_str();
}

// What completion offers where costs are asked for.
void offer_costs(rung::command_line::Verb& all) {
  std::vector<std::string> costs;
  for (const rung::Cost cost : {rung::Cost::credits, rung::Cost::fee, rung::Cost::hours, rung::Cost::weeks, rung::Cost::count}) costs.emplace_back(rung::cost_name(cost));
  for (const char* const option : {"--by", "--pareto"}) rung::command_line::offer(all, option, costs, rung::command_line::Many::in_commas);
}

void add_award(CLI::App& verb, rung::AwardOptions& options) {
  verb.add_option("AWARD", options.award, "The award's name, with or without its framework")->required();
}

// Where learners come from, a line each, and how they are answered.
template <class StreamOptions>
void add_stream(CLI::App& verb, StreamOptions& options) {
  verb.add_option("--learners", options.learners, "The learners' records, JSON, one a line; - is standard input")->required();
  verb.add_option("-o,--output", options.output, "A file for the answers; else standard output");
  verb.add_option("--on", options.on, "The day of the question, 2026-10-01 or today; else each record's own")->check(is_a_day);
  verb.add_option("--steps", options.limit.steps, "Of each learner: stop searching after so many steps and say so")->check(is_number_of_steps)->capture_default_str();
  verb.add_option("--jobs", options.jobs, "How many learners to answer for at a time; else as many as there are processors")->check(CLI::Range(1, 256));
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);           // that a file may not grow further is told by write(2)
  CLI::App app{"Rung: answers from pathway tables", "rung"};
  app.set_version_flag("--version", "rung 0.1.0 (table format " + std::to_string(rung::table::version) + ")");
  app.require_subcommand(1);
  const std::string language = rung::command_line::asked_for(argc, argv, rung::language_of_environment());
  int status = 0;

  rung::LearnerOptions earned;
  auto& earned_verb = *app.add_subcommand("earned", "What a learner is entitled to now");
  add_table(earned_verb, earned);
  add_learner(earned_verb, earned, true);
  earned_verb.callback([&] { status = rung::earned(earned); });

  std::string by = "credits", pareto;
  const CLI::Validator are_costs([](const std::string& text) {
    const auto named = rung::costs_named(text);
    return named ? std::string() : named.error().message + ": " + named.error().remedy;
  }, "COST[,COST…]");
  const char* const by_words = "What is to be little; of several costs, each decides where those before it are equal: fee,weeks";

  rung::MissingOptions missing;
  auto& missing_verb = *app.add_subcommand("missing", "What an award still asks of a learner");
  add_table(missing_verb, missing);
  add_award(missing_verb, missing);
  add_learner(missing_verb, missing, true);
  missing_verb.add_option("--by", by, "Of the best way: " + std::string(by_words))->check(are_costs)->capture_default_str();
  missing_verb.callback([&] {
    missing.by = *rung::costs_named(by);
    status = rung::missing(missing);
  });

  rung::AwardOptions why_not;
  auto& why_not_verb = *app.add_subcommand("why-not", "The smallest sets of facts that keep an award away, and what would open the way");
  add_table(why_not_verb, why_not);
  add_award(why_not_verb, why_not);
  add_learner(why_not_verb, why_not, true);
  why_not_verb.callback([&] { status = rung::why_not(why_not); });

  rung::PathsOptions paths;
  auto& paths_verb = *app.add_subcommand("paths", "The best ways to an award");
  add_table(paths_verb, paths);
  add_award(paths_verb, paths);
  add_learner(paths_verb, paths, false);
  auto& by_option = *paths_verb.add_option("--by", by, by_words)->check(are_costs)->capture_default_str();
  paths_verb.add_option("--pareto", pareto, "Every compromise between these costs, such as fee,weeks: no other way is better in one and no worse in the others")
      ->check(are_costs)->excludes(&by_option);
  auto& ways = *paths_verb.add_option("-k", paths.k, "How many ways")->check(CLI::Range(1u, rung::PathsOptions::most))->capture_default_str();
  paths_verb.add_flag("--no-gates", paths.no_gates, "Leave out ways that need a gate the learner does not meet");
  paths_verb.callback([&] {
    paths.by = *rung::costs_named(pareto.empty() ? by : pareto);
    paths.compromises = !pareto.empty();
    if (paths.compromises && ways.count() == 0) paths.k = rung::PathsOptions::usual_compromises;
    status = rung::paths(paths);
  });

  rung::NearestOptions nearest;
  std::string nearest_by = "credits";
  auto& nearest_verb = *app.add_subcommand("nearest", "Which awards are closest to a learner, of all that are not earned yet");
  add_table(nearest_verb, nearest);
  add_learner(nearest_verb, nearest, true);
  nearest_verb.add_option("--by", nearest_by, "What is to be little")->check(CLI::IsMember({"credits", "fee", "hours", "weeks", "count"}))->capture_default_str();
  nearest_verb.add_option("-k", nearest.k, "How many awards")->check(CLI::Range(1u, rung::PathsOptions::most))->capture_default_str();
  nearest_verb.add_option("--institution", nearest.institutions, "Only awards that this institution issues; may be repeated");
  nearest_verb.add_option("--type", nearest.types, "Only awards of this type, such as certificate; may be repeated")->check(CLI::IsMember(rung::credential_types()));
  nearest_verb.add_flag("--no-gates", nearest.no_gates, "Leave out ways that need a gate the learner does not meet");
  nearest_verb.callback([&] {
    nearest.by = rung::costs_named(nearest_by)->front();
    status = rung::nearest(nearest);
  });

  rung::LeadsToOptions leads_to;
  auto& leads_to_verb = *app.add_subcommand("leads-to", "Where credentials count");
  add_table(leads_to_verb, leads_to);
  leads_to_verb.add_option("NAME", leads_to.names, "Credentials, with or without their framework")->required();
  leads_to_verb.add_option("--on", leads_to.on, "By the rules in force on that day, 2026-10-01 or today; else by any version of them")->check(is_a_day);
  leads_to_verb.callback([&] { status = rung::leads_to(leads_to); });

  rung::TransfersOptions transfers;
  auto& transfers_verb = *app.add_subcommand("transfers", "What an institution would recognise, and what not");
  add_table(transfers_verb, transfers);
  transfers_verb.add_option("INSTITUTION", transfers.institution, "The institution that is asked, by name")->required();
  add_learner(transfers_verb, transfers, true);
  transfers_verb.callback([&] { status = rung::transfers(transfers); });

  rung::AuditOptions audit;
  auto& audit_verb = *app.add_subcommand("audit", "What every learner of a stream is entitled to now: one line in, one line out, in order");
  add_table(audit_verb, audit);
  add_stream(audit_verb, audit);
  audit_verb.add_option("--from-line", audit.from_line, "Pass over so many lines")->check(is_number_of_lines);
  audit_verb.add_flag("--resume", audit.resume, "Go on where an earlier run stopped that wrote to the same file");
  audit_verb.callback([&] { status = rung::audit_learners(audit); });

  rung::ImpactOptions impact;
  auto& impact_verb = *app.add_subcommand("impact", "Who of the learners of a stream gains and who loses when one table takes the place of another");
  add_locale(impact_verb, impact);
  impact_verb.add_option("OLD", impact.table, "The table so far; - is standard input")->required();
  impact_verb.add_option("NEW", impact.new_table, "The table that is to take its place; - is standard input")->required();
  add_stream(impact_verb, impact);
  impact_verb.add_option("--format", impact.format, "How to answer")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  impact_verb.add_option("--allow-loss", impact.allowed_losses, "An award that may be lost without a failing status; may be repeated");
  impact_verb.callback([&] { status = rung::impact(impact); });

  rung::LabelOptions label;
  auto& label_verb = *app.add_subcommand("label", "The quality label of a credential");
  label_verb.add_option("TABLE", label.table, "A table that rungc has built, or a folder of such tables; - is standard input")->required();
  label_verb.add_option("--also", label.also, "A further table; all are asked as one; may be repeated")->expected(1)->take_all();
  label_verb.add_option("NAME", label.name, "The credential, with or without its framework")->required();
  label_verb.add_option("--format", label.format, "How to show it")->check(CLI::IsMember({"text", "json", "html", "svg"}))->capture_default_str();
  add_locale(label_verb, label);
  label_verb.callback([&] { status = rung::show_label(label); });

  rung::JoinOptions join;
  auto& join_verb = *app.add_subcommand("join", "Several tables into one");
  join_verb.add_option("TABLE", join.tables, "Tables that rungc has built, or folders of such tables")->required();
  join_verb.add_option("-o,--output", join.output, "The table to write")->required();
  join_verb.add_option("--format", join.format, "How to say what fails")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  join_verb.callback([&] { status = rung::join(join); });

  auto& serve_verb = *app.add_subcommand("serve", "The same answers over HTTP and JSON, and a page (rung serve --help)");
  serve_verb.prefix_command();
  serve_verb.set_help_flag();
  serve_verb.callback([&] { status = rung::serve_apart(argc, argv); });

  rung::DumpOptions dump;
  auto& dump_verb = *app.add_subcommand("dump", "The table itself, annotated");
  add_table(dump_verb, dump);
  dump_verb.add_flag_callback("--json", [&] { dump.format = "json"; }, "The same as --format json");
  dump_verb.callback([&] { status = rung::dump(dump); });

  rung::command_line::add_shell_and_manual(
      app,
      {"rung 0.1.0",
       {"rung answers from pathway tables, which rungc(1) makes from competency frameworks: what a learner has earned, what is missing, which ways there are and what they cost.",
        "A learner's record is JSON; - is standard input. Answers go to standard output and messages to standard error; --format json answers programs."},
       "The input has errors: a damaged table, a record that is none, a name that the table does not have.",
       {{"LC_ALL, LC_MESSAGES, LANG", "In which language people are answered, unless --locale says it."}},
       "rungc"},
      language,
      [&status, language](const std::string& text) { status = rung::show(text, language); },
      [language](rung::command_line::Verb& all) {   // `serve` is a program of its own, and passes its words on unread
        offer_costs(all);
        CLI::App serve("", "serve");
        rung::serve::ServeOptions options;
        rung::serve::add_options(serve, options);
        rung::command_line::put_into(language, serve);
        for (rung::command_line::Verb& verb : all.verbs) {
          if (verb.name != "serve") continue;
          rung::command_line::Verb whole = rung::command_line::described(serve);
          whole.words = verb.words;
          verb = std::move(whole);
        }
      });
  rung::command_line::add_day_of_no_matter(app, {"label", "dump"}, [](const std::string& written) {
    return rung::read_date(rung::day_of_clock_or(written)) ? std::string() : "'" + written + "' is no date";
  });
  std::string locale;   // of the verbs that take none by themselves, `join` and those about the program: `language` has it already
  rung::command_line::add_locale(app, locale);
  rung::command_line::put_into(language, app);

  const rung::command_line::Working working(argc, argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    const int exit = app.exit(help);
    return exit == 0 ? rung::show("", language) : exit;
  } catch (const CLI::ParseError& error) {
    rung::Options options;
    options.format = rung::asks_for_json(argc, argv) ? "json" : "text";
    options.locale = language;
    const std::string verb = argc > 1 && argv[1][0] != '-' ? argv[1] : "";
    const bool known = !app.get_subcommands([&](const CLI::App* one) { return one->get_name() == verb; }).empty();
    if (!verb.empty() && !known)
      return rung::fail(options, {"usage", "there is no verb " + rung::table::quoted(verb), "the verbs are earned, missing, why-not, paths, nearest, leads-to, transfers, audit, impact, label, join, serve, dump, completions and man"});
    return rung::fail(options, {"usage", error.what(), "rung --help says more"});
  }
  return status;
}
