// Independent value and quality markers of small frameworks, worked out on paper.
#include <gtest/gtest.h>

#include "compiler/compile.hpp"
#include "compiler/value/markers.hpp"
#include "compiler/value/value.hpp"

namespace {

using rung::value::Answer;
using rung::value::Aspect;

class Framework {
 public:
  explicit Framework(const std::string& declarations)
      : compiled_(rung::compile_text("f.rung", "rung 1 en\nframework f { version 1 }\ncompetency turns\ncompetency mills\ncompetency plans\ncompetency leads\n" + declarations)) {}

  Answer of(const std::string& name, Aspect aspect) const { return rung::value::Judge(compiled_.model).verdict(id(name), aspect).answer; }
  Answer whole(const std::string& name) const { return rung::value::Judge(compiled_.model).whole(id(name)); }
  // Names of the markers that are shown.
  std::string markers(const std::string& name) const {
    std::string out;
    for (const rung::value::Marked& one : rung::value::QualityMarkers(compiled_.model).of(id(name))) {
      EXPECT_FALSE(one.evidence.empty());
      if (one.shown) out += (out.empty() ? "" : " ") + std::string(rung::value::name(one.marker));
    }
    return out;
  }

 private:
  std::uint32_t id(const std::string& name) const {
    const auto& all = compiled_.model.credentials;
    for (std::uint32_t i = 0; i < all.size(); ++i)
      if (all[i].name == "f." + name) return i;
    throw std::logic_error("there is no " + name);
  }
  rung::Compiled compiled_;
};

TEST(Value, StandsAloneWhereSomeWayIsWithoutTheWhole) {
  const std::string whole = "certificate whole { develops plans requires { any of { part, other } } }\ncourse other { develops mills }\n";
  EXPECT_EQ(Framework("microcredential part { develops turns prerequisite whole }\n" + whole).of("part", Aspect::stands_alone), Answer::fails);
  EXPECT_EQ(Framework("microcredential part { develops turns prerequisite any of { whole, other } }\n" + whole).of("part", Aspect::stands_alone), Answer::holds);
  EXPECT_EQ(Framework("microcredential part { develops turns }\n" + whole).of("part", Aspect::stands_alone), Answer::holds);
  // Through another one that needs the whole.
  EXPECT_EQ(Framework("microcredential part { develops turns prerequisite between }\ncourse between { prerequisite whole }\n" + whole).of("part", Aspect::stands_alone),
            Answer::fails);
}

TEST(Value, IsHollowOnlyWhenEveryWayCoversIt) {
  const std::string parts = "microcredential small { develops turns }\ncourse large { develops turns, mills }\ncourse milling { develops mills }\n";
  EXPECT_EQ(Framework(parts + "certificate both { develops plans requires { all of { small, large } } }").of("small", Aspect::not_hollow), Answer::fails);
  EXPECT_EQ(Framework(parts + "certificate both { develops plans requires { any of { small, large } } }").of("small", Aspect::not_hollow), Answer::holds);
  EXPECT_EQ(Framework(parts + "certificate both { develops plans requires { all of { small, large } } }\ncertificate also { develops leads requires { all of { small, milling } } }")
                .of("small", Aspect::not_hollow),
            Answer::holds);
  // What covers it is inside an award that is counted beside it.
  EXPECT_EQ(Framework(parts + "certificate inner { develops leads requires { large } }\ncertificate outer { develops plans requires { all of { small, inner } } }")
                .of("small", Aspect::not_hollow),
            Answer::fails);
}

TEST(Value, DependsOnWhatIsStatedAndNotOnClaims) {
  const std::string whole = "certificate whole { develops plans requires { any of { part, other } } }\ncourse other { develops mills }\n";
  const Framework claim("microcredential part { develops turns stacks into whole purpose technical-skills }\n" + whole);
  EXPECT_EQ(claim.of("part", Aspect::outcome), Answer::fails);
  EXPECT_EQ(claim.of("part", Aspect::assessed), Answer::fails);
  EXPECT_EQ(claim.of("part", Aspect::not_a_slice), Answer::fails);
  EXPECT_EQ(claim.whole("part"), Answer::fails);
  const Framework stated("microcredential part { develops turns assessed by test consulted \"Machinists\" }\n" + whole);
  EXPECT_EQ(stated.of("part", Aspect::outcome), Answer::holds);
  EXPECT_EQ(stated.of("part", Aspect::assessed), Answer::holds);
  EXPECT_EQ(stated.of("part", Aspect::not_a_slice), Answer::holds);
  EXPECT_EQ(stated.whole("part"), Answer::holds);
}

TEST(Value, IsTakenAwayAndOutlived) {
  const Framework taken("microcredential part { develops turns }\ncertificate whole { develops plans requires { part } surrenders { part } }");
  EXPECT_EQ(taken.of("part", Aspect::not_consumed), Answer::fails);
  const auto valid = [](const char* months) {
    return Framework("microcredential part { develops turns workload 20 weeks valid for " + std::string(months) +
                     " }\ncourse long { develops mills workload 60 weeks }\ncertificate whole { develops plans requires { all of { part, long } } }")
        .of("part", Aspect::outlives_the_stack);
  };
  EXPECT_EQ(valid("3 months"), Answer::fails);
  EXPECT_EQ(valid("5 years"), Answer::holds);
}

TEST(Value, NamesItsAspects) {
  for (const Aspect aspect : rung::value::aspects) EXPECT_EQ(rung::value::aspect_named(name(aspect)), aspect);
  EXPECT_EQ(rung::value::aspect_named("standing"), std::nullopt);
}

TEST(Markers, AreDerivedFromEvidence) {
  const Framework it(
      "microcredential bare { develops turns purpose technical-skills }\n"
      "microcredential full { develops turns assessed by test consulted \"Machinists\" on 2026-02-11 accredited by \"CQI\" meets standard \"ISO 9001\" pace self-paced }\n"
      "certificate whole { develops plans requires { any of { full, other } } }\ncourse other { develops mills }\n");
  EXPECT_EQ(it.markers("bare"), "");
  EXPECT_EQ(it.markers("full"), "relevant accredited standardized assessed flexible stackable");
  EXPECT_EQ(it.markers("other"), "stackable");
}

}  // namespace
