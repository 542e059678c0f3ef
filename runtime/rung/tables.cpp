// One table, or several as one.
#include <algorithm>
#include <filesystem>

#include "runtime/rung/asking.hpp"
#include "runtime/table/join.hpp"
#include "runtime/table/write_file.hpp"

namespace rung {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".pathways";

// A folder stands for the tables that lie in it, in the order of their names.
Result<std::vector<std::string>> expanded(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code problem;
    if (path == "-" || !fs::is_directory(path, problem)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (fs::directory_iterator at(path, problem), end; !problem && at != end; at.increment(problem))
      if (at->path().extension() == ending && at->path().filename() != ending) inside.push_back(at->path().string());
    if (problem) return Error{"unreadable-table", path + " cannot be read: " + problem.message(), "give the path of a table that rungc build has made, or of a folder with such tables"};
    if (inside.empty()) return Error{"unreadable-table", "the folder " + path + " holds no tables", "give the path of a table that rungc build has made, or of a folder with files NAME.pathways"};
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  if (std::count(out.begin(), out.end(), "-") > 1) return Error{"usage", "only one table can come from standard input", "name the others"};
  return out;
}

Result<std::string> joined(const std::vector<std::string>& paths) {
  std::vector<Table> tables;
  std::vector<table::Joinable> joinable;
  for (const std::string& path : paths) {
    Result<Table> table = open_one(path);
    if (!table) return paths.size() == 1 ? table.error() : Error{table.error().code, path + ": " + table.error().message, table.error().remedy};
    tables.push_back(std::move(*table));
  }
  for (std::size_t i = 0; i < tables.size(); ++i) joinable.push_back({tables[i].arrays(), paths[i] == "-" ? std::string_view("standard input") : std::string_view(paths[i])});
  return table::join(joinable);
}

Result<Table> as_one(const std::vector<std::string>& wanted) {
  const Result<std::vector<std::string>> paths = expanded(wanted);
  if (!paths) return paths.error();
  if (paths->size() == 1) return open_one(paths->front());
  const Result<std::string> bytes = joined(*paths);
  if (!bytes) return bytes.error();
  return Table::copy(std::as_bytes(std::span(*bytes)));
}

}  // namespace

Result<Table> open_table(const std::string& path) { return as_one({path}); }

Result<Table> open_table(const Options& options) {
  std::vector<std::string> wanted{options.table};
  wanted.insert(wanted.end(), options.also.begin(), options.also.end());
  return as_one(wanted);
}

bool is_one_of_the_tables(const std::string& path, const std::vector<std::string>& wanted) {
  const Result<std::vector<std::string>> tables = expanded(wanted);
  std::error_code none;
  return !path.empty() && tables && std::any_of(tables->begin(), tables->end(), [&](const std::string& table) { return fs::equivalent(path, table, none); });
}

int join(const JoinOptions& options) {
  const Result<std::vector<std::string>> paths = expanded(options.tables);
  if (!paths) return fail(options, paths.error());
  if (options.output.empty() || options.output == "-") return fail(options, {"usage", "the joined table is a file, and cannot go to standard output", "give it a name after -o"});
  const Result<std::string> bytes = joined(*paths);
  if (!bytes) return fail(options, bytes.error());
  if (const auto checked = Table::copy(std::as_bytes(std::span(*bytes))); !checked) return fail(options, checked.error());
  const std::string problem = table::write_file(options.output, *bytes);
  return problem.empty() ? 0 : fail(options, {"unwritable-file", options.output + " cannot be written: " + problem, ""});
}

}  // namespace rung
