// Carets stand right under their place, whatever the line holds, and nothing that a line holds is obeyed by a terminal.
#include <gtest/gtest.h>

#include <string>

#include "compiler/diagnostics/excerpt.hpp"

namespace rung::diagnostics {
namespace {

using namespace std::string_literals;

std::string repeated(const std::string& what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

Excerpt of(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  source::Files files;
  return excerpt(files, {files.add("a.rung", text), begin, end});
}

// The excerpt of the place where `what` stands in the text.
Excerpt of(const std::string& text, const std::string& what) {
  const auto begin = static_cast<std::uint32_t>(text.find(what));
  return of(text, begin, begin + static_cast<std::uint32_t>(what.size()));
}

std::string carets(int before, int under) { return repeated(" ", before) + repeated("^", under); }

TEST(Excerpt, UnderPlainText) {
  const Excerpt shown = of("rung 1 en\n  core: all of { spc }\n", "spc");
  EXPECT_EQ(shown.line, 2u);
  EXPECT_EQ(shown.text, "  core: all of { spc }");
  EXPECT_EQ(shown.carets, carets(17, 3));
}

TEST(Excerpt, AfterAndUnderWideCharacters) {
  const std::string line = "title \"精密測定\" x";  // each is two columns
  EXPECT_EQ(of(line, "x").carets, carets(7 + 8 + 2, 1));
  EXPECT_EQ(of(line, "測").carets, carets(7 + 4, 2));
}

TEST(Excerpt, AfterCombiningMarks) {
  EXPECT_EQ(of("e\u0301\u0302x", "x").carets, carets(1, 1));
  EXPECT_EQ(of("e\u0301\u0302x", "\u0302").carets, carets(0, 1));  // a mark is shown under its letter
}

TEST(Excerpt, AMarkWithNothingToCombineWithStandsOnACircle) {
  const Excerpt shown = of("\u0301x", "x");
  EXPECT_EQ(shown.text, "◌\u0301x");
  EXPECT_EQ(shown.carets, carets(1, 1));
}

TEST(Excerpt, AfterEmojiOfSeveralCharacters) {
  EXPECT_EQ(of("👩\u200D👩\u200D👧x", "x").carets, carets(2, 1));
  EXPECT_EQ(of("🇨🇦x", "x").carets, carets(2, 1));
}

TEST(Excerpt, ATabIsFourColumns) {
  const Excerpt shown = of("\ta\tx", "x");
  EXPECT_EQ(shown.text, "    a    x");
  EXPECT_EQ(shown.carets, carets(9, 1));
}

TEST(Excerpt, LeavesOutCarriageReturnAndByteOrderMark) {
  const Excerpt end = of("ab\r\ncd", 2, 2);
  EXPECT_EQ(end.text, "ab");
  EXPECT_EQ(end.carets, carets(2, 1));
  const Excerpt first = of("\xEF\xBB\xBFrung 1 en", "rung");
  EXPECT_EQ(first.text, "rung 1 en");
  EXPECT_EQ(first.carets, carets(0, 4));
}

TEST(Excerpt, ShowsControlCharactersAsPictures) {
  const Excerpt shown = of("\x1b[31mx\x7f", "x");
  EXPECT_EQ(shown.text, "␛[31mx␡");
  EXPECT_EQ(shown.carets, carets(5, 1));
}

TEST(Excerpt, NamesWhatCannotBeSeen) {
  EXPECT_EQ(of("a\u202Ex", "x").text, "a<U+202E>x");  // turns the rest of the line round
  EXPECT_EQ(of("a\u202Ex", "x").carets, carets(9, 1));
  EXPECT_EQ(of("a\u2066x", "x").text, "a<U+2066>x");
  EXPECT_EQ(of("a\u200Bx", "\u200B").carets, carets(1, 8));  // of no width
  EXPECT_EQ(of("a\u0085x", "x").text, "a<U+0085>x");         // a line end to some terminals
  EXPECT_EQ(of("\u200Dx", "x").text, "<U+200D>x");           // joins nothing
  EXPECT_EQ(of("a\u2028x", "x").text, "a<U+2028>x");
}

TEST(Excerpt, ShowsWhatIsNoUtf8AsReplaced) {
  const Excerpt shown = of("a\xFF\xF0\x9Fx", "x");
  EXPECT_EQ(shown.text, "a\uFFFD\uFFFDx");
  EXPECT_EQ(shown.carets, carets(3, 1));
}

TEST(Excerpt, OfSeveralLinesIsTheFirstToItsEnd) {
  const Excerpt shown = of("x { \n  y\n}", 2, 10);
  EXPECT_EQ(shown.line, 1u);
  EXPECT_EQ(shown.text, "x { ");
  EXPECT_EQ(shown.carets, carets(2, 2));
}

TEST(Excerpt, OfNothingIsOneCaret) {
  EXPECT_EQ(of("", 0, 0).carets, "^");
  EXPECT_EQ(of("ab\n", 3, 3).line, 2u);
  EXPECT_EQ(of("ab", 1, 1).carets, carets(1, 1));
}

TEST(Excerpt, PastTheEndIsTheEnd) {
  const Excerpt shown = of("ab", 50, 60);
  EXPECT_EQ(shown.text, "ab");
  EXPECT_EQ(shown.carets, carets(2, 1));
}

TEST(Excerpt, OfAHundredColumnsIsWhole) {
  EXPECT_EQ(of(repeated("a", 99) + "x", "x").text, repeated("a", 99) + "x");
  EXPECT_EQ(of(repeated("漢", 50), 0, 3).text, repeated("漢", 50));
}

TEST(Excerpt, CutsAWiderLineAroundThePlace) {
  const Excerpt middle = of(repeated("a", 1000) + "x" + repeated("b", 1000), "x");
  EXPECT_EQ(middle.text, "…"s + repeated("a", 40) + "x" + repeated("b", 59) + "…");
  EXPECT_EQ(middle.carets, carets(41, 1));
  const Excerpt begin = of("x"s + repeated("b", 100), "x");
  EXPECT_EQ(begin.text, "x"s + repeated("b", 99) + "…");
  EXPECT_EQ(begin.carets, carets(0, 1));
  const Excerpt end = of(repeated("a", 100) + "x", "x");
  EXPECT_EQ(end.text, "…"s + repeated("a", 40) + "x");
  EXPECT_EQ(end.carets, carets(41, 1));
}

TEST(Excerpt, CutsBetweenWideCharacters) {
  const Excerpt shown = of(repeated("漢", 1000) + "x" + repeated("字", 1000), "x");
  // 40 columns are 20 characters before; 100 are reached with x and 30 more, the last of which goes over by one.
  EXPECT_EQ(shown.text, "…"s + repeated("漢", 20) + "x" + repeated("字", 30) + "…");
  EXPECT_EQ(shown.carets, carets(41, 1));
}

TEST(Excerpt, APlaceWiderThanTheWindowEndsWithIt) { EXPECT_EQ(of(repeated("a", 500), 0, 500).carets, carets(0, 100)); }

TEST(Excerpt, OfMarksWithoutEndStaysSmall) {
  const std::string marks = "a"s + repeated("\u0301", 100'000);
  EXPECT_LT(of(marks + "x", "x").text.size(), 1000u);
  EXPECT_LT(of(marks + "x", 0, 1).text.size(), 10'000u);
}

}  // namespace
}  // namespace rung::diagnostics
