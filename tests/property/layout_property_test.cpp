// The one layout: twice is once, nothing that was written is lost, and the table is the same byte for byte.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "grammar/layout/layout.hpp"
#include "grammar/layout/translate.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

namespace fs = std::filesystem;

rung::grammar::LaidOut laid_out(const std::string& text) {
  rung::source::Files files;
  rung::diagnostics::Sink sink;
  return rung::grammar::lay_out(files, files.add("f.rung", text), sink);
}

// The same with other blanks and lines, and comments between its words. Texts in quotes are left as they are.
std::string scattered(const std::string& text) {
  std::string out;
  bool quoted = false, comment = false;
  int comments = 0;
  for (const char c : text) {
    if (c == '"' && !comment) quoted = !quoted;
    if (c == '#' && !quoted) comment = true;
    if (c == '\n') comment = false;
    if (quoted || comment || (c != ' ' && c != '\n')) {
      out += c;
      continue;
    }
    switch (*rc::gen::inRange(0, 12)) {
      case 0: out += "\n"; break;
      case 1: out += "\n\n\n   "; break;
      case 2: out += "\t  "; break;
      case 3: out += "   # comment " + std::to_string(comments++) + "\n"; break;
      case 4: out += "\n  # comment " + std::to_string(comments++) + "\n"; break;
      case 5: out += "\r\n"; break;
      case 6: out += "\xC2\xA0"; break;
      default: out += c;
    }
  }
  return out;
}

std::string table(const std::string& text) {
  const rung::Compiled compiled = rung::compile_text("f.rung", text);
  return rung::table::serialize(rung::emit::make_image(compiled.model));
}

TEST(Layout, TwiceIsOnceAndMeansTheSame) {
  check("a framework laid out is laid out, and means what it meant", 400, [] {
    const std::string text = scattered(written((*cases()).framework));
    const rung::grammar::LaidOut once = laid_out(text);
    RC_ASSERT(once.faithful);
    RC_ASSERT(once.text.has_value());
    RC_ASSERT(laid_out(*once.text).text == once.text);
    RC_ASSERT(table(*once.text) == table(text));
  });
}

std::string put_into(const char* language, const std::string& text) {
  rung::source::Files files;
  rung::diagnostics::Sink sink;
  return rung::grammar::put_into(language, files, files.add("f.rung", text), sink).text.value_or("");
}

// Laid out first: a comment between the words of one phrase comes to stand behind it, and stays there.
TEST(Layout, InFrenchAndBackIsWhatItWas) {
  check("a framework put into French and back is what it was", 400, [] {
    const std::string english = *laid_out(written((*cases()).framework)).text, french = put_into("fr", english);
    RC_ASSERT(french.starts_with("rung 1 fr"));
    RC_ASSERT(put_into("en", french) == english);
    RC_ASSERT(laid_out(french).text == french);
    RC_ASSERT(table(french) == table(english));
  });
}

TEST(Layout, OfEveryFileHereInFrenchAndBackIsWhatItWas) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(RUNG_SOURCE_DIR)) {
    if (entry.path().extension() != ".rung" || entry.path().string().find("/build") != std::string::npos) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    if (rung::source::first_invalid_utf8(bytes.str())) continue;
    const std::string french = put_into("fr", bytes.str());
    if (french.empty()) continue;              // with a mistake
    ++files;
    const std::string english = put_into("en", french);
    EXPECT_EQ(put_into("fr", english), french) << entry.path();
    if (bytes.str().find("rung 1 en") != std::string::npos) {
      EXPECT_EQ(english, laid_out(bytes.str()).text) << entry.path();
    }
  }
  EXPECT_GT(files, 100u);
}

// A character more or less anywhere: mistakes of every kind.
TEST(Layout, LeavesWhatIsBrokenAsItIs) {
  check("a framework with a mistake is laid out without a loss", 400, [] {
    std::string text = written((*cases()).framework);
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size());
    if (*rc::gen::arbitrary<bool>()) text.erase(at, 1);
    else text.insert(at, 1, *rc::gen::element('{', '}', '"', ',', ':', '#', '@', ' ', '\n', 'x', '-'));
    const rung::grammar::LaidOut once = laid_out(text);
    RC_ASSERT(once.faithful);
    if (!once.text) return;
    RC_ASSERT(laid_out(*once.text).text == once.text);
  });
}

TEST(Layout, OfEveryFileHereIsKeptWhenItIsLaidOutAgain) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(RUNG_SOURCE_DIR)) {
    if (entry.path().extension() != ".rung" || entry.path().string().find("/build") != std::string::npos) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    if (rung::source::first_invalid_utf8(bytes.str())) continue;
    const rung::grammar::LaidOut once = laid_out(bytes.str());
    EXPECT_TRUE(once.faithful) << entry.path();
    if (!once.text) continue;
    ++files;
    EXPECT_EQ(laid_out(*once.text).text, once.text) << entry.path();
  }
  EXPECT_GT(files, 100u);
}

}  // namespace
}  // namespace property
