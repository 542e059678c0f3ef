#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "compiler/diagnostics/show.hpp"
#include "compiler/rungc/test_report.hpp"

namespace rungc {
namespace {

using namespace rung::scenarios;
using rung::diagnostics::printable;   // no terminal obeys what an author wrote

std::string indented(std::string_view text, std::size_t by) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) out += std::string(by, ' ') + std::string(line);
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string_view word(Verdict verdict) { return verdict == Verdict::pass ? "passed" : verdict == Verdict::fail ? "FAILED" : "CANNOT TELL"; }

std::string played_text(const rung::Compiled& compiled, const Played& played) {
  if (played.expectations.empty()) return fmt::format("passed  {} (expects nothing)\n", printable(played.scenario));
  if (played.verdict == Verdict::pass) return fmt::format("passed  {}\n", printable(played.scenario));
  const auto at = compiled.files.position(played.span.file, played.span.begin);
  std::string out = fmt::format("{}  {} ({}:{})\n", word(played.verdict), printable(played.scenario), compiled.files.path(played.span.file), at.line);
  for (const Judged& judged : played.expectations) {
    if (judged.verdict == Verdict::pass) continue;
    out += fmt::format("  expected  {}\n  actual    {}\n", printable(judged.expect), printable(judged.actual));
    if (!judged.why.empty()) out += "\n" + indented(judged.why, 4);
    out += "\n";
  }
  return out;
}

constexpr std::size_t most_listed = 100;  // JSON has all

template <class Found>
std::string listed(const std::vector<Found>& all) {
  std::string out;
  for (const Found& one : std::span(all).first(std::min(all.size(), most_listed)))
    out += fmt::format("  {}{}: {}\n", one.credential, one.part.empty() ? "" : ", " + one.part, printable(one.what));
  if (all.size() > most_listed) out += fmt::format("  and {} more (--format json lists all)\n", all.size() - most_listed);
  return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view more) {
  return fmt::format("{} {}", number, number == 1 ? one : more);
}

}  // namespace

std::string test_as_text(const TestReport& report) {
  std::string out;
  std::size_t passed = 0;
  for (const Played& played : report.scenarios) {
    out += played_text(report.compiled, played);
    passed += played.verdict == Verdict::pass ? 1 : 0;
  }
  out += report.scenarios.empty() ? "There are no scenarios.\n"
                                  : fmt::format("{}{}, {} passed\n", out.ends_with("\n\n") ? "" : "\n",
                                                counted(report.scenarios.size(), "scenario", "scenarios"), passed);
  if (report.coverage) {
    const auto& [uncovered, things] = *report.coverage;
    out += fmt::format("{} of {} decided: parts, options, floors and conditions\n", things - uncovered.size(), things);
    if (!uncovered.empty()) out += "\nNot decided by any scenario:\n" + listed(uncovered);
  }
  if (report.mutation) {
    const Mutation& mutation = *report.mutation;
    out += fmt::format("\n{} tried{}, {} unnoticed\n", counted(mutation.bends, "bend", "bends"), mutation.all ? "" : " (there are more)",
                       mutation.unnoticed.size());
    if (!mutation.unnoticed.empty())
      out +=
          "\nNo scenario would notice these rules instead; each needs a learner who is judged differently, or makes no difference to "
          "anybody:\n" +
          listed(mutation.unnoticed);
  }
  return out;
}

}  // namespace rungc
