// Finding credentials by name, whole, short, and nearly.
#include <gtest/gtest.h>

#include "tests/unit/table_sample.hpp"

namespace {

using rung::Table;

class TableNames : public testing::Test {
 protected:
  static Table opened(const std::string& bytes) {
    auto table = Table::copy(std::as_bytes(std::span(bytes)));
    EXPECT_TRUE(table) << table.error().message;
    return std::move(*table);
  }
  // A framework for each of `frameworks`, with one credential `name` in each.
  static Table with_credentials(const std::vector<std::string>& names) {
    rung::table::Image image;
    image.units = {{image.intern("credits"), rung::table::unknown}};
    image.frameworks = {{image.intern("f"), {}, {}, 0, rung::table::none}};
    for (const std::string& name : names) image.credentials.push_back(sample::credential_of(image, name.c_str(), "", 0, rung::table::unknown));
    return opened(rung::table::serialize(image));
  }
  Table table_ = opened(rung::table::serialize(sample::image()));
};

TEST_F(TableNames, FindsExactNamesOnly) {
  EXPECT_EQ(table_.find_credential("northfield.spc"), sample::spc);
  EXPECT_EQ(table_.find_credential("mohawk.cad-1"), sample::cad_1);
  EXPECT_FALSE(table_.find_credential("spc"));
  EXPECT_FALSE(table_.find_credential(""));
  EXPECT_EQ(table_.find_competency("northfield.reads-drawings"), 0u);
  EXPECT_FALSE(table_.find_competency("northfield.reads"));
  EXPECT_EQ(table_.find_gate("northfield.hired"), 0u);
  EXPECT_FALSE(table_.find_gate("northfield.zzz"));
}

TEST_F(TableNames, ResolvesAShortNameThatIsUnique) {
  const auto found = table_.resolve_credential("spc");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, sample::spc);
}

TEST_F(TableNames, OffersTheNearestName) {
  const auto misspelt = table_.resolve_credential("northfield.metrolgy");
  ASSERT_FALSE(misspelt);
  EXPECT_EQ(misspelt.error().code, "unknown-credential");
  EXPECT_EQ(misspelt.error().remedy, "did you mean 'northfield.metrology'?");
  const auto strange = table_.resolve_credential("basket-weaving");
  ASSERT_FALSE(strange);
  EXPECT_EQ(strange.error().remedy.find("did you mean"), std::string::npos);
}

TEST_F(TableNames, ListsWhatAnAmbiguousNameMayMean) {
  const auto two = with_credentials({"a.spc", "b.spc"}).resolve_credential("spc");
  ASSERT_FALSE(two);
  EXPECT_EQ(two.error().code, "ambiguous-credential");
  EXPECT_EQ(two.error().message, "'spc' may be any of a.spc, b.spc");
  const auto seven = with_credentials({"a.x", "b.x", "c.x", "d.x", "e.x", "f.x", "g.x"}).resolve_credential("x");
  ASSERT_FALSE(seven);
  EXPECT_EQ(seven.error().message, "'x' may be any of a.x, b.x, c.x, d.x, e.x and 2 more");
}

TEST_F(TableNames, ALongOrBrokenNameIsOnlyUnknown) {
  EXPECT_EQ(table_.resolve_credential(std::string(1 << 20, 'x')).error().code, "unknown-credential");
  EXPECT_EQ(table_.resolve_credential("").error().code, "unknown-credential");
  EXPECT_EQ(table_.resolve_credential("....").error().code, "unknown-credential");
}

TEST_F(TableNames, FindsEachOfManyNames) {
  std::vector<std::string> names;
  for (int i = 10'000; i < 30'000; ++i) names.push_back("f.c" + std::to_string(i));
  const Table many = with_credentials(names);
  for (std::uint32_t i = 0; i < names.size(); ++i) ASSERT_EQ(many.find_credential(names[i]), i) << names[i];
  EXPECT_FALSE(many.find_credential("f.c30000"));
}

}  // namespace
