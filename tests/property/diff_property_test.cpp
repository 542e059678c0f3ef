// What a change of rules means for learners (compiler/change), against trying every small record by both tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "compiler/change/changes.hpp"
#include "runtime/learner/dates.hpp"
#include "tests/property/edited.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

using rung::change::Change;

constexpr const char* day = "2020-01-15";

void each_part(oracle::Requirement& rule, const std::function<void(oracle::Requirement&)>& visit) {
  visit(rule);
  for (oracle::Requirement& part : rule.parts) each_part(part, visit);
}

// One small edit of one node, as committees make them.
void edit(oracle::Requirement& rule) {
  std::vector<oracle::Requirement*> parts;
  each_part(rule, [&](oracle::Requirement& part) { parts.push_back(&part); });
  oracle::Requirement& part = *parts[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(parts.size())))];
  switch (*rc::gen::inRange(0, 7)) {
    case 0: part.need = std::max(1, part.need + *rc::gen::element(-1, 1)); break;
    case 1: part.amount = std::max(50L, part.amount + *rc::gen::element(-100, 100)); break;
    case 2:
      if (part.of.size() > 1) part.of.erase(part.of.begin() + *rc::gen::inRange(0, static_cast<int>(part.of.size())));
      break;
    case 3: part.grade = *rc::gen::element(-1, 50, 60, 70); break;
    case 4: part.months = *rc::gen::element(0, 6, 24); break;
    case 5:
      if (part.form == oracle::Form::group && part.parts.size() > 1) part.parts.pop_back();
      break;
    default: std::reverse(part.parts.begin(), part.parts.end());   // no change
  }
}

rung::Table table_of(Case one) {
  one.learner = {};
  return std::move(subject(one).table);
}

std::map<std::string, bool> entitled(const rung::Table& table, const rung::Learner& learner) {
  std::map<std::string, bool> out;
  const auto holdings = rung::bind(table, learner);
  for (const rung::EarnedAward& award : rung::earned(table, *holdings).earned) out[std::string(table.text(table.credentials()[award.credential].name))] = true;
  return out;
}

bool has(const rung::Table& table, const rung::Learner& learner, const std::string& award) { return entitled(table, learner).contains(award); }

struct Seen {
  int losses = 0, none = 0, unproven = 0;
};

void agrees(Taste taste, Seen& seen) {
  const Case was = *cases(taste);
  Case is = was;
  std::vector<std::size_t> awards;
  for (std::size_t c = 0; c < is.framework.credentials.size(); ++c)
    if (is.framework.credentials[c].rule) awards.push_back(c);
  RC_PRE(!awards.empty());
  if (!is.framework.lines.empty() && *rc::gen::arbitrary<bool>()) edit_agreement(is.framework);
  else edit(*is.framework.credentials[awards[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(awards.size())))]].rule);
  const rung::Table before = table_of(was);
  std::optional<rung::Table> edited;
  try {
    edited = table_of(is);
  } catch (const std::exception&) {
    RC_DISCARD("the edit does not compile");
  }
  const rung::Table& after = *edited;
  const std::vector<Change> changes = rung::change::changes(rung::change::Tables(before, after, {}), *rung::read_date(day));

  // Every set of credentials and gates, at its best, and the case's own learner.
  std::vector<rung::Learner> learners{written(was.learner)};
  learners.front().exceptions.clear();     // who is excused from a part has it by somebody's leave, not by the rules
  const auto count = static_cast<unsigned>(before.credentials().size()), gates = static_cast<unsigned>(before.gates().size());
  for (unsigned some = 0; some < 1u << (count + gates); ++some) {
    rung::Learner learner;
    learner.on = day;
    for (unsigned c = 0; c < count; ++c) {
      if ((some >> c & 1u) == 0) continue;
      rung::Holding holding;
      holding.name = before.text(before.credentials()[c].name);
      holding.awarded = day;
      holding.grade = "100%";
      learner.holdings.push_back(std::move(holding));
    }
    for (unsigned g = 0; g < gates; ++g)
      if ((some >> (count + g) & 1u) != 0) learner.gates.emplace_back(before.text(before.gates()[g].name));
    learners.push_back(std::move(learner));
  }
  std::map<std::string, std::size_t> fewest_to_lose, fewest_to_gain;
  for (const rung::Learner& learner : learners) {
    const auto had = entitled(before, learner), have = entitled(after, learner);
    const auto note = [&](const auto& some, const auto& others, auto& fewest) {
      for (const auto& [award, yes] : some) {
        if (others.contains(award)) continue;
        const auto [at, fresh] = fewest.insert({award, learner.holdings.size()});
        if (!fresh) at->second = std::min(at->second, learner.holdings.size());
      }
    };
    note(had, have, fewest_to_lose);
    note(have, had, fewest_to_gain);
  }
  for (const Change& change : changes) {
    const auto judge = [&](const std::optional<rung::Learner>& witness, bool proven, const auto& fewest, const rung::Table& entitles, const rung::Table& does_not, const char* what) {
      if (witness) {
        if (!has(entitles, *witness, change.award) || has(does_not, *witness, change.award)) RC_FAIL(change.award + ": the witness does not " + what);
        ++seen.losses;
      }
      const auto found = fewest.find(change.award);
      if (proven && !witness && found != fewest.end()) RC_FAIL(change.award + ": somebody does " + what);
      if (proven && witness && found != fewest.end() && found->second < witness->holdings.size()) RC_FAIL(change.award + ": a smaller record does " + what);
      seen.none += proven && !witness ? 1 : 0;
      seen.unproven += !proven && !witness ? 1 : 0;
    };
    judge(change.loses, change.loss_proven, fewest_to_lose, before, after, "lose");
    judge(change.gains, change.gain_proven, fewest_to_gain, after, before, "gain");
  }
}

TEST(Diff, WitnessesAgreeWithEveryRecordTriedOneByOne) {
  Seen seen;
  check("who loses and who gains", 2000, [&] {
    agrees({.fewest_credentials = 3, .most_credentials = 6, .agreements = false, .between_awards = false}, seen);
  });
  check("who loses and who gains, where agreements recognise", 3000, [&] {
    agrees({.fewest_credentials = 3, .most_credentials = 6, .bars = false, .order = false, .composition = false, .time = false, .between_awards = false}, seen);
  });
  check("who loses and who gains, by plain rules", 3000, [&] {
    agrees({.fewest_credentials = 3, .most_credentials = 6, .bars = false, .order = false, .agreements = false, .composition = false, .time = false, .between_awards = false}, seen);
  });
  if (in_full()) {
    EXPECT_GT(seen.losses, 50);
    EXPECT_GT(seen.none, 2000);
    EXPECT_LT(seen.unproven, seen.none);
  }
}

TEST(Diff, OfATableWithItselfIsNothing) {
  check("a table in its own place changes nothing", 500, [] {
    const Case one = *cases();
    const rung::Table table = table_of(one);
    for (const Change& change : rung::change::changes(rung::change::Tables(table, table, {}), *rung::read_date(day))) {
      RC_ASSERT(change.effect == rung::change::Effect::none);
      RC_ASSERT(change.loss_proven && change.gain_proven);
    }
  });
}

}  // namespace
}  // namespace property
