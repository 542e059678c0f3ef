// Linking: names, units, quantities, dates, sets and rules, as docs/meaning.md and docs/language.md say.
#include <gtest/gtest.h>

#include <string>

#include "compiler/compile.hpp"

namespace {

using rung::model::Model;
using rung::table::millionths;

const std::string head = "rung 1 en\nframework f \"F\" { version 2026-09 credits 1 credit = 15 hours }\ninstitution i \"I\"\n";

struct Linked {
  rung::Compiled compiled;
  explicit Linked(const std::string& body, const std::string& before = head) : compiled(rung::compile_text("test.rung", before + body)) {}

  const Model& model() const { return compiled.model; }
  std::string codes() const {
    std::string out;
    for (const auto& diagnostic : compiled.diagnostics.sorted()) out += std::string(rung::diagnostics::code(diagnostic.kind)) + ' ';
    return out;
  }
  bool has(const std::string& code) const { return (" " + codes()).find(" " + code + " ") != std::string::npos; }
  std::uint32_t id(const std::string& name) const {
    for (std::uint32_t i = 0; i < model().credentials.size(); ++i)
      if (model().credentials[i].name == "f." + name) return i;
    ADD_FAILURE() << "no credential " << name;
    return 0;
  }
  const rung::model::Credential& credential(const std::string& name) const { return model().credentials[id(name)]; }
  // The nodes of a credential's rule, root first.
  std::vector<rung::model::Node> rule(const std::string& name) const {
    const std::uint32_t root = credential(name).rule;
    return {model().nodes.begin() + root, model().nodes.begin() + model().nodes[root].end};
  }
  std::vector<std::string> names(const std::vector<std::uint32_t>& ids) const {
    std::vector<std::string> out;
    for (const std::uint32_t i : ids) out.push_back(model().credentials[i].name.substr(2));
    return out;
  }
};

using Names = std::vector<std::string>;

TEST(Link, QuantitiesAreExactMillionths) {
  const Linked l("course a { credits 2.5 workload 37.5 hours over 6 weeks fee 199.99 CAD level 4.5 }");
  EXPECT_EQ(l.codes(), "");
  const auto& a = l.credential("a");
  EXPECT_EQ(a.credits->value, 2'500'000);
  EXPECT_EQ(a.hours->value, 37'500'000);
  EXPECT_EQ(a.weeks->value, 6'000'000);
  EXPECT_EQ(a.fee->value, 199'990'000);
  EXPECT_EQ(a.level->value, 4'500'000);
  EXPECT_EQ(a.currency, "CAD");
}

TEST(Link, WhatIsNotStatedIsNotThere) {
  const Linked l("course a { credits unknown workload unknown fee unknown level unknown } course b");
  for (const std::string name : {"a", "b"}) {
    EXPECT_FALSE(l.credential(name).credits) << name;
    EXPECT_FALSE(l.credential(name).hours) << name;
    EXPECT_FALSE(l.credential(name).fee) << name;
    EXPECT_FALSE(l.credential(name).level) << name;
  }
}

TEST(Link, AmountsOutOfRangeAreReported) {
  EXPECT_TRUE(Linked("course a { credits -1 }").has("bad-quantity"));
  EXPECT_TRUE(Linked("course a { credits 0.0000001 }").has("bad-quantity"));
  EXPECT_TRUE(Linked("course a { credits 1000000000 }").has("bad-quantity"));
  EXPECT_TRUE(Linked("course a { credits 99999999999999999999999999 }").has("bad-quantity"));
  EXPECT_EQ(Linked("course a { credits 999999999.999999 }").codes(), "");
}

TEST(Link, AMonthIsItsFirstDayOrItsLast) {
  const Linked l("course a { offered from 2028-02 to 2028-02 }");
  EXPECT_EQ(l.codes(), "");
  EXPECT_EQ(l.credential("a").offered_to->value - l.credential("a").offered_from->value, 28);   // 2028 is a leap year
  EXPECT_TRUE(Linked("course a { offered from 2026-09 to 2026-08 }").has("bad-date"));
  EXPECT_TRUE(Linked("course a { review by 2027-02-29 }").has("bad-date"));
}

TEST(Link, NamesAndDescriptionsInSets) {
  const std::string body =
      "course a { level 4 tags x } course b { level 5 tags x issued by i } course c { level 5 tags y } course d { tags x }\n";
  const auto members = [&](const std::string& set) {
    const Linked l(body + "certificate z { tags x requires { p: at least 1 credits from " + set + " } }");
    return l.names(l.rule("z")[1].members);
  };
  EXPECT_EQ(members("{ a, c }"), (Names{"a", "c"}));
  EXPECT_EQ(members("{ tagged x }"), (Names{"a", "b", "d"}));                       // not z itself
  EXPECT_EQ(members("{ tagged x, level at least 5 }"), (Names{"b"}));              // descriptions narrow
  EXPECT_EQ(members("{ tagged x } or { c }"), (Names{"a", "b", "c", "d"}));
  EXPECT_EQ(members("{ tagged x } and { level at most 4 }"), (Names{"a"}));
  EXPECT_EQ(members("{ tagged x } except { a } except { d }"), (Names{"b"}));
  EXPECT_EQ(members("{ level below 5 }"), (Names{"a"}));                            // d states no level
  EXPECT_EQ(members("{ level above 4 }"), (Names{"b", "c"}));
  EXPECT_EQ(members("{ level between 4 and 5 }"), (Names{"a", "b", "c"}));
  EXPECT_EQ(members("{ level 4 }"), (Names{"a"}));
  EXPECT_EQ(members("{ issued by i }"), (Names{"b"}));
  EXPECT_EQ(members("{ type course }"), (Names{"a", "b", "c", "d"}));
  EXPECT_EQ(members("{ { tagged y } or { a }, b }"), (Names{"a", "b", "c"}));
}

TEST(Link, DescriptionsByCompetencyReadTheAchievement) {
  const Linked l(
      "competency k\ncourse a { develops k } course b { develops k to mastery } course c { develops k awarded for participation }\n"
      "certificate z { requires { any: 1 of { developing k } good: 1 of { developing k to competence } best: 1 of { developing k to mastery } } }");
  const auto rule = l.rule("z");
  EXPECT_EQ(l.names(rule[1].members), (Names{"a", "b", "c"}));
  EXPECT_EQ(l.names(rule[2].members), (Names{"a", "b"}));
  EXPECT_EQ(l.names(rule[3].members), (Names{"b"}));
}

TEST(Link, GroupsOfBareNamesAreSetsAndOthersHaveChildren) {
  const Linked l("course a course b course c\ncertificate z { requires { p: 2 of { a, b, c } q: 1 of { a at 70%, b } } }");
  const auto rule = l.rule("z");
  ASSERT_EQ(rule.size(), 5u);
  EXPECT_EQ(rule[1].kind, rung::table::NodeKind::members);
  EXPECT_EQ(rule[1].need, 2u);
  EXPECT_EQ(rule[1].choice, rung::table::Choice::exactly);
  EXPECT_EQ(rule[2].kind, rung::table::NodeKind::group);
  EXPECT_EQ(rule[3].grade_floor, 70 * millionths);
  EXPECT_EQ(rule[4].grade_floor, rung::table::unknown);
}

TEST(Link, AnIssuerNamedBareIsAConditionAndALabelledOneAPart) {
  const Linked bare("course a { issued by i credits 3 }\ncertificate z { requires { p: all of { a } at least 2 credits from i } }");
  EXPECT_EQ(bare.rule("z").size(), 2u);
  ASSERT_EQ(bare.model().conditions.size(), 1u);
  EXPECT_EQ(bare.model().conditions[0].kind, rung::table::ConditionKind::amount_from);
  EXPECT_EQ(bare.names(bare.model().conditions[0].members), (Names{"a"}));
  const Linked labelled("course a { issued by i credits 3 }\ncertificate z { requires { p: at least 2 credits from i } }");
  EXPECT_EQ(labelled.rule("z").size(), 2u);
  EXPECT_TRUE(labelled.model().conditions.empty());
}

TEST(Link, ShareKeepsItsRounding) {
  const Linked l("course a { issued by i credits 9 }\ncertificate z { requires { p: all of { a } at least 50% of credits from i, rounded up to whole credits } }");
  ASSERT_EQ(l.model().conditions.size(), 1u);
  EXPECT_EQ(l.model().conditions[0].kind, rung::table::ConditionKind::share);
  EXPECT_EQ(l.model().conditions[0].percent, 50 * millionths);
  EXPECT_EQ(l.model().conditions[0].rounding, rung::table::Rounding::up);
}

TEST(Link, AQuantityBeforeTheBracesIsATotal) {
  const Linked l("course a { credits 60 }\ncertificate z { requires 60 credits { p: all of { a } } }");
  ASSERT_EQ(l.model().conditions.size(), 1u);
  EXPECT_EQ(l.model().conditions[0].kind, rung::table::ConditionKind::total);
  EXPECT_EQ(l.model().conditions[0].amount, 60 * millionths);
  EXPECT_EQ(Linked("course a course b certificate z { requires 2 of { a, b } }").rule("z")[1].need, 2u);
}

TEST(Link, EachWrongNameIsReportedOnceWithTheNearest) {
  const Linked l("course drawing\ncertificate z { requires all of { drawin } }");
  ASSERT_TRUE(l.has("unknown-name"));
  const auto all = l.compiled.diagnostics.sorted();
  ASSERT_FALSE(all[0].help.empty());
  EXPECT_EQ(rung::diagnostics::words(all[0].help[0].first, all[0].help[0].second), "did you mean 'drawing'?");
  EXPECT_TRUE(Linked("gate g\ncertificate z { requires all of { g } }").has("wrong-kind"));
  EXPECT_TRUE(Linked("course a course a").has("duplicate-name"));
  EXPECT_TRUE(Linked("course A").has("bad-name"));
}

TEST(Link, ABrokenDeclarationIsNotBlamedOnThoseWhoNameIt) {
  const Linked l("course a { credits three }\ncertificate z { requires all of { a } entitles to \"x\" }");
  EXPECT_EQ(l.codes(), "syntax ");
}

TEST(Link, CreditsOfTwoSystemsAddUpOnlyWithADeclaredBasis) {
  const std::string ects = "course a { credits 5 ECTS } course b { credits 3 }\ncertificate z { entitles to \"x\" requires { p: all of { a, b } at least 8 credits } }";
  EXPECT_TRUE(Linked(ects).has("unit-mismatch"));
  const std::string based = "rung 1 en\nframework f \"F\" { version 1 credits 1 credit = 15 hours credits 1 ECTS = 30 hours }\n";
  EXPECT_EQ(Linked(ects, based).codes(), "");
  // 5 ECTS of 28 hours are 9⅓ credits of 15, which six decimals do not hold; they are added by their hours all the same.
  const std::string inexact = "rung 1 en\nframework f \"F\" { version 1 credits 1 credit = 15 hours credits 1 ECTS = 28 hours }\n";
  EXPECT_EQ(Linked(ects, inexact).codes(), "");
}

TEST(Link, WhatACreditIsWorthIsExactAndNotTooMuch) {
  const auto of = [](const std::string& basis) { return Linked("", "rung 1 en\nframework f \"F\" { version 1 " + basis + " }\n"); };
  EXPECT_FALSE(of("credits 1 credit = 10000 hours").has("bad-quantity"));
  EXPECT_TRUE(of("credits 1 credit = 10000.1 hours").has("bad-quantity"));
  EXPECT_FALSE(of("credits 1 credit = 0.5 ECTS credits 1 ECTS = 25 hours").has("bad-quantity"));
  EXPECT_TRUE(of("credits 1 credit = 0.000001 ECTS credits 1 ECTS = 25.5 hours").has("bad-quantity"));   // 0.0000255 hours
  EXPECT_TRUE(of("credits 1 credit = 1000 ECTS credits 1 ECTS = 25 hours").has("bad-quantity"));
}

TEST(Link, FieldsAreStatedOnceAndWhereTheyBelong) {
  EXPECT_TRUE(Linked("course a { level 3 level 4 }").has("repeated-field"));
  EXPECT_TRUE(Linked("course a { credits 3 credits 4 }").has("repeated-field"));
  EXPECT_TRUE(Linked("gate g { fee 3 CAD }").has("misplaced-field"));
  EXPECT_TRUE(Linked("course a course b certificate z { requires { all of { a, b at least 2 credits } } }").has("misplaced-condition"));
}

TEST(Link, GradesAreReadOnTheFrameworksScale) {
  const std::string letters = "rung 1 en\nframework f \"F\" { version 1 grades A, B, C-, D }\n";
  const Linked l("course a\ncertificate z { requires { p: a at C- } }", letters);
  EXPECT_EQ(l.rule("z")[1].grade_floor, 2);
  EXPECT_TRUE(Linked("course a\ncertificate z { requires { p: a at E } }", letters).has("bad-value"));
  EXPECT_TRUE(Linked("course a\ncertificate z { requires { p: a at 70% } }", letters).has("bad-value"));
  EXPECT_TRUE(Linked("course a\ncertificate z { requires { p: a at C- } }").has("bad-value"));
}

TEST(Link, TheOrderOfDeclarationsDoesNotMatter) {
  const Linked one("course a course b certificate z { entitles to \"x\" requires all of { a, b } }");
  const Linked other("certificate z { entitles to \"x\" requires all of { b, a } } course b course a");
  ASSERT_EQ(one.model().credentials.size(), other.model().credentials.size());
  for (std::size_t i = 0; i < one.model().credentials.size(); ++i) EXPECT_EQ(one.model().credentials[i].name, other.model().credentials[i].name);
  EXPECT_EQ(one.rule("z")[1].members, other.rule("z")[1].members);
}

}  // namespace
