// `rungc new`: what a committee starts from is without a fault, and nothing that it has is written over.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

class New : public WorkingFolder {
 protected:
  std::size_t things_in(const fs::path& folder) const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})); }
};

TEST_F(New, IsAFrameworkWithoutAFault) {
  const Answer made = run("umask 022; rungc new elmwood-college && stat -c %a elmwood-college");
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(made.out, "elmwood-college/elmwood-college.rung\nelmwood-college/Makefile\nelmwood-college/README.md\n755\n");
  EXPECT_EQ(things_in(folder_ / "elmwood-college"), 3u);
  const Answer checked = run("rungc check elmwood-college --on 2026-10-01");
  EXPECT_EQ(checked.status, 0);
  EXPECT_EQ(checked.err, "");                                               // no warning either
  const Answer played = run("rungc test elmwood-college");
  EXPECT_EQ(played.status, 0) << played.out;
  EXPECT_NE(played.out.find("3 scenarios, 3 passed\n"), std::string::npos) << played.out;
  EXPECT_EQ(played.out.find("Not decided"), std::string::npos) << played.out;   // the learners that it begins with leave no gap
  EXPECT_EQ(run("rungc fmt --check elmwood-college/elmwood-college.rung").out, "");
  EXPECT_NE(read(folder_ / "elmwood-college/elmwood-college.rung").find("\"Elmwood College\""), std::string::npos);
}

TEST_F(New, IsInFrenchForThoseWhoReadFrench) {
  ASSERT_EQ(run("LC_ALL=fr_CA.UTF-8 rungc new cegep-du-lac && rungc new other --locale fr --format json && rungc new english").status, 0);
  const std::string text = read(folder_ / "cegep-du-lac/cegep-du-lac.rung");
  EXPECT_TRUE(text.starts_with("rung 1 fr\n")) << text;
  EXPECT_NE(text.find("\"Cegep du lac\""), std::string::npos) << text;
  EXPECT_TRUE(read(folder_ / "other/other.rung").starts_with("rung 1 fr\n"));
  EXPECT_TRUE(read(folder_ / "english/english.rung").starts_with("rung 1 en\n"));
  const Answer checked = run("rungc check cegep-du-lac --on 2026-10-01");
  EXPECT_EQ(checked.status, 0);
  EXPECT_EQ(checked.err, "");
  EXPECT_NE(run("rungc test cegep-du-lac").out.find("3 scenarios, 3 passed\n"), std::string::npos);
  EXPECT_EQ(run("rungc fmt --check cegep-du-lac/cegep-du-lac.rung").out, "");
  EXPECT_EQ(run("cd cegep-du-lac && make && make test").status, 0);
  // It is the English one in other words: as many of everything, and no English left.
  const auto lines = [](const std::string& of) { return std::ranges::count(of, '\n'); };
  for (const std::string file : {".rung", "Makefile", "README.md"}) {
    const auto in = [&](const std::string& name) { return read(folder_ / name / (file == ".rung" ? name + file : file)); };
    EXPECT_EQ(lines(in("other")), lines(in("english"))) << file;
  }
  for (const char* english : {" the ", " of ", " what ", " and "}) EXPECT_EQ((text + read(folder_ / "cegep-du-lac/README.md")).find(english), std::string::npos) << english;
}

TEST_F(New, IsBuiltByMakeWhenWhatItIsReadFromChanges) {
  ASSERT_EQ(run("rungc new elm -o \"a folder\"").status, 0);
  ASSERT_EQ(run("cd 'a folder' && make && make test && rung dump elm.pathways").status, 0) << run("cd 'a folder' && make").err;
  EXPECT_EQ(run("cd 'a folder' && make -q").status, 0);                    // nothing changed
  EXPECT_EQ(run("cd 'a folder' && cp elm.rung other.rung && sed -i 's/framework elm/framework other/; /^institution/d; /^scenario/,$d' other.rung"
                " && sed -i '2i use \"other.rung\"' elm.rung && make").status, 0);
  EXPECT_EQ(run("cd 'a folder' && touch -d '+5 seconds' other.rung && make -q").status, 1);   // it is only reached by `use`
  const Answer gone = run("cd 'a folder' && rm other.rung && make");
  EXPECT_NE(gone.status, 0);
  EXPECT_NE(gone.err.find("other.rung"), std::string::npos) << gone.err;
  EXPECT_NE(gone.err.find("unreadable-use"), std::string::npos) << gone.err;   // said by rungc, not by make
  EXPECT_EQ(run("cd 'a folder' && make clean && test ! -e elm.pathways").status, 0);
}

TEST_F(New, WritesOverNothing) {
  write("elm", "mine");
  EXPECT_EQ(run("rungc new elm").status, 2);
  EXPECT_EQ(read(folder_ / "elm"), "mine");
  fs::create_directories(folder_ / "here");
  end_to_end::write(folder_ / "here/README.md", "mine");
  const Answer refused = run("rungc new elm -o here");
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.err, "rungc: here/README.md is there already; nothing was written. Another folder is named with -o\n");
  EXPECT_EQ(things_in(folder_ / "here"), 1u);                               // what was placed before it is gone, and so is the stage
  EXPECT_EQ(read(folder_ / "here/README.md"), "mine");
  EXPECT_EQ(run("ln -s nowhere dangling && rungc new elm -o dangling").status, 2);
}

TEST_F(New, GoesIntoAFolderThatIsThere) {
  EXPECT_EQ(run("mkdir here && cd here && rungc new elm -o . && ls -a").out, "./elm.rung\n./Makefile\n./README.md\n.\n..\nMakefile\nREADME.md\nelm.rung\n");
  EXPECT_EQ(run("rungc new elm -o deep/er/ && rungc check deep/er").status, 0);
}

TEST_F(New, IsWrittenWholeOrNotAtAll) {
  // A file size limit stands for a full disk.
  EXPECT_EQ(run("bash -c 'trap \"\" XFSZ; ulimit -f 1; rungc new elm' 2>/dev/null").status, 2);
  EXPECT_EQ(run("ls -a | grep -c -e elm -e rungc").out, "0\n");
}

TEST_F(New, SaysWhatCanBeAName) {
  const Answer spaced = run("rungc new 'Collège d’Elmwood'");
  EXPECT_EQ(spaced.status, 2);
  EXPECT_EQ(spaced.err, "rungc: 'Collège d’Elmwood' cannot be a framework's name: small letters and digits joined by single hyphens, a letter first; write rungc new college-delmwood\n");
  for (const char* name : {"''", "2026", "elm_wood", "elm--wood", "-- -elm", "../elm", "Elm"}) EXPECT_EQ(run(std::string("rungc new ") + name).status, 2) << name;
  EXPECT_EQ(run("ls -a | grep -v txt").out, ".\n..\n");
  EXPECT_EQ(nlohmann::json::parse(run("rungc new 'El m' --format json").out)["errors"][0]["code"], "bad-name");
}

}  // namespace
