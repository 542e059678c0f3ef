// Opening tables: good ones, and files that are none.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/table_sample.hpp"

namespace {

using rung::Result;
using rung::Table;

class OpenTable : public testing::Test {
 protected:
  OpenTable() : folder_(testing::TempDir() + "rung-open-" + std::to_string(::getpid())) { std::filesystem::create_directory(folder_); }
  ~OpenTable() override { std::filesystem::remove_all(folder_); }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string file(const std::string& bytes) const {
    std::ofstream(path("table"), std::ios::binary) << bytes;
    return path("table");
  }
  std::string folder_;
};

void expect_error(const Result<Table>& table, const std::string& code, const std::string& part) {
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, code) << table.error().message;
  EXPECT_NE(table.error().message.find(part), std::string::npos) << table.error().message;
  EXPECT_FALSE(table.error().remedy.empty());
}

TEST_F(OpenTable, MapsAGoodOne) {
  const auto table = Table::open(file(rung::table::serialize(sample::image())));
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->credentials().size(), 4u);
  EXPECT_EQ(table->text(table->credentials()[sample::metrology].title), "Métrologie");
  EXPECT_EQ(table->part_of(2), "methods");
  EXPECT_EQ(table->part_of(0), "");
}

TEST_F(OpenTable, KeepsACopyOfBytesFromAPipe) {
  std::string bytes = rung::table::serialize(sample::image());
  const auto table = Table::copy(std::as_bytes(std::span(bytes)));
  bytes.assign(bytes.size(), 'x');
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->text(table->gates()[0].name), "northfield.hired");
}

TEST_F(OpenTable, SaysWhatCannotBeRead) {
  expect_error(Table::open(path("none")), "unreadable-table", "No such file");
  expect_error(Table::open(folder_), "unreadable-table", "folder");
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  expect_error(Table::open(path("pipe")), "unreadable-table", "not a regular file");
}

TEST_F(OpenTable, SaysWhenItIsNoTableOrNotWhole) {
  const std::string good = rung::table::serialize(sample::image());
  expect_error(Table::open(file("")), "damaged-table", "empty");
  expect_error(Table::open(file("framework northfield \"Northfield\" { version 2026-09 grades percent }")), "damaged-table", "RUNGPATH");
  expect_error(Table::open(file(good.substr(0, 20))), "damaged-table", "within its header");
  expect_error(Table::open(file(good.substr(0, good.size() - 8))), "damaged-table", "cut short");
  expect_error(Table::open(file(good + "more")), "damaged-table", "after its end");
}

TEST_F(OpenTable, KnowsATableOfALaterVersion) {
  std::string later = rung::table::serialize(sample::image());
  later[offsetof(rung::table::Header, version)] = static_cast<char>(rung::table::version + 1);
  expect_error(Table::open(file(later)), "newer-table", "made by a newer rungc");
}

TEST_F(OpenTable, RefusesBytesThatAreNotAligned) {
  const std::string good = rung::table::serialize(sample::image());
  const sample::Bytes bytes(std::string(1, '\0') + good);
  expect_error(Table::view(bytes.span().subspan(1)), "damaged-table", "multiple of 8");
}

TEST_F(OpenTable, TheSameImageGivesTheSameBytes) {
  EXPECT_EQ(rung::table::serialize(sample::image()), rung::table::serialize(sample::image()));
}

TEST_F(OpenTable, AnEmptyFrameworkIsATable) {
  const sample::Bytes bytes(rung::table::serialize({}));
  const auto table = Table::view(bytes.span());
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_FALSE(table->find_credential("northfield.metrology"));
}

}  // namespace
