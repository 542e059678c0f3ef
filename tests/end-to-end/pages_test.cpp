// What the pages show of the programs is what the programs print: every ```console block is run, command by command.
//
// README.md is run with its own framework and record; docs/offices.md in a copy of examples/lambton, with the record that the page shows;
// docs/testing-a-framework.md with its own frameworks. Having read the difference, have the pages rewritten:
//
//   RUNG_REWRITE_PAGES=1 build/bin/end-to-end-tests --gtest_filter='Pages.*'
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

// The first block of a page that begins with `fence`, or a later one.
std::string block(const std::string& page, const std::string& fence, int later = 0) {
  std::size_t begin = page.find(fence + "\n");
  for (; later > 0 && begin != std::string::npos; --later) begin = page.find(fence + "\n", begin + 1);
  if (begin == std::string::npos) return "";
  const std::size_t first = begin + fence.size() + 1;
  return page.substr(first, page.find("```", first) - first);
}

class Pages : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "rung-pages.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string run(const std::string& line) const {
    const std::string command = "cd '" + folder_.string() + "' && PATH='" RUNG_BIN_DIR "':$PATH && " + line + " >out.txt 2>err.txt";
    const int status = std::system(command.c_str());
    // A page about tests shows one that fails.
    const bool may_fail = line.starts_with("rungc test");
    EXPECT_TRUE(status == 0 || may_fail) << line << "\n" << read(folder_ / "err.txt");
    return read(folder_ / "out.txt");
  }

  // The page as it is when every console block shows what its command prints.
  std::string with_answers(const std::string& page, int& commands) const {
    std::istringstream lines(page);
    std::string out, line;
    bool console = false;
    while (std::getline(lines, line)) {
      if (line == "```console") console = true;
      else if (line == "```") console = false;
      else if (console && !line.starts_with("$ ")) continue;
      out += line + '\n';
      if (!console || !line.starts_with("$ ")) continue;
      out += run(line.substr(2));
      ++commands;
    }
    return out;
  }

  void hold_to(const fs::path& path) const {
    int commands = 0;
    const std::string page = read(path);
    const std::string expected = with_answers(page, commands);
    EXPECT_GT(commands, 0);
    if (std::getenv("RUNG_REWRITE_PAGES") != nullptr)
      write(path, expected);
    else
      EXPECT_EQ(page, expected) << "RUNG_REWRITE_PAGES=1 build/bin/end-to-end-tests --gtest_filter='Pages.*' rewrites the page";
  }

  fs::path folder_;
};

const fs::path root = RUNG_SOURCE_DIR;

TEST_F(Pages, Readme) {
  const std::string page = read(root / "README.md");
  write(folder_ / "elmwood.rung", block(page, "```rung"));
  write(folder_ / "learner.json", block(page, "```json"));
  run("rungc build elmwood.rung -o elmwood.pathways");
  hold_to(root / "README.md");
}

TEST_F(Pages, TestingAFramework) {
  const fs::path page = root / "docs/testing-a-framework.md";
  write(folder_ / "elmwood.rung", block(read(page), "```rung"));
  write(folder_ / "more.rung", block(read(page), "```rung-part"));
  write(folder_ / "mistake.rung", block(read(page), "```rung-part", 1));
  hold_to(page);
}

TEST_F(Pages, Offices) {
  const fs::path page = root / "docs/offices.md";
  fs::copy(root / "examples/lambton", folder_, fs::copy_options::recursive);
  write(folder_ / "b-77.json", block(read(page), "```json"));
  run("rungc build lambton.rung -o lambton.pathways");
  fs::copy(root / "examples/region", folder_ / "region", fs::copy_options::recursive);
  run("rungc build region/region.rung -o region.pathways");
  fs::copy(folder_ / "region/learners/c-12.json", folder_ / "c-12.json");
  hold_to(page);
}

}  // namespace
