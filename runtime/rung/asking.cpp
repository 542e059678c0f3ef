#include "runtime/rung/asking.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "runtime/command_line/words.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/records/record.hpp"
#include "runtime/rung/stamps.hpp"
#include "runtime/rung/words/saying.hpp"

namespace rung {
namespace {

constexpr std::size_t longest_piped_table = std::size_t{1} << 30;

// All bytes of a file or of standard input ("-"), or one more than `limit`: enough to see that it is too long. A pipe is as good as a file.
Result<std::string> read_bytes(const std::string& path, std::size_t limit, const std::string& code) {
  const auto failed = [&](int problem) {
    return Error{code, (path == "-" ? "standard input" : path) + " cannot be read: " + std::strerror(problem), "give the path of a file, or -"};
  };
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(nullptr, std::fclose);
  std::FILE* file = stdin;
  if (path != "-") {
    opened.reset(std::fopen(path.c_str(), "rb"));
    file = opened.get();
    if (file == nullptr) return failed(errno);
  }
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() <= limit) {
    const std::size_t read = std::fread(buffer, 1, sizeof buffer, file);
    bytes.append(buffer, read);
    if (read < sizeof buffer) break;
  }
  if (std::ferror(file) != 0) return failed(errno);
  if (bytes.size() > limit) bytes.resize(limit + 1);
  return bytes;
}

bool is_unreadable(const Error& error) { return error.code == "unreadable-table" || error.code == "unreadable-record" || error.code == "unwritable-file" || error.code == "usage"; }

}  // namespace

Result<Table> open_one(const std::string& path) {
  Stamps stamps;
  if (path != "-") return Table::open(path, &stamps);
  const Result<std::string> bytes = read_bytes(path, longest_piped_table, "unreadable-table");
  if (!bytes) return bytes.error();
  return Table::copy(std::as_bytes(std::span(*bytes)));
}

Result<Asked> ask(const LearnerOptions& options) {
  if (options.piped() && options.learner == "-")
    return Error{"usage", "the table and the record cannot both come from standard input", "name a file"};
  Result<Table> table = open_table(options);
  if (!table) return table.error();
  Learner learner;
  if (!options.learner.empty()) {
    const Result<std::string> bytes = read_bytes(options.learner, longest_record, "unreadable-record");
    if (!bytes) return bytes.error();
    Result<Learner> read = read_record(*bytes);
    if (!read) return read.error();
    learner = std::move(*read);
  }
  Result<Holdings> holdings = bind(*table, learner, day_of_clock_or(options.on));
  if (!holdings) {
    Error error = holdings.error();
    if (!options.on.empty()) error.code = "usage", error.message = "--on: " + error.message;
    return error;
  }
  return Asked(std::make_shared<const Table>(std::move(*table)), std::move(learner), std::move(*holdings));
}

Result<std::uint32_t> find_institution(const Table& table, const std::string& name) {
  if (const auto found = table.find_institution(name)) return *found;
  const auto all = table.institutions();
  std::string known;
  for (const table::Institution& one : all.first(std::min<std::size_t>(all.size(), 8))) known += (known.empty() ? "" : ", ") + std::string(table.text(one.name));
  return remarked("unknown-institution", {Remark::unknown_institution, {name}}, known.empty() ? Saying{Remark::it_knows_none} : Saying{Remark::it_knows, {known}});
}

void tell_people(std::string_view language, const std::string& message) {
  command_line::Working::end();
  std::fprintf(stderr, "rung%s %s\n", std::string(locale_of(language).colon).c_str(), message.c_str());
}

int fail(const Options& options, const Error& error) {
  tell_people(options.language(), plain(in_a_sentence(options.language(), error)));
  if (options.json()) show(json_failure(error), options.language());
  return is_unreadable(error) ? 2 : 1;
}

bool asks_for_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i], next = i + 1 < argc ? argv[i + 1] : "";
    if (word == "--json" || word == "--format=json" || (word == "--format" && next == "json")) return true;
  }
  return false;
}

int tell(const Options& options, const Result<std::string>& answer) { return answer ? show(*answer, options.language()) : fail(options, answer.error()); }

int show(const std::string& answer, std::string_view language) {
  command_line::Working::end();
  const bool whole = std::fwrite(answer.data(), 1, answer.size(), stdout) == answer.size() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (!whole) tell_people(language, command_line::said(language, "the answer cannot be written: " + std::string(std::strerror(errno))));
  return whole ? 0 : 2;
}

}  // namespace rung
