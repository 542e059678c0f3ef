// Every sentence of rungc's reports that is neither a diagnostic nor said elsewhere (compiler/scenarios/words.hpp): a table a language (words_en.cpp, words_fr.cpp), with places {0}, {1}.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "compiler/checks/verdict.hpp"

namespace rungc {

using Word = std::string_view;

struct Noun {                              // {0}: how many
  Word one, more;
};

struct Words {
  std::string_view language;               // "en"
  Word between;                            // sentences of one cause: "; "
  // verdicts
  Word passes, fails, cannot_tell;
  std::array<Word, 10> aspects;            // by value::aspects
  std::array<Word, 6> markers;             // by value::Marker
  // value: {0} a credential, {1} a verdict
  Word value_of, help, quality_markers, shown, not_shown, no_microcredentials;
  // policies: {0} when, or a policy's name
  Word proposal, in_force;
  // conform
  Word no_policy_in_force, not_spoken_of, left_out, credential, cell_passes, cell_fails, cell_unknown, unknown_means, why_says_more;
  Word policy_of_number;                   // {0} its name, {1} its title
  Word row_and_policy;                     // {0} a credential, {1} a policy, {2} a verdict
  Word rule_and_how;                       // {0} its name, {1} as written, {2} one of the next three
  Word rule_not_told, rule_fails, rule_falls_short;
  Word source, retrieved;                  // {0} a source, {1} a day
  Word contradict;                         // {0} a credential, {1} matters
  Word stand;                              // {0} a policy, {1} one of the next three, {2} a rule as written, {3} what it finds
  Word allows, refuses, advises_against;
  // test
  Word passed, failed, open, passed_nothing_expected, expected, actual, no_scenarios, decided, not_decided, and_more;   // passed to open: {0} a scenario; failed and open also {1} its place
  Noun scenarios, bends, bends_of_more;    // {0} how many, {1} how many passed or are unnoticed
  Word unnoticed, junit_unnoticed;
};

extern const Words english, french;
// "fr" or else English.
const Words& words_in(std::string_view language);

// "respecté", with FAIL in capitals.
Word told(const Words& words, rung::value::Answer answer);

}  // namespace rungc
