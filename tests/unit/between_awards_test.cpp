// Limits between awards, new learning, surrenders and exceptions, on one college whose answers can be worked out on paper: courses of 3 credits each, and "other", an
// award made of a and b.
#include <gtest/gtest.h>

#include <set>

#include "runtime/queries/queries.hpp"
#include "runtime/rung/records/record.hpp"
#include "runtime/rung/text/answers.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

constexpr const char* things = R"(rung 1 en
framework f { version 1 grades percent }
institution n
institution m
competency does-award
competency does-other
competency does-third
competency does-inner
course a { issued by n credits 3 }
course b { issued by n credits 3 }
course c { issued by n credits 3 }
course d { issued by n credits 3 }
course x { issued by m credits 3 }
certificate other "The Other" { issued by n develops does-other credits 6 requires { core: all of { a, b } } }
certificate third { issued by n develops does-third requires { core: any of { a, c } } }
certificate inner { issued by n develops does-inner requires { core: a } }
)";

std::string award(const std::string& rule, const std::string& rest = {}) {
  return "certificate award \"The Award\" { issued by n develops does-award requires { " + rule + " } " + rest + " }\n";
}

rung::Holding held(const std::string& name, std::vector<std::string> counted = {}, const std::string& awarded = {}) {
  rung::Holding out;
  out.name = "f." + name;
  out.awarded = awarded;
  for (const std::string& one : counted) out.counted.push_back("f." + one);
  return out;
}

rung::Exception excused(const std::string& award, const std::string& part) {
  return {"f." + award, part, part.empty(), "Dean of Manufacturing", "ten years on the floor", "2026-02-01"};
}

class College {
 public:
  explicit College(const std::string& rest, const std::string& before = things) : table_(rung::testing::compiled_table(before + rest)) {}

  rung::Holdings holdings(std::vector<rung::Holding> held, std::vector<rung::Exception> exceptions = {}) const {
    rung::Learner learner;
    learner.on = "2026-10-01";
    learner.holdings = std::move(held);
    learner.exceptions = std::move(exceptions);
    auto bound = rung::bind(table_, learner);
    EXPECT_TRUE(bound);
    return std::move(*bound);
  }
  std::uint32_t id(const std::string& name) const { return table_.find_credential("f." + name).value(); }
  const rung::Table& table() const { return table_; }

  // Whether the award is earned by its rule, or held.
  bool earned(const rung::Holdings& holdings, const std::string& award = "award") const {
    for (const rung::EarnedAward& one : rung::earned(table_, holdings).earned)
      if (one.credential == id(award)) return true;
    return false;
  }
  bool earned(std::vector<rung::Holding> held) const { return earned(holdings(std::move(held))); }
  rung::MissingAnswer missing(const rung::Holdings& holdings) const { return rung::missing(table_, holdings, id("award")); }

 private:
  rung::Table table_;
};

// ---- share at most … with -----------------------------------------------------------------------------------------------------------

TEST(Sharing, IsLimitedByWhatAnotherAwardWasAwardedFor) {
  const College college(award("core: at least 6 credits from { a, b, c }, share at most 3 credits with any other award"));
  EXPECT_TRUE(college.earned({held("a"), held("b")}));                                                  // nothing else was conferred
  EXPECT_FALSE(college.earned({held("a"), held("b"), held("other", {"a", "b"})}));                      // 6 of 6 credits are shared
  EXPECT_TRUE(college.earned({held("a"), held("b"), held("c"), held("other", {"a", "b"})}));            // 3 of 6, with c
  EXPECT_FALSE(college.earned({held("a"), held("b"), held("c"), held("other", {"a", "b"}), held("third", {"c"})}));
}

TEST(Sharing, MayBeRefusedWithOneAwardOnly) {
  const College college(award("core: all of { a }, share nothing with { other }"));
  EXPECT_FALSE(college.earned({held("a"), held("other", {"a", "b"})}));
  EXPECT_TRUE(college.earned({held("a"), held("third", {"a"})}));
  EXPECT_TRUE(college.earned({held("a"), held("other", {"b"})}));
}

TEST(Sharing, IsNotWithWhatTheRuleItselfCounts) {
  const College college(award("core: all of { other, c }, share nothing with any other award"));
  EXPECT_TRUE(college.earned({held("c"), held("other", {"a", "b"})}));
  EXPECT_FALSE(college.earned({held("c"), held("other", {"a", "b"}), held("third", {"c"})}));
}

TEST(Sharing, IsOfWhatAnAwardBringsAlongToo) {
  const College college(award("core: inner, share nothing with { other }"));
  EXPECT_TRUE(college.earned({held("a")}));                                     // inner stands on a
  EXPECT_FALSE(college.earned({held("a"), held("other", {"a", "b"})}));
  EXPECT_TRUE(college.earned({held("a"), held("other", {"b"})}));
}

TEST(Sharing, IsOfWhatAnAgreementMadeOfTheSameLearning) {
  const College college(award("core: a, share nothing with { other }") + "agreement g { from m to n\nx counts as a\n}\n");
  EXPECT_TRUE(college.earned({held("x")}));
  EXPECT_FALSE(college.earned({held("x"), held("other", {"x", "b"})}));
  EXPECT_FALSE(college.earned({held("x"), held("other", {"a", "b"})}));
}

TEST(Sharing, TheAwardItselfIsNoOther) {
  const College college(award("core: a, share nothing with any other award"));
  const rung::Earned answer = rung::earned(college.table(), college.holdings({held("a"), held("award", {"a"})}));
  ASSERT_EQ(answer.earned.size(), 3u);   // award, inner, third
  EXPECT_TRUE(answer.earned[0].conferred);
  EXPECT_TRUE(college.missing(college.holdings({held("a"), held("award", {"a"})})).nodes.front().verdict == rung::Verdict::met);
}

TEST(Sharing, CannotBeToldWhereTheRecordDoesNotSayWhatForAnAwardWas) {
  const College college(award("core: at least 6 credits from { a, b, c }, share at most 3 credits with any other award"));
  const rung::Holdings silent = college.holdings({held("a"), held("b"), held("other")});
  const rung::Earned answer = rung::earned(college.table(), silent);
  EXPECT_FALSE(college.earned(silent));
  ASSERT_EQ(answer.cannot_tell.size(), 1u);
  EXPECT_EQ(answer.cannot_tell[0].first, college.id("award"));
  ASSERT_EQ(answer.cannot_tell[0].second.size(), 1u);
  EXPECT_EQ(answer.cannot_tell[0].second[0].credential, college.id("other"));
  EXPECT_EQ(answer.cannot_tell[0].second[0].what, "what it was awarded for");
  EXPECT_TRUE(college.missing(silent).cannot_tell);
  // Of c "other" cannot have been made; with it no more than 3 credits are in doubt.
  EXPECT_TRUE(college.earned({held("a"), held("b"), held("c"), held("other")}));
}

TEST(Sharing, NoAwardWasAwardedForWhatCameAfterIt) {
  const College college(award("core: all of { a, b }, share nothing with any other award"));
  EXPECT_TRUE(college.earned({held("a", {}, "2026-05-01"), held("b", {}, "2026-05-01"), held("other", {}, "2026-01-01")}));
  EXPECT_FALSE(college.earned({held("a", {}, "2025-05-01"), held("b", {}, "2026-05-01"), held("other", {}, "2026-01-01")}));
}

TEST(Sharing, IsShownWithItsNumbers) {
  const College college(award("core: at least 6 credits from { a, c }, share at most 3 credits with any other award"));
  const rung::MissingAnswer answer = college.missing(college.holdings({held("a"), held("c"), held("other", {"a", "b"})}));
  ASSERT_EQ(answer.conditions.size(), 1u);
  EXPECT_EQ(answer.conditions[0].verdict, rung::Verdict::met);
  EXPECT_EQ(answer.conditions[0].have, 3'000'000);
  EXPECT_EQ(answer.conditions[0].need, 3'000'000);
}

// ---- counts towards at most … awards -------------------------------------------------------------------------------------------------

TEST(MostAwards, AreThoseThatWereConferredForIt) {
  const auto with = [](const std::string& limit) {
    std::string before = things;
    const std::string course = "course a { issued by n credits 3";
    before.replace(before.find(course), course.size(), course + " counts towards at most " + limit);
    return College(award("core: a"), before);
  };
  const rung::Holding other = held("other", {"a", "b"}), third = held("third", {"a"});
  EXPECT_TRUE(with("1 award").earned({held("a")}));
  EXPECT_FALSE(with("1 award").earned({held("a"), other}));
  EXPECT_TRUE(with("1 award").earned({held("a"), held("third", {"c"})}));
  EXPECT_TRUE(with("2 awards").earned({held("a"), other}));
  EXPECT_FALSE(with("2 awards").earned({held("a"), other, third}));
  EXPECT_FALSE(with("2 awards").earned({held("a"), other, held("third")}));   // third does not say what for; perhaps for a
  const College one = with("2 awards");
  const rung::Earned unknown = rung::earned(one.table(), one.holdings({held("a"), other, held("third")}));
  ASSERT_EQ(unknown.cannot_tell.size(), 2u);   // award, and inner, which asks for a as well
  EXPECT_EQ(unknown.cannot_tell[0].second.at(0).credential, one.id("third"));
}

// ---- new learning ---------------------------------------------------------------------------------------------------------------------

TEST(NewLearning, IsWhatNoOtherAwardWasAwardedFor) {
  const College half(award("core: at least 6 credits from { a, b, c, d }, at least 50% of credits by new learning"));
  const rung::Holding other = held("other", {"a", "b"});
  EXPECT_TRUE(half.earned({held("a"), held("b")}));
  EXPECT_FALSE(half.earned({held("a"), held("b"), other}));
  EXPECT_TRUE(half.earned({held("a"), held("b"), held("c"), other}));           // a and c: 3 of 6
  const College six(award("core: at least 6 credits from { a, b, c, d }, at least 6 credits by new learning"));
  EXPECT_FALSE(six.earned({held("a"), held("b"), held("c"), other}));
  EXPECT_TRUE(six.earned({held("a"), held("b"), held("c"), held("d"), other}));
}

TEST(NewLearning, IsNoneInAnAwardThatWasConferred) {
  const rung::Holding other = held("other", {"a", "b"});                        // 6 credits; c has 3 of 9
  EXPECT_TRUE(College(award("core: all of { other, c }, at least 33% of credits by new learning")).earned({held("c"), other}));
  EXPECT_FALSE(College(award("core: all of { other, c }, at least 34% of credits by new learning")).earned({held("c"), other}));
  EXPECT_TRUE(College(award("core: all of { other, c }, at least 34% of credits by new learning, rounded down to whole credits")).earned({held("c"), other}));
  // Earned by its rule and not conferred, it is new but for a, which "third" was awarded for: 6 - 3 + 3 of 9.
  const std::vector<rung::Holding> not_conferred = {held("a"), held("b"), held("c"), held("third", {"a"})};
  EXPECT_TRUE(College(award("core: all of { other, c }, at least 6 credits by new learning")).earned(not_conferred));
  EXPECT_FALSE(College(award("core: all of { other, c }, at least 7 credits by new learning")).earned(not_conferred));
}

// ---- surrenders ------------------------------------------------------------------------------------------------------------------------

TEST(Surrender, SetsAsideWhatIsGivenUp) {
  const College college(award("core: a") + "diploma big { issued by n develops does-award requires { core: all of { a, d } } surrenders { a } }\n");
  const rung::Holdings before = college.holdings({held("a"), held("d")});
  EXPECT_TRUE(college.earned(before));
  EXPECT_TRUE(college.earned(before, "big"));
  const rung::Holdings after = college.holdings({held("a"), held("d"), held("big", {"a", "d"})});
  ASSERT_EQ(after.set_aside.size(), 1u);
  EXPECT_EQ(after.set_aside[0].reason, "surrendered");
  EXPECT_EQ(after.set_aside[0].holding, 0u);
  EXPECT_EQ(after.set_aside[0].message, "f.a was surrendered for f.big, which the record holds");
  EXPECT_FALSE(college.earned(after));
  const rung::Earned answer = rung::earned(college.table(), after);
  ASSERT_EQ(answer.earned.size(), 1u);
  EXPECT_EQ(answer.earned[0].counted.size(), 2u);   // its own stays
}

TEST(Surrender, TakesAwayAllAtOnce) {
  const College college(award("core: a", "surrenders { other }") + "diploma big { issued by n develops does-inner requires { core: all of { award, d } } surrenders { award } }\n");
  const rung::Holdings all = college.holdings({held("other", {"a"}), held("award", {"a"}), held("big", {"a", "d"})});
  EXPECT_EQ(all.set_aside.size(), 2u);   // the award is given up for big, and had taken "other" away before
  ASSERT_EQ(all.held.size(), 1u);
  EXPECT_EQ(all.held[0].credential, college.id("big"));
}

// ---- exceptions ------------------------------------------------------------------------------------------------------------------------

TEST(Exceptions, WaiveANamedPart) {
  const College college(award("methods: all of { a, b }, rest: c"));
  EXPECT_FALSE(college.earned({held("c")}));
  const rung::Holdings holdings = college.holdings({held("c")}, {excused("award", "methods")});
  const rung::Earned answer = rung::earned(college.table(), holdings);
  EXPECT_TRUE(college.earned(holdings));
  ASSERT_EQ(answer.earned.size(), 2u);   // award, and third by c
  EXPECT_EQ(answer.earned[0].exceptions, (std::vector<std::uint32_t>{0}));
  const rung::MissingAnswer missing = college.missing(holdings);
  EXPECT_TRUE(missing.earned);
  EXPECT_EQ(missing.nodes[1].verdict, rung::Verdict::met);
  EXPECT_EQ(missing.nodes[1].exception, 0u);
  EXPECT_EQ(missing.nodes[2].exception, rung::table::none);
  EXPECT_FALSE(college.earned(college.holdings({held("a"), held("b")}, {excused("award", "methods")})));   // the rest is still asked
}

TEST(Exceptions, AreNotNamedWhereNothingRestsOnThem) {
  const College college(award("methods: all of { a, b }, rest: c"));
  const rung::Earned answer = rung::earned(college.table(), college.holdings({held("a"), held("b"), held("c")}, {excused("award", "methods")}));
  ASSERT_FALSE(answer.earned.empty());
  EXPECT_EQ(answer.earned[0].credential, college.id("award"));
  EXPECT_TRUE(answer.earned[0].exceptions.empty());
  EXPECT_EQ(college.missing(college.holdings({held("a"), held("b"), held("c")}, {excused("award", "methods")})).nodes[1].exception, rung::table::none);
}

TEST(Exceptions, LetWhatIsWaivedCountAllTheSame) {
  const College college(award("methods: all of { a, b }, rest: c, at least 6 credits"));
  EXPECT_FALSE(college.earned(college.holdings({held("c")}, {excused("award", "methods")})));              // 3 of 6 credits
  EXPECT_TRUE(college.earned(college.holdings({held("a"), held("c")}, {excused("award", "methods")})));
}

TEST(Exceptions, WaiveEverythingThatAnAwardAsks) {
  const College college(award("methods: all of { a, b }"));
  EXPECT_TRUE(college.earned(college.holdings({}, {excused("award", "methods")})));   // nothing is held, and nothing asked
}

TEST(Exceptions, WaivePrerequisites) {
  const College college(award("core: a", "prerequisite d"));
  EXPECT_FALSE(college.earned({held("a")}));
  const rung::Holdings holdings = college.holdings({held("a")}, {excused("award", "")});
  EXPECT_TRUE(college.earned(holdings));
  const rung::MissingAnswer missing = college.missing(holdings);
  EXPECT_EQ(missing.prerequisites.at(0).verdict, rung::Verdict::met);
  EXPECT_EQ(missing.prerequisites.at(0).exception, 0u);
  EXPECT_EQ(rung::earned(college.table(), holdings).earned.at(0).exceptions, (std::vector<std::uint32_t>{0}));
}

TEST(Exceptions, ShortenPaths) {
  const College college(award("methods: all of { a, b }, rest: c", "prerequisite d"));
  rung::PathsQuestion question{};
  question.award = college.id("award");
  const rung::Paths all = rung::paths(college.table(), college.holdings({}), question);
  ASSERT_EQ(all.paths.size(), 1u);
  EXPECT_EQ(all.paths[0].steps.size(), 4u);
  EXPECT_TRUE(all.paths[0].exceptions.empty());
  const rung::Paths less = rung::paths(college.table(), college.holdings({}, {excused("award", "methods"), excused("award", "")}), question);
  ASSERT_EQ(less.paths.size(), 1u);
  ASSERT_EQ(less.paths[0].steps.size(), 1u);
  EXPECT_EQ(less.paths[0].steps[0].credential, college.id("c"));
  EXPECT_EQ(less.paths[0].exceptions, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Exceptions, HoldInsideAnAwardThatIsCounted) {
  const College college(award("core: all of { other, c }"));
  const rung::Holdings holdings = college.holdings({held("c")}, {excused("other", "core")});
  const rung::Earned answer = rung::earned(college.table(), holdings);
  EXPECT_TRUE(college.earned(holdings));
  ASSERT_EQ(answer.earned.size(), 3u);   // award, other, third
  EXPECT_EQ(answer.earned[0].exceptions, (std::vector<std::uint32_t>{0}));
}

TEST(Exceptions, AreSetAsideUnlessTheySayWhoAndWhyAndWhat) {
  const College college(award("methods: all of { a, b }, rest: c"));
  const auto message = [&](rung::Exception exception) {
    const rung::Holdings holdings = college.holdings({held("c")}, {std::move(exception)});
    EXPECT_FALSE(college.earned(holdings));
    EXPECT_EQ(holdings.set_aside.size(), 1u);
    if (holdings.set_aside.empty()) return std::string();
    EXPECT_EQ(holdings.set_aside[0].reason, "bad-exception");
    EXPECT_TRUE(holdings.set_aside[0].is_exception);
    return holdings.set_aside[0].message;
  };
  rung::Exception one = excused("award", "methods");
  one.by.clear();
  EXPECT_EQ(message(one), "it does not say who approved it; write \"by\"");
  one = excused("award", "methods");
  one.because.clear();
  EXPECT_EQ(message(one), "it does not say why; write \"because\"");
  EXPECT_EQ(message(excused("award", "tools")), "no part of the rule of 'f.award' is named 'tools'; its parts are named methods, rest");
  EXPECT_EQ(message(excused("award", "")), "'f.award' has no prerequisites; leave the exception out");
  EXPECT_NE(message(excused("awrd", "methods")).find("f.award"), std::string::npos);   // did you mean
  one = excused("award", "methods");
  one.on = "2026-11-01";
  EXPECT_EQ(message(one), "it is dated 2026-11-01, after the day of the question, 2026-10-01");
}

TEST(Exceptions, AreReadFromARecordAndSaidInAnswers) {
  const College college(award("methods: all of { a, b }, rest: c"));
  const auto record = rung::read_record(R"({"holdings": [{"credential": "f.c"}],
    "exceptions": [{"award": "f.award", "part": "methods", "by": "Dean", "because": "ten years", "on": "2026-02-01"}]})");
  ASSERT_TRUE(record) << record.error().message;
  const rung::Asked asked(std::make_shared<const rung::Table>(std::move(*rung::Table::copy(college.table().bytes()))), *record, *rung::bind(college.table(), *record));
  const std::string text = rung::text_earned(asked, rung::earned(asked.table, asked.holdings));
  EXPECT_NE(text.find("excused from methods of The Award by Dean on 2026-02-01: ten years"), std::string::npos) << text;
  EXPECT_FALSE(rung::read_record(R"({"holdings": [], "exceptions": [{"part": "methods"}]})"));
  EXPECT_FALSE(rung::read_record(R"({"holdings": [], "exceptions": [{"award": "f.award", "prerequisite": "yes"}]})"));
  EXPECT_TRUE(rung::read_record(R"({"holdings": [], "exceptions": [{"award": "f.award", "prerequisite": true}]})")->exceptions.at(0).prerequisite);
}

// ---- what the compiler says ------------------------------------------------------------------------------------------------------------

std::vector<std::string> said(const std::string& rest, const std::string& code) {
  const rung::Compiled compiled = rung::compile_text("f.rung", things + rest);
  std::vector<std::string> out;
  for (const auto& one : compiled.diagnostics.sorted())
    if (rung::diagnostics::code(one.kind) == code) out.push_back(rung::diagnostics::message(one));
  return out;
}

TEST(Losses, ShowALearnerWhoLosesByALimit) {
  EXPECT_EQ(said(award("core: all of { a, c }, share nothing with { other }"), "learning-can-lose"),
            (std::vector<std::string>{"learning more can lose award: a learner who holds a, b and c is entitled to award, and no longer once they hold other for a and b"}));
}

TEST(Losses, SayNothingOfALimitThatNobodyLosesBy) {
  EXPECT_TRUE(said(award("core: all of { c, d }, share nothing with { other }"), "learning-can-lose").empty());   // nothing can be shared
  EXPECT_TRUE(said(award("core: all of { a, c }, share at most 3 credits with { other }"), "learning-can-lose").empty());   // no more than a
}

TEST(Losses, ShowALearnerWhoLosesByABarAndASurrender) {
  EXPECT_EQ(said(award("core: a", "withheld from holders of { third }"), "learning-can-lose"),
            (std::vector<std::string>{"learning more can lose award: a learner who holds a is entitled to award, and is refused it once they also hold third"}));
  EXPECT_EQ(said(award("core: all of { c, d }", "surrenders { c }"), "learning-can-lose"),
            (std::vector<std::string>{"learning more can lose third: a learner who holds c and d is entitled to third, and no longer once they hold award for c and d"}));
}

TEST(BetweenAwards, SpeakOfAwardsAndOfWhatIsTaken) {
  EXPECT_EQ(said(award("core: a, share nothing with { b }"), "wrong-kind").size(), 1u);
  EXPECT_EQ(said(award("core: a", "counts towards at most 1 award"), "misplaced-field").size(), 1u);
}

}  // namespace
