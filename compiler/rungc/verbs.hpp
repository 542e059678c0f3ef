// The verbs of rungc, one file each. Every verb returns the exit status: 0 fine, 1 the input has errors, 2 wrong usage or a file that cannot be
// read or written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compile.hpp"
#include "compiler/parts/assemble.hpp"
#include "runtime/queries/queries.hpp"

namespace rungc {

struct CheckOptions {
  std::vector<std::string> files;
  std::string format = "text";   // text, json, sarif; of `check` github and junit too
  std::string on;                // the day of the check, or today; empty: nothing depends on a day
  std::vector<std::string> policies;   // checked besides those that the frameworks conform to
  std::string cache;             // a folder; empty: none
  unsigned jobs = 0;             // threads; 0: as many as there are processors
  bool watch = false;            // of `check`: again whenever a file changes, until it is to end
};
int check(const CheckOptions& options);

struct BuildOptions : CheckOptions {
  std::string output;
  std::string depfile;           // empty: none
};
int build(const BuildOptions& options);
// The name that a table of these files would have: a.rung, a.pathways; empty when the first is no framework file.
std::string usual_table(const std::vector<std::string>& files);

struct FmtOptions {
  std::vector<std::string> files;      // - is standard input, and answers to standard output
  std::string format = "text";         // text, json
  bool check = false;                  // write nothing, list what would change
  bool diff = false;                   // write nothing, show what would change
  std::string to;                      // in the words of this language; empty: as they are
};
// 1 when something has a mistake, or would change and was only asked for.
int fmt(const FmtOptions& options);

struct ExplainOptions {
  std::string code;              // empty: the list of codes
  std::string format = "text";   // text, json
};
int explain(const ExplainOptions& options);

struct ValueOptions {
  std::vector<std::string> files;
  std::string on;                // as CheckOptions
  std::string format = "text";   // text, json
  std::string name;              // one credential; empty: every microcredential
};
int value(const ValueOptions& options);

struct LabelOptions {
  std::vector<std::string> files;
  std::string format = "text";   // text, json, html, svg
  std::string name;              // the credential
  std::string locale = "en";     // en, fr
  std::string output;            // a file; empty: standard output
};
int label(const LabelOptions& options);

struct GraphOptions {
  std::vector<std::string> files;
  std::string format = "svg";    // svg, dot, text, json; empty: the file's ending is of none of them
  std::string name;              // a credential: what it is made of and counts towards; empty: everything
  std::string output;            // a file; empty: standard output
};
int graph(const GraphOptions& options);
// By the ending of the file; svg when it has none, and "" when it has another.
std::string format_of_drawing(const std::string& output);

struct DocsOptions {
  std::vector<std::string> files;
  std::vector<std::string> policies;   // as ConformOptions
  std::string on;                // as CheckOptions
  std::string format = "text";   // text, json
  std::string locale = "both";   // en, fr, both
  std::string output;            // a folder
};
int docs(const DocsOptions& options);

// The credential that is meant, by its whole name or its last part, into `out`; a message when none or several are.
std::string find_credential(const rung::model::Model& model, const std::string& wanted, std::vector<std::uint32_t>& out);
// Shows that message, and before it the mistakes that may be why. Returns the exit status. `candidates`: what find_credential gave.
int not_found(const rung::Compiled& compiled, const std::string& format, const std::string& problem, const std::vector<std::uint32_t>& candidates);

struct TestOptions {
  std::vector<std::string> files;
  std::string format = "text";   // text, json, junit
  std::string on;                // as CheckOptions
  std::string filter;            // only scenarios whose name contains it
  bool mutate = false;
  rung::WorkLimit limit;         // of each question
};
// 1 also when an expectation failed.
int test(const TestOptions& options);

struct DiffOptions {
  std::string before, after;     // framework files, or tables (.pathways)
  std::string format = "text";   // text, json, markdown
  std::string level = "learner"; // learner, table, text
  std::string on;                // the day of the question; empty: some day, the same for all
  std::vector<std::string> allowed;   // awards and agreements by which somebody may lose
};
// 1 also when somebody could lose something that is not allowed to be lost, at whichever level it is told.
int diff(const DiffOptions& options);

struct PoliciesOptions {
  std::string name;              // one, printed; empty: a list
  std::string on;                // only those in force on that day; empty: all
  std::string format = "text";   // text, json
};
int policies(const PoliciesOptions& options);

struct ConformOptions {
  std::vector<std::string> files;
  std::vector<std::string> policies;   // names, or all; empty: those that the frameworks conform to, else all
  std::string name;              // one credential; empty: all that the policies speak of
  std::string on;                // as CheckOptions
  std::string format = "text";   // text, json, csv
  bool why = false;              // each rule that is not met, and how policies contradict each other
};
// 1 also when a framework fails a policy that it conforms to, or one that was asked for by name.
int conform(const ConformOptions& options);

struct NewOptions {
  std::string name;
  std::string output;            // the folder; empty: one of that name
  std::string format = "text";   // text, json
};
int make_new(const NewOptions& options);

struct ImportOptions {
  std::string file;              // the catalogue; - is standard input
  std::string output;            // the framework
  std::string framework;         // its name; empty: as the rows say, else that of the file
  std::string currency;          // of fees that name none
  std::string format = "text";   // text, json
  bool replace = false;          // what is there
};
// 1 when a row was lost; the others are written.
int import_csv(const ImportOptions& options);

struct ExportOptions {
  std::vector<std::string> files;
  std::string output;            // empty: standard output
  std::string format = "text";   // text, json: of what is wrong
};
int export_csv(const ExportOptions& options);

// The language server, until the editor says `exit`.
int lsp();

// The files that are meant: a folder stands for all files NAME.rung in it, at any depth, in the order of their paths. A path that is none is left as it is.
std::vector<std::string> framework_files(const std::vector<std::string>& paths);
// The paths of the first so many files, but for standard input.
std::vector<std::string> files_read(const rung::source::Files& files, std::size_t how_many);
// Nobody means to write over a framework. A message when `path` is one of those that were read, whatever it is called there; else nothing. `what` is to be written: "the table".
std::string over_a_source(const std::string& what, const std::string& path, const std::vector<std::string>& read);
// The day that was asked for; false when it is no date, which has been shown then.
bool read_day(const std::string& on, const std::string& format, std::optional<rung::model::Day>& day);
// The policy of that name; null when there is none, which has been shown then.
const rung::policy::Policy* find_policy(rung::Compiled& compiled, const std::string& name, const std::string& format);

// The frameworks, compiled for the day that was asked for; none when that is no date, which has been shown then (status 2). Their policies are left out.
std::optional<rung::Compiled> compiled(const std::vector<std::string>& files, const std::string& on, const std::string& format);
// The same with their policies and, when it is wanted, their table, compiled in parts: for `check` and `build`.
std::optional<rung::parts::Assembled> checked(const CheckOptions& options, bool table);

// Prints every diagnostic: text to standard error, all other formats to standard output. Returns the exit status that they ask for. `files_read`: how many of the files are to have a suite of JUnit.
int show_diagnostics(const rung::source::Files& files, const rung::diagnostics::Sink& diagnostics, const std::string& format, std::size_t files_read = 0);
inline int show_diagnostics(const rung::Compiled& compiled, const std::string& format) { return show_diagnostics(compiled.files, compiled.diagnostics, format); }

// One failure that is no diagnostic of a framework: to standard error, and under `json` as JSON to standard output as well.
void show_failure(const std::string& format, const std::string& code, const std::string& message);

// One line to standard error, in the language of people; `english` as compiler/diagnostics/arguments_fr.def has it.
void tell_people(const std::string& english);

// To standard output; whether all of it could be written is asked once, by `finished`.
void print(std::string_view text);

// Writes `text` to the file `output`, or prints it when that is empty; over none of the files that were read. Returns the exit status; what kept it from being written has been shown.
int hand_over(const std::string& text, const std::string& output, const std::string& format, const std::vector<std::string>& read);

// What was printed has to arrive: after this a failure to write standard output has been shown, and the status says so.
int finished(int status);

// The language that was asked for (--locale); empty: none.
std::string& asked_language();
// In which language people are answered in that format: the one that was asked for, else, in text, that of the environment. What programs read stays English unless it was asked for.
std::string_view language_of(std::string_view format);

bool color_wanted();             // a terminal, and NO_COLOR is not set

}  // namespace rungc
