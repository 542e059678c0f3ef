// The best ways to an award: what may be taken, the best sets of it (path_sets.hpp), and each of them told in full.
#include <algorithm>
#include <array>

#include "runtime/queries/ways/candidates.hpp"
#include "runtime/queries/doubt.hpp"
#include "runtime/queries/exceptions.hpp"
#include "runtime/queries/ways/on_the_way.hpp"
#include "runtime/queries/ways/path_sets.hpp"
#include "runtime/queries/ways/recognised_on_the_way.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/queries/statements.hpp"
#include "runtime/queries/ways/schedule.hpp"

namespace rung {
namespace {

using namespace queries;

constexpr std::array all_costs = {Cost::credits, Cost::fee, Cost::hours, Cost::weeks, Cost::count};

// By Cost.
std::vector<Prices> all_prices(const Trial& trial) {
  std::vector<Prices> out;
  for (const Cost cost : all_costs) out.push_back(prices(trial, cost));
  return out;
}

// The gates that the path needs and the learner does not meet: those that can't be done without, the last by name left out first.
std::vector<std::uint32_t> needed_gates(const Trial& trial, const Holdings& learner, std::span<const std::uint32_t> take, const IndexMap& left_out) {
  Holdings met = trial.holdings();
  std::vector<std::uint32_t> needed;
  if (met.gates.size() == learner.gates.size()) return needed;
  met.gates = learner.gates;
  const auto earns = [&] {
    const Trial who_meets(trial.table(), met, trial.reach(), trial.award(), trial.work());
    return trial.has_award(trial.outcome(met, take, &left_out)) && Schedules(who_meets).has_order(take, &left_out);
  };
  if (earns()) return needed;
  met.gates = trial.holdings().gates;
  for (std::size_t i = met.gates.size(); i-- > 0;) {
    const std::uint32_t gate = met.gates[i];
    if (std::binary_search(learner.gates.begin(), learner.gates.end(), gate)) continue;
    met.gates.erase(met.gates.begin() + static_cast<std::ptrdiff_t>(i));
    if (earns()) continue;
    met.gates.insert(met.gates.begin() + static_cast<std::ptrdiff_t>(i), gate);
    needed.push_back(gate);
  }
  std::reverse(needed.begin(), needed.end());
  return needed;
}

// Work of its own, for what has to come to an end; what is left of the other is given back afterwards. What a path is like must be told in full
// however little the search was allowed: a step left out would be a wrong answer.
class OfItsOwn {
 public:
  OfItsOwn(Work& work, std::uint64_t steps) : work_(work), rest_(work) { work_ = {steps}; }
  ~OfItsOwn() { work_ = rest_; }
  OfItsOwn(const OfItsOwn&) = delete;
  OfItsOwn& operator=(const OfItsOwn&) = delete;

 private:
  Work& work_;
  Work rest_;
};

class Teller {
 public:
  Teller(const Trial& trial, const Holdings& learner, std::span<const Prices> by, std::uint64_t steps)
      : trial_(trial),
        schedules_(trial_),
        learner_(learner),
        by_(by),
        each_(all_prices(trial)),
        weeks_(each_[static_cast<std::size_t>(Cost::weeks)]),
        steps_(std::max(steps, WorkLimit{}.steps)) {}

  Path tell(const FoundPath& found) {
    trial_.expect(found.expected ? &*found.expected : nullptr);
    Path path;
    IndexMap left_out;
    const OnTheWay least = cheapest_on_the_way(schedules_, by_, found.take, left_out);
    std::optional<InTime> in_time;
    for (std::size_t i = 0; i < by_.size(); ++i)
      if (by_[i].by == Cost::weeks) in_time.emplace(InTime{by_[i], least.proven ? least.cost[i] : found.cost[i]});
    path.earns = needed_on_the_way(schedules_, found.take, earned_by(found.take, left_out), in_time, left_out);
    const Timeline when = told_time(found.take, left_out);
    path.gates = needed_gates(trial_, learner_, found.take, left_out);
    add_costs(found.take, path);
    const OfItsOwn work(trial_.work(), steps_);
    path.cost.weeks = shown(trial_.table(), weeks_, when.weeks);
    if (when.order.size() < found.take.size()) path.cost.at_least |= 1u << static_cast<unsigned>(Cost::weeks);
    add_steps(found.take, when, left_out, path);
    return path;
  }

 private:
  std::vector<std::uint32_t> earned_by(std::span<const std::uint32_t> take, const IndexMap& left_out) const {
    const OfItsOwn work(trial_.work(), steps_);
    return earned_on_the_way(trial_, take, left_out);
  }

  Timeline told_time(std::span<const std::uint32_t> take, const IndexMap& left_out) const {
    const OfItsOwn work(trial_.work(), steps_);
    return schedules_.timeline(weeks_, take, &left_out);
  }

  void add_costs(std::span<const std::uint32_t> take, Path& path) const {
    const Table& table = trial_.table();
    for (const Cost cost : all_costs) {
      const Prices& each = each_[static_cast<std::size_t>(cost)];
      Wide sum = 0;
      bool unstated = false;
      const auto add = [&](std::uint32_t credential) {
        const std::uint32_t place = trial_.reach().place.find(credential);
        sum += each.price[place];
        unstated = unstated || each.unstated[place] != 0;
      };
      std::for_each(take.begin(), take.end(), add);
      std::for_each(path.earns.begin(), path.earns.end(), add);
      if (cost == Cost::credits) path.cost.credits = shown(table, each, sum);
      if (cost == Cost::hours) path.cost.hours = shown(table, each, sum);
      if (unstated) path.cost.at_least |= 1u << static_cast<unsigned>(cost);
    }
    path.cost.count = static_cast<std::uint32_t>(take.size());
    std::vector<Wide> fees(table.currencies().size());
    std::vector<char> named(fees.size());
    const auto add_fee = [&](std::uint32_t credential) {
      const table::Credential& one = table.credentials()[credential];
      if (one.fee == table::unknown || one.currency >= fees.size()) return;
      fees[one.currency] += one.fee;
      named[one.currency] = 1;
    };
    std::for_each(take.begin(), take.end(), add_fee);
    std::for_each(path.earns.begin(), path.earns.end(), add_fee);
    for (std::uint32_t currency = 0; currency < fees.size(); ++currency)
      if (named[currency] != 0) path.cost.fees.push_back({currency, static_cast<std::int64_t>(std::min<Wide>(fees[currency], INT64_MAX))});
  }

  // Each step with the part of the award's rule that it is for: where it is counted, or where an award that stands on it is.
  void add_steps(std::span<const std::uint32_t> take, const Timeline& when, const IndexMap& left_out, Path& path) const {
    const std::shared_ptr<const Closure> in_turn = when.outcome ? when.outcome : std::make_shared<const Closure>(trial_.outcome(take, &left_out));
    const Closure& outcome = *in_turn;
    const queries::Choice* const choice = outcome.supply().derived(trial_.award());
    for (const std::uint32_t award : path.earns) add_exceptions(outcome, award, path.exceptions);
    for (const std::uint32_t credential : take) add_exception_from_prerequisites(outcome, credential, path.exceptions);
    std::sort(path.exceptions.begin(), path.exceptions.end());
    path.exceptions.erase(std::unique(path.exceptions.begin(), path.exceptions.end()), path.exceptions.end());
    // A time line that was too long to work out is no reason to leave a step out: then they stand in an order in which prerequisites hold.
    std::vector<std::uint32_t> order = when.order.size() < take.size() ? outcome.taken() : when.order;
    for (const std::uint32_t credential : take)
      if (order.size() < take.size() && std::find(order.begin(), order.end(), credential) == order.end()) order.push_back(credential);
    for (const std::uint32_t credential : order) {
      Step step{credential, table::none};
      for (const CountedOffer& counted : choice == nullptr ? std::span<const CountedOffer>{} : std::span(choice->counted)) {
        const auto used = outcome.supply().uses(counted.credential, counted.source);
        const bool stands_on = std::binary_search(counted.stands_on.begin(), counted.stands_on.end(), credential) ||
                               std::binary_search(used.begin(), used.end(), credential);
        if (counted.credential != credential && !stands_on) continue;
        step.node = counted.node;
        break;
      }
      path.steps.push_back(step);
    }
    path.recognised = recognised_on_the_way(outcome, trial_.award(), path);
  }

  Trial trial_;
  Schedules schedules_;
  const Holdings& learner_;
  std::span<const Prices> by_;
  std::vector<Prices> each_;               // by Cost
  const Prices& weeks_;
  std::uint64_t steps_;
};

// Whether the award is held, or earned by what is held and the gates that are met: then nothing is to be taken, also where something that is taken would save the
// fee of an award on the way.
bool had_already(const Trial& of_learner) {
  const Bounds bounds{.only = &of_learner.reach().award_set, .first = of_learner.reach().awards, .take = {}};
  Closure closure(of_learner.table(), of_learner.holdings(), {}, of_learner.work(), bounds);
  closure.run();
  return closure.has(of_learner.award());
}

// What nobody stated, and a rule or a holding in reach would have needed: both are left out.
std::vector<Missing> left_out(const Table& table, const Holdings& holdings, const Reach& reach) {
  std::vector<Missing> out;
  for (const std::uint32_t award : reach.awards)
    if (rule_of(table, holdings, award).day_unknown) out.push_back({award, "the day of the question"});
  for (const Held& held : holdings.unsure)
    if (reach.place.contains(held.credential)) lacking_of(held, out);
  if (!holdings.recognised_unsure.empty()) out.push_back({table::none, "the day of the question"});
  tidy(out);
  return out;
}

// What nobody stated, and would make a way of all that could be taken: no way is known without it.
void lacking_for_any_way(const Trial& trial, std::span<const std::uint32_t> could_be_taken, std::vector<Missing>& out) {
  const Bounds bounds{.only = &trial.reach().award_set, .first = trial.reach().awards, .take = could_be_taken};
  const Holdings trusted = trusting(trial.holdings());
  Closure sure(trial.table(), trial.holdings(), {.path = true}, trial.work(), bounds);
  sure.run();
  if (!sure.supply().met_unknown()) return;
  Closure hopeful(trial.table(), trusted, {.optimistic = true, .path = true}, trial.work(), bounds);
  hopeful.run();
  for (const auto& [award, statements] : awards_in_doubt(sure, hopeful, trial.work()))
    if (award == trial.award()) out.insert(out.end(), statements.begin(), statements.end());
  tidy(out);
}

}  // namespace

Paths paths(const Table& table, const Holdings& holdings, const PathsQuestion& question) {
  Work work{question.limit.steps};
  Paths answer;
  answer.proven = false;
  answer.steps = question.limit.steps;
  Reach reach;
  if (!find_reach(table, holdings, question.award, work, reach)) return answer;
  answer.statements = left_out(table, holdings, reach);
  const bool had = had_already(Trial(table, holdings, reach, question.award, work));
  Holdings assumed = holdings;             // with every gate that a path may make its condition
  if (question.gates_allowed && !had) {
    assumed.gates.insert(assumed.gates.end(), reach.gates.begin(), reach.gates.end());
    std::sort(assumed.gates.begin(), assumed.gates.end());
    assumed.gates.erase(std::unique(assumed.gates.begin(), assumed.gates.end()), assumed.gates.end());
  }
  const Trial trial(table, assumed, reach, question.award, work);
  std::vector<Prices> by = {prices(trial, question.by)};
  for (const Cost cost : question.then)    // one that is named again decides nothing
    if (std::none_of(by.begin(), by.end(), [&](const Prices& one) { return one.by == cost; })) by.push_back(prices(trial, cost));
  const Schedules schedules(trial);
  const std::vector<std::uint32_t> could_be_taken = had ? std::vector<std::uint32_t>{} : candidates(trial);
  PathSets search(schedules, by, could_be_taken,
                  question.compromises ? PathSearch::Of::every_compromise : PathSearch::Of::the_best);

  std::vector<FoundPath> found;
  auto next = PathSets::Next::found;
  while (found.size() < question.k && next == PathSets::Next::found) {
    FoundPath path;
    next = search.next(path);
    if (next == PathSets::Next::found) found.push_back(std::move(path));
  }
  answer.proven = next != PathSets::Next::stopped && !schedules.left_open();
  answer.complete = next == PathSets::Next::none;
  answer.bound = shown(table, by.front(), schedules.left_open() ? search.least() : found.empty() ? search.bound() : found.front().cost[0]);
  if (next == PathSets::Next::found) {
    // Whether there are more is worth as much work again as finding these took, or a thousandth of all.
    const std::uint64_t rest = work.left;
    work.left = std::min(work.left, std::max(question.limit.steps - work.left, question.limit.steps / 1000));
    const std::uint64_t given = work.left;
    answer.complete = search.is_complete();
    work = {rest - (given - work.left)};
  }
  answer.complete = answer.complete && !schedules.left_open();
  answer.steps = question.limit.steps - work.left;
  // Telling the paths, and finding some way when the search was stopped, has work of its own.
  work = {std::max<std::uint64_t>(question.limit.steps / 4, 1000)};
  FoundPath some;
  if (!answer.proven && found.empty() && search.any(some)) found.push_back(std::move(some));
  work = {question.limit.steps};
  if (answer.proven && found.empty()) lacking_for_any_way(trial, could_be_taken, answer.statements);
  Teller teller(trial, holdings, by, question.limit.steps);
  for (const FoundPath& path : found) answer.paths.push_back(teller.tell(path));
  return answer;
}

}  // namespace rung
