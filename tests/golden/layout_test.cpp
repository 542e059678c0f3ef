// The one layout, by example: layout/NAME.before.rung becomes layout/NAME.after.rung, which was written by hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "grammar/layout/layout.hpp"

namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(RUNG_SOURCE_DIR) / "tests/golden/layout"; }

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder()))
    if (const std::string name = entry.path().filename().string(); name.ends_with(".before.rung")) out.push_back(name.substr(0, name.size() - 12));
  std::sort(out.begin(), out.end());
  return out;
}

class Layout : public testing::TestWithParam<std::string> {};

TEST_P(Layout, IsWhatItShouldBe) {
  rung::source::Files files;
  rung::diagnostics::Sink sink;
  const auto laid_out = rung::grammar::lay_out(files, files.add("f.rung", read(folder() / (GetParam() + ".before.rung"))), sink);
  ASSERT_TRUE(laid_out.text);
  EXPECT_EQ(*laid_out.text, read(folder() / (GetParam() + ".after.rung")));
}

INSTANTIATE_TEST_SUITE_P(Examples, Layout, testing::ValuesIn(names()), [](const auto& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
