// Conditions on what a rule counts, on frameworks of a few courses whose answers can be worked out on paper (docs/meaning.md, "Conditions on the whole rule").
#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::held;
using rung::testing::SmallFramework;

// Four courses of 6 credits, two of each institution, and one of 12.
constexpr const char* courses = R"(
institution here
institution there
competency c
course a { issued by here credits 6 level 4 subject maths tags one, three }
course b { issued by here credits 6 level 5 subject maths tags one }
course x { issued by there credits 6 level 4 subject art tags two }
course y { issued by there credits 6 level 5 subject music tags two }
course z { issued by there credits 12 level 5 }
)";

std::string award(const std::string& rule) { return std::string(courses) + "certificate award { develops c requires {\n" + rule + "\n} }\n"; }

// ---- how much ----------------------------------------------------------------------------------------------------------------
TEST(Limits, TheLargerOfAShareAndAnAmount) {
  // A third of 12 credits is 4, so of 12 the amount of 6 decides; a third of 24 is 8, so of 24 the share does.
  const SmallFramework f(award("at least 2 of { a, b, x, y }\n at least the larger of 1/3 of credits and 6 credits from here"));
  EXPECT_EQ(f.earned("award", {held("a"), held("x")}), "yes");
  EXPECT_EQ(f.earned("award", {held("x"), held("y")}), "no");
  EXPECT_EQ(f.condition("award", {held("x"), held("y")}), std::pair(0.0, 6.0));
  const std::string rule = "all of { x, y, z }\n at least 1 of { a, b }\n at least ";
  // 6 of 30 credits, a third is 10; 12 of 36, a third is 12.
  const SmallFramework larger(award(rule + "the larger of 1/3 of credits and 6 credits from here"));
  EXPECT_EQ(larger.earned("award", {held("a"), held("x"), held("y"), held("z")}), "no");
  EXPECT_EQ(larger.earned("award", {held("a"), held("b"), held("x"), held("y"), held("z")}), "yes");
  const SmallFramework smaller(award(rule + "the smaller of 1/3 of credits and 6 credits from here"));
  EXPECT_EQ(smaller.earned("award", {held("a"), held("x"), held("y"), held("z")}), "yes");
}

TEST(Limits, AThirdIsExact) {
  // 6 of 18 credits is a third, and 33.333333 % would be satisfied with less.
  const SmallFramework f(award("all of { a, x, y }\n at least 1/3 of credits from here"));
  EXPECT_EQ(f.earned("award", {held("a"), held("x"), held("y")}), "yes");
  EXPECT_EQ(f.condition("award", {held("a"), held("x"), held("y")}), std::pair(6.0, 6.0));
}

TEST(Limits, AtMostAShareByPriorLearning) {
  // Half of what is counted may be by prior learning: of two courses of 6 credits one, and of three one as well (9 of 18 would be a course and a half).
  const SmallFramework f(award("at least 2 of { a, b, x }\n at most 50% of credits by prior learning"));
  EXPECT_EQ(f.earned("award", {held("a", {.by = "prior-learning"}), held("b")}), "yes");
  EXPECT_EQ(f.earned("award", {held("a", {.by = "prior-learning"}), held("b", {.by = "prior-learning"})}), "no");
  EXPECT_EQ(f.earned("award", {held("a", {.by = "prior-learning"}), held("b", {.by = "prior-learning"}), held("x")}), "yes");   // one of the two is not counted
}

TEST(Limits, AtMostOfWhatIsUngradedOrTransferred) {
  const SmallFramework f(award("all of { a, b }\n at most 6 credits ungraded\n at most 6 credits by transfer"));
  EXPECT_EQ(f.earned("award", {held("a", {.by = "ungraded"}), held("b", {.by = "transfer"})}), "yes");
  EXPECT_EQ(f.earned("award", {held("a", {.by = "ungraded"}), held("b", {.by = "ungraded"})}), "no");
  EXPECT_EQ(f.earned("award", {held("a", {.by = "transfer"}), held("b", {.by = "transfer"})}), "no");
}

TEST(Limits, AnAmountStatedBesideAShareIsAskedForToo) {
  // 75 % of 30 is 22.5, the source says 24: both hold, so 24.
  const std::string rule = "all of { x, y, z }\n at least 1 of { a, b }\n at least 75% of credits from there";
  const std::vector<rung::Holding> all = {held("a"), held("x"), held("y"), held("z")};
  EXPECT_EQ(SmallFramework(award(rule)).condition("award", all), std::pair(24.0, 22.5));
  EXPECT_EQ(SmallFramework(award(rule + ", stated as 24 credits")).condition("award", all), std::pair(24.0, 24.0));
}

// ---- in one part -------------------------------------------------------------------------------------------------------------
TEST(Limits, InOnePart) {
  const SmallFramework f(award("core: at least 2 of { a, x }\n more: at least 2 of { b, y }\n at least 6 credits from here in more\n at most 6 credits from there in core"));
  EXPECT_EQ(f.earned("award", {held("a"), held("x"), held("b"), held("y")}), "yes");
  const SmallFramework none(award("core: at least 1 of { a, x }\n more: at least 1 of { b, y }\n at least 6 credits from here in more"));
  EXPECT_EQ(none.earned("award", {held("a"), held("y")}), "no");   // 6 credits from here, and not in that part
  EXPECT_EQ(none.earned("award", {held("x"), held("b")}), "yes");
  EXPECT_EQ(none.best_path("award", {held("a"), held("y")}), "b (6 credits, 0 weeks)");
}

// ---- each, and different ones --------------------------------------------------------------------------------------------------
TEST(Limits, SoMuchPerSubject) {
  const SmallFramework f(award("at least 12 credits from { a, b, x, y, z }\n at most 6 credits per subject"));
  EXPECT_EQ(f.earned("award", {held("a"), held("b")}), "no");        // both are maths
  EXPECT_EQ(f.earned("award", {held("a"), held("b"), held("x")}), "yes");   // one of them is left out
  EXPECT_EQ(f.earned("award", {held("z")}), "cannot tell: subject of z");
  EXPECT_EQ(f.best_path("award", {held("a")}), "x (6 credits, 0 weeks)");
}

TEST(Limits, SoMuchPerInstitutionTagAndTerm) {
  const SmallFramework by_institution(award("at least 2 of { a, b, x }\n at most 6 credits per institution"));
  EXPECT_EQ(by_institution.earned("award", {held("a"), held("b")}), "no");
  EXPECT_EQ(by_institution.earned("award", {held("a"), held("x")}), "yes");
  const SmallFramework by_tag(award("at least 2 of { a, b, x }\n at most 6 credits per tag"));
  EXPECT_EQ(by_tag.earned("award", {held("a"), held("b")}), "no");
  EXPECT_EQ(by_tag.earned("award", {held("b"), held("x")}), "yes");
  const SmallFramework by_term(award("all of { a, b }\n at most 6 credits per term"));
  EXPECT_EQ(by_term.earned("award", {held("a", {.term = "fall"}), held("b", {.term = "winter"})}), "yes");
  EXPECT_EQ(by_term.earned("award", {held("a", {.term = "fall"}), held("b", {.term = "fall"})}), "no");
  EXPECT_EQ(by_term.earned("award", {held("a", {.term = "fall"}), held("b")}), "cannot tell: term of b");
}

TEST(Limits, FromSoManyInstitutionsSubjectsTermsTags) {
  const SmallFramework institutions(award("at least 2 of { a, b, x }\n from at least 2 institutions"));
  EXPECT_EQ(institutions.earned("award", {held("a"), held("b")}), "no");
  EXPECT_EQ(institutions.earned("award", {held("a"), held("b"), held("x")}), "yes");
  EXPECT_EQ(institutions.best_path("award", {held("a"), held("b")}), "x (6 credits, 0 weeks)");
  EXPECT_EQ(institutions.condition("award", {held("a"), held("b")}), std::pair(1.0, 2.0));

  const SmallFramework subjects(award("at least 12 credits from { a, b, x, z }\n from at least 2 subjects"));
  EXPECT_EQ(subjects.earned("award", {held("a"), held("b")}), "no");
  EXPECT_EQ(subjects.earned("award", {held("a"), held("x")}), "yes");
  EXPECT_EQ(subjects.earned("award", {held("a"), held("z")}), "cannot tell: subject of z");

  const SmallFramework terms(award("all of { a, b }\n from at least 2 terms"));
  EXPECT_EQ(terms.earned("award", {held("a", {.term = "fall"}), held("b", {.term = "winter"})}), "yes");
  EXPECT_EQ(terms.earned("award", {held("a", {.term = "fall"}), held("b", {.term = "fall"})}), "no");
  EXPECT_EQ(terms.earned("award", {held("a"), held("b", {.term = "fall"})}), "cannot tell: term of a");
  EXPECT_EQ(terms.best_path("award", {held("a", {.term = "fall"})}), "b (6 credits, 0 weeks)");

  const SmallFramework tags(award("at least 2 of { a, b, x, y }\n from at least 2 tags among { one, two }"));
  EXPECT_EQ(tags.earned("award", {held("a"), held("b")}), "no");     // a's third tag is not among them
  EXPECT_EQ(tags.earned("award", {held("a"), held("y")}), "yes");
}

TEST(Limits, FromSoManyInOnePart) {
  const SmallFramework f(award("core: x\n more: at least 2 of { a, b, y }\n from at least 2 subjects in more"));
  EXPECT_EQ(f.earned("award", {held("x"), held("a"), held("b")}), "no");   // art is not in that part
  EXPECT_EQ(f.earned("award", {held("x"), held("a"), held("y")}), "yes");
}

// ---- averages ------------------------------------------------------------------------------------------------------------------
TEST(Limits, AnAverageIsWeighedByCredits) {
  // a: 6 credits at 80 %, z: 12 credits at 50 %. By credits (480 + 600) / 18 = 60 %; all alike 65 %.
  const SmallFramework by_credits(award("all of { a, z }\n average of at least 60%"));
  EXPECT_EQ(by_credits.earned("award", {held("a", {.grade = "80%"}), held("z", {.grade = "50%"})}), "yes");
  EXPECT_EQ(by_credits.earned("award", {held("a", {.grade = "79.9%"}), held("z", {.grade = "50%"})}), "no");
  const SmallFramework alike(award("all of { a, z }\n unweighted average of at least 65%"));
  EXPECT_EQ(alike.earned("award", {held("a", {.grade = "80%"}), held("z", {.grade = "50%"})}), "yes");
  EXPECT_EQ(alike.condition("award", {held("a", {.grade = "70%"}), held("z", {.grade = "50%"})}), std::pair(60.0, 65.0));
}

TEST(Limits, WhatIsAveragedIsChosen) {
  const SmallFramework f(award("at least 6 credits from { a, b, x }\n average of at least 70%"));
  EXPECT_EQ(f.earned("award", {held("a", {.grade = "75%"}), held("b", {.grade = "40%"})}), "yes");   // b is not counted: more learning never hurts
  EXPECT_EQ(f.earned("award", {held("b", {.grade = "40%"}), held("x", {.grade = "69%"})}), "no");
}

TEST(Limits, WhatHasNoGradeIsNotAveraged) {
  const SmallFramework f(award("all of { a, b }\n average of at least 70%"));
  EXPECT_EQ(f.earned("award", {held("a", {.grade = "70%"}), held("b", {.by = "prior-learning"})}), "yes");
  EXPECT_EQ(f.earned("award", {held("a", {.grade = "69%"}), held("b", {.by = "transfer"})}), "no");
  EXPECT_EQ(f.earned("award", {held("a", {.grade = "70%"}), held("b")}), "cannot tell: grade of b");
  // What is taken has the average that is asked for, and makes up for nothing.
  EXPECT_EQ(f.best_path("award", {held("a", {.grade = "70%"})}), "b (6 credits, 0 weeks)");
  EXPECT_EQ(f.best_path("award", {held("a", {.grade = "60%"})}), "a b (12 credits, 0 weeks)");
}

TEST(Limits, AnAverageOfPoints) {
  // (4 + 2.5) / 2 = 3.25
  const SmallFramework f(award("all of { a, b }\n average of at least 3.25"), "grades A = 4, B = 3, C = 2.5, F = 0");
  EXPECT_EQ(f.earned("award", {held("a", {.grade = "A"}), held("b", {.grade = "C"})}), "yes");
  EXPECT_EQ(f.earned("award", {held("a", {.grade = "B"}), held("b", {.grade = "B"})}), "no");
}

// ---- the last credits ----------------------------------------------------------------------------------------------------------
TEST(Limits, TheLastCreditsAreEarnedHere) {
  const SmallFramework f(award("all of { a, b, x }\n the last 12 credits from here"));
  EXPECT_EQ(f.earned("award", {held("x", {.awarded = "2024-01-01"}), held("a", {.awarded = "2025-01-01"}), held("b", {.awarded = "2026-01-01"})}), "yes");
  EXPECT_EQ(f.earned("award", {held("a", {.awarded = "2024-01-01"}), held("x", {.awarded = "2025-01-01"}), held("b", {.awarded = "2026-01-01"})}), "no");
  EXPECT_EQ(f.earned("award", {held("a", {.awarded = "2024-01-01"}), held("x", {.awarded = "2024-01-01"}), held("b", {.awarded = "2026-01-01"})}), "yes");   // on the same day
  EXPECT_EQ(f.earned("award", {held("a", {.awarded = "2024-01-01"}), held("x"), held("b", {.awarded = "2026-01-01"})}), "cannot tell: date of x");
  EXPECT_EQ(f.condition("award", {held("a", {.awarded = "2024-01-01"}), held("x", {.awarded = "2025-01-01"}), held("b", {.awarded = "2026-01-01"})}), std::pair(6.0, 12.0));
  // What is taken comes after what is held.
  EXPECT_EQ(f.best_path("award", {held("a", {.awarded = "2024-01-01"}), held("x", {.awarded = "2025-01-01"})}), "a b (12 credits, 0 weeks)");
}

// What an agreement makes of what is taken is there on the day on which that is taken, so after all that is held, and not before the b that is taken.
TEST(Limits, WhatIsRecognisedOfWhatIsTakenHasItsDay) {
  const auto way = [](const std::string& sources, std::vector<rung::Holding> holdings) {
    const SmallFramework f(std::string("course d { issued by here credits 6 }\n") + award("all of { b, x }\n the last 6 credits from here") + "agreement m { from here to there " + sources + " counts as x }\n");
    return f.best_path("award", std::move(holdings));
  };
  EXPECT_EQ(way("a", {}), "a b (12 credits, 0 weeks)");                    // a as x, rather than x itself: the first by name
  EXPECT_EQ(way("a", {held("b", {.awarded = "2026-01-01"})}), "a b (12 credits, 0 weeks)");   // b came before a would, so it is taken again
  EXPECT_EQ(way("all of { a, d }", {held("d", {.awarded = "2024-01-01"}), held("b", {.awarded = "2025-01-01"})}), "a b (12 credits, 0 weeks)");   // by the day of d alone, b would be late enough
}

// ---- of whom ---------------------------------------------------------------------------------------------------------------------
TEST(Limits, APartThatIsAskedOfSome) {
  const std::string gates = "gate abroad\ngate tested\n";
  const SmallFramework f(gates + award("core: a\n language: b only for gate abroad\n more: x unless they hold { y }"));
  EXPECT_EQ(f.earned("award", {held("a"), held("x")}), "yes");
  EXPECT_EQ(f.earned("award", {held("a"), held("x")}, {"f.abroad"}), "no");
  EXPECT_EQ(f.earned("award", {held("a"), held("x"), held("b")}, {"f.abroad"}), "yes");
  EXPECT_EQ(f.earned("award", {held("a"), held("y")}), "yes");
  EXPECT_EQ(f.earned("award", {held("a")}), "no");
  // A path does not assume that a gate is met for which more is asked.
  EXPECT_EQ(f.best_path("award", {}), "a x (12 credits, 0 weeks)");
  EXPECT_EQ(f.best_path("award", {}, {"f.abroad"}), "a b x (18 credits, 0 weeks)");
  const SmallFramework g(gates + award("core: a\n language: b unless gate tested\n bridge: x only for holders of { y }"));
  EXPECT_EQ(g.earned("award", {held("a")}, {"f.tested"}), "yes");
  EXPECT_EQ(g.earned("award", {held("a")}), "no");
  EXPECT_EQ(g.earned("award", {held("a"), held("y")}, {"f.tested"}), "no");   // the one who holds y is asked for more
}

TEST(Limits, APrerequisiteThatIsAskedOfSome) {
  const SmallFramework f(std::string("gate abroad\n") + courses + "course w { prerequisite all of { a, b only for gate abroad } }\ncertificate award { develops c requires { w } }");
  EXPECT_EQ(f.best_path("award", {held("a")}), "w (0 credits, 0 weeks)");
  EXPECT_EQ(f.best_path("award", {held("a")}, {"f.abroad"}), "b w (6 credits, 0 weeks)");
}

// ---- titles ----------------------------------------------------------------------------------------------------------------------
TEST(Limits, ATitleByWhatIsCounted) {
  const SmallFramework f(award("at least 12 credits from { a, b, x, y }\n titled \"Ones\" when at least 75% of credits from { tagged one }\n"
                               " titled \"Twos\" when at least 75% of credits from { tagged two }"));
  EXPECT_EQ(f.title("award", {held("a"), held("b")}), "Ones");
  EXPECT_EQ(f.title("award", {held("x"), held("y")}), "Twos");
  EXPECT_EQ(f.title("award", {held("a"), held("x")}), "award");
  EXPECT_EQ(f.title("award", {held("x"), held("y"), held("a"), held("b")}), "Ones");   // the first that some choice meets
  EXPECT_EQ(f.title("award", {held("x")}), "not earned");
}

// ---- sharing -------------------------------------------------------------------------------------------------------------------
TEST(Limits, WhatIsSharedAddsForEachAwardThatStandsOnIt) {
  // b counts for p, and the certificate that stands on it for q: 6 credits and 6 again.
  const SmallFramework f(std::string(courses) + "certificate inner { entitles to \"S\" requires { b } }\n"
                         "certificate award { develops c requires { p: at least 1 of { b, x }, q: at least 1 of { inner, x }, at least 12 credits, may share p, q } }");
  EXPECT_EQ(f.earned("award", {held("b")}), "yes");
  EXPECT_EQ(f.best_path("award", {}), "b (6 credits, 0 weeks)");
}

// ---- one at a time ---------------------------------------------------------------------------------------------------------------
TEST(Limits, PeriodsOfStudyThatMayNotOverlap) {
  const std::string long_courses = "competency c\ncourse p { workload 10 hours over 4 weeks }\ncourse q { workload 10 hours over 3 weeks }\n";
  const SmallFramework together(long_courses + "certificate award { develops c requires { all of { p, q } } }");
  EXPECT_EQ(together.best_path("award", {}, {}, rung::Cost::weeks), "p q (0 credits, 4 weeks)");
  const SmallFramework apart(long_courses + "certificate award { develops c requires { all of { p, q }, one at a time } }");
  EXPECT_EQ(apart.best_path("award", {}, {}, rung::Cost::weeks), "p q (0 credits, 7 weeks)");
}

}  // namespace
