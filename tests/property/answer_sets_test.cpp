// The runtime against the answer-set programs of tests/oracle/answer_sets: what is earned, and what the best path costs.
//
// Cases are solved many to a run of clingo. Case i has the seed RUNG_PROPERTY_SEED + i (2021 when nothing is said), so RUNG_PROPERTY_SEED=N RUNG_ORACLE_CASES=1 repeats the one that a
// failure names. RUNG_PROPERTY_CASES multiplies the number of cases as elsewhere; RUNG_ORACLE_CASES sets it, RUNG_ORACLE_SECONDS goes on for so long instead (./dev oracle).
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "tests/oracle/answer_sets/facts.hpp"
#include "tests/oracle/answer_sets/solve.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

using namespace oracle::answer_sets;

struct Asked {
  Case of;
  rung::Cost by;
  bool gates_allowed;
};

// One answer to one question, as a line of text: easily compared, and what a failure prints.
using Answers = std::vector<std::string>;

bool is_translated(const Case& one) {
  return written(understood(one.framework)) == written(one.framework) && shown(understood(one.learner)) == shown(one.learner);
}

double number(const char* variable, double otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::atof(text);
}

rc::Gen<Asked> questions() {
  return rc::gen::exec([] {
    Case of = *cases({.composition = false, .time = false, .between_awards = false});   // not translated: facts.hpp
    of.learner = understood(of.learner);   // a record without what is not translated is a record all the same
    constexpr rung::Cost costs[] = {rung::Cost::credits, rung::Cost::count, rung::Cost::fee, rung::Cost::hours};
    return Asked{of, costs[*rc::gen::inRange(0, 4)], *rc::gen::inRange(0, 2) == 0};
  });
}

std::vector<int> awards_of(const Case& one) {
  std::vector<int> out;
  for (int i = 0; i < static_cast<int>(one.framework.credentials.size()); ++i)
    if (one.framework.credentials[i].rule) out.push_back(i);
  return out;
}

bool holds(const Case& one, int award) {
  for (const oracle::Holding& holding : one.learner.holdings)
    if (holding.credential == award && (one.learner.today < 0 || holding.month <= one.learner.today)) return true;
  return false;
}

constexpr const char* of_cost[] = {"credits", "fee", "hours", "weeks", "count"};

std::string earned_line(const std::set<int>& awards) {
  std::string out = "earned:";
  for (const int award : awards) out += " c" + std::to_string(award);
  return out;
}

std::string path_line(const Asked& asked, int award, bool reached, bool at_least, long cost) {
  const std::string head = "best path to c" + std::to_string(award) + " by " + of_cost[static_cast<int>(asked.by)] + (asked.gates_allowed ? ": " : ", no gates: ");
  return head + (!reached ? "none" : (at_least ? "at least " : "") + std::to_string(cost));
}

// ---- the answer sets -------------------------------------------------------------------------------------------------------------------------

Spent spent(rung::Cost by) {
  switch (by) {
    case rung::Cost::credits: return Spent::credits;
    case rung::Cost::fee: return Spent::fee;
    case rung::Cost::hours: return Spent::hours;
    default: return Spent::credentials;
  }
}

// A folder of this run's own; it goes when the run ends.
struct WorkingFolder {
  std::string path = std::filesystem::path(RUNG_BIN_DIR).parent_path() / ("answer-sets-" + std::to_string(getpid()));
  WorkingFolder() { std::filesystem::create_directories(path); }
  ~WorkingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};
const std::string& working_folder() {
  static const WorkingFolder folder;
  return folder.path;
}

// A run of clingo for what is earned, and one for all paths to what is not.
std::vector<Answers> by_answer_sets(const std::vector<Asked>& all) {
  const int count = static_cast<int>(all.size());
  std::string facts;
  for (int i = 0; i < count; ++i) facts += oracle::answer_sets::facts(i, all[i].of.framework, all[i].of.learner);
  std::vector<std::set<int>> earned(count);
  for (const Shown& atom : best_answer_set("earned", facts, working_folder())) earned[atom.arguments.at(0)].insert(atom.arguments.at(1));
  facts.clear();
  std::vector<std::pair<int, int>> worlds;   // the case, the award
  for (int i = 0; i < count; ++i)
    for (const int award : awards_of(all[i].of)) {
      const Goal goal{award, spent(all[i].by), all[i].gates_allowed, earned[i].contains(award) || holds(all[i].of, award)};
      facts += oracle::answer_sets::facts(static_cast<int>(worlds.size()), all[i].of.framework, all[i].of.learner, &goal);
      worlds.emplace_back(i, award);
    }
  struct Found {
    bool reached = false, at_least = false;
    long cost = 0;
  };
  std::vector<Found> found(worlds.size());
  for (const Shown& atom : best_answer_set("paths", facts, working_folder())) {
    Found& one = found[atom.arguments.at(0)];
    if (atom.predicate == "reached") one.reached = true;
    else if (atom.predicate == "cost_unknown") one.at_least = true;
    else one.cost += atom.arguments.at(2);
  }
  std::vector<Answers> out(count);
  for (int i = 0; i < count; ++i) {
    std::set<int> had = earned[i];
    for (const int award : awards_of(all[i].of))
      if (holds(all[i].of, award)) had.insert(award);
    out[i].push_back(earned_line(had));
  }
  for (std::size_t w = 0; w < worlds.size(); ++w) {
    const auto [i, award] = worlds[w];
    const long unit = all[i].by == rung::Cost::count ? 100 : 1;
    out[i].push_back(path_line(all[i], award, found[w].reached, found[w].at_least, found[w].cost / unit));
  }
  return out;
}

// ---- the runtime -----------------------------------------------------------------------------------------------------------------------------

Answers by_runtime(const Asked& asked) {
  const Subject it = subject(asked.of);
  Answers out;
  const rung::Earned earned = rung::earned(it.table, it.holdings);
  if (!earned.proven) return {"not proven"};
  std::set<int> awards;
  for (const rung::EarnedAward& award : earned.earned) awards.insert(static_cast<int>(award.credential));
  out.push_back(earned_line(awards));
  for (const int award : awards_of(asked.of)) {
    const rung::Paths paths = rung::paths(it.table, it.holdings, {static_cast<std::uint32_t>(award), asked.by, 1, asked.gates_allowed, {}});
    if (!paths.proven) return {"not proven"};
    if (paths.paths.empty()) {
      out.push_back(path_line(asked, award, false, false, 0));
      continue;
    }
    const rung::PathCost& cost = paths.paths[0].cost;
    const oracle::Credential& what = asked.of.framework.credentials[award];
    constexpr long hundredth = 10'000;
    long amount = 0;
    switch (asked.by) {
      case rung::Cost::credits: amount = cost.credits / hundredth / (what.credits && what.in_ects ? 2 : 1); break;   // credits come in the unit in which the award states its own
      case rung::Cost::hours: amount = cost.hours / hundredth; break;
      case rung::Cost::count: amount = cost.count; break;
      default: amount = cost.fees.empty() ? 0 : cost.fees[0].second / hundredth;
    }
    out.push_back(path_line(asked, award, true, (cost.at_least >> static_cast<unsigned>(asked.by) & 1u) != 0, amount));
  }
  return out;
}

// ---- failures --------------------------------------------------------------------------------------------------------------------------------

bool differ(const Answers& answer_sets, const Answers& runtime) { return runtime != Answers{"not proven"} && answer_sets != runtime; }

// Whatever rapidcheck would make smaller, as long as the two still differ; a batch of candidates to a run of clingo.
Asked smallest(rc::Shrinkable<Asked> failing) {
  constexpr std::size_t together = 10;
  for (int runs = 0; runs < 100;) {        // each takes about as long as a batch of the test itself
    std::optional<rc::Shrinkable<Asked>> smaller;
    rc::Seq<rc::Shrinkable<Asked>> candidates = failing.shrinks();
    for (bool more = true; more && !smaller;) {
      std::vector<rc::Shrinkable<Asked>> batch;
      std::vector<Asked> asked;
      while (batch.size() < together) {
        const auto next = candidates.next();
        more = static_cast<bool>(next);
        if (!more) break;
        if (!is_translated(next->value().of)) continue;
        batch.push_back(*next);
        asked.push_back(next->value());
      }
      if (batch.empty() || ++runs > 100) break;
      const std::vector<Answers> theirs = by_answer_sets(asked);
      for (std::size_t i = 0; i < batch.size() && !smaller; ++i)
        if (differ(theirs[i], by_runtime(asked[i]))) smaller = batch[i];
    }
    if (!smaller) break;
    failing = *smaller;
  }
  return failing.value();
}

// What a path takes, and what is counted when that is held: the choices behind the runtime's answer.
std::string choices_of_runtime(const Asked& asked, int award) {
  const Subject it = subject(asked.of);
  const rung::Paths paths = rung::paths(it.table, it.holdings, {static_cast<std::uint32_t>(award), asked.by, 1, asked.gates_allowed, {}});
  std::string out = "  takes";
  oracle::Learner after = asked.of.learner;
  if (!paths.paths.empty())
    for (const rung::Step& step : paths.paths[0].steps) {
      out += " c" + std::to_string(step.credential);
      after.holdings.push_back({static_cast<int>(step.credential), 100, after.today, oracle::Level::mastery});
    }
  for (const rung::EarnedAward& one : rung::earned(it.table, bound(it.table, after)).earned) {
    out += "\n  counts for c" + std::to_string(one.credential) + (one.conferred ? " (conferred)" : "");
    for (const rung::Counted& counted : one.counted) {
      out += ", c" + std::to_string(counted.credential) + " at node " + std::to_string(it.number(counted.node));
      if (counted.recognition != rung::table::none) out += " by line " + std::to_string(counted.recognition);
      for (const std::uint32_t ground : counted.stands_on) out += " on c" + std::to_string(ground);
    }
  }
  return out + "\n";
}

std::string told(const Asked& asked) {
  std::string out = written(asked.of.framework) + shown(asked.of.learner);
  const Answers answer_sets = by_answer_sets({asked})[0], runtime = by_runtime(asked);
  const std::vector<int> awards = awards_of(asked.of);
  for (std::size_t i = 0; i < answer_sets.size(); ++i) {
    if (answer_sets[i] == runtime[i]) {
      out += "both          " + runtime[i] + "\n";
      continue;
    }
    std::string facts = oracle::answer_sets::facts(0, asked.of.framework, asked.of.learner);
    if (i > 0) {
      const Goal goal{awards[i - 1], spent(asked.by), asked.gates_allowed, false};
      facts = oracle::answer_sets::facts(0, asked.of.framework, asked.of.learner, &goal);
    }
    out += "answer sets   " + answer_sets[i] + "\n  " + choice_of(i == 0 ? "earned" : "paths", facts, working_folder());
    out += "\nthe runtime   " + runtime[i] + "\n" + choices_of_runtime(asked, awards[i == 0 ? 0 : i - 1]);
  }
  return out;
}

TEST(AnswerSets, AgreeWithTheRuntime) {
  constexpr int together = 10;             // cases to a run, by measurement: fewer, and starting clingo costs as much as solving; more, and it loses its way between them
  const auto most_failures = static_cast<std::uint64_t>(number("RUNG_ORACLE_FAILURES", 3));         // told in full
  const auto first = static_cast<std::uint64_t>(number("RUNG_PROPERTY_SEED", 2021));
  const double seconds = number("RUNG_ORACLE_SECONDS", 0);
  const auto wanted = static_cast<std::uint64_t>(number("RUNG_ORACLE_CASES", std::max(1.0, 1200 * number("RUNG_PROPERTY_CASES", 1))));
  const auto began = std::chrono::steady_clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(); };
  std::uint64_t made = 0, compared = 0, answers = 0, not_translated = 0, not_proven = 0, failures = 0;
  while (failures < most_failures && (seconds > 0 ? elapsed() < seconds : made < wanted)) {
    std::vector<Asked> asked;
    std::vector<std::uint64_t> seeds;
    for (int i = 0; i < together && (seconds > 0 || made < wanted); ++i, ++made) {
      const std::uint64_t seed = first + made;
      Asked one = questions()(rc::Random(seed)).value();
      if (!is_translated(one.of)) {
        ++not_translated;
        continue;
      }
      asked.push_back(std::move(one));
      seeds.push_back(seed);
    }
    if (asked.empty()) continue;
    const std::vector<Answers> theirs = by_answer_sets(asked);
    for (std::size_t i = 0; i < asked.size() && failures < most_failures; ++i) {
      const Answers runtime = by_runtime(asked[i]);
      not_proven += runtime == Answers{"not proven"};
      ++compared;
      answers += runtime.size();
      if (!differ(theirs[i], runtime)) continue;
      ++failures;
      ADD_FAILURE() << "RUNG_PROPERTY_SEED=" << seeds[i] << " RUNG_ORACLE_CASES=1 repeats this; made smaller it is\n"
                    << told(number("RUNG_ORACLE_SHRINK", 1) > 0 ? smallest(questions()(rc::Random(seeds[i]))) : asked[i]);
    }
  }
  std::cerr << compared << " cases and " << answers << " answers compared, " << not_translated << " not translated, " << not_proven << " not proven, in "
            << static_cast<long>(elapsed()) << " s\n";
  EXPECT_GT(compared, 0u) << "nothing that is generated is translated any more";
}

}  // namespace
}  // namespace property
