// Records bound with what earlier ones found out are bound as they would be alone.
#include <gtest/gtest.h>

#include "runtime/learner/binding_memory.hpp"
#include "runtime/learner/learner.hpp"
#include "tests/support/compiled_table.hpp"

namespace {

using rung::BindingMemory;
using rung::Learner;
using rung::table::SectionKind;

const std::string two_colleges = R"(rung 1 en
framework north { version 1 }
competency reads "Reads"
course maths  { credits 3 }
course physics { credits 3 develops reads }
certificate both { entitles to "A place in the second year" requires { all: all of { maths, physics } } }
)";

Learner learner(std::vector<std::string> credentials, std::vector<std::string> gates = {}) {
  Learner out;
  for (const std::string& name : credentials) {
    out.holdings.emplace_back();
    out.holdings.back().name = name;
  }
  out.gates = std::move(gates);
  return out;
}

void expect_the_same(const rung::Table& table, const Learner& learner, BindingMemory& memory) {
  const auto alone = rung::bind(table, learner), with = rung::bind(table, learner, {}, &memory);
  ASSERT_TRUE(alone && with);
  EXPECT_FALSE(alone->set_aside.empty());   // each has something that cannot be used
  ASSERT_EQ(alone->held.size(), with->held.size());
  for (std::size_t i = 0; i < alone->held.size(); ++i) EXPECT_EQ(alone->held[i].credential, with->held[i].credential);
  ASSERT_EQ(alone->set_aside.size(), with->set_aside.size());
  for (std::size_t i = 0; i < alone->set_aside.size(); ++i) {
    EXPECT_EQ(alone->set_aside[i].reason, with->set_aside[i].reason);
    EXPECT_EQ(alone->set_aside[i].message, with->set_aside[i].message);
    EXPECT_EQ(alone->set_aside[i].holding, with->set_aside[i].holding);
  }
}

TEST(BindingMemory, BindsAsWithoutIt) {
  const rung::Table table = rung::testing::compiled_table(two_colleges);
  BindingMemory memory;
  for (int again = 0; again < 3; ++again) {
    expect_the_same(table, learner({"maths", "north.physics", "phisics", "nothing", "phisics"}, {"reads", "nothing"}), memory);
    expect_the_same(table, learner({"both", "north.both", "phisics", "maths"}), memory);
    Learner competent = learner({"phisics"});
    competent.holdings.push_back(competent.holdings[0]);
    competent.holdings[1].is_competency = true;   // of one name as a credential and as a competency each has its own
    competent.holdings[1].name = "reads";
    competent.holdings[0].name = "reads";
    expect_the_same(table, competent, memory);
  }
  ASSERT_TRUE(memory.match(SectionKind::credentials, "maths"));
  EXPECT_EQ(memory.match(SectionKind::credentials, "maths")->count, 1u);
  EXPECT_EQ(memory.match(SectionKind::credentials, "phisics")->count, 0u);
  EXPECT_FALSE(memory.match(SectionKind::gates, "maths"));
  EXPECT_EQ(memory.looks_at_other_awards, false);
}

TEST(BindingMemory, LooksForTheNearestNameOnce) {
  BindingMemory memory;
  int looks = 0;
  const auto look = [&]() -> std::optional<std::string_view> { return ++looks, std::nullopt; };
  EXPECT_EQ(memory.nearest(SectionKind::gates, "a", look), std::nullopt);   // not kept: looked for each time
  EXPECT_EQ(memory.nearest(SectionKind::gates, "a", look), std::nullopt);
  EXPECT_EQ(looks, 2);
  memory.keep(SectionKind::gates, "a", {});
  for (int again = 0; again < 3; ++again) memory.nearest(SectionKind::gates, "a", look);
  EXPECT_EQ(looks, 3);
}

TEST(BindingMemory, KeepsNoMoreThanSome) {
  BindingMemory memory;
  for (int name = 0; name < 10'000; ++name) memory.keep(SectionKind::gates, std::to_string(name), {});
  int known = 0;
  for (int name = 0; name < 10'000; ++name) known += memory.match(SectionKind::gates, std::to_string(name)) ? 1 : 0;
  EXPECT_GT(known, 1000);
  EXPECT_LE(known, 4096);
  memory.keep(SectionKind::gates, std::string(1000, 'x'), {});
  EXPECT_FALSE(memory.match(SectionKind::gates, std::string(1000, 'x')));
}

}  // namespace
