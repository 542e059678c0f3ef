// dump: a table, its dump as JSON, and the table made from that again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"
#include "tests/support/assemble.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

TEST(DumpTable, AsJsonMakesTheSameBytesAgain) {
  const std::string bytes = rung::table::serialize(sample::image());
  const sample::Bytes held(bytes);
  const auto table = rung::Table::view(held.span());
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(rung::table::serialize(support::assemble(rung::json_dump(*table))), bytes);
}

TEST(DumpTable, AsJsonOfAnEmptyTable) {
  const std::string bytes = rung::table::serialize({});
  const sample::Bytes held(bytes);
  const auto table = rung::Table::view(held.span());
  ASSERT_TRUE(table);
  EXPECT_EQ(rung::table::serialize(support::assemble(rung::json_dump(*table))), bytes);
}

TEST(DumpTable, AsTextShowsRulesAsTrees) {
  const sample::Bytes held(rung::table::serialize(sample::image()));
  const auto table = rung::Table::view(held.span());
  ASSERT_TRUE(table);
  const std::string text = rung::text_dump(*table);
  const auto place = [&](const std::string& part) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part << "\n" << text;
    return at;
  };
  // The header, the directory, and the bytes of the section that follows both: 48 + 16 * 24.
  EXPECT_LT(place("pathway table, format 4, "), place("       528  text "));
  EXPECT_LT(place("northfield.inspector \"Quality Inspector\" certificate"), place("requires, search"));
  EXPECT_LT(place("node 0 @"), place("node 1 @"));
  place("methods: any 1 of mohawk.cad-1, northfield.spc, grade floor 70%");
  place("gate northfield.hired");
  place("condition 0 @");
  place("total 6 credits");
  place("offered from 2026-09-01");
}

// The page for those who carry on with the format begins with this dump.
TEST(DumpTable, IsWhatTheDocumentShows) {
  const sample::Bytes held(rung::table::serialize(sample::image()));
  const auto table = rung::Table::view(held.span());
  ASSERT_TRUE(table);
  std::ifstream file(std::filesystem::path(RUNG_SOURCE_DIR) / "docs/table.md");
  std::ostringstream document;
  document << file.rdbuf();
  EXPECT_NE(document.str().find("```text\n" + rung::text_dump(*table) + "```"), std::string::npos) << rung::text_dump(*table);
}

}  // namespace
