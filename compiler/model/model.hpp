// Declarations with every name resolved, every quantity read and every set description expanded: what the checks look at and what
// the table is made from.
//
// Flat arrays; things are indices into them. Institutions, competencies, gates and credentials are sorted by qualified name, so a model does
// not depend on the order of declarations or files, and its indices are those of the table. Enumerations are the table's own.
//
// A name that could not be resolved has been reported; it is absent here, and what held it is marked `incomplete`, so that no check
// blames a rule for a mistake that has its message already.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/source/source.hpp"
#include "grammar/words.hpp"
#include "runtime/table/format.hpp"

namespace rung::model {

using source::Span;
using table::Achievement;
using table::Choice;
using table::ConditionKind;
using table::CredentialType;
using table::Measure;
using table::NodeKind;
using table::Rounding;
inline constexpr std::uint32_t none = table::none;
using Amount = std::int64_t;                 // millionths
using Day = std::int32_t;                    // days since 1970-01-01
__extension__ typedef __int128 Wide;        // of products of amounts

// A value and the place that states it.
template <class T>
struct Stated {
  T value{};
  Span span;
};

struct Reference {
  std::uint32_t id;                          // index of what is referred to
  Span span;
};

struct Named {
  std::string name;                          // qualified: "northfield.metrology"; institutions and frameworks: "northfield"
  std::string title;                         // as written, or empty
  Span span;                                 // of the name where it is declared
  std::uint32_t framework = none;
  std::vector<std::pair<std::string, std::string>> titles;        // in further languages: code, title
  std::vector<std::pair<std::string, std::string>> descriptions;  // language code or empty, text
  std::string id, url, code;
  std::vector<std::string> notes;
  std::vector<Stated<std::string>> renamed_from;
};

struct Unit {
  std::string name;                          // "credits", "ECTS", "hours"
  std::string of;                            // the framework whose credits these are, when no basis is declared; else empty
  Amount hours = table::unknown;             // of one unit
};

struct Scale {
  bool percent = true;
  std::vector<std::string> grades;           // ordinal: best first
  std::vector<std::uint32_t> points;         // ordinal: what each is worth in an average, thousandths; empty when nothing is declared
};

struct Framework : Named {
  std::string language;                      // of its file: "en", "fr"
  std::string version;
  std::uint32_t publisher = none;            // institutions
  std::vector<Stated<std::string>> conforms_to;
  std::uint32_t credit_unit = 0;             // units
  std::uint32_t scale = none;                // scales
};

struct Institution : Named { std::string type, country, region; };

struct Competency : Named {
  table::CompetencyKind kind = table::CompetencyKind::unknown;
  Amount level = table::unknown;
  std::vector<Reference> broader, precedes, related_to, replaced_by;
  struct Alignment { std::string address; grammar::Word how; };
  std::vector<Alignment> alignments;
};

struct Gate : Named {
  std::vector<Reference> enrolled_in;        // credentials: the gate asks for enrolment in them
};

struct Developed {
  std::uint32_t competency;
  Achievement to;                            // never unknown: as `develops … to` says, else `awarded for`, else competence
  Span span;
};

struct Consultation { std::string who; std::optional<Day> on; };

// One version of a stacking rule, and the days on which it is in force, both included.
struct Version {
  std::uint32_t root = none;                 // nodes
  std::optional<Day> first, last;            // not stated: since ever, open
  Span span;                                 // of the whole field
  bool dated() const { return first || last; }
};

// A title that the award is given when its rule holds by a choice that meets `conditions` as well.
struct Title {
  std::string title;
  table::Range conditions;                   // Model::title_conditions
  std::uint32_t root = none;                 // nodes: of the version of the rule that states it
  Span span;
};

struct Credential : Named {
  CredentialType type = CredentialType::course;
  std::string subtype;                       // "associate"
  std::vector<Reference> issuers;
  std::vector<Developed> develops;           // sorted by competency
  bool develops_incomplete = false;
  std::optional<Stated<Amount>> credits, hours, weeks, fee, level;
  std::uint32_t credit_unit = 0;             // units; set even when credits are not stated
  std::string currency;                      // "CAD"; empty when no fee is stated
  Achievement awarded_for = Achievement::unknown;
  std::vector<std::string> assessed_by;
  Amount pass_mark = table::unknown;         // millionths of a percent
  grammar::Word delivery = grammar::Word::none, pace = grammar::Word::none, learning = grammar::Word::none;
  std::vector<grammar::Word> form, purpose, audience;
  std::vector<Consultation> consulted;
  std::vector<std::string> accredited_by, meets_standard, entitles_to;
  bool nobody_consulted = false, not_accredited = false, no_standard = false;   // said to be none, which is more than nothing said
  std::uint32_t valid_months = 0;            // 0: nothing stated
  Span valid_span;
  std::optional<Stated<Day>> offered_from, offered_to, review_by;
  std::vector<std::string> tags, subjects;   // sorted
  std::vector<Title> titled;                 // in the order in which they are tried
  std::uint32_t rule = none;                 // nodes: the root of its stacking rule; of several versions the newest
  std::vector<Version> versions;             // when a version states its days: all of them, by day. Else empty
  bool in_force_when_entered = false;        // the version of the day on which the learner entered decides
  std::uint32_t prerequisite = none;         // nodes: the root of its prerequisites
  std::vector<Reference> stacks_into;        // the claim
  bool stacks_none = false;                  // the claim `stacks none`
  Span stacks_span;                          // of the claim; file == no_file when there is none
  std::vector<Reference> withheld_from, surrenders;
  std::optional<Stated<std::uint32_t>> most_awards;   // it counts towards at most so many awards
  bool block = false;                        // credit that an agreement gives without a name; nobody can take it
  bool broken = false;                       // declared with a syntax error: its name is known, nothing else is

  // The roots of its stacking rule, every version of it, ascending.
  std::vector<std::uint32_t> rules() const {
    if (versions.empty()) return rule == none ? std::vector<std::uint32_t>{} : std::vector<std::uint32_t>{rule};
    std::vector<std::uint32_t> roots;
    for (const Version& version : versions) roots.push_back(version.root);
    std::sort(roots.begin(), roots.end());
    return roots;
  }
};

// One node of a requirement tree. Trees lie in pre-order in Model::nodes, as in the table: the children of node i start at i + 1, its sibling is at `end`.
struct Node {
  NodeKind kind = NodeKind::group;
  Choice choice = Choice::all;
  Measure measure = Measure::credits;
  Achievement achievement_floor = Achievement::unknown;
  bool incomplete = false;                   // a name under it could not be resolved
  std::string part;                          // its label, or empty
  Span span;                                 // of the whole requirement
  Span part_span;                            // of the label
  Span need_span;                            // of the number or quantity
  std::uint32_t need = 0;
  Amount amount = 0;
  std::uint32_t unit = none;
  Amount grade_floor = table::unknown;       // millionths of a percent, or rank on an ordinal scale
  std::uint32_t grade_scale = none;
  Span floor_span;
  std::uint32_t oldest_months = 0;
  std::vector<std::uint32_t> members;        // sorted, distinct; as table::Node::members
  std::vector<Reference> written;            // the names that the author wrote in its set, in order; a description's members are not among them
  std::vector<table::Developed> asked;       // competencies only, sorted
  std::vector<std::uint32_t> after;          // nodes of the same rule
  table::Asked asked_of = table::Asked::of_all;
  std::vector<Reference> whom;               // credentials, or one gate, as `asked_of` says
  Span asked_span;
  std::uint32_t parent = none;
  std::uint32_t end = 0;
  std::uint32_t owner = none;                // credentials
  bool in_prerequisite = false;
};

struct Condition {
  ConditionKind kind;
  Measure measure = Measure::credits;
  Rounding rounding = Rounding::exact;
  table::Combined combined = table::Combined::alone;
  table::Key key = table::Key::none;
  Amount amount = table::unknown;            // as in the table: at least one of amount and percent is known, where something is bounded
  Amount percent = table::unknown;
  std::uint32_t divisor = 1;
  std::uint32_t unit = none;
  std::uint32_t within = none;               // nodes
  std::uint32_t grade_scale = none;
  std::vector<std::uint32_t> members;        // sorted; only what the rule can count directly. may_share: nodes; shared_with: awards
  std::vector<std::string> keys;             // distinct: only these tags
  std::optional<Stated<Amount>> stated_as;   // what the author says the share comes to, in `unit`: compared, and asked for
  std::uint32_t owner = none;                // credentials
  std::uint32_t root = none;                 // nodes: of which rule
  Span span;
  bool incomplete = false;
};

// One line of an agreement: who holds `sources` is recognised.
struct Recognition {
  table::RecognitionKind kind = table::RecognitionKind::credit;
  std::uint32_t agreement = none;
  std::vector<Reference> sources;            // all are needed; distinct
  std::vector<Reference> targets;            // what they count as, or exempt from; entry: the credential that is entered
  Achievement achievement_floor = Achievement::unknown;
  Amount grade_floor = table::unknown;       // as Node
  std::uint32_t grade_scale = none;
  Amount year = table::unknown;              // entry: millionths
  std::string reason;                        // refusal
  Span span;
};

struct Agreement : Named {
  std::uint32_t from = none, to = none;      // institutions
  Span from_span, to_span;
  std::optional<Stated<Day>> effective_from, effective_to;
  table::AgreementStatus status = table::AgreementStatus::unstated;
  table::InForce in_force = table::InForce::when_asked;
  bool one_award_only = false;
  std::uint32_t oldest_months = 0;           // 0: no limit
  Amount at_most = table::unknown;           // of what it gives, counted in one award
  Measure at_most_measure = Measure::credits;
  std::uint32_t at_most_unit = none;
};

// A learner and what is expected of them: a committee's own test (compiler/scenarios runs it). No part of the table.
struct ScenarioHolding {
  std::uint32_t id;                          // credentials, or competencies when `is_competency`
  bool is_competency = false;                // recognised by prior learning
  bool by_prior_learning = false, by_transfer = false, ungraded = false;   // at most one of them
  std::string term;                          // as written; empty: not stated
  std::string grade;                         // as written: "91%", "B+"; empty: not stated
  Achievement achievement = Achievement::unknown;
  std::optional<Day> awarded;
  std::optional<Day> expires;                // the last day on which it is valid
  std::vector<std::uint32_t> counted;        // credentials
};

enum class Expected : std::uint8_t {
  earned, not_earned, missing, cannot_be_told, earned_after, titled, earned_by_transfer, shortest_path, no_path, leads_to, leads_not_to
};
enum class PathCost : std::uint8_t { credits, fee, hours, weeks, count };   // in the order of rung::Cost

struct Expectation {
  Expected what;
  std::uint32_t of;                          // credentials: the award asked about; where it is asked what something leads to, that
  std::vector<std::uint32_t> others;         // credentials. earned_after: what is taken; leads_to, leads_not_to: one award
  std::string title;                         // titled: what it is called by what is counted
  std::vector<std::string> parts;            // missing: names of parts, of gates and of credentials (qualified), sorted
  PathCost by = PathCost::credits;           // shortest_path
  Amount amount = 0;                         // shortest_path: millionths of the award's credits, hours, weeks, `currency`, credentials
  std::string currency;                      // shortest_path by fee
  Span span;                                 // without the word `expect`
};

// What somebody with the right to has excused the learner from.
struct ScenarioException {
  std::uint32_t award;                       // credentials
  std::string part;                          // of its rule; empty: its prerequisites
  std::string by, because;
  std::optional<Day> on;
};

struct Scenario {
  std::string name;                          // as written: "a working machinist"
  std::uint32_t framework = none;            // whose file it stands in
  Span span;                                 // of the name
  std::optional<Day> on;                     // the day of the question
  std::vector<ScenarioHolding> holdings;
  std::vector<std::pair<std::uint32_t, Day>> entered;   // awards, and the day on which the learner entered each
  std::vector<std::uint32_t> gates;          // that the learner meets
  std::vector<ScenarioException> exceptions;
  std::vector<Expectation> expectations;     // in the order written; one with a mistake is left out
};

struct Model {
  std::vector<Framework> frameworks;         // sorted by name
  std::vector<Institution> institutions;
  std::vector<Competency> competencies;
  std::vector<Gate> gates;
  std::vector<Credential> credentials;
  std::vector<Unit> units;
  std::vector<Scale> scales;
  std::vector<Node> nodes;                   // rules and prerequisites, by owner; the rule first, its versions as written
  std::vector<Condition> conditions;         // by root
  std::vector<Condition> title_conditions;   // by owner
  std::vector<Agreement> agreements;         // sorted by name
  std::vector<Recognition> recognitions;     // by agreement, as written
  std::vector<Scenario> scenarios;           // by file, then as written
  bool too_large = false;                    // its sets were not read to the end, which has been reported: nothing can be concluded from them

  std::span<const Condition> conditions_of(std::uint32_t root) const;   // of the rule at that node
};

// The names of a decision's pieces, for messages. `short_name` leaves out the framework.
std::string_view short_name(std::string_view qualified);
// As the author would write it: without the framework when the model has only one.
inline std::string shown_name(const Model& model, const std::string& qualified) { return model.frameworks.size() == 1 ? std::string(short_name(qualified)) : qualified; }
std::string decimal(Amount millionths);      // "4.5", "-3", without trailing zeros

}  // namespace rung::model
