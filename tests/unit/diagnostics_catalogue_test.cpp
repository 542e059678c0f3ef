// The catalogue is whole: every diagnostic has words that use exactly its arguments, and a page of the one shape; every page has a diagnostic.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/pages.hpp"
#include "compiler/diagnostics/saying.hpp"

namespace rung::diagnostics {
namespace {

// {0}, {1} … as they stand in the words; {stacks} is a word of the language.
std::set<std::size_t> places(std::string_view words) {
  std::set<std::size_t> out;
  for (std::size_t at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
    if (!source_word(words.substr(at + 1, words.find('}', at) - at - 1), "en").empty()) continue;
    EXPECT_TRUE(at + 2 < words.size() && words[at + 1] >= '0' && words[at + 1] <= '9' && words[at + 2] == '}') << words;
    out.insert(static_cast<std::size_t>(words[at + 1] - '0'));
  }
  return out;
}

std::set<std::size_t> first(std::size_t count) {
  std::set<std::size_t> out;
  for (std::size_t i = 0; i < count; ++i) out.insert(i);
  return out;
}

TEST(Catalogue, WordsUseEachArgument) {
  for (const Kind kind : all_kinds()) EXPECT_EQ(places(pattern(kind)), first(arity(kind))) << code(kind);
  for (const Phrase phrase : all_phrases()) EXPECT_EQ(places(pattern(phrase)), first(arity(phrase))) << pattern(phrase);
}

TEST(Catalogue, CodesAreKebabCaseAndDistinct) {
  std::set<std::string_view> seen;
  for (const Kind kind : all_kinds()) {
    EXPECT_TRUE(seen.insert(code(kind)).second) << code(kind);
    for (const char c : code(kind)) EXPECT_TRUE(c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) << code(kind);
  }
}

TEST(Catalogue, IndependentValueIsAnError) {
  for (const Kind kind : {Kind::not_discrete, Kind::not_standing_alone, Kind::consumed, Kind::no_added_benefit})
    EXPECT_EQ(severity(kind), Severity::error) << code(kind);
  EXPECT_EQ(severity(Kind::learning_can_lose), Severity::warning);
}

TEST(Pages, EveryDiagnosticHasOne) {
  for (const Kind kind : all_kinds()) EXPECT_FALSE(page(code(kind)).empty()) << code(kind);
}

TEST(Pages, EveryOneHasADiagnostic) {
  std::set<std::string_view> codes;
  for (const Kind kind : all_kinds()) codes.insert(code(kind));
  for (const Page& one : pages()) EXPECT_TRUE(codes.count(one.code)) << one.code;
}

TEST(Pages, HaveTheOneShape) {
  for (const Page& one : pages()) {
    EXPECT_TRUE(one.markdown.starts_with("# " + std::string(one.code) + "\n\n")) << one.code;
    std::size_t at = 0;
    for (const std::string_view part :
         {"\n## Where the rule comes from\n\n", "\n## Wrong\n\n```", "\n```\n", "\n## Right\n\n```", "\n```\n", "\n## What to do\n\n"}) {
      const std::size_t found = one.markdown.find(part, at);
      ASSERT_NE(found, std::string_view::npos) << one.code << ": " << part;
      at = found + 1;
    }
    EXPECT_TRUE(one.markdown.ends_with(".\n")) << one.code;
  }
}

TEST(Pages, OfAnUnknownCodeAreEmpty) {
  EXPECT_EQ(page("no-such-code"), "");
  EXPECT_EQ(page(""), "");
}

TEST(Message, PutsArgumentsInTheirPlaces) {
  EXPECT_EQ(message({Kind::wrong_kind, {"hired", "gate", "credential"}, {}, {}, {}}), "no credential is named 'hired': it is declared as gate");
  EXPECT_EQ(words(Phrase::did_you_mean, {"metrology"}), "did you mean 'metrology'?");
}

TEST(Message, SaysWhereAnArgumentIsMissing) { EXPECT_EQ(message({Kind::unknown_name, {"gate"}, {}, {}, {}}), "no gate is named '?'"); }

TEST(Message, LeavesBracesInArgumentsAlone) { EXPECT_EQ(words(Phrase::did_you_mean, {"{0} {1}"}), "did you mean '{0} {1}'?"); }

TEST(Message, CutsTheMiddleOfALongArgumentBetweenCharacters) {
  std::string longer;
  for (int i = 0; i < 1000; ++i) longer += "漢";  // 3,000 bytes: the first 600 are 200 characters, the last 300 are 100
  std::string expected = "did you mean '";
  for (int i = 0; i < 200; ++i) expected += "漢";
  expected += "…";
  for (int i = 0; i < 100; ++i) expected += "漢";
  EXPECT_EQ(words(Phrase::did_you_mean, {longer}), expected + "'?");
  // Cuts that would fall inside a character: it is left out before, and kept whole after.
  const std::string shifted = words(Phrase::did_you_mean, {"ab" + longer});
  EXPECT_EQ(shifted.find("\uFFFD"), std::string::npos);
}

TEST(WellFormed, AsksForEveryArgument) {
  Diagnostic diagnostic{Kind::unknown_name, {"gate", "hire"}, {}, {}, {}};
  EXPECT_TRUE(well_formed(diagnostic));
  diagnostic.help.push_back({Phrase::did_you_mean, {}});
  EXPECT_FALSE(well_formed(diagnostic));
  diagnostic.help.clear();
  diagnostic.related.push_back({Phrase::first_stated_here, {"one too many"}, {}});
  EXPECT_FALSE(well_formed(diagnostic));
  diagnostic.related.clear();
  diagnostic.arguments.pop_back();
  EXPECT_FALSE(well_formed(diagnostic));
}

}  // namespace
}  // namespace rung::diagnostics
