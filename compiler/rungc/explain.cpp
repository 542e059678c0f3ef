#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/rungc/verbs.hpp"

namespace rungc {

namespace diagnostics = rung::diagnostics;

namespace {

void list_codes(const std::string& format) {
  nlohmann::ordered_json codes = nlohmann::ordered_json::array();
  for (const diagnostics::Kind kind : diagnostics::all_kinds()) {
    const auto severity = diagnostics::name(diagnostics::severity(kind), format == "json" ? "en" : language_of("text"));
    if (format == "json") codes.push_back({{"code", diagnostics::code(kind)}, {"severity", severity}});
    else print(fmt::format("{:<24} {}\n", diagnostics::code(kind), severity));
  }
  if (format == "json") print(nlohmann::ordered_json{{"codes", codes}}.dump(2) + "\n");
}

}  // namespace

int explain(const ExplainOptions& options) {
  if (options.code.empty()) {
    list_codes(options.format);
    return 0;
  }
  const std::string_view language = language_of(options.format);
  const std::string_view page = diagnostics::page(options.code, language);
  if (page.empty()) {
    std::vector<std::string_view> known;
    for (const diagnostics::Kind kind : diagnostics::all_kinds()) known.push_back(diagnostics::code(kind));
    const std::string_view near = diagnostics::nearest(options.code, known);
    show_failure(options.format, "unknown-code",
                 fmt::format("there is no diagnostic '{}'{}", options.code, near.empty() ? " (rungc explain lists them)" : fmt::format("; did you mean '{}'?", near)));
    return 2;
  }
  if (options.format == "json") print(nlohmann::ordered_json{{"code", options.code}, {"page", page}}.dump(2) + "\n");
  else print(page);
  return 0;
}

}  // namespace rungc
