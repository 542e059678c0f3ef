// The verbs of rung, one file each. Every verb returns the exit status: 0 fine, 1 the input has errors, 2 wrong usage or a file that cannot
// be read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/queries/queries.hpp"
#include "runtime/rung/words/locale.hpp"

namespace rung {

struct Options {
  std::string table;                     // a path, or - for standard input; a folder: all the tables in it
  std::vector<std::string> also;         // further tables: all are asked as one
  std::string format = "text";           // text, json
  std::string locale;                    // en, fr; empty: that of the environment
  bool json() const { return format == "json"; }
  bool piped() const { return table == "-" || std::find(also.begin(), also.end(), "-") != also.end(); }   // a table comes from standard input
  // In which to tell people.
  std::string language() const { return locale.empty() ? language_of_environment() : locale; }
};

struct LearnerOptions : Options {
  std::string learner;                   // a path, - for standard input, or empty: a learner who holds nothing
  std::string on;                        // the day of the question, or empty: the record's own
  WorkLimit limit;
};

struct AwardOptions : LearnerOptions {
  std::string award;
};

struct MissingOptions : AwardOptions {
  std::vector<Cost> by{Cost::credits};     // what is to be little in the best way
};

struct PathsOptions : AwardOptions {
  static constexpr std::uint32_t usual_compromises = 100, most = 1000;   // ways: where nothing is said, and at most
  std::vector<Cost> by{Cost::credits};
  bool compromises = false;                // between them
  std::uint32_t k = 3;
  bool no_gates = false;
};

struct NearestOptions : LearnerOptions {
  Cost by = Cost::credits;
  std::uint32_t k = 5;
  bool no_gates = false;
  std::vector<std::string> institutions, types;
};

struct LeadsToOptions : Options {
  std::vector<std::string> names;
  std::string on;                        // the day whose versions and agreements are meant, or empty: any
};

struct TransfersOptions : LearnerOptions {
  std::string institution;
};

struct AuditOptions : Options {
  std::string learners;                  // a path, or - for standard input: a record a line
  std::string output;                    // a path, or empty: standard output
  std::string on;                        // as LearnerOptions::on
  WorkLimit limit;
  unsigned jobs = 0;                     // threads; 0: as many as there are processors
  std::uint64_t from_line = 0;           // so many lines are passed over
  bool resume = false;                   // those that `output` has already
};

struct ImpactOptions : Options {         // table: the old one
  std::string new_table;                 // a path, or - for standard input
  std::string learners, output, on;      // as AuditOptions
  WorkLimit limit;
  unsigned jobs = 0;
  std::vector<std::string> allowed_losses;   // awards of the old table
};

struct LabelOptions : Options {
  std::string name;                      // format: also html and svg
};

struct DumpOptions : Options {};

struct JoinOptions : Options {           // table: not used
  std::vector<std::string> tables;       // as Options::table
  std::string output;
};

// Whether JSON is asked for, also by a command line that is otherwise wrong.
bool asks_for_json(int argc, char** argv);

// The names of the types of credentials, as --type takes them.
std::vector<std::string> credential_types();

int earned(const LearnerOptions& options);
int missing(const MissingOptions& options);
int why_not(const AwardOptions& options);
int paths(const PathsOptions& options);
int nearest(const NearestOptions& options);
int leads_to(const LeadsToOptions& options);
int transfers(const TransfersOptions& options);
int audit_learners(const AuditOptions& options);
int impact(const ImpactOptions& options);
int show_label(const LabelOptions& options);
int dump(const DumpOptions& options);
// Several tables into one.
int join(const JoinOptions& options);
// Becomes the program rung-serve, which lies beside this one, with the arguments after the verb. Returns only when that cannot be.
int serve_apart(int argc, char** argv);

}  // namespace rung
