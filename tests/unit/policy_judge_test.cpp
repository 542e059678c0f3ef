// What the rules of a policy mean, one kind of rule a test, with answers worked out on paper.
#include <gtest/gtest.h>

#include <memory>

#include "compiler/compile.hpp"
#include "compiler/policy/matrix.hpp"
#include "compiler/policy/report.hpp"

namespace {

using rung::value::Answer;

constexpr const char* around = R"(rung 1 en
framework f { version 2026-09 credits 1 credit = 15 hours }
institution oak { type college country CA region CA-ON }
institution ash { type employer }
competency skill-a { kind skill }
competency know-b { kind knowledge }
competency plain-c
)";

constexpr rung::model::Day today = 20'727;   // 2026-10-01

// The answer of one rule for the credential m.
Answer answer(const std::string& rule, const std::string& declarations, const std::string& head = "", std::optional<rung::model::Day> on = today) {
  rung::Compiled compiled = rung::compile_text("f.rung", std::string(around) + declarations + "\npolicy p { " + head + " every credential { " + rule + " } }\n");
  std::string problems;
  for (const auto& one : compiled.diagnostics.sorted())
    if (rung::diagnostics::severity(one) == rung::diagnostics::Severity::error && one.kind != rung::diagnostics::Kind::consumed && one.kind != rung::diagnostics::Kind::not_discrete &&
        one.kind != rung::diagnostics::Kind::no_added_benefit)
      problems += message(one) + "\n";
  EXPECT_EQ(problems, "");
  const rung::policy::Policy* policy = compiled.policies.find("p", compiled.files, compiled.diagnostics);
  const auto rules = compiled.policies.rules_of(*policy, compiled.files, compiled.diagnostics);
  const rung::policy::Judge judge(compiled.model, on);
  for (std::uint32_t id = 0; id < compiled.model.credentials.size(); ++id)
    if (compiled.model.credentials[id].name == "f.m") return judge.conformity(rules, {rung::policy::SubjectKind::credential, id}).findings.at(0).answer;
  throw std::logic_error("there is no m");
}
Answer of_m(const std::string& rule, const std::string& fields, const std::string& head = "", std::optional<rung::model::Day> on = today) {
  return answer(rule, "microcredential m \"Measurement\" { " + fields + " }", head, on);
}

constexpr auto holds = Answer::holds, fails = Answer::fails, unknown = Answer::cannot_tell;

TEST(PolicyRule, BoundsAreExactAndOpenEndsLeaveTheirEndOut) {
  EXPECT_EQ(of_m("must have workload at most 12 weeks", "workload 9 hours over 12 weeks"), holds);
  EXPECT_EQ(of_m("must have workload less than 12 weeks", "workload 9 hours over 12 weeks"), fails);
  EXPECT_EQ(of_m("must have workload less than 12 weeks", "workload 9 hours over 11.999999 weeks"), holds);
  EXPECT_EQ(of_m("must have workload more than 9 hours", "workload 9 hours"), fails);
  EXPECT_EQ(of_m("must have workload at least 9 hours", "workload 9 hours"), holds);
  EXPECT_EQ(of_m("must have workload between 5 and 9 hours", "workload 9 hours"), holds);
  EXPECT_EQ(of_m("must have workload between 5 and 9 hours", "workload 9.000001 hours"), fails);
  EXPECT_EQ(of_m("must have workload between 5 and 9 hours", "workload 4.999999 hours"), fails);
  EXPECT_EQ(of_m("must have level 4", "level 4"), holds);
  EXPECT_EQ(of_m("must have level 4", "level 4.5"), fails);
  EXPECT_EQ(of_m("must have pass mark at least 80%", "assessed by test, pass mark 79.9%"), fails);
}

TEST(PolicyRule, WhatIsNotStatedCannotBeTold) {
  for (const char* rule : {"workload at most 12 weeks", "workload at most 9 hours", "credits at most 3", "level at least 2", "pass mark at least 50%", "fee at most 5 CAD", "delivery online", "purpose update"})
    EXPECT_EQ(of_m(std::string("must have ") + rule, "workload unknown"), unknown) << rule;
  EXPECT_EQ(of_m("must be valid for at most 2 years", ""), unknown);
  EXPECT_EQ(of_m("must not have delivery online", ""), unknown);
}

TEST(PolicyRule, HoursAreWorkedOutFromCreditsWithADeclaredBasis) {
  EXPECT_EQ(of_m("must have workload at most 45 hours", "credits 3"), holds);
  EXPECT_EQ(of_m("must have workload less than 45 hours", "credits 3"), fails);
  EXPECT_EQ(of_m("must have workload at most 45 hours", "credits 3 ECTS"), unknown);            // what an ECTS is worth here is not declared
  EXPECT_EQ(of_m("must have workload at most 40 hours", "credits 3 workload 40 hours"), holds);   // hours that are stated come first
}

TEST(PolicyRule, CreditsAreThoseOfThePolicyWhereItSaysWhatTheyAre) {
  // 3 credits of 15 hours are 4.5 of 10 hours.
  EXPECT_EQ(of_m("must have credits at least 4 credits", "credits 3"), fails);
  EXPECT_EQ(of_m("must have credits at least 4 credits", "credits 3", "credits 1 credit = 10 hours"), holds);
  EXPECT_EQ(of_m("must have credits at least 4.6 credits", "credits 3", "credits 1 credit = 10 hours"), fails);
  EXPECT_EQ(of_m("must have credits between 5 and 40", "workload 49 hours", "credits 1 credit = 10 hours"), fails);
  EXPECT_EQ(of_m("must have credits between 5 and 40", "workload 400 hours", "credits 1 credit = 10 hours"), holds);
  // ECTS are ECTS, whatever they are worth; hours come to ECTS by the policy's own basis, not rounded: 84 hours are 3 of 28.
  EXPECT_EQ(of_m("must have credits between 3 and 30 ECTS", "credits 3 ECTS", "credits 1 ECTS = 28 hours"), holds);
  EXPECT_EQ(of_m("must have credits between 3 and 30 ECTS", "workload 84 hours", "credits 1 ECTS = 28 hours"), holds);
  EXPECT_EQ(of_m("must have credits between 3 and 30 ECTS", "workload 83.999999 hours", "credits 1 ECTS = 28 hours"), fails);
  EXPECT_EQ(of_m("must have credits between 3 and 30 ECTS", "workload 84 hours"), unknown);
}

TEST(PolicyRule, AFeeInAnotherCurrencyCannotBeCompared) {
  EXPECT_EQ(of_m("must have fee at most 500 CAD", "fee 500 CAD"), holds);
  EXPECT_EQ(of_m("must have fee at most 500 CAD", "fee 500.01 CAD"), fails);
  EXPECT_EQ(of_m("must have fee at most 500 CAD", "fee 1 USD"), unknown);
}

TEST(PolicyRule, ToStateOneOfSeveralIsEnoughAndNoneIsAStatement) {
  EXPECT_EQ(of_m("must state fee or url", "url \"https://example.org\""), holds);
  EXPECT_EQ(of_m("must state fee or url", "fee unknown"), fails);
  EXPECT_EQ(of_m("must state stacks", "stacks none"), holds);
  EXPECT_EQ(of_m("must state consulted", "consulted none"), holds);
  EXPECT_EQ(of_m("must have at least 1 consultation", "consulted none"), fails);
  EXPECT_EQ(of_m("must state accredited by", "accredited by none"), holds);
  EXPECT_EQ(of_m("must state meets standard", "meets standard none"), holds);
  EXPECT_EQ(of_m("must state \"CIP code\"", "note \"CIP code: 48.0501\""), holds);
  EXPECT_EQ(of_m("must state \"CIP code\"", "note \"The CIP code: 48.0501\""), fails);
  EXPECT_EQ(of_m("must state \"CIP code\" when awarded", ""), holds);   // no framework is blamed for it
  EXPECT_EQ(of_m("must not state valid for", "valid for 2 years"), fails);
}

TEST(PolicyRule, NumbersOfThings) {
  EXPECT_EQ(of_m("must have at most 1 competency", "develops skill-a"), holds);
  EXPECT_EQ(of_m("must have at most 1 competency", "develops skill-a, know-b"), fails);
  EXPECT_EQ(of_m("must have at least 1 competency", ""), fails);
  EXPECT_EQ(of_m("must have between 2 and 3 evidence", "consulted \"A\", \"B\" entitles to \"work\""), holds);
  EXPECT_EQ(of_m("must have between 2 and 3 evidence", "consulted \"A\", \"B\" entitles to \"work\" accredited by \"C\""), fails);
  EXPECT_EQ(of_m("must have 2 assessments", "assessed by test, essay"), holds);
  const std::string parts = "course a { develops skill-a }\ncourse b { develops know-b }\n";
  EXPECT_EQ(answer("must have at least 2 parts", parts + "certificate m { develops plain-c requires { core: all of { a } more: any of { a, b } may share core, more } }"), holds);
  EXPECT_EQ(answer("must have at least 3 parts", parts + "certificate m { develops plain-c requires { core: all of { a } more: any of { a, b } may share core, more } }"), fails);
}

TEST(PolicyRule, WordsOfWhichOneIsAllowed) {
  EXPECT_EQ(of_m("must have delivery online or hybrid", "delivery hybrid"), holds);
  EXPECT_EQ(of_m("must have delivery online or hybrid", "delivery in-person"), fails);
  EXPECT_EQ(of_m("must have purpose update", "purpose pathway, update"), holds);
  EXPECT_EQ(of_m("must not have purpose update", "purpose pathway, update"), fails);
  EXPECT_EQ(of_m("must be awarded for competence or mastery", "awarded for participation"), fails);
  EXPECT_EQ(of_m("must be awarded for competence or mastery", "assessed by test"), holds);     // not for participation, then
  EXPECT_EQ(of_m("must be awarded for mastery", "assessed by test"), unknown);
  EXPECT_EQ(of_m("must not be awarded for participation", "assessed by test"), holds);
  EXPECT_EQ(of_m("must have kind skill or knowledge", "develops skill-a, know-b"), holds);
  EXPECT_EQ(of_m("must have kind skill", "develops skill-a, know-b"), fails);
  EXPECT_EQ(of_m("must have kind skill", "develops skill-a, plain-c"), unknown);
  EXPECT_EQ(of_m("must have kind knowledge", "develops skill-a, plain-c"), fails);              // one is known to be another
  EXPECT_EQ(of_m("must have issuer type college or university", "issued by oak"), holds);
  EXPECT_EQ(of_m("must have issuer type college or university", "issued by oak, ash"), fails);
  EXPECT_EQ(of_m("must have region CA-ON", "issued by oak"), holds);
  EXPECT_EQ(of_m("must have region CA-ON", "issued by ash"), unknown);
}

TEST(PolicyRule, WordsInTitlesAreWholeWordsInWhateverCapitals) {
  const auto titled = [](const std::string& title) { return of_m("must not be titled with \"diploma\", \"New Zealand\"", "title fr \"" + title + "\""); };
  EXPECT_EQ(titled("DIPLOMA in Welding"), fails);
  EXPECT_EQ(titled("Pre-diploma"), fails);
  EXPECT_EQ(titled("Diplomacy"), holds);
  EXPECT_EQ(titled("Wines of New  Zealand, an introduction"), fails);
  EXPECT_EQ(titled("New and Zealand"), holds);
  EXPECT_EQ(of_m("must be titled with \"été\"", "title fr \"L’ÉTÉ\""), holds);
  EXPECT_EQ(of_m("must be titled with \"measurement\"", ""), holds);   // its own title
}

TEST(PolicyRule, IndependentValueAsTheCompilerTellsIt) {
  EXPECT_EQ(of_m("must have independent value in discrete", "develops skill-a"), holds);
  EXPECT_EQ(of_m("must have independent value in discrete", ""), fails);
  EXPECT_EQ(of_m("must have independent value in discrete, outcome", "develops skill-a"), fails);
  EXPECT_EQ(of_m("must have independent value", "develops skill-a assessed by test consulted \"Guild\""), holds);
}

TEST(PolicyRule, ReviewedWithinALengthOfTimeOfTheDay) {
  EXPECT_EQ(of_m("must be reviewed within 1 year", "review by 2027-10-01"), holds);
  EXPECT_EQ(of_m("must be reviewed within 1 year", "review by 2027-10-02"), fails);
  EXPECT_EQ(of_m("must be reviewed within 1 year", "review by 2026-09-30"), fails);
  EXPECT_EQ(of_m("must be reviewed within 1 year", "review by 2026-10-01"), holds);
  EXPECT_EQ(of_m("must be reviewed within 1 year", ""), unknown);
  EXPECT_EQ(of_m("must be reviewed within 1 year", "review by 2027-10-01", "", std::nullopt), unknown);
  // From the last of November 2026 three months on is the last of February.
  EXPECT_EQ(of_m("must be reviewed within 3 months", "review by 2027-02-28", "", 20'787), holds);
  EXPECT_EQ(of_m("must be reviewed within 3 months", "review by 2027-03-01", "", 20'787), fails);
}

TEST(PolicyRule, ValidForSoLong) {
  EXPECT_EQ(of_m("must be valid for at most 7 years", "valid for 84 months"), holds);
  EXPECT_EQ(of_m("must be valid for at most 7 years", "valid for 85 months"), fails);
}

const std::string stack = "course other { develops know-b workload 20 hours }\ncertificate award { develops plain-c requires { all of { m, other } } }\ndegree top { develops plain-c requires { award } }\n";

TEST(PolicyRule, CountsTowardsByRulesAndNotByClaims) {
  const std::string m = "microcredential m { develops skill-a }\n";
  EXPECT_EQ(answer("must count towards at least 1 degree", stack + m), holds);                  // through the certificate
  EXPECT_EQ(answer("must count towards at least 3 awards", stack + m), fails);
  EXPECT_EQ(answer("must count towards 2 awards", stack + m), holds);
  EXPECT_EQ(answer("must count towards anything", stack + m), holds);
  EXPECT_EQ(of_m("must count towards anything", "develops skill-a"), fails);
  EXPECT_EQ(of_m("must not count towards anything", "develops skill-a"), holds);
  EXPECT_EQ(answer("must count towards anything", "microcredential m { develops skill-a issued by ash }\ncourse known { develops know-b issued by oak }\n"
                                                  "diploma d { develops plain-c requires { known } }\nagreement g { from ash to oak m counts as known }\n"),
            holds);
}

TEST(PolicyRule, SmallerThanWhatItCountsTowards) {
  const auto with = [](const std::string& m, const std::string& award) {
    return answer("must be smaller than what it counts towards", "microcredential m { develops skill-a " + m + " }\ncertificate award { develops plain-c " + award + " requires { m } }\n");
  };
  EXPECT_EQ(with("workload 40 hours", "workload 40.5 hours"), holds);
  EXPECT_EQ(with("workload 40 hours", "workload 40 hours"), fails);
  EXPECT_EQ(with("credits 2", "workload 31 hours"), holds);       // 30 hours
  EXPECT_EQ(with("credits 2", "workload 30 hours"), fails);
  EXPECT_EQ(with("credits 2", ""), unknown);
  EXPECT_EQ(with("", "credits 9"), unknown);
  // An award that asks for 30 credits is no smaller than that.
  const std::string asks = "course other { develops know-b credits 40 }\ncertificate award { develops plain-c requires 30 credits { at least 1 of { m, other } } }\n";
  EXPECT_EQ(answer("must be smaller than what it counts towards", asks + "microcredential m { develops skill-a credits 29 }"), holds);
  EXPECT_EQ(answer("must be smaller than what it counts towards", asks + "microcredential m { develops skill-a credits 30 }"), unknown);
  EXPECT_EQ(of_m("must be smaller than what it counts towards", ""), holds);   // of nothing
}

TEST(PolicyRule, DevelopsLessAndAPartOfWhatItCountsTowards) {
  const std::string fewer = "must develop less than what it counts towards", part = "must develop a part of what it counts towards";
  EXPECT_EQ(answer(fewer, stack + "microcredential m { develops skill-a, know-b }\n"), holds);             // of a, b and c
  EXPECT_EQ(answer(fewer, stack + "microcredential m { develops skill-a, know-b, plain-c }\n"), fails);
  EXPECT_EQ(answer(part, stack + "microcredential m { develops plain-c }\n"), holds);
  EXPECT_EQ(answer(part, stack + "microcredential m { develops plain-c, skill-a }\n"), fails);            // the certificate says it develops c alone
}

TEST(PolicyRule, SharesADeclaredAssessmentWithTheWhole) {
  const std::string rule = "must not share an assessment with what it counts towards";
  const std::string capstone = "assessment capstone \"Capstone\" { develops know-b }\ncertificate award { develops plain-c requires { all of { m, capstone } } }\n";
  EXPECT_EQ(answer(rule, capstone + "microcredential m { develops skill-a assessed by capstone }"), fails);
  EXPECT_EQ(answer(rule, capstone + "microcredential m { develops skill-a assessed by \"Capstone\" }"), fails);
  EXPECT_EQ(answer(rule, capstone + "microcredential m { develops skill-a assessed by test }"), holds);
}

TEST(PolicyRule, WhatAnAwardDoesWithWhatItCounts) {
  const std::string part = "course a { develops skill-a credits 3 }\n";
  const auto award = [&](const std::string& rule, const std::string& more) { return answer(rule, part + "certificate m { develops plain-c " + more + " }"); };
  EXPECT_EQ(award("must not take away what it counts", "requires { a } surrenders { a }"), fails);
  EXPECT_EQ(award("must not take away what it counts", "requires { a }"), holds);
  EXPECT_EQ(award("must share what it counts with other awards", "requires { a }"), holds);
  EXPECT_EQ(award("must share what it counts with other awards", "requires { all of { a } share nothing with any other award }"), fails);
}

// ---- verbs ----

// Its findings refer to the rules, which have to stay.
struct Found : rung::policy::Conformity {
  std::shared_ptr<rung::Compiled> compiled;
};

Found conformity(const std::string& rules, const std::string& fields, const std::string& head = "") {
  const auto kept = std::make_shared<rung::Compiled>(rung::compile_text("f.rung", std::string(around) + "microcredential m { develops skill-a " + fields + " }\npolicy p { " + head + " every microcredential { " + rules + " } }\n"));
  rung::Compiled& compiled = *kept;
  const rung::policy::Policy* policy = compiled.policies.find("p", compiled.files, compiled.diagnostics);
  return {rung::policy::Judge(compiled.model, today).conformity(compiled.policies.rules_of(*policy, compiled.files, compiled.diagnostics), {rung::policy::SubjectKind::credential, 0}), kept};
}

TEST(PolicyVerbs, TheAnswerIsTheWorstOfTheMusts) {
  EXPECT_EQ(conformity("must state fee should state url", "fee 1 CAD").answer, holds);
  EXPECT_EQ(conformity("must state fee must have level 2", "fee 1 CAD").answer, unknown);
  EXPECT_EQ(conformity("must state fee must have level 2", "").answer, fails);
  EXPECT_EQ(conformity("must state fee unverified", "").answer, holds);
  EXPECT_EQ(conformity("must state fee", "", "status proposed").answer, fails);   // it fails the proposal; check warns of it only
}

TEST(PolicyVerbs, PermissionsAreNeverReported) {
  for (const char* rule : {"may be awarded for participation", "need not state fee", "may have level 9"}) {
    const auto found = conformity(rule, "awarded for mastery level 2 fee 1 CAD");
    EXPECT_EQ(found.answer, holds) << rule;
    EXPECT_FALSE(found.findings.at(0).is_reported()) << rule;
  }
}

TEST(PolicyVerbs, APolicyThatSaysNothingOfItCannotTell) {
  rung::Compiled compiled = rung::compile_text("f.rung", std::string(around) + "microcredential m { develops skill-a }\npolicy p { every badge { must state fee } }\n");
  const rung::policy::Policy* policy = compiled.policies.find("p", compiled.files, compiled.diagnostics);
  const auto matrix = rung::policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, {policy}, {}, {});
  ASSERT_EQ(matrix.rows.size(), 1u);
  EXPECT_TRUE(matrix.rows[0].cells[0].applies);
  EXPECT_EQ(matrix.rows[0].cells[0].conformity.answer, unknown);
}

TEST(PolicySubjects, AreNarrowedByIssuerPlaceAndTag) {
  const auto speaks = [](const std::string& whom, const std::string& fields) {
    rung::Compiled compiled = rung::compile_text("f.rung", std::string(around) + "microcredential m { develops skill-a " + fields + " }\npolicy p { every " + whom + " { must state fee } }\n");
    EXPECT_EQ(compiled.diagnostics.errors(), 0u);
    const rung::policy::Policy* policy = compiled.policies.find("p", compiled.files, compiled.diagnostics);
    return rung::policy::Judge(compiled.model, {}).speaks_of(compiled.policies.rules_of(*policy, compiled.files, compiled.diagnostics), {rung::policy::SubjectKind::credential, 0});
  };
  EXPECT_TRUE(speaks("credential", ""));
  EXPECT_TRUE(speaks("badge or microcredential", ""));
  EXPECT_FALSE(speaks("badge or course", ""));
  EXPECT_FALSE(speaks("award", ""));
  EXPECT_TRUE(speaks("microcredential issued by oak, ash", "issued by ash"));
  EXPECT_FALSE(speaks("microcredential issued by oak", "issued by ash"));
  EXPECT_TRUE(speaks("microcredential in region CA-ON", "issued by oak"));
  EXPECT_FALSE(speaks("microcredential in region CA-QC", "issued by oak"));
  EXPECT_TRUE(speaks("microcredential in country CA", "issued by oak"));
  EXPECT_TRUE(speaks("microcredential tagged hot", "tags hot, cold"));
  EXPECT_FALSE(speaks("microcredential tagged hot", "tags cold"));
}

TEST(PolicyLibrary, BuiltInOnesAreReadWithoutAMistakeAndKeepToWhatTheyRefine) {
  ASSERT_FALSE(rung::policy::built_in().empty());
  for (const auto& one : rung::policy::built_in()) {
    // As a file of a run, so that it is checked as such.
    const rung::Compiled compiled = rung::compile_text("p.rung", std::string(one.text));
    EXPECT_EQ(as_text(compiled.files, compiled.diagnostics.sorted(), false), "") << one.name;
    rung::Compiled none;
    const rung::policy::Policy* policy = none.policies.find(one.name, none.files, none.diagnostics);
    ASSERT_NE(policy, nullptr);
    EXPECT_EQ(policy->name, one.name) << "the file and the policy have one name";
    EXPECT_FALSE(policy->title.empty() || policy->sources.empty() || policy->rules.empty()) << one.name;
    for (const rung::policy::Source& source : policy->sources) EXPECT_TRUE(source.retrieved.has_value()) << one.name;
  }
}

// The rules of `q`, which refines `p`, as "policy.rule".
std::string held(const std::string& base, const std::string& own) {
  rung::Compiled compiled = rung::compile_text("f.rung", std::string(around) + "policy p { " + base + " }\npolicy q { refines p " + own + " }\n");
  std::string out;
  for (const auto& one : compiled.policies.rules_of(*compiled.policies.find("q", compiled.files, compiled.diagnostics), compiled.files, compiled.diagnostics))
    out += (out.empty() ? "" : " ") + one.policy->name + "." + one.rule->name;
  return out;
}

TEST(PolicyLibrary, WhatARefinementAsksInFullIsAskedOnce) {
  const auto every = [](const std::string& rules) { return "every microcredential { " + rules + " }"; };
  EXPECT_EQ(held(every("should state pace or delivery"), every("must state delivery")), "q.delivery");
  EXPECT_EQ(held(every("must have workload at most 12 weeks"), every("must have workload at most 11 weeks")), "q.workload");
  EXPECT_EQ(held(every("must be awarded for competence or mastery"), every("must be awarded for mastery")), "q.awarded-for");
  EXPECT_EQ(held(every("must have independent value in outcome"), every("must have independent value")), "q.independent-value");
  // What asks something else, less strongly, of fewer, or only when it is awarded leaves the other standing.
  EXPECT_EQ(held(every("must have workload at most 12 weeks"), every("must have workload at most 300 hours")), "p.workload q.workload");
  EXPECT_EQ(held(every("must state delivery"), every("must state pace")), "p.delivery q.pace");
  EXPECT_EQ(held("every credential { should state delivery }", every("must state delivery")), "p.delivery q.delivery");
  EXPECT_EQ(held(every("must state fee"), every("must state fee when awarded")), "p.fee q.fee");
  EXPECT_EQ(held(every("should state fee"), every("must state fee unverified")), "p.fee q.fee");
}

// What is reported of m, a rule each with the policy that it is told of.
std::string reported(const std::string& policies, const std::vector<std::string>& asked) {
  rung::Compiled compiled = rung::compile_text("f.rung", std::string(around) + "microcredential m { develops skill-a workload 13 weeks }\n" + policies);
  rung::check_policies(compiled, {}, asked);
  std::string out;
  for (const auto& one : compiled.diagnostics.sorted())
    if (one.ruling) out += (out.empty() ? "" : " ") + one.ruling->policy + "." + one.ruling->rule + (rung::diagnostics::severity(one) == rung::diagnostics::Severity::error ? "" : "?");
  return out;
}

TEST(PolicyReport, WhatTwoPoliciesAskIsToldOnceOfTheOneThatStatesIt) {
  const auto policy = [](const std::string& name, const std::string& head, const std::string& rules) { return "policy " + name + " { " + head + " every microcredential { " + rules + " } }\n"; };
  const std::string base = policy("p", "", "must state fee should state delivery must have workload at most 12 weeks");
  const std::string finer = policy("q", "refines p", "must state delivery must state pace");
  EXPECT_EQ(reported(base + finer, {"p"}), "p.delivery? p.fee p.workload");
  EXPECT_EQ(reported(base + finer, {"q"}), "q.delivery q.fee q.pace q.workload");
  EXPECT_EQ(reported(base + finer, {"p", "q"}), "p.fee p.workload q.delivery q.pace");
  EXPECT_EQ(reported(base + finer, {"q", "p"}), "p.fee p.workload q.delivery q.pace");
  // Two that refine the same, which is not asked for: of one of them.
  EXPECT_EQ(reported(base + finer + policy("r", "refines p", "must state form"), {"q", "r"}), "q.delivery q.fee q.pace q.workload r.form");
  // Policies that have nothing to do with each other are each told, and so is what a finer one only meets or only proposes.
  EXPECT_EQ(reported(base + policy("q", "", "must state fee"), {"p", "q"}), "p.delivery? p.fee p.workload q.fee");
  EXPECT_EQ(reported(base + policy("q", "refines p", "must have workload at most 11 weeks"), {"p", "q"}), "p.delivery? p.fee q.workload");
  EXPECT_EQ(reported(policy("p", "", "must have workload at most 12 weeks") + policy("q", "refines p status proposed", "must have workload at most 11 weeks"), {"p", "q"}), "p.workload q.workload?");
}

TEST(PolicyLibrary, APolicyOfTheRunTakesThePlaceOfABuiltInOne) {
  rung::Compiled compiled = rung::compile_text("f.rung", std::string(around) + "microcredential m { develops skill-a }\npolicy osap { every microcredential { must state fee } }\n");
  rung::check_policies(compiled, {}, {"osap"});
  std::string rules;
  for (const auto& one : compiled.diagnostics.sorted())
    if (one.ruling) rules += one.ruling->rule + " ";
  EXPECT_EQ(rules, "fee ");
}

}  // namespace
