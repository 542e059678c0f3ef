// What a build writes: classes of rules, the table's file, the list of files read.
#include <gtest/gtest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/emit/classify.hpp"
#include "compiler/emit/depfile.hpp"
#include "runtime/table/write_file.hpp"

namespace {

namespace fs = std::filesystem;
using rung::table::RuleClass;

RuleClass class_of(const std::string& rule) {
  const rung::Compiled compiled = rung::compile_text(
      "test.rung",
      "rung 1 en\nframework f { version 1 }\ninstitution i\ncompetency k\n"
      "course a { credits 3 } course b { credits 3 } course c { credits 3 develops k } course d { credits 3 issued by i }\n"
      "certificate y { entitles to \"y\" requires all of { a } }\n"
      "certificate z { entitles to \"z\" requires { " + rule + " } }");
  EXPECT_EQ(compiled.diagnostics.errors(), 0u) << rung::diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false);
  return rung::emit::classify(compiled.model).back();   // z is the last by name
}

TEST(Classify, SaysHowHardARuleIs) {
  EXPECT_EQ(class_of("p: all of { a, b } q: 1 of { c, d }"), RuleClass::plain);
  EXPECT_EQ(class_of("p: any of { all of { a, b }, all of { c, d } }"), RuleClass::plain);
  EXPECT_EQ(class_of("p: at least 6 credits from { a, b, c }"), RuleClass::plain);
  EXPECT_EQ(class_of("p: all of { a } q: competencies all of { k }"), RuleClass::plain);
  EXPECT_EQ(class_of("p: 1 of { a, b } q: 1 of { b, c }"), RuleClass::matching);
  EXPECT_EQ(class_of("p: 1 of { a, b } q: at least 3 credits from { b, c }"), RuleClass::search);
  EXPECT_EQ(class_of("p: 1 of { a, b } q: 1 of { b, c } may share p, q"), RuleClass::search);
  EXPECT_EQ(class_of("p: all of { a, b } at least 6 credits"), RuleClass::search);
  EXPECT_EQ(class_of("p: all of { c, d } at least 50% of credits from i"), RuleClass::search);
  EXPECT_EQ(class_of("p: 1 of { y, b }"), RuleClass::search);          // y brings a along
  EXPECT_EQ(class_of("p: a q: b after p"), RuleClass::search);
}

TEST(Depfile, EscapesWhatMakeWouldRead) {
  EXPECT_EQ(rung::emit::depfile("out dir/t.pathways", {"a b.rung", "c#1.rung", "d$e.rung"}),
            "out\\ dir/t.pathways: \\\n  a\\ b.rung \\\n  c\\#1.rung \\\n  d$$e.rung\n");
}

class WriteFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "rung-write.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string content(const std::string& name) const {
    std::stringstream text;
    text << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return text.str();
  }
  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}); }
  fs::path folder_;
};

TEST_F(WriteFile, ReplacesTheOldFileAndLeavesNothingElse) {
  const std::string path = folder_ / "t";
  EXPECT_EQ(rung::table::write_file(path, "old"), "");
  EXPECT_EQ(rung::table::write_file(path, std::string("new\0bytes", 9)), "");
  EXPECT_EQ(content("t"), std::string("new\0bytes", 9));
  EXPECT_EQ(files(), 1);
}

// The same bytes: the file that is there stays, and is newer than what it was made from, as Make wants it.
TEST_F(WriteFile, TheSameBytesAreNotWrittenAgain) {
  const std::string path = folder_ / "t", bytes(200'000, 'x');
  ASSERT_EQ(rung::table::write_file(path, bytes), "");
  struct stat before {}, after {};
  const timespec long_ago[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), long_ago, 0), 0);
  ASSERT_EQ(::stat(path.c_str(), &before), 0);
  ASSERT_EQ(rung::table::write_file(path, bytes), "");
  ASSERT_EQ(::stat(path.c_str(), &after), 0);
  EXPECT_EQ(after.st_ino, before.st_ino);
  EXPECT_GT(after.st_mtime, before.st_mtime);
  // As long, and other at the end.
  std::string other = bytes;
  other.back() = 'y';
  ASSERT_EQ(rung::table::write_file(path, other), "");
  EXPECT_EQ(content("t"), other);
}

TEST_F(WriteFile, WhatIsNoRegularFileIsLeftAlone) {
  fs::create_directory(folder_ / "d");
  EXPECT_EQ(rung::table::write_file(folder_ / "d", "x"), "it is not a regular file");
  EXPECT_NE(rung::table::write_file(folder_ / "nowhere" / "t", "x"), "");
  EXPECT_TRUE(fs::is_directory(folder_ / "d"));
  EXPECT_EQ(files(), 1);
}

TEST_F(WriteFile, IsReadableByOthersAsOtherFilesAre) {
  const mode_t mask = ::umask(022);
  EXPECT_EQ(rung::table::write_file(folder_ / "t", "x"), "");
  ::umask(mask);
  struct stat status {};
  ASSERT_EQ(::stat((folder_ / "t").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0644u);
}

}  // namespace
