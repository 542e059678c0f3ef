#include <fmt/format.h>

#include "compiler/diagnostics/xml.hpp"
#include "compiler/rungc/test_report.hpp"
#include "runtime/table/filled.hpp"

namespace rungc {
namespace {

using rung::scenarios::Judged;
using rung::scenarios::Played;
using rung::scenarios::Verdict;
using rung::table::filled;

using rung::diagnostics::xml_attribute;
using rung::diagnostics::xml_content;

std::size_t with(const Played& played, Verdict verdict) {
  std::size_t count = 0;
  for (const Judged& judged : played.expectations) count += judged.verdict == verdict ? 1 : 0;
  return count;
}

template <class Found>
std::string listed(const Words& words, std::string_view heading, const std::vector<Found>& all) {
  if (all.empty()) return {};
  std::string out = fmt::format("{}\n", heading);
  for (const Found& one : all) out += fmt::format("  {}\n", found_at(words, one.credential, one.part, one.what));
  return out;
}

}  // namespace

std::string test_as_junit(const TestReport& report) {
  const Words& words = words_in(report.language);
  std::size_t tests = 0, failures = 0, errors = 0;
  std::string suites;
  for (const Played& played : report.scenarios) {
    const std::size_t failed = with(played, Verdict::fail), unknown = with(played, Verdict::unknown);
    suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n", xml_attribute(played.scenario),
                          played.expectations.size(), failed, unknown);
    for (const Judged& judged : played.expectations) {
      const auto at = report.compiled.files.position(played.span.file, played.span.begin);
      suites += fmt::format("    <testcase classname=\"{}.{}\" name=\"{}\" file=\"{}\" line=\"{}\"", xml_attribute(played.framework),
                            xml_attribute(played.scenario), xml_attribute(judged.expect), xml_attribute(report.compiled.files.path(played.span.file)), at.line);
      if (judged.verdict == Verdict::pass) {
        suites += "/>\n";
        continue;
      }
      const std::string_view element = judged.verdict == Verdict::fail ? "failure" : "error";
      suites += fmt::format(">\n      <{0} message=\"{1}\">{2}\n{3}\n\n{4}</{0}>\n    </testcase>\n", element, xml_attribute(judged.actual),
                            xml_content(filled(words.expected, {judged.expect})), xml_content(filled(words.actual, {judged.actual})), xml_content(judged.why));
    }
    suites += "  </testsuite>\n";
    tests += played.expectations.size();
    failures += failed;
    errors += unknown;
  }
  std::string notes;
  if (report.coverage) notes += listed(words, words.not_decided, report.coverage->uncovered);
  if (report.mutation) notes += listed(words, words.junit_unnoticed, report.mutation->unnoticed);
  if (!notes.empty())
    suites += "  <testsuite name=\"coverage\" tests=\"0\" failures=\"0\" errors=\"0\">\n    <system-out>" + xml_content(notes) +
              "</system-out>\n  </testsuite>\n";
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rungc test\" tests=\"{}\" failures=\"{}\" "
      "errors=\"{}\">\n{}</testsuites>\n",
      tests, failures, errors, suites);
}

}  // namespace rungc
