// What the verbs share: reading a table and a record, and saying what failed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "runtime/rung/verbs.hpp"

namespace rung {

// A question about one learner, with everything read.
struct Asked {
  Asked(std::shared_ptr<const Table> of, Learner who, Holdings bound) : kept(std::move(of)), table(*kept), learner(std::move(who)), holdings(std::move(bound)) {}

  std::shared_ptr<const Table> kept;       // many questions may share it
  const Table& table;
  Learner learner;
  Holdings holdings;
};

// A search for the best way to an award, which another answer shows beside its own.
struct BestWay {
  const PathsQuestion& question;
  const Paths& answer;
  // None where there is none, or none was found.
  const Path* way() const { return answer.paths.empty() ? nullptr : &answer.paths.front(); }
};

// The table at a path, or on standard input ("-").
Result<Table> open_one(const std::string& path);
// The table at a path, or all that lie in the folder there, as one. Errors: as Table::open, and as table::join.
Result<Table> open_table(const std::string& path);
// All that the options name, as one.
Result<Table> open_table(const Options& options);
// Whether a file that is to be written is one of the tables at those paths, or in the folders there, whatever it is called.
bool is_one_of_the_tables(const std::string& path, const std::vector<std::string>& tables);
Result<Asked> ask(const LearnerOptions& options);
// Error: "unknown-institution".
Result<std::uint32_t> find_institution(const Table& table, const std::string& name);

// The text goes to standard error; under JSON a failure object goes to standard output as well, so that a program that reads answers finds it
// there. Returns the exit status that the error asks for.
int fail(const Options& options, const Error& error);

// One line to standard error, behind the program's name.
void tell_people(std::string_view language, const std::string& message);

// To standard output. Returns 0, or 2 when it cannot be written, which has been told then.
int show(const std::string& answer, std::string_view language);

}  // namespace rung
