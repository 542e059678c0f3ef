// `fmt`: framework files in the one layout.
#include <sys/stat.h>

#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/diagnostics/json.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/table/write_file.hpp"
#include "compiler/rungc/line_difference.hpp"
#include "compiler/rungc/verbs.hpp"
#include "grammar/layout/layout.hpp"
#include "grammar/layout/translate.hpp"

namespace rungc {
namespace {

namespace fs = std::filesystem;
using rung::diagnostics::Kind;

struct Laid {
  std::string before, after;
  std::size_t mistakes = 0;
  bool left_alone = false;                 // nothing could be laid out
};

Laid laid(const std::string& path, std::string bytes, const std::string& to, rung::Compiled& all) {
  const rung::source::FileId file = all.files.add(path, std::move(bytes));
  Laid out;
  out.before = out.after = std::string(all.files.text(file));
  if (const auto invalid = rung::source::first_invalid_utf8(out.before)) {
    all.diagnostics.report(Kind::invalid_utf8, {file, *invalid, *invalid + 1}, {std::to_string(*invalid + 1)}).help(rung::diagnostics::Phrase::save_as_utf8);
    out.mistakes = 1;
    out.left_alone = true;
    return out;
  }
  rung::grammar::LaidOut laid_out = to.empty() ? rung::grammar::lay_out(all.files, file, all.diagnostics) : rung::grammar::put_into(to, all.files, file, all.diagnostics);
  out.mistakes = laid_out.mistakes;
  out.left_alone = !laid_out.text.has_value();
  if (laid_out.text) out.after = std::move(*laid_out.text);
  return out;
}

// In its place, with its permissions, and through a link to what it leads to.
std::string replace(const std::string& path, const std::string& text) {
  std::error_code problem;
  const fs::path file = fs::canonical(path, problem);
  if (problem) return problem.message();
  const fs::file_status before = fs::status(file, problem);
  if (const std::string trouble = rung::table::write_file(file.string(), text); !trouble.empty()) return trouble;
  fs::permissions(file, before.permissions(), problem);
  return problem ? problem.message() : "";
}

}  // namespace

int fmt(const FmtOptions& options) {
  rung::Compiled all;
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  std::string text;
  int status = 0;
  const auto worse = [&](int other) { status = std::max(status, other); };
  const std::vector<std::string> paths = framework_files(options.files);
  for (const std::string& path : paths) {
    if (paths.size() > 1) rung::command_line::Working::at(files.size(), paths.size());
    rung::source::Loaded loaded = rung::source::load(path);
    if (!loaded.bytes) {
      show_failure("text", "unreadable-file", fmt::format("{} {}", path, loaded.problem));
      files.push_back({{"file", path}, {"changed", false}, {"problem", loaded.problem}});
      worse(2);
      continue;
    }
    const Laid one = laid(path, std::move(*loaded.bytes), options.to, all);
    const bool changed = one.after != one.before;
    nlohmann::ordered_json said = {{"file", path}, {"changed", changed}, {"problem", nullptr}};
    if (one.mistakes > 0) worse(1);
    if (one.left_alone) {
      worse(1);
      const bool words = !options.to.empty();
      said["problem"] = !words               ? "left as it is: something in it is no part of the language"
                        : one.mistakes > 0 ? "left as it is: it has a mistake"
                                           : "left as it is: one of its names would be read as a word of the other language";
      if (one.mistakes == 0 && words) show_failure("text", "words", fmt::format("{} is left as it is: one of its names would be read as a word of the other language", path));
      else if (one.mistakes == 0) show_failure("text", "layout", fmt::format("{} is left as it is: its layout would say something else (a mistake of rungc's; please report it)", path));
    }
    if (options.check || options.diff) {
      if (changed) worse(1);
      if (changed && options.diff) text += line_difference(path, one.before, one.after);
      if (changed && !options.diff) text += path + "\n";
    } else if (path == "-") {
      text += one.after;
    } else if (changed) {
      if (const std::string problem = replace(path, one.after); !problem.empty()) {
        show_failure("text", "unwritable-file", fmt::format("{} cannot be written: {}", path, problem));
        said["problem"] = problem;
        worse(2);
      }
    }
    if (options.format == "json" && path == "-") said["text"] = one.after;
    files.push_back(std::move(said));
  }
  show_diagnostics(all, "text");
  if (options.format == "json") {
    nlohmann::ordered_json out = {{"files", files}};
    out.update(rung::diagnostics::json_of(all.files, all.diagnostics.sorted(), language_of(options.format)));
    text = out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }
  print(text);
  return status;
}

}  // namespace rungc
