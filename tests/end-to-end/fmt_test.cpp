// `rungc fmt`, as its users run it.
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

const std::string untidy = "rung 1 en\nframework elm {version 1}\ncourse a {   credits 3\n}\n";
const std::string tidy = "rung 1 en\n\nframework elm { version 1 }\n\ncourse a {\n  credits 3\n}\n";

class Fmt : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("a.rung", untidy);
  }
};

TEST_F(Fmt, LaysFilesOutInTheirPlace) {
  write("b.rung", tidy);
  const Answer answer = run("chmod 640 a.rung; rungc fmt a.rung b.rung && stat -c %a a.rung");
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.out, "640\n");
  EXPECT_EQ(answer.err, "");
  EXPECT_EQ(read(folder_ / "a.rung"), tidy);
  EXPECT_EQ(read(folder_ / "b.rung"), tidy);
}

TEST_F(Fmt, WritesThroughALinkAndNotOverIt) {
  EXPECT_EQ(run("ln -s a.rung link.rung && rungc fmt link.rung && test -L link.rung").status, 0);
  EXPECT_EQ(read(folder_ / "a.rung"), tidy);
}

TEST_F(Fmt, OfStandardInputAnswersToStandardOutput) {
  const Answer answer = run("rungc fmt - < a.rung");
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.out, tidy);
  EXPECT_EQ(read(folder_ / "a.rung"), untidy);
}

TEST_F(Fmt, ChecksAndShowsWithoutWriting) {
  write("b.rung", tidy);
  const Answer checked = run("rungc fmt --check a.rung b.rung");
  EXPECT_EQ(checked.status, 1);
  EXPECT_EQ(checked.out, "a.rung\n");
  EXPECT_EQ(run("rungc fmt --check b.rung").status, 0);
  const Answer shown = run("rungc fmt --diff a.rung b.rung");
  EXPECT_EQ(shown.status, 1);
  EXPECT_EQ(shown.out, "--- a.rung\n+++ a.rung\n@@ -1,4 +1,7 @@\n rung 1 en\n-framework elm {version 1}\n-course a {   credits 3\n+\n+framework elm { version 1 }\n+\n+course a {\n+  credits 3\n }\n");
  EXPECT_EQ(run("rungc fmt --diff a.rung | patch -p0 && rungc fmt --check a.rung || ! command -v patch").status, 0);
  write("a.rung", untidy);
  const json said = json::parse(run("rungc fmt --check a.rung b.rung --format json").out);
  EXPECT_EQ(said["files"][0]["changed"], true);
  EXPECT_EQ(said["files"][1]["changed"], false);
  EXPECT_EQ(read(folder_ / "a.rung"), untidy);
}

TEST_F(Fmt, LeavesABrokenDeclarationAndLaysOutTheRest) {
  write("a.rung", "rung 1 en\ncourse a {  credits 3 }\ncourse b {  credits   credits }\n");
  const Answer answer = run("rungc fmt a.rung");
  EXPECT_EQ(answer.status, 1);
  EXPECT_NE(answer.err.find("[syntax]"), std::string::npos) << answer.err;
  EXPECT_EQ(read(folder_ / "a.rung"), "rung 1 en\n\ncourse a { credits 3 }\ncourse b {  credits   credits }\n");
}

TEST_F(Fmt, LeavesAloneWhatItCannotReadOrWrite) {
  write("bytes.rung", "rung 1 en\ncourse \xff { }\n");
  EXPECT_EQ(run("rungc fmt bytes.rung").status, 1);
  EXPECT_EQ(read(folder_ / "bytes.rung"), "rung 1 en\ncourse \xff { }\n");
  EXPECT_EQ(run("rungc fmt nothing.rung a.rung").status, 2);
  EXPECT_EQ(read(folder_ / "a.rung"), tidy);                                // the other is laid out all the same
  // A file size limit stands for a full disk, for root too: the write fails in the middle.
  write("a.rung", untidy);
  EXPECT_EQ(run("bash -c 'trap \"\" XFSZ; ulimit -f 0; rungc fmt a.rung' 2>/dev/null").status, 2);
  EXPECT_EQ(read(folder_ / "a.rung"), untidy);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 4);         // and nothing is left lying about: the two files, and what the run itself says
}

}  // namespace
