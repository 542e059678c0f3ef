// rungc docs, from outside: the handbooks of real frameworks, and what happens to the folder that they are to stand in.
#include <cstdio>
#include <map>

#include "tests/end-to-end/child.hpp"
#include "tests/end-to-end/working_folder.hpp"
#include "tests/support/site_links.hpp"

namespace {

using namespace end_to_end;

class Docs : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("f.rung", R"(rung 1 en
framework f "Arts & Crafts" { version 2026-09 }
competency k competency l
course clay "Clay" { develops k credits 1 }
certificate crafts "Crafts" { develops l requires { both: all of { clay } } }
)");
  }

  std::map<std::string, std::string> site(const std::string& name) const {
    std::map<std::string, std::string> out;
    for (const auto& one : fs::recursive_directory_iterator(folder_ / name))
      if (one.is_regular_file()) out[one.path().lexically_relative(folder_ / name).generic_string()] = read(one.path());
    return out;
  }
  // What lies in the working folder and was not there before.
  std::string left_over() const {
    std::string out;
    for (const auto& one : fs::directory_iterator(folder_)) {
      const std::string name = one.path().filename().string();
      if (name != "f.rung" && name != "site" && name != "out.txt" && name != "err.txt") out += name + " ";
    }
    return out;
  }
};

class DocsOfExample : public Docs, public testing::WithParamInterface<const char*> {};

TEST_P(DocsOfExample, EveryLinkLeadsSomewhere) {
  const std::string name = GetParam();
  const Answer answer = run("rungc docs '" RUNG_SOURCE_DIR "/examples/" + name + "/" + name + ".rung' -o site");
  ASSERT_EQ(answer.status, 0) << answer.err;
  const auto files = site("site");
  EXPECT_GT(files.size(), 60u);
  EXPECT_TRUE(files.contains("en/index.html") && files.contains("fr/index.html") && files.contains("index.html"));
  EXPECT_EQ(rung::testing::dead_links(files), std::vector<std::string>{});
  EXPECT_EQ(rung::testing::repeated_anchors(files), std::vector<std::string>{});
  for (const auto& [path, bytes] : files) EXPECT_EQ(bytes.find("<script"), std::string::npos) << path;
  ASSERT_EQ(run("rungc docs '" RUNG_SOURCE_DIR "/examples/" + name + "/" + name + ".rung' -o again").status, 0);
  EXPECT_EQ(site("again"), files);         // the same bytes
}
INSTANTIATE_TEST_SUITE_P(Examples, DocsOfExample, testing::Values("lambton", "mcmaster"));

TEST_F(Docs, ReplacesTheHandbookThatIsThere) {
  ASSERT_EQ(run("rungc docs f.rung -o site/").status, 0);
  EXPECT_TRUE(site("site").contains("en/credentials/f.clay.html"));
  write("f.rung", "rung 1 en\nframework f { version 2026-10 }\ncompetency k\ncourse glass \"Glass\" { develops k credits 1 }\n");
  const Answer answer = run("rungc docs f.rung -o site");
  ASSERT_EQ(answer.status, 0) << answer.err;
  EXPECT_FALSE(site("site").contains("en/credentials/f.clay.html"));
  EXPECT_TRUE(site("site").contains("en/credentials/f.glass.html"));
  EXPECT_EQ(left_over(), "");
}

TEST_F(Docs, TakesAnEmptyFolderAndFollowsALink) {
  ASSERT_EQ(run("mkdir site && rungc docs f.rung -o site").status, 0);
  EXPECT_EQ(run("ln -s site link && rungc docs f.rung -o link").status, 0);
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  fs::remove(folder_ / "link");
  EXPECT_TRUE(site("site").contains("en/index.html"));
  EXPECT_EQ(left_over(), "");
}

TEST_F(Docs, LeavesAloneWhatItDidNotMake) {
  Answer answer = run("mkdir site && echo mine >site/notes.txt && rungc docs f.rung -o site");
  EXPECT_EQ(answer.status, 2);
  EXPECT_NE(answer.err.find("it is no handbook that rungc docs made; give the handbook an empty folder or a new name"), std::string::npos) << answer.err;
  EXPECT_EQ(site("site").size(), 1u);
  answer = run("rungc docs f.rung -o f.rung");
  EXPECT_EQ(answer.status, 2);
  EXPECT_NE(answer.err.find("there is a file of that name"), std::string::npos) << answer.err;
  // Something of somebody's own in a handbook that was made.
  ASSERT_EQ(run("rm site/notes.txt && rungc docs f.rung -o site && echo mine >site/en/CNAME").status, 0);
  const auto before = site("site");
  answer = run("rungc docs f.rung -o site");
  EXPECT_EQ(answer.status, 2);
  EXPECT_NE(answer.err.find("en/CNAME, which rungc docs did not make; move that elsewhere"), std::string::npos) << answer.err;
  EXPECT_EQ(site("site"), before);
  EXPECT_EQ(left_over(), "");
}

TEST_F(Docs, AFailureLeavesTheOldHandbook) {
  ASSERT_EQ(run("rungc docs f.rung -o site").status, 0);
  const auto before = site("site");
  EXPECT_EQ(run("cp f.rung g.rung && echo 'course x { prerequisite nothing }' >>g.rung && rungc docs g.rung -o site").status, 1);
  Answer answer = run("mkdir empty && PATH=$PWD/empty '" RUNG_BIN_DIR "/rungc' docs f.rung -o site");   // no Graphviz
  EXPECT_EQ(answer.status, 2);
  EXPECT_NE(answer.err.find("install Graphviz"), std::string::npos) << answer.err;
  answer = run("ulimit -f 1 && rungc docs f.rung -o site");   // no room
  EXPECT_EQ(answer.status, 2) << answer.err;
  EXPECT_EQ(site("site"), before);
  EXPECT_EQ(run("rungc docs f.rung -o none/site").status, 2);
  EXPECT_EQ(run("rungc docs none.rung -o site").status, 2);
  EXPECT_EQ(run("rungc docs f.rung -o site --locale de").status, 2);
  EXPECT_EQ(run("rungc docs f.rung -o site --policy nobodys").status, 2);
  fs::remove_all(folder_ / "empty");
  fs::remove(folder_ / "g.rung");
  EXPECT_EQ(left_over(), "");
  EXPECT_EQ(site("site"), before);
}

// Nobody is judged in public by what they never claimed.
TEST_F(Docs, AFrameworkThatNamesNoPolicyIsJudgedByNone) {
  write("f.rung", "rung 1 en\nframework f { version 2026-09 }\ncompetency k\nmicrocredential clay \"Clay\" { develops k credits 1 }\n");
  ASSERT_EQ(run("rungc docs f.rung -o site").status, 0);
  auto files = site("site");
  EXPECT_NE(files["en/conformance.html"].find("The framework names no policy to conform to"), std::string::npos);
  EXPECT_NE(files["fr/conformance.html"].find("aucune politique à laquelle se conformer"), std::string::npos);
  for (const char* page : {"en/conformance.html", "en/credentials/f.clay.html"}) EXPECT_EQ(files[page].find("heqco"), std::string::npos) << page;
  EXPECT_EQ(files["en/conformance.html"].find("<table"), std::string::npos);
  EXPECT_EQ(run("rungc docs f.rung -o site --policy all").status, 0);   // all is nobody's claim
  files = site("site");
  EXPECT_NE(files["en/conformance.html"].find("<table"), std::string::npos);
  EXPECT_NE(files["en/conformance.html"].find("heqco-2021"), std::string::npos);
}

TEST_F(Docs, WhatBreaksAPolicyIsPublishedWithStatusOne) {
  write("f.rung", "rung 1 en\nframework f { version 2026-09 conforms to osap }\ncompetency k\nmicrocredential clay \"Clay\" { develops k credits 1 }\n");
  const Answer answer = run("rungc docs f.rung -o site");
  EXPECT_EQ(answer.status, 1);
  EXPECT_NE(answer.err.find("site/en/conformance.html says what"), std::string::npos) << answer.err;
  EXPECT_NE(site("site")["en/conformance.html"].find("osap"), std::string::npos);
  write("f.rung", "rung 1 en\nframework f { version 2026-09 }\ncompetency k\nmicrocredential clay \"Clay\" { develops k credits 1 }\n");
  EXPECT_EQ(run("rungc docs f.rung -o site --policy osap").status, 1);
}

TEST_F(Docs, InOneLanguage) {
  ASSERT_EQ(run("rungc docs f.rung -o site --locale fr").status, 0);
  const auto files = site("site");
  EXPECT_TRUE(files.contains("fr/index.html"));
  EXPECT_FALSE(files.contains("en/index.html"));
  EXPECT_EQ(rung::testing::dead_links(files), std::vector<std::string>{});
}

// Where the file system can exchange two folders, the handbook is there and whole whenever somebody looks; where it can't, it is gone from one system call to the next, and whole in the end.
TEST_F(Docs, TakesThePlaceAtOnce) {
  bool exchanges = false;
#ifdef RENAME_EXCHANGE
  fs::create_directory(folder_ / "one");
  fs::create_directory(folder_ / "other");
  exchanges = ::renameat2(AT_FDCWD, (folder_ / "one").c_str(), AT_FDCWD, (folder_ / "other").c_str(), RENAME_EXCHANGE) == 0;
  fs::remove(folder_ / "one");
  fs::remove(folder_ / "other");
#endif
  ASSERT_EQ(run("rungc docs f.rung -o site").status, 0);
  const auto made = site("site");
  std::size_t seen = 0;
  for (int round = 0; round < 3; ++round) {
    const pid_t child = start(folder_, {"rungc", "docs", "f.rung", "-o", "site"});
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
      EXPECT_TRUE(!exchanges || fs::exists(folder_ / "site/.rung-handbook"));
      EXPECT_TRUE(!exchanges || fs::exists(folder_ / "site/fr/value.html"));
      ++seen;
    }
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(site("site"), made);
    EXPECT_EQ(left_over(), "");
  }
  EXPECT_GT(seen, 0u);
}

}  // namespace
