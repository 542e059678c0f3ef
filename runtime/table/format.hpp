// The pathway table: one flat file that a program maps into memory and reads in place.
//
//   offset 0   Header          magic, version, size, checksum
//          48  Section[count]  where each array lies, in the order of `SectionKind`
//          …   the arrays      each 8-byte aligned, one after the other, zero bytes between
//
// Reasons:
// * Everything is little-endian and has one fixed size, so that a table made on one machine is read on every other without
//   a conversion, and the same framework gives the same bytes.
// * Records refer to each other by index, never by offset or pointer; `open` checks each index against its bound once
//   (verify.cpp), and from then on the queries trust the table.
// * Credentials, competencies and gates are sorted by qualified name. So an index is also a rank: "in table order" means
//   "by name", and no answer depends on the order in which a committee wrote its declarations.
// * Requirement trees lie in one array in pre-order: the children of node i start at i + 1, and the sibling of a node is at
//   its `end`. A tree is walked without recursion.
// * Amounts are integers of millionths of a unit; there is no floating point.
//
// docs/table.md shows a dump first and then explains it. This header and the folder it lies in need nothing but C++20.
#pragma once

#include <cstdint>

namespace rung::table {

inline constexpr char magic[8] = {'R', 'U', 'N', 'G', 'P', 'A', 'T', 'H'};
inline constexpr std::uint32_t version = 4;
inline constexpr std::uint32_t none = 0xFFFFFFFFu;            // "no index": an optional reference that is absent
inline constexpr std::int64_t unknown = INT64_MIN;            // an amount, level or grade that nobody stated
inline constexpr std::int32_t no_date = INT32_MIN;            // a day that nobody stated
inline constexpr std::int64_t millionths = 1'000'000;         // one unit, one percent or one level
inline constexpr std::uint32_t greatest_depth = 512;          // of a requirement tree; the compiler refuses deeper ones first

enum class SectionKind : std::uint32_t {
  text,          // char: UTF-8, each distinct string once, not terminated
  lists,         // uint32: what every Range points into
  currencies,    // Text, sorted
  units,         // Unit
  scales,        // Scale
  frameworks,    // Framework, sorted by name
  institutions,  // Institution, sorted by name
  competencies,  // Competency, sorted by name
  gates,         // Gate, sorted by name
  credentials,   // Credential, sorted by name
  developed,     // Developed
  versions,      // Version, by credential, then by day
  nodes,         // Node, pre-order
  conditions,    // Condition
  titles,        // Title, by award
  agreements,    // Agreement, sorted by name
  recognitions,  // Recognition, by agreement
  statements,    // Statement, by credential, then by kind, then as written
  translations,  // Translation, by what is translated, then by language
  name_slots,    // uint32: open-addressing hash of credential names; a power of two many
  count_
};

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t file_size;      // bytes, the header included
  std::uint64_t checksum;       // XXH64 (seed 0) of all bytes after the header
  std::uint64_t reserved[2];    // zero
};
static_assert(sizeof(Header) == 48);

struct Section {
  std::uint32_t kind;           // SectionKind
  std::uint32_t element_size;   // bytes
  std::uint64_t offset;         // from the start of the file; a multiple of 8
  std::uint64_t count;          // elements
};
static_assert(sizeof(Section) == 24);

struct Text {                   // bytes [offset, offset + length) of `text`
  std::uint32_t offset;
  std::uint32_t length;
};

struct Range {                  // elements [first, first + count) of the array that the field's comment names
  std::uint32_t first;
  std::uint32_t count;
};

struct Unit {
  Text name;                    // "credits" for a framework's own, "ECTS", "hours"
  std::int64_t hours;           // millionths of an hour that one unit stands for; `unknown` when no basis is declared
};

enum class ScaleKind : std::uint32_t { percent, ordinal };
struct Scale {
  ScaleKind kind;
  std::uint32_t reserved;
  Range grades;                 // lists: ordinal only, best first, pairs (offset, length) of text, so 2 entries a grade
  Range points;                 // lists: ordinal only, what each grade is worth in an average, thousandths; empty when nothing is declared
};

struct Framework {
  Text name, title, version;
  std::uint32_t credit_unit;    // units
  std::uint32_t scale;          // scales; none when the framework declares no grades
};

struct Institution { Text name, title, type, country, region; };

enum class Achievement : std::uint8_t { unknown = 0, participation = 1, competence = 2, mastery = 3 };

enum class CompetencyKind : std::uint8_t { unknown = 0, skill = 1, knowledge = 2, attribute = 3 };
struct Competency {
  Text name, title;
  std::int64_t level;           // millionths or unknown
  Range broader;                // lists: competencies
  std::uint32_t framework;
  CompetencyKind kind;
  std::uint8_t reserved[3];
  Range uses;                   // lists: competencies nodes of stacking rules that ask for it, ascending
};

struct Gate {
  Text name, title;
  std::uint32_t framework;
  std::uint32_t reserved;
  Range uses;                   // lists: gate nodes of stacking rules that ask for it, ascending
};

struct Developed {              // one competency that a credential develops, or that a node asks for
  std::uint32_t competency;
  Achievement to;               // developed: never unknown; asked for: unknown means "any evidence"
  std::uint8_t reserved[3];
};

enum class CredentialType : std::uint8_t {
  course, assessment, badge, microcredential, certification, certificate, diploma, degree, licence, apprenticeship, count_
};

// How hard it is to decide an award's rule; the compiler says it, and the queries choose their method by it.
enum class RuleClass : std::uint8_t {
  taken,     // no rule
  plain,     // no credential can be counted in two places, and there is no condition on sums: counters decide
  matching,  // members fill places, and places compete for them: a matching decides
  search,    // sums, caps, shares, nested awards or agreements compete: bounded exact search decides
  count_
};

// A version of a stacking rule, and the days on which it is in force, both included.
struct Version {
  std::uint32_t root;           // nodes
  std::int32_t first;           // days since 1970-01-01, or no_date: since ever
  std::int32_t last;            // or no_date: open
  std::uint32_t reserved;
};

struct Credential {
  Text name, title, code;
  Range issuers;                // lists: institutions
  Range develops;               // developed
  Range uses;                   // lists: nodes of stacking rules that may count this credential, ascending
  Range withheld_from;          // lists: credentials whose holders are refused this award
  Range surrenders;             // lists: credentials that whoever holds this one has no longer
  Range tags;                   // lists: pairs (offset, length) of text
  Range subjects;               // lists: pairs (offset, length) of text
  Range titles;                 // titles
  Range recognised_in;          // lists: recognitions of which it is a source, ascending
  Range given_by;               // lists: recognitions of which it is a target, ascending
  std::int64_t credits;         // millionths of `credit_unit`, or unknown
  std::int64_t hours;           // millionths, or unknown
  std::int64_t weeks;           // millionths, or unknown
  std::int64_t fee;             // millionths of `currency`, or unknown
  std::int64_t level;           // millionths, or unknown
  std::uint32_t credit_unit;    // units; always set
  std::uint32_t currency;       // currencies; none when fee is unknown
  std::uint32_t framework;      // frameworks
  std::uint32_t rule;           // nodes: root of the stacking rule, or none; of several versions the last
  std::uint32_t prerequisite;   // nodes: root of the prerequisites, or none
  std::int32_t offered_from;    // days since 1970-01-01, or no_date; first day offered
  std::int32_t offered_to;      // last day offered, inclusive
  std::int32_t review_by;
  std::uint32_t valid_months;   // 0: nothing stated
  std::uint32_t most_awards;    // it counts towards at most so many awards; 0: towards any number
  CredentialType type;
  Achievement awarded_for;
  RuleClass rule_class;
  std::uint8_t block;           // 1: credit that an agreement gives without a name; nobody can take it
  Range versions;               // versions, which do not overlap; empty for a rule that is always in force
  std::uint8_t when_entered;    // 1: the version in force on the day on which the learner entered decides; 0: on the day of the question
  std::uint8_t reserved[3];
};

// Of whom a requirement is asked. Read from what the record says and from nothing that is earned or assumed.
enum class Asked : std::uint8_t { of_all, of_holders, unless_held, with_gate, without_gate, count_ };

enum class NodeKind : std::uint8_t {
  group,         // as many of the child nodes as `choice` and `need` say
  members,       // as many of the credentials in `members` as `choice` and `need` say
  amount,        // at least `amount` of `measure`, summed over `members`
  competencies,  // `need` or more of the competencies in `asked`
  gate,          // the gate `members[0]`
  count_
};
enum class Choice : std::uint8_t { all, exactly, at_least, count_ };
enum class Measure : std::uint8_t { credits, hours, credentials, count_ };

struct Node {
  Text part;                    // its name in the rule; empty when it has none
  Range members;                // lists, sorted, distinct. members and amount: credentials; competencies: the credentials that can be
                                // evidence; gate: one gate; group: empty
  Range asked;                  // developed: competencies only
  Range after;                  // lists: nodes of the same rule that come before this one
  Range conditions;             // conditions; only the root of a stacking rule has any
  Range whom;                   // lists, sorted, distinct: credentials, any of which is held, or one gate, as `asked_of` says
  std::int64_t amount;          // millionths; NodeKind::amount only
  std::int64_t grade_floor;     // millionths of a percent, or rank on an ordinal scale (0 is best); unknown: none
  std::uint32_t grade_scale;    // scales; none when grade_floor is unknown
  std::uint32_t unit;           // units of `amount`; none when measure is not credits
  std::uint32_t need;           // members, group, competencies: how many; all: the number of members
  std::uint32_t parent;         // nodes; none for a root
  std::uint32_t end;            // nodes: one past the last descendant
  std::uint32_t owner;          // credentials: whose rule or prerequisite this is
  std::uint32_t oldest_months;  // "nothing older than", in months; 0: no limit
  NodeKind kind;
  Choice choice;
  Measure measure;
  Achievement achievement_floor;  // unknown: none
  Asked asked_of;
  std::uint8_t reserved[7];
};

enum class ConditionKind : std::uint8_t {
  total,              // at least so much is counted in all
  share,              // at least so much of what is counted is in `members`, as a part of it
  amount_from,        // at least so much of what is counted is in `members`
  at_most_from,       // at most so much of what is counted is in `members`
  at_most_prior,      // at most so much of what is counted is held by prior learning
  at_most_transfer,   // at most so much of what is counted is recognised under agreements, or recorded as a transfer
  may_share,          // the parts in `members` (nodes) may count the same ground credential
  at_most_ungraded,   // at most so much of what is counted is recorded as ungraded
  at_most_each,       // at most so much of what is counted has any one `key` in common
  distinct,           // what is counted has at least `amount` different keys
  average,            // the grades of what is counted average `amount` (millionths of a percent or of a point) or more
  last_from,          // of what is counted, the last so much to be awarded is in `members`
  one_at_a_time,      // in a path, what is taken goes one after the other
  shared_with_any,    // at most so much of the ground credentials that are counted, any other conferred award was awarded for
  shared_with,        // the same of the awards in `members`
  new_share,          // at least so much of what is counted is new learning, as a part of it
  new_amount,         // at least so much of what is counted is new learning
  count_
};
// At most so much: of what is held or recognised in some way, and in all.
inline constexpr bool limits_how_it_is_had(ConditionKind kind) {
  return kind == ConditionKind::at_most_prior || kind == ConditionKind::at_most_transfer || kind == ConditionKind::at_most_ungraded;
}
inline constexpr bool limits_sharing(ConditionKind kind) { return kind == ConditionKind::shared_with_any || kind == ConditionKind::shared_with; }
inline constexpr bool asks_for_new(ConditionKind kind) { return kind == ConditionKind::new_share || kind == ConditionKind::new_amount; }
inline constexpr bool looks_at_other_awards(ConditionKind kind) { return limits_sharing(kind) || asks_for_new(kind); }
inline constexpr bool is_share(ConditionKind kind) { return kind == ConditionKind::share || kind == ConditionKind::new_share; }
inline constexpr bool is_limit(ConditionKind kind) {
  return kind == ConditionKind::at_most_from || kind == ConditionKind::at_most_each || limits_how_it_is_had(kind) || limits_sharing(kind);
}
// Says nothing of how much or of what is counted.
inline constexpr bool bounds_nothing_counted(ConditionKind kind) { return kind == ConditionKind::may_share || kind == ConditionKind::one_at_a_time; }
enum class Rounding : std::uint8_t { exact, up, down, nearest, count_ };
enum class Combined : std::uint8_t { alone, larger, smaller, count_ };        // which of an amount and a share of what is counted is the bound
enum class Key : std::uint8_t { none, institution, subject, term, tag, count_ };   // what credentials may have in common

// How much is asked for or allowed: `amount`, or the share `percent` / `divisor` of all that is counted (in the part), or the larger or the smaller of both.
struct Condition {
  Range members;                // lists, sorted. credentials that this rule may count, for may_share nodes, for shared_with awards
  Range keys;                   // lists: pairs (offset, length) of text. distinct: only these tags; empty: any
  std::int64_t amount;          // millionths, of the measure's unit; distinct: whole numbers; unknown: none
  std::int64_t percent;         // millionths; unknown: none
  std::uint32_t divisor;        // of percent: 3 for "1/3"; 1 otherwise
  std::uint32_t unit;           // units; none when measure is not credits
  std::uint32_t within;         // nodes: only what is counted at or under this part of the rule; none: in the whole rule
  std::uint32_t grade_scale;    // scales: average only, else none
  ConditionKind kind;
  Measure measure;              // average: by what the grades are weighed; credentials: all alike
  Rounding rounding;            // of a share's threshold, to whole units
  Combined combined;            // alone: only one of amount and percent is known
  Key key;                      // at_most_each and distinct, else none
  std::uint8_t reserved[3];
};

// A title that an award is given when its rule holds by a choice that meets these conditions as well.
struct Title {
  Text title;
  Range conditions;             // conditions
  std::uint32_t root;           // nodes: of the version of the rule that states it
  std::uint32_t reserved;
};

enum class AgreementStatus : std::uint8_t { unstated, guaranteed, indicative, pending, count_ };
enum class InForce : std::uint8_t { when_asked, when_awarded, count_ };   // on which day an agreement has to be in force

struct Agreement {
  Text name, title;
  Range recognitions;           // recognitions
  std::int64_t at_most;         // millionths: so much of what it gives is counted in one award; unknown: no limit
  std::uint32_t at_most_unit;   // units; none when the measure is not credits
  std::uint32_t framework;
  std::uint32_t from, to;       // institutions
  std::int32_t effective_from;  // days since 1970-01-01, or no_date: since ever
  std::int32_t effective_to;    // last day, inclusive, or no_date: open
  std::uint32_t oldest_months;  // "nothing older than", in months; 0: no limit
  AgreementStatus status;
  InForce in_force;
  Measure at_most_measure;
  std::uint8_t one_award_only;  // 1: what it gives counts for one award only
};

enum class RecognitionKind : std::uint8_t {
  credit,        // the targets are credited, and meet prerequisites
  prerequisite,  // the targets meet prerequisites, and give no credit
  exemption,     // whoever asks for the targets is content without; no credit
  entry,         // admission to the target at `year`
  refusal,       // not recognised, for `reason`
  count_
};

struct Recognition {
  Range sources;                // lists: credentials, sorted; all are needed
  Range targets;                // lists: credentials, sorted
  Text reason;
  std::int64_t grade_floor;     // as Node
  std::int64_t year;            // millionths; unknown unless entry
  std::uint32_t grade_scale;
  std::uint32_t agreement;
  RecognitionKind kind;
  Achievement achievement_floor;
  std::uint8_t reserved[6];
};

// What a credential says of itself that no rule reads: for its label.
enum class StatementKind : std::uint8_t {
  assessed_by,     // text: how learning is shown
  pass_mark,       // amount: millionths of a percent
  delivery,        // term
  pace,            // term
  learning,        // term: in a cohort or alone
  form,            // term
  purpose,         // term
  audience,        // term
  consulted,       // text: who was asked whether it is needed; day, when it is stated
  accredited_by,   // text
  meets_standard,  // text
  entitles_to,     // text
  count_
};

// The words that the language has for how, why and for whom.
enum class Term : std::uint8_t {
  none, in_person, online, hybrid, fixed, self_paced, cohort, independent, both, digital, paper, pathway, update, technical_skills, transferable_skills,
  recent_graduate, student, employed_adult, unemployed_adult, count_
};

// How a kind of statement says what it says: each by one of the three, and `consulted` by a day as well.
inline constexpr bool says_term(StatementKind kind) { return kind >= StatementKind::delivery && kind <= StatementKind::audience; }
inline constexpr bool says_amount(StatementKind kind) { return kind == StatementKind::pass_mark; }
inline constexpr bool says_text(StatementKind kind) { return !says_term(kind) && !says_amount(kind); }

struct Statement {
  Text text;
  std::int64_t amount;          // unknown unless the kind says one
  std::uint32_t credential;
  std::int32_t day;             // days since 1970-01-01, or no_date
  StatementKind kind;
  Term term;                    // none unless the kind says one
  std::uint8_t reserved[6];
};

// A title in another language than its framework's own.
struct Translation {
  Text language;                // "fr"
  Text title;
  SectionKind of_kind;          // frameworks, institutions, competencies, gates, credentials or agreements
  std::uint32_t of;             // an element of that section
};

}  // namespace rung::table
