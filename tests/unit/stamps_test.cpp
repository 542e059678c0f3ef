// A table that was verified before is not read through again, unless anything about it has changed.
#include "runtime/rung/stamps.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/table_sample.hpp"

namespace {

namespace fs = std::filesystem;
using rung::FileIdentity;
using rung::Stamps;
using rung::Table;

class StampsOfTables : public testing::Test {
 protected:
  StampsOfTables() { fs::remove_all(folder_); }
  ~StampsOfTables() override { fs::remove_all(folder_); }
  Stamps stamps(std::uint64_t least = 0) const { return Stamps((folder_ / "verified").string(), least); }
  fs::path folder_ = fs::path(testing::TempDir()) / ("stamps-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  static constexpr FileIdentity old{.device = 1, .inode = 2, .size = 300, .modified = 1'000'000'000, .changed = 2'000'000'000};
};

TEST_F(StampsOfTables, FitTheVeryFileAndNoOther) {
  Stamps known = stamps();
  EXPECT_FALSE(known.knows(old));
  known.remember(old);
  EXPECT_TRUE(known.knows(old));
  EXPECT_TRUE(stamps().knows(old));
  for (auto change : {+[](FileIdentity& file) { ++file.device; }, +[](FileIdentity& file) { ++file.inode; }, +[](FileIdentity& file) { ++file.size; }, +[](FileIdentity& file) { ++file.modified; },
                      +[](FileIdentity& file) { ++file.changed; }}) {
    FileIdentity other = old;
    change(other);
    EXPECT_FALSE(known.knows(other));
  }
  EXPECT_FALSE(stamps(301).knows(old));                       // too small to be worth it
}

TEST_F(StampsOfTables, AreNotMadeOfWhatWasJustWritten) {
  FileIdentity fresh = old;
  fresh.changed = std::int64_t{4'000'000'000} * 1'000'000'000;   // in the year 2096: a clock that was put back
  Stamps known = stamps();
  known.remember(fresh);
  EXPECT_FALSE(known.knows(fresh));
}

TEST_F(StampsOfTables, AreNotBelievedWhenOthersCouldHaveWrittenThem) {
  Stamps known = stamps();
  known.remember(old);
  ASSERT_TRUE(known.knows(old));
  ASSERT_EQ(::chmod((folder_ / "verified").c_str(), 0777), 0);
  EXPECT_FALSE(known.knows(old));
  ASSERT_EQ(::chmod((folder_ / "verified").c_str(), 0700), 0);
  for (const auto& stamp : fs::directory_iterator(folder_ / "verified")) {
    ASSERT_EQ(::chmod(stamp.path().c_str(), 0666), 0);
    EXPECT_FALSE(known.knows(old));
    ASSERT_EQ(::chmod(stamp.path().c_str(), 0600), 0);
    std::ofstream(stamp.path(), std::ios::app) << "more";
    EXPECT_FALSE(known.knows(old));
  }
}

TEST_F(StampsOfTables, WithoutAFolderEverythingIsVerified) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "verified") << "no folder";
  Stamps known = stamps(), none("", 0);
  known.remember(old);
  none.remember(old);
  EXPECT_FALSE(known.knows(old));
  EXPECT_FALSE(none.knows(old));
}

// What a table is asked about its past, and what it answers when it is opened.
struct Recorded : rung::VerifiedBefore {
  bool knows(const FileIdentity& file) const override { return seen == file; }
  void remember(const FileIdentity& file) override { seen = file, ++times; }
  FileIdentity seen;
  int times = 0;
};

TEST_F(StampsOfTables, ATableIsVerifiedOnceAndAgainWhenItsFileChanges) {
  fs::create_directories(folder_);
  const std::string path = (folder_ / "t.pathways").string();
  const std::string good = rung::table::serialize(sample::image());
  std::ofstream(path, std::ios::binary) << good;
  Recorded before;
  ASSERT_TRUE(Table::open(path, &before));
  EXPECT_EQ(before.times, 1);
  ASSERT_TRUE(Table::open(path, &before));
  EXPECT_EQ(before.times, 1);
  std::string bad = good;
  bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
  std::ofstream(path, std::ios::binary) << bad << " ";        // longer, so that it is another one whatever the clock says
  const auto damaged = Table::open(path, &before);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, "damaged-table");
  EXPECT_EQ(before.times, 1);                                 // and not remembered
}

}  // namespace
