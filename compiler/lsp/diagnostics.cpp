// What the compiler says of a file, as an editor shows it: the words of `rungc check` in the language of the text, the remedies beneath, and every other place with its own words.
#include "compiler/lsp/features.hpp"

namespace rung::lsp {
namespace {

int weight(diagnostics::Severity severity) {
  return severity == diagnostics::Severity::error ? 1 : severity == diagnostics::Severity::warning ? 2 : 3;
}

}  // namespace

Json diagnostics_of(const View& view, source::FileId file) {
  constexpr std::size_t most = 1000;           // an editor shows no more
  Json out = Json::array();
  for (const diagnostics::Diagnostic& one : view.analysis().diagnostics) {
    // What is about no file of the run is said where the run began.
    if (one.span.file != file && !(file == 0 && one.span.file >= view.analysis().program.trees.size())) continue;
    Json range = one.span.file == file ? view.range(one.span) : as_json(Place{}, Place{});
    if (range.is_null()) continue;
    const diagnostics::Saying saying = diagnostics::saying(view.analysis().compiled.files, one.span, view.language());
    std::string message = diagnostics::message(one, saying);
    if (!one.help.empty()) message += "\n" + diagnostics::remedies(one, saying);
    Json said = {{"range", std::move(range)}, {"severity", weight(diagnostics::severity(one))}, {"code", diagnostics::code(one.kind)}, {"source", "rung"}, {"message", std::move(message)}};
    for (const diagnostics::Related& related : one.related)
      if (Json where = view.location(related.span); !where.is_null())
        said["relatedInformation"].push_back({{"location", std::move(where)}, {"message", diagnostics::words(related.phrase, related.arguments, saying)}});
    out.push_back(std::move(said));
    if (out.size() == most) break;
  }
  return out;
}

}  // namespace rung::lsp
