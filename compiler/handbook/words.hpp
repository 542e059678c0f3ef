// Every word of a handbook's pages that neither rung's answers (runtime/rung/words/words.hpp) nor the label (runtime/label/words.hpp) has: a table a language, whole sentences with places {0}, {1}.
#pragma once

#include <array>
#include <string_view>

namespace rung::handbook {

using Word = std::string_view;

struct Words {
  Word language_name;                      // what it calls itself
  Word handbook;                           // what the whole is called
  Word skip, pages, languages, on_this_page;
  Word version, published_by;
  // pages
  Word home, types, levels, institutions, competencies, agreements, structure, value, conformance;
  Word about_types, about_levels, about_institutions, about_competencies, about_agreements, about_structure, about_value, about_conformance;
  Word awards, other_frameworks, conforms_to;   // conforms_to: {0} policies
  // heads of columns
  Word credential, type, issued_by, level, credits, part, away, under, from_day, until_day, check, result, evidence, policy, reasons, agreement, says, about_it;
  Word directly;
  // a credential
  Word learnt, rule, needs, counts_towards, drawing, recognition, history, quality, more;
  Word all_parts, needs_nothing, counts_for_nothing, no_recognition, no_history, no_drawing, drawing_too_large, drawing_alone, drawing_in_words, open_drawing;
  Word taken_from_all, named_before, version_since_ever, version_open, by_day_of_entry, by_day_of_question;   // named_before: {0} a name
  Word titled_when, surrenders, most_awards;   // titled_when: {0} a title, {1} conditions
  Word worth, worth_results, conforms_results;  // {0} a verdict, or verdicts
  Word source;
  // in a drawing
  Word made_of, before_it, recognised_for, nothing_leads;
  // indexes
  Word level_is, level_not_stated, nobody, no_issuer;          // {0} a level
  Word developed_by, asked_for_by, broader, no_competencies, no_agreements, gives_recognition, takes_recognition, none_here;
  std::array<Word, 6> institution_types;   // college, university, polytechnic, indigenous-institute, employer, professional-body; others are an author's own words
  std::array<Word, 3> kinds;               // of competencies: skill, knowledge, attribute
  // agreements
  Word from_to, in_force_from, in_force_to, in_force_from_to, when_awarded, one_award_only, not_recognised, not_recognised_because, at_most_in_one;
  // value and conformance
  std::array<Word, 10> aspects;            // by value::aspects
  Word passes, fails, cannot_tell, not_asked;   // not_asked: a policy does not speak of it
  Word no_microcredentials, help, policies_speak_english, rests_on;
  Word names_no_policy, no_policies, nothing_against, says_nothing, out_of_force, contradictions, allows, refuses, advises_against, matter, rule_and_finding, policies;
};

extern const Words english, french;
// "fr" or else English.
const Words& words_in(std::string_view language);

}  // namespace rung::handbook
