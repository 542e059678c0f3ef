// What the text answers name: agreements that a way rests on, what was set aside, what is still open, and the floor that was asked for.
#include <gtest/gtest.h>

#include <memory>

#include "runtime/rung/text/answers.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

class TextAnswers : public testing::Test {
 protected:
  rung::Asked asked(std::vector<rung::Holding> holdings) const {
    rung::Learner learner;
    learner.id = "L";
    learner.on = "2026-10-01";
    learner.holdings = std::move(holdings);
    auto bound = rung::bind(*table_, learner);
    EXPECT_TRUE(bound);
    return {table_, std::move(learner), std::move(*bound)};
  }
  static rung::Holding held(const std::string& name, const std::string& grade = {}) {
    rung::Holding out;
    out.name = name;
    out.grade = grade;
    return out;
  }
  std::uint32_t id(const std::string& name) const { return table_->find_credential("f." + name).value(); }
  std::string why_not(const rung::Asked& of, const char* language = "en") const {
    return rung::text_why_not(of, id("award"), rung::why_not(*table_, of.holdings, id("award")), rung::missing(*table_, of.holdings, id("award")), language);
  }
  static void has(const std::string& text, const std::string& part) { EXPECT_NE(text.find(part), std::string::npos) << part << "\nis not in\n" << text; }
  static void lacks(const std::string& text, const std::string& part) { EXPECT_EQ(text.find(part), std::string::npos) << part << "\nis in\n" << text; }

  std::shared_ptr<const rung::Table> table_ = std::make_shared<const rung::Table>(rung::testing::compiled_table(R"(rung 1 en
framework f "F" { version 1 grades percent }
institution elm "Elm College" { title fr "Collège Elm" } institution oak "Oak College"
competency k "K"
course x "X" { title fr "Le X" issued by elm credits 1 fee 195.50 CAD }
course y "Y" { issued by oak credits 3 }
course z "Z" { issued by oak credits 3 }
certificate award "Award" { issued by oak develops k requires { core: all of { y, z } at 65% } }
agreement ab "Elm to Oak" { from elm to oak status pending x at 65% counts as y }
)"));
};

TEST_F(TextAnswers, AWaySaysUnderWhichAgreementAStepIsRecognisedAndWhoIssuesIt) {
  const rung::Asked of = asked({held("z", "80%")});
  const rung::PathsQuestion question{id("award"), rung::Cost::credits, 1, true, {}};
  const rung::Paths ways = rung::paths(*table_, of.holdings, question);
  const std::string line = "by agreement: X (Elm College) counts as Y (3 credits); under Elm to Oak (pending)\n";
  const std::string text = rung::text_paths(of, question, ways);
  has(text, "     X (f.x) for core\n");
  has(text, "     " + line);
  has(text, "195.50 CAD");
  has(rung::text_paths(of, question, ways, "fr"), "     par entente\u00A0: Le X (Collège Elm) équivaut à Y (3\u00A0crédits)\u00A0; selon Elm to Oak (en attente)\n");
  const rung::BestWay best{question, ways};
  has(rung::text_missing(of, id("award"), rung::missing(*table_, of.holdings, id("award")), "en", &best), "\n  " + line);
  const rung::NearestQuestion near{rung::Cost::credits, 1};
  has(rung::text_nearest(of, near, rung::nearest(*table_, of.holdings, near)), "     " + line);
}

TEST_F(TextAnswers, WhyNotNamesWhatIsOpenAndTheFloorThatIsAskedFor) {
  const std::string text = why_not(asked({held("x", "60%"), held("z", "80%")}));
  has(text, "core: all of 2 credentials, each with 65% or better, 1 so far; open: Y\n");
  has(text, "it is below the grade or achievement that is asked for (65%)");
  has(why_not(asked({held("x", "60%")}), "fr"), "de la note ou du niveau demandés (65\u00A0%)");
}

TEST_F(TextAnswers, WhatWasSetAsideIsNamed) {
  const std::string text = why_not(asked({held("z", "80%"), held("y", "A"), held("nonsense")}));
  has(text, "  holding 2 (y): 'A' is not a grade of f");
  has(text, "  holding 3: the table has no credential named 'nonsense'");   // named already
}

TEST_F(TextAnswers, MissingNamesAGradeThatNobodyStated) {
  const rung::Asked of = asked({held("z")});
  const auto text = [&](const char* language) { return rung::text_missing(of, id("award"), rung::missing(*table_, of.holdings, id("award")), language); };
  has(text("en"), "Award (f.award): not yet earned");
  has(text("en"), "Left out, because something is not stated:\n  grade of Z (f.z)\n");
  has(text("fr"), "  note pour Z (f.z)\n");
  lacks(why_not(of), "Cannot tell, because");
}

}  // namespace
