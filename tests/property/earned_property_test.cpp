// What a learner is entitled to, against the oracle.
#include <gtest/gtest.h>

#include "tests/oracle/answers.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

std::set<int> awards_of(const rung::Earned& answer) {
  std::set<int> out;
  for (const rung::EarnedAward& award : answer.earned) out.insert(static_cast<int>(award.credential));
  return out;
}

// Where each credential is counted and what it brings along.
using Shown = std::map<int, std::pair<std::set<int>, std::set<int>>>;

Shown shown(const Subject& subject, const rung::EarnedAward& award) {
  Shown out;
  for (const rung::Counted& counted : award.counted) {
    auto& [places, ground] = out[static_cast<int>(counted.credential)];
    places.insert(subject.number(counted.node));
    ground = subject.numbers(counted.stands_on);
  }
  return out;
}

Shown shown(const oracle::Choice& choice) {
  Shown out;
  for (const oracle::Counted& counted : choice) {
    auto& [places, ground] = out[counted.credential];
    places.insert(counted.node);
    for (const auto& [credential, level] : counted.brings)
      if (!oracle::is_used(credential) && credential != counted.credential) ground.insert(credential);   // not that it is there itself
  }
  return out;
}

TEST(Earned, AgreesWithTheOracle) {
  check("earned agrees with the oracle", 4000, [] {
    const Case one = *cases();
    const Subject it = subject(one);
    const oracle::Learner learner = oracle::left(one.framework, one.learner);
    oracle::World world{one.framework, learner};
    oracle::earn(world);
    std::set<int> expected = world.earned;
    for (const oracle::Holding& holding : learner.holdings)
      if (one.framework.credentials[holding.credential].rule && world.held(holding.credential)) expected.insert(holding.credential);
    const rung::Earned answer = rung::earned(it.table, it.holdings);
    RC_ASSERT(answer.proven);
    RC_ASSERT(awards_of(answer) == expected);
  });
}

TEST(Earned, ShowsAChoiceThatHolds) {
  check("each award's choice is one by which its rule holds", 2000, [] {
    const Case one = *cases();
    const Subject it = subject(one);
    const oracle::Learner learner = oracle::left(one.framework, one.learner);
    oracle::World world{one.framework, learner};
    oracle::earn(world);
    for (const rung::EarnedAward& award : rung::earned(it.table, it.holdings).earned) {
      if (award.conferred) continue;
      const int number = static_cast<int>(award.credential);
      const Shown theirs = shown(it, award);
      const auto legal = [&](const oracle::Choice& choice) { return shown(choice) == theirs && oracle::holds(world, number, choice); };
      if (!oracle::each_choice(world, number, {}, legal)) RC_FAIL("what is shown for c" + std::to_string(number) + " does not hold");
    }
  });
}

TEST(Earned, MoreLearningNeverHurts) {
  check("more learning never hurts", 4000, [] {
    // Everything may be added, but where limits between awards look at what was conferred, or an award surrenders something, no further conferral.
    const Case one = *cases({.bars = false});
    const oracle::Learner more = *more_than(one.framework, one.learner, !limits_between_awards(one.framework));
    const Subject it = subject(one);
    const std::set<int> before = awards_of(rung::earned(it.table, it.holdings));
    const rung::Earned answer = rung::earned(it.table, bound(it.table, more));
    std::set<int> after = awards_of(answer);
    // A conferral whose record does not say what it was for may have been for what is held besides now: then it cannot be told, and is no refusal.
    if (limits_between_awards(one.framework))
      for (const auto& [award, statements] : answer.cannot_tell) after.insert(static_cast<int>(award));
    RC_ASSERT(std::includes(after.begin(), after.end(), before.begin(), before.end()));
  });
}

// Somebody states the days that nobody has stated: what is earned then was earned before, or could not be told.
TEST(Earned, WhatDaysWouldDecideCannotBeTold) {
  check("what stated days would make earned is earned or cannot be told", 2000, [] {
    const Case one = *cases();
    const Subject it = subject(one);
    oracle::Learner stated = one.learner;
    if (stated.today < 0) stated.today = 240;
    for (oracle::Holding& holding : stated.holdings)
      if (holding.month < 0) holding.month = stated.today - *rc::gen::element(0, 12, 36);
    const rung::Earned before = rung::earned(it.table, it.holdings);
    std::set<int> told = awards_of(before);
    for (const auto& [award, statements] : before.cannot_tell) {
      RC_ASSERT(!statements.empty());
      told.insert(static_cast<int>(award));
    }
    const std::set<int> after = awards_of(rung::earned(it.table, bound(it.table, stated)));
    for (const int award : after)
      if (!told.contains(award)) RC_FAIL("c" + std::to_string(award) + " is earned with\n" + property::shown(stated));
  });
}

TEST(Earned, DoesNotDependOnTheOrderOfTheRecord) {
  check("the order of holdings does not matter", 1500, [] {
    const Case one = *cases();
    oracle::Learner shuffled = one.learner;
    for (std::size_t i = shuffled.holdings.size(); i > 1; --i)
      std::swap(shuffled.holdings[i - 1], shuffled.holdings[*rc::gen::inRange<std::size_t>(0, i)]);
    const Subject it = subject(one);
    const rung::Earned first = rung::earned(it.table, it.holdings), second = rung::earned(it.table, bound(it.table, shuffled));
    RC_ASSERT(awards_of(first) == awards_of(second));
    for (std::size_t i = 0; i < first.earned.size(); ++i) {
      RC_ASSERT(first.earned[i].conferred == second.earned[i].conferred);
      if (!first.earned[i].conferred) RC_ASSERT(shown(it, first.earned[i]) == shown(it, second.earned[i]));
    }
  });
}

}  // namespace
}  // namespace property
