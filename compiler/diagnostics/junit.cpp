// Diagnostics as build servers read test reports: a suite a file, a failed case an error. A warning fails no build, so it is what its suite has said, and no case.
#include <fmt/format.h>

#include <map>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/excerpt.hpp"
#include "compiler/diagnostics/show.hpp"
#include "compiler/diagnostics/xml.hpp"

namespace rung::diagnostics {

std::string xml_attribute(std::string_view text) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&apos;"; break;
      case '\n': out += "&#10;"; break;
      case '\t': out += "&#9;"; break;
      case '\r': out += "&#13;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 ? std::string("\xEF\xBF\xBD") : std::string(1, c);
    }
  }
  return out;
}

std::string xml_content(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += xml_attribute(text.substr(0, end));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string as_junit(const source::Files& files, std::size_t files_read, const std::vector<Diagnostic>& diagnostics, std::string_view language) {
  struct Suite {
    std::size_t tests = 0, failures = 0;
    std::string cases, said;
  };
  std::map<source::FileId, Suite> suites;                  // no_file comes last
  for (source::FileId file = 0; file < files_read; ++file) suites[file];
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool placed = has_file(files, diagnostic.span);
    Suite& suite = suites[placed ? diagnostic.span.file : source::no_file];
    const std::string shown = as_text(files, {diagnostic}, false, language);
    if (severity(diagnostic) != Severity::error) {
      suite.said += shown;
      continue;
    }
    ++suite.tests;
    ++suite.failures;
    const std::string words = message(diagnostic, saying(files, diagnostic.span, language));
    suite.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", code(diagnostic.kind), xml_attribute(words));
    if (placed) suite.cases += fmt::format(" file=\"{}\" line=\"{}\"", xml_attribute(files.path(diagnostic.span.file)), files.position(diagnostic.span.file, diagnostic.span.begin).line);
    suite.cases += fmt::format(">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n", code(diagnostic.kind), xml_attribute(words), xml_content(shown));
  }
  std::string out;
  std::size_t tests = 0, failures = 0;
  for (auto& [file, suite] : suites) {
    if (suite.tests == 0) {                                // so that a file without a fault is seen to have been checked
      suite.tests = 1;
      suite.cases = fmt::format("    <testcase classname=\"rungc\" name=\"{}\"/>\n", language == "fr" ? "aucune erreur" : "no errors");
    }
    if (!suite.said.empty()) suite.cases += "    <system-out>" + xml_content(suite.said) + "</system-out>\n";
    out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}  </testsuite>\n", file == source::no_file ? "rungc" : xml_attribute(files.path(file)), suite.tests, suite.failures,
                       suite.cases);
    tests += suite.tests;
    failures += suite.failures;
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rungc check\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n", tests, failures, out);
}

}  // namespace rung::diagnostics
