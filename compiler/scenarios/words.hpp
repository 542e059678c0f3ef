// Every sentence of what scenarios come to: a table a language (words_en.cpp, words_fr.cpp), whole sentences with places {0}, {1}.
#pragma once

#include <string_view>

namespace rung::scenarios {

using Word = std::string_view;

struct Words {
  std::string_view language;               // "en": of what rung says within these sentences
  // what an author wrote, and what has no name
  Word quoted, whole_rule, the_prerequisite;
  // what is so of an award: {0} a list, of `titled` a title
  Word earned, titled, undecided, not_earned, not_earned_missing, not_stated, not_taken;   // not_taken: {0} what is so, {1} what is not taken
  Word no_version, withheld_from;
  // of a path: {0} what it costs, {1} what it takes, or gates
  Word at_least, money, no_fee, nothing_to_take, by_taking, if_gate, if_gates, stopped, no_path, no_path_found, and_;
  // of a transfer: {0} the agreement, {1} the source
  Word no_agreement, recognised, below_floor, too_old, agreement_not_in_force, not_there, refused;
  Word leads_there, leads_not_there;
  // versions of a rule: {0} and {1} days
  Word from, to, from_to;
  // what no scenario decides: {0} a thing
  Word nobody_asks, title_of_nobody, used_by_nobody, met_by_all, met_by_none, part_met_by_all, part_met_by_none, by_version, version_of_nobody, never_counted, nobody_holds, no_difference;
  Word grade_floor_in, achievement_floor_in, age_limit_in, asked_of_in, order_in, how_many_awards;
  // bends: {0} what is bent, {1} what it becomes
  Word any_number_of_awards, not_withheld, without, without_alternative, without_grade_floor, without_achievement_floor, without_age_limit, without_order, asked_of_all, with, without_option;
};

extern const Words english, french;
// "fr" or else English.
const Words& words_in(std::string_view language);

}  // namespace rung::scenarios
