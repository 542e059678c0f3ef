// The rules of scenarios: a learner, line by line, and what is expected of them. parser.cpp reads a scenario one line at a time, so that a broken line
// costs that line only.
#pragma once

#include "grammar/rules.hpp"

namespace rung::grammar::rules {

const Rule<struct NameListTag> name_list{"'{'"};
const auto name_list_def = open_brace > names > closing_items;

// ---- the learner -------------------------------------------------------------------------------------------------------------
const Rule<struct TermTag> text_or_name_or_date{"a term such as 2026-09 or \"Fall 2026\""};
const auto text_or_name_or_date_def = text | date | name;
const auto achieved = node(NodeKind::floor, Word::to)[word(Word::to_achievement) > achievement];
const auto holding_suffix = node(NodeKind::floor, Word::at)[word(Word::at) > grade] | achieved | field(Word::awarded)[date] | field(Word::expires)[date] |
                            value(Word::by_prior_learning) | value(Word::by_transfer) | value(Word::ungraded) | field(Word::in_term)[text_or_name_or_date] |
                            field(Word::counted)[name_list];
const Rule<struct HeldTag> held{"the name of a credential"};
const auto held_def = name > *holding_suffix;
const Rule<struct KnownTag> known{"the name of a competency"};
const auto known_def = name > -achieved;
const Rule<struct GatesMetTag> gates_met{"'gate' and a name"};
const auto gates_met_def = word(Word::gate) > names;

const Rule<struct EntryTag> entry{"the name of an award and the day on which it was entered"};
const auto entry_def = name > date;
const Rule<struct ExcusedTag> excused{"the name of a part, or 'prerequisite'"};
const auto excused_def = (value(Word::prerequisite) | name) > word(Word::of) > name > word(Word::by) > text > -(word(Word::on) > date) >
                         word(Word::because) > text;

// ---- what is expected --------------------------------------------------------------------------------------------------------
const Rule<struct CostTag> cost{"credits, hours, weeks, fee or count"};
const auto cost_def = one_of<Word::credits, Word::hours, Word::weeks, Word::fee, Word::count>;

const auto verdict_ahead = word(Word::earned) | word(Word::not_earned) | word(Word::missing) | word(Word::cannot_be_told) | word(Word::titled) | word(Word::leads_to) |
                           word(Word::does_not_lead_to);
const Rule<struct ExpectedVerdictTag> expected_verdict{"earned, not earned, missing, titled, cannot be told, or leads to"};
const auto expected_verdict_def = verdict_ahead;

// `name` and then the words that tell which expectation it is.
template <Word Which>
const auto of_name = node(NodeKind::expectation, Which)[&(word_ahead >> word(Which)) >> name > word(Which)];

const Rule<struct ExpectationTag> expectation{"what is expected, such as the name of an award and 'earned'"};
const auto expectation_def =
    node(NodeKind::expectation, Word::earns)[(word(Word::earns) >> !verdict_ahead) > name > word(Word::by_transfer)] |
    node(NodeKind::expectation, Word::shortest_path_to)[word(Word::shortest_path_to) > name > word(Word::by) > cost > word(Word::is) > quantity] |
    node(NodeKind::expectation, Word::no_path_to)[word(Word::no_path_to) > name] |
    node(NodeKind::expectation, Word::after)[&(word_ahead >> word(Word::earned) >> word(Word::after)) >> name > word(Word::earned) > word(Word::after) >
                                             name_list] |
    of_name<Word::earned> | of_name<Word::not_earned> | of_name<Word::cannot_be_told> |
    node(NodeKind::expectation, Word::missing)[&(word_ahead >> word(Word::missing)) >> name > word(Word::missing) > names] |
    node(NodeKind::expectation, Word::titled)[&(word_ahead >> word(Word::titled)) >> name > word(Word::titled) > text] |
    node(NodeKind::expectation, Word::leads_to)[&(word_ahead >> word(Word::leads_to)) >> name > word(Word::leads_to) > name] |
    node(NodeKind::expectation, Word::does_not_lead_to)[&(word_ahead >> word(Word::does_not_lead_to)) >> name > word(Word::does_not_lead_to) > name] |
    (name > expected_verdict);

// ---- lines -------------------------------------------------------------------------------------------------------------------
const Rule<struct ScenarioHeadTag> scenario_head{"a scenario"};
const auto scenario_head_def = word(Word::scenario) > text > opening;
const Rule<struct ScenarioLineTag> scenario_line{"a line of a scenario, such as holds, meets gate or expect"};
const auto scenario_line_def = field(Word::on)[date] | field(Word::holds)[held] | field(Word::knows)[known] | field(Word::meets)[gates_met] |
                               field(Word::entered)[entry] | field(Word::excused_from)[excused] |
                               (word(Word::expect) > expectation) | field(Word::note)[text];

BOOST_SPIRIT_DEFINE(text_or_name_or_date, name_list, held, known, gates_met, entry, excused, cost, expected_verdict, expectation, scenario_head, scenario_line)

}  // namespace rung::grammar::rules
