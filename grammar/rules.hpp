// The rules of the language, in Boost.Spirit X3. Each has a name in the author's words, because "expected …" shows it.
//
// Only parser.cpp includes this file: X3 is heavy, and one translation unit holds it all. The rules read tokens (primitives.hpp) and leave nodes
// (tree.hpp lists the kinds and their children). They never need to go back over a node they have made: which way to go is
// always seen from the words ahead, and from there on `>` insists.
#pragma once

#include "grammar/primitives.hpp"

namespace rung::grammar::rules {

using x3::unused_type;
template <class Tag>
using Rule = x3::rule<Tag, unused_type>;

// ---- leaves ----------------------------------------------------------------------------------------------------------------
constexpr TokenParser open_brace{TokenKind::open, NodeKind::broken}, close_brace{TokenKind::close, NodeKind::broken};
constexpr TokenParser comma{TokenKind::comma, NodeKind::broken}, colon{TokenKind::colon, NodeKind::broken};
constexpr TokenParser equals{TokenKind::equals, NodeKind::broken};
constexpr TokenParser word_ahead{TokenKind::word, NodeKind::broken}, number_ahead{TokenKind::number, NodeKind::broken};
constexpr TokenParser percent_ahead{TokenKind::percent, NodeKind::broken}, date_ahead{TokenKind::date, NodeKind::broken};
constexpr TokenParser fraction_ahead{TokenKind::fraction, NodeKind::broken};
constexpr TokenParser text_ahead{TokenKind::text, NodeKind::broken};

const Rule<struct NameTag> name{"a name"};
const auto name_def = TokenParser{TokenKind::word, NodeKind::name};
const Rule<struct TextTag> text{"a text in quotes"};
const auto text_def = TokenParser{TokenKind::text, NodeKind::text};
const Rule<struct NumberTag> number{"a number"};
const auto number_def = TokenParser{TokenKind::number, NodeKind::number};
const Rule<struct PercentTag> percent{"a percentage"};
const auto percent_def = TokenParser{TokenKind::percent, NodeKind::percent};
const Rule<struct DateTag> date{"a date such as 2026-09-01"};
const auto date_def = TokenParser{TokenKind::date, NodeKind::date};
const Rule<struct OpeningTag> opening{"'{'"};
const auto opening_def = open_brace;
const Rule<struct LabelMarkTag> label_mark{"':'"};
const auto label_mark_def = colon;
const Rule<struct EqualsMarkTag> equals_mark{"'='"};
const auto equals_mark_def = equals;

const Rule<struct UnitTag> unit{"a unit such as credits, hours or weeks"};
const auto unit_def = value(Word::credits) | value(Word::ects) | value(Word::hours) | value(Word::weeks) | value(Word::months) | value(Word::years) |
                      value(Word::days) | value(Word::counted_credentials) | name;
const Rule<struct QuantityTag> quantity{"a quantity such as 3 credits"};
const auto quantity_def = node(NodeKind::quantity)[number > unit];

const Rule<struct AchievementTag> achievement{"participation, competence or mastery"};
const auto achievement_def = value(Word::participation) | value(Word::competence) | value(Word::mastery);
const Rule<struct GradeTag> grade{"a grade such as 70% or C-"};
const auto grade_def = percent | value(Word::participation) | value(Word::competence) | value(Word::mastery) | text | name;

// ---- sets ------------------------------------------------------------------------------------------------------------------
const Rule<struct ItemTag> item{"a name, a requirement or a description"};
const Rule<struct ClosingItemsTag> closing_items{"',' or '}'"};
const auto closing_items_def = close_brace;
const Rule<struct BracedTag> braced{"'{'"};
const auto braced_def = node(NodeKind::braced)[open_brace > item > *((comma > item) | (!close_brace >> item)) > closing_items];
// What people write between the members of a list, or before its braces: a and b, one of { a, b }, all { a, b }. No member begins so: a name that is such a word
// has a mark behind it.
const auto broken_off = !word(Word::all_of) >> !word(Word::any_of) >> (begins(Word::all_of) | begins(Word::any_of)) >> -word_ahead >> open_brace;
const auto joining = ((word(Word::and_) | word(Word::or_) | word(Word::except) | word(Word::so_many_of)) >> !(comma | colon | close_brace | (word_ahead >> colon))) | broken_off;

const Rule<struct SetTag> set{"a set of credentials, such as { a, b } or { tagged x }"};
const Rule<struct SetPartTag> set_part{"'{' or a name"};
const auto set_part_def = braced | name;
const auto joined = node(NodeKind::joined, Word::except)[word(Word::except) > set_part] |
                    node(NodeKind::joined, Word::or_)[word(Word::or_) > set_part] |
                    node(NodeKind::joined, Word::and_)[word(Word::and_) > set_part];
const auto set_def = node(NodeKind::set)[set_part > *joined];
const Rule<struct BracedSetTag> braced_set{"'{'"};
const auto braced_set_def = node(NodeKind::set)[braced > *joined];

const Rule<struct BoundTag> bound{"a bound such as at least 5"};
const auto bound_def = node(NodeKind::bound, Word::at_least)[word(Word::at_least) > number] |
                       node(NodeKind::bound, Word::at_most)[word(Word::at_most) > number] |
                       node(NodeKind::bound, Word::below)[word(Word::below) > number] |
                       node(NodeKind::bound, Word::above)[word(Word::above) > number] |
                       node(NodeKind::bound, Word::between)[word(Word::between) > number > word(Word::and_) > number] |
                       node(NodeKind::bound)[number];

const Rule<struct TypeNameTag> credential_type{"a type of credential"};
const auto credential_type_def = value(Word::microcredential) | value(Word::course) | value(Word::badge) | value(Word::certificate) |
                                 value(Word::diploma) | value(Word::degree) | value(Word::assessment) | value(Word::certification) |
                                 value(Word::licence) | value(Word::apprenticeship);

const Rule<struct DescribedTag> described{"a description such as tagged x or level at least 5"};
const auto described_def = node(NodeKind::described, Word::tagged)[word(Word::tagged) > name] |
                           node(NodeKind::described, Word::issued_by)[word(Word::issued_by) > name] |
                           node(NodeKind::described, Word::type)[word(Word::type) > credential_type] |
                           node(NodeKind::described, Word::level)[word(Word::level) > bound] |
                           node(NodeKind::described, Word::developing)[word(Word::developing) > name > -(word(Word::to_achievement) > achievement)];

// ---- requirements ----------------------------------------------------------------------------------------------------------
const auto all_group = node(NodeKind::group, Word::all_of)[word(Word::all_of) > braced_set];
const auto any_group = node(NodeKind::group, Word::any_of)[word(Word::any_of) > braced_set];
const auto some_group = node(NodeKind::group, Word::of)[&(number_ahead) >> number > word(Word::so_many_of) > braced_set];

const auto competency_choice = node(NodeKind::competencies, Word::all_of)[word(Word::all_of) > braced > -(word(Word::to_achievement) > achievement)] |
                               node(NodeKind::competencies, Word::any_of)[word(Word::any_of) > braced > -(word(Word::to_achievement) > achievement)] |
                               node(NodeKind::competencies, Word::at_least)[word(Word::at_least) > number > word(Word::so_many_of) > braced >
                                                                            -(word(Word::to_achievement) > achievement)] |
                               node(NodeKind::competencies, Word::of)[number > word(Word::so_many_of) > braced > -(word(Word::to_achievement) > achievement)];
const Rule<struct CompetencyChoiceTag> competencies_asked{"how many of which competencies, such as 3 of { a, b, c }"};
const auto competencies_asked_def = competency_choice;

const Rule<struct RoundingTag> rounding{"up to whole credits, down to whole credits or to the nearest whole credits"};
const auto rounding_def =
    node(NodeKind::rounding, Word::to_nearest)[word(Word::to_nearest) > word(Word::whole) > unit] |
    node(NodeKind::rounding, Word::up)[word(Word::up) > word(Word::to_whole) > unit] |
    node(NodeKind::rounding, Word::down)[word(Word::down) > word(Word::to_whole) > unit];

// How much: a share of what is counted, an amount, or the larger or the smaller of both.
const Rule<struct ShareOfTag> share_of{"a share such as 25% of credits or 1/3 of credits"};
const auto share_of_def = node(NodeKind::share_of)[(percent | TokenParser{TokenKind::fraction, NodeKind::fraction}) > word(Word::share_of_all) > unit];
const auto a_share = node(NodeKind::bound_of)[&(percent_ahead | fraction_ahead) >> share_of];
const auto both_bounds = node(NodeKind::bound_of, Word::larger_of)[word(Word::larger_of) > share_of > word(Word::and_) > quantity] |
                         node(NodeKind::bound_of, Word::smaller_of)[word(Word::smaller_of) > share_of > word(Word::and_) > quantity];
const auto within = node(NodeKind::within)[(!word(Word::in_force) >> word(Word::in_)) > name];   // a field may come next: in force when entered
const auto stated = node(NodeKind::stated)[(-comma >> word(Word::stated_as)) > quantity];
const auto rounded = (-comma >> word(Word::rounded)) > rounding;

// What follows `at least`: a share, so many of a set, an amount from a set, or an amount in all. The words that come after tell which.
const Rule<struct AtLeastTag> at_least_what{"a percentage, or a number and a unit, or a number and 'of'"};
const auto at_least_what_def =
    node(NodeKind::share_new)[(a_share | both_bounds) >> word(Word::by_new_learning) > -rounded] |
    node(NodeKind::share_from)[(a_share | both_bounds) > word(Word::out_of) > set > -within > *(stated | rounded)] |
    node(NodeKind::group, Word::at_least)[&(number_ahead >> word(Word::so_many_of)) >> number > word(Word::so_many_of) > braced_set] |
    node(NodeKind::amount)[&(number_ahead >> word_ahead >> word(Word::out_of)) >> quantity > word(Word::out_of) > set > -within] |
    node(NodeKind::amount_new)[&(number_ahead >> word_ahead >> word(Word::by_new_learning)) >> quantity > word(Word::by_new_learning)] |
    node(NodeKind::total)[quantity > -within];

const Rule<struct KeyTag> key{"institutions, subjects, terms or tags"};
const auto key_def = value(Word::institutions) | value(Word::subjects) | value(Word::terms) | value(Word::tags);
const Rule<struct MostOfTag> most_of{"'from', 'per', 'by prior learning', 'by transfer' or 'ungraded'"};
const auto most_of_def = value(Word::by_prior_learning) | value(Word::by_transfer) | value(Word::ungraded) | (word(Word::per) > key) |
                         ((word(Word::counted) > word(Word::out_of) > set) | (word(Word::out_of) > set));
const Rule<struct AtMostTag> at_most_what{"a quantity such as 6 credits"};
const auto at_most_what_def = node(NodeKind::at_most)[(a_share | both_bounds | node(NodeKind::bound_of)[quantity]) > most_of > -within > -rounded];

const Rule<struct AverageTag> least_average{"a percentage, or a number of points"};
const auto least_average_def = percent | number;
const Rule<struct WholeAverageTag> average_what{"'at least' and a percentage or a number of points"};
const auto average_what_def = word(Word::at_least) > least_average > -within;
const Rule<struct TagListTag> tag_list{"tags in braces, such as { a, b }"};
const auto tag_list_def = open_brace > name > *(comma > name) > close_brace;
const auto tag_names = word(Word::among) > tag_list;
const Rule<struct DistinctTag> distinct_what{"a number, and institutions, subjects, terms or tags"};
const auto distinct_what_def = number > key > -tag_names > -within;

const Rule<struct NothingTag> nothing_what{"'below', 'older than' or 'awarded for'"};
const auto nothing_what_def = node(NodeKind::nothing, Word::older_than)[word(Word::older_than) > quantity] |
                              node(NodeKind::nothing, Word::awarded_for)[word(Word::awarded_for) > achievement] |
                              node(NodeKind::nothing, Word::below)[word(Word::below) > grade];

const Rule<struct SharedTag> how_much_shared{"'at most' and a quantity such as 6 credits, or 'nothing'"};
const auto how_much_shared_def = (word(Word::at_most) > quantity) | value(Word::nothing);
const Rule<struct SharedWithTag> with_which_awards{"'with any other award', or 'with' and awards in braces"};
const auto with_which_awards_def = word(Word::with_any_other_award) | (word(Word::with) > braced_set);

// Where a list of part names ends and the next requirement begins, although only a comma stands between them.
const auto next_requirement = (word_ahead >> colon) | word(Word::all_of) | word(Word::any_of) | word(Word::at_least) | word(Word::at_most) |
                              word(Word::may_share) | (word(Word::share) >> (word(Word::at_most) | word(Word::nothing))) | (word(Word::drawn_from) >> word(Word::at_least)) |
                              word(Word::average_of) | (word(Word::unweighted) >> word(Word::average_of)) | (word(Word::the_last) >> number_ahead) |
                              word(Word::one_at_a_time) | (word(Word::titled) >> text_ahead) |
                              (word(Word::nothing) >> (word(Word::older_than) | word(Word::awarded_for) | word(Word::below))) |
                              (word(Word::gate) >> word_ahead);
const auto composition = node(NodeKind::distinct)[(word(Word::drawn_from) >> word(Word::at_least)) > distinct_what] |
                         node(NodeKind::average)[word(Word::average_of) > average_what] |
                         node(NodeKind::average, Word::unweighted)[(word(Word::unweighted) >> word(Word::average_of)) > average_what];
const Rule<struct TitleConditionTag> title_condition{"a condition such as at least 75% of credits from { tagged x }"};
const auto title_condition_def = (word(Word::at_least) > at_least_what) | (word(Word::at_most) > at_most_what) | composition;
const auto condition = (word(Word::at_most) > at_most_what) | (word(Word::nothing) > nothing_what) | composition |
                       node(NodeKind::last_from)[(word(Word::the_last) >> &number_ahead) > quantity > word(Word::out_of) > set] |
                       node(NodeKind::one_at_a_time)[word(Word::one_at_a_time)] |
                       node(NodeKind::titled)[(word(Word::titled) >> &text_ahead) > text > word(Word::when) > title_condition] |
                       node(NodeKind::may_share)[word(Word::may_share) > name > *(comma >> !next_requirement >> name)] |
                       node(NodeKind::share_awards)[word(Word::share) > how_much_shared > with_which_awards];

const auto head = all_group | any_group | some_group | (word(Word::at_least) > at_least_what) |
                  (word(Word::competencies) > competencies_asked) | node(NodeKind::gate_needed)[(word(Word::gate) >> &word_ahead) > name] |
                  condition | described | braced_set | node(NodeKind::reference)[name];

const auto floor_suffix = node(NodeKind::floor, Word::at)[(!word(Word::at_least) >> !word(Word::at_most) >> word(Word::at)) > grade] |
                          node(NodeKind::floor, Word::to)[word(Word::to_achievement) > achievement];
const auto after_suffix = node(NodeKind::after)[word(Word::after) > name > *(word(Word::and_) > name)];
// On a line of its own it speaks of the whole rule, and is a requirement beside the others.
const auto age_suffix = node(NodeKind::nothing, Word::older_than)[(on_the_same_line >> word(Word::nothing) >> word(Word::older_than)) > quantity];
const auto a_gate = value(Word::gate) > name;
const Rule<struct AskedOfTag> asked_of{"'gate' and a name, or 'holders of' and what they hold"};
const auto asked_of_def = a_gate | (word(Word::holders_of) > set);
const Rule<struct NotAskedOfTag> not_asked_of{"'gate' and a name, or 'they hold' and what"};
const auto not_asked_of_def = a_gate | (word(Word::they_hold) > set);
const auto asked_suffix = node(NodeKind::asked_of, Word::only_for)[word(Word::only_for) > asked_of] |
                          node(NodeKind::asked_of, Word::unless)[word(Word::unless) > not_asked_of];
const auto suffixes = *(floor_suffix | after_suffix | age_suffix | asked_suffix);

const auto label = node(NodeKind::part)[name] >> colon;
const auto labelled = &(word_ahead >> colon) >> label;
const Rule<struct InsistedHeadTag> insisted_head{"a requirement"};
const auto insisted_head_def = !broken_off >> head;
const Rule<struct RequirementTag> requirement{"a requirement"};
const auto requirement_def = node(NodeKind::requirement)[-labelled >> head > suffixes];
const auto item_def = node(NodeKind::requirement)[!joining >> ((labelled > insisted_head) | head) > suffixes];

// ---- fields ----------------------------------------------------------------------------------------------------------------
const Rule<struct NamesTag> names{"a name"};
const auto names_def = name > *(comma > name);
const Rule<struct TextsTag> texts{"a text in quotes"};
const auto texts_def = text > *(comma > text);
const Rule<struct TextOrNameTag> text_or_name{"a name or a text in quotes"};
const auto text_or_name_def = text | name;
const Rule<struct TextsOrNamesTag> texts_or_names{"a name or a text in quotes"};
const auto texts_or_names_def = text_or_name > *(comma > text_or_name);
const Rule<struct TitleTag> title_value{"a language such as fr, then a text in quotes"};
const auto title_value_def = name > text;

const Rule<struct DevelopedTag> developed{"the name of a competency"};
const auto developed_def = node(NodeKind::developed)[name > -(word(Word::to_achievement) > achievement)];
const Rule<struct DevelopedListTag> developed_list{"the name of a competency"};
const auto developed_list_def = developed > *(comma > developed);
const Rule<struct PassMarkTag> pass_mark_value{"a percentage"};
const auto pass_mark_value_def = percent | number;
const Rule<struct AssessmentTag> assessment_item{"how it is assessed, or 'pass mark'"};
const auto assessment_item_def = node(NodeKind::pass_mark)[word(Word::pass_mark) > pass_mark_value] | text_or_name;
const Rule<struct AssessmentListTag> assessment_list{"how it is assessed, or 'pass mark'"};
const auto assessment_list_def = assessment_item > *(comma > assessment_item);

template <Word... Which>
constexpr auto one_of = (value(Which) | ...);

const Rule<struct DeliveryTag> delivery_value{"in-person, online or hybrid"};
const auto delivery_value_def = one_of<Word::in_person, Word::online, Word::hybrid>;
const Rule<struct PaceTag> pace_value{"fixed, self-paced or hybrid"};
const auto pace_value_def = one_of<Word::fixed, Word::self_paced, Word::hybrid>;
const Rule<struct LearningTag> learning_value{"cohort, independent or both"};
const auto learning_value_def = one_of<Word::cohort, Word::independent, Word::both>;
const Rule<struct FormTag> form_value{"digital or paper"};
const auto form_value_def = one_of<Word::digital, Word::paper>;
const Rule<struct FormsTag> form_values{"digital or paper"};
const auto form_values_def = form_value > *(comma > form_value);
const Rule<struct PurposeTag> purpose_value{"pathway, update, technical-skills or transferable-skills"};
const auto purpose_value_def = one_of<Word::pathway, Word::update, Word::technical_skills, Word::transferable_skills>;
const Rule<struct PurposesTag> purpose_values{"pathway, update, technical-skills or transferable-skills"};
const auto purpose_values_def = purpose_value > *(comma > purpose_value);
const Rule<struct AudienceTag> audience_value{"recent-graduate, student, employed-adult or unemployed-adult"};
const auto audience_value_def = one_of<Word::recent_graduate, Word::student, Word::employed_adult, Word::unemployed_adult>;
const Rule<struct AudiencesTag> audience_values{"recent-graduate, student, employed-adult or unemployed-adult"};
const auto audience_values_def = audience_value > *(comma > audience_value);
const Rule<struct KindTag> kind_value{"skill, knowledge or attribute"};
const auto kind_value_def = one_of<Word::skill, Word::knowledge, Word::attribute>;
const Rule<struct WorkloadTag> workload_value{"a quantity such as 42 hours over 6 weeks, or unknown"};
const auto workload_value_def = value(Word::unknown) | (quantity > -(word(Word::over) > quantity));
const Rule<struct CreditsTag> credits_value{"a number of credits, or unknown"};
const auto credits_value_def = value(Word::unknown) | node(NodeKind::conversion)[&(number_ahead >> word_ahead >> equals) >> quantity > equals_mark > quantity] |
                               node(NodeKind::quantity)[number > -value(Word::ects)];
// Else the field that follows a fee without a currency would be taken for one.
const Rule<struct CurrencyTag> currency{"a currency such as CAD"};
const auto currency_def = no_word_of_the_language >> name;
const Rule<struct FeeTag> fee_value{"an amount and its currency such as 240 CAD, or unknown"};
const auto fee_value_def = value(Word::unknown) | node(NodeKind::quantity)[number > currency];
const Rule<struct PeriodTag> period{"'from' or 'to' and a date"};
const auto period_def = (value(Word::from) > date > -(value(Word::to) > date)) | (value(Word::to) > date);
const Rule<struct VersionTag> version_value{"a version"};
const auto version_value_def = date | number | text | name;
const Rule<struct GradesTag> grades_value{"percent, or the grades from the best to the least"};
const auto grade_with_points = text_or_name > -(equals > number);
const auto grades_value_def = value(Word::percent) | (grade_with_points > *(comma > grade_with_points));
const Rule<struct StacksTag> stacks_value{"'into' and names, or none"};
const auto stacks_value_def = value(Word::none_) | (word(Word::into) > names);
const Rule<struct RequiredTag> required{"'{' or a requirement"};
const auto required_def = (&(number_ahead >> !word(Word::so_many_of) >> word_ahead >> open_brace) >> quantity > braced) | braced | requirement;
const Rule<struct InForceOnTag> in_force_on{"a date, a date 'to' a date, or 'to' a date"};
const auto in_force_on_def = (date > -(word(Word::to) > date)) | (value(Word::to) > date);
const Rule<struct RequiresTag> requires_value{"'{', a requirement, or 'effective' and dates"};
// A credential may be called `effective`: it is the dates that make it a word.
const auto requires_value_def =
    (node(NodeKind::effective)[&(word(Word::effective) >> (date_ahead | (word(Word::to) >> date_ahead))) >> word(Word::effective) > in_force_on] > required) |
    required;
const Rule<struct EnteredTag> credential_in_force{"'when entered' or 'when asked'"};
const auto credential_in_force_def = one_of<Word::when_entered, Word::when_asked>;
const Rule<struct LevelTag> level_value{"a level, or unknown"};
const auto level_value_def = value(Word::unknown) | number;
const Rule<struct DescriptionTag> description_value{"a text in quotes"};
const auto description_value_def = -name >> text;
const Rule<struct AlignmentTag> alignment{"an address in quotes"};
const auto alignment_def =
    node(NodeKind::aligned)[text > -one_of<Word::exact, Word::close, Word::broad, Word::narrow, Word::related>];
const Rule<struct AlignmentsTag> alignments{"an address in quotes"};
const auto alignments_def = alignment > *(comma > alignment);
const Rule<struct ConsultedTag> consultation{"who was consulted, in quotes"};
const auto consultation_def = node(NodeKind::consulted)[text > -(word(Word::on) > date)];
const Rule<struct ConsultationsTag> consultations{"who was consulted, in quotes"};
const auto consultations_def = consultation > *(comma > consultation);
const Rule<struct AnyTypeTag> type_value{"a type"};
const auto type_value_def = name | text;

// Every field, in a few groups; which declaration may have which is decided in compiler/model, where the message can say so.
const auto naming_fields = field(Word::title)[title_value] | field(Word::description)[description_value] | field(Word::code)[text] |
                           field(Word::id)[text] | field(Word::url)[text] | field(Word::note)[text] | field(Word::renamed_from)[names];
const auto learning_fields = field(Word::issued_by)[names] | field(Word::develops)[developed_list] |
                             field(Word::workload)[workload_value] | field(Word::credits)[credits_value] | field(Word::level)[level_value] |
                             field(Word::fee)[fee_value] | field(Word::assessed_by)[assessment_list] |
                             field(Word::awarded_for)[achievement] | field(Word::tags)[names] | field(Word::subject)[texts_or_names];
const auto manner_fields = field(Word::delivery)[delivery_value] | field(Word::pace)[pace_value] | field(Word::learning)[learning_value] |
                           field(Word::form)[form_values] | field(Word::purpose)[purpose_values] |
                           field(Word::audience)[audience_values];
// `none` is an answer: that nobody was consulted is said, and not left open.
const Rule<struct ConsultedValueTag> consulted_value{"who was consulted, in quotes, or none"};
const auto consulted_value_def = value(Word::none_) | consultations;
const Rule<struct AccreditedValueTag> accredited_value{"a name, a text in quotes, or none"};
const auto accredited_value_def = value(Word::none_) | texts_or_names;
const Rule<struct StandardValueTag> standard_value{"a text in quotes, or none"};
const auto standard_value_def = value(Word::none_) | texts;
const auto evidence_fields = field(Word::consulted)[consulted_value] |
                             field(Word::accredited_by)[accredited_value] |
                             field(Word::meets_standard)[standard_value] | field(Word::entitles_to)[texts];
const auto time_fields = field(Word::valid_for)[quantity] | field(Word::offered)[period] | field(Word::review_by)[date];
const Rule<struct HowManyAwardsTag> how_many_awards{"'at most' and a number of awards"};
const auto how_many_awards_def = word(Word::at_most) > number > word(Word::awards);
const auto rule_fields = field(Word::requires_)[requires_value] | field(Word::prerequisite)[requirement] | field(Word::stacks)[stacks_value] |
                         field(Word::withheld_from)[braced_set] | field(Word::surrenders)[braced_set] | field(Word::in_force)[credential_in_force] |
                         field(Word::counts_towards)[how_many_awards];
const auto competency_fields = field(Word::kind)[kind_value] | field(Word::broader)[names] | field(Word::aligns_with)[alignments] |
                               field(Word::precedes)[names] | field(Word::related_to)[names] | field(Word::replaced_by)[names] |
                               field(Word::enrolled_in)[names];
const auto publisher_fields = field(Word::version)[version_value] | field(Word::publisher)[name] | field(Word::conforms_to)[names] |
                              field(Word::grades)[grades_value] | field(Word::type)[type_value] | field(Word::country)[type_value] |
                              field(Word::region)[type_value];
const auto any_field = learning_fields | naming_fields | rule_fields | manner_fields | evidence_fields | time_fields | competency_fields | publisher_fields;

const Rule<struct FieldsTag> fields{"fields"};
const auto fields_def = *any_field;
const Rule<struct FieldEndTag> closing{"a field or '}'"};
const auto closing_def = close_brace;

// ---- declarations ----------------------------------------------------------------------------------------------------------
const auto body = open_brace > fields > closing;
const Rule<struct NamedBodyTag> named_body{"a name"};
// A title without its quotes is a mistake here, and none of what follows.
const Rule<struct TitleAndBodyTag> title_and_body{"a title in quotes, or '{'"};
const auto title_and_body_def = (text > -body) | body | !(on_the_same_line >> &word_ahead >> !any_word_of(declaring));
const auto named_body_def = name > title_and_body;

template <Word Which>
const auto credential_of = node(NodeKind::credential, Which)[word(Which) > named_body];

// ---- agreements ------------------------------------------------------------------------------------------------------------
const Rule<struct SourcesTag> sources{"the name of a credential, 'all of' or 'any of'"};
const auto names_in_braces = open_brace > names > close_brace;
const auto sources_def = node(NodeKind::sources, Word::all_of)[word(Word::all_of) > names_in_braces] |
                         node(NodeKind::sources, Word::any_of)[word(Word::any_of) > names_in_braces] | node(NodeKind::sources)[name];
const Rule<struct CountedAsTag> counted_as{"a name, 'all of' or an amount such as 12 credits"};
const auto counted_as_def = (&number_ahead >> quantity > word(Word::unassigned) > -(word(Word::at_level) > number)) |
                            (word(Word::all_of) > names_in_braces) | name;
const Rule<struct OutcomeTag> outcome{"'counts as', 'exempts', 'admits to' or 'not recognized'"};
const auto outcome_def = node(NodeKind::outcome, Word::counts_as)[word(Word::counts_as) > counted_as > -value(Word::for_prerequisites_only)] |
                         node(NodeKind::outcome, Word::exempts)[word(Word::exempts) > names] |
                         node(NodeKind::outcome, Word::admits_to)[word(Word::admits_to) > name > word(Word::at_year) > number] |
                         node(NodeKind::outcome, Word::not_recognized)[word(Word::not_recognized) > word(Word::because) > text];
const Rule<struct EffectiveTag> effective_value{"a date, or a date 'to' a date"};
const auto effective_value_def = date > -(word(Word::to) > date);
const Rule<struct StatusTag> status_value{"guaranteed, indicative or pending"};
const auto status_value_def = one_of<Word::guaranteed, Word::indicative, Word::pending>;
const Rule<struct InForceTag> in_force_value{"'when awarded' or 'when asked'"};
const auto in_force_value_def = one_of<Word::when_awarded, Word::when_asked>;
const auto agreement_fields = field(Word::from)[name > word(Word::to) > name] | field(Word::effective)[effective_value] |
                              field(Word::status)[status_value] | field(Word::in_force)[in_force_value] |
                              node(NodeKind::field, Word::one_award_only)[word(Word::one_award_only)] |
                              node(NodeKind::at_most_from)[word(Word::at_most) > quantity] | (word(Word::nothing) > nothing_what);
const auto recognition = node(NodeKind::recognition)[sources >> -floor_suffix > outcome];
const Rule<struct AgreementBodyTag> agreement_items{"a line of an agreement"};
const auto agreement_items_def = *(agreement_fields | naming_fields | recognition);
const Rule<struct AgreementEndTag> agreement_end{"a line of an agreement or '}'"};
const auto agreement_end_def = close_brace;
const auto agreement_body = name > -text > open_brace > agreement_items > agreement_end;

const Rule<struct DeclarationTag> declaration{"a declaration such as microcredential, certificate or competency"};
const auto credential_declaration =
    credential_of<Word::microcredential> | credential_of<Word::course> | credential_of<Word::badge> | credential_of<Word::certificate> |
    credential_of<Word::diploma> | credential_of<Word::degree> | credential_of<Word::assessment> | credential_of<Word::certification> |
    credential_of<Word::licence> | credential_of<Word::apprenticeship>;
const auto declaration_def = credential_declaration | node(NodeKind::competency, Word::competency)[word(Word::competency) > named_body] |
                             node(NodeKind::gate, Word::gate)[word(Word::gate) > named_body] |
                             node(NodeKind::institution, Word::institution)[word(Word::institution) > named_body] |
                             node(NodeKind::framework, Word::framework)[word(Word::framework) > named_body] |
                             node(NodeKind::agreement, Word::agreement)[word(Word::agreement) > agreement_body] |
                             node(NodeKind::use, Word::use)[word(Word::use) > text];

BOOST_SPIRIT_DEFINE(name, text, number, percent, date, opening, label_mark, equals_mark, unit, quantity)
BOOST_SPIRIT_DEFINE(achievement, grade, closing_items, braced, set_part, set, braced_set, bound, credential_type, described)
BOOST_SPIRIT_DEFINE(how_many_awards, asked_of, not_asked_of, average_what, distinct_what)
BOOST_SPIRIT_DEFINE(share_of, tag_list, key, most_of, least_average, title_condition)
BOOST_SPIRIT_DEFINE(competencies_asked, rounding, at_least_what, at_most_what, nothing_what, how_much_shared, with_which_awards, insisted_head, requirement, item, names, texts)
BOOST_SPIRIT_DEFINE(text_or_name, texts_or_names, title_value, developed, developed_list, pass_mark_value, assessment_item, assessment_list, delivery_value, pace_value)
BOOST_SPIRIT_DEFINE(learning_value, form_value, form_values, purpose_value, purpose_values, audience_value, audience_values, kind_value, workload_value, credits_value)
BOOST_SPIRIT_DEFINE(currency, fee_value, period, version_value, grades_value, stacks_value, required, in_force_on, requires_value, credential_in_force, level_value, description_value, alignment, alignments)
BOOST_SPIRIT_DEFINE(consulted_value, accredited_value, standard_value)
BOOST_SPIRIT_DEFINE(consultation, consultations, type_value, fields, closing, title_and_body, named_body, declaration)
BOOST_SPIRIT_DEFINE(sources, counted_as, outcome, effective_value, status_value, in_force_value, agreement_items, agreement_end)

}  // namespace rung::grammar::rules
