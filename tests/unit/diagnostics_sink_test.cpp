// The order of diagnostics, what counts as the same one, and near misses of a name.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {
namespace {

std::vector<std::string> codes(const Sink& sink) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : sink.sorted()) out.emplace_back(code(diagnostic.kind));
  return out;
}

using Codes = std::vector<std::string>;

TEST(Sink, SortsByFileThenPlaceThenCode) {
  Sink sink;
  sink.report(Kind::unclosed_text, {1, 0, 1});
  sink.report(Kind::syntax, {0, 9, 10}, {"a", "b"});
  sink.report(Kind::mixed_set, {0, 3, 8});
  sink.report(Kind::how_many, {0, 3, 8});
  sink.report(Kind::not_a_set, {0, 3, 5});
  sink.report(Kind::unreadable_file, {}, {"x.rung", "cannot be read"});
  EXPECT_EQ(codes(sink), (Codes{"unreadable-file", "not-a-set", "how-many", "mixed-set", "syntax", "unclosed-text"}));
}

TEST(Sink, SaysTheSameThingOnce) {
  Sink sink;
  sink.report(Kind::bad_name, {0, 0, 1}, {"A"}).help(Phrase::leave_one_out);
  sink.report(Kind::bad_name, {0, 0, 1}, {"B"});
  sink.report(Kind::bad_name, {0, 0, 1}, {"A"});
  sink.report(Kind::bad_name, {0, 0, 2}, {"A"});
  const std::vector<Diagnostic> sorted = sink.sorted();
  ASSERT_EQ(sorted.size(), 3u);
  EXPECT_EQ(sorted[0].arguments, Arguments{"A"});
  EXPECT_EQ(sorted[0].help.size(), 1u);  // of two that say the same, the first one reported
  EXPECT_EQ(sorted[1].arguments, Arguments{"B"});
  EXPECT_EQ(sorted[2].span.end, 2u);
}

TEST(Sink, CountsErrorsAndWarnings) {
  Sink sink;
  EXPECT_TRUE(sink.empty());
  sink.report(Kind::orphan_competency, {0, 0, 1}, {"a"});
  sink.report(Kind::consumed, {0, 0, 1}, {"a", "b"});
  sink.report(Kind::not_discrete, {0, 0, 1}, {"a"});
  EXPECT_EQ(sink.errors(), 2u);
  EXPECT_EQ(sink.warnings(), 1u);
  EXPECT_FALSE(sink.empty());
}

TEST(Sink, KeepsRelatedPlacesAndRemediesInTheOrderGiven) {
  Sink sink;
  auto report = sink.report(Kind::stacking_cycle, {0, 0, 1}, {"b → a → b"});
  sink.report(Kind::bad_name, {0, 5, 6}, {"A"});  // a builder stays valid while others report
  report.also({0, 9, 10}, Phrase::counts_here, {"b", "a"}).also({0, 2, 3}, Phrase::counts_here, {"a", "b"}).help(Phrase::break_the_circle);
  const Diagnostic first = sink.sorted().at(0);
  ASSERT_EQ(first.related.size(), 2u);
  EXPECT_EQ(first.related[0].span.begin, 9u);
  EXPECT_EQ(first.related[1].span.begin, 2u);
  EXPECT_EQ(first.help.size(), 1u);
}

TEST(Nearest, IsTheFewestStepsAway) {
  EXPECT_EQ(nearest("metrolgy", {"meteorology", "metrology", "metallurgy"}), "metrology");
  EXPECT_EQ(nearest("reads-drawing", {"reads-gauges", "reads-drawings"}), "reads-drawings");
}

TEST(Nearest, TakesNeighboursExchangedAsOneStep) {
  // spc is 1 step from psc by exchange and 2 by substitution; a third of three letters is one.
  EXPECT_EQ(nearest("psc", {"abc", "spc"}), "spc");
}

TEST(Nearest, IsAtMostAThirdOfTheNameAway) {
  EXPECT_EQ(nearest("abcdef", {"abcdxy"}), "abcdxy");  // 2 of 6
  EXPECT_EQ(nearest("abcdef", {"abcxyz"}), "");        // 3 of 6
  EXPECT_EQ(nearest("ab", {"ac"}), "");                // a third of two letters is none
  EXPECT_EQ(nearest("abcdef", {"abcdefghi"}), "");     // 3 longer
}

TEST(Nearest, IsTheFirstOfEquals) { EXPECT_EQ(nearest("cad", {"can", "car"}), "can"); }

TEST(Nearest, FindsANameThatWantsItsFramework) {
  EXPECT_EQ(nearest("cad-1", {"mohawk.cad-2", "mohawk.cad-1"}), "mohawk.cad-1");
  EXPECT_EQ(nearest("cad-1", {"autocad-1"}), "");  // no dot before it
}

TEST(Nearest, HasNothingForNoNameOrALongOne) {
  EXPECT_EQ(nearest("", {"a", ""}), "");
  EXPECT_EQ(nearest(std::string(64, 'a'), {std::string(63, 'a')}).size(), 63u);
  EXPECT_EQ(nearest(std::string(65, 'a'), {std::string(64, 'a')}), "");
}

// The textbook table, against which the bits are checked.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cell(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cell[i][j] = i + j;
        continue;
      }
      cell[i][j] = std::min({cell[i - 1][j] + 1, cell[i][j - 1] + 1, cell[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cell[i][j] = std::min(cell[i][j], cell[i - 2][j - 2] + 1);
    }
  }
  return cell[a.size()][b.size()];
}

TEST(Nearest, AgreesWithTheTextbook) {
  // All words of six letters a and b against each other: found when, and only when, at most two steps away.
  std::vector<std::string> names;
  for (unsigned bits = 0; bits < 64; ++bits) {
    std::string name;
    for (unsigned i = 0; i < 6; ++i) name += (bits >> i & 1) != 0 ? 'b' : 'a';
    names.push_back(name);
  }
  for (const std::string& a : names)
    for (const std::string& b : names) EXPECT_EQ(!nearest(a, {b}).empty(), plain_distance(a, b) <= 2) << a << " " << b;
}

}  // namespace
}  // namespace rung::diagnostics
