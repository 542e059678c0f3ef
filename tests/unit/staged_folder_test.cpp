// Folders that are written whole or not at all: a place that is taken, one that cannot be written to, and programs that are killed on the way.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "compiler/folders/staged_folder.hpp"

namespace {

namespace fs = std::filesystem;
using rung::folders::StagedFolder;
using Over = StagedFolder::Over;

class Staged : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "rung-staged.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    ::chmod(folder_.c_str(), 0700);
    fs::remove_all(folder_);
  }
  fs::path place() const { return folder_ / "site"; }

  // Every file under the folder of the test, with what stands in it.
  std::map<std::string, std::string> all() const {
    std::map<std::string, std::string> out;
    for (const auto& one : fs::recursive_directory_iterator(folder_)) {
      std::stringstream text;
      if (one.is_regular_file()) text << std::ifstream(one.path()).rdbuf();
      out[one.path().lexically_relative(folder_).string()] = text.str();
    }
    return out;
  }
  std::string write(const std::string& text, Over over) const {
    const StagedFolder stage(place());
    if (!stage.problem().empty()) return stage.problem();
    for (const char* path : {"a.txt", "deep/er/b.txt"})
      if (const std::string problem = stage.write(path, text); !problem.empty()) return problem;
    return stage.put(over);
  }
  // In another process, which may be killed or have rights of its own.
  static pid_t elsewhere(const std::function<int()>& what) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(what());
    return child;
  }
  static int ended(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  using Files = std::map<std::string, std::string>;
  static Files made(const std::string& text) { return {{"site", ""}, {"site/a.txt", text}, {"site/deep", ""}, {"site/deep/er", ""}, {"site/deep/er/b.txt", text}}; }
  fs::path folder_;
};

TEST_F(Staged, IsPutWhole) {
  const mode_t mask = ::umask(027);
  EXPECT_EQ(write("one", Over::nothing), "");
  ::umask(mask);
  EXPECT_EQ(all(), made("one"));
  struct stat found {};
  ASSERT_EQ(::stat(place().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0750u);                 // as any folder that is made there
}

TEST_F(Staged, TakesThePlaceOfAFolderOnlyWhenAsked) {
  ASSERT_EQ(write("one", Over::what_is_there), "");       // there was nothing
  EXPECT_EQ(write("two", Over::nothing), std::strerror(EEXIST));
  EXPECT_EQ(all(), made("one"));
  EXPECT_EQ(write("two", Over::what_is_there), "");
  EXPECT_EQ(all(), made("two"));
  fs::remove_all(place());
  fs::create_directory(place());                          // rename would take the place of an empty one
  EXPECT_EQ(write("two", Over::nothing), std::strerror(EEXIST));
  EXPECT_EQ(all(), (Files{{"site", ""}}));
}

TEST_F(Staged, LeavesNothingWhenItIsGivenUp) {
  {
    const StagedFolder stage(place());
    ASSERT_EQ(stage.problem(), "");
    EXPECT_EQ(stage.path().parent_path(), folder_);       // so that it can be put with one call
    EXPECT_EQ(stage.write("a.txt", "one"), "");
    EXPECT_NE(stage.write("a.txt/b.txt", "one"), "");     // which is a file
  }
  EXPECT_EQ(all(), Files{});
  EXPECT_EQ(StagedFolder(folder_ / "none" / "site").problem(), std::strerror(ENOENT));
}

TEST_F(Staged, SaysThatTheFolderAroundItCannotBeWrittenTo) {
  ASSERT_EQ(write("one", Over::nothing), "");
  ASSERT_EQ(::chmod(folder_.c_str(), 0555), 0);
  // Root may write everywhere, so it becomes somebody else.
  EXPECT_EQ(ended(elsewhere([&] {
              if (::geteuid() == 0 && ::setuid(65534) != 0) return 2;
              return write("two", Over::what_is_there) == std::strerror(EACCES) ? 0 : 1;
            })), 0);
  EXPECT_EQ(all(), made("one"));
}

// Killed in the middle, the program leaves its stage; the next one takes that away, and nobody else's.
TEST_F(Staged, WhatAKilledProgramLeftIsTakenAway) {
  ASSERT_EQ(write("one", Over::nothing), "");
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = elsewhere([&] {
    const StagedFolder stage(place());
    if (!stage.write("a.txt", "two").empty() || ::write(ready[1], "x", 1) != 1) return 1;
    return ::pause();
  });
  char x = 0;
  ASSERT_EQ(::read(ready[0], &x, 1), 1);
  const std::size_t meanwhile = all().size();
  EXPECT_EQ(meanwhile, made("one").size() + 2);           // the stage, and the file in it
  { const StagedFolder another(place()); }
  EXPECT_EQ(all().size(), meanwhile);                     // it is still being written
  ::kill(child, SIGKILL);
  EXPECT_EQ(ended(child), 128 + SIGKILL);
  EXPECT_EQ(all().size(), meanwhile);
  fs::create_directory(folder_ / ".site.backup");         // somebody's own
  { const StagedFolder other(folder_ / "site2"); }
  EXPECT_EQ(all().size(), meanwhile + 1);                 // which is for another place
  EXPECT_EQ(write("three", Over::what_is_there), "");
  Files expected = made("three");
  expected[".site.backup"] = "";
  EXPECT_EQ(all(), expected);
  ::close(ready[0]);
  ::close(ready[1]);
}

// Whenever it is killed, what stands in the place is one of the two, and whole; where a file system can't exchange two folders there may be none.
TEST_F(Staged, KilledAtAnyMomentThePlaceIsWhole) {
  bool exchanges = false;
#ifdef RENAME_EXCHANGE
  fs::create_directory(folder_ / "x");
  fs::create_directory(folder_ / "y");
  exchanges = ::renameat2(AT_FDCWD, (folder_ / "x").c_str(), AT_FDCWD, (folder_ / "y").c_str(), RENAME_EXCHANGE) == 0;
  fs::remove(folder_ / "x");
  fs::remove(folder_ / "y");
#endif
  ASSERT_EQ(write("0", Over::nothing), "");
  for (int round = 0; round < 20; ++round) {
    const pid_t child = elsewhere([&]() -> int {
      for (int i = 1;; ++i) write(std::to_string(i), Over::what_is_there);
    });
    ::usleep(static_cast<useconds_t>(500 + 700 * round));
    ::kill(child, SIGKILL);
    EXPECT_EQ(ended(child), 128 + SIGKILL);
    std::stringstream a, b;
    a << std::ifstream(place() / "a.txt").rdbuf();
    b << std::ifstream(place() / "deep/er/b.txt").rdbuf();
    EXPECT_TRUE(!exchanges || !a.str().empty());
    EXPECT_EQ(a.str(), b.str());
  }
  EXPECT_EQ(write("end", Over::what_is_there), "");
  EXPECT_EQ(all(), made("end"));
}

// Several at once for one place: each is whole, none takes another's stage away.
TEST_F(Staged, SeveralAtOnce) {
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i)
    children.push_back(elsewhere([&, i] {
      for (int round = 0; round < 25; ++round)
        if (!write(std::to_string(i), Over::what_is_there).empty()) return 1;
      return 0;
    }));
  for (const pid_t child : children) EXPECT_EQ(ended(child), 0);
  const auto found = all();
  ASSERT_TRUE(found.contains("site/a.txt"));
  EXPECT_EQ(found, made(found.at("site/a.txt")));
}

}  // namespace
