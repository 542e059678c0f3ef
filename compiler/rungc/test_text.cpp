#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "compiler/diagnostics/show.hpp"
#include "compiler/rungc/test_report.hpp"
#include "compiler/rungc/words.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/table/filled.hpp"

namespace rungc {
namespace {

using rung::scenarios::Judged;
using rung::scenarios::Mutation;
using rung::scenarios::Played;
using rung::scenarios::Verdict;
using rung::table::filled;
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

std::string played_text(const Words& words, const rung::Compiled& compiled, const Played& played) {
  if (played.expectations.empty()) return filled(words.passed_nothing_expected, {printable(played.scenario)}) + "\n";
  if (played.verdict == Verdict::pass) return filled(words.passed, {printable(played.scenario)}) + "\n";
  const auto at = compiled.files.position(played.span.file, played.span.begin);
  const std::string place = fmt::format("{}:{}", compiled.files.path(played.span.file), at.line);
  std::string out = filled(played.verdict == Verdict::fail ? words.failed : words.open, {printable(played.scenario), place}) + "\n";
  for (const Judged& judged : played.expectations) {
    if (judged.verdict == Verdict::pass) continue;
    out += fmt::format("  {}\n  {}\n", filled(words.expected, {printable(judged.expect)}), filled(words.actual, {printable(judged.actual)}));
    if (!judged.why.empty()) out += "\n" + indented(judged.why, 4);
    out += "\n";
  }
  return out;
}

constexpr std::size_t most_listed = 100;  // JSON has all

template <class Found>
std::string listed(const Words& words, const std::vector<Found>& all) {
  std::string out;
  for (const Found& one : std::span(all).first(std::min(all.size(), most_listed)))
    out += fmt::format("  {}\n", found_at(words, one.credential, one.part, printable(one.what)));
  if (all.size() > most_listed) out += fmt::format("  {}\n", filled(words.and_more, {std::to_string(all.size() - most_listed)}));
  return out;
}

std::string counted(const Words& words, const Noun& noun, std::size_t number, std::size_t of_them) {
  const bool one = rung::takes_one_of(rung::locale_of(words.language), number);
  return filled(one ? noun.one : noun.more, {std::to_string(number), std::to_string(of_them)});
}

}  // namespace

std::string found_at(const Words& words, std::string_view credential, std::string_view part, std::string_view what) {
  return filled(words.value_of, {std::string(credential) + (part.empty() ? "" : ", ") + std::string(part), what});
}

std::string test_as_text(const TestReport& report) {
  const Words& words = words_in(report.language);
  std::string out;
  std::size_t passed = 0;
  for (const Played& played : report.scenarios) {
    out += played_text(words, report.compiled, played);
    passed += played.verdict == Verdict::pass ? 1 : 0;
  }
  out += report.scenarios.empty() ? fmt::format("{}\n", words.no_scenarios) : fmt::format("{}{}\n", out.ends_with("\n\n") ? "" : "\n", counted(words, words.scenarios, report.scenarios.size(), passed));
  if (report.coverage) {
    const auto& [uncovered, things] = *report.coverage;
    out += filled(words.decided, {std::to_string(things - uncovered.size()), std::to_string(things)}) + "\n";
    if (!uncovered.empty()) out += fmt::format("\n{}\n{}", words.not_decided, listed(words, uncovered));
  }
  if (report.mutation) {
    const Mutation& mutation = *report.mutation;
    out += "\n" + counted(words, mutation.all ? words.bends : words.bends_of_more, mutation.bends, mutation.unnoticed.size()) + "\n";
    if (!mutation.unnoticed.empty()) out += fmt::format("\n{}\n{}", words.unnoticed, listed(words, mutation.unnoticed));
  }
  return out;
}

}  // namespace rungc
