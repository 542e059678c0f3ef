// Changes that take an award from somebody though its own rule stays word for word the same: rungc diff may not find who loses, but must not say that nobody does.
#include <algorithm>

#include "tests/end-to-end/two_editions.hpp"

namespace {

using namespace end_to_end;

constexpr const char* town = R"(rung 1 en
framework f "F" { version 1 publisher u credits 1 credit = 15 hours grades percent }
institution u "U"
institution w "W"
competency k "K"
competency j "J"
course c0 "C0" { issued by u credits 2 develops k }
course c1 "C1" { issued by u credits 2 develops j valid for 3 years }
course c2 "C2" { issued by u credits 2 develops j }
course x0 "X0" { issued by w credits 2 develops k }
course x1 "X1" { issued by w credits 2 develops k }
certificate a "A" { issued by u entitles to "a" requires { p: c0 } }
certificate barred "Barred" { issued by u entitles to "b" withheld from holders of { c1 } requires { p: c0 } }
certificate more "More" { issued by u entitles to "m" requires { p: c0 q: c1 unless they hold { c2 } } }
certificate apart "Apart" { issued by u entitles to "p" requires { p: c0 share nothing with any other award } }
certificate later "Later" { issued by u entitles to "l" prerequisite x1 requires { p: c2 } }
certificate other "Other" { issued by u entitles to "o" requires { p: c1 } }
certificate fresh "Fresh" { issued by u entitles to "f" requires { p: c2 nothing older than 2 years } }
agreement ag "AG" {
  from w to u
  x1 counts as c2
  all of { x0, x1 } counts as c2
}
)";

class DiffBesides : public TwoEditions {
 protected:
  std::string earned(const std::string& table, const std::string& award) {
    const json all = json::parse(run("rung earned " + table + " --learner who.json --format json").out);
    for (const json& one : all["earned"])
      if (one["credential"] == "f." + award) return "yes";
    return "no";
  }
};

TEST_F(DiffBesides, NobodyIsSaidToLoseNothingWhereSomebodyLoses) {
  struct Case { const char *part, *other, *award, *holdings; };
  for (const Case& one : {
           Case{R"(requires { p: c1 } })", R"(requires { p: c1 } surrenders { c0 } })", "a", R"({"credential":"f.c0"},{"credential":"f.other","awarded":"2025-01-01"})"},
           Case{R"(requires { p: c1 } })", R"(requires { p: c1 } surrenders { x1 } })", "later", R"({"credential":"f.c2"},{"credential":"f.x1"},{"credential":"f.other","awarded":"2025-01-01"})"},
           Case{R"("a" requires)", R"("a" valid for 2 years requires)", "a", R"({"credential":"f.a","awarded":"2022-01-01"})"},
           Case{"develops j valid for 3 years", "develops j", "barred", R"({"credential":"f.c0"},{"credential":"f.c1","awarded":"2020-01-01"})"},
           Case{R"(c2 "C2" { issued by u credits 2 develops j)", R"(c2 "C2" { issued by u credits 2 develops j valid for 2 years)", "more",
                R"({"credential":"f.c0"},{"credential":"f.c2","awarded":"2020-01-01"})"},
           Case{R"(requires { p: c1 } })", R"(requires { p: c1 q: c0 } })", "apart", R"({"credential":"f.c0","awarded":"2024-01-01"},{"credential":"f.other","awarded":"2025-01-01"})"},
           Case{"  all of { x0, x1 } counts as c2\n", "", "fresh", R"({"credential":"f.x1","awarded":"2023-07-01"},{"credential":"f.x0","awarded":"2026-01-01"})"}}) {
    const json all = diff(one.part, one.other, "learner", 1, town);
    write("who.json", std::string(R"({"on":"2026-01-01","holdings":[)") + one.holdings + "]}");
    for (const std::string edition : {"old", "new"}) ASSERT_EQ(run("rungc build " + edition + ".rung -o " + edition + ".pathways").status, 0);
    ASSERT_EQ(earned("old.pathways", one.award), "yes") << one.award << one.other;
    ASSERT_EQ(earned("new.pathways", one.award), "no") << one.award << one.other;
    const auto change = std::find_if(all["changes"].begin(), all["changes"].end(), [&](const json& it) { return it["award"] == std::string("f.") + one.award; });
    ASSERT_NE(change, all["changes"].end()) << one.award << one.other;
    EXPECT_TRUE((*change)["loss_proven"] == false || !(*change)["loses"].is_null()) << change->dump(2);
  }
}

}  // namespace
