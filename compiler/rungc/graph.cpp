// `graph`: how credentials stack, drawn.
#include <filesystem>

#include <fmt/format.h>

#include "compiler/emit/table_of.hpp"
#include "compiler/picture/picture.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {

std::string format_of_drawing(const std::string& output) {
  const std::string ending = output == "-" ? "" : std::filesystem::path(output).extension().string();
  if (ending.empty() || ending == ".svg") return "svg";
  if (ending == ".dot" || ending == ".gv") return "dot";
  return ending == ".txt" ? "text" : ending == ".json" ? "json" : "";
}

int graph(const GraphOptions& options) {
  if (options.format.empty()) {
    show_failure("text", "usage", fmt::format("{}: there is no drawing of that ending; there are .svg, .dot, .txt and .json, or say with --format which it is", options.output));
    return 2;
  }
  const auto compiled = rungc::compiled(options.files, "", options.format);
  if (!compiled) return 2;
  if (compiled->diagnostics.errors() > 0) return show_diagnostics(*compiled, options.format == "json" ? "json" : "text");
  std::vector<std::uint32_t> asked;
  if (const std::string problem = options.name.empty() ? "" : find_credential(compiled->model, options.name, asked); !problem.empty()) {
    return not_found(*compiled, options.format, problem, asked);
  }
  const rung::Table table = rung::emit::table_of(compiled->model);
  const auto picture = rung::picture::picture_of(table, asked.empty() ? std::nullopt : std::optional(asked.front()), options.format == "json" ? "en" : language_of(options.format));
  std::string shown;
  if (options.format == "svg") {
    auto drawn = rung::picture::as_svg(picture);
    if (!drawn.problem.empty()) {
      show_failure(options.format, "cannot-draw", drawn.problem);
      return 2;
    }
    shown = std::move(drawn.svg);
  } else {
    shown = options.format == "dot" ? as_dot(picture) : options.format == "json" ? as_json(table, picture) : in_words(picture);
  }
  return hand_over(shown, options.output, options.format, files_read(compiled->files, compiled->files_read));
}

}  // namespace rungc
