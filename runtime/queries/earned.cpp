// Every award that the learner is entitled to now, with one choice that shows it.
#include <algorithm>

#include "runtime/queries/fixed_point/closure.hpp"
#include "runtime/queries/doubt.hpp"
#include "runtime/queries/exceptions.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/queries/titles.hpp"

namespace rung {
namespace {

using namespace queries;

EarnedAward conferred_award(const Table& table, const Held& held) {
  EarnedAward award{held.credential, true, {}};
  const table::Credential& credential = table.credentials()[held.credential];
  // What the record names is shown at the root: a record does not say under which part something was counted.
  for (const std::uint32_t ground : held.counted) award.counted.push_back({ground, credential.rule, own_credits(table, ground, {}), {}, table::none});
  return award;
}

EarnedAward derived_award(const Closure& closure, std::uint32_t credential, Work& work) {
  const Table& table = closure.supply().table();
  EarnedAward award{credential, false, {}};
  Choice choice = *closure.supply().derived(credential);
  award.title = title_of(closure, credential, work, choice);
  for (const CountedOffer& counted : choice.counted)
    award.counted.push_back(
        {counted.credential, counted.node, own_credits(table, counted.credential, counted.adding), counted.stands_on,
         is_recognised(counted.source) ? recognition_of(counted.source) : table::none});
  return award;
}

}  // namespace

Earned earned(const Table& table, const Holdings& holdings, WorkLimit limit) {
  Work work{limit.steps};
  Earned answer;
  Closure closure(table, holdings, {}, work);
  closure.run();
  std::uint32_t last = table::none;
  for (const Held& held : holdings.held) {
    if (closure.supply().is_award(held.credential) && held.credential != last) answer.earned.push_back(conferred_award(table, held));
    last = held.credential;
  }
  for (const std::uint32_t award : closure.supply().derived_in_order())
    if (!closure.supply().is_held(award)) {
      answer.earned.push_back(derived_award(closure, award, work));
      add_exceptions(closure, award, answer.earned.back().exceptions);
    }
  std::sort(answer.earned.begin(), answer.earned.end(),
            [](const EarnedAward& a, const EarnedAward& b) { return a.credential < b.credential; });
  answer.undecided = closure.undecided();
  if (closure.supply().met_unknown()) {
    const Holdings trusted = trusting(holdings);
    Closure hopeful(table, trusted, {.optimistic = true}, work);
    hopeful.run();
    answer.cannot_tell = awards_in_doubt(closure, hopeful, work);
  }
  answer.proven = !work.stopped;
  return answer;
}

}  // namespace rung
