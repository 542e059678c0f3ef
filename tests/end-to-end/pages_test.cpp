// What the pages show of the programs is what the programs print: every ```console block is run, command by command.
//
// README.md is run with its own framework and record; docs/offices.md in a copy of examples/lambton, with the record that the page shows;
// docs/testing-a-framework.md with its own frameworks. Having read the difference, have the pages rewritten:
//
//   RUNG_REWRITE_PAGES=1 build/bin/end-to-end-tests --gtest_filter='Pages.*'
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

// The first block of a page that begins with `fence`, or a later one.
std::string block(const std::string& page, const std::string& fence, int later = 0) {
  std::size_t begin = page.find(fence + "\n");
  for (; later > 0 && begin != std::string::npos; --later) begin = page.find(fence + "\n", begin + 1);
  if (begin == std::string::npos) return "";
  const std::size_t first = begin + fence.size() + 1;
  return page.substr(first, page.find("```", first) - first);
}

class Pages : public WorkingFolder {
 protected:
  std::string shown(const std::string& line) const {
    const Answer answer = run(line);
    // A page about tests shows one that fails.
    const bool may_fail = line.starts_with("rungc test");
    EXPECT_TRUE(answer.status == 0 || may_fail) << line << "\n" << answer.err;
    return answer.out;
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
      out += shown(line.substr(2));
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
      end_to_end::write(path, expected);
    else
      EXPECT_EQ(page, expected) << "RUNG_REWRITE_PAGES=1 build/bin/end-to-end-tests --gtest_filter='Pages.*' rewrites the page";
  }
};

const fs::path root = RUNG_SOURCE_DIR;

TEST_F(Pages, Readme) {
  const std::string page = read(root / "README.md");
  write("elmwood.rung", block(page, "```rung"));
  write("learner.json", block(page, "```json"));
  shown("rungc build elmwood.rung -o elmwood.pathways");
  hold_to(root / "README.md");
}

TEST_F(Pages, TestingAFramework) {
  const fs::path page = root / "docs/testing-a-framework.md";
  write("elmwood.rung", block(read(page), "```rung"));
  write("more.rung", block(read(page), "```rung-part"));
  write("mistake.rung", block(read(page), "```rung-part", 1));
  hold_to(page);
}

TEST_F(Pages, Offices) {
  const fs::path page = root / "docs/offices.md";
  fs::copy(root / "examples/lambton", folder_, fs::copy_options::recursive);
  write("b-77.json", block(read(page), "```json"));
  shown("rungc build lambton.rung -o lambton.pathways");
  fs::copy(root / "examples/region", folder_ / "region", fs::copy_options::recursive);
  shown("rungc build region/region.rung -o region.pathways");
  fs::copy(folder_ / "region/learners/c-12.json", folder_ / "c-12.json");
  hold_to(page);
}

}  // namespace
