// What nobody stated: neither guessed, nor taken for a refusal; and no answer depends on what things are called.
#include <gtest/gtest.h>

#include "tests/property/renamed.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

bool chance(int percent) { return *rc::gen::inRange(0, 100) < percent; }

// Without some statements of which the lack means that nobody knows. Where an award states no credits it has those of what it stands on, and where a holding states
// no grade or achievement it may have none, or that of its credential: those say something else, and stay.
Case with_less_stated(Case one) {
  const auto& credentials = one.framework.credentials;
  for (oracle::Credential& credential : one.framework.credentials) {
    if (credential.rule) continue;
    if (chance(30)) credential.credits.reset(), credential.in_ects = false;
    if (chance(20)) credential.hours.reset();
    if (chance(20)) credential.subjects.clear();
  }
  for (oracle::Holding& holding : one.learner.holdings) {
    const oracle::Credential& what = credentials[static_cast<std::size_t>(holding.credential)];
    const bool averaged = !what.rule && !holding.prior_learning && !holding.transferred && !holding.ungraded;
    if (averaged && chance(30)) holding.grade = -1;
    if (what.awarded_for == oracle::Level::unstated && what.develops.empty() && chance(30)) holding.achievement = oracle::Level::unstated;
    if (chance(20)) holding.term = -1;
  }
  return one;
}

struct Told {
  std::set<int> earned, perhaps;
};
Told told(const Case& one, const std::vector<int>* names = nullptr) {
  const Subject it = subject(one);
  const rung::Earned answer = rung::earned(it.table, it.holdings);
  RC_ASSERT(answer.proven);
  Told out;
  const auto named = [&](std::uint32_t award) {
    if (names == nullptr) return static_cast<int>(award);
    return static_cast<int>(std::find(names->begin(), names->end(), static_cast<int>(award)) - names->begin());
  };
  for (const rung::EarnedAward& award : answer.earned) out.earned.insert(named(award.credential));
  for (const auto& [award, statements] : answer.cannot_tell) out.perhaps.insert(named(award));
  return out;
}

TEST(Unstated, IsNeitherGuessedNorARefusal) {
  check("what is left unsaid makes nothing earned, and of what is earned nothing refused", 4000, [] {
    const Case all = *cases();
    const Case less = with_less_stated(all);
    const Told before = told(all), after = told(less);
    for (const int award : after.earned)
      if (!before.earned.contains(award)) RC_FAIL("c" + std::to_string(award) + " is earned with less stated:\n" + written(less.framework) + shown(less.learner));
    for (const int award : before.earned)
      if (!after.earned.contains(award) && !after.perhaps.contains(award))
        RC_FAIL("c" + std::to_string(award) + " is refused with less stated:\n" + written(less.framework) + shown(less.learner));
  });
}

TEST(Unstated, NamesDecideNothing) {
  check("what is earned and what cannot be told is the same under other names", 4000, [] {
    const Case one = with_less_stated(*cases());
    const std::vector<int> names = *other_names(one.framework);
    const Told before = told(one), after = told(renamed(one, names), &names);
    RC_ASSERT(before.earned == after.earned);
    RC_ASSERT(before.perhaps == after.perhaps);
  });
}

}  // namespace
}  // namespace property
