// Diagnostics as people read them.
#include <gtest/gtest.h>

#include <string>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {
namespace {

constexpr std::string_view two_certificates =
    "rung 1 en\n"
    "certificate a { requires all of { b } }\n"
    "certificate b { requires all of { a } }\n";

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t out = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++out;
  return out;
}

TEST(Text, ShowsEveryPlaceThenTheRemedies) {
  source::Files files;
  const source::FileId file = files.add("examples/x.rung", std::string(two_certificates));
  Sink sink;
  sink.report(Kind::stacking_cycle, {file, 44, 45}, {"a → b → a"})
      .also({file, 84, 85}, Phrase::counts_here, {"b", "a"})
      .help(Phrase::break_the_circle);
  EXPECT_EQ(as_text(files, sink.sorted(), false),
            "examples/x.rung:2:35: error: a credential is a part of itself: a → b → a [stacking-cycle]\n"
            "   2 | certificate a { requires all of { b } }\n"
            "     |                                   ^\n"
            "examples/x.rung:3:35: note: b counts a here\n"
            "   3 | certificate b { requires all of { a } }\n"
            "     |                                   ^\n"
            "  help: leave out one of these steps\n");
}

TEST(Text, OfNoFileIsOneLine) {
  Sink sink;
  sink.report(Kind::unreadable_file, {}, {"x.rung", "cannot be read: No such file or directory"});
  EXPECT_EQ(as_text(source::Files(), sink.sorted(), false), "error: x.rung cannot be read: No such file or directory [unreadable-file]\n");
}

TEST(Text, PartsDiagnosticsByAnEmptyLine) {
  Sink sink;
  sink.report(Kind::unreadable_file, {}, {"a.rung", "cannot be read"});
  sink.report(Kind::unreadable_file, {}, {"b.rung", "cannot be read"});
  EXPECT_EQ(as_text(source::Files(), sink.sorted(), false),
            "error: a.rung cannot be read [unreadable-file]\n\nerror: b.rung cannot be read [unreadable-file]\n");
  EXPECT_EQ(as_text(source::Files(), {}, false), "");
}

TEST(Text, KeepsTheGutterStraightBeyondFourDigits) {
  source::Files files;
  const source::FileId file = files.add("x", std::string(12344, '\n') + "ab");
  Sink sink;
  sink.report(Kind::how_many, {file, 12345, 12346});
  const std::string text = as_text(files, sink.sorted(), false);
  EXPECT_NE(text.find("\n12345 | ab\n      |  ^\n"), std::string::npos) << text;
}

TEST(Text, ShowsTwelveRelatedPlacesAndCountsTheRest) {
  source::Files files;
  const source::FileId file = files.add("x.rung", std::string(two_certificates));
  Sink sink;
  auto report = sink.report(Kind::stacking_cycle, {file, 44, 45}, {"…"});
  for (int i = 0; i < 15; ++i) report.also({file, 84, 85}, Phrase::counts_here, {"b", "a"});
  const std::string text = as_text(files, sink.sorted(), false);
  EXPECT_EQ(count(text, ": note: "), 12u);
  EXPECT_EQ(count(text, "\n  … and 3 more\n"), 1u);
}

TEST(Text, IsColouredOnlyWhenAsked) {
  source::Files files;
  const source::FileId file = files.add("x.rung", std::string(two_certificates));
  Sink sink;
  sink.report(Kind::stacking_cycle, {file, 44, 45}, {"a → b → a"}).help(Phrase::break_the_circle);
  EXPECT_EQ(count(as_text(files, sink.sorted(), false), "\x1b"), 0u);
  const std::string colored = as_text(files, sink.sorted(), true);
  EXPECT_EQ(count(colored, "\x1b[1;31merror:\x1b[0m"), 1u);
  EXPECT_EQ(count(colored, "\x1b[0m") * 2, count(colored, "\x1b"));  // whatever is turned on is turned off
}

TEST(Text, NeverPassesAnEscapeOn) {
  source::Files files;
  const source::FileId file = files.add("x\x1b[2J.rung", "\x1b[2J\n");
  Sink sink;
  sink.report(Kind::stray_character, {file, 0, 1}, {"\x1b"});
  const std::string text = as_text(files, sink.sorted(), false);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("x␛[2J.rung:1:1: error: '␛' has no meaning"), std::string::npos) << text;
}

TEST(Text, OfAFileThatIsNotOfTheRunHasNoPlace) {
  Sink sink;
  sink.report(Kind::how_many, {7, 0, 1});
  EXPECT_TRUE(as_text(source::Files(), sink.sorted(), false).starts_with("error: this rule names"));
}

}  // namespace
}  // namespace rung::diagnostics
