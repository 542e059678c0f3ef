// Places in a text: lines, columns in code points, whatever the ends of lines are; and what is well-formed UTF-8.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "compiler/source/source.hpp"

namespace rung::source {
namespace {

std::string at(const Files& files, FileId file, std::uint32_t offset) {
  const Position position = files.position(file, offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

TEST(Position, CountsLinesAndColumnsFromOne) {
  Files files;
  const FileId file = files.add("a.rung", "ab\ncd\n");
  EXPECT_EQ(at(files, file, 0), "1:1");
  EXPECT_EQ(at(files, file, 2), "1:3");  // the end of the line belongs to it
  EXPECT_EQ(at(files, file, 3), "2:1");
  EXPECT_EQ(at(files, file, 6), "3:1");  // after the last line end
}

TEST(Position, PastTheEndIsTheEnd) {
  Files files;
  const FileId file = files.add("a.rung", "ab");
  EXPECT_EQ(at(files, file, 99), "1:3");
}

TEST(Position, OfAnEmptyFile) {
  Files files;
  const FileId file = files.add("a.rung", "");
  EXPECT_EQ(at(files, file, 0), "1:1");
  EXPECT_EQ(files.line(file, 1), "");
}

TEST(Position, CountsCodePointsNotBytes) {
  Files files;
  const FileId file = files.add("a.rung", "é漢😀x");  // 2, 3 and 4 bytes
  EXPECT_EQ(at(files, file, 2), "1:2");
  EXPECT_EQ(at(files, file, 5), "1:3");
  EXPECT_EQ(at(files, file, 9), "1:4");
}

TEST(Position, OfACombiningMarkIsAColumnOfItsOwn) {
  Files files;
  const FileId file = files.add("a.rung", "e\u0301x");
  EXPECT_EQ(at(files, file, 3), "1:3");
}

TEST(Position, LeavesOutAByteOrderMark) {
  Files files;
  const FileId file = files.add("a.rung",
                                "\xEF\xBB\xBF"
                                "ab\nc");
  EXPECT_EQ(at(files, file, 0), "1:1");
  EXPECT_EQ(at(files, file, 3), "1:1");
  EXPECT_EQ(at(files, file, 4), "1:2");
  EXPECT_EQ(at(files, file, 6), "2:1");
  EXPECT_EQ(files.line(file, 1), "ab");
  EXPECT_EQ(files.line_start(file, 1), 3u);
}

TEST(Position, InALineOfManyBlocksIsThatOfAPlainCount) {
  // "é" is two bytes: byte 2n begins character n + 1. The second line begins off the block's grid, so both ways of counting are met.
  Files files;
  std::string bytes = "abc\n";
  for (int i = 0; i < 5000; ++i) bytes += "é";
  const FileId file = files.add("a.rung", bytes);
  for (const std::uint32_t character : {0u, 1u, 511u, 512u, 513u, 1023u, 1024u, 4999u, 5000u})
    EXPECT_EQ(at(files, file, 4 + 2 * character), "2:" + std::to_string(character + 1));
}

TEST(Line, HasNoEndOfLine) {
  Files files;
  const FileId file = files.add("a.rung", "ab\r\ncd\n\nlast");
  EXPECT_EQ(files.line(file, 1), "ab");
  EXPECT_EQ(files.line(file, 2), "cd");
  EXPECT_EQ(files.line(file, 3), "");
  EXPECT_EQ(files.line(file, 4), "last");
  EXPECT_EQ(at(files, file, 4), "2:1");
}

TEST(Files, KeepsAViewOfAShortTextWhileOthersAreAdded) {
  Files files;
  const FileId first = files.add("a.rung", "short");
  const std::string_view text = files.text(first);
  for (int i = 0; i < 1000; ++i) files.add("b.rung", "other");
  EXPECT_EQ(text, "short");
  EXPECT_EQ(files.text({first, 1, 4}), "hor");
}

TEST(Load, SaysWhyAFileCannotBeRead) {
  const Loaded missing = load("no/such/file.rung");
  EXPECT_FALSE(missing.bytes);
  EXPECT_EQ(missing.problem, "cannot be read: No such file or directory");
  EXPECT_EQ(load(".").problem, "cannot be read: Is a directory");
  EXPECT_EQ(load(std::string("a\0b", 3)).problem, "cannot be read: No such file or directory");
}

TEST(Load, ReadsEveryByte) {
  // Longer than one chunk of 64 KiB, with a zero and a line end of each kind.
  std::string bytes = std::string("a\0b\r\nc\n", 7);
  for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i % 251);
  const std::string path = testing::TempDir() + "rung-load-test";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  ASSERT_NE(file, nullptr);
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
  const Loaded loaded = load(path);
  std::remove(path.c_str());
  ASSERT_TRUE(loaded.bytes);
  EXPECT_EQ(*loaded.bytes, bytes);
}

// Unicode Standard, table 3-7. Each bad sequence stands after seven and after eight good bytes, so that the quick way over ASCII is met too.
TEST(Utf8, RefusesWhatIsNotWellFormed) {
  const char* const bad[] = {
      "\x80",              // continues nothing
      "\xC3",              // ends early
      "\xC3(",             // ends early, text goes on
      "\xC0\xAF",          // "/" overlong in two
      "\xC1\xBF",          // U+007F overlong
      "\xE0\x9F\xBF",      // U+07FF overlong in three
      "\xF0\x8F\xBF\xBF",  // U+FFFF overlong in four
      "\xED\xA0\x80",      // the first surrogate
      "\xED\xBF\xBF",      // the last surrogate
      "\xF4\x90\x80\x80",  // U+110000
      "\xF5\x80\x80\x80",  // past all
      "\xE6\xBC",          // two of three
      "\xF0\x9F\x98",      // three of four
      "\xFE",
      "\xFF",
  };
  for (const std::string before : {"", "1234567", "12345678"}) {
    for (const char* const sequence : bad)
      EXPECT_EQ(first_invalid_utf8(before + sequence + "tail"), before.size()) << testing::PrintToString(sequence);
  }
}

TEST(Utf8, AcceptsTheEdgesOfWhatIsWellFormed) {
  const char* const good[] = {"\x7F",         "\xC2\x80",     "\xDF\xBF",         "\xE0\xA0\x80",     "\xED\x9F\xBF",
                              "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xEF\xBB\xBF"};
  for (const char* const sequence : good) EXPECT_EQ(first_invalid_utf8(sequence), std::nullopt) << testing::PrintToString(sequence);
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
  EXPECT_EQ(first_invalid_utf8(std::string_view("a\0b", 3)), std::nullopt);
}

TEST(Utf8, NamesTheFirstBadByteOnly) { EXPECT_EQ(first_invalid_utf8("é\x80\x80"), 2u); }

TEST(Character, IsReadWithItsLength) {
  EXPECT_EQ(character_at("漢", 0).code, U'漢');
  EXPECT_EQ(character_at("漢", 0).length, 3u);
  EXPECT_EQ(character_at("x😀", 1).code, U'😀');
  EXPECT_EQ(character_at("x😀", 1).length, 4u);
}

TEST(Character, OfABrokenSequenceCoversItsGoodBeginning) {
  const Character cut = character_at("\xF0\x9F\x98z", 0);
  EXPECT_FALSE(cut.valid);
  EXPECT_EQ(cut.code, replacement_character);
  EXPECT_EQ(cut.length, 3u);
  EXPECT_EQ(character_at("\xED\xA0\x80", 0).length, 1u);  // A0 can't follow ED
}

}  // namespace
}  // namespace rung::source
