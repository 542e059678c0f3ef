#include "runtime/rung/records/impact_tally.hpp"

#include <algorithm>

namespace rung {
namespace {

constexpr std::size_t most_named = 5;      // learners, of an award and an effect

}  // namespace

Effect effect_of(const Change& change) { return change.loses() ? Effect::loses : change.gains() ? Effect::gains : Effect::unclear; }

// One thread's lines come in order.
void Affected::add(std::uint64_t line, const std::string& id) {
  ++count;
  if (first.size() < most_named) first.push_back({line, id});
}

void Affected::add(const Affected& others) {
  count += others.count;
  first.insert(first.end(), others.first.begin(), others.first.end());
  std::sort(first.begin(), first.end(), [](const SomeLearner& a, const SomeLearner& b) { return a.line < b.line; });
  if (first.size() > most_named) first.resize(most_named);
}

void ImpactTally::add(std::uint64_t line, const std::string& id, const std::vector<Change>& changes) {
  ++learners;
  unaffected += changes.empty() ? 1 : 0;
  bool has[3] = {};
  for (const Change& change : changes) {
    const auto effect = static_cast<std::size_t>(effect_of(change));
    has[effect] = true;
    AwardTally& award = awards[change.award];
    award.before = change.before;
    award.after = change.after;
    award.affected[effect].add(line, id);
  }
  for (std::size_t effect = 0; effect < 3; ++effect) with[effect] += has[effect] ? 1 : 0;
}

void ImpactTally::add(const ImpactTally& other) {
  learners += other.learners;
  unaffected += other.unaffected;
  for (std::size_t effect = 0; effect < 3; ++effect) with[effect] += other.with[effect];
  for (const auto& [name, award] : other.awards) {
    AwardTally& mine = awards[name];
    mine.before = award.before;
    mine.after = award.after;
    for (std::size_t effect = 0; effect < 3; ++effect) mine.affected[effect].add(award.affected[effect]);
  }
}

}  // namespace rung
