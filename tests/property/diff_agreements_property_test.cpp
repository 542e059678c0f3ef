// What a change of agreements and of fees means (compiler/change): against asking the runtime about every small record under both tables, and by edits whose effect is known in advance.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "compiler/change/agreements.hpp"
#include "compiler/change/prices.hpp"
#include "runtime/learner/dates.hpp"
#include "tests/property/edited.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using rung::change::AgreementChange;
using rung::change::Tables;

const std::int32_t day = *rung::read_date("2020-01-15");

std::optional<rung::Table> table_of(Case one) {
  one.learner = {};
  try {
    return std::move(subject(one).table);
  } catch (const std::exception&) {
    return std::nullopt;                   // the edit does not compile
  }
}

// What an institution gives for what somebody holds: how, and what. Credit meets prerequisites as well.
using Given = std::set<std::pair<rung::table::RecognitionKind, std::string>>;
Given given(const rung::Table& table, const rung::Learner& learner) {
  Given out;
  const auto holdings = rung::bind(table, learner);
  for (std::uint32_t institution = 0; institution < table.institutions().size(); ++institution)
    for (const rung::Transfer& one : rung::transfers(table, *holdings, institution).transfers) {
      if (one.verdict != rung::TransferVerdict::recognised) continue;
      const rung::table::Recognition& line = table.recognitions()[one.recognition];
      for (const std::uint32_t target : table.list(line.targets)) {
        out.emplace(line.kind, table.text(table.credentials()[target].name));
        if (line.kind == rung::table::RecognitionKind::credit) out.emplace(rung::table::RecognitionKind::prerequisite, table.text(table.credentials()[target].name));
      }
    }
  return out;
}

bool lacks_some(const Given& has, const Given& other) { return !std::includes(other.begin(), other.end(), has.begin(), has.end()); }

// Whoever holds at most three of what the lines name, each with the same grade on the same day.
std::vector<rung::Learner> learners(const oracle::Framework& before, const oracle::Framework& after) {
  std::set<int> sources;
  for (const oracle::Framework* framework : {&before, &after})
    for (const oracle::Line& line : framework->lines) sources.insert(line.sources.begin(), line.sources.end());
  const std::vector<int> all(sources.begin(), sources.end());
  std::vector<rung::Learner> out;
  for (unsigned some = 1; some < 1u << all.size(); ++some) {
    if (__builtin_popcount(some) > 3) continue;
    for (const char* const grade : {"100%", "70%", "60%", "50%", "0%"})
      for (const char* const awarded : {"2020-01-15", "2019-07-15", "2019-07-14", "2018-01-15", "2018-01-14", "2016-01-01"}) {
        rung::Learner learner;
        learner.on = "2020-01-15";
        for (std::size_t i = 0; i < all.size(); ++i) {
          if ((some >> i & 1u) == 0) continue;
          rung::Holding holding;
          holding.name = "f.c" + std::to_string(all[i]);
          holding.grade = grade;
          holding.awarded = awarded;
          learner.holdings.push_back(std::move(holding));
        }
        out.push_back(std::move(learner));
      }
  }
  return out;
}

struct Seen {
  int losses = 0, none = 0, unproven = 0;
};

void agrees(Seen& seen) {
  const Case was = *cases({.fewest_credentials = 4, .most_credentials = 7, .bars = false, .between_awards = false});
  if (was.framework.lines.empty()) return;
  Case is = was;
  const Known known = edit_agreement(is.framework);
  const auto before = table_of(was), after = table_of(is);
  if (!before || !after) return;
  const Tables tables(*before, *after, {});
  bool may_lose = false, may_gain = false;
  std::size_t fewest_to_lose = 100, fewest_to_gain = 100;
  for (const rung::Learner& learner : learners(was.framework, is.framework)) {
    const Given had = given(*before, learner), has = given(*after, learner);
    if (lacks_some(had, has)) may_lose = true, fewest_to_lose = std::min(fewest_to_lose, learner.holdings.size());
    if (lacks_some(has, had)) may_gain = true, fewest_to_gain = std::min(fewest_to_gain, learner.holdings.size());
  }
  const auto changes = rung::change::agreement_changes(tables, day, day);
  RC_ASSERT(changes.size() == 1u);
  const AgreementChange& change = changes.front();
  const auto judge = [&](const std::optional<rung::Learner>& witness, bool proven, bool may, std::size_t fewest, const rung::Table& gives, const rung::Table& does_not, const char* what) {
    if (witness) {
      if (!lacks_some(given(gives, *witness), given(does_not, *witness))) RC_FAIL(std::string("the witness does not ") + what);
      if (proven && witness->holdings.size() > fewest) RC_FAIL(std::string("a smaller record does ") + what);
      ++seen.losses;
    } else {
      if (proven && may) RC_FAIL(std::string("somebody does ") + what);
      ++(proven ? seen.none : seen.unproven);
    }
  };
  judge(change.loses, change.loss_proven, may_lose, fewest_to_lose, *before, *after, "lose");
  judge(change.gains, change.gain_proven, may_gain, fewest_to_gain, *after, *before, "gain");
  if (known == Known::harder) RC_ASSERT(!change.gains && !change.limits_less);
  if (known == Known::easier) RC_ASSERT(!change.loses && !change.limits_more);
}

TEST(DiffOfAgreements, AgreesWithEveryRecordTriedOneByOne) {
  Seen seen;
  check("who is recognised no more, and who is from now on", 15000, [&] { agrees(seen); });
  if (in_full()) {
    EXPECT_GT(seen.losses, 300);
    EXPECT_GT(seen.none, 1000);
    EXPECT_LT(seen.unproven, seen.none / 4);
  }
}

// Twice every fee is twice what the cheapest way costs, for whichever award.
TEST(DiffOfPrices, TwiceEveryFeeIsTwiceTheCheapestWay) {
  int seen = 0;
  check("what the cheapest way costs when all fees are twice as high", 1000, [&] {
    const Case was = *cases({.fewest_credentials = 3, .most_credentials = 7, .bars = false, .between_awards = false});
    Case is = was;
    std::set<std::string> dearer;
    for (std::size_t c = 0; c < is.framework.credentials.size(); ++c) {
      oracle::Credential& credential = is.framework.credentials[c];
      if (!credential.fee) continue;
      credential.fee = *credential.fee * 2;
      if (*credential.fee > 0) dearer.insert("f.c" + std::to_string(c));
    }
    const auto before = table_of(was), after = table_of(is);
    RC_PRE(before.has_value() && after.has_value());
    const Tables tables(*before, *after, {});
    const auto prices = rung::change::prices(tables, rung::change::changes(tables, day), day);
    std::set<std::string> told;
    for (const rung::change::Thing& one : prices.fees) told.insert(one.name);
    RC_ASSERT(told == dearer);
    for (const rung::change::TotalChange& one : prices.totals) {
      RC_ASSERT(one.was.has_value() && one.is.has_value());
      if (!one.was->proven || !one.is->proven) continue;
      RC_ASSERT(one.was->fees.size() == 1u && one.is->fees.size() == 1u);
      RC_ASSERT(one.is->fees.front().second == 2 * one.was->fees.front().second);
      RC_ASSERT(one.is->at_least == one.was->at_least);
      ++seen;
    }
  });
  if (in_full()) {
    EXPECT_GT(seen, 100);
  }
}

}  // namespace
}  // namespace property
