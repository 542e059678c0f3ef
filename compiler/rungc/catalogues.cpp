// `import csv` and `export csv`: catalogues in spreadsheets.
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/model/names.hpp"
#include "compiler/rungc/verbs.hpp"
#include "compiler/spreadsheet/catalogue.hpp"
#include "compiler/source/source.hpp"
#include "runtime/command_line/words.hpp"

namespace rungc {

namespace spreadsheet = rung::spreadsheet;
using Json = nlohmann::ordered_json;

int import_csv(const ImportOptions& options) {
  const auto refused = [&](const std::string& code, const std::string& why) {
    show_failure(options.format, code, why);
    return 2;
  };
  std::error_code problem;
  if (!options.framework.empty() && !rung::model::is_kebab_case(options.framework))
    return refused("bad-name", fmt::format("--framework: '{}' cannot be a framework's name: small letters and digits joined by single hyphens, a letter first", options.framework));
  if (options.output == "-" || options.output.empty()) return refused("usage", "the framework is a file; give it a name after -o");
  if (std::filesystem::equivalent(options.file, options.output, problem)) return refused("usage", "the framework would be written over the catalogue; give it another name after -o");
  if (!options.replace && std::filesystem::exists(std::filesystem::symlink_status(options.output, problem)))
    return refused("is-there", fmt::format("{} is there already; give the framework another name, or replace that with --replace", options.output));
  rung::source::Loaded loaded = rung::source::load(options.file);
  if (!loaded.bytes) return refused("unreadable-file", fmt::format("{} {}", options.file, loaded.problem));

  const std::string origin = options.file == "-" ? "" : std::filesystem::path(options.file).filename().string();
  std::string shown;
  for (const char c : origin) shown += static_cast<unsigned char>(c) < 0x20 ? '?' : c;   // it stands in a comment
  const spreadsheet::Imported imported = spreadsheet::import_catalogue(*loaded.bytes, {options.framework, rung::model::name_from_path(options.output), options.currency, shown});
  Json messages = Json::array();
  for (const spreadsheet::Message& one : imported.messages) {
    const std::string place = spreadsheet::place(one);
    show_failure("text", "", fmt::format("{}{}{}: {}", options.file, place.empty() ? "" : ": ", place, one.text));
    messages.push_back({{"row", one.row == 0 ? Json() : Json(one.row)}, {"column", one.column ? Json(spreadsheet::column_letters(*one.column)) : Json()}, {"heading", one.column ? Json(one.heading) : Json()},
                        {"message", one.text}, {"row_lost", one.row != 0 && one.costs_the_row}});
  }
  if (options.format == "json")
    print(Json{{"rows", imported.rows}, {"imported", imported.imported}, {"messages", messages}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  if (imported.imported == 0) {            // an empty framework would only be in the way of the next try
    show_failure("text", "", fmt::format("{}: no row could be imported, so nothing is written", options.file));
    return 1;
  }
  if (const int status = hand_over(imported.text, options.output, "text", {}); status != 0) return status;
  if (options.format == "text") print(rung::command_line::said(language_of("text"), fmt::format("{} of {} {} imported into {}", imported.imported, imported.rows, imported.rows == 1 ? "row" : "rows", options.output)) + "\n");
  return imported.sound() ? 0 : 1;
}

int export_csv(const ExportOptions& options) {
  const auto compiled = rungc::compiled(options.files, "", options.format);
  if (!compiled) return 2;
  if (compiled->diagnostics.errors() > 0) return show_diagnostics(*compiled, options.format);
  const spreadsheet::Exported exported = spreadsheet::export_catalogue(compiled->model, asked_language());
  for (const std::string& one : exported.left_out) show_failure("text", "", "left out: " + one);
  // A file is opened with a spreadsheet, which takes it for UTF-8 by this mark; standard output goes to another program.
  return hand_over((options.output.empty() ? "" : "\xEF\xBB\xBF") + exported.text, options.output, options.format, files_read(compiled->files, compiled->files_read));
}

}  // namespace rungc
