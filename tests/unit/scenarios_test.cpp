// Scenarios: what each expectation means, what counts as decided, which bends are tried, and that the table knows nothing of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "compiler/emit/make_image.hpp"
#include "compiler/scenarios/scenarios.hpp"

namespace {

using rung::scenarios::Coverage;
using rung::scenarios::Judged;
using rung::scenarios::Stage;
using rung::scenarios::Verdict;

const std::string shop = R"(rung 1 en
framework f "F" { version 2026-09 grades percent }
institution i "I"
institution elsewhere "Elsewhere"
competency measures "Measures"
competency works-safely "Works safely"
competency checks "Checks"
competency inspects "Inspects"
gate hired "Hired"
course metrology "Metrology" { issued by i develops measures credits 3 fee 100 CAD workload 30 hours over 4 weeks }
course safety "Safety" { issued by i develops works-safely credits 1 fee 20 CAD workload 8 hours over 1 week }
course spc "Control" { issued by elsewhere develops checks credits 3 fee 150 CAD workload 30 hours over 5 weeks }
course sigma "Sigma" { issued by elsewhere develops checks credits 3 fee 90 CAD workload 40 hours over 6 weeks prerequisite spc }
course talk "Talk" { issued by i develops measures awarded for participation credits 1 }
certificate inspector "Inspector" {
  develops inspects
  requires {
    core:    all of { metrology, safety }
    methods: any of { spc, sigma at 70% }
    place:   gate hired
  }
}
)";

struct Staged {
  rung::Compiled compiled;
  explicit Staged(const std::string& body, const std::string& framework = shop) : compiled(rung::compile_text("test.rung", framework + body)) {
    EXPECT_EQ(compiled.diagnostics.errors(), 0u) << rung::diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false);
  }
  Stage stage() const { return Stage(compiled); }
  // By value: what is walked over must outlive the walk.
  std::vector<Judged> first() const { return stage().play().at(0).expectations; }
};

// What one learner is judged to be, expectation by expectation: "pass", or what is so instead.
std::vector<std::string> judged(const std::string& learner, const std::string& expectations) {
  const Staged staged("scenario \"s\" {\n on 2026-10-01\n" + learner + "\n" + expectations + "\n}\n");
  std::vector<std::string> out;
  for (const Judged& one : staged.first()) {
    out.push_back(one.verdict == Verdict::pass ? "pass" : one.actual);
    const bool shows_a_rule = one.verdict != Verdict::pass && one.expect.find("lead") == std::string::npos;
    EXPECT_EQ(shows_a_rule, !one.why.empty()) << one.expect;
  }
  return out;
}
using Lines = std::vector<std::string>;

const std::string whole = "holds metrology holds safety holds spc meets gate hired";

TEST(Scenarios, EarnedAndNotEarned) {
  EXPECT_EQ(judged(whole, "expect inspector earned"), Lines{"pass"});
  EXPECT_EQ(judged(whole, "expect inspector not earned"), Lines{"earned"});
  EXPECT_EQ(judged("holds metrology", "expect inspector not earned expect inspector earned"),
            (Lines{"pass", "not earned; missing core, methods, place"}));
}

TEST(Scenarios, MissingNamesExactlyTheUnmetPartsInAnyOrder) {
  const std::string learner = "holds metrology meets gate hired";
  EXPECT_EQ(judged(learner, "expect inspector missing methods, core"), Lines{"pass"});
  EXPECT_EQ(judged(learner, "expect inspector missing methods"), Lines{"not earned; missing core, methods"});
  EXPECT_EQ(judged(learner, "expect inspector missing methods, core, place"), Lines{"not earned; missing core, methods"});
  EXPECT_EQ(judged(whole, "expect inspector missing core"), Lines{"earned"});
}

TEST(Scenarios, WhereAPartHasNoNameItsCredentialsAndGatesStandForIt) {
  const std::string award = "certificate plain \"Plain\" { entitles to \"x\" requires { all of { metrology, safety } gate hired } }\n";
  const Staged staged("scenario \"s\" { holds safety expect plain missing metrology, hired expect plain missing safety }", shop + award);
  const auto lines = staged.first();
  EXPECT_EQ(lines.at(0).verdict, Verdict::pass) << lines[0].actual;
  EXPECT_EQ(lines.at(1).actual, "not earned; missing metrology, hired");
}

TEST(Scenarios, WhatNobodyStatedIsNeitherEarnedNorNot) {
  const std::string learner = "holds metrology holds safety holds sigma meets gate hired";  // with no grade, and 70 % is asked
  EXPECT_EQ(judged(learner, "expect inspector cannot be told"), Lines{"pass"});
  const std::string told = "cannot be told; nobody stated the grade of Sigma (f.sigma)";
  EXPECT_EQ(judged(learner, "expect inspector earned expect inspector not earned expect inspector missing methods"), (Lines{told, told, told}));
  EXPECT_EQ(judged(whole, "expect inspector cannot be told"), Lines{"earned"});
  EXPECT_EQ(judged("holds metrology holds safety holds sigma at 69% meets gate hired", "expect inspector cannot be told"),
            Lines{"not earned; missing methods"});
}

TEST(Scenarios, PathsCostWhatTheShortestCosts) {
  // Without spc: 3 + 1 + 3 credits, 100 + 20 + 150 dollars (sigma would need spc first), 68 hours, five weeks side by side, three courses.
  EXPECT_EQ(judged("", R"(expect shortest path to inspector by credits is 7 credits
    expect shortest path to inspector by fee is 270 CAD expect shortest path to inspector by hours is 68 hours
    expect shortest path to inspector by weeks is 5 weeks expect shortest path to inspector by count is 3 credentials)"),
            (Lines{"pass", "pass", "pass", "pass", "pass"}));
  EXPECT_EQ(judged("", "expect shortest path to inspector by credits is 6 credits"),
            Lines{"7 credits, by f.metrology, f.safety, f.spc, if f.hired is met"});
  EXPECT_EQ(judged(whole, "expect shortest path to inspector by credits is 0 credits expect no path to inspector"),
            (Lines{"pass", "0 credits, nothing to take"}));
  EXPECT_EQ(judged("", "expect shortest path to inspector by fee is 270 USD").at(0).substr(0, 7), "270 CAD");
}

TEST(Scenarios, NoPathWhereABarStandsInTheWay) {
  const std::string award =
      "certificate second \"Second\" { entitles to \"x\" requires { core: safety } withheld from holders of { inspector } }\n";
  const Staged staged("scenario \"s\" { holds inspector expect no path to second expect second not earned }", shop + award);
  for (const Judged& one : staged.first()) EXPECT_EQ(one.verdict, Verdict::pass) << one.expect << ": " << one.actual;
}

TEST(Scenarios, EarnedAfterTakesInOrderAndPassesWhateverFloorIsAsked) {
  const std::string learner = "holds metrology meets gate hired";
  EXPECT_EQ(judged(learner, "expect inspector earned after { sigma, spc, safety }"), Lines{"pass"});
  EXPECT_EQ(judged("holds metrology holds safety holds spc at 10% meets gate hired", "expect inspector earned after { sigma }"), Lines{"pass"});
  EXPECT_EQ(judged(learner, "expect inspector earned after { safety }"), Lines{"not earned; missing methods"});
  EXPECT_EQ(judged(learner, "expect inspector earned after { safety, sigma }"),
            Lines{"not earned; missing methods; what must come before does not hold for f.sigma"});
}

TEST(Scenarios, LeadsToAsksNothingOfTheLearner) {
  EXPECT_EQ(judged("", "expect spc leads to inspector expect talk does not lead to inspector"), (Lines{"pass", "pass"}));
  EXPECT_EQ(judged("", "expect talk leads to inspector expect spc does not lead to inspector"),
            (Lines{"it does not lead there", "it leads there"}));
}

TEST(Scenarios, ALaterDateIsNotYetHeld) {
  EXPECT_EQ(judged(whole + " holds talk awarded 2027-01-01", "expect inspector earned"), Lines{"pass"});
  EXPECT_EQ(judged("holds metrology awarded 2026-11-01 holds safety holds spc meets gate hired", "expect inspector missing core"),
            Lines{"pass"});
}

TEST(Scenarios, APercentageIsOneWithAndWithoutAScale) {
  // The framework declares no grades, and asks for percentages all the same (docs/language.md, "framework").
  const Staged staged(R"(rung 1 en
framework f "F" { version 1 }
competency a "A"
course x "X" { develops a }
certificate c "C" { entitles to "x" requires { p: x at 60% } }
scenario "above" { holds x at 91% expect c earned }
scenario "below" { holds x at 59% expect c missing p }
scenario "unstated" { holds x expect c cannot be told }
)",
                      "");
  for (const auto& played : staged.stage().play())
    EXPECT_EQ(played.verdict, Verdict::pass) << played.scenario << ": " << played.expectations.at(0).actual;
}

const std::string region = R"(rung 1 en
framework f "F" { version 1 grades percent credits 1 credit = 15 hours }
institution northfield "Northfield"
institution mohawk "Mohawk"
competency turns "Turns"
course cnc "CNC" { issued by northfield credits 3 }
course maths "Maths" { issued by northfield credits 3 }
course cad "CAD" { issued by mohawk credits 4 }
course algebra "Algebra" { issued by mohawk credits 3 }
certificate c "C" { issued by northfield develops turns requires { core: cnc } }
agreement ours "Ours" {
  from mohawk to northfield
  cad at 63% counts as cnc
  algebra counts as maths
}
)";

TEST(Scenarios, ByTransferAsksTheAgreements) {
  const Staged staged(region + R"(scenario "enough" { on 2026-10-01 holds cad at 74% expect earns cnc by transfer expect earns maths by transfer expect c earned }
scenario "too little" { on 2026-10-01 holds cad at 60% expect earns cnc by transfer expect c missing core }
)", "");
  const auto played = staged.stage().play();
  EXPECT_EQ(played.at(0).expectations.at(0).actual, "it is recognised under f.ours");
  EXPECT_EQ(played.at(0).expectations.at(0).verdict, Verdict::pass);
  EXPECT_EQ(played.at(0).expectations.at(1).actual, "no agreement gives it for what the learner has");
  EXPECT_EQ(played.at(0).expectations.at(2).verdict, Verdict::pass);
  EXPECT_EQ(played.at(1).expectations.at(0).actual, "f.cad is below the floor that is asked under f.ours");
  EXPECT_EQ(played.at(1).expectations.at(1).verdict, Verdict::pass);
  const Coverage coverage = staged.stage().coverage();
  ASSERT_EQ(coverage.uncovered.size(), 1u);
  EXPECT_EQ(coverage.uncovered[0].credential, "f.ours");
  EXPECT_EQ(coverage.uncovered[0].what, "'algebra counts as maths' is used by no learner");
}

// ---- coverage ----------------------------------------------------------------------------------------------------------------
std::string uncovered(const Staged& staged) {
  std::string out;
  const auto coverage = staged.stage().coverage();
  for (const auto& one : coverage.uncovered) out += one.credential + ", " + one.part + ": " + one.what + "\n";
  return out;
}

// Metrology and safety are both from i: 100 %. With control instead of safety 3 of 6 credits are: 50 %.
const std::string titled = shop + R"(
certificate two "Two Things" {
  entitles to "t"
  requires {
    things: at least 2 of { metrology, safety, spc }
    titled "Two Things of Ours" when at least 75% of credits from i
    titled "Two Dear Things" when at least 100% of credits from { spc }
  }
}
)";

TEST(Scenarios, ATitleIsThatOfTheBestChoice) {
  const Staged staged(R"(
scenario "s" {
  holds metrology  holds safety
  expect two titled "Two Things of Ours"
  expect two titled "Two Things"
}
scenario "t" {
  holds metrology  holds spc
  expect two titled "Two Things"
}
scenario "u" {
  holds metrology
  expect two titled "Two Things"
  expect two missing things
}
)", titled);
  const auto played = staged.stage().play();
  EXPECT_EQ(played.at(0).expectations.at(0).verdict, Verdict::pass);
  EXPECT_EQ(played.at(0).expectations.at(1).actual, "earned, titled \"Two Things of Ours\"");
  EXPECT_EQ(played.at(1).expectations.at(0).verdict, Verdict::pass);
  EXPECT_EQ(played.at(2).expectations.at(0).actual, "not earned; missing things");
  const Coverage coverage = staged.stage().coverage();
  const auto says = [&](const std::string& what) {
    return std::any_of(coverage.uncovered.begin(), coverage.uncovered.end(), [&](const auto& one) { return one.what == what; });
  };
  EXPECT_FALSE(says("the title \"Two Things of Ours\" is expected of no learner"));
  EXPECT_TRUE(says("the title \"Two Dear Things\" is expected of no learner"));
}

TEST(Coverage, AnAwardThatNobodyAsksAbout) {
  EXPECT_EQ(uncovered(Staged("scenario \"s\" { expect spc leads to inspector }")), "f.inspector, : no scenario asks about it\n");
  EXPECT_EQ(uncovered(Staged("")), "f.inspector, : no scenario asks about it\n");
}

TEST(Coverage, EveryPartIsMetOnceAndNotMetOnceAndEveryOptionIsCounted) {
  const std::string first = "scenario \"a\" { " + whole + " expect inspector earned }\n";
  EXPECT_EQ(uncovered(Staged(first)),
            "f.inspector, core: met by every learner\n"
            "f.inspector, methods: met by every learner\n"
            "f.inspector, methods: 'spc' is met by every learner\n"
            "f.inspector, methods: 'sigma at 70%' is met by no learner\n"
            "f.inspector, place: met by every learner\n"
            "f.inspector, methods: the floor of a grade in 'sigma at 70%' makes no difference to any learner\n");
  const std::string second = "scenario \"b\" { expect inspector missing core, methods, place }\n";
  const std::string third = "scenario \"c\" { holds metrology holds safety holds sigma at 70% meets gate hired expect inspector earned }\n";
  EXPECT_EQ(uncovered(Staged(first + second + third)),
            "f.inspector, methods: the floor of a grade in 'sigma at 70%' makes no difference to any learner\n");
  const std::string fourth =
      "scenario \"d\" { holds metrology holds safety holds sigma at 69% meets gate hired expect inspector missing methods }\n";
  const Staged all(first + second + third + fourth);
  EXPECT_EQ(uncovered(all), "");
  EXPECT_EQ(all.stage().coverage().things, 6u);  // three parts, two of methods, a floor
}

TEST(Coverage, LimitsAreDecidedByALearnerWhoReachesThem) {
  const std::string award = R"(certificate third "Third" { develops inspects
    requires { all: at least 6 credits from { issued by i } or { issued by elsewhere }
      at most 3 credits by prior learning at least 50% of credits from i at most 90 credits from { issued by i } } }
)";
  const auto of_third = [&](const std::string& scenarios) {
    std::string out;
    const Coverage coverage = Staged(scenarios, shop + award).stage().coverage();
    for (const auto& one : coverage.uncovered)
      if (one.credential == "f.third") out += one.what + "\n";
    return out;
  };
  const std::string met =
      "scenario \"a\" { holds metrology holds spc expect third earned }\nscenario \"b\" { holds sigma holds spc expect third not earned }\n";
  EXPECT_EQ(of_third(met), "met by every learner\n'at most 3 credits by prior learning' makes no difference to any learner\n")
      << "a limit of 90 where all that there is comes to 5 decides nothing for anybody, and is not asked for";
  const std::string reached = "scenario \"c\" { holds metrology by prior learning holds spc by prior learning expect third missing all }\n";
  EXPECT_EQ(of_third(met + reached), "");
}

// ---- bends -------------------------------------------------------------------------------------------------------------------
std::vector<std::string> unnoticed(const Staged& staged) {
  std::vector<std::string> out;
  const auto mutation = staged.stage().mutate();
  for (const auto& one : mutation.unnoticed) out.push_back(one.what);
  return out;
}

TEST(Mutate, TellsWhichSmallChangesNoScenarioSees) {
  const std::string earned = "scenario \"a\" { " + whole + " expect inspector earned }\n";
  const Lines all = unnoticed(Staged(earned));
  const auto has = [&](const std::string& what) { return std::find(all.begin(), all.end(), what) != all.end(); };
  EXPECT_TRUE(has("'all of { metrology, safety }' without safety"));
  EXPECT_TRUE(has("without the floor of a grade in 'sigma at 70%'"));
  EXPECT_TRUE(has("without 'gate hired'"));
  EXPECT_FALSE(has("'any of { spc, sigma at 70% }' with 2")) << "the learner has one only, and would not earn it";
}

TEST(Mutate, NothingIsLeftWhereEveryBoundaryHasALearner) {
  const Staged staged(R"(
    scenario "all" { holds metrology holds safety holds spc meets gate hired expect inspector earned }
    scenario "sigma" { holds metrology holds safety holds sigma at 70% meets gate hired expect inspector earned }
    scenario "too weak" { holds metrology holds safety holds sigma at 69% meets gate hired expect inspector missing methods }
    scenario "unsafe" { holds metrology holds spc meets gate hired expect inspector missing core }
    scenario "unmeasured" { holds safety holds spc meets gate hired expect inspector missing core }
    scenario "not hired" { holds metrology holds safety holds spc expect inspector missing place }
  )");
  EXPECT_EQ(unnoticed(staged), Lines{});
  const auto mutation = staged.stage().mutate();
  EXPECT_EQ(mutation.bends, 9u);  // core: without it, without each of two; methods: without it, two of them, without each, no floor; no place
  EXPECT_TRUE(mutation.all);
}

TEST(Mutate, AmountsMoveByTheStepThatCanMatter) {
  // Courses of 3 credits: 6 credits is told from 3 and from 9, and from nothing between.
  const std::string award =
      "certificate third \"Third\" { entitles to \"x\" requires { all: at least 6 credits from { metrology, spc, sigma } } }\n";
  const Lines of_none = unnoticed(Staged("scenario \"s\" { expect inspector not earned }", shop + award));
  const std::string part = "'at least 6 credits from { metrology, spc, sigma }' with ";
  EXPECT_NE(std::find(of_none.begin(), of_none.end(), part + "3 credits"), of_none.end());
  EXPECT_NE(std::find(of_none.begin(), of_none.end(), part + "9 credits"), of_none.end());
}

TEST(Mutate, LeavesTheModelAsItWas) {
  const Staged staged("scenario \"s\" { " + whole + " expect inspector earned }\n");
  const std::string before = rung::table::serialize(rung::emit::make_image(staged.compiled.model));
  staged.stage().mutate();
  staged.stage().coverage();
  EXPECT_EQ(rung::table::serialize(rung::emit::make_image(staged.compiled.model)), before);
}

TEST(Scenarios, AreNoPartOfTheTable) {
  const Staged with("scenario \"s\" { note \"x\" " + whole + " knows measures to mastery expect inspector earned }\n"), without("");
  EXPECT_EQ(rung::table::serialize(rung::emit::make_image(with.compiled.model)),
            rung::table::serialize(rung::emit::make_image(without.compiled.model)));
}

TEST(Scenarios, ABrokenLineIsLeftOutAndTheOthersAreKept) {
  const rung::Compiled compiled = rung::compile_text(
      "test.rung", shop + "scenario \"s\" {\n holds spc\n holds\n meets hired\n holds safety awarded never\n expect inspector not earned\n}\n");
  EXPECT_EQ(compiled.diagnostics.errors(), 3u);
  ASSERT_EQ(compiled.model.scenarios.size(), 1u);
  EXPECT_EQ(compiled.model.scenarios[0].holdings.size(), 1u);
  EXPECT_EQ(compiled.model.scenarios[0].expectations.size(), 1u);
}

TEST(Scenarios, WordsOfTheLanguageMayBeNamesThere) {
  const std::string odd =
      "course earned \"E\" { develops measures } course note \"N\" { develops measures }\ncertificate earns \"A\" { develops inspects requires "
      "{ part: all of { earned, note } } }\n";
  const Staged staged("scenario \"s\" { holds earned holds note expect earns earned expect earns earned after { note } }\n", shop + odd);
  for (const Judged& one : staged.first()) EXPECT_EQ(one.verdict, Verdict::pass) << one.expect << ": " << one.actual;
}

}  // namespace
