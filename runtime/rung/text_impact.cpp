// What `impact` says, for people: some lines for each learner who is affected, and what it comes to by award.
#include <algorithm>

#include "runtime/rung/impact_lines.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/text_support.hpp"

namespace rung {
namespace {

using words::Word;

std::string named(const SomeLearner& one) { return one.id.empty() ? std::string(words::line) + std::to_string(one.line) : plain(one.id); }

// As the new table calls it, where that knows it.
std::string award_called(const ImpactQuestion& question, std::uint32_t before, std::uint32_t after) {
  return after != table::none ? called(question.after, after) : called(question.before, before);
}

Word state(Entitlement one) {
  switch (one) {
    case Entitlement::no_award: return words::no_award_of_that_name;
    case Entitlement::not_earned: return words::is_not_earned;
    case Entitlement::cannot_tell: return words::cannot_be_told;
    case Entitlement::undecided: return words::not_decided;
    default: return words::is_earned;
  }
}

std::string line_of(const ImpactQuestion& question, const std::string& learner, const Change& change) {
  const std::string award = award_called(question, change.before, change.after);
  switch (effect_of(change)) {
    case Effect::loses: return learner + std::string(words::loses) + award + std::string(change.is == Entitlement::no_award ? words::no_such_award_any_more : "");
    case Effect::gains: return learner + std::string(words::gains) + award + std::string(change.was == Entitlement::no_award ? words::no_such_award_before : "");
    default: break;
  }
  std::string out = learner + ": " + award + std::string(words::was_before) + std::string(state(change.was)) + std::string(words::and_now) + std::string(state(change.is));
  std::vector<std::string> lacking = statements(question.before, change.was_lacking);
  for (std::string& one : statements(question.after, change.is_lacking))
    if (std::find(lacking.begin(), lacking.end(), one) == lacking.end()) lacking.push_back(std::move(one));
  return out + (lacking.empty() ? "" : "; " + std::string(words::not_stated) + joined(lacking));
}

// "3 learners lose it, A-3".
void add_affected(std::vector<std::string>& pieces, const Affected& affected, const words::Noun& verb) {
  if (affected.count == 0) return;
  std::vector<std::string> names;
  for (const SomeLearner& one : affected.first) names.push_back(named(one));
  std::string out = so_many(affected.count, words::learner) + std::string(affected.count == 1 ? verb.one : verb.more) + ": " + joined(names);
  if (affected.count > names.size()) {
    std::string more(words::and_more);
    out += more.replace(more.find("{}"), 2, std::to_string(affected.count - names.size()));
  }
  pieces.push_back(std::move(out));
}

}  // namespace

void append_impact_text(std::string& out, const ImpactQuestion& question, const Learner& learner, std::uint64_t line, const std::vector<Change>& changes) {
  const std::string name = named({line, learner.id});
  for (std::size_t i = 0; i < changes.size(); ++i) out += (i == 0 ? "" : "\n") + line_of(question, name, changes[i]);
}

std::string impact_summary_text(const ImpactQuestion& question, const ImpactTally& tally, std::uint64_t bad) {
  std::string out;
  if (!tally.awards.empty()) out += "\n" + std::string(words::by_award) + "\n";
  for (const auto& [name, award] : tally.awards) {
    std::vector<std::string> pieces;
    add_affected(pieces, award.of(Effect::loses), words::lose_it);
    if (award.of(Effect::loses).count > 0 && is_allowed(question, name)) pieces.back() += words::which_is_allowed;
    add_affected(pieces, award.of(Effect::gains), words::gain_it);
    add_affected(pieces, award.of(Effect::unclear), words::cannot_be_told_for);
    out += "  " + award_called(question, award.before, award.after) + "\n";
    for (const std::string& piece : pieces) out += "    " + piece + "\n";
  }
  const auto count = [](std::uint64_t number) { return std::to_string(number); };
  out += (out.empty() ? "" : "\n") + so_many(tally.learners, words::learner) + ": ";
  if (tally.unaffected == tally.learners) return out + std::string(words::nobody_is_affected) + (bad > 0 ? "; " + so_many(bad, words::bad_line) : "") + ".\n";
  const std::uint64_t lose = tally.with[0], gain = tally.with[1], unclear = tally.with[2];
  std::vector<std::string> pieces;
  if (lose > 0) pieces.push_back(count(lose) + std::string(lose == 1 ? words::lose.one : words::lose.more));
  if (gain > 0) pieces.push_back(count(gain) + std::string(gain == 1 ? words::gain.one : words::gain.more));
  if (unclear > 0) pieces.push_back(std::string(words::for_) + count(unclear) + std::string(words::something_cannot_be_told));
  pieces.push_back(count(tally.unaffected) + std::string(tally.unaffected == 1 ? words::is_not_affected.one : words::is_not_affected.more));
  return out + joined(pieces) + (bad > 0 ? "; " + so_many(bad, words::bad_line) : "") + ".\n";
}

}  // namespace rung
