// Real microcredentials against the built-in policies, and the seven ways in which those contradict each other. What is expected was worked out on paper from the sizes that their providers
// state: a table of five microcredentials and seven policies in which each is stated in full, so that nothing but its size, and whether it is assessed, decides.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "compiler/compile.hpp"
#include "compiler/policy/matrix.hpp"

namespace {

using rung::value::Answer;
using Names = std::set<std::string>;

constexpr rung::model::Day in_2020 = 18'414;    // 2020-06-01, when the rules of 2018 were in force
constexpr rung::model::Day in_2026 = 20'727;    // 2026-10-01

// The degree is larger than any of them and develops more; m is demanded there, and its sibling is not hollow beside it.
constexpr const char* around = R"(rung 1 en
framework campus { version 2026-09 publisher campus credits 1 credit = 10 hours }
institution campus "Campus" { type college country CA region CA-ON }
competency injects "Gives an injection" { kind skill aligns with "https://example.org/skills/injects" exact }
competency reads "Reads a chart" { kind skill aligns with "https://example.org/skills/reads" exact }
competency leads "Leads a ward" { kind skill aligns with "https://example.org/skills/leads" exact }
course charts "Charts" { develops reads credits 10 workload 100 hours assessed by test }
degree nursing "Nursing" { type bachelor develops leads workload 4000 hours level 7 requires { all of { m, charts } } }
)";
// All that any of the seven policies asks to be stated, but size and assessment.
const std::string stated = R"(issued by campus develops injects delivery hybrid pace fixed learning cohort form digital purpose technical-skills for employed-adult level 6
  consulted "Shared Health" on 2020-01-15 accredited by none meets standard "Regulated Health Professions Act" stacks into nursing fee 0 CAD note "CIP code: 51.3818" note "NOC code: 32109" )";
const std::string assessed = "assessed by demonstration awarded for competence ";

class Fixture {
 public:
  explicit Fixture(const std::string& fields, rung::model::Day day = in_2026, const std::string& more = "")
      : compiled_(rung::compile_text("campus.rung", around + more + "microcredential m \"Microcredential\" { " + fields + " }\n", day)), day_(day) {
    for (const auto& one : compiled_.diagnostics.sorted())
      if (one.kind == rung::diagnostics::Kind::syntax || one.kind == rung::diagnostics::Kind::unknown_name) ADD_FAILURE() << message(one);
  }

  Answer verdict(const std::string& policy) { return conformity(policy, "m").answer; }
  // What the rule of that name comes to, for m or another credential.
  Answer rule(const std::string& policy, const std::string& name, const std::string& of = "m") {
    std::optional<Answer> out;               // a policy's own rule comes after one of the same name that it refines
    for (const auto& finding : conformity(policy, of).findings)
      if (finding.held.rule->name == name) out = finding.answer;
    if (out) return *out;
    ADD_FAILURE() << policy << " has no rule " << name << " for " << of;
    return Answer::cannot_tell;
  }
  // The musts that m fails.
  Names broken(const std::string& policy) {
    Names out;
    for (const auto& finding : conformity(policy, "m").findings)
      if (finding.answer == Answer::fails && finding.held.rule->modal == rung::policy::Modal::must && !finding.held.rule->unverified) out.insert(finding.held.rule->name);
    return out;
  }
  // Who allows and who refuses on a matter, among these policies; nothing where they don't contradict each other on it.
  std::pair<Names, Names> stands(const std::vector<std::string>& policies, const std::string& matter, const std::string& of = "m") {
    std::vector<const rung::policy::Policy*> all;
    for (const std::string& name : policies) all.push_back(&policy(name));
    std::pair<Names, Names> out;
    const auto matrix = rung::policy::matrix(compiled_.model, compiled_.policies, compiled_.files, compiled_.diagnostics, all, day_, {subject(of)});
    for (const auto& one : matrix.contradictions)
      if (one.matter == matter)
        for (const auto& stand : one.stands) (stand.allows ? out.first : out.second).insert(stand.policy->name);
    return out;
  }

 private:
  const rung::policy::Policy& policy(const std::string& name) {
    const auto* found = compiled_.policies.find(name, compiled_.files, compiled_.diagnostics);
    if (found == nullptr) throw std::logic_error("there is no policy " + name);
    return *found;
  }
  rung::policy::Subject subject(const std::string& name) const {
    for (std::uint32_t id = 0; id < compiled_.model.credentials.size(); ++id)
      if (compiled_.model.credentials[id].name == "campus." + name) return {rung::policy::SubjectKind::credential, id};
    throw std::logic_error("there is no credential " + name);
  }
  rung::policy::Conformity conformity(const std::string& name, const std::string& of) {
    const auto rules = compiled_.policies.rules_of(policy(name), compiled_.files, compiled_.diagnostics);
    return rung::policy::Judge(compiled_.model, day_).conformity(rules, subject(of));
  }

  rung::Compiled compiled_;
  rung::model::Day day_;
};

// ---- five microcredentials, seven policies ----

struct Expected {
  const char *name, *fields;
  std::map<std::string, bool> passes;        // by policy
};

class OfTheField : public testing::TestWithParam<Expected> {};

TEST_P(OfTheField, PassesWhereItsSizeAndItsAssessmentDo) {
  for (const auto& [policy, passes] : GetParam().passes) {
    const bool of_2018 = policy == "nzqa-2018";   // which wants a review within a year of the day
    Fixture fixture(stated + GetParam().fields + (of_2018 ? " review by 2021-03-01" : " review by 2027-03-01"), of_2018 ? in_2020 : in_2026);
    EXPECT_EQ(fixture.verdict(policy), passes ? Answer::holds : Answer::fails) << policy << " refuses by: " << testing::PrintToString(fixture.broken(policy));
  }
}

constexpr const char *osap = "osap", *australia = "australia-2021", *nz_2018 = "nzqa-2018", *nz_2022 = "nzqa-2022", *moocs = "emc-cmf", *ontario = "ontario-omc-2023", *netherlands = "netherlands-2021";

INSTANTIATE_TEST_SUITE_P(
    Microcredentials, OfTheField,
    testing::Values(
        // Red River College's training of immunizers: 8 hours, competency demonstrated in a laboratory.
        Expected{"immunizer", "credits 0.8 workload 8 hours over 1 weeks assessed by demonstration awarded for competence",
                 {{osap, true}, {australia, true}, {nz_2018, false}, {nz_2022, true}, {moocs, false}, {ontario, true}, {netherlands, false}}},
        // Its nasal swab: from 5 hours, which is OSAP's least.
        Expected{"nasal_swab", "credits 0.5 workload 5 hours over 1 weeks assessed by demonstration awarded for competence",
                 {{osap, true}, {australia, true}, {nz_2018, false}, {nz_2022, true}, {moocs, false}, {ontario, true}, {netherlands, false}}},
        // The Open University: 15 credits of 10 hours, the most of the common framework of MOOCs, over twelve weeks, the most of OSAP.
        Expected{"open_university", "credits 15 workload 150 hours over 12 weeks assessed by project awarded for competence",
                 {{osap, true}, {australia, true}, {nz_2018, true}, {nz_2022, true}, {moocs, true}, {ontario, false}, {netherlands, true}}},
        // The largest of New Zealand: 40 credits of 10 hours.
        Expected{"forty_credits", "credits 40 workload 400 hours over 10 weeks assessed by project awarded for competence",
                 {{osap, false}, {australia, true}, {nz_2018, true}, {nz_2022, true}, {moocs, false}, {ontario, false}, {netherlands, true}}},
        // A seminar that is attended: large enough for some, and nobody assesses it.
        Expected{"seminar", "credits 1.2 workload 12 hours over 2 weeks awarded for participation",
                 {{osap, true}, {australia, false}, {nz_2018, false}, {nz_2022, false}, {moocs, false}, {ontario, true}, {netherlands, false}}}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(OfTheFieldInDetail, TwelveWeeksKeepToOsapsWordsAndFailItsPractice) {
  Fixture twelve(stated + assessed + "credits 15 workload 150 hours over 12 weeks");
  EXPECT_EQ(twelve.rule(osap, "length"), Answer::holds);
  EXPECT_EQ(twelve.rule(osap, "length-as-applied"), Answer::fails);
  Fixture eleven(stated + assessed + "credits 15 workload 150 hours over 11 weeks");
  EXPECT_EQ(eleven.rule(osap, "length-as-applied"), Answer::holds);
}

TEST(OfTheFieldInDetail, TwelveWeeksOfThirteenHoursAreTooMuchForTheFrameworkOfMoocs) {
  Fixture advertised(stated + assessed + "credits 15 workload 156 hours over 12 weeks");
  EXPECT_EQ(advertised.broken(moocs), Names{"hours"});
}

TEST(OfTheFieldInDetail, TheSeminarIsRefusedForWantOfAssessmentWhereItIsLargeEnough) {
  Fixture seminar(stated + "credits 1.2 workload 12 hours over 2 weeks awarded for participation review by 2027-03-01");
  EXPECT_EQ(seminar.broken(australia), (Names{"achievement", "assessment"}));
  EXPECT_EQ(seminar.broken(nz_2022), Names{"achievement"});
  EXPECT_EQ(seminar.broken(netherlands), (Names{"size", "achievement", "assessment"}));
}

// ---- seven contradictions ----

const std::string short_one = "credits 3 workload 30 hours over 3 weeks ";

TEST(PoliciesContradict, C1_ParticipationIsEnoughForOneAndRefusedByTheOthers) {
  const Names refuse{"eu-2022", "nzqa-2022", "australia-2021", "unesco-2022", "cican", "malaysia-2020", "ecampusontario-2019", "suny"};
  Fixture seminar(stated + short_one + "awarded for participation");
  std::vector<std::string> all{"heqco-2021"};
  all.insert(all.end(), refuse.begin(), refuse.end());
  EXPECT_EQ(seminar.stands(all, "awarded for"), (std::pair{Names{"heqco-2021"}, refuse}));
  Fixture in_their_time(stated + short_one + "awarded for participation", in_2020);
  EXPECT_EQ(in_their_time.rule("nzqa-2018", "achievement"), Answer::fails);
}

TEST(PoliciesContradict, C2_AProgramIsTheHeartOfOneAndNoConcernOfAnother) {
  Fixture evidence_only("issued by campus develops injects assessed by portfolio awarded for competence stacks none");
  EXPECT_EQ(evidence_only.rule("heqco-2021", "program"), Answer::fails);
  EXPECT_EQ(evidence_only.verdict("digital-promise"), Answer::holds);
  EXPECT_EQ(evidence_only.stands({"heqco-2021", "digital-promise"}, "stating workload"), (std::pair{Names{"digital-promise"}, Names{"heqco-2021"}}));
}

TEST(PoliciesContradict, C3_SizeIsTimeForSomeAndForOthersNot) {
  Fixture mastery("issued by campus develops injects assessed by demonstration, pass mark 90% awarded for mastery delivery online consulted \"Shared Health\" stacks none workload unknown");
  EXPECT_EQ(mastery.verdict("cican"), Answer::holds);
  EXPECT_EQ(mastery.rule("cican", "time"), Answer::holds);
  for (const auto& [policy, rule] : {std::pair{"osap", "hours"}, {"nzqa-2022", "size"}, {"emc-cmf", "hours"}, {"netherlands-2021", "size"}}) EXPECT_EQ(mastery.rule(policy, rule), Answer::cannot_tell) << policy;
  EXPECT_EQ(mastery.stands({"cican", "osap"}, "stating workload"), (std::pair{Names{"cican"}, Names{"osap"}}));
}

TEST(PoliciesContradict, C4_CreditIsDemandedBySomeAndLeftOpenByOthers) {
  Fixture without("issued by campus develops injects workload 30 hours over 3 weeks assessed by test awarded for competence consulted \"Shared Health\" delivery online stacks none");
  EXPECT_EQ(without.stands({"malaysia-2020", "emc-cmf", "bc-2021", "suny", "heqco-2021"}, "stating credits"), (std::pair{Names{"bc-2021", "suny", "heqco-2021"}, Names{"malaysia-2020", "emc-cmf"}}));
}

TEST(PoliciesContradict, C5_StackingIsDemandedOrFreeOrToBeDeclared) {
  const std::string alone = "issued by campus develops injects workload 120 hours over 3 weeks assessed by test awarded for competence consulted \"Shared Health\" delivery online ";
  Fixture none(alone + "stacks none", in_2026, "microcredential other { develops injects }\n");
  Fixture silent(alone);
  EXPECT_EQ(silent.rule("heqco-2021", "stacks"), Answer::fails);
  EXPECT_EQ(silent.rule("bc-2021", "stacks"), Answer::fails);
  EXPECT_EQ(none.rule("heqco-2021", "stacks"), Answer::holds);
  EXPECT_EQ(none.rule("bc-2021", "stacks"), Answer::holds);
  // `other` counts towards nothing: that fails the framework of MOOCs, and is left free by those that say so.
  EXPECT_EQ(none.rule("emc-cmf", "degree", "other"), Answer::fails);
  EXPECT_EQ(none.rule("emc-cmf", "degree"), Answer::holds);
  for (const char* free : {"heqco-2021", "eu-2022", "unesco-2022", "cican", "bc-2021"}) EXPECT_EQ(none.rule(free, "stackable", "other"), Answer::holds) << free;
  EXPECT_EQ(none.stands({"emc-cmf", "heqco-2021", "cican"}, "counts towards", "other"), (std::pair{Names{"heqco-2021", "cican"}, Names{"emc-cmf"}}));
}

TEST(PoliciesContradict, C6_ReviewEveryYearOrWithinThree) {
  const auto answers = [](const std::string& review_by, rung::model::Day day) {
    Fixture fixture(stated + assessed + short_one + "review by " + review_by, day);
    return std::map<std::string, Answer>{{"nzqa-2018", fixture.rule("nzqa-2018", "review")}, {"eu-2022", fixture.rule("eu-2022", "review")}, {"nzqa-2022", fixture.rule("nzqa-2022", "review")}, {"suny", fixture.rule("suny", "review")}};
  };
  constexpr auto holds = Answer::holds, fails = Answer::fails;
  EXPECT_EQ(answers("2027-09-30", in_2026), (std::map<std::string, Answer>{{"nzqa-2018", holds}, {"eu-2022", holds}, {"nzqa-2022", holds}, {"suny", holds}}));
  EXPECT_EQ(answers("2028-10-01", in_2026), (std::map<std::string, Answer>{{"nzqa-2018", fails}, {"eu-2022", fails}, {"nzqa-2022", holds}, {"suny", holds}}));
  EXPECT_EQ(answers("2030-10-01", in_2026), (std::map<std::string, Answer>{{"nzqa-2018", fails}, {"eu-2022", fails}, {"nzqa-2022", fails}, {"suny", fails}}));
}

TEST(PoliciesContradict, C7_WhatIsCountedIsSharedOrDebited) {
  Fixture debit(stated + assessed + short_one, in_2026, "certificate ward { develops leads requires { all of { m } } surrenders { m } }\n");
  EXPECT_EQ(debit.rule("india-abc-2021", "debit", "ward"), Answer::holds);          // it takes away, and may
  EXPECT_EQ(debit.rule("heqco-2021", "own-value"), Answer::fails);                    // what was earned should stay
  // A microcredential made of courses: Canton lets them count for a degree as well; whether a framework shares is its own rule.
  const std::string made = stated + assessed + short_one;
  Fixture shared(made + "requires { all of { charts } }");
  Fixture exclusive(made + "requires { all of { charts } share nothing with any other award }");
  EXPECT_EQ(shared.rule("suny-canton", "sharing"), Answer::holds);
  EXPECT_EQ(exclusive.rule("suny-canton", "sharing"), Answer::fails);                 // a permission of which no use is made
  EXPECT_FALSE(exclusive.broken("suny-canton").contains("sharing"));
}

// ---- the matrix by day ----

TEST(PoliciesContradict, NoPolicyThatIsNotInForceTakesPart) {
  Fixture seminar(stated + short_one + "awarded for participation");
  EXPECT_EQ(seminar.stands({"heqco-2021", "nzqa-2018"}, "awarded for"), (std::pair<Names, Names>{}));
  Fixture in_their_time(stated + short_one + "awarded for participation", in_2020);
  EXPECT_EQ(in_their_time.stands({"manitoba", "nzqa-2018"}, "awarded for"), (std::pair<Names, Names>{}));   // who says nothing of it allows nothing
}

}  // namespace
