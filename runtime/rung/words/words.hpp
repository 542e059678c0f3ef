// Every word of the text answers, a table a language: another language is another of these (en.cpp, fr.cpp) and a Locale.
//
// Whole sentences, not pieces of them: {0}, {1} … are the places of what a sentence speaks of (table/filled.hpp), and each language puts them where it wants them. Names of credentials have no gender
// here, so a language that would have to know it speaks of "the credential", or in nouns.
#pragma once

#include <array>
#include <bit>
#include <string_view>

#include "runtime/remarks.hpp"

namespace rung::words {

using Word = std::string_view;

// For one and for more of a thing.
struct Noun {
  Word one, more;
};

// What the runtime remarks (runtime/remarks.def), each by its name.
struct Remarks {
#define REMARK(name, english) Word name;
#include "runtime/remarks.def"
#undef REMARK
};

// The page of the server, a form.
struct Page {
  Word language;                           // what it calls itself
  Word question, award, institution, by, on, record, answer, answer_heading, choose;
  std::array<Word, 8> questions;           // by serve::questions
  std::array<Word, 5> costs;               // by Cost
};

struct Words {
  // things
  Noun credit, hour, week, credential, competency, part, step, learner, month, year, point;
  std::array<Noun, 4> keys;                // by table::Key, from institution on
  std::array<Word, 4> achievements;        // by table::Achievement
  std::array<Word, 4> statuses;            // of an agreement, by table::AgreementStatus

  // pieces
  Word day;                                // {0} as 2026-10-01, {1} in words
  Word amount;                             // {0} a number, {1} a unit
  Word at_least, at_most;
  Word titled;                             // {0} a title, {1} a name
  Word in_brackets;                        // {0}, and {1} said of it
  Word both;                               // {0} and {1}
  Noun and_more;                           // {0} a list, {1} how many more
  Noun unassigned, unassigned_at;          // {0} credits, {1} a level

  // heads
  Word a_learner, on_day;                  // {0} who, {1} a day
  Word earned, nothing_earned, cannot_tell_heading, undecided_heading, set_aside_heading;
  Word conferred, called_by_what_counts;   // {0} an award, {1} a title
  Word conditions_heading, prerequisites_heading, left_out_heading, still_missing;
  Word holding_entry, gate_entry, entry_entry, exception_entry;   // {0} its number

  // verdicts on an award
  Word is_earned, not_earned, cannot_tell, not_decided;
  Word no_rule, withheld_by, search_stopped;

  // nodes: {0} needed, {1} of such things, {2} in all, {3} of such things
  Word all_of, any_of, so_many_of, at_least_so_many_of;
  Word gate, so_far, counted, open, best, best_again;
  Word for_holders, unless_held, with_gate, without_gate;   // {0} what the node asks, {1} of whom
  Word by_transfer_under;                  // {0} what, {1} agreements
  Word by_transfer_from;                   // {0} what, {1} for what, {2} under which agreement

  // versions of a rule
  Word rule_from, rule_to, rule_from_to, rule_always;   // {0} first day, {1} last day
  Word by_rule, by_rule_of_entry;          // {0} one of these, {1} the day of entry
  Word no_version, which_version, which_version_newest;

  // conditions: {0} the amount, {1} of what
  Word in_all, by_prior_learning, by_transfer, ungraded, shared_with_any, shared_with, by_new_learning, per, from;
  Word nothing, in_part;
  Word distinct, distinct_among;           // {0} a number of keys, {1} keys
  Word average, unweighted_average, no_grade_so_far, the_last, may_share, one_at_a_time;
  Word share_of;                           // {0} a share, {1} a unit
  Word each_with_grade, each_for_achievement, not_older, after_part;   // {0}: what holds of all that is counted in a part

  // exceptions: {0} part, {1} award, {2} by whom, {3} why, {4} the day
  Word excused_part, excused_part_on, excused_prerequisites, excused_prerequisites_on, excused;

  // what is missing, by its kind where it has no name
  Word lacks_version, lacks_prerequisite, lacks_by_bar;
  Word lacks_any, lacks_exactly, lacks_at_least, lacks_credits, lacks_hours, lacks_credentials, lacks_competencies;
  std::array<Word, 17> lacks_condition;    // by table::ConditionKind

  // ways
  Word ways_by, compromises;               // {0} an award, {1} costs
  Word best_way;                           // {0} costs, {1} what it costs
  Word takes_besides, also_needs;
  Word then;                               // between costs
  std::array<Word, 5> costs;               // by Cost
  Word no_other_compromises, these_are_first, earned_already, no_way, no_way_found, these_are_all, these_are_best, not_proven;
  Word nothing_to_take, for_part, as_prerequisite, needs, also_earns, by_agreement;
  Word not_all_stated, or_;                // {0} a cost, {1} other costs, with or_ between the last two

  // nearest
  Word closest, nothing_is_near, no_such_award, none_is_closer, no_others, may_be_earned, shorter_way, closer_may_be, closer_none_below;
  Word earned_heading, left_out_awards, barred, no_version_for, no_way_to, no_way_in_time;

  // impact: {0} who, {1} what
  Word line, loses, loses_no_more, gains, gains_new, changes, changes_not_stated;
  Word had_no_award, had_not_earned, had_cannot_tell, had_not_decided, had_earned;
  Word by_award, allowed_loss, nobody_affected;
  Noun lose_it, gain_it, unclear_for;      // {0} how many, {1} who
  Noun lose, gain, unclear, not_affected, bad_lines;   // {0} how many
  Noun bad_lines_at, bad_lines_at_now;     // {1} the first, of all or of this run

  // leads to
  Word counts_towards, counts_for_nothing;
  Word on_that_day, under_part, away;

  // agreements: {0} what, {1} as what, {2} the year
  Noun counts_as, for_prerequisites, exempts, admits;
  Word would_recognise, recognises_none_yet, recognises_nothing, once, not_recognised_heading, no_agreement_heading;
  Word below_floor, too_old, not_in_force, incomplete, cannot_tell_not_stated;
  Word under;                              // {0} a sentence, {1} an agreement

  // why not
  Word in_the_way, each_by_itself, nothing_in_the_way, these_together, one_is_enough, before_enrolling, on_the_whole, holds_a_bar, no_version_now;
  Word held_at_grade, held_for_achievement, older_than, expired, cannot_tell_whether, serves_elsewhere, shows_nothing_asked, it, not_recognised;
  Word what_opens, nothing_opens;

  // statements nobody made: {0} of what; and by themselves
  std::array<Word, 10> statements_of;       // by place in what_is_stated
  std::array<Word, 10> statements;
  Word the_day;

  // of records, names and days
  Remarks remarks;

  // the page of the server
  Page page;
};

// What a statement that nobody made is about, as queries say it (Missing::what); "the day of the question" is about nothing else.
inline constexpr std::array<Word, 10> what_is_stated{"credits", "hours", "grade", "achievement", "date", "term", "subject", "institution", "tag", "what it was awarded for"};

// "fr" or else English.
const Words& words_in(std::string_view language);
extern const Words english, french;

// All of them, in order: for tests.
using AllWords = std::array<Word, sizeof(Words) / sizeof(Word)>;
static_assert(sizeof(Words) == sizeof(AllWords), "Words holds words and nothing else");
inline AllWords every_word(const Words& words) { return std::bit_cast<AllWords>(words); }

}  // namespace rung::words
