// rung: the program for those who ask.
#include <CLI/CLI.hpp>

#include "runtime/rung/asking.hpp"

namespace {

using rung::Cost;

void add_table(CLI::App& verb, rung::Options& options) {
  verb.add_option("TABLE", options.table, "A table that rungc has built; - is standard input")->required();
  verb.add_option("--format", options.format, "How to answer")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
}

void add_learner(CLI::App& verb, rung::LearnerOptions& options, bool required) {
  verb.add_option("--learner", options.learner, "The learner's record, JSON; - is standard input")->required(required);
  verb.add_option("--on", options.on, "The day of the question, 2026-10-01; else the record's own");
  verb.add_option("--steps", options.limit.steps, "Stop searching after so many steps and say so")->capture_default_str();
}

void add_award(CLI::App& verb, rung::AwardOptions& options) {
  verb.add_option("AWARD", options.award, "The award's name, with or without its framework")->required();
}

// Whether JSON is asked for, also when the command line is otherwise wrong.
std::string format_in(int argc, char** argv) {
  bool json = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i], next = i + 1 < argc ? argv[i + 1] : "";
    json = json || word == "--json" || word == "--format=json" || (word == "--format" && next == "json");
  }
  return json ? "json" : "text";
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Rung: answers from pathway tables", "rung"};
  app.set_version_flag("--version", "rung 0.1.0 (table format 2)");
  app.require_subcommand(1);
  int status = 0;

  rung::LearnerOptions earned;
  auto& earned_verb = *app.add_subcommand("earned", "What a learner is entitled to now");
  add_table(earned_verb, earned);
  add_learner(earned_verb, earned, true);
  earned_verb.callback([&] { status = rung::earned(earned); });

  rung::AwardOptions missing;
  auto& missing_verb = *app.add_subcommand("missing", "What an award still asks of a learner");
  add_table(missing_verb, missing);
  add_award(missing_verb, missing);
  add_learner(missing_verb, missing, true);
  missing_verb.callback([&] { status = rung::missing(missing); });

  rung::PathsOptions paths;
  const std::map<std::string, Cost> costs{
      {"credits", Cost::credits}, {"fee", Cost::fee}, {"hours", Cost::hours}, {"weeks", Cost::weeks}, {"count", Cost::count}};
  auto& paths_verb = *app.add_subcommand("paths", "The best ways to an award");
  add_table(paths_verb, paths);
  add_award(paths_verb, paths);
  add_learner(paths_verb, paths, false);
  paths_verb.add_option("--by", paths.by, "credits, fee, hours, weeks or count")->transform(CLI::CheckedTransformer(costs));
  paths_verb.add_option("-k", paths.k, "How many ways")->check(CLI::Range(1, 1000))->capture_default_str();
  paths_verb.add_flag("--no-gates", paths.no_gates, "Leave out ways that need a gate the learner does not meet");
  paths_verb.callback([&] { status = rung::paths(paths); });

  rung::LeadsToOptions leads_to;
  auto& leads_to_verb = *app.add_subcommand("leads-to", "Where credentials count");
  add_table(leads_to_verb, leads_to);
  leads_to_verb.add_option("NAME", leads_to.names, "Credentials, with or without their framework")->required();
  leads_to_verb.callback([&] { status = rung::leads_to(leads_to); });

  rung::TransfersOptions transfers;
  auto& transfers_verb = *app.add_subcommand("transfers", "What an institution would recognise, and what not");
  add_table(transfers_verb, transfers);
  transfers_verb.add_option("INSTITUTION", transfers.institution, "The institution that is asked, by name")->required();
  add_learner(transfers_verb, transfers, true);
  transfers_verb.callback([&] { status = rung::transfers(transfers); });

  rung::DumpOptions dump;
  auto& dump_verb = *app.add_subcommand("dump", "The table itself, annotated");
  add_table(dump_verb, dump);
  dump_verb.add_flag_callback("--json", [&] { dump.format = "json"; }, "The same as --format json");
  dump_verb.callback([&] { status = rung::dump(dump); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    rung::Options options;
    options.format = format_in(argc, argv);
    return rung::fail(options, {"usage", error.what(), "rung --help says more"});
  }
  return status;
}
