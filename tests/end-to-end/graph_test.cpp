// rungc graph, from outside.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

class Graph : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("f.rung", R"(rung 1 en
framework f "Arts & Crafts" { version 2026-09 }
competency k competency l
course clay "Clay" { develops k credits 1 }
course glass "Glass" { develops k credits 1 }
certificate crafts "Crafts" { develops l requires { both: all of { clay, glass } } }
)");
  }
};

TEST_F(Graph, IsAPictureThatSaysWhatItShows) {
  const Answer answer = run("rungc graph f.rung");
  ASSERT_EQ(answer.status, 0) << answer.err;
  EXPECT_TRUE(answer.out.starts_with("<svg")) << answer.out.substr(0, 100);
  EXPECT_TRUE(answer.out.ends_with("</svg>\n"));
  EXPECT_NE(answer.out.find("role=\"img\""), std::string::npos);
  EXPECT_NE(answer.out.find(">Arts &amp; Crafts</title>"), std::string::npos);
  EXPECT_NE(answer.out.find("both: all of 2 credentials: Clay, Glass"), std::string::npos);
  EXPECT_EQ(answer.out, run("rungc graph f.rung --format svg").out);
  ASSERT_EQ(run("rungc graph f.rung -o f.svg").status, 0);
  EXPECT_EQ(read(folder_ / "f.svg"), answer.out);
}

TEST_F(Graph, IsOfTheFormatOfItsFile) {
  for (const auto& [file, format] : {std::pair("f.dot", "dot"), {"f.txt", "text"}, {"f.json", "json"}, {"drawing", "svg"}}) {
    ASSERT_EQ(run(std::string("rungc graph f.rung -o ") + file).status, 0) << file;
    EXPECT_EQ(read(folder_ / file), run(std::string("rungc graph f.rung --format ") + format).out) << file;
  }
  const Answer none = run("rungc graph f.rung -o f.pdf");
  EXPECT_EQ(none.status, 2);
  EXPECT_EQ(none.err, "rungc: f.pdf: there is no drawing of that ending; there are .svg, .dot, .txt and .json, or say with --format which it is\n");
  EXPECT_FALSE(fs::exists(folder_ / "f.pdf"));
  EXPECT_EQ(run("rungc graph f.rung -o f.pdf --format dot").status, 0);
}

// A drawing does not depend on the fonts of the machine: with none at all it is the same.
TEST_F(Graph, IsTheSameWithoutFonts) {
  write("g.rung", R"(rung 1 en
framework g { version 2026-09 }
gate hired "Is hired"
competency k competency l
course clay "Clay, Kilns and Glazes for Those Who Begin" { develops k credits 1 }
course glass "Glass" { develops k credits 1 prerequisite any of { clay, gate hired } }
certificate crafts "Crafts" { develops l requires { one: any of { clay, glass } at least 50% of credits from { glass } } }
)");
  write("fonts.conf", R"(<?xml version="1.0"?><fontconfig><dir>/nowhere</dir><cachedir>.</cachedir></fontconfig>)");
  const Answer usual = run("rungc graph g.rung"), without = run("FONTCONFIG_FILE=$PWD/fonts.conf rungc graph g.rung");
  ASSERT_EQ(usual.status, 0) << usual.err;
  EXPECT_EQ(usual.out, without.out);
}

TEST_F(Graph, AsDataAndForGraphviz) {
  const auto json = nlohmann::json::parse(run("rungc graph f.rung --for clay --format json").out);
  ASSERT_EQ(json["boxes"].size(), 2u);
  EXPECT_EQ(json["boxes"][0]["credentials"], nlohmann::json::array({"f.clay"}));
  EXPECT_EQ(json["lines"], nlohmann::json::array({{{"from", 0}, {"to", 1}, {"row", 0}, {"link", "counts"}, {"text", nullptr}}}));
  const Answer dot = run("rungc graph f.rung --format dot >f.dot && dot -Tplain f.dot");   // Graphviz takes it
  EXPECT_EQ(dot.status, 0) << dot.err;
  EXPECT_TRUE(dot.out.starts_with("graph "));
}

TEST_F(Graph, WithoutGraphvizSaysWhatToInstall) {
  const Answer answer = run("mkdir empty && PATH=$PWD/empty '" RUNG_BIN_DIR "/rungc' graph f.rung");
  EXPECT_EQ(answer.status, 2);
  EXPECT_NE(answer.err.find("install Graphviz, or ask for --format dot"), std::string::npos) << answer.err;
  EXPECT_EQ(answer.out, "");
  EXPECT_EQ(run("mkdir -p empty && PATH=$PWD/empty '" RUNG_BIN_DIR "/rungc' graph f.rung --format dot").status, 0);
}

TEST_F(Graph, RefusesWhatItCannotDraw) {
  EXPECT_EQ(run("rungc graph f.rung --for paper").status, 1);
  EXPECT_EQ(run("rungc graph f.rung -o none/f.svg").status, 2);
  EXPECT_EQ(run("rungc graph none.rung").status, 2);
  write("wrong.rung", "rung 1 en\nframework f { version 2026-09 }\ncourse a { develops nothing }\n");
  EXPECT_EQ(run("rungc graph wrong.rung").status, 1);
}

}  // namespace
