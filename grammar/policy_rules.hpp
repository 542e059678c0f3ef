// The rules of policies: whom a section speaks of, and what it asks of them, a rule a line.
#pragma once

#include "grammar/rules.hpp"

namespace rung::grammar::rules {

// ---- whom ----------------------------------------------------------------------------------------------------------------------
const Rule<struct SubjectTypeTag> subject_type{"a type of credential, credential, award, agreement or framework"};
const auto subject_type_def = credential_type | one_of<Word::counted_credentials, Word::awards, Word::agreement, Word::framework>;
const Rule<struct PlaceTag> place{"'region' or 'country', and a name or a text in quotes"};
const auto place_def = node(NodeKind::described, Word::region)[word(Word::region) > texts_or_names] |
                       node(NodeKind::described, Word::country)[word(Word::country) > texts_or_names];
const auto narrowed = node(NodeKind::described, Word::issued_by)[word(Word::issued_by) > names] | node(NodeKind::described, Word::tagged)[word(Word::tagged) > names] |
                      (word(Word::in_) > place);
const Rule<struct SubjectsTag> subjects{"a type of credential, credential, award, agreement or framework"};
const auto subjects_def = node(NodeKind::subjects)[subject_type > *(word(Word::or_) > subject_type) > *narrowed];

// ---- what ----------------------------------------------------------------------------------------------------------------------
const Rule<struct LimitNumberTag> limit_number{"a number or a percentage"};
const auto limit_number_def = percent | number;
const Rule<struct LimitTag> limit{"a bound such as at most 12 or between 5 and 300"};
const auto limit_def = node(NodeKind::bound, Word::at_least)[word(Word::at_least) > limit_number] |
                       node(NodeKind::bound, Word::at_most)[word(Word::at_most) > limit_number] |
                       node(NodeKind::bound, Word::below)[word(Word::below) > limit_number] |
                       node(NodeKind::bound, Word::above)[word(Word::above) > limit_number] |
                       node(NodeKind::bound, Word::between)[word(Word::between) > limit_number > word(Word::and_) > limit_number] |
                       node(NodeKind::bound)[limit_number];
const auto limit_ahead = word(Word::at_least) | word(Word::at_most) | word(Word::below) | word(Word::above) | word(Word::between) | number_ahead | percent_ahead;

const Rule<struct TimeUnitTag> hours_or_weeks{"hours or weeks"};
const auto hours_or_weeks_def = one_of<Word::hours, Word::weeks>;
const Rule<struct LengthUnitTag> months_or_years{"months or years"};
const auto months_or_years_def = one_of<Word::months, Word::years>;
const Rule<struct LengthTag> length{"a length of time such as 3 years"};
const auto length_def = node(NodeKind::quantity)[number > months_or_years];

// A choice of words: delivery online or hybrid.
template <Word Which, class Values>
auto choice(const Values& values) {
  return node(NodeKind::asks, Which)[word(Which) > values > *(word(Word::or_) > values)];
}

const auto countable = one_of<Word::competencies, Word::competency, Word::evidence, Word::consultations, Word::parts, Word::assessments>;
const Rule<struct CountableTag> counted_things{"competencies, evidence, consultations, parts or assessments"};
const auto counted_things_def = countable;
const Rule<struct StatusChoiceTag> status_choice{"guaranteed, indicative or pending"};
const auto status_choice_def = one_of<Word::guaranteed, Word::indicative, Word::pending>;

const Rule<struct HadTag> had{"what it must have, such as workload at most 12 weeks, at least 1 competency, or independent value"};
const auto had_def =
    node(NodeKind::asks, Word::independent_value)[word(Word::independent_value) > -(word(Word::in_) > names)] |
    node(NodeKind::asks, Word::workload)[word(Word::workload) > limit > hours_or_weeks] | node(NodeKind::asks, Word::fee)[word(Word::fee) > limit > currency] |
    node(NodeKind::asks, Word::credits)[word(Word::credits) > limit > -one_of<Word::ects, Word::credits>] | node(NodeKind::asks, Word::level)[word(Word::level) > limit] |
    node(NodeKind::asks, Word::pass_mark)[word(Word::pass_mark) > limit] | choice<Word::delivery>(delivery_value) | choice<Word::pace>(pace_value) |
    choice<Word::learning>(learning_value) | choice<Word::form>(form_value) | choice<Word::purpose>(purpose_value) | choice<Word::audience>(audience_value) |
    choice<Word::kind>(kind_value) | choice<Word::status>(status_choice) | choice<Word::issuer_type>(text_or_name) |
    choice<Word::region>(text_or_name) | choice<Word::country>(text_or_name) |
    node(NodeKind::asks, Word::count)[&limit_ahead >> limit > counted_things];

const Rule<struct BeingTag> being{"what it must be: awarded for, titled with, valid for, reviewed within, smaller than, or issued in"};
const Rule<struct WholeTag> whole{"'what it counts towards'"};
const auto whole_def = word(Word::what_it_counts_towards);
const auto being_def =
    choice<Word::awarded_for>(achievement) | node(NodeKind::asks, Word::titled_with)[word(Word::titled_with) > texts] |
    node(NodeKind::asks, Word::valid_for)[word(Word::valid_for) > limit > months_or_years] |
    node(NodeKind::asks, Word::reviewed_within)[word(Word::reviewed_within) > length] | node(NodeKind::asks, Word::smaller_than)[word(Word::smaller_than) > whole];

// Whatever a declaration may state, or a text for what the language has no field for: a note that begins with it states it.
const Rule<struct StatableTag> statable{"a field such as fee or assessed by, or a text in quotes"};
const auto statable_def =
    one_of<Word::title, Word::description, Word::code, Word::id, Word::url, Word::issued_by, Word::develops, Word::workload, Word::hours, Word::weeks, Word::credits> |
    one_of<Word::fee, Word::level, Word::assessed_by, Word::pass_mark, Word::awarded_for, Word::delivery, Word::pace, Word::learning, Word::form, Word::purpose> |
    one_of<Word::audience, Word::consulted, Word::accredited_by, Word::meets_standard, Word::entitles_to, Word::valid_for, Word::offered, Word::review_by> |
    one_of<Word::prerequisite, Word::stacks, Word::tags, Word::subject, Word::requires_, Word::country, Word::region, Word::issuer_type, Word::kind, Word::aligns_with> |
    one_of<Word::version, Word::publisher, Word::conforms_to, Word::effective, Word::status> | text;

const Rule<struct DevelopingTag> what_it_develops{"'a part of what it counts towards' or 'less than what it counts towards'"};
const auto what_it_develops_def = node(NodeKind::asks, Word::a_part_of)[word(Word::a_part_of) > whole] | node(NodeKind::asks, Word::below)[word(Word::below) > whole];

const Rule<struct TowardsTag> towards{"'anything', or a number of awards or of a type of credential"};
const auto towards_def = value(Word::anything) | (limit > (credential_type | value(Word::awards)));

const Rule<struct AsksTag> asks{"'state', 'have', 'be', 'develop', 'count towards', 'share' or 'take away'"};
const auto asks_def =
    node(NodeKind::asks, Word::state)[word(Word::state) > statable > *(word(Word::or_) > statable)] | (word(Word::have) > had) | (word(Word::be) > being) |
    (word(Word::develop) > what_it_develops) | node(NodeKind::asks, Word::counts_towards)[word(Word::counts_towards) > towards] |
    node(NodeKind::asks, Word::share_an_assessment)[word(Word::share_an_assessment) > word(Word::with) > whole] |
    node(NodeKind::asks, Word::share)[word(Word::share_counted) > word(Word::what_it_counts) > word(Word::with_other_awards)] |
    node(NodeKind::asks, Word::take_away)[word(Word::take_away) > word(Word::what_it_counts)];

// ---- rules and sections --------------------------------------------------------------------------------------------------------
const Rule<struct SourceTag> source_value{"a source in quotes"};
const auto source_value_def = text > -(word(Word::retrieved) > date);
const auto rule_suffixes = *(field(Word::because)[text] | field(Word::source)[source_value] | value(Word::when_awarded) | value(Word::unverified));

template <Word Modal>
const auto modal_rule = node(NodeKind::policy_rule, Modal)[-labelled >> word(Modal) > asks > rule_suffixes];
const auto policy_rule = modal_rule<Word::must_not> | modal_rule<Word::must> | modal_rule<Word::should_not> | modal_rule<Word::should> | modal_rule<Word::may_not> |
                         modal_rule<Word::may> | modal_rule<Word::need_not>;
const Rule<struct PolicyRulesTag> policy_rules{"rules"};
const auto policy_rules_def = *policy_rule;
const Rule<struct RuleEndTag> rule_end{"a rule that begins with must, should, may or need not, or '}'"};
const auto rule_end_def = close_brace;
const auto section = node(NodeKind::section)[word(Word::every) > subjects > opening > policy_rules > rule_end];

const Rule<struct PolicyStatusTag> policy_status{"proposed"};
const auto policy_status_def = value(Word::proposed);
const auto policy_field = field(Word::source)[source_value] | field(Word::refines)[names] | field(Word::in_force)[period] | field(Word::status)[policy_status] |
                          field(Word::credits)[credits_value];
const Rule<struct PolicyItemsTag> policy_items{"a line of a policy"};
const auto policy_items_def = *(policy_field | naming_fields | section);
const Rule<struct PolicyEndTag> policy_end{"a line of a policy, such as source, refines or every microcredential, or '}'"};
const auto policy_end_def = close_brace;
const Rule<struct PolicyTag> policy_declaration{"a policy"};
const auto policy_declaration_def = node(NodeKind::policy, Word::policy)[word(Word::policy) > name > -text > open_brace > policy_items > policy_end];

BOOST_SPIRIT_DEFINE(subject_type, place, subjects, limit_number, limit, hours_or_weeks, months_or_years, length, counted_things, status_choice, had)
BOOST_SPIRIT_DEFINE(being, whole, statable, what_it_develops, towards, asks, source_value, policy_rules, rule_end, policy_status, policy_items, policy_end)
BOOST_SPIRIT_DEFINE(policy_declaration)

}  // namespace rung::grammar::rules
