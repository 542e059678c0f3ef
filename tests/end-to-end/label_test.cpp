// `rungc label` and `rung label`, as their users run them.
#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

class Labels : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("elm.rung", R"(rung 1 en
framework elm "Elm College" { version 2026-09 }
competency gauges "Uses gauges" { title fr "Utilise des jauges" }
microcredential metrology "Measurement" { title fr "Métrologie" develops gauges workload 12.5 hours assessed by test consulted "Machinists" }
)");
  }
};

TEST_F(Labels, AreTheSameFromTheFrameworkAndFromItsTable) {
  ASSERT_EQ(run("rungc build elm.rung -o elm.pathways").status, 0);
  for (const char* const format : {"text", "json", "html", "svg"}) {
    for (const char* const locale : {"en", "fr"}) {
      const std::string how = std::string(" --format ") + format + " --locale " + locale;
      const Answer committee = run("rungc label elm.rung --for metrology" + how);
      const Answer office = run("rung label elm.pathways elm.metrology" + how);
      EXPECT_EQ(committee.status, 0) << how;
      EXPECT_EQ(office.status, 0) << how;
      EXPECT_FALSE(office.out.empty()) << how;
      EXPECT_EQ(committee.out, office.out) << how;
    }
  }
  EXPECT_EQ(json::parse(run("rung label elm.pathways metrology --format json --locale fr").out)["label"]["takes"]["hours"], "12.5");   // JSON has no decimal comma
}

TEST_F(Labels, AreWrittenToAFileOrNotAtAll) {
  EXPECT_EQ(run("rungc label elm.rung --for metrology --format html -o card.html").status, 0);
  EXPECT_NE(read(folder_ / "card.html").find("Measurement"), std::string::npos);
  write("card.html", "the old one");
  EXPECT_EQ(run("rungc label elm.rung --for nothing --format html -o card.html").status, 1);
  EXPECT_EQ(read(folder_ / "card.html"), "the old one");
  EXPECT_EQ(run("rungc label elm.rung --for metrology -o no-such-folder/card.txt").status, 2);
}

TEST_F(Labels, OfWhatIsNotThereSaySo) {
  ASSERT_EQ(run("rungc build elm.rung -o elm.pathways").status, 0);
  const Answer none = run("rung label elm.pathways drawing --format json");
  EXPECT_EQ(none.status, 1);
  EXPECT_TRUE(json::accept(none.out)) << none.out;   // a failure is JSON too
  EXPECT_EQ(run("rung label elm.pathways metrology --locale de").status, 2);
}

}  // namespace
