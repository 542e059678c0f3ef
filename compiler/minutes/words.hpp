// Every word with which a change of rules is told that neither rung's answers (runtime/rung/words/words.hpp), the label nor the handbook has: a table a language, whole sentences with places {0}, {1}.
#pragma once

#include <array>
#include <bit>
#include <string_view>

#include "compiler/change/changes.hpp"
#include "compiler/change/facts.hpp"
#include "compiler/change/wording.hpp"

namespace rung::minutes {

using Word = std::string_view;

struct Words {
  // heads, by Level: of a text, {0} the old and {1} the new; of a page
  std::array<Word, 3> from_to, headings;
  Word from_to_page;
  Word same_for_everybody, nothing_differs, could_lose, loss_not_proven;   // {0} names
  // sections and columns
  Word agreements, policies, labels, prices, frameworks, institutions, competencies, gates, credentials;
  Word award, agreement, policy, credential, thing, effect, who, what;
  // what becomes of a thing
  std::array<Word, 4> effects;             // by Effect
  Word removed, added, was;                // was: {0} the effect, {1} the name before
  Word renamed;                            // {0} the name before
  // who
  Word entitled_before, entitled_after;    // {0} a record
  Word recognised_before, recognised_after;   // {0} a record, {1} what it is recognised as, {2} the day of the question
  Word smaller_may_do, nobody_loses_found, nobody_gains_found;
  Word limits_more, limits_less;
  Word holds_nothing, awarded_on, for_achievement, with_gate, and_gate;   // {0}; and_gate: {0} holdings, {1} gates
  // what differs
  Word becomes;                            // {0} and {1}
  Word no_longer, now;                     // {0} a fact, {1} one of several pieces
  Word not_stated, yes, by_entry, by_question, when_asked, when_awarded;
  Word from_day, to_day, from_day_to_day;  // {0} the first, {1} the last
  Word in_version;                         // {0} a piece of a rule, {1} when it is in force
  Word title_when;                         // {0} a title, {1} conditions
  Word one_credit_is;                      // {0} a unit, {1} hours
  Word percentages;
  std::array<Word, static_cast<std::size_t>(change::Fact::count_)> facts;
  std::array<Word, static_cast<std::size_t>(change::Wording::count_)> wordings;
  Word in_language;                        // {0} a wording, {1} a language
  // policies
  Word of_framework;                       // {0} a policy, {1} a framework
  Word says_now, says_no_longer;
  Word no_verdict, result, comes_to;       // result: {0}; comes_to: {0} and {1}
  Word no_policies_in_tables, wording_of_tables;
  // prices
  Word cheapest_way;                       // {0} and {1}
  Word at_least, not_proven, no_way, no_fee;   // {0} an amount
};

extern const Words english, french;
// "fr" or else English.
const Words& words_in(std::string_view language);

// All of them, in order: for tests.
using AllWords = std::array<Word, sizeof(Words) / sizeof(Word)>;
static_assert(sizeof(Words) == sizeof(AllWords), "Words holds words and nothing else");
inline AllWords every_word(const Words& words) { return std::bit_cast<AllWords>(words); }

}  // namespace rung::minutes
