// What `impact` says, for people: some lines for each learner who is affected, and what it comes to by award.
#include <algorithm>

#include "runtime/rung/records/impact_lines.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/words/saying.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using words::Word;

class ImpactText {
 public:
  explicit ImpactText(const ImpactQuestion& question) : question_(question), before_(question.before, question.language), after_(question.after, question.language), words_(after_.words) {}

  std::string named(const SomeLearner& one) const { return one.id.empty() ? filled(words_.line, {std::to_string(one.line)}) : plain(one.id); }

  // As the new table calls it, where that knows it.
  std::string award(std::uint32_t before, std::uint32_t after) const { return after != table::none ? called(after_, after) : called(before_, before); }

  std::string line(const std::string& learner, const Change& change) const {
    const std::string of = award(change.before, change.after);
    switch (effect_of(change)) {
      case Effect::loses: return filled(change.is == Entitlement::no_award ? words_.loses_no_more : words_.loses, {learner, of});
      case Effect::gains: return filled(change.was == Entitlement::no_award ? words_.gains_new : words_.gains, {learner, of});
      default: break;
    }
    std::vector<std::string> lacking = statements(before_, change.was_lacking);
    for (std::string& one : statements(after_, change.is_lacking))
      if (std::find(lacking.begin(), lacking.end(), one) == lacking.end()) lacking.push_back(std::move(one));
    return filled(lacking.empty() ? words_.changes : words_.changes_not_stated, {learner, of, state(change.was), state(change.is), joined(lacking)});
  }

  // "3 learners lose it, A-3"; nothing when there are none.
  std::string affected(const Affected& some, const words::Noun& pattern) const {
    if (some.count == 0) return {};
    std::vector<std::string> names;
    for (const SomeLearner& one : some.first) names.push_back(named(one));
    return filled(one_or_more(after_, some.count, pattern), {so_many(after_, some.count, words_.learner), and_more(after_, joined(names), some.count - names.size())});
  }

  std::string of_award(const std::string& name, const AwardTally& tally) const {
    std::string loses = affected(tally.of(Effect::loses), words_.lose_it);
    if (!loses.empty() && is_allowed(question_, name)) loses = filled(words_.allowed_loss, {loses});
    std::string out = "  " + award(tally.before, tally.after) + "\n";
    for (const std::string& piece : {loses, affected(tally.of(Effect::gains), words_.gain_it), affected(tally.of(Effect::unclear), words_.unclear_for)})
      if (!piece.empty()) out += "    " + piece + "\n";
    return out;
  }

  std::string in_all(const ImpactTally& tally, std::uint64_t bad) const {
    const auto said = [&](std::uint64_t number, const words::Noun& pattern) { return filled(one_or_more(after_, number, pattern), {std::to_string(number)}); };
    std::vector<std::string> pieces;
    const words::Noun* const patterns[] = {&words_.lose, &words_.gain, &words_.unclear};   // by Effect
    for (std::size_t effect = 0; effect < std::size(patterns); ++effect)
      if (tally.with[effect] > 0) pieces.push_back(said(tally.with[effect], *patterns[effect]));
    pieces.push_back(said(tally.unaffected, words_.not_affected));
    if (tally.unaffected == tally.learners) pieces = {std::string(words_.nobody_affected)};
    const std::string apart = std::string(after_.locale.semicolon) + " ";
    return pair_of(after_, so_many(after_, tally.learners, words_.learner), joined(pieces)) + (bad > 0 ? apart + said(bad, words_.bad_lines) : "") + ".\n";
  }

  Word by_award() const { return words_.by_award; }

 private:
  Word state(Entitlement one) const {
    switch (one) {
      case Entitlement::no_award: return words_.had_no_award;
      case Entitlement::not_earned: return words_.had_not_earned;
      case Entitlement::cannot_tell: return words_.had_cannot_tell;
      case Entitlement::undecided: return words_.had_not_decided;
      default: return words_.had_earned;
    }
  }

  const ImpactQuestion& question_;
  const Telling before_, after_;
  const words::Words& words_;
};

}  // namespace

void append_impact_text(std::string& out, const ImpactQuestion& question, const Learner& learner, std::uint64_t line, const std::vector<Change>& changes) {
  const ImpactText text(question);
  const std::string name = text.named({line, learner.id});
  for (std::size_t i = 0; i < changes.size(); ++i) out += (i == 0 ? "" : "\n") + text.line(name, changes[i]);
}

std::string line_failure_text(const ImpactQuestion& question, std::uint64_t line, const Error& error) {
  const Telling in(question.after, question.language);
  return pair_of(in, filled(in.words.line, {std::to_string(line)}), plain(in_a_sentence(question.language, error)));
}

std::string impact_summary_text(const ImpactQuestion& question, const ImpactTally& tally, std::uint64_t bad) {
  const ImpactText text(question);
  std::string out;
  if (!tally.awards.empty()) out += "\n" + std::string(text.by_award()) + "\n";
  for (const auto& [name, award] : tally.awards) out += text.of_award(name, award);
  return out + (out.empty() ? "" : "\n") + text.in_all(tally, bad);
}

}  // namespace rung
