// Diagnostics for programs, in the form of docs/interfaces.md. A column counts code points from 1; the end is exclusive.
#include <nlohmann/json.hpp>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/excerpt.hpp"

namespace rung::diagnostics {
namespace {

using Json = nlohmann::ordered_json;

Json position(const source::Files& files, source::FileId file, std::uint32_t offset) {
  const source::Position at = files.position(file, offset);
  return {{"line", at.line}, {"column", at.column}};
}

// Adds "file", "start" and "end" to what is said of a place: null for what is about no file.
void add_place(Json& to, const source::Files& files, source::Span span) {
  const bool placed = has_file(files, span);
  to["file"] = placed ? Json(files.path(span.file)) : Json();
  to["start"] = placed ? position(files, span.file, span.begin) : Json();
  to["end"] = placed ? position(files, span.file, span.end) : Json();
}

Json as_object(const source::Files& files, const Diagnostic& diagnostic, std::string_view language) {
  const Saying said = saying(files, diagnostic.span, language);
  Json out = {{"code", code(diagnostic.kind)}, {"severity", name(severity(diagnostic))}, {"message", message(diagnostic, said)}};
  add_place(out, files, diagnostic.span);
  if (diagnostic.kind == Kind::unreadable_file) out["file"] = diagnostic.arguments.front();   // in which there is no place
  out["related"] = Json::array();
  for (const Related& related : diagnostic.related) {
    Json place = {{"message", words(related.phrase, related.arguments, saying(files, related.span, language))}};
    add_place(place, files, related.span);
    out["related"].push_back(std::move(place));
  }
  out["help"] = diagnostic.help.empty() ? Json() : Json(remedies(diagnostic, said));
  out["policy"] = diagnostic.ruling ? Json(diagnostic.ruling->policy) : Json();
  out["rule"] = diagnostic.ruling ? Json(diagnostic.ruling->rule) : Json();
  out["source"] = diagnostic.ruling && !diagnostic.ruling->source.empty() ? Json(diagnostic.ruling->source) : Json();
  return out;
}

}  // namespace

nlohmann::ordered_json json_of(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language) {
  Json out = {{"diagnostics", Json::array()}};
  std::size_t errors = 0, warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (severity(diagnostic) == Severity::error) ++errors;
    if (severity(diagnostic) == Severity::warning) ++warnings;
    out["diagnostics"].push_back(as_object(files, diagnostic, language));
  }
  out["errors"] = errors;
  out["warnings"] = warnings;
  return out;
}

std::string as_json(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language) {
  // A path may be any bytes: what is no UTF-8 becomes U+FFFD.
  return json_of(files, diagnostics, language).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rung::diagnostics
