// `rungc test` as a committee and a build server run it: command lines in, output and exit statuses out. The examples pass, and their scenarios
// decide everything.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

using ScenariosRun = WorkingFolder;

const std::string kitchen = R"(rung 1 en
framework elmwood "Elmwood College" { version 2026-09 grades percent }
competency handles-food "Handles food safely"
competency plans-menus  "Plans menus"
competency runs-kitchen "Runs a kitchen"
microcredential food-safety "Food Safety"   { develops handles-food  credits 2  assessed by test  consulted "Cooks" }
microcredential menus       "Menu Planning" { develops plans-menus   credits 3  assessed by test  consulted "Cooks" }
certificate kitchen-manager "Kitchen Manager" {
  develops runs-kitchen
  requires { basics: food-safety craft: menus at 60% }
}
scenario "both courses" {
  holds food-safety
  holds menus at 75%
  expect kitchen-manager earned
}
)";
const std::string weak = R"(scenario "a weak <mark> & \"so on\"" {
  on 2026-10-01
  holds food-safety
  holds menus at 55%
  expect kitchen-manager earned
  expect kitchen-manager missing craft
}
)";

TEST_F(ScenariosRun, TextSaysWhatWasExpectedWhatIsSoAndWhy) {
  write("k.rung", kitchen);
  const Answer good = run("rungc test k.rung");
  EXPECT_EQ(good.status, 0) << good.err;
  EXPECT_EQ(good.err, "");
  EXPECT_EQ(good.out,
            "passed  both courses\n"
            "\n"
            "1 scenario, 1 passed\n"
            "0 of 3 decided: parts, options, floors and conditions\n"
            "\n"
            "Not decided by any scenario:\n"
            "  elmwood.kitchen-manager, basics: met by every learner\n"
            "  elmwood.kitchen-manager, craft: met by every learner\n"
            "  elmwood.kitchen-manager, craft: the floor of a grade in 'menus at 60%' makes no difference to any learner\n");

  write("k.rung", kitchen + weak);
  const Answer bad = run("rungc test k.rung");
  EXPECT_EQ(bad.status, 1);
  EXPECT_EQ(bad.out,
            "passed  both courses\n"
            "FAILED  a weak <mark> & \"so on\" (k.rung:17)\n"
            "  expected  kitchen-manager earned\n"
            "  actual    not earned; missing craft\n"
            "\n"
            "    a weak <mark> & \"so on\" on 2026-10-01\n"
            "    Kitchen Manager (elmwood.kitchen-manager): not yet earned\n"
            "\n"
            "      [ ] all of 2 parts, 1 so far\n"
            "        [x] basics: 1 credential; counted: Food Safety\n"
            "        [ ] craft: 1 credential, each with 60% or better, 0 so far; open: Menu Planning\n"
            "\n"
            "    Still missing: craft\n"
            "\n"
            "2 scenarios, 1 passed\n"
            "2 of 3 decided: parts, options, floors and conditions\n"
            "\n"
            "Not decided by any scenario:\n"
            "  elmwood.kitchen-manager, basics: met by every learner\n");
}

TEST_F(ScenariosRun, JsonHasTheShapeOfTheInterfaces) {
  write("k.rung", kitchen + weak);
  const Answer answer = run("rungc test k.rung --format json");
  EXPECT_EQ(answer.status, 1);
  const json report = json::parse(answer.out);
  ASSERT_EQ(report["scenarios"].size(), 2u);
  EXPECT_EQ(report["scenarios"][0]["scenario"], "both courses");
  EXPECT_EQ(report["scenarios"][0]["verdict"], "pass");
  EXPECT_EQ(report["scenarios"][0]["framework"], "elmwood");
  EXPECT_EQ(report["scenarios"][0]["file"], "k.rung");
  EXPECT_EQ(report["scenarios"][0]["line"], 12);
  EXPECT_EQ(report["scenarios"][0]["expectations"],
            json::array({{{"expect", "kitchen-manager earned"}, {"verdict", "pass"}, {"actual", "earned"}, {"why", nullptr}}}));
  EXPECT_EQ(report["scenarios"][1]["verdict"], "fail");
  EXPECT_EQ(report["scenarios"][1]["expectations"][0]["actual"], "not earned; missing craft");
  EXPECT_EQ(report["scenarios"][1]["expectations"][1]["verdict"], "pass");
  EXPECT_EQ(report["things"], 3);
  EXPECT_EQ(report["uncovered"],
            json::array({{{"credential", "elmwood.kitchen-manager"}, {"part", "basics"}, {"what", "met by every learner"}}}));
  EXPECT_EQ(report["unnoticed"], nullptr);
}

TEST_F(ScenariosRun, JunitIsWellFormedAndEscaped) {
  write("k.rung", kitchen + weak);
  const Answer answer = run("rungc test k.rung --format junit");
  EXPECT_EQ(answer.status, 1);
  EXPECT_TRUE(answer.out.starts_with(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rungc test\" tests=\"3\" failures=\"1\" errors=\"0\">\n"));
  EXPECT_NE(answer.out.find("<testsuite name=\"a weak &lt;mark&gt; &amp; &quot;so on&quot;\" tests=\"2\" failures=\"1\" errors=\"0\">"),
            std::string::npos)
      << answer.out;
  EXPECT_NE(answer.out.find("<testcase classname=\"elmwood.both courses\" name=\"kitchen-manager earned\" file=\"k.rung\" line=\"12\"/>"),
            std::string::npos);
  EXPECT_NE(answer.out.find("<failure message=\"not earned; missing craft\">expected  kitchen-manager earned\n"), std::string::npos);
  EXPECT_EQ(answer.out.find("<mark>"), std::string::npos);
  EXPECT_TRUE(answer.out.ends_with("</testsuites>\n"));
}

TEST_F(ScenariosRun, FilterPlaysSomeAndThenSaysNothingOfWhatIsDecided) {
  write("k.rung", kitchen + weak);
  const Answer some = run("rungc test k.rung --filter both");
  EXPECT_EQ(some.status, 0);
  EXPECT_EQ(some.out, "passed  both courses\n\n1 scenario, 1 passed\n");
  EXPECT_EQ(json::parse(run("rungc test k.rung --filter both --format json").out)["uncovered"], nullptr);
  const Answer none = run("rungc test k.rung --filter nobody");
  EXPECT_EQ(none.status, 2);
  EXPECT_NE(none.err.find("no scenario's name contains 'nobody'"), std::string::npos);
}

TEST_F(ScenariosRun, MutateListsWhatNoScenarioNotices) {
  write("k.rung", kitchen);
  const Answer answer = run("rungc test k.rung --mutate");
  EXPECT_EQ(answer.status, 0);
  EXPECT_NE(answer.out.find("\n3 bends tried, 3 unnoticed\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("  elmwood.kitchen-manager, craft: without the floor of a grade in 'menus at 60%'\n"), std::string::npos)
      << answer.out;
  const json report = json::parse(run("rungc test k.rung --mutate --format json").out);
  EXPECT_EQ(report["bends"], 3);
  EXPECT_EQ(report["unnoticed"].size(), 3u);

  // What fails already is mended first.
  write("k.rung", kitchen + weak);
  const Answer failing = run("rungc test k.rung --mutate --format json");
  EXPECT_EQ(failing.status, 1);
  EXPECT_EQ(json::parse(failing.out)["bends"], nullptr);
  EXPECT_NE(failing.err.find("first let every scenario pass"), std::string::npos);
}

TEST_F(ScenariosRun, ExitStatuses) {
  write("k.rung", kitchen + "scenario \"s\" { expect kitchen-manger earned }\n");
  const Answer wrong = run("rungc test k.rung");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_EQ(wrong.out, "");
  EXPECT_NE(wrong.err.find("did you mean 'kitchen-manager'?"), std::string::npos);
  EXPECT_EQ(json::parse(run("rungc test k.rung --format json").out)["errors"], 1);
  EXPECT_EQ(run("rungc test nowhere.rung").status, 2);
  EXPECT_EQ(run("rungc test").status, 2);
  EXPECT_EQ(run("rungc test k.rung --format yaml").status, 2);
  EXPECT_EQ(run("rungc check k.rung").status, 1) << "the names in scenarios are checked by every verb";
}

TEST_F(ScenariosRun, AFileOfItsOwnMayHoldThem) {
  write("k.rung", kitchen);
  write("tests.rung",
        "rung 1 en\nframework elmwood-tests \"Tests\"\nuse \"k.rung\"\nscenario \"nothing yet\" { expect elmwood.kitchen-manager missing "
        "basics, craft }\n");
  const Answer answer = run("rungc test tests.rung");
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_NE(answer.out.find("2 scenarios, 2 passed\n2 of 3 decided"), std::string::npos) << answer.out;
}

TEST_F(ScenariosRun, TheTableIsTheSameWithAndWithout) {
  write("with.rung", kitchen + weak);
  write("without.rung", kitchen.substr(0, kitchen.find("scenario")));
  ASSERT_EQ(run("rungc build with.rung -o with.pathways").status, 0);
  ASSERT_EQ(run("rungc build without.rung -o without.pathways").status, 0);
  EXPECT_EQ(read(folder_ / "with.pathways"), read(folder_ / "without.pathways"));
}

TEST_F(ScenariosRun, WhereTheSearchStopsThereIsNoAnswer) {
  write("k.rung", kitchen);
  const Answer answer = run("rungc test k.rung --steps 1 --format json");
  EXPECT_EQ(answer.status, 1);
  EXPECT_EQ(json::parse(answer.out)["scenarios"][0]["verdict"], "unknown");
  EXPECT_NE(run("rungc test k.rung --steps 1").out.find("CANNOT TELL  both courses"), std::string::npos);
}

// A folder of examples, whose file has its name, or the folder and the file.
class ExampleScenarios : public testing::TestWithParam<const char*> {};

std::string with_underscores(std::string name) {
  std::replace_if(name.begin(), name.end(), [](char one) { return one == '-' || one == '/'; }, '_');
  return name;
}

TEST_P(ExampleScenarios, PassAndDecideEveryRule) {
  const std::string name = GetParam();
  const std::string path = name.find('/') == std::string::npos ? name + "/" + name : name;
  const std::string file = std::string(RUNG_SOURCE_DIR) + "/examples/" + path + ".rung";
  const std::string out = testing::TempDir() + "rung-example-" + with_underscores(name) + ".json";
  const int status = std::system(("'" RUNG_BIN_DIR "/rungc' test '" + file + "' --format json >'" + out + "'").c_str());
  const json report = json::parse(read(out));
  fs::remove(out);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_GE(report["scenarios"].size(), 5u);
  for (const json& scenario : report["scenarios"])
    for (const json& one : scenario["expectations"])
      EXPECT_EQ(one["verdict"], "pass") << scenario["scenario"] << ": " << one["expect"] << "\n" << one["actual"];
  EXPECT_EQ(report["uncovered"], json::array());
}

INSTANTIATE_TEST_SUITE_P(Examples, ExampleScenarios,
                         testing::Values("lambton", "mcmaster", "hku-space", "suny-canton", "region", "mit-micromasters", "open-university",
                                         "india-abc/without-debit", "red-river-immunizer"),
                         [](const auto& one) { return with_underscores(one.param); });

// The debit of India's Academic Bank of Credits is an error by design: that, and nothing else.
TEST_F(ScenariosRun, TheDebitIsReportedAsConsumedAndNothingElse) {
  const Answer answer = run("rungc check '" RUNG_SOURCE_DIR "/examples/india-abc/india-abc.rung' --format json");
  EXPECT_EQ(answer.status, 1);
  const json report = json::parse(answer.out);
  ASSERT_FALSE(report["diagnostics"].empty());
  std::string messages;
  for (const json& diagnostic : report["diagnostics"]) {
    EXPECT_EQ(diagnostic["code"], "consumed");
    messages += diagnostic["message"].get<std::string>() + '\n';
  }
  EXPECT_NE(messages.find("takes bank.soils away"), std::string::npos) << messages;
  EXPECT_NE(messages.find("takes bank.water away"), std::string::npos) << messages;
}

}  // namespace
