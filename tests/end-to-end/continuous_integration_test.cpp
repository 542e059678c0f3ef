// `rungc check --format github` and `--format junit`: what build servers read.
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

class ContinuousIntegration : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("elm.rung", "rung 1 en\n\nframework elm \"Elm\"\n\ncourse a { prerequisite drawin }\ncourse drawing { credits 1 }\n");
    write("oak, 1:2.rung", "rung 1 en\n\nframework oak \"Oak\"\n\ncourse a { credits 3 }\ncourse a { credits 4 }\n");
    write("ash.rung", "rung 1 en\n\nframework ash \"Ash\"\n\ncompetency x \"100 % <fit> & \"\n");
  }
};

TEST_F(ContinuousIntegration, GitHubShowsItBesideTheLine) {
  const Answer answer = run("rungc check --format github elm.rung 'oak, 1:2.rung' ash.rung");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(answer.err, "");
  EXPECT_NE(answer.out.find("::error file=elm.rung,line=5,col=25,endColumn=30,title=unknown-name::no credential is named 'drawin'%0Ahelp: did you mean 'drawing'?\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("::error file=oak%2C 1%3A2.rung,line=6,col=8,endColumn=8,title=duplicate-name::"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("%0Aa is first declared here (oak, 1:2.rung:5)"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("::warning file=ash.rung,line=5,"), std::string::npos) << answer.out;
  EXPECT_EQ(run("rungc check --format github nothing.rung").out, "::error title=unreadable-file::nothing.rung cannot be read: No such file or directory\n");
}

TEST_F(ContinuousIntegration, NoMessageBecomesACommand) {
  write("elm.rung", "rung 1 en\n\nframework elm \"50%0A::error::x\"\n\ncourse a { credits 3 }\n");
  write("bad\n::error::x.rung", "rung 1 en\n\nframework elm\ncourse a { prerequisite b }\n");
  const Answer answer = run("rungc check --format github *.rung");
  for (std::size_t at = 0; at < answer.out.size(); at = answer.out.find('\n', at) + 1)
    EXPECT_TRUE(answer.out.compare(at, 8, "::error ") == 0 || answer.out.compare(at, 10, "::warning ") == 0) << answer.out.substr(at, 60);
}

TEST_F(ContinuousIntegration, JUnitHasASuiteAFile) {
  write("elm.rung", "rung 1 en\n\nframework elm \"Elm\"\n\ncourse a { prerequisite bb }\n");
  write("good.rung", "rung 1 en\n\nframework good \"Good\"\n\ncourse a { credits 3 }\n");
  const Answer answer = run("rungc check --format junit elm.rung good.rung ash.rung");
  EXPECT_EQ(answer.status, 1);
  EXPECT_TRUE(answer.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rungc check\" tests=\"3\" failures=\"1\" errors=\"0\">\n"
                                     "  <testsuite name=\"elm.rung\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
                                     "    <testcase classname=\"unknown-name\" name=\"no credential is named &apos;bb&apos;\" file=\"elm.rung\" line=\"5\">\n"
                                     "      <failure type=\"unknown-name\" message=\"no credential is named &apos;bb&apos;\">elm.rung:5:25: error: ")) << answer.out;
  EXPECT_NE(answer.out.find("  <testsuite name=\"good.rung\" tests=\"1\" failures=\"0\" errors=\"0\">\n    <testcase classname=\"rungc\" name=\"no errors\"/>\n  </testsuite>\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("100 % &lt;fit&gt; &amp; &quot;"), std::string::npos) << answer.out;   // a warning is what its suite has said
  EXPECT_TRUE(run("command -v xmllint").status != 0 || run("rungc check --format junit *.rung | xmllint --noout -").err.empty());
  EXPECT_NE(run("rungc check --format junit nothing.rung").out.find("<testsuite name=\"rungc\" tests=\"1\" failures=\"1\""), std::string::npos);
}

}  // namespace
