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

// ---- what a policy's rule finds in several places ----

class OfARule : public testing::Test {
 protected:
  // So many courses, a line each, of which each breaks the rule. `remedy_of`: the argument of its remedy.
  template <class Remedy>
  std::string told(int courses, std::string_view language, Remedy remedy_of) {
    std::string text = "rung 1 en\n";
    for (int i = 0; i < courses; ++i) text += "course c" + std::to_string(i) + "\n";
    const source::FileId file = files_.add("f.rung", text), policy = files_.add("policy p", "rung 1 en\nmust state fee\n");
    Sink sink;
    for (int i = 0; i < courses; ++i) {
      const auto name = static_cast<std::uint32_t>(text.find("c" + std::to_string(i) + "\n"));
      sink.report(Kind::policy, {file, name, name + 2}, {"c" + std::to_string(i), "p", "price", "must state fee", "it does not state 'fee'"})
          .by({"p", "price", "The source", Severity::warning, {{"fr", "doit indiquer droits"}}})
          .also({policy, 10, 24}, Phrase::rule_here_from, {"p", "price", "The source"})
          .help(Phrase::state_it, {remedy_of(i)});
    }
    sink.report(Kind::missing_framework, {file, 0, 4}, {"f"});
    return as_text(files_, sink.sorted(), false, language);
  }
  static std::string always_fee(int) { return "'fee'"; }

  source::Files files_;
};

TEST_F(OfARule, TheRuleIsToldOnceAfterAllElse) {
  EXPECT_EQ(told(7, "en", always_fee),
            "f.rung:1:1: warning: this file names no framework; its names are taken to be f.… [missing-framework]\n"
            "   1 | rung 1 en\n"
            "     | ^^^^\n"
            "\n"
            "warning: the rule price of p, 'must state fee', is broken in 7 places [policy]\n"
            "policy p:2:1: note: the rule price of p is here, from The source\n"
            "   2 | must state fee\n"
            "     | ^^^^^^^^^^^^^^\n"
            "f.rung:2:8: c0: it does not state 'fee'\n"
            "f.rung:3:8: c1: it does not state 'fee'\n"
            "f.rung:4:8: c2: it does not state 'fee'\n"
            "f.rung:5:8: c3: it does not state 'fee'\n"
            "f.rung:6:8: c4: it does not state 'fee'\n"
            "  … and 2 more; --format json tells each\n"
            "  help: state 'fee'\n");
}

TEST_F(OfARule, APlaceIsToldRatherThanCounted) {
  const std::string text = told(6, "en", always_fee);
  EXPECT_NE(text.find("c5: it does not state 'fee'\n"), std::string::npos) << text;
  EXPECT_EQ(count(text, "more"), 0u);
}

TEST_F(OfARule, OnePlaceIsToldAsAnyOther) {
  const std::string text = told(1, "en", always_fee);
  EXPECT_NE(text.find("f.rung:2:8: warning: c0 breaks the rule price of p, 'must state fee': it does not state 'fee' [policy]\n"), std::string::npos) << text;
  EXPECT_EQ(count(text, "places"), 0u);
}

TEST_F(OfARule, RemediesThatDifferStandWithTheirPlaces) {
  const std::string text = told(2, "en", [](int i) { return i == 0 ? std::string("'fee'") : std::string("'credits'"); });
  EXPECT_NE(text.find("f.rung:2:8: c0: it does not state 'fee'\n    help: state 'fee'\nf.rung:3:8: c1: it does not state 'fee'\n    help: state 'credits'\n"), std::string::npos) << text;
  EXPECT_EQ(count(text, "help:"), 2u);
}

// A rule that is built in is told in the reader's words, and what is to be written in those of the file.
TEST_F(OfARule, IsToldInTheWordsOfItsReader) {
  const std::string text = told(8, "fr", always_fee);
  for (const std::string part : {"la règle price de la politique p, «\u00A0doit indiquer droits\u00A0», est enfreinte à 8\u00A0endroits [policy]\n", "f.rung:2:8: c0\u00A0: rien n’indique «\u00A0droits\u00A0»\n",
                                 "  … et 3\u00A0de plus\u00A0; --format json les indique tous\n", "  aide\u00A0: indiquez «\u00A0droits\u00A0», dans ce fichier «\u00A0fee\u00A0»\n"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "is not in\n" << text;
  const std::string one = told(1, "fr", always_fee);
  EXPECT_NE(one.find("c0 enfreint la règle price de la politique p, «\u00A0doit indiquer droits\u00A0»\u00A0: rien n’indique «\u00A0droits\u00A0» [policy]\n"), std::string::npos) << one;
}

}  // namespace
}  // namespace rung::diagnostics
