#include "compiler/scenarios/words.hpp"

namespace rung::scenarios {

constinit const Words english{
    .language = "en",
    .quoted = "'{0}'",
    .whole_rule = "the whole rule",
    .the_prerequisite = "the prerequisite",

    .earned = "earned",
    .titled = "earned, titled \"{0}\"",
    .undecided = "not decided within the work limit",
    .not_earned = "not earned",
    .not_earned_missing = "not earned; missing {0}",
    .not_stated = "cannot be told; nobody stated {0}",
    .not_taken = "{0}; what must come before does not hold for {1}",
    .no_version = "no version of its rule is in force on that day",
    .withheld_from = "withheld from holders of {0}",

    .at_least = "at least {0}",
    .money = "{0} {1}",
    .no_fee = "no fee",
    .nothing_to_take = "{0}, nothing to take",
    .by_taking = "{0}, by {1}",
    .if_gate = "{0}, if {1} is met",
    .if_gates = "{0}, if {1} are met",
    .stopped = "{0}; the search stopped at the work limit",
    .no_path = "there is no path",
    .no_path_found = "no path was found within the work limit",
    .and_ = " and ",

    .no_agreement = "no agreement gives it for what the learner has",
    .recognised = "it is recognised under {0}",
    .below_floor = "{1} is below the floor that is asked under {0}",
    .too_old = "{1} is too old under {0}",
    .agreement_not_in_force = "the agreement {0} is not in force on that day",
    .not_there = "{1} is not there, and is asked for under {0}",
    .refused = "it is refused under {0}",
    .leads_there = "it leads there",
    .leads_not_there = "it does not lead there",

    .from = "from {0}",
    .to = "to {1}",
    .from_to = "from {0} to {1}",

    .nobody_asks = "no scenario asks about it",
    .title_of_nobody = "the title \"{0}\" is expected of no learner",
    .used_by_nobody = "{0} is used by no learner",
    .met_by_all = "met by every learner",
    .met_by_none = "met by no learner",
    .part_met_by_all = "{0} is met by every learner",
    .part_met_by_none = "{0} is met by no learner",
    .by_version = "{0}, by the version {1}",
    .version_of_nobody = "the version {0} applies to no learner",
    .never_counted = "the option {0} is never counted",
    .nobody_holds = "no learner holds {0}, whose holders are refused",
    .no_difference = "{0} makes no difference to any learner",
    .grade_floor_in = "the floor of a grade in {0}",
    .achievement_floor_in = "the floor of an achievement in {0}",
    .age_limit_in = "the limit on age in {0}",
    .asked_of_in = "of whom {0} is asked",
    .order_in = "the order in {0}",
    .how_many_awards = "how many awards {0} may count towards",

    .any_number_of_awards = "{0} counting towards any number of awards",
    .not_withheld = "not withheld from holders of {0}",
    .without = "without {0}",
    .without_alternative = "without the alternative {0}",
    .without_grade_floor = "without the floor of a grade in {0}",
    .without_achievement_floor = "without the floor of an achievement in {0}",
    .without_age_limit = "without the limit on age in {0}",
    .without_order = "without the order in {0}",
    .asked_of_all = "{0} asked of everybody",
    .with = "{0} with {1}",
    .without_option = "{0} without {1}",
};

const Words& words_in(std::string_view language) { return language == "fr" ? french : english; }

}  // namespace rung::scenarios
