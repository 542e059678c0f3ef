// Diagnostics for code review tools: SARIF 2.1.0 (OASIS Standard, 27 March 2020). Its columns begin at 1 and its ends are exclusive,
// as ours are. Each rule that has a result is described by its page.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/excerpt.hpp"

namespace rung::diagnostics {
namespace {

using Json = nlohmann::ordered_json;

// A path as a URI reference (RFC 3986): everything that is not unreserved is escaped, a colon too, as it would end a scheme.
std::string uri(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view("-._~/").find(c) != std::string_view::npos) out += c;
    else fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json location(const source::Files& files, source::Span span) {
  const source::Position start = files.position(span.file, span.begin), end = files.position(span.file, span.end);
  const Json region = {{"startLine", start.line}, {"startColumn", start.column}, {"endLine", end.line}, {"endColumn", end.column}};
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri(files.path(span.file))}}}, {"region", region}}}};
}

// The first paragraph under the heading of a page.
std::string_view meaning(std::string_view page) {
  const std::size_t begin = page.find("\n\n");
  if (begin == std::string_view::npos) return page;
  page.remove_prefix(begin + 2);
  return page.substr(0, page.find("\n\n"));
}

Json rule(Kind kind, std::string_view language) {
  const std::string_view page = diagnostics::page(code(kind), language);
  const std::string summary = message({kind, Arguments(arity(kind), "…"), {}, {}, {}}, {language, language});
  return {{"id", code(kind)},
          {"shortDescription", {{"text", summary}}},
          {"fullDescription", {{"text", page.empty() ? summary : std::string(meaning(page))}}},
          {"help", {{"text", page}, {"markdown", page}}},
          {"defaultConfiguration", {{"level", name(severity(kind))}}}};
}

Json result(const source::Files& files, const Diagnostic& diagnostic, std::size_t rule_index, std::string_view language) {
  const Saying said = saying(files, diagnostic.span, language);
  // SARIF has a place for edits and none for advice: it is told with the message.
  const std::string advice = diagnostic.help.empty() ? "" : "\n" + std::string(help_heading(language)) + " " + remedies(diagnostic, said);
  Json out = {{"ruleId", code(diagnostic.kind)},
              {"ruleIndex", rule_index},
              {"level", name(severity(diagnostic))},
              {"message", {{"text", message(diagnostic, said) + advice}}},
              {"locations", Json::array()}};
  if (has_file(files, diagnostic.span)) out["locations"].push_back(location(files, diagnostic.span));
  Json related = Json::array();
  for (const Related& one : diagnostic.related) {
    if (!has_file(files, one.span)) continue;
    Json place = location(files, one.span);
    place["id"] = related.size();
    place["message"] = {{"text", words(one.phrase, one.arguments, saying(files, one.span, language))}};
    related.push_back(std::move(place));
  }
  if (!related.empty()) out["relatedLocations"] = std::move(related);
  return out;
}

}  // namespace

std::string as_sarif(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language) {
  std::vector<Kind> kinds;
  for (const Diagnostic& diagnostic : diagnostics) kinds.push_back(diagnostic.kind);
  const auto by_code = [](Kind a, Kind b) { return code(a) < code(b); };
  std::sort(kinds.begin(), kinds.end(), by_code);
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());

  Json rules = Json::array(), results = Json::array();
  for (const Kind kind : kinds) rules.push_back(rule(kind, language));
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto at = std::lower_bound(kinds.begin(), kinds.end(), diagnostic.kind, by_code);
    results.push_back(result(files, diagnostic, static_cast<std::size_t>(at - kinds.begin()), language));
  }
  Json run = {{"tool", {{"driver", {{"name", "rungc"}, {"rules", std::move(rules)}}}}},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(results)}};
  Json out = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  out["runs"] = Json::array({std::move(run)});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rung::diagnostics
