// rungc: the program for those who write frameworks.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/rungc/further_verbs.hpp"
#include "compiler/rungc/verbs.hpp"
#include "runtime/command_line/speaking.hpp"
#include "runtime/command_line/words.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/words/locale.hpp"

namespace {

void add_format(CLI::App& verb, std::string& format, const std::vector<std::string>& known) {
  verb.add_option("--format", format, "How to answer")->check(CLI::IsMember(known))->capture_default_str();
}

// The format asked for, also when the command line is otherwise wrong.
std::string format_in(int argc, char** argv) {
  std::string format = "text";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--format" && i + 1 < argc) format = argv[i + 1];
    if (word.starts_with("--format=")) format = word.substr(9);
  }
  return format == "json" ? format : "text";
}

// An empty day is more likely a variable without a value than a wish.
void add_day(CLI::App& verb, std::string& on) {
  verb.add_option("--on", on, "The day of the check, 2026-10-01 or today: warn of what should have been reviewed before it")
      ->check([](const std::string& written) { return std::string(written.empty() ? "the day is empty" : ""); });
}

void add_policies(CLI::App& verb, std::vector<std::string>& policies) {
  verb.add_option("--policy", policies, "A policy to check besides those that the frameworks conform to; may be repeated")->expected(1)->delimiter(',')->take_all();
}

void add_parts(CLI::App& verb, rungc::CheckOptions& options) {
  verb.add_option("--cache", options.cache, "A folder in which to keep what was compiled, so that only what has changed is compiled the next time");
  verb.add_option("--jobs", options.jobs, "How many parts to compile at a time; else as many as there are processors")->check(CLI::Range(1, 256));
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);           // that a file may not grow further is told by write(2)
  CLI::App app{"Rung: checks competency frameworks and builds their pathway tables", "rungc"};
  app.set_version_flag("--version", "rungc 0.1.0 (language 1, table format " + std::to_string(rung::table::version) + ")");
  app.require_subcommand(1);
  int status = 0;

  rungc::CheckOptions check;
  auto& check_verb = *app.add_subcommand("check", "Check frameworks: every diagnostic, nothing written");
  check_verb.add_option("FILE", check.files, "Framework files, or folders of them; - is standard input")->required();
  add_format(check_verb, check.format, {"text", "json", "sarif", "github", "junit"});
  check_verb.add_flag("--watch", check.watch, "Check again whenever a file changes, until it is told to end (Ctrl-C)");
  add_day(check_verb, check.on);
  add_policies(check_verb, check.policies);
  add_parts(check_verb, check);
  check_verb.callback([&] { status = rungc::check(check); });

  rungc::BuildOptions build;
  auto& build_verb = *app.add_subcommand("build", "Check frameworks and write their pathway table");
  build_verb.add_option("FILE", build.files, "Framework files, or folders of them; - is standard input")->required();
  build_verb.add_option("-o,--output", build.output, "The table, NAME.pathways")->required();
  build_verb.add_option("--depfile", build.depfile, "Write the files that were read, for Make or Ninja");
  add_format(build_verb, build.format, {"text", "json", "sarif"});
  add_day(build_verb, build.on);
  add_policies(build_verb, build.policies);
  add_parts(build_verb, build);
  build_verb.callback([&] { status = rungc::build(build); });

  rungc::TestOptions test;
  auto& test_verb = *app.add_subcommand("test", "Play the scenarios of frameworks, and say what none of them decides");
  test_verb.add_option("FILE", test.files, "Framework files, or folders of them; - is standard input")->required();
  test_verb.add_option("--filter", test.filter, "Only scenarios whose name contains this text");
  test_verb.add_flag("--mutate", test.mutate, "Bend each rule in small ways and list the bends that no scenario notices");
  test_verb.add_option("--steps", test.limit.steps, "Stop each search after so many steps")->capture_default_str();
  add_format(test_verb, test.format, {"text", "json", "junit"});
  add_day(test_verb, test.on);
  test_verb.callback([&] { status = rungc::test(test); });

  rungc::FmtOptions fmt;
  auto& fmt_verb = *app.add_subcommand("fmt", "Lay out framework files, in place: one layout, comments kept");
  fmt_verb.add_option("FILE", fmt.files, "Framework files; - is standard input, laid out to standard output")->required();
  fmt_verb.add_flag("--check", fmt.check, "Write nothing; list the files that would change, and end with 1 when there are some");
  fmt_verb.add_flag("--diff", fmt.diff, "Write nothing; show what would change");
  fmt_verb.add_option("--to", fmt.to, "In the words of another language: en, fr")->check(CLI::IsMember({"en", "fr"}));
  add_format(fmt_verb, fmt.format, {"text", "json"});
  fmt_verb.callback([&] { status = rungc::fmt(fmt); });

  rungc::ValueOptions value;
  auto& value_verb = *app.add_subcommand("value", "Independent value, check by check, with the evidence");
  value_verb.add_option("FILE", value.files, "Framework files, or folders of them; - is standard input")->required();
  value_verb.add_option("--for", value.name, "One credential, with or without its framework; else every microcredential");
  add_format(value_verb, value.format, {"text", "json"});
  add_day(value_verb, value.on);
  value_verb.callback([&] { status = rungc::value(value); });

  rungc::LabelOptions label;
  auto& label_verb = *app.add_subcommand("label", "The quality label of a credential");
  label_verb.add_option("FILE", label.files, "Framework files, or folders of them; - is standard input")->required();
  label_verb.add_option("--for", label.name, "The credential, with or without its framework")->required();
  label_verb.add_option("-o,--output", label.output, "A file for it; else standard output");
  label_verb.add_option("--locale", label.locale, "In which language")->check(CLI::IsMember({"en", "fr"}))->capture_default_str();
  add_format(label_verb, label.format, {"text", "json", "html", "svg"});
  label_verb.callback([&] { status = rungc::label(label); });

  rungc::GraphOptions graph;
  auto& graph_verb = *app.add_subcommand("graph", "How credentials stack, drawn");
  graph_verb.add_option("FILE", graph.files, "Framework files, or folders of them; - is standard input")->required();
  graph_verb.add_option("--for", graph.name, "One credential, with or without its framework: what it is made of and counts towards");
  graph_verb.add_option("-o,--output", graph.output, "A file for it; else standard output");
  add_format(graph_verb, graph.format, {"svg", "dot", "text", "json"});
  graph_verb.callback([&] {
    if (graph_verb.count("--format") == 0) graph.format = rungc::format_of_drawing(graph.output);
    status = rungc::graph(graph);
  });

  rungc::DocsOptions docs;
  auto& docs_verb = *app.add_subcommand("docs", "A handbook of pages to publish: every credential, indexes, independent value and conformance, in English and French");
  docs_verb.add_option("FILE", docs.files, "Framework files, or folders of them; - is standard input")->required();
  docs_verb.add_option("-o,--output", docs.output, "The folder; a handbook that is there already is replaced")->required();
  docs_verb.add_option("--locale", docs.locale, "In which language")->check(CLI::IsMember({"en", "fr", "both"}))->capture_default_str();
  docs_verb.add_option("--policy", docs.policies, "A policy, or all; may be repeated. Else those that the frameworks conform to")->expected(1)->delimiter(',')->take_all();
  add_day(docs_verb, docs.on);
  add_format(docs_verb, docs.format, {"text", "json"});
  docs_verb.callback([&] { status = rungc::docs(docs); });

  rungc::DiffOptions diff;
  auto& diff_verb = *app.add_subcommand("diff", "What a change of rules means: who could lose an award or recognition, and who could gain it; agreements, policies, labels and prices");
  diff_verb.add_option("OLD", diff.before, "The framework as it was: a file, or a table (.pathways)")->required();
  diff_verb.add_option("NEW", diff.after, "The framework as it is to be, likewise")->required();
  diff_verb.add_option("--on", diff.on, "The day of the question, 2026-10-01 or today: by the rules in force on it");
  diff_verb.add_option("--allow-loss", diff.allowed, "An award that somebody may lose, or an agreement by which; may be repeated")->expected(1)->delimiter(',')->take_all();
  diff_verb.add_option("--level", diff.level, "What it means for learners, what differs in the tables, or what is put into other words")
      ->check(CLI::IsMember({"learner", "table", "text"}))
      ->capture_default_str();
  add_format(diff_verb, diff.format, {"text", "json", "markdown"});
  diff_verb.callback([&] { status = rungc::diff(diff); });

  rungc::PoliciesOptions policies;
  auto& policies_verb = *app.add_subcommand("policies", "The policies that are built in; with a name, that one");
  policies_verb.add_option("NAME", policies.name, "Such as osap");
  policies_verb.add_option("--on", policies.on, "Of the list: only those that are in force on that day, 2026-10-01 or today");
  add_format(policies_verb, policies.format, {"text", "json"});
  policies_verb.callback([&] { status = rungc::policies(policies); });

  rungc::ConformOptions conform;
  auto& conform_verb = *app.add_subcommand("conform", "The matrix of credentials and policies: pass, fail, or cannot tell");
  conform_verb.add_option("FILE", conform.files, "Framework and policy files; - is standard input")->required();
  conform_verb.add_option("--policy", conform.policies, "A policy, or all; may be repeated. Else those that the frameworks conform to")->expected(1)->delimiter(',')->take_all();
  conform_verb.add_option("--for", conform.name, "One credential, with or without its framework");
  conform_verb.add_flag("--why", conform.why, "Each rule that is not met, and how policies contradict each other");
  conform_verb.add_option("--on", conform.on, "The day of the check, 2026-10-01 or today: policies that are not in force on it are left out");
  add_format(conform_verb, conform.format, {"text", "json", "csv"});
  conform_verb.callback([&] { status = rungc::conform(conform); });

  rungc::ExplainOptions explain;
  auto& explain_verb = *app.add_subcommand("explain", "The page of a diagnostic; without a code, all codes");
  explain_verb.add_option("CODE", explain.code, "Such as stacking-cycle");
  add_format(explain_verb, explain.format, {"text", "json"});
  explain_verb.callback([&] { status = rungc::explain(explain); });

  auto& lsp_verb = *app.add_subcommand("lsp", "The language server for editors, over standard input and output");
  bool over_pipes = true;
  lsp_verb.add_flag("--stdio", over_pipes, "Over standard input and output, as always: many editors say it");
  lsp_verb.callback([&] { status = rungc::lsp(); });

  const std::string language = rung::command_line::asked_for(argc, argv, rung::language_of_environment());
  rung::command_line::add_day_of_no_matter(app, {"fmt", "label", "graph", "explain"}, [](const std::string& written) {
    return rung::read_date(rung::day_of_clock_or(written)) ? std::string() : "'" + written + "' is no date";
  });
  rungc::add_further_verbs(app, language, status);
  rung::command_line::add_locale(app, rungc::asked_language());
  rung::command_line::put_into(language, app);

  const rung::command_line::Working working(argc, argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return rungc::finished(app.exit(help));
  } catch (const CLI::ParseError& error) {
    rungc::asked_language() = rung::command_line::asked_for(argc, argv, "");   // which may not have been read yet
    const std::string verb = argc > 1 && argv[1][0] != '-' ? argv[1] : "";
    std::vector<std::string_view> verbs;
    for (const CLI::App* known : app.get_subcommands([](const CLI::App*) { return true; })) verbs.push_back(known->get_name());
    if (!verb.empty() && std::ranges::find(verbs, verb) == verbs.end()) {
      const std::string_view near = rung::diagnostics::nearest(verb, verbs);
      rungc::show_failure(format_in(argc, argv), "usage",
                          "there is no verb '" + verb + "'" + (near.empty() ? " (rungc --help lists them)" : "; did you mean '" + std::string(near) + "'?"));
      return 2;
    }
    std::string problem = error.what();
    if (const std::string table = rungc::usual_table(build.files); problem == "--output is required" && build_verb.parsed() && !table.empty()) problem += ", such as -o " + table;
    rungc::show_failure(format_in(argc, argv), "usage", problem + " (rungc --help says more)");
    return 2;
  }
  return rungc::finished(status);
}
