// What the pages show of the programs is what the programs print: every ```console block is run, command by command.
//
// README.md is run with its own framework and record; docs/offices.md and docs/audit.md in a copy of examples/lambton, with the record or the records that the page shows;
// docs/testing-a-framework.md with its own frameworks; docs/tutorial.md with its file as it is by then; docs/spreadsheets.md and docs/building.md with the file that they show; docs/questions.md in a copy of the
// examples, and the page of an example in a copy of its folder. Having read the difference, have the pages rewritten:
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
    // A page about tests shows one that fails, a page about mistakes what the compiler says of one, and among many learners one has a broken record or loses something.
    const bool check = line.starts_with("rungc check") || line.starts_with("rungc import"), may_fail = check || line.starts_with("rungc test") || line.starts_with("rung audit") || line.starts_with("rung impact") || line.starts_with("rungc diff");
    EXPECT_TRUE(answer.status == 0 || may_fail) << line << "\n" << answer.err;
    return check ? answer.out + answer.err : answer.out;
  }

  // The page as it is when every console block shows what its command prints. With a `file`, each ```rung block is that file from there on, and each
  // ```json block learner.json.
  std::string with_answers(const std::string& page, int& commands, const std::string& file) const {
    std::istringstream lines(page);
    std::string out, line, fence, text;   // the fence that opened the block we are in, and what stands in it so far
    while (std::getline(lines, line)) {
      if (fence.empty() && line.starts_with("```")) {
        fence = line;
        text.clear();
      } else if (line == "```") {
        if (!file.empty() && fence.starts_with("```rung")) write(file, text);
        if (!file.empty() && fence == "```json") write("learner.json", text);
        fence.clear();
      } else if (fence == "```console" && !line.starts_with("$ ")) {
        continue;
      } else {
        text += line + '\n';
      }
      out += line + '\n';
      if (fence != "```console" || !line.starts_with("$ ")) continue;
      out += shown(line.substr(2));
      ++commands;
    }
    return out;
  }

  void hold_to(const fs::path& path, const std::string& file = "") const {
    int commands = 0;
    const std::string page = read(path);
    const std::string expected = with_answers(page, commands, file);
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

TEST_F(Pages, Tutorial) { hold_to(root / "docs/tutorial.md", "elmwood.rung"); }

TEST_F(Pages, Questions) {
  fs::copy(root / "examples", folder_, fs::copy_options::recursive);
  hold_to(root / "docs/questions.md");
}

TEST_F(Pages, Building) {
  const fs::path page = root / "docs/building.md";
  write("elmwood.rung", block(read(page), "```rung-part"));
  hold_to(page);
}

TEST_F(Pages, Spreadsheets) {
  const fs::path page = root / "docs/spreadsheets.md";
  write("catalogue.csv", block(read(page), "```csv"));
  write("orme.rung", block(read(page), "```rung"));
  hold_to(page);
}

TEST_F(Pages, Examples) {
  for (const fs::directory_entry& example : fs::directory_iterator(root / "examples")) {
    const fs::path page = example.path() / "README.md";
    if (!fs::exists(page) || read(page).find("```console\n") == std::string::npos) continue;
    fs::remove_all(folder_);
    fs::copy(example.path(), folder_, fs::copy_options::recursive);
    hold_to(page);
  }
}

TEST_F(Pages, Audit) {
  const fs::path page = root / "docs/audit.md";
  fs::copy(root / "examples/lambton", folder_, fs::copy_options::recursive);
  write("learners.jsonl", block(read(page), "```jsonl"));
  shown("rungc build lambton.rung -o lambton.pathways");
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
