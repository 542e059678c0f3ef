// What a drawing of a framework holds: boxes, lines, and the same in words.
#include "compiler/picture/picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/compiled_table.hpp"

namespace {

using namespace rung::picture;

constexpr const char* college = R"(rung 1 en
framework f "F College" { version 2026-09 }
gate hired "Is <hired>"
competency k competency l competency m
course a "A" { develops k credits 1 }
course b "B" { develops k credits 1 }
course c "C" { develops k credits 1 }
course d "D" { develops k credits 1 prerequisite any of { a, gate hired } }
course e "E" { develops k credits 1 prerequisite d }
course apart "Apart" { develops k credits 1 }
certificate some "Some" { develops l requires { basics: at least 1 of { b, c, e } more: all of { d } } }
diploma whole "Whole" { develops m requires { all: some  other: any of { 2 of { a, b }, gate hired } at least 25% of credits from { b, c } } }
)";

std::uint32_t box_of(const Picture& picture, const std::string& title) {
  for (std::uint32_t b = 0; b < picture.boxes.size(); ++b)
    if (std::find(picture.boxes[b].titles.begin(), picture.boxes[b].titles.end(), title) != picture.boxes[b].titles.end()) return b;
  ADD_FAILURE() << title << " is not drawn";
  return 0;
}

bool is_drawn(const Picture& picture, const std::string& title) {
  return std::any_of(picture.boxes.begin(), picture.boxes.end(),
                     [&](const Box& box) { return std::find(box.titles.begin(), box.titles.end(), title) != box.titles.end(); });
}

// "A -> Some, basics: …"
std::vector<std::string> lines(const Picture& picture) {
  std::vector<std::string> out;
  for (const Line& line : picture.lines) {
    const Box& to = picture.boxes[line.to];
    std::string text = picture.boxes[line.from].titles.front() + (line.link == Link::before ? " before " : line.link == Link::recognised ? " as " : " in ") + to.titles.front();
    if (line.row != rung::table::none) text += ", " + to.rows[line.row].text;
    if (!line.text.empty()) text += " (" + line.text + ")";
    out.push_back(text);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Picture, HoldsEveryBoxAndLine) {
  const rung::Table table = rung::testing::compiled_table(college);
  const Picture picture = picture_of(table, std::nullopt);
  EXPECT_EQ(picture.title, "F College");
  EXPECT_EQ(picture.boxes.size(), 9u);
  EXPECT_EQ(lines(picture), (std::vector<std::string>{
                                "A before D (any of 2 parts)",
                                "A in Whole, 2 of 2 credentials",
                                "B in Some, basics: at least 1 of 3 credentials",
                                "B in Whole, 2 of 2 credentials",
                                "C in Some, basics: at least 1 of 3 credentials",
                                "D before E",
                                "D in Some, more: 1 credential",
                                "E in Some, basics: at least 1 of 3 credentials",
                                "Is <hired> before D (any of 2 parts)",
                                "Is <hired> in Whole, gate: Is <hired>",
                                "Some in Whole, all: 1 credential",
                            }));
  const Box& whole = picture.boxes[box_of(picture, "Whole")];
  EXPECT_TRUE(whole.is_award);
  EXPECT_FALSE(picture.boxes[box_of(picture, "A")].is_award);
  ASSERT_EQ(whole.rows.size(), 5u);
  EXPECT_EQ(whole.rows[2].depth, 1u);
  EXPECT_EQ(whole.rows[4].text, "at least 25% of credits from B");
}

TEST(Picture, OfOneCredentialWhatItIsMadeOfAndCountsTowards) {
  const rung::Table table = rung::testing::compiled_table(college);
  const Picture picture = picture_of(table, *table.find_credential("f.e"));
  for (const char* shown : {"A", "D", "E", "Some", "Whole"}) EXPECT_TRUE(is_drawn(picture, shown)) << shown;
  for (const char* left_out : {"B", "C", "Apart"}) EXPECT_FALSE(is_drawn(picture, left_out)) << left_out;
  EXPECT_TRUE(picture.boxes[box_of(picture, "E")].is_asked_for);
}

TEST(Picture, WhatLeadsToTheSamePlacesIsOneBox) {
  const rung::Table table = rung::testing::compiled_table(R"(rung 1 en
framework f { version 2026-09 }
competency k competency l
course a { develops k credits 1 }
course b { develops k credits 1 }
course c { develops k credits 1 }
course d { develops k credits 1 }
certificate some { develops l requires { basics: at least 2 of { a, b, c } last: d } }
)");
  const Picture picture = picture_of(table, std::nullopt);
  ASSERT_EQ(picture.boxes.size(), 3u);
  EXPECT_EQ(picture.boxes[0].credentials.size(), 3u);
  EXPECT_EQ(picture.lines.size(), 2u);
  // What was asked about is drawn by itself.
  EXPECT_EQ(picture_of(table, *table.find_credential("f.a")).boxes[0].credentials.size(), 1u);
}

TEST(Picture, IsSaidInWords) {
  const rung::Table table = rung::testing::compiled_table(college);
  EXPECT_EQ(in_words(picture_of(table, std::nullopt)),
            "D\n"
            "  before it: A (any of 2 parts), Is <hired> (any of 2 parts)\n"
            "E\n"
            "  before it: D\n"
            "Some is made of\n"
            "  basics: at least 1 of 3 credentials: B, C, E\n"
            "  more: 1 credential: D\n"
            "Whole is made of\n"
            "  all: 1 credential: Some\n"
            "  other: any of 2 parts\n"
            "    2 of 2 credentials: A, B\n"
            "    gate: Is <hired>\n"
            "  at least 25% of credits from B\n");
}

// How good something has to be is said wherever it is asked for: of a part, of the whole rule, before something, by an agreement.
TEST(Picture, SaysFloorsAndAges) {
  const std::string text = R"(rung 1 en
framework f "F College" { version 2026-09 grades percent }
institution f "F College" institution oak "Oak"
competency k competency l
course a "A" { issued by f develops k credits 1 }
course b "B" { issued by f develops k credits 1 prerequisite a at 50% }
course x "X" { issued by oak develops k credits 1 }
certificate some "Some" { develops l requires {
  core: a at 60%
  then: all of { b } to mastery nothing older than 18 months after core
  nothing older than 5 years
  at most 50% of credits by transfer
} }
agreement t "Transfer" { from oak to f x at 70% counts as a }
)";
  EXPECT_EQ(in_words(picture_of(rung::testing::compiled_table(text.c_str()), std::nullopt)),
            "A\n"
            "  recognised for it: X (Transfer; each with 70% or better)\n"
            "B\n"
            "  before it: A (each with 50% or better)\n"
            "Some is made of\n"
            "  core: 1 credential; each with 60% or better: A\n"
            "  then: 1 credential; each awarded for mastery or more; nothing older than 18 months; after core: B\n"
            "  nothing older than 5 years\n"
            "  at most 50% of credits by transfer\n");
  EXPECT_NE(in_words(picture_of(rung::testing::compiled_table(text.c_str()), std::nullopt, "fr")).find("au plus 50\u00A0% des crédits"), std::string::npos);
}

// What people write in titles is text, and no part of the drawing's language.
TEST(Picture, TitlesAreText) {
  const rung::Table table = rung::testing::compiled_table(college);
  const std::string dot = as_dot(picture_of(table, std::nullopt));
  EXPECT_NE(dot.find("Is &lt;hired&gt;"), std::string::npos);
  EXPECT_EQ(dot.find("<hired>"), std::string::npos);
  EXPECT_TRUE(dot.starts_with("digraph \"F College\" {"));
}

}  // namespace
