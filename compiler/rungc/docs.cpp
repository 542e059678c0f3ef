// `docs`: a handbook of pages, to publish.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/emit/table_of.hpp"
#include "compiler/handbook/handbook.hpp"
#include "compiler/rungc/policy_words.hpp"

namespace rungc {

int docs(const DocsOptions& options) {
  std::optional<rung::model::Day> day;
  if (!read_day(options.on, options.format, day)) return 2;
  if (options.output.empty() || options.output == "-") {
    show_failure(options.format, "usage", "the handbook is a folder; give it a name after -o");
    return 2;
  }
  const std::vector<std::string> files = framework_files(options.files);
  rung::Compiled compiled = rung::compile(files, day, rung::Policies::left_out);
  // Of a framework that names no policy nothing is published of policies that nobody chose, unless they are asked for.
  const bool named = !options.policies.empty() || std::any_of(compiled.model.frameworks.begin(), compiled.model.frameworks.end(), [](const auto& one) { return !one.conforms_to.empty(); });
  std::vector<const rung::policy::Policy*> policies;
  for (const std::string& name : named ? policies_asked(compiled, options.policies) : std::vector<std::string>()) {
    const rung::policy::Policy* one = find_policy(compiled, name, options.format);
    if (one == nullptr) return 2;
    if (!one->broken) policies.push_back(one);   // what is broken has its message
  }
  const rung::policy::Matrix matrix = rung::policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, policies, day, {});
  if (const int status = show_diagnostics(compiled, options.format); status != 0) return status;
  std::vector<std::uint32_t> published;   // those of the files that were named, not those that they use
  for (std::uint32_t id = 0; id < compiled.model.frameworks.size(); ++id)
    if (const std::string& path = compiled.files.path(compiled.model.frameworks[id].span.file); std::find(files.begin(), files.end(), path) != files.end()) published.push_back(id);
  const rung::Table table = rung::emit::table_of(compiled.model);
  const std::vector<std::string> languages = options.locale == "both" ? std::vector<std::string>{"en", "fr"} : std::vector<std::string>{options.locale};
  const rung::handbook::Made made = rung::handbook::handbook_of({compiled.model, table, matrix, compiled.files, published, named}, languages);
  if (!made.problem.empty()) {
    show_failure(options.format, "cannot-draw", made.problem);
    return 2;
  }
  if (const std::string problem = rung::handbook::put_in_place(made.files, options.output); !problem.empty()) {
    show_failure(options.format, "unwritable-file", fmt::format("{} cannot be written: {}", options.output, problem));
    return 2;
  }
  if (!disappoints(compiled, matrix, options.policies)) return 0;
  show_failure(options.format, "policy", fmt::format("the handbook is made, but not all in it conforms to what is claimed or asked for: {} says what", options.output + "/" + languages.front() + "/conformance.html"));
  return 1;
}

}  // namespace rungc
