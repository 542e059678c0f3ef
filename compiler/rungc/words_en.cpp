#include "compiler/rungc/words.hpp"

namespace rungc {

constinit const Words english{
    .language = "en",
    .between = "; ",
    .passes = "pass",
    .fails = "FAIL",
    .cannot_tell = "cannot tell",
    .aspects = {"discrete", "assessed", "outcome", "stands-alone", "not-hollow", "not-a-slice", "not-consumed", "outlives-the-stack", "added-benefit", "no-mutual-crutch"},
    .markers = {"relevant", "accredited", "standardized", "assessed", "flexible", "stackable"},

    .value_of = "{0}: {1}",
    .help = "help: {0}",
    .quality_markers = "quality markers",
    .shown = "shown",
    .not_shown = "-",
    .no_microcredentials = "There are no microcredentials; --for NAME asks about one credential.",

    .proposal = " (a proposal)",
    .in_force = " (in force {0})",

    .no_policy_in_force = "No policy is in force.",
    .not_spoken_of = "There is nothing here that these policies speak of.",
    .left_out = "{0} is left out: it is in force {1}",
    .credential = "credential",
    .cell_passes = "pass",
    .cell_fails = "FAIL",
    .cell_unknown = "?",
    .unknown_means = "? cannot be told from what is stated",
    .why_says_more = "--why says which rule is not met",
    .policy_of_number = "{0}: {1}",
    .row_and_policy = "{0} and {1}: {2}",
    .rule_and_how = "{0}: {1} ({2})",
    .rule_not_told = "cannot tell",
    .rule_fails = "fails",
    .rule_falls_short = "falls short",
    .source = "source: {0}",
    .retrieved = "source: {0}, retrieved {1}",
    .contradict = "policies contradict each other for {0}: {1}",
    .stand = "{0} {1}: {2} ({3})",
    .allows = "allows",
    .refuses = "refuses",
    .advises_against = "advises against",

    .passed = "passed  {0}",
    .failed = "FAILED  {0} ({1})",
    .open = "CANNOT TELL  {0} ({1})",
    .passed_nothing_expected = "passed  {0} (expects nothing)",
    .expected = "expected  {0}",
    .actual = "actual    {0}",
    .no_scenarios = "There are no scenarios.",
    .decided = "{0} of {1} decided: parts, options, floors and conditions",
    .not_decided = "Not decided by any scenario:",
    .and_more = "and {0} more (--format json lists all)",
    .scenarios = {"{0} scenario, {1} passed", "{0} scenarios, {1} passed"},
    .bends = {"{0} bend tried, {1} unnoticed", "{0} bends tried, {1} unnoticed"},
    .bends_of_more = {"{0} bend tried (there are more), {1} unnoticed", "{0} bends tried (there are more), {1} unnoticed"},
    .unnoticed = "No scenario would notice these rules instead; each needs a learner who is judged differently, or makes no difference to anybody:",
    .junit_unnoticed = "Bends that no scenario notices:",
};

const Words& words_in(std::string_view language) { return language == "fr" ? french : english; }

Word told(const Words& words, rung::value::Answer answer) {
  using rung::value::Answer;
  return answer == Answer::holds ? words.passes : answer == Answer::fails ? words.fails : words.cannot_tell;
}

}  // namespace rungc
