// `label`: the quality label, as `rung label` shows it from the table.
#include "runtime/label/label.hpp"

#include <fmt/format.h>

#include "compiler/emit/table_of.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {

std::string find_credential(const rung::model::Model& model, const std::string& wanted, std::vector<std::uint32_t>& out) {
  std::vector<std::string_view> names;
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const std::string& name = model.credentials[id].name;
    if (model.credentials[id].block) continue;
    names.insert(names.end(), {std::string_view(name), std::string_view(rung::model::short_name(name))});
    if (name == wanted) {
      out = {id};
      return "";
    }
    if (rung::model::short_name(name) == wanted) out.push_back(id);
  }
  if (out.size() == 1) return "";
  if (out.size() > 1) return fmt::format("'{}' may be {} or {}; write which", wanted, model.credentials[out[0]].name, model.credentials[out[1]].name);
  const std::string_view near = rung::diagnostics::nearest(wanted, names);
  return fmt::format("no credential is named '{}'{}", wanted, near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
}

int not_found(const rung::Compiled& compiled, const std::string& format, const std::string& problem, const std::vector<std::uint32_t>& candidates) {
  const int status = compiled.diagnostics.errors() > 0 ? show_diagnostics(compiled, "text") : 1;   // perhaps that is why
  show_failure(format == "csv" ? "text" : format, candidates.size() > 1 ? "ambiguous-credential" : "unknown-credential", problem);
  return status;
}

int label(const LabelOptions& options) {
  const auto compiled = rungc::compiled(options.files, "", options.format);
  if (!compiled) return 2;
  if (compiled->diagnostics.errors() > 0) return show_diagnostics(*compiled, options.format == "json" ? "json" : "text");
  std::vector<std::uint32_t> asked;
  if (const std::string problem = find_credential(compiled->model, options.name, asked); !problem.empty()) {
    return not_found(*compiled, options.format, problem, asked);
  }
  const rung::Table table = rung::emit::table_of(compiled->model);
  const std::string shown = rung::label::shown(table, asked.front(), options.format, options.locale);
  return hand_over(shown, options.output, options.format, files_read(compiled->files, compiled->files_read));
}

}  // namespace rungc
