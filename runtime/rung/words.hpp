// Every word of the text answers, in one place, so that another language is another of these files.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rung::words {

using Word = std::string_view;

// one and more of a thing
struct Noun {
  Word one, more;
};
inline constexpr Noun credit{"credit", "credits"};
inline constexpr Noun hour{"hour", "hours"};
inline constexpr Noun week{"week", "weeks"};
inline constexpr Noun credential{"credential", "credentials"};
inline constexpr Noun competency{"competency", "competencies"};
inline constexpr Noun part{"part", "parts"};
inline constexpr Noun step{"step", "steps"};

// headings
inline constexpr Word a_learner = "A learner";
inline constexpr Word on = " on ";
inline constexpr Word earned = "Earned:";
inline constexpr Word nothing_earned = "Nothing is earned yet.";
inline constexpr Word conferred = "conferred, as the record says";
inline constexpr Word cannot_tell_heading = "Cannot tell, because something is not stated:";
inline constexpr Word undecided_heading = "Not decided within the work limit (--steps):";
inline constexpr Word set_aside_heading = "Set aside from the record:";
inline constexpr Word still_missing = "Still missing: ";
inline constexpr Word conditions_heading = "On the whole:";
inline constexpr Word prerequisites_heading = "Before enrolling:";

// a verdict on an award
inline constexpr Word is_earned = "earned";
inline constexpr Word not_earned = "not yet earned";
inline constexpr Word cannot_tell = "cannot tell";
inline constexpr Word not_decided = "not decided within the work limit (--steps)";
inline constexpr Word no_rule = "It has no stacking rule: it is taken, not earned from parts.";
inline constexpr Word withheld_by = "Withheld from holders of ";
inline constexpr Word search_stopped = "The search stopped at the work limit; another choice may count more (--steps).";

// a node: met, unmet, partly, cannot tell, in the order of Verdict
inline constexpr std::array<Word, 4> marks{"[ ]", "[ ]", "[x]", "[?]"};
inline constexpr Word all_of = "all of ";
inline constexpr Word any_of = "any of ";
inline constexpr Word of = " of ";
inline constexpr Word at_least = "at least ";
inline constexpr Word at_most = "at most ";
inline constexpr Word from = " from ";
inline constexpr Word gate = "gate: ";
inline constexpr Word so_far = " so far";
inline constexpr Word counted = "counted: ";
inline constexpr Word open = "open: ";
inline constexpr Word best = "best: ";
inline constexpr Word best_again = "best, taken again: ";
inline constexpr Word best_way = "The best way, by ";
inline constexpr Word takes_besides = "; also takes ";
inline constexpr Word also_needs = "; needs ";
inline constexpr Word and_more = " and {} more";

// versions of a rule
inline constexpr Word by_the_rule = "By the rule in force";
inline constexpr Word from_day = " from ";
inline constexpr Word to_day = " to ";
inline constexpr Word always = " at all times";
inline constexpr Word of_entry = ", which is that of the day of entry, ";
inline constexpr Word no_version = "No version of its rule is in force on ";
inline constexpr Word no_version_end = ", so it cannot be earned by its rule on that day.";
inline constexpr Word which_version = "Which version of its rule applies depends on the day of the question, which nobody stated";
inline constexpr Word newest_shown = "; the newest one is shown.";
inline constexpr Word left_out_heading = "Left out, because something is not stated:";

// conditions
inline constexpr Word in_all = " in all";
inline constexpr Word by_prior_learning = " by prior learning";
inline constexpr Word by_transfer = " by transfer";
inline constexpr Word may_share = "parts that may share a credential";
inline constexpr Word nothing = "nothing";
inline constexpr Word shared_with = " shared with ";
inline constexpr Word any_other_award = "any other award";
inline constexpr Word by_new_learning = " by new learning";
inline constexpr Word one_at_a_time = "one credential is taken at a time";
inline constexpr Word ungraded = " ungraded";
inline constexpr Word per = " per ";
inline constexpr Word within = " in ";
inline constexpr Word from_at_least = "from at least ";
inline constexpr Word among = " among ";
inline constexpr Word average = "an average of at least ";
inline constexpr Word unweighted_average = "an unweighted average of at least ";
inline constexpr Word points = " points";
inline constexpr Word no_grade_so_far = "no grade so far";
inline constexpr Word the_last = "the last ";
inline constexpr std::array<Noun, 5> keys{Noun{"", ""}, {"institution", "institutions"}, {"subject", "subjects"}, {"term", "terms"}, {"tag", "tags"}};   // by Key
inline constexpr Word only_for_holders = ", only for holders of ";
inline constexpr Word unless_held = ", unless they hold ";
inline constexpr Word only_with_gate = ", only for: ";
inline constexpr Word unless_gate = ", unless: ";
inline constexpr Word not_asked = ", not asked of this learner";
inline constexpr Word titled = ", titled ";

// exceptions
inline constexpr Word excused_from = "excused from ";
inline constexpr Word prerequisites = "the prerequisites";
inline constexpr Word of_award = " of ";
inline constexpr Word by_whom = " by ";
inline constexpr Word why = ": ";
inline constexpr Word excused = "excused";
inline constexpr Word exception_entry = "exception ";

// ways
inline constexpr Word ways_to = "Ways to ";
inline constexpr Word by = ", by ";
inline constexpr Word then = ", then ";
inline constexpr Word compromises = ": every compromise between ";
inline constexpr Word no_other_compromises = "There is no other compromise: every other way is no better in any of these.";
inline constexpr Word these_are_first = "There may be other compromises (-k).";
inline constexpr std::array<Word, 5> costs{"credits", "fee", "hours", "weeks", "number of credentials"};
inline constexpr Word earned_already = "It is earned already; there is nothing left to take.";
inline constexpr Word no_way = "There is no way to it.";
inline constexpr Word no_way_found = "No way was found within the work limit (--steps).";
inline constexpr Word nothing_to_take = "nothing to take";
inline constexpr Word for_part = " for ";
inline constexpr Word as_prerequisite = " as a prerequisite";
inline constexpr Word needs_gate = "needs: ";
inline constexpr Word also_earns = "earns on the way: ";
inline constexpr Word not_all_stated = "; something on the way states no ";
inline constexpr Word or_ = " or ";
inline constexpr Word these_are_all = "These are all the ways there are.";
inline constexpr Word these_are_best = "There may be other ways; none is better.";
inline constexpr Word not_proven = "The search stopped at the work limit (--steps): a better way may be there, but none for less than ";

// nearest
inline constexpr Word closest_awards = "The closest awards, by ";
inline constexpr Word takes = ": ";
inline constexpr Word nothing_is_near = "No award is left that could be earned.";
inline constexpr Word no_such_award = "There is no award to look at.";
inline constexpr Word none_is_closer = "No other award is closer.";
inline constexpr Word no_others = "There are no others.";
inline constexpr Word may_be_earned = "may be earned already; not stated: ";
inline constexpr Word shorter_way = "the search stopped at the work limit (--steps): a better way may be there, but none for less than ";
inline constexpr Word closer_may_be = "The search stopped at the work limit (--steps): another award may be closer";
inline constexpr Word none_below = ", but none for less than ";
inline constexpr Word earned_heading = "Earned already: ";
inline constexpr Word left_out_awards = "Left out:";
inline constexpr Word withheld = "withheld from holders of ";
inline constexpr Word no_version_for = "no version of the rule is in force on that day, or nobody stated which day that is";
inline constexpr Word no_way_to = "no way leads there";
inline constexpr Word no_way_in_time = "no way was found within the work limit (--steps)";

// impact
inline constexpr Noun learner{"learner", "learners"};
inline constexpr Word line = "line ";
inline constexpr Word loses = " loses ";
inline constexpr Word gains = " gains ";
inline constexpr Word no_such_award_any_more = ": there is no such award any more";
inline constexpr Word no_such_award_before = ", a new award";
inline constexpr Word was_before = ": before, ";
inline constexpr Word and_now = "; now, ";
inline constexpr Word no_award_of_that_name = "there was no such award";
inline constexpr Word is_not_earned = "not earned";
inline constexpr Word cannot_be_told = "cannot be told";
inline constexpr Word by_award = "By award:";
inline constexpr Noun lose_it{" loses it", " lose it"};
inline constexpr Noun gain_it{" gains it", " gain it"};
inline constexpr Noun cannot_be_told_for{" of whom it cannot be told", " of whom it cannot be told"};
inline constexpr Word which_is_allowed = " (allowed)";
inline constexpr Word nobody_is_affected = "nobody gains or loses anything";
inline constexpr Noun lose{" loses something", " lose something"};
inline constexpr Noun gain{" gains something", " gain something"};
inline constexpr Word for_ = "of ";
inline constexpr Word something_cannot_be_told = " something cannot be told";
inline constexpr Noun is_not_affected{" is not affected", " are not affected"};
inline constexpr Noun bad_line{"line could not be answered", "lines could not be answered"};

// leads to
inline constexpr Word counts_towards = "counts towards";
inline constexpr Word count_towards = "count towards";
inline constexpr Word no_award = "no award.";
inline constexpr Word on_that_day = "On ";
inline constexpr Word under_part = ", part ";
inline constexpr Word away = " away";

// agreements
inline constexpr Word under = "; under ";
inline constexpr Word would_recognise = " would recognise:";
inline constexpr Word recognises_nothing = " has no agreement that speaks of these credentials.";
inline constexpr Word not_recognised_heading = "Not recognised:";
inline constexpr Word no_agreement_heading = "No agreement speaks of: ";
inline constexpr Noun counts_as{" counts as ", " count as "};
inline constexpr Word for_prerequisites_only = ", for prerequisites only";
inline constexpr Noun exempts_from{" exempts from ", " exempt from "};
inline constexpr Noun admits_to{" admits to ", " admit to "};
inline constexpr Word at_year = " at year ";
inline constexpr Word together = " and ";
inline constexpr Word once = "Each of these credentials counts once: where several lines name one, one of them applies.";
inline constexpr Word below_floor = "is below the grade or achievement that is asked for";
inline constexpr Word too_old = "is too old";
inline constexpr Word not_in_force = "the agreement is not in force on that day";
inline constexpr Word incomplete = "is not there";
inline constexpr Word not_stated = "not stated: ";

// why not
inline constexpr Word in_the_way = "In the way:";
inline constexpr Word each_by_itself = "In the way, each by itself:";
inline constexpr Word nothing_in_the_way = "Nothing is in the way: it is earned.";
inline constexpr Word these_together = "These cannot all be met together:";
inline constexpr Word one_of_these_is_enough = "None of these is met, and so many would have to be:";
inline constexpr Word before_enrolling = "before enrolling, ";
inline constexpr Word on_the_whole = "on the whole, ";
inline constexpr Word holds_a_bar = "withheld from holders of ";
inline constexpr Word no_version_now = "no version of its rule is in force on that day, or nobody stated which day that is";
inline constexpr Word is_held_at = " is held at ";
inline constexpr Word is_asked_for = " is asked for";
inline constexpr Word is_held_for = " is held for ";
inline constexpr Word is_older_than = " is older than ";
inline constexpr Noun month{"month", "months"};
inline constexpr Noun year{"year", "years"};
inline constexpr Word has_expired = " has expired";
inline constexpr Word cannot_be_told_of = ": it cannot be told whether it serves; not stated: ";
inline constexpr Word serves_elsewhere_too = " serves here, and elsewhere as well, and counts once";
inline constexpr Word shows_nothing_asked = " shows none of the competencies that are asked for";
inline constexpr Word it = "it ";
inline constexpr Word not_recognised_as = " is not recognised";
inline constexpr Word what_opens = "What would open the way, with the least credits to take:";
inline constexpr Word nothing_opens = "Nothing that could be taken opens the way; it takes an exception, or another rule.";

// statements nobody made
inline constexpr Word nobody_stated = " of ";
inline constexpr Word the_day = "the day of the question";
inline constexpr Word awarded_for = "what it was awarded for";
inline constexpr std::array<Word, 2> what_was_awarded_for{"what ", " was awarded for"};
inline constexpr Word holding = "holding ";
inline constexpr Word gate_entry = "gate ";
inline constexpr Word entry = "entry ";

}  // namespace rung::words
