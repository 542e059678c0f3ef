#include <fmt/format.h>

#include "compiler/rungc/test_report.hpp"

namespace rungc {
namespace {

using namespace rung::scenarios;

// As XML 1.0 may hold it: markup as entities, line ends kept in attributes, and no control characters, which no entity may name.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
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

// What goes between tags keeps its lines.
std::string content(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += escaped(text.substr(0, end));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::size_t with(const Played& played, Verdict verdict) {
  std::size_t count = 0;
  for (const Judged& judged : played.expectations) count += judged.verdict == verdict ? 1 : 0;
  return count;
}

template <class Found>
std::string listed(std::string_view heading, const std::vector<Found>& all) {
  if (all.empty()) return {};
  std::string out = fmt::format("{}:\n", heading);
  for (const Found& one : all) out += fmt::format("  {}{}: {}\n", one.credential, one.part.empty() ? "" : ", " + one.part, one.what);
  return out;
}

}  // namespace

std::string test_as_junit(const TestReport& report) {
  std::size_t tests = 0, failures = 0, errors = 0;
  std::string suites;
  for (const Played& played : report.scenarios) {
    const std::size_t failed = with(played, Verdict::fail), unknown = with(played, Verdict::unknown);
    suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n", escaped(played.scenario),
                          played.expectations.size(), failed, unknown);
    for (const Judged& judged : played.expectations) {
      const auto at = report.compiled.files.position(played.span.file, played.span.begin);
      suites += fmt::format("    <testcase classname=\"{}.{}\" name=\"{}\" file=\"{}\" line=\"{}\"", escaped(played.framework),
                            escaped(played.scenario), escaped(judged.expect), escaped(report.compiled.files.path(played.span.file)), at.line);
      if (judged.verdict == Verdict::pass) {
        suites += "/>\n";
        continue;
      }
      const std::string_view element = judged.verdict == Verdict::fail ? "failure" : "error";
      suites += fmt::format(">\n      <{0} message=\"{1}\">expected  {2}\nactual    {3}\n\n{4}</{0}>\n    </testcase>\n", element,
                            escaped(judged.actual), content(judged.expect), content(judged.actual), content(judged.why));
    }
    suites += "  </testsuite>\n";
    tests += played.expectations.size();
    failures += failed;
    errors += unknown;
  }
  std::string notes;
  if (report.coverage) notes += listed("Not decided by any scenario", report.coverage->uncovered);
  if (report.mutation) notes += listed("Bends that no scenario notices", report.mutation->unnoticed);
  if (!notes.empty())
    suites += "  <testsuite name=\"coverage\" tests=\"0\" failures=\"0\" errors=\"0\">\n    <system-out>" + content(notes) +
              "</system-out>\n  </testsuite>\n";
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rungc test\" tests=\"{}\" failures=\"{}\" "
      "errors=\"{}\">\n{}</testsuites>\n",
      tests, failures, errors, suites);
}

}  // namespace rungc
