#include "compiler/rungc/further_verbs.hpp"

#include <memory>

#include "compiler/rungc/verbs.hpp"
#include "runtime/command_line/described.hpp"

namespace rungc {
namespace {

void add_format(CLI::App& verb, std::string& format, const std::vector<std::string>& known) {
  verb.add_option("--format", format, "How to answer")->check(CLI::IsMember(known))->capture_default_str();
}

void add_new(CLI::App& app, int& status) {
  const auto options = std::make_shared<NewOptions>();
  auto& verb = *app.add_subcommand("new", "A framework to start from: a file that compiles, how its table is built, a page about both");
  verb.add_option("NAME", options->name, "The framework's name, such as elmwood-college")->required();
  verb.add_option("-o,--output", options->output, "The folder for it; else one of that name");
  add_format(verb, options->format, {"text", "json"});
  verb.callback([options, &status] { status = make_new(*options); });
}

void add_import(CLI::App& app, int& status) {
  auto& from = *app.add_subcommand("import", "A framework from a catalogue in a spreadsheet");
  from.require_subcommand(1);
  const auto options = std::make_shared<ImportOptions>();
  auto& verb = *from.add_subcommand("csv", "From comma-separated values: a row a credential, the first row names the columns");
  verb.add_option("FILE", options->file, "The catalogue; - is standard input")->required();
  verb.add_option("-o,--output", options->output, "The framework, NAME.rung")->required();
  verb.add_option("--framework", options->framework, "The framework's name, and only its rows; else as the rows say, or that of the file");
  verb.add_option("--currency", options->currency, "Of fees that name none, such as CAD");
  verb.add_flag("--replace", options->replace, "Write over the framework when it is there already");
  add_format(verb, options->format, {"text", "json"});
  verb.callback([options, &status] { status = import_csv(*options); });
}

void add_export(CLI::App& app, int& status) {
  auto& to = *app.add_subcommand("export", "Frameworks as a catalogue for a spreadsheet");
  to.require_subcommand(1);
  const auto options = std::make_shared<ExportOptions>();
  auto& verb = *to.add_subcommand("csv", "As comma-separated values: a row a credential");
  verb.add_option("FILE", options->files, "Framework files, or folders of them; - is standard input")->required();
  verb.add_option("-o,--output", options->output, "A file for it; else standard output");
  add_format(verb, options->format, {"text", "json"});
  verb.callback([options, &status] { status = export_csv(*options); });
}

// What completion offers where a name is asked for: policies that are built in, and the codes of diagnostics.
void offer_names(rung::command_line::Verb& all) {
  const std::vector<std::string> policies = rung::Compiled().policies.names();
  std::vector<std::string> codes;
  for (const rung::diagnostics::Kind kind : rung::diagnostics::all_kinds()) codes.emplace_back(rung::diagnostics::code(kind));
  std::ranges::sort(codes);
  rung::command_line::offer(all, "--policy", policies);
  for (rung::command_line::Verb& verb : all.verbs) {
    if (verb.name == "explain") rung::command_line::offer(verb, "CODE", codes);
    if (verb.name == "policies") rung::command_line::offer(verb, "NAME", policies);
    if (verb.name == "conform" || verb.name == "docs") rung::command_line::offer(verb, "--policy", {"all"});
  }
}

}  // namespace

void add_further_verbs(CLI::App& app, const std::string& language, int& status) {
  add_new(app, status);
  add_import(app, status);
  add_export(app, status);
  rung::command_line::add_shell_and_manual(app,
                                           {"rungc 0.1.0",
                                            {"rungc reads competency frameworks: what credentials an institution offers, and by which rules they stack. It checks them, plays the learners that their authors wrote down, and writes the table from which rung(1) answers.",
                                             "Answers go to standard output and messages to standard error. Where a file is read, - is standard input. rungc new NAME makes a framework to start from; rungc explain CODE tells more about a message."},
                                            "The input has errors, or what was to be so is not: a scenario failed, a file would be laid out otherwise, somebody loses an award.",
                                            {{"NO_COLOR", "When it is set, messages have no colour on a terminal either."}, {"LC_ALL, LC_MESSAGES, LANG", "In which language people are answered, unless --locale says it."}},
                                            "rung"},
                                           language,
                                           [](const std::string& text) { print(text); },
                                           offer_names);
}

}  // namespace rungc
