// Diagnostics as the workflow commands of GitHub Actions, which shows them beside the lines of a change.
#include <fmt/format.h>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/excerpt.hpp"
#include "compiler/diagnostics/show.hpp"

namespace rung::diagnostics {
namespace {

// A command ends with its line, and its properties with a colon or a comma: what an author wrote must be able to do neither.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (property && c == ':') out += "%3A";
    else if (property && c == ',') out += "%2C";
    else out += c;
  }
  return out;
}

std::string_view command(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

}  // namespace

std::string as_github(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += fmt::format("::{} ", command(severity(diagnostic)));
    if (has_file(files, diagnostic.span)) {
      const source::Position begin = files.position(diagnostic.span.file, diagnostic.span.begin), end = files.position(diagnostic.span.file, diagnostic.span.end);
      out += fmt::format("file={},line={},", escaped(files.path(diagnostic.span.file), true), begin.line);
      if (end.line != begin.line) out += fmt::format("endLine={},", end.line);   // columns go with one line only
      else out += fmt::format("col={},endColumn={},", begin.column, std::max(begin.column, end.column - 1));
    }
    const auto in = [&](source::Span span) { return saying(files, span, language); };
    std::string words = message(diagnostic, in(diagnostic.span));
    for (const Related& related : diagnostic.related) {
      words += "\n" + rung::diagnostics::words(related.phrase, related.arguments, in(related.span));
      if (has_file(files, related.span)) words += fmt::format(" ({}:{})", files.path(related.span.file), files.position(related.span.file, related.span.begin).line);
    }
    if (!diagnostic.help.empty()) words += "\n" + std::string(help_heading(language)) + " " + remedies(diagnostic, in(diagnostic.span));
    out += fmt::format("title={}::{}\n", code(diagnostic.kind), escaped(words, false));
  }
  return out;
}

}  // namespace rung::diagnostics
