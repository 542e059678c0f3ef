// rungc diff for people, beyond awards: agreements, prices, labels and policies. Each edit changes one thing, whose effect is known before it is made.
#include "tests/end-to-end/two_editions.hpp"

namespace {

using namespace end_to_end;

class DiffForPeople : public TwoEditions {};

struct Edit { const char *part, *other, *effect, *loses, *gains; };

TEST_F(DiffForPeople, AnAgreementIsHarderOrEasierForWhoJustMeetsIt) {
  for (const Edit& edit : {Edit{"cad at 50%", "cad at 60%", "harder", "cad@50%", "nobody"}, Edit{"cad at 50%", "cad at 40%", "easier", "nobody", "cad@40%"},
                           Edit{"cad at 50%", "cad", "easier", "nobody", "cad@0%"},
                           Edit{"  cad at 50% counts as drawing\n", "", "harder", "cad@100%", "nobody"},
                           Edit{"cad at 50% counts", "shop at 50% counts", "different", "cad@100%", "shop@100%"},
                           Edit{"counts as drawing", "counts as drawing for prerequisites only", "harder", "cad@100%", "nobody"},
                           Edit{"older than 60 months", "older than 48 months", "harder", "cad@100% 2021-12-31", "nobody"},
                           Edit{"all of { cad, shop } counts", "cad counts", "easier", "nobody", "cad"},
                           Edit{"3 credits unassigned at level 2", "2 credits unassigned at level 2", "harder", "cad, shop", "nobody"},
                           Edit{"3 credits unassigned at level 2", "4 credits unassigned at level 2", "easier", "nobody", "cad, shop"}}) {
    const std::string effect = edit.effect;
    const json one = agreement(edit.part, edit.other, effect == "easier" ? 0 : 1);
    EXPECT_EQ(one["effect"], effect) << edit.part << " → " << edit.other;
    EXPECT_EQ(held(one["loses"]), edit.loses) << edit.part << " → " << edit.other;
    EXPECT_EQ(held(one["gains"]), edit.gains) << edit.part << " → " << edit.other;
    EXPECT_EQ(one["loss_proven"], true) << edit.part;
    EXPECT_EQ(one["gain_proven"], true) << edit.part;
  }
}

// Each end is tried on the day on which it decides.
TEST_F(DiffForPeople, AnAgreementsDaysCount) {
  const json shorter = agreement("2024-09 to 2028-08", "2024-09 to 2027-08", 1);
  EXPECT_EQ(shorter["effect"], "harder");
  EXPECT_EQ(shorter["loses"]["on"], "2027-09-01");
  EXPECT_EQ(shorter["fields"][0], (json{{"field", "effective"}, {"before", "from 2024-09-01 to 2028-08-31"}, {"after", "from 2024-09-01 to 2027-08-31"}}));
  EXPECT_EQ(json::parse(run("rungc diff old.rung new.rung --on 2026-10-01 --format json").out)["agreements"][0]["effect"], "none");   // on a day that is asked for, only that day matters
  EXPECT_EQ(agreement("effective 2024-09", "effective 2023-09", 0)["gains"]["on"], "2023-09-01");
  EXPECT_EQ(agreement("2024-09 to 2028-08", "2024-09 to 2027-08 in force when awarded", 1)["effect"], "different");   // who was awarded it in time is recognised for ever
}

TEST_F(DiffForPeople, WhatALimitTakesIsSaidWithoutALearner) {
  const json less = agreement("at most 6 credits\n  cad", "at most 3 credits\n  cad", 1);
  EXPECT_EQ(less["effect"], "harder");
  EXPECT_EQ(less["limits_more"], true);
  EXPECT_EQ(held(less["loses"]), "nobody");
  EXPECT_EQ(less["fields"][0]["before"], (json{{"amount", "6"}, {"unit", "credits"}}));
  EXPECT_EQ(agreement("  at most 6 credits\n  cad", "  cad", 0)["limits_less"], true);
  EXPECT_EQ(agreement("  at most 6 credits\n  cad", "  at most 6 credits\n  for one award only\n  cad", 1)["limits_more"], true);
}

TEST_F(DiffForPeople, AnAgreementThatGoesAndOneThatComes) {
  const std::string text = college;
  write("with.rung", text);
  write("without.rung", text.substr(0, text.find("agreement articulation")));
  const Answer gone = run("rungc diff with.rung without.rung --format json");
  EXPECT_EQ(gone.status, 1);
  const json one = json::parse(gone.out)["agreements"][0];
  EXPECT_EQ(one["fate"], "removed");
  EXPECT_EQ(one["agreement"], "elm.articulation");
  EXPECT_EQ(held(one["witness"]), "cad@100%");
  EXPECT_EQ(one["lost"], "elm.cad counts as elm.drawing, each with 50% or better");
  EXPECT_EQ(json::parse(gone.out)["losses"], (json{"elm.inspector", "elm.articulation"}));
  EXPECT_EQ(run("rungc diff with.rung without.rung --allow-loss articulation").status, 1);
  EXPECT_EQ(run("rungc diff with.rung without.rung --allow-loss articulation,inspector").status, 0);
  const json come = json::parse(run("rungc diff without.rung with.rung --format json").out)["agreements"][0];
  EXPECT_EQ(come["fate"], "added");
  EXPECT_EQ(come["was"], nullptr);
  EXPECT_EQ(come["effect"], "easier");
}

// What an institution recognises under one agreement as well as under another is not lost.
TEST_F(DiffForPeople, WhatMovesToAnotherAgreementIsNotLost) {
  const std::string apart = "agreement articulation \"Articulation\" {\n  from oak to elm\n  cad counts as drawing\n}\n", both = "agreement general \"General\" {\n  from oak to elm\n  cad counts as drawing\n}\n";
  const std::string text = college, head = text.substr(0, text.find("agreement articulation"));
  write("old.rung", head + apart);
  write("new.rung", head + both);
  const json all = json::parse(run("rungc diff old.rung new.rung --format json").out)["agreements"];
  ASSERT_EQ(all.size(), 2u);
  for (const json& one : all) {
    EXPECT_EQ(one["effect"], "none") << one;
    EXPECT_EQ(one["loss_proven"], true) << one;
  }
}

TEST_F(DiffForPeople, PricesOfCredentialsAndOfTheCheapestWay) {
  const json dearer = diff("fee 480 CAD", "fee 520.50 CAD", "learner", 0)["prices"];
  EXPECT_EQ(dearer["fees"], (json{{{"credential", "elm.turning"}, {"was", "elm.turning"}, {"before", {{"amount", "480"}, {"currency", "CAD"}}}, {"after", {{"amount", "520.5"}, {"currency", "CAD"}}}}}));
  ASSERT_EQ(dearer["totals"].size(), 1u);   // turning and drawing
  EXPECT_EQ(dearer["totals"][0]["award"], "elm.inspector");
  EXPECT_EQ(dearer["totals"][0]["before"], (json{{"fees", {{{"amount", "680"}, {"currency", "CAD"}}}}, {"at_least", false}, {"proven", true}}));
  EXPECT_EQ(dearer["totals"][0]["after"]["fees"][0]["amount"], "720.5");
  const json unknown = diff("  fee 480 CAD\n", "", "learner", 0)["prices"];
  EXPECT_EQ(unknown["fees"][0]["after"], nullptr);
  EXPECT_EQ(unknown["totals"][0]["after"]["at_least"], true);
  // A rule that asks for more costs more, though no fee has changed.
  const json rule = diff("    draw: drawing\n", "    draw: drawing shop: shop\n", "learner", 1)["prices"];
  EXPECT_TRUE(rule["fees"].empty());
  EXPECT_EQ(rule["totals"][0]["after"]["fees"][0]["amount"], "980");
  EXPECT_TRUE(diff("fee 480 CAD", "fee 480.00 CAD", "learner", 0)["prices"]["fees"].empty());
}

TEST_F(DiffForPeople, LabelsFieldByField) {
  struct Field { const char *part, *other, *name; json before, after; };
  for (const Field& field : {Field{"workload 42 hours", "workload 40 hours", "hours", {{"amount", "42"}, {"unit", "hours"}}, {{"amount", "40"}, {"unit", "hours"}}},
                             Field{"test, project", "project", "assessed_by", {"test", "project"}, {"project"}},
                             Field{"pass mark 60%", "pass mark 65%", "pass_mark", "60%", "65%"},
                             Field{"delivery online", "delivery hybrid", "delivery", "online", "hybrid"},
                             Field{"  level 4\n", "", "level", "4", nullptr},
                             Field{"valid for 3 years", "valid for 18 months", "valid", "3 years", "18 months"},
                             Field{"review by 2027-06", "review by 2027-07-15", "review_by", "2027-06-30", "2027-07-15"},
                             Field{"offered from 2026-09-01 to 2028-08-31", "offered from 2026-09-01", "offered", "from 2026-09-01 to 2028-08-31", "from 2026-09-01"}}) {
    const json all = diff(field.part, field.other, "learner", field.name == std::string("valid") ? 1 : 0)["labels"];
    ASSERT_EQ(all.size(), 1u) << field.name << all;
    EXPECT_EQ(all[0]["credential"], "elm.turning");
    ASSERT_EQ(all[0]["fields"].size(), 1u) << all[0];
    EXPECT_EQ(all[0]["fields"][0], (json{{"field", field.name}, {"before", field.before}, {"after", field.after}})) << field.name;
  }
}

TEST_F(DiffForPeople, PoliciesThatAreNamedAndWhatTheyComeTo) {
  const std::string policy = "policy short \"Short courses\" {\n  every microcredential {\n    length: must have workload at most 45 hours\n  }\n}\n";
  const std::string text = std::string(college) + policy, said = with(text, "version 2026-09", "version 2026-09 conforms to short");
  const auto policies = [&](const std::string& before, const std::string& after) {
    write("old.rung", before);
    write("new.rung", after);
    const Answer answer = run("rungc diff old.rung new.rung --format json");
    EXPECT_EQ(answer.status, 0) << answer.err;
    return json::parse(answer.out)["policies"];
  };
  EXPECT_EQ(policies(text, said), (json{{{"framework", "elm"}, {"policy", "short"}, {"said_before", false}, {"said_after", true}, {"before", "pass"}, {"after", "pass"}, {"differ", json::array()}}}));
  EXPECT_EQ(policies(said, text)[0]["said_after"], false);
  EXPECT_EQ(policies(said, with(said, "workload 42 hours", "workload 50 hours")),
            (json{{{"framework", "elm"}, {"policy", "short"}, {"said_before", true}, {"said_after", true}, {"before", "pass"}, {"after", "fail"},
                   {"differ", {{{"credential", "elm.turning"}, {"before", "pass"}, {"after", "fail"}}}}}}));
  EXPECT_TRUE(policies(said, with(said, "workload 42 hours", "workload 43 hours")).empty());
  ASSERT_EQ(run("rungc build old.rung -o old.pathways").status, 0);
  EXPECT_EQ(json::parse(run("rungc diff old.pathways new.rung --format json").out)["policies"], nullptr);
}

}  // namespace
